// Keys for programs. A key is seen once, when it is made.
import { reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { useForm } from "../../lib/form.js";
import { fullMoment, moment, parseTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { CopyField } from "../../parts/copyfield.js";
import { confirm } from "../../parts/dialog.js";
import { SelectField, TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

const LIVES = [30, 90, 365, 0];

const KeyDialog = {
  emits: ["close", "made"],
  setup(_, { emit }) {
    const wish = reactive({ name: "", days: 90 });
    const made = ref(null);
    const form = useForm(["name", "days"]);
    async function save() {
      if (made.value) return emit("close");
      const done = await form.send(() => api.post("/keys", { name: wish.name.trim(), days: wish.days || null }));
      if (!done) return;
      made.value = done.value;
      emit("made");
    }
    return () => html`<${FormDialog} title=${t(made.value ? "settings.key.made" : "settings.key.add")} form=${form}
      isFixed=${Boolean(made.value)}
        save=${t("settings.key.go")} @submit=${save} @close=${() => emit("close")}>
      ${made.value ? html`<p class="notice warn"><${Icon} name="warn" />${t("settings.key.once")}</p>
        <${CopyField} label=${made.value.name} value=${made.value.key} />
          <p class="quiet small">${t("settings.key.use")} <code>Authorization: Bearer bv_…</code></p>`
        : html`<${TextField} label=${t("settings.key.name")} hint=${t("settings.key.name.hint")}
        modelValue=${wish.name} error=${form.faults.name} required
            maxlength="100" autofocus @update:modelValue=${(value) => { wish.name = value; }} />
          <${SelectField} label=${t("settings.key.days")} modelValue=${wish.days} error=${form.faults.days}
            options=${LIVES.map((value) => ({ value, label: value ? t("settings.key.forDays", { n: value })
              : t("settings.key.forEver") }))}
            @update:modelValue=${(value) => { wish.days = value; }} />`}</${FormDialog}>`;
  },
};

const when = (time, none) => (time ? html`<time title=${fullMoment(time)}>${moment(time)}</time>` : none);

/** "valid", "expired" or "revoked". */
function stateOf(key) {
  if (key.revoked_at) return "revoked";
  return key.expires_at && parseTime(key.expires_at) < new Date() ? "expired" : "valid";
}

export const KeysTab = {
  setup() {
    const keys = useResource((signal) => api.get("/keys", {}, { signal }));
    const isMaking = ref(false);
    async function revoke(key) {
      const isSure = await confirm({
        title: t("settings.key.revoke.title", { name: key.name }), text: t("settings.key.revoke.text"),
          yes: t("settings.key.revoke"), isDangerous: true,
      });
      if (!isSure) return;
      try {
        await api.delete(`/keys/${key.id}`);
        toast(t("settings.key.revoked.done", { name: key.name }), { kind: "done" });
        keys.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    const line = (key) => {
      const state = stateOf(key);
      return html`<tr key=${key.id}><td class="title-cell"><strong>${key.name}</strong><p class="quiet small"><code>
        ${key.prefix}…</code></p></td>
        <td><span class=${["pill", state === "valid" ? "is-success" : ""]}><${Icon} name=${state === "valid" ? "done"
          : "cancelled"} />${t(`settings.key.${state}`)}</span></td>
        <td class="wide-only quiet">${when(key.expires_at, t("settings.key.forEver"))}</td><td class="quiet">
          ${when(key.last_used_at, t("settings.key.unused"))}</td>
        <td class="actions-cell"><div class="row">
          ${state === "valid" && html`<button type="button" class="button small" @click=${() => revoke(key)}>
          ${t("settings.key.revoke")}</button>`}</div></td></tr>`;
    };
    const add = () => html`<button type="button" class="button primary" @click=${() => { isMaking.value = true; }}>
      <${Icon} name="plus" />${t("settings.key.add")}</button>`;
    return () => html`<section class="stack"><div class="row"><p class="quiet grow">
      ${t("settings.keys.about")} <a href="/docs" target="_blank">${t("help.api.docs")}</a></p>${add()}</div>
      <${Loaded} resource=${keys} skeleton="table" rows="3">${{
        default: ({ items }) => (items.length === 0
          ? html`<${Empty} icon="key" title=${t("settings.keys.none")} text=${t("settings.keys.why")} />`
          : html`<div class="table-frame"><table><thead><tr><th>${t("settings.key.name")}</th><th>
          ${t("jobs.column.state")}</th>
              <th class="wide-only">${t("settings.key.expires")}</th><th>${t("settings.key.used")}</th>
              <th><span class="visually-hidden">${t("library.actions")}</span></th></tr></thead><tbody>
                ${items.map(line)}</tbody></table></div>`),
      }}</${Loaded}>
      ${isMaking.value && html`<${KeyDialog} @close=${() => { isMaking.value = false; }}
        @made=${() => keys.reload()} />`}</section>`;
  },
};
