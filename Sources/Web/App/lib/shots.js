// What is known of shots without showing them: what they show, what changed in them, where they are cut.
import { keptLink } from "./links.js";

/** A shot is at least this long. */
export const SHORTEST_MS = 500;
export const LONGEST_TEXT = 2000;

const PAINTED = ["painted", "card", "loop"];
const UPLOADED = ["upload", "user-image"];
const FOOTAGE = ["footage", "user-footage", "library"];

/** Where a picture comes from: "painted", "uploaded", "footage" or "ai". Vendors and libraries have names of their own. */
export function originOf({ source = "", credit = "" }) {
  if (PAINTED.includes(source)) return "painted";
  if (UPLOADED.includes(source)) return "uploaded";
  if (FOOTAGE.includes(source)) return "footage";
  return source === "generated" || /^made by AI/i.test(credit ?? "") ? "ai" : "footage";
}

/** The candidate that is seen; null when the shot shows a clip that is none of them, or nothing yet. */
export function shownOf(shot) {
  const key = shot.video || shot.selected;
  const found = shot.candidates.find((each) => each.key === key);
  if (found || (shot.video && shot.video !== shot.selected)) return found ?? null;
  return shot.candidates[0] ?? null;
}

/** The key of what is seen. */
export function shownKey(shot) {
  return shownOf(shot)?.key ?? shot.video ?? "";
}

/** What to ask the server for to show again what a shot showed. */
export function choiceOf({ video, selected, candidates }) {
  if (video && !candidates.some((each) => each.key === video)) return { video };
  return { selected: selected || candidates[0]?.key || "", ...(video ? {} : { video: "" }) };
}

/** Fresh candidates with those of the old links that still hold. */
export function keepLinks(old, fresh) {
  const known = new Map(old.map((each) => [each.key, each.url]));
  return fresh.map((each) => ({ ...each, url: keptLink(known.get(each.key), each.url) }));
}

/** Texts that the server takes for the same. */
export const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** What a film was made of, from its project file: `{ start, end, text, sha, isOwn }` for each shot, by start. */
export function madeOf(project) {
  const shots = project?.shots ?? [];
  return new Map(shots.map(({ shot, visual }) => [shot.span.startMs, {
    end: shot.span.endMs, text: shot.text, sha: visual.provenance.sha256,
    isOwn: String(visual.provenance.source).startsWith("user-"),
  }]));
}

/**
 * What differs between a shot and the film: a list of "picture", "text" and "time". `made`: of the film's project, or
 * null while that is not known; `run`: the run that made the film, or null.
 */
export function changesIn(shot, made, run) {
  if (!run) return [];
  const before = made?.get(shot.start);
  const isText = tidy(before?.text ?? shot.saved?.text ?? shot.text) !== tidy(shot.text);
  const key = shownKey(shot);
  const isLater = touchedSince(shot, run);
  let isPicture = shot.wanted > 0;
  if (!made) isPicture ||= isLater;
  // A file of the user's own has a name that tells nothing: then only the time of the edit does.
  else if (before?.isOwn) isPicture ||= isLater && !isText;
  else if (before) isPicture ||= key !== "" && !key.includes(before.sha.slice(0, 16));
  const isTime = made !== null && made !== undefined && before?.end !== shot.end;
  return [isPicture && "picture", isText && "text", isTime && "time"].filter(Boolean);
}

/** Whether somebody edited the shot after the run had read it: during the run, or when it was over. */
export function touchedSince(shot, run) {
  if (!run?.finished_at || !shot.updated_at) return false;
  if (shot.updated_at > run.finished_at) return true;
  const written = run.steps?.find((step) => step.stage === "publish")?.finished_at ?? run.finished_at;
  return shot.updated_at > run.started_at && shot.updated_at < written;
}

/** A text cut in two at a place; null when a part would have nothing to say. */
export function halves(text, at) {
  const parts = [text.slice(0, at).trim(), text.slice(at).trim()];
  return parts.every((part) => /[\p{L}\p{N}]/u.test(part)) ? parts : null;
}

/** The place in a text that is nearest to a share of it, after a sign that ends something when one is near. */
export function breakNear(text, share) {
  const wanted = Math.round(text.length * share);
  const breaks = [...text.matchAll(/[，。！？；、,.!?;]+\s*/g)].map((found) => found.index + found[0].length)
    .filter((place) => place < text.length && halves(text, place));
  return breaks.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}

/** About when the place of a text is spoken: letters of Chinese take as long as short words do. */
export function timeAt(shot, text, at) {
  const weight = (part) => [...part].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 2.5 : 1), 0);
  const whole = weight(text) || 1;
  const time = shot.start + ((shot.end - shot.start) * weight(text.slice(0, at))) / whole;
  return Math.round(Math.min(Math.max(time, shot.start + SHORTEST_MS), shot.end - SHORTEST_MS));
}

/** The card that an arrow leads to in a grid. */
export function neighbour(place, count, columns, way) {
  const step = { left: -1, right: 1, up: -columns, down: columns }[way];
  const next = place + step;
  return next < 0 || next >= count ? place : next;
}
