// All batches, and how far each is.
import { computed, reactive } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { fullMoment, moment, number } from "../lib/format.js";
import { html } from "../lib/html.js";
import { t, tn } from "../lib/i18n.js";
import { useEvents } from "../lib/jobs.js";
import { throttled, useResource } from "../lib/resource.js";
import { route, setQuery } from "../lib/router.js";
import { Icon } from "../parts/icon.js";
import { Pager } from "../parts/pager.js";
import { Empty, Loaded } from "../parts/states.js";
import { BatchProgress, changesCounts, StateCounts } from "./batch/progress.js";

const SIZE = 50;

/** One batch; a component of its own, so that its progress draws nothing else anew. */
function BatchRow({ batch }) {
  return html`<tr><td class="title-cell"><a href=${`/batches/${batch.id}`}>
    ${batch.name || t("batch.unnamed", { id: batch.id })}</a>
      <p class="quiet small">${tn("batch.films", batch.total, { n: number(batch.total) })}</p></td>
    <td class="batch-progress-cell"><${BatchProgress} batch=${batch} /></td>
    <td><${StateCounts} batch=${batch} /></td>
    <td class="wide-only quiet"><time title=${fullMoment(batch.created_at)}>${moment(batch.created_at)}</time></td>
      </tr>`;
}
BatchRow.props = ["batch"];

export default {
  setup() {
    const page = computed(() => Number(route.query.page) || 1);
    const batches = useResource(async (signal) => {
      const found = await api.get("/batches", { page: page.value, page_size: SIZE }, { signal });
      return { rows: found.items.map((row) => reactive(row)), total: found.total };
    }, { when: () => `${route.path} ${page.value}` });

    const due = new Set();
    const reload = throttled(() => batches.reload(), 2000);
    const look = throttled(async () => {
      const ids = [...due];
      due.clear();
      for (const id of ids) {
        const row = batches.data?.rows.find((each) => each.id === id);
        // One that is gone or cannot be asked for now is seen at the next reload.
        if (row) await api.get(`/batches/${id}`).then((fresh) => Object.assign(row, fresh)).catch(() => {});
      }
    }, 1000);
    useEvents((event) => {
      if (event.kind === "hello") return void batches.reload();
      if (event.kind === "batch.created") return void reload();
      if (!event.batch_id || !changesCounts(event)) return;
      due.add(event.batch_id);
      look();
    });

    return () => html`<div class="page"><header class="page-head"><h1>${t("page.batches")}</h1>
        <a class="button primary" href="/import"><${Icon} name="import" />${t("nav.import")}</a></header>
      <${Loaded} resource=${batches} skeleton="table" rows="8">${{
        default: ({ rows, total }) => (rows.length === 0 && page.value === 1
          ? html`<${Empty} icon="batch" title=${t("batches.empty.title")} text=${t("batches.empty.text")}>
              <a class="button primary" href="/import"><${Icon} name="import" />${t("nav.import")}</a></${Empty}>`
          : html`<div class="table-frame"><table class="batches"><thead><tr><th>${t("batches.name")}</th><th>
          ${t("batches.progress")}</th>
              <th>${t("batches.states")}</th><th class="wide-only">${t("jobs.column.created")}</th></tr></thead>
              <tbody>${rows.map((batch) => html`<${BatchRow} key=${batch.id} batch=${batch} />`)}</tbody></table></div>
            <${Pager} page=${page.value} size=${SIZE} total=${total}
              @go=${(to) => setQuery({ page: to > 1 ? to : "" }, { replace: false })} />`),
      }}</${Loaded}></div>`;
  },
};
