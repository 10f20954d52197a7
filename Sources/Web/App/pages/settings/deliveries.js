// What became of each event that an address was to hear of.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { fullMoment, moment } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { Dialog } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";
import { kindWord } from "./webhooks.js";

const SIZE = 20;
const LOOKS = { pending: ["waiting", ""], delivered: ["done", "is-success"], failed: ["failed", "is-failed"] };

export const DeliveriesDialog = {
  props: ["hook"],
  emits: ["close"],
  setup(props, { emit }) {
    const page = ref(1);
    const list = useResource((signal) => api.get(`/webhooks/${props.hook.id}/deliveries`, { page: page.value,
      page_size: SIZE }, { signal }), { when: page });
    async function replay(delivery) {
      try {
        await api.post(`/webhooks/deliveries/${delivery.id}/replay`);
        toast(t("settings.delivery.replayed"), { kind: "done" });
        list.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    const line = (each) => {
      const [sign, look] = LOOKS[each.state];
      return html`<tr key=${each.id}><td><time title=${fullMoment(each.created_at)}>${moment(each.created_at)}</time>
        </td><td>${kindWord(each.kind)}</td>
        <td><span class=${["pill", look]}><${Icon} name=${sign} />${t(`settings.delivery.${each.state}`)}</span>
          <p class="quiet small">${tn("settings.delivery.attempts", each.attempts)}
            ${each.last_status ? ` · ${each.last_status}` : ""}</p>
          ${each.last_error && html`<p class="why break">${each.last_error}</p>`}</td>
        <td class="actions-cell"><div class="row">
          ${each.state !== "pending" && html`<button type="button" class="button small" @click=${() => replay(each)}>
          <${Icon} name="again" />${t("settings.delivery.replay")}</button>`}</div></td></tr>`;
    };
    return () => html`<${Dialog} wide=${true} title=${t("settings.hook.deliveries")} @close=${() => emit("close")}>
      <p class="quiet break">${props.hook.url}</p>
      <${Loaded} resource=${list} skeleton="table" rows="4">${{
        default: ({ items, total }) => (total === 0 ? html`<p class="quiet">${t("settings.delivery.none")}</p>`
          : html`<div class="table-frame flat"><table><thead><tr><th>${t("system.audit.at")}</th><th>
          ${t("settings.delivery.event")}</th><th>${t("jobs.column.state")}</th>
              <th><span class="visually-hidden">${t("library.actions")}</span></th></tr></thead><tbody>
                ${items.map(line)}</tbody></table></div>
            <${Pager} page=${page.value} size=${SIZE} total=${total} @go=${(to) => { page.value = to; }} />`),
      }}</${Loaded}></${Dialog}>`;
  },
};
