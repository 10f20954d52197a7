// Sending files: a place to drop them on, with how far they are, and what is wrong with those that were refused.
import { onBeforeUnmount, reactive, ref } from "../lib/vue.js";
import { ACCEPTS, sendFile } from "../lib/files.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Icon } from "./icon.js";
import { tell } from "./tell.js";

let count = 0;

/**
 * `typ` says what the files are for. `before(file)` may refuse one with a text. Emits "sent" with each upload.
 */
export const UploadZone = {
  props: ["typ", "multiple", "before", "hint", "isSmall"],
  emits: ["sent"],
  setup(props, { emit }) {
    const id = `upload-${++count}`;
    const running = reactive([]);
    const faults = ref([]);
    const isOver = ref(false);
    onBeforeUnmount(() => running.forEach((each) => each.control.abort()));

    async function send(file) {
      const refusal = await props.before?.(file);
      if (refusal) return void faults.value.push({ name: file.name, why: refusal });
      const control = new AbortController();
      running.push({ name: file.name, percent: 0, control });
      const mine = running[running.length - 1];
      try {
        const onProgress = (share) => { mine.percent = Math.round(share * 100); };
        emit("sent", await sendFile(file, props.typ, { signal: control.signal, onProgress }));
      } catch (error) {
        if (error.name !== "AbortError") faults.value.push({ name: file.name, why: tell(error) });
      } finally {
        running.splice(running.indexOf(mine), 1);
      }
    }

    /** One after the other: a server with two cores looks at one film at a time, too. */
    async function take(list) {
      faults.value = [];
      for (const file of props.multiple ? [...list] : [...list].slice(0, 1)) await send(file);
    }

    const choose = (event) => { take([...event.target.files]); event.target.value = ""; };
    const drop = (event) => { event.preventDefault(); isOver.value = false; take(event.dataTransfer.files); };
    const over = (event) => { event.preventDefault(); isOver.value = true; };

    return () => html`<div class=${["upload", { over: isOver.value, small: props.isSmall }]} @dragover=${over}
        @dragleave=${() => { isOver.value = false; }} @drop=${drop}>
      <label class="upload-face" for=${id}><${Icon} name="upload" /><span>
        ${props.isSmall ? t("file.upload") : t("file.drop")}</span>
        ${!props.isSmall && html`<small>${props.hint ?? t(`file.kinds.${props.typ}`)}</small>`}</label>
      <input id=${id} class="upload-input" type="file" accept=${ACCEPTS[props.typ]} multiple=${props.multiple}
        @change=${choose} />
      ${running.map((each) => html`<div key=${each.name} class="upload-line" role="status">
        <span>${t("file.uploading", { name: each.name, percent: each.percent })}</span>
        <progress max="100" value=${each.percent} aria-label=${each.name}></progress>
        <button type="button" class="button quiet icon-only" aria-label=${t("file.stop")}
          @click=${() => each.control.abort()}>
          <${Icon} name="close" /></button></div>`)}
      ${faults.value.map((each) => html`<p key=${each.name} class="error" role="alert">${each.name}：${each.why}</p>`)}
        </div>`;
  },
};
