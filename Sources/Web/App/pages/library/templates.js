// Templates: settings under a name. They are made and changed where films are described.
import { reactive, ref } from "../../lib/vue.js";
import { nameByID } from "../../lib/catalog.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { TextField } from "../../parts/fields.js";
import { choiceWord } from "../../parts/film/choice.js";
import { FormDialog } from "../../parts/formdialog.js";
import { compareWith, Records } from "./records.js";

const RenameDialog = {
  props: ["row", "records"],
  emits: ["close"],
  setup(props, { emit }) {
    const base = ref(props.row);
    const wish = reactive({ name: props.row?.name ?? "" });
    const form = useForm(["name"]);
    const body = () => ({ name: wish.name.trim() });
    async function save(version = base.value?.version) {
      const done = await form.send(() => props.records.save(base.value, body(), version));
      if (!done) return;
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    const take = (row) => { base.value = row; wish.name = row.name; };
    return () => html`<${FormDialog} title=${t("library.templates.edit")} form=${form} compare=${compareWith(body,
      () => t("new.template.name"))}
        @submit=${() => save()} @close=${() => emit("close")} @take=${take}
          @keep=${(row) => { base.value = row; save(row.version); }}>
      <${TextField} label=${t("new.template.name")} modelValue=${wish.name} error=${form.faults.name} required
        maxlength="255" autofocus
        @update:modelValue=${(value) => { wish.name = value; }} /></${FormDialog}>`;
  },
};

/** What a template says, in a few words. */
function Summary({ values }) {
  const { extra = {}, is_horizontal: isHorizontal, speech_speed: speed } = values;
  const words = [
    isHorizontal === undefined ? "" : t(isHorizontal ? "film.landscape" : "film.portrait"),
    nameByID("languages", values.language_id), nameByID("topics", values.topic_id), nameByID("accounts",
      values.account_id),
    extra.mix === undefined ? "" : `${t("film.mix")} ${extra.mix}%`, extra.captions ? choiceWord("captions",
      extra.captions) : "",
    speed ? `${speed}×` : "",
  ].filter(Boolean);
  return html`<span class="chips">${words.map((word) => html`<span key=${word} class="tag">${word}</span>`)}</span>`;
}
Summary.props = ["values"];

export function TemplatesTab() {
  const columns = [
    { label: t("new.template.name"), cell: (row) => html`<strong>${row.name}</strong>` },
    { label: t("library.template.says"), cell: (row) => html`<${Summary} values=${row.values} />`, isWide: true },
  ];
  return html`<${Records} kind="templates" icon="star" nameOf=${(row) => row.name} columns=${columns}
    editor=${RenameDialog} cannotAdd=${true}
    extra=${(row) => html`<a class="button small" href=${`/new?template=${row.id}`}>${t("library.template.use")}
      </a>`} />`;
}
