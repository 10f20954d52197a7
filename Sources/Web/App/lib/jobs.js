// Jobs as lists and pages show them, kept up to date by events.
import { onBeforeUnmount } from "./vue.js";
import { onEvent } from "./live.js";
import { parseTime } from "./format.js";

export const STATES = ["PENDING", "RUNNING", "SUCCESS", "FAILED", "CANCELLED", "SKIPPED"];
export const STEPS = ["script", "narration", "captions", "storyboard", "visuals", "sound", "timeline", "render", "inspect", "publish"];
export const isOver = (state) => state !== "PENDING" && state !== "RUNNING";

/** What an event says of a job, as members to put over its row; null when the row must be loaded anew. */
export function changesOf(event) {
  if (!event.kind.startsWith("execution.") || event.kind === "execution.log") return null;
  const { execution_status, status_detail, progress, stage, done, total, eta_seconds } = event.data ?? {};
  const changes = {};
  if (execution_status) changes.execution_status = execution_status;
  if (status_detail !== undefined) changes.status_detail = status_detail;
  if (progress !== undefined) changes.progress = progress;
  if (stage) changes.live = { stage, done, total, eta: eta_seconds ?? null };
  return changes;
}

/** Which step a job is at, from an event or from what the server wrote ("正在执行: render 3/12"). */
export function stepOf(job) {
  if (job.live) return job.live;
  const found = /([a-z]+)(?: (\d+)\/(\d+))?$/.exec(job.status_detail ?? "");
  if (!found || !STEPS.includes(found[1])) return null;
  return { stage: found[1], done: Number(found[2] ?? 0), total: Number(found[3] ?? 0), eta: null };
}

/** Hears events while the component is shown. `hear(event)`. */
export function useEvents(hear) {
  const end = onEvent(hear);
  onBeforeUnmount(end);
}

/** Milliseconds between two of the API's times; null when one is missing. */
export function lasted(start, end) {
  const [a, b] = [parseTime(start), parseTime(end)];
  return a && b ? Math.max(0, b - a) : null;
}
