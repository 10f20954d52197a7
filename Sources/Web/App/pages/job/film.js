// A job as its page shows it: loaded once, kept up to date by events, shared by all tabs.
import { reactive, shallowReactive } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { isOver } from "../../lib/jobs.js";
import { keptLink } from "../../lib/links.js";
import { throttled, useResource } from "../../lib/resource.js";
import { madeOf } from "../../lib/shots.js";
import { mergeExecution, mergeProgress } from "../../lib/steps.js";

/**
 * `film.job`, `film.execution` (the run that goes on, else the latest) and `film.runs` (all, newest first) react;
 * `film.files` are links by role: of the newest run that made a film, `film.filmRun`, so that there is something to see
 * while the next one is made.
 */
export function useFilm(id, { onShots }) {
  const film = shallowReactive({
    id, job: null, execution: null, runs: [], files: {}, filmRun: null, made: null, resource: null,
    /** A run waits or goes on; another may wait behind it, with what was changed since. */
    get isRunning() { return this.execution !== null && !isOver(this.execution.execution_status); },
    get isQueued() { return this.runs.some((run) => run.execution_status === "PENDING"); },
  });

  async function load(signal) {
    const [detail, runs] = await Promise.all([
      api.get(`/jobs/${id}`, {}, { signal }), api.get(`/jobs/${id}/executions`, {}, { signal }),
    ]);
    // The cover is shown by its link; shots have a place of their own.
    const { execution, job_splits: shots, cover_base64: _, files, ...facts } = detail;
    if (film.job) Object.assign(film.job, facts);
    else film.job = reactive(facts);
    film.runs = runs.items;
    takeExecution(runs.items.find((run) => run.execution_status === "RUNNING") ?? execution);
    onShots(shots);
    await takeFiles(files, signal);
    return film;
  }

  function takeExecution(fresh) {
    const merged = mergeExecution(film.execution, fresh);
    if (film.execution?.id === merged.id) Object.assign(film.execution, merged);
    else film.execution = reactive(merged);
  }

  async function takeFiles(links, signal) {
    const run = film.runs.find((each) => Object.keys(each.result_key).length > 0) ?? null;
    const isLatest = Object.keys(links).length > 0;
    const fresh = isLatest || !run ? links : await linksOf(run, signal);
    const isSame = run?.id === film.filmRun?.id;
    const entries = Object.entries(fresh).map(([role, link]) =>
      [role, isSame ? keptLink(film.files[role], link) : link]);
    const isChanged = !isSame || JSON.stringify(entries) !== JSON.stringify(Object.entries(film.files));
    film.filmRun = run;
    if (isChanged) film.files = Object.fromEntries(entries);
    if (!isSame) film.made = null;
    if (!film.made && film.files.project_oss_key) loadMade(run.id);
  }

  /** Links to the results of a run that is not the latest. */
  async function linksOf(run, signal) {
    const pairs = await Promise.all(Object.entries(run.result_key).map(async ([role, key]) => {
      const known = film.filmRun?.id === run.id && film.files[role];
      if (known && keptLink(known, known) === known) return [role, known];
      const { url } = await api.get("/utils/files", { uploadkey: key }, { signal });
      return [role, url];
    }));
    return Object.fromEntries(pairs);
  }

  /** What the film was made of: so that "changed" is said of what really differs. Nothing waits for it. */
  async function loadMade(run) {
    try {
      const answer = await fetch(film.files.project_oss_key, { credentials: "same-origin" });
      const project = answer.ok ? await answer.json() : null;
      if (project && film.filmRun?.id === run) film.made = { shots: madeOf(project), brief: project.brief,
        ms: project.durationMs };
    } catch {
      // Without it, times of edits tell what changed.
    }
  }

  film.resource = useResource(load);
  film.reload = () => film.resource.reload();
  const reloadSoon = throttled(film.reload, 800);

  /** Links that no longer hold are asked for anew. */
  film.renewLinks = () => {
    film.files = {};
    return film.reload();
  };

  film.hear = (event) => {
    if (event.kind === "hello") return void film.reload();
    if (event.job_id !== Number(id) || !film.execution) return;
    if (event.kind === "execution.progress") {
      if (mergeProgress(film.execution, event)) reloadSoon();
    } else if (event.kind !== "execution.log" && event.kind !== "shots.changed") {
      reloadSoon();
    }
  };

  /** Has the film made anew: what changed and nothing else. */
  film.render = async () => {
    const run = await api.post(`/jobs/${id}/render`);
    film.runs = [run, ...film.runs];
    if (!film.isRunning) takeExecution(run);
    reloadSoon();
  };
  return film;
}

/** Width to height of the picture, by what the job asks for. */
export function aspectOf(job, made) {
  const size = made?.brief?.canvas?.size;
  if (size) return size.width / size.height;
  const wish = String(job?.extra?.resolution ?? "");
  const exact = /^(\d+)[xX×](\d+)$/.exec(wish) ?? /^(\d+):(\d+)$/.exec(wish);
  if (exact) return Number(exact[1]) / Number(exact[2]);
  if (wish === "square") return 1;
  return job?.is_horizontal === false ? 9 / 16 : 16 / 9;
}
