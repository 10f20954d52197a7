// Running a job again: what is missing, or everything from a step on.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { STAGES } from "../../lib/steps.js";
import { toast } from "../../lib/toasts.js";
import { Dialog } from "../../parts/dialog.js";
import { SelectField } from "../../parts/fields.js";
import { tell } from "../../parts/tell.js";

export const AgainDialog = {
  props: ["film", "from"],
  emits: ["close"],
  setup(props, { emit }) {
    const from = ref(props.from ?? "");
    const fault = ref("");
    const isBusy = ref(false);
    const choices = () => [
      { value: "", label: t("job.again.missing") },
      ...STAGES.map((stage) => ({ value: stage, label: t("job.again.from", { step: t(`step.${stage}`) }) })),
    ];

    async function submit() {
      isBusy.value = true;
      try {
        await api.post(`/jobs/${props.film.id}/retry`, from.value ? { from: from.value } : {});
        toast(t("job.again.begun"), { kind: "done" });
        props.film.reload();
        emit("close");
      } catch (error) {
        fault.value = tell(error);
      } finally {
        isBusy.value = false;
      }
    }

    // Words and pictures that people chose are planned anew by these.
    const isLosing = () => ["script", "narration", "captions", "storyboard", "visuals"].includes(from.value);

    return () => html`<${Dialog} title=${t("job.again.title")} @close=${() => emit("close")}>${{
      default: () => html`<p>${t("job.again.text")}</p>
        <${SelectField} label=${t("job.again.what")} options=${choices()} modelValue=${from.value} autofocus
          @update:modelValue=${(value) => { from.value = value; }} />
        ${isLosing() && html`<p class="notice warn">${t("job.again.warning")}</p>`}
        ${fault.value && html`<p class="notice bad" role="alert">${fault.value}</p>`}`,
      actions: () => html`<button class="button" @click=${() => emit("close")}>${t("action.cancel")}</button>
        <button class="button primary" disabled=${isBusy.value} @click=${submit}>${t("job.again")}</button>`,
    }}</${Dialog}>`;
  },
};
