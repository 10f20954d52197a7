// One batch: X of N as it goes on, why films failed, and all of its jobs.
import { computed, reactive } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { fullMoment, moment, number, parseTime, span } from "../lib/format.js";
import { html } from "../lib/html.js";
import { t, tn } from "../lib/i18n.js";
import { changesOf, useEvents } from "../lib/jobs.js";
import { throttled, useResource } from "../lib/resource.js";
import { route, setQuery } from "../lib/router.js";
import { toast } from "../lib/toasts.js";
import { confirm } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { Pager } from "../parts/pager.js";
import { Loaded } from "../parts/states.js";
import { tell } from "../parts/tell.js";
import { Failures } from "./batch/failures.js";
import { FootageCard } from "./batch/footage.js";
import { BatchProgress, changesCounts, ORDER } from "./batch/progress.js";
import { BulkBar } from "./jobs/bulkbar.js";
import { JobRow } from "./jobs/row.js";

const SIZE = 50;
/** So many films must be done before their pace says anything. */
const ENOUGH = 3;

/** Milliseconds that the rest will take at the pace so far; null when nobody can know. */
function timeLeft(batch) {
  const begun = parseTime(batch.created_at);
  const left = batch.counts.PENDING + batch.counts.RUNNING;
  const done = batch.total - left;
  return batch.is_over || done < ENOUGH || !begun ? null : ((Date.now() - begun) / done) * left;
}

