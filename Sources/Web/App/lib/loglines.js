// Lines of a run's log: those that were loaded, and those that came since.

/** Loaded lines and then the live ones that are not among them, in order. Equal lines of one second are all kept. */
export function mergeLines(loaded, live) {
  const last = loaded[loaded.length - 1];
  if (!last) return [...live];
  const known = new Map();
  for (const line of loaded) known.set(keyOf(line), (known.get(keyOf(line)) ?? 0) + 1);
  const fresh = live.filter((line) => {
    const left = known.get(keyOf(line)) ?? 0;
    if (left > 0) known.set(keyOf(line), left - 1);
    return left === 0 && line.at >= last.at;
  });
  return [...loaded, ...fresh];
}

const keyOf = ({ at, line }) => `${at} ${line}`;
