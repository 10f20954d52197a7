// Who speaks: a language's voice, or one's own; how fast; and how that sounds.
import { computed, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { catalog, rows } from "../../lib/catalog.js";
import { offers } from "../../lib/contract.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { firstSentence } from "../../lib/texts.js";
import { describe, languageName, languageRow, sampleText, speak, voiceName, voices } from "../../lib/voices.js";
import { Dialog } from "../../parts/dialog.js";
import { SelectField, SliderField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { PlayButton } from "../../parts/playbutton.js";
import { tell } from "../../parts/tell.js";

/** A list of the catalogue's voices to try and choose from. Emits "pick" with a voice. */
export const VoicePicker = {
  props: ["sentence", "speed", "chosen"],
  emits: ["pick", "close"],
  setup(props, { emit }) {
    const wanted = ref("");
    const tags = computed(() => [...new Set(voices().map((voice) => voice.language))]);
    const line = (voice) => html`<li key=${voice.id} class=${["voice-line", { on: voice.id === props.chosen }]}>
      <div class="grow"><strong>${voiceName(voice)}</strong><small class="quiet">${voice.name}</small></div>
      ${offers("/utils/speak") && html`<${PlayButton} id=${`voice ${voice.id}`} label=${voice.name}
        load=${(signal) => speak({ text: sampleText(props.sentence, voice.language), voice: voice.id,
          tag: voice.language, speed: props.speed }, signal)} />`}
      <button type="button" class="button small" aria-label=${t("voice.use", { name: voice.name })}
        @click=${() => emit("pick", voice)}>
        ${t("voice.pick")}</button></li>`;
    return () => html`<${Dialog} wide=${true} title=${t("voice.catalog")} @close=${() => emit("close")}>
      <${SelectField} label=${t("voice.language")} modelValue=${wanted.value}
        @update:modelValue=${(tag) => { wanted.value = tag; }}
        options=${[{ value: "", label: t("voice.all") }, ...tags.value.map((tag) => ({ value: tag,
          label: languageName(tag) }))]} />
      <ul class="voice-list">${voices().filter((voice) => !wanted.value || voice.language === wanted.value).map(line)}
        </ul></${Dialog}>`;
  },
};

/** The row of a voice: there already, or made now. Shared with what the library shows. */
export async function rowOfVoice(voice) {
  const there = rows("languages").find((row) => row.name === voice.id);
  if (there) return there;
  const name = voiceName(voice);
  const isOnlyOne = voices().filter((each) => voiceName(each) === name).length === 1;
  const row = await api.post("/languages", {
    name: voice.id, platform: voice.platform || null, language_name: isOnlyOne ? name : `${name} (${voice.id})`,
  });
  catalog.languages = [row, ...(catalog.languages ?? [])];
  return row;
}

export const VoiceSection = {
  props: ["form", "faults"],
  setup(props) {
    const isPicking = ref(false);
    const set = (name) => (value) => { props.form[name] = value; };
    async function pick(voice) {
      isPicking.value = false;
      try {
        props.form.language_id = (await rowOfVoice(voice)).id;
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    function sample(signal) {
      const row = languageRow(props.form.language_id);
      const { voice, tag } = row ? describe(row) : { tag: "" };
      const text = sampleText(firstSentence(props.form.content, 200), tag);
      return speak({ text, voice: voice?.id, tag, speed: props.form.speech_speed, voice_id: props.form.voice_id },
        signal);
    }
    return () => {
      const { form, faults } = props;
      const languages = [{ value: 0, label: t("new.language.auto") },
        ...rows("languages").map((row) => ({ value: row.id, label: describe(row).name }))];
      const own = rows("voices");
      const chosen = own.find((row) => row.id === form.voice_id);
      return html`<section class="card stack"><header class="card-head"><h2>${t("new.voice")}</h2>
          ${offers("/utils/speak") && html`<${PlayButton} id="new sample" label=${t("new.voice.sample")}
            load=${sample} />`}</header>
        <div class="field-with-button"><${SelectField} label=${t("new.language")} options=${languages}
            modelValue=${form.language_id} error=${faults.language_id} @update:modelValue=${set("language_id")} />
            <button type="button" class="button" @click=${() => { isPicking.value = true; }}><${Icon} name="voice" />
              ${t("voice.more")}</button></div>
        <div class="form-grid"><${SelectField} label=${t("new.ownVoice")} error=${faults.voice_id}
          modelValue=${form.voice_id} @update:modelValue=${set("voice_id")}
            hint=${chosen && !chosen.consent ? t("new.ownVoice.consent") : own.length === 0 ? t("new.ownVoice.none")
              : undefined}
            options=${[{ value: 0, label: t("form.none") }, ...own.map((row) => ({ value: row.id,
              label: row.name }))]} />
          <${SliderField} label=${t("new.speed")} min="0.5" max="2" step="0.05" modelValue=${form.speech_speed}
            error=${faults.speech_speed}
            show=${(value) => `${value.toFixed(2)}×`} @update:modelValue=${set("speech_speed")} /></div>
        ${isPicking.value && html`<${VoicePicker} sentence=${firstSentence(form.content, 200)}
          speed=${form.speech_speed}
          chosen=${languageRow(form.language_id)?.name} @pick=${pick}
            @close=${() => { isPicking.value = false; }} />`}</section>`;
    };
  },
};
