// What can be done with the jobs that are picked.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { isOver } from "../../lib/jobs.js";
import { toast, undoable } from "../../lib/toasts.js";
import { Icon } from "../../parts/icon.js";
import { explain } from "../../parts/states.js";

/** Calls at once: the server takes more, but other pages want to be served too. */
const AT_ONCE = 4;

export const BulkBar = {
  props: ["picked", "rows", "hidden"],
  emits: ["done"],
  setup(props, { emit }) {
    const isBusy = ref(false);

    /** Does `work(id)` for each; says how many went well and why others did not. */
    async function each(ids, work) {
      isBusy.value = true;
      const left = [...ids];
      let good = 0;
      let bad = 0;
      let why = null;
      const next = async () => {
        for (let id = left.shift(); id !== undefined; id = left.shift()) {
          try {
            await work(id);
            good++;
          } catch (error) {
            bad++;
            why ??= error;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      isBusy.value = false;
      if (bad > 0) toast(t("jobs.bulk.partly", { good, bad, why: explain(why) }), { kind: "failed" });
      else toast(tn("jobs.bulk.done", good), { kind: "done" });
      props.picked.clear();
      emit("done");
    }

    const ids = () => [...props.picked];
    const stateOf = (id) => props.rows.find((row) => row.id === id)?.execution_status ?? "SUCCESS";

    function remove() {
      const gone = ids();
      gone.forEach((id) => props.hidden.add(id));
      props.picked.clear();
      undoable(tn("jobs.deleted", gone.length), t("action.undo"), {
        undo: () => gone.forEach((id) => props.hidden.delete(id)),
        commit: () => each(gone, (id) => api.delete(`/jobs/${id}`)),
      });
    }

    async function download() {
      for (const id of ids()) {
        try {
          const { export_url } = await api.post(`/jobs/export/${id}`);
          const link = Object.assign(document.createElement("a"), { href: export_url, download: "" });
          link.click();
        } catch (error) {
          toast(explain(error), { kind: "failed" });
        }
      }
    }

    const actions = [
      { words: "jobs.bulk.retry", icon: "again", can: isOver, run: () => each(ids(), (id) => api.post(`/jobs/${id}/retry`, {})) },
      { words: "jobs.bulk.priority", icon: "up", can: (state) => state === "PENDING", run: () => each(ids(), (id) => api.post(`/jobs/${id}/increase_priority`, {})) },
      { words: "jobs.bulk.cancel", icon: "cancelled", can: (state) => !isOver(state), run: () => each(ids(), (id) => api.post(`/jobs/${id}/cancel`, {})) },
      { words: "jobs.bulk.export", icon: "download", can: (state) => state === "SUCCESS", run: download },
      { words: "jobs.bulk.delete", icon: "trash", can: () => true, run: remove },
    ];

    return () => props.picked.size > 0 && html`<div class="bulk" role="toolbar" aria-label=${t("jobs.bulk")}>
      <strong>${t("jobs.picked", { n: props.picked.size })}</strong>
      ${actions.map((action) => html`<button key=${action.words} class="button" @click=${action.run}
        disabled=${isBusy.value || !ids().every((id) => action.can(stateOf(id)))}>
        <${Icon} name=${action.icon} />${t(action.words)}</button>`)}
      <button class="button quiet" @click=${() => props.picked.clear()}>${t("action.clear")}</button></div>`;
  },
};
