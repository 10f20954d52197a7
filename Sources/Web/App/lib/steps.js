// The steps of a run: as the server keeps them, and as events move them on.

export const STAGES = [
  "script", "narration", "captions", "storyboard", "visuals", "sound", "timeline", "render", "inspect", "publish",
];

const ENDS = { FAILED: "failed", CANCELLED: "cancelled", SKIPPED: "skipped" };

/**
 * One row for each step, in order, those to come as "waiting". A step that was going on when the run ended badly is
 * what ended it. Steps of later versions stand after the one that was before them.
 */
export function stepRows(execution) {
  const known = new Map((execution?.steps ?? []).map((step) => [step.stage, step]));
  const stages = [...STAGES];
  let before = -1;
  for (const stage of known.keys()) {
    if (!stages.includes(stage)) stages.splice(before + 1, 0, stage);
    before = stages.indexOf(stage);
  }
  const end = ENDS[execution?.execution_status];
  return stages.map((stage) => {
    const step = known.get(stage);
    if (!step) return { stage, state: end && known.size > 0 ? "unreached" : "waiting", done: 0, total: 0, reused: 0 };
    return { ...step, state: step.state === "running" && end ? end : step.state };
  });
}

/**
 * Moves a run on by an "execution.progress" event. Returns what the event cannot tell: "run" when another run has
 * begun, "step" when a step has begun or ended, else null.
 */
export function mergeProgress(execution, event) {
  const { stage, done = 0, total = 0, reused = 0, warning, eta_seconds: eta, ...facts } = event.data ?? {};
  if (!execution || execution.id !== event.execution_id) return "run";
  if (event.id <= (execution.lastEvent ?? 0)) return null;
  execution.lastEvent = event.id;
  for (const name of ["execution_status", "status_detail", "progress", "retry_count"]) {
    if (facts[name] !== undefined) execution[name] = facts[name];
  }
  if (!stage) return null;
  execution.live = { stage, done, total, eta: eta ?? null };
  const step = execution.steps.find((each) => each.stage === stage);
  if (!step) {
    execution.steps.push({
      stage, state: "running", started_at: event.at, finished_at: null, duration_ms: null, done, total, reused,
      message: warning ?? null,
    });
    return "step";
  }
  Object.assign(step, { done, total, reused });
  if (warning && !step.message?.includes(warning)) step.message = [step.message, warning].filter(Boolean).join("; ");
  return total > 0 && done >= total ? "step" : null;
}

/** Newly loaded facts over what is shown; events that are newer than the facts stay. */
export function mergeExecution(shown, fresh) {
  if (!shown || shown.id !== fresh.id) return { ...fresh, live: null, lastEvent: 0 };
  const isBehind = fresh.execution_status === "RUNNING" && shown.execution_status === "RUNNING";
  const steps = fresh.steps.map((step) => {
    const old = shown.steps.find((each) => each.stage === step.stage);
    return isBehind && old && step.state === "running" && old.done > step.done
      ? { ...step, done: old.done, total: old.total, reused: old.reused } : step;
  });
  const isOver = fresh.execution_status !== "RUNNING";
  return {
    ...shown, ...fresh, steps, live: isOver ? null : shown.live,
    progress: isBehind ? Math.max(shown.progress, fresh.progress) : fresh.progress,
  };
}
