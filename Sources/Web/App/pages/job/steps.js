// The ten steps of a film: where the run is, how long each took, what came from an earlier run, what went wrong.
import { computed, ref } from "../../lib/vue.js";
import { span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { isOver } from "../../lib/jobs.js";
import { stepRows } from "../../lib/steps.js";
import { Icon } from "../../parts/icon.js";
import { AgainDialog } from "./again.js";

const SIGNS = { finished: "done", running: "running", failed: "failed", cancelled: "cancelled", skipped: "skipped",
  waiting: "waiting", unreached: "waiting" };
const stepName = (stage) => (hasWords(`step.${stage}`) ? t(`step.${stage}`) : stage);

/** One line about a step: "3 of 12, about 8 s left", "54 s, 10 from before". */
function lineOf(step, live) {
  const isLive = step.state === "running" && live?.stage === step.stage;
  if (step.state === "waiting" || step.state === "unreached") return "";
  if (step.state !== "finished") {
    const count = step.total > 0 ? t("job.step.count", { done: step.done, total: step.total }) : "";
    const left = isLive && live.eta ? t("jobs.left", { time: span(live.eta * 1000) }) : "";
    return [count, left].filter(Boolean).join(" · ") || t(`job.step.${step.state}`);
  }
  const isReused = step.total > 0 && step.reused === step.total;
  return isReused ? t("job.step.reused") : step.duration_ms === null || step.duration_ms === undefined
    ? t("job.step.finished") : span(step.duration_ms);
}

const Step = {
  props: ["step", "live", "isOpen"],
  emits: ["open"],
  setup(props, { emit }) {
    return () => {
      const { step, isOpen } = props;
      const part = step.total > 0 ? step.done / step.total : null;
      return html`<li class=${["step", `is-${step.state}`]}>
        <button aria-expanded=${isOpen ? "true" : "false"} @click=${() => emit("open")}
          disabled=${step.state === "waiting" || step.state === "unreached"}>
        <span class="step-sign"><${Icon} name=${SIGNS[step.state] ?? "info"} /></span>
        <span class="step-name">${stepName(step.stage)}
          <span class="visually-hidden">, ${t(`job.step.${step.state}`)}</span></span>
        <span class="step-line">${lineOf(step, props.live)}</span>
        ${step.state === "running" && part !== null
          && html`<progress max="1" value=${part} aria-label=${stepName(step.stage)}></progress>`}
        ${step.message && html`<span class="step-mark" title=${step.message}><${Icon} name="warn" /></span>`}</button>
        </li>`;
    };
  },
};

export const StepStrip = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const opened = ref(null);
    const again = ref(null);
    const isUnfolded = ref(false);
    const rows = computed(() => stepRows(film.execution));
    const failed = computed(() => rows.value.find((step) => step.state === "failed"));
    const isDone = computed(() => film.execution.execution_status === "SUCCESS");

    /** What went wrong and what to do about it. */
    function trouble() {
      const { execution } = film;
      if (execution.execution_status !== "FAILED") return null;
      const stage = failed.value?.stage;
      const advice = [`job.advice.${stage}`, "job.advice.other"].find(hasWords);
      return html`<div class="notice bad trouble" role="alert"><${Icon} name="warn" /><div>
        <strong>${stage ? t("job.failedAt", { step: stepName(stage) }) : t("job.failed")}</strong>
        <p>${execution.error_message || execution.status_detail}</p><p>${t(advice)}</p></div>
        <button class="button" @click=${() => { again.value = stage ?? ""; }}>
          <${Icon} name="again" />${t("job.again")}</button></div>`;
    }

    function detail(step) {
      const { execution } = film;
      const facts = [
        ["job.step.state", t(`job.step.${step.state}`)], ["job.step.took", step.duration_ms && span(step.duration_ms)],
        ["job.step.made", step.total > 0 && t("job.step.count", { done: step.done, total: step.total })],
        ["job.step.fromBefore", step.reused > 0 && String(step.reused)],
        ["job.step.attempts", execution.retry_count > 0 && String(execution.retry_count + 1)],
      ].filter(([, value]) => value);
      return html`<div class="step-detail"><h3>${stepName(step.stage)}</h3>
        <dl class="facts">${facts.map(([name, value]) =>
          html`<div key=${name}><dt>${t(name)}</dt><dd>${value}</dd></div>`)}</dl>
        ${step.message && html`<ul class="step-messages">
          ${step.message.split("; ").map((line, place) => html`<li key=${place}>${line}</li>`)}</ul>`}
        ${isOver(execution.execution_status)
          && html`<button class="button small" @click=${() => { again.value = step.stage; }}>
          <${Icon} name="again" />${t("job.again.fromHere")}</button>`}</div>`;
    }

    return () => {
      const step = rows.value.find((each) => each.stage === opened.value);
      const { execution } = film;
      return html`<section class=${["card", "steps-card", { folded: isDone.value && !isUnfolded.value }]}
        aria-label=${t("job.steps")}>
        <button class="fold" aria-expanded=${isUnfolded.value ? "true" : "false"}
          @click=${() => { isUnfolded.value = !isUnfolded.value; }}>
          <${Icon} name="done" />
            ${t("job.steps.done", { n: rows.value.length, time: span(execution.duration_ms ?? 0) })}</button>
        <ol class="stage-strip">
          ${rows.value.map((each) => html`<${Step} key=${each.stage} step=${each} live=${execution.live}
          isOpen=${each.stage === opened.value}
            @open=${() => { opened.value = opened.value === each.stage ? null : each.stage; }} />`)}</ol>
        ${execution.retry_count > 0 && !isOver(execution.execution_status)
          && html`<p class="notice warn"><${Icon} name="again" />
          ${t("job.attempt", { n: execution.retry_count + 1 })}
            ${execution.error_message && ` ${execution.error_message}`}</p>`}
        ${trouble()}${step && detail(step)}
        ${again.value !== null
          && html`<${AgainDialog} film=${film} from=${again.value} @close=${() => { again.value = null; }} />`}
          </section>`;
    };
  },
};
