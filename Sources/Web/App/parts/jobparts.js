// Parts that lists of jobs, batches and the job's own page share.
import { html } from "../lib/html.js";
import { span } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { stepOf } from "../lib/jobs.js";
import { Icon } from "./icon.js";

const SIGNS = {
  PENDING: "waiting", RUNNING: "running", SUCCESS: "done", FAILED: "failed", CANCELLED: "cancelled", SKIPPED: "skipped",
};

/** The state as a sign and a word, never by colour alone. */
export function StatePill({ state }) {
  return html`<span class=${["pill", `is-${state.toLowerCase()}`]}><${Icon} name=${SIGNS[state] ?? "info"} />${t(`status.${state}`)}</span>`;
}
StatePill.props = ["state"];

/** A bar with the step in words and the time to go. */
export function ProgressLine({ job }) {
  const step = stepOf(job);
  const words = step && (step.total > 0
    ? t("jobs.progress", { step: t(`step.${step.stage}`), done: step.done, total: step.total }) : t(`step.${step.stage}`));
  const left = step?.eta ? t("jobs.left", { time: span(step.eta * 1000) }) : "";
  return html`<div class="progress-line"><progress max="100" value=${job.progress} aria-label=${job.title}></progress>
    <span>${job.progress}%${words && ` · ${words}`}${left && ` · ${left}`}</span></div>`;
}
ProgressLine.props = ["job"];
