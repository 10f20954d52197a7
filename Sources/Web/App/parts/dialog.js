// Dialogs: the browser's own element keeps the focus inside and gives it back.
import { onBeforeUnmount, onMounted, reactive, ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Icon } from "./icon.js";

let count = 0;

/** Open as long as it is rendered; `close` is emitted by Escape, by the cross and by a press beside it. */
export const Dialog = {
  props: ["title", "wide"],
  emits: ["close"],
  setup(props, { emit, slots }) {
    const element = ref(null);
    const id = `dialog-${++count}`;
    onMounted(() => {
      element.value.showModal();
      element.value.querySelector("[autofocus]")?.focus();
    });
    onBeforeUnmount(() => element.value?.close());
    const beside = (event) => event.target === element.value && emit("close");
    return () => html`<dialog ref=${element} class=${{ wide: props.wide }} aria-labelledby=${id}
        @cancel=${(event) => { event.preventDefault(); emit("close"); }} @mousedown=${beside}>
      <div class="dialog-box"><header><h2 id=${id}>${props.title}</h2>
        <button class="button quiet icon-only" aria-label=${t("action.close")} @click=${() => emit("close")}>
          <${Icon} name="close" /></button></header>
        <div class="dialog-body">${slots.default?.()}</div>
        ${slots.actions && html`<footer>${slots.actions()}</footer>`}</div></dialog>`;
  },
};

const question = reactive({ open: null });

/** Asks; resolves to true or false. `{ title, text, yes, isDangerous }` */
export function confirm(wish) {
  return new Promise((resolve) => {
    question.open = { ...wish, answer: (value) => { question.open = null; resolve(value); } };
  });
}

/** Stands once in the shell. */
export function Questions() {
  const wish = question.open;
  if (!wish) return null;
  return html`<${Dialog} title=${wish.title} @close=${() => wish.answer(false)}>${{
    default: () => html`<p>${wish.text}</p>`,
    actions: () => html`<button class="button" @click=${() => wish.answer(false)}>${wish.no ?? t("action.cancel")}</button>
      <button class=${["button", wish.isDangerous ? "danger" : "primary"]} autofocus @click=${() => wish.answer(true)}>
        ${wish.yes}</button>`,
  }}</${Dialog}>`;
}
