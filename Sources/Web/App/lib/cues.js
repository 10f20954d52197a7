// Captions as a list of `{ start, end, text }` in milliseconds: rules, moves and formats.

/** Captions shorter than this cannot be read; the server says so too. */
export const SHORTEST_MS = 200;
export const LONGEST_TEXT = 500;

/** What the server would refuse: `[{ place, field, fault }]`; faults: "short", "overlap", "empty", "blank", "long". */
export function faultsIn(cues) {
  const faults = [];
  cues.forEach((cue, place) => {
    if (cue.end - cue.start < SHORTEST_MS) faults.push({ place, field: "end", fault: "short" });
    if (place > 0 && cue.start < cues[place - 1].end) faults.push({ place, field: "start", fault: "overlap" });
    const lines = cue.text.split("\n");
    if (cue.text.trim() === "") faults.push({ place, field: "text", fault: "empty" });
    else if (lines.some((line) => line.trim() === "")) faults.push({ place, field: "text", fault: "blank" });
    if (cue.text.length > LONGEST_TEXT) faults.push({ place, field: "text", fault: "long" });
  });
  return faults;
}

/** Where an edge of a cue may be, between its neighbours: `[least, greatest]`. */
export function room(cues, place, edge, filmMs = Infinity) {
  const cue = cues[place];
  if (edge === "start") return [place > 0 ? cues[place - 1].end : 0, cue.end - SHORTEST_MS];
  return [cue.start + SHORTEST_MS, place + 1 < cues.length ? cues[place + 1].start : filmMs];
}

/** The time of an edge, kept within its room. */
export function held(cues, place, edge, ms, filmMs) {
  const [least, greatest] = room(cues, place, edge, filmMs);
  return Math.round(Math.min(Math.max(ms, least), Math.max(least, greatest)));
}

/** The cue that is seen at a time, or the one before it; -1 before the first. */
export function cueAt(cues, ms) {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle].start <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const isSame = (a, b) => a.start === b.start && a.end === b.end && a.text === b.text;

/** Places at which two lists differ. */
export function differences(mine, theirs) {
  const places = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, place) => place);
  return places.filter((place) => !mine[place] || !theirs[place] || !isSame(mine[place], theirs[place]));
}

/**
 * Edits of two people put together, over the list that both began with: `{ cues, both }`, where `both` are the places
 * that both changed, each in another way; there `cues` holds mine. Null when the lists are not of the same captions.
 */
export function mergeCues(base, mine, theirs) {
  if (base.length !== mine.length || base.length !== theirs.length) return null;
  const both = [];
  const cues = base.map((cue, place) => {
    if (isSame(mine[place], cue)) return theirs[place];
    if (!isSame(theirs[place], cue) && !isSame(theirs[place], mine[place])) both.push(place);
    return mine[place];
  });
  return { cues, both };
}

/** As a WebVTT file. */
export function toVTT(cues) {
  const stamp = (ms) => new Date(Math.max(0, Math.round(ms))).toISOString().slice(11, 23);
  const names = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
  const plain = (text) => text.replace(/-->/g, "→").replace(/[<>&]/g, (sign) => names[sign]);
  const clean = (text) => plain(text).split("\n").filter((line) => line.trim()).join("\n");
  return `WEBVTT\n\n${cues.map((cue) => `${stamp(cue.start)} --> ${stamp(cue.end)}\n${clean(cue.text)}\n`).join("\n")}`;
}

/** The cues of an SRT file; blocks that cannot be read are left out. */
export function readSRT(text) {
  const blocks = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").split(/\n{2,}/);
  const time = /(\d+):(\d\d):(\d\d)[,.](\d{1,3})\s*-->\s*(\d+):(\d\d):(\d\d)[,.](\d{1,3})/;
  const cues = [];
  for (const block of blocks) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => time.test(line));
    if (at < 0) continue;
    const parts = time.exec(lines[at]).slice(1).map(Number);
    const ms = ([hours, minutes, seconds, rest]) => ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
    const words = lines.slice(at + 1).join("\n").trim();
    cues.push({ start: ms(parts.slice(0, 4)), end: ms(parts.slice(4)), text: words });
  }
  return cues;
}
