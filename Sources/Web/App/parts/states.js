// What a page shows when it has nothing to show: waiting, empty, broken. One look for all.
import { computed, onBeforeUnmount, ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { hasWords, t, tn } from "../lib/i18n.js";
import { readReason } from "../lib/reasons.js";
import { Icon } from "./icon.js";
import { reasonWords } from "./reason.js";

/** Grey bars in place of what comes. */
export function Skeleton({ rows = 5, kind = "rows" }) {
  return html`<div class=${["skeleton", `skeleton-${kind}`]} role="status" aria-label=${t("state.loading")}>
    ${Array.from({ length: Number(rows) }, (_, index) => html`<span key=${index}></span>`)}</div>`;
}
Skeleton.props = ["rows", "kind"];

export function Empty({ icon = "film", title, text }, { slots }) {
  return html`<section class="empty"><${Icon} name=${icon} /><h2>${title}</h2>${text && html`<p>${text}</p>`}
    <div class="actions">${slots.default?.()}</div></section>`;
}
Empty.props = ["icon", "title", "text"];

/** One line of what went wrong, for toasts and fields. */
export function explain(error) {
  if (error?.status === undefined) return error?.message || t("error.unknown");
  const known = [`error.${error.code}`, `error.${error.status}`].find(hasWords);
  const reason = readReason(error.message);
  if (reason && error.status >= 400 && error.status !== 401 && error.status !== 403) return reasonWords(reason);
  const isOurs = error.status === 0 || error.status === 401 || error.status === 403 || error.status >= 500;
  const text = known && (isOurs || !error.message) ? t(known) : error.message;
  return text || t(error.status >= 500 ? "error.500" : "error.unknown");
}

/** What went wrong, what to do about it, and the request's id for whoever is asked about it. */
export const Failure = {
  props: ["error"],
  emits: ["retry"],
  setup(props, { emit, slots }) {
    const left = ref(props.error?.retryAfter ?? 0);
    const timer = setInterval(() => { if (left.value > 0) left.value--; }, 1000);
    onBeforeUnmount(() => clearInterval(timer));
    const title = computed(() => {
      const key = `error.title.${props.error?.status ?? "other"}`;
      return t(hasWords(key) ? key : props.error?.status >= 500 ? "error.title.500" : "error.title.other");
    });
    const icon = computed(() => ({ 0: "globe", 403: "lock", 404: "search", 429: "clock" })[props.error?.status] ?? "warn");
    return () => html`<section class="empty failure" role="alert"><${Icon} name=${icon.value} /><h2>${title.value}</h2>
      <p>${explain(props.error)}</p>
      ${props.error?.requestID && html`<p class="quiet">${t("error.request")} <code>${props.error.requestID}</code></p>`}
      <div class="actions">
        <button class="button primary" disabled=${left.value > 0} @click=${() => emit("retry")}>
          ${left.value > 0 ? tn("error.wait", left.value) : t("action.retry")}</button>
        ${slots.default?.()}
      </div></section>`;
  },
};

/** Shows a resource by its state; the default slot gets its data. */
export function Loaded({ resource, skeleton = "rows", rows = 6 }, { slots }) {
  if (resource.data !== null) {
    return html`<div class=${["loaded", { stale: resource.isStale }]}>
      ${resource.isStale && html`<p class="notice warn" role="status"><${Icon} name="warn" />
        ${t("state.stale", { why: explain(resource.error) })}
        <button class="link" @click=${() => resource.reload()}>${t("action.retry")}</button></p>`}
      ${slots.default(resource.data)}</div>`;
  }
  if (resource.error) return html`<${Failure} error=${resource.error} @retry=${() => resource.reload()} />`;
  return resource.isWaiting ? html`<${Skeleton} kind=${skeleton} rows=${rows} />` : html`<div class="skeleton-space"></div>`;
}
Loaded.props = ["resource", "skeleton", "rows"];
