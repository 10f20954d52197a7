import { reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { CopyField } from "../../parts/copyfield.js";
import { CheckField, TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";

const KINDS = [
  "execution.succeeded", "execution.failed", "execution.started", "execution.waiting", "execution.retrying",
    "execution.cancelled",
  "execution.skipped", "job.created", "job.updated", "job.deleted", "batch.created", "shots.changed",
];

/** One address and what it hears of; its secret is seen once. */
export const WebhookDialog = {
  props: ["hook"],
  emits: ["close", "saved"],
  setup(props, { emit }) {
    const wish = reactive({ url: props.hook?.url ?? "", kinds: [...(props.hook?.kinds ?? ["execution.succeeded",
      "execution.failed"])] });
    const made = ref(null);
    const form = useForm(["url", "kinds"]);
    const toggle = (kind) => { wish.kinds = wish.kinds.includes(kind) ? wish.kinds.filter((each) => each !== kind)
      : [...wish.kinds, kind]; };
    async function save() {
      const body = { url: wish.url.trim(), kinds: wish.kinds };
      const done = await form.send(() => (props.hook ? api.put(`/webhooks/${props.hook.id}`, body)
        : api.post("/webhooks", body)));
      if (!done) return;
      emit("saved");
      if (!props.hook) return void (made.value = done.value);
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    return () => html`<${FormDialog} title=${t(made.value ? "settings.hook.made" : props.hook ? "settings.hook.edit"
      : "settings.hook.add")} form=${form}
        isFixed=${Boolean(made.value)} @submit=${save} @close=${() => emit("close")}>
      ${made.value ? html`<p class="notice warn"><${Icon} name="warn" />${t("settings.hook.once")}</p>
          <${CopyField} label=${t("settings.hook.secret")} value=${made.value.secret} />`
        : html`<${TextField} label=${t("settings.hook.url")} type="url" modelValue=${wish.url}
        error=${form.faults.url} required maxlength="2000" autofocus
            placeholder="https://example.com/hook" @update:modelValue=${(value) => { wish.url = value; }} />
          <fieldset class="field"><legend>${t("settings.hook.kinds")}</legend><div class="check-grid">
            ${KINDS.map((kind) => html`
            <${CheckField} key=${kind} label=${t(`event.${kind}`)} modelValue=${wish.kinds.includes(kind)}
              @update:modelValue=${() => toggle(kind)} />`)}</div>
            <p class="hint">${t("settings.hook.kinds.hint")}</p></fieldset>`}</${FormDialog}>`;
  },
};
