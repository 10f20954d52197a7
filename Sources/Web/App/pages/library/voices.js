// Own voices: a sample of somebody who agrees, and how it sounds with other words.
import { reactive, ref } from "../../lib/vue.js";
import { offers } from "../../lib/contract.js";
import { fileOf, lengthOf } from "../../lib/files.js";
import { useForm } from "../../lib/form.js";
import { fullMoment, moment, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { isIdeographic } from "../../lib/texts.js";
import { toast } from "../../lib/toasts.js";
import { sampleText, speak } from "../../lib/voices.js";
import { Dialog } from "../../parts/dialog.js";
import { CheckField, TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";
import { PlayButton } from "../../parts/playbutton.js";
import { UploadZone } from "../../parts/upload.js";
import { compareWith, Records } from "./records.js";

const LONGEST = 25_000;
const SHORTEST = 3_000;

/** What speaks against a sample before it is sent; the browser may not know how long it is. */
async function refusal(file) {
  const length = await lengthOf(file);
  if (length === null) return "";
  if (length > LONGEST + 500) return t("library.voice.long", { time: span(length) });
  return length < SHORTEST ? t("library.voice.short", { time: span(length) }) : "";
}

const VoiceDialog = {
  props: ["row", "records"],
  emits: ["close"],
  setup(props, { emit }) {
    const base = ref(props.row);
    const wish = reactive({ name: "", path: "", consent: false });
    const form = useForm(["name", "path", "consent"]);
    function take(row) {
      base.value = row;
      Object.assign(wish, { name: row?.name ?? "", path: row?.path ?? "", consent: row?.consent ?? false });
    }
    take(props.row);
    const body = () => ({ name: wish.name.trim(), path: wish.path, consent: wish.consent });
    async function save(version = base.value?.version) {
      if (!wish.path) return void (form.faults = { path: t("library.voice.needed") });
      const done = await form.send(() => props.records.save(base.value, body(), version));
      if (!done) return;
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    const keep = (present) => { base.value = present; save(present.version); };
    function sent(file) {
      // Another sample may be another person's: whoever it is agrees anew.
      if (wish.path && wish.path !== file.uploadkey) wish.consent = false;
      wish.path = file.uploadkey;
      if (!wish.name.trim()) wish.name = file.name.replace(/\.\w+$/, "");
    }
    return () => {
      const file = fileOf(wish.path);
      return html`<${FormDialog} title=${t(props.row ? "library.voices.edit" : "library.voices.add")} form=${form}
          compare=${compareWith(body, (name) => t(`library.voice.${name}`))} @submit=${() => save()}
            @close=${() => emit("close")} @take=${take} @keep=${keep}>
        <${TextField} label=${t("library.voice.name")} modelValue=${wish.name} error=${form.faults.name} required
          maxlength="255" autofocus
          @update:modelValue=${(value) => { wish.name = value; }} />
        <div class="field" role="group" aria-label=${t("library.voice.path")}><span class="field-label">
          ${t("library.voice.path")}</span>
          ${file && html`<div class="file-row"><${Icon} name="voice" /><span class="file-name">${file.name}</span>
            ${file.url && html`<${PlayButton} id=${`sample ${wish.path}`} label=${file.name}
              load=${() => file.url} />`}</div>`}
          <${UploadZone} typ="voice" hint=${t("library.voice.hint")} before=${refusal} @sent=${sent} />
          ${form.faults.path && html`<p class="error" role="alert">${form.faults.path}</p>`}</div>
        <${CheckField} label=${t("library.voice.agree")} hint=${t("library.voice.agree.hint")}
          modelValue=${wish.consent}
          @update:modelValue=${(value) => { wish.consent = value; }} />
        ${form.faults.consent && html`<p class="error">${form.faults.consent}</p>`}</${FormDialog}>`;
    };
  },
};

/** One's own sentence in that voice. */
const TryDialog = {
  props: ["row"],
  emits: ["close"],
  setup(props, { emit }) {
    const text = ref(sampleText("", ""));
    const load = (signal) => speak({ text: text.value.trim(), voice_id: props.row.id, tag: isIdeographic(text.value)
      ? "zh-CN" : "" }, signal);
    return () => html`<${Dialog} title=${t("library.voice.try.title", { name: props.row.name })}
      @close=${() => emit("close")}>
      <${TextField} label=${t("library.voice.sentence")} rows="3" maxlength="300" modelValue=${text.value} autofocus
        hint=${t("library.voice.try.hint")} @update:modelValue=${(value) => { text.value = value; }} />
      <div><${PlayButton} id=${`try ${props.row.id}`} label=${props.row.name} disabled=${!text.value.trim()}
        load=${load} /></div></${Dialog}>`;
  },
};

export const VoicesTab = {
  setup() {
    const tried = ref(null);
    const extra = (row) => {
      const file = fileOf(row.path);
      return html`${file?.url && html`<${PlayButton} id=${`voice row ${row.id}`} label=${row.name} text=${false}
        load=${() => file.url} />`}
        ${row.consent && offers("/utils/speak") && html`<button type="button" class="button small"
          @click=${() => { tried.value = row; }}>
          ${t("library.voice.try")}</button>`}`;
    };
    return () => {
      const columns = [
        { label: t("library.voice.name"), cell: (row) => html`<strong>${row.name}</strong>` },
        { label: t("library.voice.consent"), cell: (row) => (row.consent
          ? html`<span class="pill is-success" title=${fullMoment(row.consented_at)}><${Icon} name="done" />
          ${t("library.voice.agreed", { time: moment(row.consented_at) })}</span>`
          : html`<span class="pill is-failed"><${Icon} name="lock" />${t("library.voice.notAgreed")}</span>`) },
      ];
      return html`<${Records} kind="voices" icon="voice" nameOf=${(row) => row.name} columns=${columns}
        editor=${VoiceDialog} extra=${extra} />
        ${tried.value && html`<${TryDialog} row=${tried.value} @close=${() => { tried.value = null; }} />`}`;
    };
  },
};
