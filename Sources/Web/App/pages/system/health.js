// How each part of the service is, and what the process measures of itself.
import { reactive } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { bytes, number, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { Icon } from "../../parts/icon.js";
import { Loaded } from "../../parts/states.js";
import { useTicks } from "./ticks.js";

const KEPT = 60;
/** Measurements of the last minutes, by name: they outlive the tab, not the page. */
const past = reactive({});

function keep(values) {
  for (const [name, value] of Object.entries(values)) (past[name] ??= []).push(value);
  for (const list of Object.values(past)) if (list.length > KEPT) list.shift();
}

/** A measurement as its name says that it is. */
export function measured(name, value) {
  if (/bytes/.test(name)) return bytes(value);
  if (/percent/.test(name)) return `${number(Math.round(value * 10) / 10)}%`;
  if (/seconds/.test(name)) return span(value * 1000);
  return number(Math.round(value * 100) / 100);
}

function Sparkline({ values }) {
  if (values.length < 3) return null;
  const least = Math.min(...values);
  const height = Math.max(...values) - least || 1;
  const points = values.map((value,
    at) => `${(at / (values.length - 1)) * 100},${24 - ((value - least) / height) * 22}`).join(" ");
  return html`<svg class="sparkline" viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden="true">
    <polyline points=${points} /></svg>`;
}
Sparkline.props = ["values"];

export function Condition({ status }) {
  const isWell = status === "healthy";
  return html`<span class=${["pill", isWell ? "is-success" : "is-failed"]}>
    <${Icon} name=${isWell ? "done" : "warn"} />${t(`system.health.${status}`)}</span>`;
}
Condition.props = ["status"];

async function health(signal) {
  try {
    return await api.get("/health/extended", {}, { signal });
  } catch (error) {
    // 503 is an answer too: it says what is not well.
    const answer = error.status === 503 ? await fetch("/api/health/extended", { signal }).then((response) =>
      response.json()).catch(() => null) : null;
    if (answer?.components) return answer;
    throw error;
  }
}

const word = (prefix, name) => (hasWords(`${prefix}.${name}`) ? t(`${prefix}.${name}`) : name);

export const HealthTab = {
  setup() {
    const state = useResource(health);
    const values = useResource(async (signal) => {
      const found = await api.get("/health/metrics", {}, { signal });
      keep(found);
      return found;
    });
    useTicks(5_000, () => values.reload());
    useTicks(15_000, () => state.reload());
    return () => html`<div class="stack"><${Loaded} resource=${state} rows="4">${{
        default: (data) => html`<section class="card stack"><header class="card-head"><h2>${t("system.health")}</h2>
          <${Condition} status=${data.status} /></header>
          <div class="table-frame flat"><table><thead><tr><th>${t("system.health.part")}</th><th>
            ${t("jobs.column.state")}</th>
            <th class="number-cell">${t("system.health.answer")}</th></tr></thead>
            <tbody>${Object.entries(data.components).map(([name, part]) => html`<tr key=${name}><td>
              ${word("system.part", name)}</td>
              <td><${Condition} status=${part.status} /> ${part.message}</td><td class="number-cell">
                ${number(part.latency_ms)} ms</td></tr>`)}</tbody></table></div>
          <p class="quiet small">${data.service} ${data.version} · ${data.environment}</p></section>`,
      }}</${Loaded}>
      <${Loaded} resource=${values} rows="3">${{
        default: (data) => html`<section class="card stack"><h2>${t("system.measures")}</h2><dl class="measures">
          ${Object.entries(data).map(([name, value]) => html`
          <div key=${name}><dt>${word("system.measure", name)}</dt><dd>${measured(name, value)}
            <${Sparkline} values=${past[name] ?? []} /></dd></div>`)}</dl></section>`,
      }}</${Loaded}></div>`;
  },
};
