// Alike reasons together: two that differ in a number, a path or a name between quotes are the same to people.

export function likeness(reason) {
  return reason.replace(/"[^"]*"|“[^”]*”|'[^']*'/g, "…").replace(/\/[\w./-]+/g, "…").replace(/\d+(?:[.:]\d+)*/g,
    "#").trim().toLowerCase();
}

/**
 * `[{ reason, jobs }]` of jobs `{ id, title, detail }`, the most frequent first; the reason reads as the first job's.
 */
export function groupByReason(jobs) {
  const groups = new Map();
  for (const job of jobs) {
    const key = likeness(job.detail ?? "");
    if (!groups.has(key)) groups.set(key, { reason: job.detail ?? "", jobs: [] });
    groups.get(key).jobs.push(job);
  }
  return [...groups.values()].sort((a, b) => b.jobs.length - a.jobs.length);
}
