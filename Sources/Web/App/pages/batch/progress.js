// How far a batch is, in a bar, in numbers and in words.
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { Icon } from "../../parts/icon.js";

const SIGNS = { RUNNING: "running", PENDING: "waiting", FAILED: "failed", CANCELLED: "cancelled", SKIPPED: "skipped",
  SUCCESS: "done" };
/** In the order in which people look for them. */
export const ORDER = ["FAILED", "RUNNING", "PENDING", "SUCCESS", "CANCELLED", "SKIPPED"];

const COUNTING = new Set([
  "job.created", "job.deleted", "execution.waiting", "execution.started", "execution.retrying", "execution.succeeded",
  "execution.failed", "execution.cancelled", "execution.skipped",
]);
/** Whether an event moves a job from one state to another. */
export const changesCounts = (event) => COUNTING.has(event.kind);

export function BatchProgress({ batch }) {
  const part = (state) => (batch.total > 0 ? (batch.counts[state] / batch.total) * 100 : 0);
  const words = t("batch.progress", { done: number(batch.counts.SUCCESS), total: number(batch.total) });
  return html`<div class="batch-progress"><div class="parts-bar" role="progressbar" aria-valuemin="0"
    aria-valuemax=${batch.total}
      aria-valuenow=${batch.counts.SUCCESS} aria-label=${words}>
      ${["SUCCESS", "RUNNING", "FAILED"].map((state) => part(state) > 0 && html`<span key=${state}
        class=${`is-${state.toLowerCase()}`}
        style=${{ width: `${part(state)}%` }}></span>`)}</div><span class="batch-words">${words}</span></div>`;
}
BatchProgress.props = ["batch"];

/** The states that there are, each with its number. */
export function StateCounts({ batch }) {
  return html`<span class="state-counts">${ORDER.filter((state) => batch.counts[state] > 0).map((state) => html`
    <span key=${state} class=${["pill", `is-${state.toLowerCase()}`]}><${Icon} name=${SIGNS[state]} />
      ${t(`status.${state}`)} ${number(batch.counts[state])}</span>`)}</span>`;
}
StateCounts.props = ["batch"];
