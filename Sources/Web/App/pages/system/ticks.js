import { onBeforeUnmount } from "../../lib/vue.js";

/** Calls `work` every `ms` while the page is shown and looked at. */
export function useTicks(ms, work) {
  const timer = setInterval(() => { if (document.visibilityState === "visible") work(); }, ms);
  onBeforeUnmount(() => clearInterval(timer));
}
