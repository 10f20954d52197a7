// Addresses that hear of events.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { hasWords, t, tn } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { confirm } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";
import { DeliveriesDialog } from "./deliveries.js";
import { WebhookDialog } from "./webhook.js";

export const kindWord = (kind) => (hasWords(`event.${kind}`) ? t(`event.${kind}`) : kind);

export const WebhooksTab = {
  setup() {
    const hooks = useResource((signal) => api.get("/webhooks", {}, { signal }));
    const edited = ref(undefined);
    const shown = ref(null);

    async function act(work, words) {
      try {
        await work();
        if (words) toast(words, { kind: "done" });
        hooks.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    const turn = (hook) => act(() => api.put(`/webhooks/${hook.id}`, { is_active: !hook.is_active }));
    async function remove(hook) {
      const isSure = await confirm({ title: t("library.delete.title", { name: hook.url }),
        text: t("settings.hook.delete"), yes: t("action.delete"), isDangerous: true });
      if (isSure) act(() => api.delete(`/webhooks/${hook.id}`), t("library.deleted", { name: hook.url }));
    }

    const line = (hook) => html`<li key=${hook.id} class="card hook"><div class="grow"><strong class="break">
      ${hook.url}</strong>
        <p class="chips">${hook.kinds.length === 0 ? html`<span class="tag">${t("settings.hook.all")}</span>`
          : hook.kinds.map((kind) => html`<span key=${kind} class="tag">${kindWord(kind)}</span>`)}</p></div>
      <button type="button" role="switch" class=${["button", "small", { on: hook.is_active }]}
        aria-checked=${String(hook.is_active)} @click=${() => turn(hook)}>
        ${t(hook.is_active ? "settings.hook.on" : "settings.hook.off")}</button>
      <button type="button" class="button small" @click=${() => { shown.value = hook; }}>
        ${t("settings.hook.deliveries")}</button>
      <button type="button" class="button small" @click=${() => { edited.value = hook; }}>${t("action.edit")}</button>
      <button type="button" class="button quiet icon-only" aria-label=${t("library.delete.one", { name: hook.url })}
        @click=${() => remove(hook)}>
        <${Icon} name="trash" /></button></li>`;

    return () => html`<section class="stack"><div class="row"><p class="quiet grow">${t("settings.hooks.about")}</p>
        <button type="button" class="button primary" @click=${() => { edited.value = null; }}><${Icon} name="plus" />
          ${t("settings.hook.add")}</button></div>
      <${Loaded} resource=${hooks} rows="3">${{
        default: ({ items }) => (items.length === 0 ? html`<${Empty} icon="hook" title=${t("settings.hooks.none")}
          text=${t("settings.hooks.why")} />`
          : html`<p class="visually-hidden">${tn("settings.hooks.count", items.length)}</p><ul class="stack">
          ${items.map(line)}</ul>`),
      }}</${Loaded}>
      ${edited.value !== undefined && html`<${WebhookDialog} key=${edited.value?.id ?? "new"} hook=${edited.value}
        @saved=${() => hooks.reload()}
        @close=${() => { edited.value = undefined; }} />`}
      ${shown.value && html`<${DeliveriesDialog} hook=${shown.value} @close=${() => { shown.value = null; }} />`}
        </section>`;
  },
};
