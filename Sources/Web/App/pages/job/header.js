// What the job is called, where it stands, and what can be done with it as a whole.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { nameByID } from "../../lib/catalog.js";
import { clock, fullMoment, moment, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { isOver } from "../../lib/jobs.js";
import { downloadLink } from "../../lib/links.js";
import { go } from "../../lib/router.js";
import { toast } from "../../lib/toasts.js";
import { confirm } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { StatePill } from "../../parts/jobparts.js";
import { tell } from "../../parts/tell.js";
import { AgainDialog } from "./again.js";
import { TitleEditor } from "./title.js";

/** Begins to save a file, as a press on its link would. */
export function save(link) {
  Object.assign(document.createElement("a"), { href: link, download: "" }).click();
}

export async function exportZip(id) {
  try {
    save((await api.post(`/jobs/export/${id}`)).export_url);
  } catch (error) {
    toast(error.status === 409 ? t("job.export.notYet") : tell(error), { kind: "failed" });
  }
}

export const JobHeader = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const isAsking = ref(false);
    const isBusy = ref(false);

    const doing = (work, words) => async () => {
      isBusy.value = true;
      try {
        if ((await work()) === false) return;
        if (words) toast(t(words), { kind: "done" });
        await film.reload();
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      } finally {
        isBusy.value = false;
      }
    };
    const post = (action) => api.post(`/jobs/${film.id}/${action}`, {});

    const stop = doing(async () => {
      const isSure = await confirm({ title: t("job.stop.title"), text: t("job.stop.text"), yes: t("job.stop"),
        no: t("job.stop.no"), isDangerous: true });
      return isSure ? post("cancel") : false;
    }, "job.stopped");

    async function remove() {
      const { title } = film.job;
      const isSure = await confirm({ title: t("job.delete.title"), text: t("job.delete.text", { title }),
        yes: t("action.delete"), isDangerous: true });
      if (!isSure) return;
      try {
        await api.delete(`/jobs/${film.id}`);
        await go("/jobs");
        toast(t("job.deleted", { title }), { kind: "done" });
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      }
    }

    const button = (icon, words, run, kind = "") =>
      html`<button key=${words} class=${["button", kind]} disabled=${isBusy.value} @click=${run}>
      <${Icon} name=${icon} />${t(words)}</button>`;

    function actions() {
      const state = film.execution.execution_status;
      const link = film.files.logoed_video_oss_key ?? film.files.combined_video_oss_key;
      return html`<div class="row job-actions">
        ${state === "PENDING" && button("up", "job.raise", doing(() => post("increase_priority"), "job.raised"))}
        ${state === "PENDING" && film.job.runorder !== 0
          && button("undo", "job.lower", doing(() => post("reset_priority"), "job.lowered"))}
        ${!isOver(state) && button("cancelled", "job.stop", stop)}
        ${link && html`<a class="button" href=${downloadLink(link)} download="">
          <${Icon} name="film" />${t("job.download")}</a>`}
        ${state === "SUCCESS" && button("download", "job.export", () => exportZip(film.id))}
        ${isOver(state) && button("again", "job.again", () => { isAsking.value = true; },
          state === "SUCCESS" ? "" : "primary")}
        <button class="button quiet icon-only" aria-label=${t("job.delete")} title=${t("job.delete")} @click=${remove}>
          <${Icon} name="trash" /></button></div>`;
    }

    function facts() {
      const { job, execution, made } = film;
      const size = made?.brief?.canvas?.size;
      return [
        made?.ms && html`<span>${clock(made.ms)}</span>`, size && html`<span>${size.width}×${size.height}</span>`,
        nameByID("accounts", job.account_id), nameByID("languages", job.language_id),
        html`<time title=${fullMoment(job.created_at)}>${t("job.created", { at: moment(job.created_at) })}</time>`,
        isOver(execution.execution_status) && execution.duration_ms !== null
          && html`<span>${t("job.took", { time: span(execution.duration_ms) })}</span>`,
        job.batch_id && html`<a href=${`/batches/${job.batch_id}`}>${t("job.batch", { n: job.batch_id })}</a>`,
      ].filter(Boolean);
    }

    return () => html`<header class="job-head">
      <a class="crumb" href="/jobs"><${Icon} name="left" />${t("nav.jobs")}</a>
      <div class="page-head"><${TitleEditor} film=${film} />${actions()}</div>
      <p class="job-facts"><${StatePill} state=${film.execution.execution_status} />
        ${film.job.runorder !== 0
          && html`<span class="tag">
            ${t(film.job.runorder < 0 ? "jobs.priority" : "job.later", { n: Math.abs(film.job.runorder) })}</span>`}
        ${facts().map((fact, place) => html`<span key=${place} class="fact">${fact}</span>`)}</p>
      ${isAsking.value && html`<${AgainDialog} film=${film} @close=${() => { isAsking.value = false; }} />`}</header>`;
  },
};
