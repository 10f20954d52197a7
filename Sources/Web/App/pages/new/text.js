// What is said, and what it is called.
import { ref } from "../../lib/vue.js";
import { number, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { characters, LONGEST, scalars, spokenMs, suggestTitle } from "../../lib/texts.js";
import { Field, TextField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { canWrite, TitlesDialog, WriterDialog } from "./writer.js";

/** "312 characters, about 1 min 24 s". */
export function lengthWords(content, speed) {
  return t("new.length", { n: number(characters(content)), time: span(spokenMs(content, speed)) });
}

export const TextSection = {
  props: ["form", "faults"],
  setup(props) {
    const dialog = ref("");
    const set = (name) => (value) => { props.form[name] = value; };
    const close = () => { dialog.value = ""; };
    function take(changes) {
      Object.assign(props.form, changes);
      close();
    }
    return () => {
      const { form, faults } = props;
      const suggestion = suggestTitle(form.content);
      const count = scalars(form.content);
      const tooLong = count > LONGEST.content && t("reason.long", { most: number(LONGEST.content) });
      const hint = !form.title.trim() && suggestion ? t("new.title.auto", { title: suggestion }) : undefined;
      return html`<section class="card stack"><header class="card-head"><h2>${t("new.text")}</h2>
          ${canWrite() && html`<button type="button" class="button small" @click=${() => { dialog.value = "script"; }}>
            <${Icon} name="wand" />${t("new.write")}</button>`}</header>
        <div class="title-row"><${TextField} label=${t("new.title")} isOptional=${true} modelValue=${form.title}
          hint=${hint}
            placeholder=${suggestion || t("new.title.placeholder")} maxlength=${LONGEST.title} error=${faults.title}
            @update:modelValue=${set("title")} />
          ${canWrite() && form.content.trim() && html`<button type="button" class="button"
            @click=${() => { dialog.value = "titles"; }}>
            <${Icon} name="wand" />${t("new.titles")}</button>`}</div>
        <${Field} label=${t("new.content")} error=${faults.content || tooLong}>${{
          default: (bound) => html`<textarea ...${bound} class="script" rows="11" value=${form.content} required
            placeholder=${t("new.content.placeholder")} @input=${(event) => { form.content = event.target.value; }}>
              </textarea>
            <p class="counts" aria-live="off"><span>${form.content.trim() ? lengthWords(form.content,
              form.speech_speed) : t("new.content.hint")}</span>
              ${count > LONGEST.content * 0.8 && html`<span class=${{ bad: tooLong }}>
                ${number(count)} / ${number(LONGEST.content)}</span>`}</p>`,
        }}</${Field}>
        ${dialog.value === "script" && html`<${WriterDialog} hasText=${Boolean(form.content.trim())} @close=${close}
          @take=${(content) => take({ content })} />`}
        ${dialog.value === "titles" && html`<${TitlesDialog} text=${form.content} @close=${close}
          @take=${(title) => take({ title })} />`}</section>`;
    };
  },
};
