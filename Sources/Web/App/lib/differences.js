// What differs between two versions of a row, for people and for the server.

/** What of `wanted` differs from `present`: names of members, those of `extra` as "extra.NAME". */
export function differing(present, wanted) {
  const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const names = Object.keys(wanted).filter((name) => name !== "extra" && !same(present[name], wanted[name]));
  const inner = Object.keys(wanted.extra ?? {}).filter((name) => !same(present.extra?.[name], wanted.extra[name]));
  return [...names, ...inner.map((name) => `extra.${name}`)];
}

export const memberOf = (row, name) => (name.startsWith("extra.") ? row.extra?.[name.slice(6)] : row[name]);

/** A member as a line of text. */
export function asLine(value) {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "✓" : "✗";
  return (typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, 200);
}

/** `extra` as it is to be sent: members that were taken back are sent as null, which removes them. */
export function extraChanges(before, after) {
  const gone = Object.keys(before ?? {}).filter((name) => !(name in after));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...after };
}
