// Signs drawn for this program, on a grid of 20. They say nothing to screen readers: words stand beside them.
import { h } from "../lib/vue.js";

const PATHS = {
  jobs: "M3 5h14M3 10h14M3 15h9",
  batch: "M4 7.5 10 4l6 3.5L10 11zM4 11l6 3.5 6-3.5M4 14l6 3.5 6-3.5",
  plus: "M10 4v12M4 10h12",
  import: "M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16h12",
  library: "M4 4h4v12H4zM10 4h2.5v12H10zM14 4.5l2.4-.6 1.6 11.6-2.4.6z",
  system: "M4 5h12v4H4zM4 11h12v4H4zM6.5 7h.01M6.5 13h.01",
  settings: "M3 6h7m4 0h3M3 14h3m4 0h7M12 4v4M8 12v4",
  help: "M7.6 7.5a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 2M10 14.6h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z",
  done: "M4 10.5 8.2 15 16 6",
  failed: "M5 5l10 10M15 5 5 15",
  running: "M10 3a7 7 0 1 1-7 7",
  waiting: "M10 5.5V10l3 2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
  cancelled: "M5 10h10M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
  skipped: "M5 5l5 5-5 5zM11 5l5 5-5 5z",
  play: "M6 4.5v11l9-5.5z",
  pause: "M6 4.5h3v11H6zM11 4.5h3v11h-3z",
  lock: "M5.5 9h9v7h-9zM7 9V7a3 3 0 0 1 6 0v2",
  unlock: "M5.5 9h9v7h-9zM7 9V7a3 3 0 0 1 5.8-1",
  split: "M4 10h4m4 0h4M10 4v12M8 8l-2-2m6 2 2-2M8 12l-2 2m6-2 2 2",
  merge: "M3 10h5m0 0L6 8m2 2-2 2m11-2h-5m0 0 2-2m-2 2 2 2",
  again: "M15.5 8A6 6 0 1 0 16 11M16 4v4h-4",
  upload: "M10 13V4m0 0L6.5 7.5M10 4l3.5 3.5M4 16h12",
  download: "M10 4v9m0 0 3.5-3.5M10 13 6.5 9.5M4 16h12",
  film: "M4 4h12v12H4zM7 4v12M13 4v12M4 8h3M4 12h3M13 8h3M13 12h3",
  picture: "M3.5 4.5h13v11h-13zM3.5 13l4-4 3 3 2-2 4 4M12.5 8h.01",
  trash: "M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6",
  undo: "M7 5 4 8l3 3M4 8h7a5 5 0 0 1 0 10H8",
  redo: "m13 5 3 3-3 3M16 8H9a5 5 0 0 0 0 10h3",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5 17 17",
  up: "M10 16V4m0 0L5 9m5-5 5 5",
  left: "M12 4l-6 6 6 6",
  right: "m8 4 6 6-6 6",
  close: "M5 5l10 10M15 5 5 15",
  warn: "M10 3.5 17.5 16h-15zM10 8.5v3.5M10 14.2h.01",
  info: "M10 9v5M10 6.2h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M15.7 4.3l-1.5 1.5M5.8 14.2l-1.5 1.5",
  moon: "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5z",
  auto: "M3 4.5h14v9H3zM8 16.5h4",
  globe: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2.5 2.3 2.5 12.7 0 15M10 2.5c-2.5 2.3-2.5 12.7 0 15",
  user: "M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM4 17c.4-3.4 2.8-5 6-5s5.6 1.6 6 5",
  exit: "M12 4h4v12h-4M4 10h8m0 0L9 7m3 3-3 3",
  voice: "M10 3a2.4 2.4 0 0 1 2.4 2.4v4.2a2.4 2.4 0 0 1-4.8 0V5.4A2.4 2.4 0 0 1 10 3zM5 9.5a5 5 0 0 0 10 0M10 14.5V17",
  text: "M4 5h12M10 5v11M7.5 16h5",
  clock: "M10 5.5V10l3 2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
  grid: "M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z",
  rows: "M3 5h14v3H3zM3 12h14v3H3z",
  star: "m10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z",
  key: "M12.5 11a3.5 3.5 0 1 0-3.3-2.3L3 15v2h3v-2h2v-2h1.5l1-1.3c.6.2 1.3.3 2 .3z",
  hook: "M7 9a3 3 0 1 1 4.5 2.6L13 14M13 9.5a3.5 3.5 0 1 1-2 6H7M7 9l-2.5 4a2 2 0 1 0 2 1.5",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  edit: "M4 16l.8-3.4L13.2 4.2l2.6 2.6L7.4 15.2zM11.6 5.8l2.6 2.6",
  clipboard: "M8 7h8v9H8zM5 13H4V4h9v1",
  chevron: "M5 8l5 5 5-5",
};

export function Icon({ name, label }) {
  const about = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return h("svg", { class: ["icon", `icon-${name}`], viewBox: "0 0 20 20", ...about }, [h("path", { d: PATHS[name] ?? PATHS.info })]);
}
Icon.props = ["name", "label"];

export const iconNames = Object.keys(PATHS);
