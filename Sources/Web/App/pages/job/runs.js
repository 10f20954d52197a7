// Every run of the job, newest first: what was asked, who did it, how long each step took, what it cost.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { fullMoment, moment, money, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t, tn } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { Icon } from "../../parts/icon.js";
import { StatePill } from "../../parts/jobparts.js";
import { copy } from "./description.js";

const stepName = (stage) => (hasWords(`step.${stage}`) ? t(`step.${stage}`) : stage);

const Run = {
  props: ["run", "isOpen"],
  emits: ["toggle"],
  setup(props, { emit }) {
    function steps(run) {
      return html`<div class="table-frame" tabindex="0" role="group" aria-label=${t("job.steps")}>
        <table class="steps-table"><thead><tr><th>${t("runs.step")}</th><th>${t("job.step.state")}</th>
          <th class="number-cell">${t("runs.count")}</th><th class="number-cell">${t("runs.reused")}</th>
          <th class="number-cell">${t("job.step.took")}</th></tr></thead>
        <tbody>${run.steps.map((step) => html`<tr key=${step.stage}><td>${stepName(step.stage)}
            ${step.message && html`<p class="why-soft">${step.message}</p>`}</td><td>${t(`job.step.${step.state}`)}</td>
          <td class="number-cell">${step.total > 0 ? `${step.done}/${step.total}` : ""}</td>
          <td class="number-cell">${step.reused > 0 ? step.reused : ""}</td>
          <td class="number-cell">${step.duration_ms === null ? "" : span(step.duration_ms)}</td></tr>`)}</tbody>
          </table></div>`;
    }

    function body(run) {
      const facts = [
        ["runs.worker", run.worker_hostname], ["runs.started", run.started_at && fullMoment(run.started_at)],
        ["runs.finished", run.finished_at && fullMoment(run.finished_at)],
          ["runs.retries", run.retry_count > 0 && String(run.retry_count)],
      ].filter(([, value]) => value);
      return html`<div class="run-body">
        ${run.error_message && html`<p class="notice bad"><${Icon} name="warn" />${run.error_message}</p>`}
        <dl class="facts">${facts.map(([name, value]) =>
          html`<div key=${name}><dt>${t(name)}</dt><dd>${value}</dd></div>`)}
          <div><dt>${t("board.fact.seed")}</dt><dd><code>${run.seed}</code>
            <button class="link" @click=${() => copy(String(run.seed))}>${t("action.copy")}</button></dd></div></dl>
        ${run.steps.length > 0 && steps(run)}</div>`;
    }

    return () => {
      const { run, isOpen } = props;
      const reused = run.steps.reduce((sum, step) => sum + step.reused, 0);
      return html`<li class="card run">
        <button class="run-head" aria-expanded=${isOpen ? "true" : "false"} @click=${() => emit("toggle")}>
          <strong>${t("runs.run", { n: run.id })}</strong><${StatePill} state=${run.execution_status} />
          <span class="quiet grow">${moment(run.started_at ?? run.created_at)}
            ${run.duration_ms !== null && ` · ${span(run.duration_ms)}`}
            ${reused > 0 && ` · ${tn("runs.kept", reused)}`}</span><${Icon} name="chevron" /></button>
        ${isOpen && body(run)}</li>`;
    };
  },
};

/** What vendors were asked for, when they were. */
const VendorCalls = {
  props: ["film"],
  setup(props) {
    const calls = useResource((signal) => api.get(`/jobs/${props.film.id}/vendor-calls`, {}, { signal }),
      { when: () => props.film.runs.length });
    const state = (word) => (hasWords(`runs.call.${word}`) ? t(`runs.call.${word}`) : word);
    return () => calls.data?.items.length > 0 && html`<section class="stack"><h2>${t("runs.vendors")}</h2>
      <p>${calls.data.costs.map((each) =>
        html`<span key=${each.currency} class="tag">
          ${tn("runs.calls", each.calls)} · ${money(each.cost, each.currency)}</span>`)}</p>
      <div class="table-frame"><table><thead><tr><th>${t("board.fact.provider")}</th><th>${t("runs.operation")}</th>
        <th>${t("job.step.state")}</th>
          <th class="number-cell">${t("runs.cost")}</th><th class="wide-only">${t("runs.at")}</th></tr></thead>
        <tbody>${calls.data.items.map((call) =>
          html`<tr key=${call.id}><td>${call.provider}</td><td>${call.operation}</td><td>${state(call.state)}</td>
          <td class="number-cell">${money(call.cost, call.currency)}</td>
            <td class="wide-only quiet">${moment(call.created_at)}</td></tr>`)}</tbody></table></div></section>`;
  },
};

export const RunsTab = {
  props: ["film"],
  setup(props) {
    const opened = ref(null);
    return () => {
      const { runs } = props.film;
      const open = opened.value ?? runs[0]?.id;
      return html`<div class="stack">
        <ol class="runs">${runs.map((run) => html`<${Run} key=${run.id} run=${run} isOpen=${open === run.id}
        @toggle=${() => { opened.value = open === run.id ? 0 : run.id; }} />`)}</ol>
          <${VendorCalls} film=${props.film} /></div>`;
    };
  },
};
