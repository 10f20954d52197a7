// Topics: how pictures are painted, and what films about them are like.
import { computed, reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { extraChanges } from "../../lib/differences.js";
import { inherited } from "../../lib/film.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { SelectField, SliderField, TextField } from "../../parts/fields.js";
import { FilmSelect } from "../../parts/film/choice.js";
import { KindsField, MixField } from "../../parts/film/mix.js";
import { PictureMore } from "../../parts/film/more.js";
import { MusicField } from "../../parts/film/music.js";
import { FormDialog } from "../../parts/formdialog.js";
import { compareWith, Records } from "./records.js";

const PROMPTS = ["prompt_image_prefix", "prompt_gen_image", "prompt_cover_image", "prompt_l4"];
const copy = (value) => JSON.parse(JSON.stringify(value ?? {}));
const loras = ref(null);

const TopicDialog = {
  props: ["row", "records"],
  emits: ["close"],
  setup(props, { emit }) {
    const base = ref(props.row);
    const wish = reactive({ name: "", loraname: "", loraweight: 100, extra: {} });
    const form = useForm(["name", "loraname", "loraweight", ...PROMPTS, "extra."]);
    function take(row) {
      base.value = row;
      Object.assign(wish, { name: row?.name ?? "", loraname: row?.loraname ?? "", loraweight: row?.loraweight ?? 100,
        extra: copy(row?.extra) });
      for (const name of PROMPTS) wish[name] = row?.[name] ?? "";
    }
    take(props.row);
    if (loras.value === null) api.get("/utils/loras").then((names) => { loras.value = names; }).catch(() => {});

    const body = () => ({
      name: wish.name.trim(), loraname: wish.loraname, loraweight: wish.loraweight,
        extra: extraChanges(base.value?.extra, wish.extra),
      ...Object.fromEntries(PROMPTS.map((name) => [name, wish[name].trim() || null])),
    });
    async function save(version = base.value?.version) {
      const done = await form.send(() => props.records.save(base.value, body(), version));
      if (!done) return;
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    const keep = (present) => { base.value = present; save(present.version); };
    const label = (name) => t(name.startsWith("extra.") ? "library.settings"
      : `library.topic.${name}`) + (name.startsWith("extra.") ? ` ${name.slice(6)}` : "");
    const inherit = (name) => inherited(name, null, null);
    const shared = computed(() => ({ extra: wish.extra, inherit, faults: form.faults }));
    const bind = (name) => ({
      label: t(`library.topic.${name}`), modelValue: wish[name], error: form.faults[name],
        "onUpdate:modelValue": (value) => { wish[name] = value; },
    });

    return () => html`<${FormDialog} wide=${true} title=${t(props.row ? "library.topics.edit" : "library.topics.add")}
      form=${form}
        compare=${compareWith(body, label)} @submit=${() => save()} @close=${() => emit("close")} @take=${take}
          @keep=${keep}>
      <${TextField} ...${bind("name")} required maxlength="255" autofocus />
      <${TextField} ...${bind("prompt_image_prefix")} rows="2" hint=${t("library.topic.prefix.hint")}
        maxlength="10000" />
      <div class="form-grid two"><${TextField} ...${bind("prompt_gen_image")} rows="4" maxlength="10000"
        hint=${t("library.topic.gen.hint")} />
        <${TextField} ...${bind("prompt_cover_image")} rows="4" maxlength="10000" /></div>
      <${MixField} ...${shared.value} /><${KindsField} ...${shared.value} />
      <div class="form-grid"><${FilmSelect} ...${shared.value} name="captions" label=${t("film.captions")} />
        <${FilmSelect} ...${shared.value} name="caption_position" label=${t("film.position")} /><${MusicField}
          ...${shared.value} /></div>
      <details class="more"><summary><h3>${t("new.more")}</h3></summary><div class="stack"><${PictureMore}
        ...${shared.value} />
        <div class="form-grid">${loras.value?.length > 0 && html`<${SelectField} ...${bind("loraname")}
            options=${[{ value: "", label: t("form.none") }, ...loras.value.map((name) => ({ value: name,
              label: name }))]} />`}
          ${wish.loraname && html`<${SliderField} ...${bind("loraweight")} min="0" max="200" step="5"
            show=${(value) => `${value}%`} />`}
          <${TextField} ...${bind("prompt_l4")} rows="3" maxlength="10000" wide=${true} /></div></div></details>
            </${FormDialog}>`;
  },
};

export function TopicsTab() {
  const columns = [
    { label: t("library.topic.name"), cell: (row) => html`<strong>${row.name}</strong>` },
    { label: t("library.topic.style"), cell: (row) => html`<span class="clamp quiet">
      ${row.prompt_image_prefix || row.prompt_gen_image || "–"}</span>`, isWide: true },
    { label: t("film.mix"), cell: (row) => (row.extra.mix === undefined ? "–" : `${row.extra.mix}%`), isWide: true },
  ];
  return html`<${Records} kind="topics" icon="text" nameOf=${(row) => row.name} columns=${columns} editor=${TopicDialog}
    extra=${(row) => html`<a class="button small quiet" href=${`/jobs?topic_id=${row.id}`}>${t("nav.jobs")}</a>`} />`;
}
