// The title, changed in its place; when somebody else changed it meanwhile, both are shown.
import { nextTick, reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { Dialog } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { tell } from "../../parts/tell.js";

export const TitleEditor = {
  props: ["film"],
  setup(props) {
    /** `base` and `version`: what the change is made over, whatever events bring meanwhile. */
    const form = reactive({ isOpen: false, isBusy: false, title: "", base: "", version: 0, fault: "", theirs: null });
    const input = ref(null);
    const pencil = ref(null);

    async function open() {
      const { title, version } = props.film.job;
      Object.assign(form, { isOpen: true, title, base: title, version, fault: "" });
      await nextTick();
      input.value.select();
    }
    async function close() {
      form.isOpen = false;
      await nextTick();
      pencil.value?.focus();
    }

    async function submit(event) {
      event?.preventDefault();
      const { film } = props;
      const title = form.title.trim();
      if (title === form.base) return close();
      form.isBusy = true;
      form.fault = "";
      try {
        const job = await api.put(`/jobs/${film.id}`, { title }, { version: form.version });
        Object.assign(film.job, { title: job.title, version: job.version });
        await close();
      } catch (error) {
        const present = error.status === 409 && error.facts?.present;
        if (present && present.version !== form.version) retake(present);
        else form.fault = tell(error);
      } finally {
        form.isBusy = false;
      }
    }

    /** Only another title is a conflict; any other change of the job is not. */
    function retake(present) {
      const isOther = present.title !== form.base;
      Object.assign(form, { base: present.title, version: present.version });
      Object.assign(props.film.job, { title: present.title, version: present.version });
      if (isOther) form.theirs = present.title;
      else submit();
    }
    const keep = () => { form.theirs = null; submit(); };
    const takeTheirs = () => { form.theirs = null; close(); };

    const editor = () => html`<form class="title-form" @submit=${submit}>
      <input ref=${input} aria-label=${t("job.title")} maxlength="255" value=${form.title}
        aria-invalid=${form.fault ? "true" : undefined}
        aria-describedby=${form.fault ? "title-fault" : undefined}
          @input=${(event) => { form.title = event.target.value; }}
        @keydown=${(event) => { if (event.key === "Escape") close(); }} />
      <button class="button primary" disabled=${form.isBusy || form.title.trim() === ""}>${t("action.save")}</button>
      <button class="button quiet" type="button" @click=${close}>${t("action.cancel")}</button>
      ${form.fault && html`<p id="title-fault" class="error" role="alert">${form.fault}</p>`}</form>`;

    const conflict = () => html`<${Dialog} title=${t("job.title.conflict")} @close=${takeTheirs}>${{
      default: () => html`<p>${t("job.title.conflict.text")}</p><div class="versions">
        <section class="conflict-side"><h3>${t("conflict.mine")}</h3><p>${form.title}</p></section>
        <section class="conflict-side"><h3>${t("conflict.theirs")}</h3><p>${form.theirs}</p></section></div>`,
      actions: () => html`<button class="button" @click=${takeTheirs}>${t("conflict.takeTheirs")}</button>
        <button class="button primary" @click=${keep}>${t("conflict.keepMine")}</button>`,
    }}</${Dialog}>`;

    return () => html`<div class="title-place">${form.isOpen ? editor() : html`<h1>${props.film.job.title}</h1>
      <button ref=${pencil} class="button quiet icon-only" aria-label=${t("job.title.edit")}
        title=${t("job.title.edit")} @click=${open}>
        <${Icon} name="edit" /></button>`}${form.theirs !== null && conflict()}</div>`;
  },
};
