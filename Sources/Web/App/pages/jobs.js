// All jobs: filtered by the address, picked for bulk actions, alive.
import { computed, reactive } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { changesOf, useEvents } from "../lib/jobs.js";
import { useKeys } from "../lib/keys.js";
import { throttled, useResource } from "../lib/resource.js";
import { route, setQuery } from "../lib/router.js";
import { Icon } from "../parts/icon.js";
import { Pager } from "../parts/pager.js";
import { Empty, Loaded } from "../parts/states.js";
import { BulkBar } from "./jobs/bulkbar.js";
import { FilterBar, filtersOf } from "./jobs/filters.js";
import { JobRow } from "./jobs/row.js";
import { sampleJob } from "./jobs/sample.js";

const SIZE = 50;

export default {
  setup() {
    const picked = reactive(new Set());
    /** Deleted and waiting for "undo" to run out. */
    const hidden = reactive(new Set());
    const page = computed(() => Number(route.query.page) || 1);
    const jobs = useResource(load, { when: () => [route.path, JSON.stringify(filtersOf(route.query)), page.value].join() });

    async function load(signal) {
      const found = await api.get("/jobs", { ...filtersOf(route.query), page: page.value, page_size: SIZE }, { signal });
      return { rows: found.items.map((row) => reactive(row)), total: found.total };
    }

    const reload = throttled(() => jobs.reload(), 1500);
    useEvents((event) => {
      if (event.kind === "hello") return void jobs.reload();
      const row = jobs.data?.rows.find((each) => each.id === event.job_id);
      const changes = changesOf(event);
      if (row && changes) Object.assign(row, changes);
      // What came, went or changed its place in the list.
      if (["job.created", "job.deleted", "batch.created", "job.updated"].includes(event.kind)) reload();
      else if (event.kind !== "execution.progress" && event.kind !== "execution.log" && route.query.status) reload();
    });

    const rows = computed(() => jobs.data?.rows.filter((row) => !hidden.has(row.id)) ?? []);
    const hasFilters = computed(() => Object.keys(filtersOf(route.query)).length > 0);
    const toggle = (id) => (picked.has(id) ? picked.delete(id) : picked.add(id));
    const toggleAll = () => {
      const areAll = rows.value.every((row) => picked.has(row.id));
      for (const row of rows.value) areAll ? picked.delete(row.id) : picked.add(row.id);
    };

    useKeys([
      { keys: "/", label: () => t("jobs.search"), run: () => document.getElementById("jobs-search")?.focus() },
      { keys: "mod+a", label: () => t("jobs.selectAll"), run: toggleAll },
    ]);

    const table = () => html`<div class="table-frame"><table class="jobs">
      <thead><tr><th class="check-cell"><input type="checkbox" aria-label=${t("jobs.selectAll")}
          checked=${rows.value.length > 0 && rows.value.every((row) => picked.has(row.id))} @change=${toggleAll} /></th>
        <th>${t("jobs.column.title")}</th><th>${t("jobs.column.state")}</th><th class="wide-only">${t("jobs.column.account")}</th>
        <th class="wide-only">${t("jobs.column.language")}</th><th class="wide-only">${t("jobs.column.created")}</th></tr></thead>
      <tbody>${rows.value.map((job) => html`<${JobRow} key=${job.id} job=${job} isPicked=${picked.has(job.id)}
        @toggle=${() => toggle(job.id)} />`)}</tbody></table></div>`;

    const nothing = () => hasFilters.value
      ? html`<${Empty} icon="search" title=${t("jobs.none.title")} text=${t("jobs.none.text")}>
          <a class="button" href="/jobs">${t("jobs.none.clear")}</a></${Empty}>`
      : html`<${Empty} title=${t("jobs.empty.title")} text=${t("jobs.empty.text")}>
          <a class="button primary" href="/new"><${Icon} name="plus" />${t("nav.new")}</a>
          <button class="button" @click=${sampleJob}>${t("jobs.empty.sample")}</button></${Empty}>`;

    return () => html`<div class="page"><header class="page-head"><h1>${t("jobs.title")}</h1></header>
      <${FilterBar} />
      <${BulkBar} picked=${picked} rows=${rows.value} hidden=${hidden} @done=${() => jobs.reload()} />
      <${Loaded} resource=${jobs} skeleton="table" rows="10">${{
        default: (data) => (rows.value.length === 0 ? nothing() : html`${table()}<${Pager} page=${page.value} size=${SIZE}
          total=${data.total} @go=${(to) => setQuery({ page: to > 1 ? to : "" }, { replace: false })} />`),
      }}</${Loaded}></div>`;
  },
};
