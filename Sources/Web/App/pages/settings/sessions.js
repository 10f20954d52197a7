// Where one is logged in, and ending it.
import { api } from "../../lib/api.js";
import { agentName } from "../../lib/agent.js";
import { fullMoment, moment } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { confirm } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

const when = (time) => html`<time title=${fullMoment(time)}>${moment(time)}</time>`;

export const SessionsTab = {
  setup() {
    const logins = useResource((signal) => api.get("/sessions", {}, { signal }));

    async function attempt(work) {
      try {
        await work();
        logins.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    const end = (login) => attempt(async () => {
      await api.delete(`/sessions/${login.id}`);
      toast(t("settings.sessions.ended"), { kind: "done" });
    });
    async function endOthers() {
      const isSure = await confirm({
        title: t("settings.sessions.others.title"), text: t("settings.sessions.others.text"),
        yes: t("settings.sessions.others"), isDangerous: true,
      });
      if (!isSure) return;
      await attempt(async () => {
        const { ended } = await api.delete("/sessions");
        toast(t("settings.sessions.others.done", { n: ended }), { kind: "done" });
      });
    }

    const line = (login) => html`<tr key=${login.id}><td class="title-cell"><strong>
      ${agentName(login.agent) ?? t("settings.sessions.unknown")}</strong>${" "}
      ${login.is_current && html`<span class="pill is-success"><${Icon} name="done" />
        ${t("settings.sessions.current")}</span>`}<p class="quiet small">${login.address}</p></td>
      <td class="wide-only quiet">${when(login.created_at)}</td><td class="quiet">${when(login.last_used_at)}</td>
      <td class="actions-cell"><div class="row">${!login.is_current && html`<button type="button" class="button small"
        @click=${() => end(login)}>${t("settings.sessions.end")}</button>`}</div></td></tr>`;

    return () => html`<section class="stack"><${Loaded} resource=${logins} skeleton="table" rows="2">${{
      default: ({ items }) => html`<div class="stack"><div class="row"><p class="quiet grow">${t("settings.sessions.about")}</p>
        <button type="button" class="button" disabled=${items.length < 2} @click=${endOthers}>
          ${t("settings.sessions.others")}</button></div>
        <div class="table-frame"><table><thead><tr><th>${t("settings.sessions.where")}</th>
          <th class="wide-only">${t("settings.sessions.since")}</th><th>${t("settings.sessions.used")}</th>
          <th><span class="visually-hidden">${t("library.actions")}</span></th></tr></thead>
          <tbody>${items.map(line)}</tbody></table></div></div>`,
    }}</${Loaded}></section>`;
  },
};
