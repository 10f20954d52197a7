// Texts, titles and descriptions by a language model, where the server has one.
import { onBeforeUnmount, reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { offers } from "../../lib/contract.js";
import { useForm } from "../../lib/form.js";
import { money } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { session } from "../../lib/session.js";
import { characters } from "../../lib/texts.js";
import { toast } from "../../lib/toasts.js";
import { Dialog } from "../../parts/dialog.js";
import { TextField } from "../../parts/fields.js";
import { FormDialog, FormFault } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";
import { Skeleton } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

/** Whether there is a model: null until somebody knows. Administrators can ask, others hear it when they try. */
const model = reactive({ isThere: null, isAsked: false });

export function canWrite() {
  if (!offers("/scripts")) return false;
  if (!model.isAsked && session.user?.is_admin) {
    model.isAsked = true;
    api.get("/vendors").then(({ items }) => { model.isThere = items.some((each) =>
      each.kinds.includes("text")); }).catch(() => {});
  }
  return session.user?.is_admin ? model.isThere === true : model.isThere !== false;
}

function heard(error) {
  if (error.status === 503) model.isThere = false;
  throw error;
}

const ask = (path, body, signal) => api.post(path, body, { signal }).catch(heard);

/** "gpt-4o, USD 0.002". */
function bill({ models, costs }) {
  return [models.join("、"), ...costs.filter((each) => each.amount > 0).map((each) => money(each.amount,
    each.currency))].join(" · ");
}

export const WriterDialog = {
  props: ["hasText"],
  emits: ["close", "take"],
  setup(props, { emit }) {
    const wish = reactive({ topic: "", minutes: "2", tone: "", audience: "" });
    const form = useForm(["topic", "minutes", "tone", "audience"]);
    const control = new AbortController();
    onBeforeUnmount(() => control.abort());
    const bind = (name) => ({ modelValue: wish[name], error: form.faults[name],
      "onUpdate:modelValue": (value) => { wish[name] = value; } });
    async function write() {
      const body = { topic: wish.topic.trim() };
      if (Number(wish.minutes) > 0) body.minutes = Number(wish.minutes);
      for (const name of ["tone", "audience"]) if (wish[name].trim()) body[name] = wish[name].trim();
      const done = await form.send(() => ask("/scripts", body, control.signal));
      if (!done) return;
      toast(t("new.write.done", { bill: bill(done.value) }), { kind: "done" });
      emit("take", done.value.text);
    }
    return () => html`<${FormDialog} title=${t("new.write")} form=${form} save=${t("new.write.go")} @submit=${write}
      @close=${() => emit("close")}>
      <p class="quiet">${t("new.write.about")}</p>
      ${props.hasText && html`<p class="notice warn"><${Icon} name="warn" />${t("new.write.replaces")}</p>`}
      <${TextField} ...${bind("topic")} label=${t("new.write.topic")} rows="3" required maxlength="500" autofocus />
      <div class="form-grid"><${TextField} ...${bind("minutes")} label=${t("new.write.minutes")} type="number"
        min="0.5" max="60" step="0.5" />
        <${TextField} ...${bind("tone")} label=${t("new.write.tone")} isOptional=${true} maxlength="100"
          placeholder=${t("new.write.tone.example")} />
        <${TextField} ...${bind("audience")} label=${t("new.write.audience")} isOptional=${true} maxlength="100" />
          </div>
      ${form.isBusy && html`<p class="notice" role="status"><${Icon} name="running" />${t("new.write.busy")}</p>`}
        </${FormDialog}>`;
  },
};

export const TitlesDialog = {
  props: ["text"],
  emits: ["close", "take"],
  setup(props, { emit }) {
    const found = ref(null);
    const form = useForm([]);
    const control = new AbortController();
    onBeforeUnmount(() => control.abort());
    form.send(async () => { found.value = await ask("/scripts/titles", { text: props.text, count: 6 },
      control.signal); });
    return () => html`<${Dialog} title=${t("new.titles")} @close=${() => emit("close")}>
      <${FormFault} form=${form} />${form.isBusy && html`<${Skeleton} rows="4" />`}
      ${found.value && html`<ul class="choose-list">${found.value.titles.map((title) => html`<li key=${title}>
        <button type="button" class="button" @click=${() => emit("take", title)}>${title}</button></li>`)}</ul>
        <p class="quiet small">${bill(found.value)}</p>`}</${Dialog}>`;
  },
};

/** Writes the description into the form. */
export const DescribeButton = {
  props: ["text"],
  emits: ["take"],
  setup(props, { emit }) {
    const isBusy = ref(false);
    async function write() {
      isBusy.value = true;
      try {
        const { published } = await ask("/scripts/description", { text: props.text });
        emit("take", published);
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      } finally {
        isBusy.value = false;
      }
    }
    return () => canWrite() && html`<button type="button" class="button small" disabled=${isBusy.value
      || characters(props.text) === 0}
      @click=${write}><${Icon} name=${isBusy.value ? "running" : "wand"} />${t("new.describe")}</button>`;
  },
};

