// Languages: each row names a voice of the catalogue, or a language alone.
import { computed, reactive, ref } from "../../lib/vue.js";
import { offers } from "../../lib/contract.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { describe, languageName, sampleText, speak, voiceByID, voiceName, voices } from "../../lib/voices.js";
import { SelectField, TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { PlayButton } from "../../parts/playbutton.js";
import { compareWith, Records } from "./records.js";

const OTHER = "\u0000other";

const LanguageDialog = {
  props: ["row", "records"],
  emits: ["close"],
  setup(props, { emit }) {
    const base = ref(props.row);
    const wish = reactive({ name: "", platform: "", language_name: "", choice: "" });
    const form = useForm(["name", "platform", "language_name"]);
    function take(row) {
      base.value = row;
      Object.assign(wish, { name: row?.name ?? "", platform: row?.platform ?? "", language_name: row?.language_name
        ?? "" });
      wish.choice = !row || voiceByID(row.name) ? row?.name ?? "" : OTHER;
    }
    take(props.row);

    function choose(id) {
      wish.choice = id;
      if (id === OTHER) return;
      const voice = voiceByID(id);
      Object.assign(wish, { name: id, platform: voice?.platform ?? "", language_name: voice ? voiceName(voice) : "" });
    }
    const body = () => ({ name: wish.name.trim(), platform: wish.platform.trim() || null,
      language_name: wish.language_name.trim() || null });
    async function save(version = base.value?.version) {
      const done = await form.send(() => props.records.save(base.value, body(), version));
      if (!done) return;
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    const keep = (present) => { base.value = present; save(present.version); };
    const choices = computed(() => [
      { value: "", label: t("library.language.choose") },
      ...voices().map((voice) => ({ value: voice.id, label: `${voiceName(voice)} — ${voice.name}` })), { value: OTHER,
        label: t("library.language.other") },
    ]);
    const bind = (name) => ({
      label: t(`library.language.${name}`), modelValue: wish[name], error: form.faults[name],
        "onUpdate:modelValue": (value) => { wish[name] = value; },
    });

    return () => html`<${FormDialog} title=${t(props.row ? "library.languages.edit" : "library.languages.add")}
      form=${form}
        compare=${compareWith(body, (name) => t(`library.language.${name}`))} @submit=${() => save()}
          @close=${() => emit("close")} @take=${take} @keep=${keep}>
      <${SelectField} label=${t("library.language.voice")} modelValue=${wish.choice} options=${choices.value}
        @update:modelValue=${choose}
        error=${wish.choice === OTHER ? undefined : form.faults.name} autofocus />
      ${wish.choice === OTHER && html`<${TextField} ...${bind("name")} required maxlength="255"
        hint=${t("library.language.name.hint")} />
        <${TextField} ...${bind("platform")} isOptional=${true} maxlength="255"
          hint=${t("library.language.platform.hint")} />`}
      ${wish.choice && html`<${TextField} ...${bind("language_name")} isOptional=${true} maxlength="255" />`}
        </${FormDialog}>`;
  },
};

export function LanguagesTab() {
  const sample = (row) => {
    const { voice, tag } = describe(row);
    return html`<${PlayButton} id=${`language ${row.id}`} label=${describe(row).name}
      load=${(signal) => speak({ text: sampleText("", tag), voice: voice?.id, tag }, signal)} />`;
  };
  const columns = [
    { label: t("library.language.language_name"), cell: (row) => html`<strong>${describe(row).name}</strong>` },
    { label: t("voice.language"), cell: (row) => languageName(describe(row).tag), isWide: true },
    { label: t("library.language.name"), cell: (row) => html`<code>${row.name}</code>`, isWide: true },
    { label: t("library.language.platform"), cell: (row) => row.platform || "–", isWide: true },
  ];
  return html`<${Records} kind="languages" icon="globe" nameOf=${(row) => describe(row).name} columns=${columns}
    editor=${LanguageDialog}
    extra=${(row) => offers("/utils/speak") && sample(row)} />`;
}
