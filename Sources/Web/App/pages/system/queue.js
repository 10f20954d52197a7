// How many films of all users stand where, and what workers make, as it changes.
import { api } from "../../lib/api.js";
import { fullMoment, moment, number, parseTime, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useEvents } from "../../lib/jobs.js";
import { throttled, useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { Icon } from "../../parts/icon.js";
import { Loaded } from "../../parts/states.js";
import { StatePill } from "../../parts/jobparts.js";
import { tell } from "../../parts/tell.js";
import { changesCounts, ORDER } from "../batch/progress.js";
import { useTicks } from "./ticks.js";

/** A lease that has passed: nobody renews it any more. */
const isLost = (job) => job.lease_until && parseTime(job.lease_until) < new Date();

function worker(job) {
  const since = job.started_at && span(Date.now() - parseTime(job.started_at));
  return html`<tr key=${job.job_id}><td class="title-cell"><strong>${job.title}</strong>
      <p class="quiet small">${job.detail}</p></td>
    <td><progress max="100" value=${job.progress} aria-label=${job.title}></progress> <span class="small">
      ${job.progress} %</span></td>
    <td class="quiet">${since}</td><td class="wide-only quiet">${isLost(job)
      ? html`<span class="pill is-failed"><${Icon} name="warn" />${t("system.worker.lost")}</span>` : job.worker}</td></tr>`;
}

export const QueueTab = {
  setup() {
    const queue = useResource((signal) => api.get("/admin/queue", {}, { signal }));
    const reload = throttled(() => queue.reload(), 1500);
    useEvents((event) => { if (event.kind === "hello" || changesCounts(event)) reload(); });
    // Events of others do not come to us: what everybody's queue does is asked for.
    useTicks(10_000, () => queue.reload());

    async function reset() {
      try {
        const { reset_count: count } = await api.post("/jobs/reset-stuck");
        toast(t("system.reset.done", { n: count }), { kind: "done" });
        queue.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }

    return () => html`<${Loaded} resource=${queue} rows="3">${{
      default: ({ counts, next_due: due, running }) => html`<div class="stack"><ul class="tiles">${ORDER.map((state) => html`
          <li key=${state} class="card tile"><${StatePill} state=${state} /><strong>${number(counts[state] ?? 0)}
            </strong></li>`)}</ul>
        <section class="card row"><${Icon} name="clock" /><p class="grow">${due
          ? html`${t("system.due")} <time title=${fullMoment(due)}><strong>${moment(due)}</strong></time>`
          : t("system.due.none")}</p></section>
        <section class="card stack"><h2>${t("system.workers")}</h2>${running.length === 0
          ? html`<p class="quiet">${t("system.workers.idle")}</p>`
          : html`<div class="table-frame"><table><thead><tr><th>${t("jobs.column.title")}</th>
              <th>${t("system.worker.progress")}</th><th>${t("system.worker.since")}</th>
              <th class="wide-only">${t("system.worker")}</th></tr></thead><tbody>${running.map(worker)}</tbody>
              </table></div>`}</section>
        <section class="card row"><div class="grow"><h2>${t("system.reset")}</h2><p class="quiet">
          ${t("system.reset.about")}</p></div>
          <button type="button" class="button" @click=${reset}><${Icon} name="again" />${t("system.reset.go")}
            </button></section></div>`,
    }}</${Loaded}>`;
  },
};
