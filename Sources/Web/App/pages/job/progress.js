// While a film is made: how far it is, and that nobody needs to wait for it.
import { span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { Icon } from "../../parts/icon.js";

export function Progress({ film }) {
  const { execution } = film;
  const { progress } = execution;
  // Whoever comes in the middle of a step has heard no event of it yet.
  const live = execution.live ?? execution.steps.find((step) => step.state === "running");
  const isWaiting = execution.execution_status === "PENDING";
  const name = live && hasWords(`step.${live.stage}`) ? t(`step.${live.stage}`) : live?.stage;
  const words = !live ? "" : live.total > 0 ? t("jobs.progress", { step: name, done: live.done, total: live.total })
    : name;
  const left = live?.eta ? t("jobs.left", { time: span(live.eta * 1000) }) : "";
  const title = isWaiting ? t("job.waiting") : execution.cancel_requested ? t("job.stopping") : t("job.making");
  return html`<section class="card making" aria-label=${t("job.making")}>
    <p class="making-head"><${Icon} name=${isWaiting ? "waiting" : "running"} />${title}
      ${!isWaiting && html`<strong>${progress}%</strong>`}</p>
    <progress max="100" value=${isWaiting ? undefined : progress} aria-label=${t("job.making")}></progress>
    <p class="quiet small">
      ${isWaiting ? t("job.waiting.text") : [words, left].filter(Boolean).join(" · ") || t("job.begun")}</p>
    <p class="quiet small">${t("job.editOn")}</p></section>`;
}
Progress.props = ["film"];