export default {
  props: ["id"],
  setup(props) {
    const picked = reactive(new Set());
    const hidden = reactive(new Set());
    const page = computed(() => Number(route.query.page) || 1);
    const status = computed(() => route.query.status ?? "");
    const batch = useResource(async (signal) => reactive(await api.get(`/batches/${props.id}`, {}, { signal })),
      { when: () => props.id });
    const jobs = useResource(async (signal) => {
      const query = { batch_id: props.id, status: status.value, page: page.value, page_size: SIZE };
      const found = await api.get("/jobs", query, { signal });
      return { rows: found.items.map((row) => reactive(row)), total: found.total };
    }, { when: () => [props.id, status.value, page.value].join() });

    const reload = () => { batch.reload(); jobs.reload(); };
    const recount = throttled(async () => {
      // The page keeps what it has when this fails; the next event or "hello" brings the rest.
      const fresh = await api.get(`/batches/${props.id}`).catch(() => null);
      if (fresh && batch.data) Object.assign(batch.data, fresh);
    }, 700);
    const relist = throttled(() => jobs.reload(), 2500);
    useEvents((event) => {
      if (event.kind === "hello") return void reload();
      if (event.batch_id !== Number(props.id)) return;
      const row = jobs.data?.rows.find((each) => each.id === event.job_id);
      const changes = changesOf(event);
      if (row && changes) Object.assign(row, changes);
      if (!changesCounts(event)) return;
      recount();
      if (status.value || event.kind.startsWith("job.")) relist();
    });

    async function act(work, done) {
      try {
        const answer = await work();
        if (done) toast(done(answer), { kind: "done" });
        reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }
    const retry = () => act(() => api.post(`/batches/${props.id}/retry`), ({ count }) => tn("batch.retried",
      count, { n: number(count) }));
    async function cancel() {
      const left = batch.data.counts.PENDING + batch.data.counts.RUNNING;
      const isSure = await confirm({
        title: t("batch.cancel.title"), text: tn("batch.cancel.text", left, { n: number(left) }),
          yes: t("batch.cancel"), isDangerous: true,
      });
      if (isSure) act(() => api.post(`/batches/${props.id}/cancel`), ({ count }) => tn("batch.cancelled",
        count, { n: number(count) }));
    }
    const download = () => act(async () => {
      const { export_url: href } = await api.post(`/batches/${props.id}/export`);
      Object.assign(document.createElement("a"), { href, download: "" }).click();
    });

    const toggle = (id) => (picked.has(id) ? picked.delete(id) : picked.add(id));
    const rows = computed(() => jobs.data?.rows.filter((row) => !hidden.has(row.id)) ?? []);
    const toggleAll = () => {
      const areAll = rows.value.every((row) => picked.has(row.id));
      for (const row of rows.value) areAll ? picked.delete(row.id) : picked.add(row.id);
    };

    const head = (data) => {
      const left = timeLeft(data);
      const rest = data.counts.PENDING + data.counts.RUNNING;
      return html`<header class="page-head"><a class="button quiet icon-only" href="/batches"
        aria-label=${t("page.batches")}><${Icon} name="left" /></a>
          <h1>${data.name || t("batch.unnamed", { id: data.id })}</h1>
          ${data.counts.FAILED > 0 && html`<button type="button" class="button" @click=${retry}>
            <${Icon} name="again" />${t("batch.retry")}</button>`}
          ${rest > 0 && html`<button type="button" class="button" @click=${cancel}><${Icon} name="cancelled" />
            ${t("batch.cancel")}</button>`}
          <button type="button" class="button primary" disabled=${data.counts.SUCCESS === 0} @click=${download}>
            <${Icon} name="download" />${t("batch.export")}</button></header>
        <section class="card batch-head"><p class="batch-big" role="status"><strong>${number(data.counts.SUCCESS)}
          </strong> / ${number(data.total)}
            <span class="quiet">${data.is_over ? t("batch.over") : left === null ? t("batch.running") : t("jobs.left",
              { time: span(left) })}</span></p>
          <${BatchProgress} batch=${data} />
          <p class="quiet small"><time title=${fullMoment(data.created_at)}>
            ${t("batch.begun", { time: moment(data.created_at) })}</time></p></section>`;
    };

    const filters = (data) => html`<div class="chips" role="group" aria-label=${t("jobs.filters")}>
      ${["", ...ORDER.filter((state) => data.counts[state] > 0 || state === status.value)].map((state) => html`
        <button key=${state} type="button" class=${["chip", { on: status.value === state }]}
          aria-pressed=${String(status.value === state)}
          @click=${() => setQuery({ status: state, page: "" })}>
          ${`${t(state ? `status.${state}` : "jobs.allStates")} ${number(state ? data.counts[state] : data.total)}`}
            </button>`)}</div>`;

    const table = (total) => html`<div class="table-frame"><table class="jobs"><thead><tr><th class="check-cell">
      <input type="checkbox"
          aria-label=${t("jobs.selectAll")} checked=${rows.value.length > 0 && rows.value.every((row) =>
            picked.has(row.id))} @change=${toggleAll} /></th>
        <th>${t("jobs.column.title")}</th><th>${t("jobs.column.state")}</th><th class="wide-only">
          ${t("jobs.column.account")}</th>
        <th class="wide-only">${t("jobs.column.language")}</th><th class="wide-only">${t("jobs.column.created")}</th>
          </tr></thead>
      <tbody>${rows.value.map((job) => html`<${JobRow} key=${job.id} job=${job} isPicked=${picked.has(job.id)}
        @toggle=${() => toggle(job.id)} />`)}</tbody></table>
      ${rows.value.length === 0 && html`<p class="quiet nothing">${t("jobs.none.title")}</p>`}</div>
      <${Pager} page=${page.value} size=${SIZE} total=${total} @go=${(to) => setQuery({ page: to > 1 ? to : "" },
        { replace: false })} />`;

    return () => html`<div class="page"><${Loaded} resource=${batch} rows="3">${{
      default: (data) => html`<div class="stack">${head(data)}
        ${data.counts.FAILED > 0 && html`<${Failures} id=${props.id} count=${data.counts.FAILED} />`}
        ${filters(data)}<${BulkBar} picked=${picked} rows=${rows.value} hidden=${hidden} @done=${reload} />
        <${Loaded} resource=${jobs} skeleton="table" rows="8">${{ default: ({ total }) => table(total) }}</${Loaded}>
        <${FootageCard} id=${props.id} /></div>`,
    }}</${Loaded}></div>`;
  },
};
