// A form in a dialog: what is wrong beside it, both versions when somebody else changed the same thing.
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";

let count = 0;

export function FormFault({ form }) {
  return form.faults.form ? html`<p class="notice bad form-fault" role="alert" tabindex="-1"><${Icon} name="warn" />
    ${form.faults.form}</p>` : null;
}
FormFault.props = ["form"];

/** `differences`: [{ label, theirs, mine }]. Emits "take" and "keep". */
export function Conflict({ differences }, { emit }) {
  return html`<section class="conflict" role="alert" tabindex="-1"><h3><${Icon} name="warn" />
    ${t("form.conflict.title")}</h3>
    <p>${t(differences.length > 0 ? "form.conflict.text" : "form.conflict.same")}</p>
    ${differences.length > 0 && html`<div class="table-frame"><table><thead><tr><th>${t("form.conflict.field")}</th>
      <th>${t("form.conflict.theirs")}</th><th>${t("form.conflict.mine")}</th></tr></thead>
      <tbody>${differences.map((each) => html`<tr key=${each.label}><td>${each.label}</td><td>${each.theirs}</td>
        <td>${each.mine}</td></tr>`)}</tbody></table></div>`}
    <div class="row">${differences.length > 0 && html`<button type="button" class="button" @click=${() => emit("take")}>
        ${t("form.conflict.take")}</button>`}
      <button type="button" class="button primary" @click=${() => emit("keep")}>${t("form.conflict.keep")}</button>
        </div></section>`;
}
Conflict.props = ["differences"];
Conflict.emits = ["take", "keep"];

/**
 * `form` of `useForm`. Emits "submit", "close"; when `form.conflict` is there, `compare(present)` says what differs,
 * and "take" and "keep" (both with what is there now) say which version was chosen. `isFixed`: there is nothing more
 * to send.
 */
export const FormDialog = {
  props: ["title", "wide", "form", "save", "compare", "isFixed", "isDangerous"],
  emits: ["submit", "close", "take", "keep"],
  setup(props, { emit, slots }) {
    const id = `form-${++count}`;
    const submit = (event) => { event.preventDefault(); emit("submit"); };
    const settle = (name) => () => {
      const present = props.form.conflict;
      props.form.clear();
      emit(name, present);
    };
    return () => {
      const { form } = props;
      return html`<${Dialog} title=${props.title} wide=${props.wide} @close=${() => emit("close")}>${{
        default: () => html`<form id=${id} class="stack" novalidate @submit=${submit}>
          ${form.conflict && html`<${Conflict} differences=${props.compare?.(form.conflict) ?? []}
            @take=${settle("take")}
            @keep=${settle("keep")} />`}
          <${FormFault} form=${form} />${slots.default?.()}</form>`,
        actions: () => html`<button type="button" class="button" @click=${() => emit("close")}>
            ${t(props.isFixed ? "action.close" : "action.cancel")}</button>
          ${!props.isFixed && html`<button class=${["button", props.isDangerous ? "danger" : "primary"]} form=${id}
            disabled=${form.isBusy}>
            ${form.isBusy ? t("form.saving") : props.save ?? t("action.save")}</button>`}`,
      }}</${Dialog}>`;
    };
  },
};
