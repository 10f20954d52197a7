import { ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Icon } from "./icon.js";

let count = 0;

/** A text to be copied, such as a key that is shown once. */
export const CopyField = {
  props: ["label", "value"],
  setup(props) {
    const id = `copy-${++count}`;
    const isCopied = ref(false);
    async function copy() {
      const field = document.getElementById(id);
      try {
        await navigator.clipboard.writeText(props.value);
      } catch {
        // Without a secure context there is no clipboard; the old way still works.
        field.select();
        document.execCommand("copy");
      }
      isCopied.value = true;
      setTimeout(() => { isCopied.value = false; }, 2500);
    }
    return () => html`<div class="field"><label for=${id}>${props.label}</label>
      <div class="copy-row"><input id=${id} class="mono" readonly value=${props.value}
        @focus=${(event) => event.target.select()} />
        <button type="button" class="button" @click=${copy}><${Icon} name=${isCopied.value ? "done" : "copy"} />
          ${t(isCopied.value ? "action.copied" : "action.copy")}</button></div>
      <span class="visually-hidden" role="status">${isCopied.value && t("action.copied")}</span></div>`;
  },
};
