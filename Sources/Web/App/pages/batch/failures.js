// Why films of a batch failed: alike ones together, each group to be tried again.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { Icon } from "../../parts/icon.js";
import { tell } from "../../parts/tell.js";
import { groupByReason } from "../../lib/failures.js";

const SIZE = 100;
const MOST_PAGES = 10;
const AT_ONCE = 4;

async function failedJobs(id, signal) {
  const all = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, total } = await api.get("/jobs", { batch_id: id, status: "FAILED", page, page_size: SIZE },
      { signal });
    all.push(...items.map(({ id: job, title, status_detail: detail }) => ({ id: job, title, detail })));
    if (all.length >= total || items.length === 0) break;
  }
  return groupByReason(all);
}

/** `count`: how many failed, as the batch says; when it changes the groups are made anew. */
export const Failures = {
  props: ["id", "count"],
  setup(props) {
    const groups = useResource((signal) => failedJobs(props.id, signal), { when: () => props.count });
    const busy = ref("");

    async function retry(group) {
      busy.value = group.reason;
      const left = [...group.jobs];
      let good = 0;
      let why = null;
      const next = async () => {
        for (let job = left.shift(); job; job = left.shift()) {
          try {
            await api.post(`/jobs/${job.id}/retry`, {});
            good++;
          } catch (error) {
            why ??= error;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      busy.value = "";
      if (why) toast(t("jobs.bulk.partly", { good, bad: group.jobs.length - good, why: tell(why) }),
        { kind: "failed" });
      else toast(tn("batch.retried", good, { n: number(good) }), { kind: "done" });
      groups.reload();
    }

    const line = (group) => html`<li key=${group.reason}><details><summary><span class="grow"><strong>
      ${group.reason || t("batch.failures.unsaid")}</strong>
        <span class="quiet">${tn("batch.films", group.jobs.length, { n: number(group.jobs.length) })}</span></span>
          </summary>
        <ul>${group.jobs.map((job) => html`<li key=${job.id}><a href=${`/jobs/${job.id}`}>${job.title}</a></li>`)}
          </ul></details>
      <button type="button" class="button small" disabled=${busy.value !== ""} @click=${() => retry(group)}>
        <${Icon} name=${busy.value === group.reason ? "running" : "again"} />${t("batch.failures.retry")}</button>
          </li>`;

    return () => groups.data?.length > 0 && html`<section class="card stack failures"><h2>${t("batch.failures")}</h2>
      <ul class="failure-groups">${groups.data.map(line)}</ul></section>`;
  },
};
