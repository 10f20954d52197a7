// How long it takes to make a film anew when some of its shots changed, from how long its last runs took.

const FALLBACK = { render: 40, visuals: 4000, narration: 500, fixed: 4000 };

/** Milliseconds for a unit of a step (a frame, a picture, a sentence) in the newest run that made some; null: none. */
export function pace(runs, stage) {
  for (const run of runs) {
    const step = run.steps?.find((each) => each.stage === stage && each.state === "finished");
    const made = step ? step.total - step.reused : 0;
    if (made > 0 && step.duration_ms > 0) return step.duration_ms / made;
  }
  return null;
}

/** Milliseconds of the steps that every run does whole. */
function fixed(runs) {
  const run = runs.find((each) => each.execution_status === "SUCCESS");
  if (!run) return null;
  const whole = ["script", "captions", "storyboard", "sound", "timeline", "inspect", "publish"];
  return run.steps.filter((step) => whole.includes(step.stage)).reduce((sum, step) => sum + (step.duration_ms ?? 0), 0);
}

/** Frames of a film in a second, by what the last runs counted. */
function framesPerSecond(runs, filmMs) {
  const step = runs.flatMap((run) => run.steps ?? []).find((each) => each.stage === "render" && each.total > 0);
  return step && filmMs > 0 ? step.total / (filmMs / 1000) : 30;
}

/**
 * About how many milliseconds a render takes. `runs`: newest first. `changes`: `shownMs`, the length of the shots that
 * changed; `pictures`, how many are to be made; `texts`, how many are spoken anew; `filmMs`, the whole film's length.
 */
export function estimate(runs, { shownMs = 0, pictures = 0, texts = 0, filmMs = 0 }) {
  const frames = (shownMs / 1000) * framesPerSecond(runs, filmMs);
  return Math.round(
    frames * (pace(runs, "render") ?? FALLBACK.render)
    + pictures * (pace(runs, "visuals") ?? FALLBACK.visuals)
    + texts * (pace(runs, "narration") ?? FALLBACK.narration)
    + (fixed(runs) ?? FALLBACK.fixed),
  );
}
