// The frame around every page: where one can go, who one is, and whether what is shown is up to date.
import { computed, onBeforeUnmount, onMounted, ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { language, setLanguage, t } from "../lib/i18n.js";
import { useKeys } from "../lib/keys.js";
import { live } from "../lib/live.js";
import { go, route } from "../lib/router.js";
import { logOut, session } from "../lib/session.js";
import { setTheme, theme, themes } from "../lib/theme.js";
import { toasts } from "../lib/toasts.js";
import { Questions } from "./dialog.js";
import { Icon } from "./icon.js";
import { KeysHelp, keysHelp } from "./keyshelp.js";

const PLACES = [
  { path: "/jobs", words: "nav.jobs", icon: "jobs" },
  { path: "/batches", words: "nav.batches", icon: "batch" },
  { path: "/import", words: "nav.import", icon: "import" },
  { path: "/library", words: "nav.library", icon: "library" },
  { path: "/system", words: "nav.system", icon: "system", isForAdmins: true },
  { path: "/settings", words: "nav.settings", icon: "settings" },
  { path: "/help", words: "nav.help", icon: "help" },
];

const isHere = (path) => route.path === path || route.path.startsWith(`${path}/`);

function Places() {
  return PLACES.filter((place) => !place.isForAdmins || session.user?.is_admin).map((place) => html`
    <a key=${place.path} href=${place.path} aria-current=${isHere(place.path) ? "page" : undefined}>
      <${Icon} name=${place.icon} /><span>${t(place.words)}</span></a>`);
}

function Choices() {
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length];
  const other = language.value === "zh" ? "en" : "zh";
  return html`<div class="choices">
    <button class="button quiet" @click=${() => setLanguage(other)} lang=${other === "zh" ? "zh-CN" : "en"}>
      <${Icon} name="globe" /><span>${other === "zh" ? "中文" : "English"}</span></button>
    <button class="button quiet icon-only" @click=${() => setTheme(next)} title=${t(`theme.${theme.value}`)}
      aria-label=${t("theme.label", { now: t(`theme.${theme.value}`) })}>
      <${Icon} name=${{ auto: "auto", light: "sun", dark: "moon" }[theme.value]} /></button></div>`;
}

/** Says that what is shown may be old, and since when. */
const LiveState = {
  setup() {
    const isOffline = ref(!navigator.onLine);
    const look = () => { isOffline.value = !navigator.onLine; };
    onMounted(() => { addEventListener("online", look); addEventListener("offline", look); });
    onBeforeUnmount(() => { removeEventListener("online", look); removeEventListener("offline", look); });
    const since = computed(() => new Date(live.since).toLocaleTimeString(language.value === "zh" ? "zh-CN" : "en-GB"));
    return () => {
      if (!isOffline.value && live.state !== "lost") return html`<p class="visually-hidden" role="status"></p>`;
      const words = isOffline.value ? "live.offline" : "live.lost";
      return html`<p class="live-state" role="status"><${Icon} name="warn" />${t(words, { since: since.value })}</p>`;
    };
  },
};

function Toasts() {
  return html`<div class="toasts" role="status" aria-live="polite">${toasts.map((each) => html`
    <div key=${each.id} class=${["toast", each.kind]}><${Icon} name=${{ done: "done", failed: "warn" }[each.kind] ?? "info"} />
      <span>${each.text}</span>
      ${each.action && html`<button class="link" @click=${each.action.run}>${each.action.label}</button>`}
      <button class="button quiet icon-only" aria-label=${t("action.close")} @click=${each.dismiss}>
        <${Icon} name="close" /></button></div>`)}</div>`;
}

export const Shell = {
  setup(_, { slots }) {
    useKeys([
      { keys: "?", label: () => t("keys.help"), run: () => { keysHelp.isOpen = true; } },
      { keys: "g", label: () => t("keys.jobs"), run: () => { go("/jobs"); } },
      { keys: "n", label: () => t("keys.new"), run: () => { go("/new"); } },
    ]);
    const skip = (event) => { event.preventDefault(); document.getElementById("main")?.focus(); };
    return () => html`<div class="shell"><a class="skip" href="#main" @click=${skip}>${t("nav.skip")}</a>
      <nav aria-label=${t("nav.label")}>
        <a class="brand" href="/jobs"><img src="/icon.svg" alt="" width="28" height="28" /><span>BatchVideo</span></a>
        <a class="button primary new" href="/new"><${Icon} name="plus" /><span>${t("nav.new")}</span></a>
        <div class="places"><${Places} /></div>
        <div class="who"><${Choices} />
          <div class="user"><${Icon} name="user" /><span>${session.user?.username}</span>
            <button class="button quiet icon-only" aria-label=${t("nav.logout")} title=${t("nav.logout")} @click=${logOut}>
              <${Icon} name="exit" /></button></div></div>
      </nav>
      <main id="main" tabindex="-1"><${LiveState} />${slots.default?.()}</main>
      <${Toasts} /><${Questions} /><${KeysHelp} /></div>`;
  },
};

/** The frame of pages for those who are not logged in. */
export function Porch(_, { slots }) {
  return html`<div class="porch"><main id="main" tabindex="-1"><header>
      <img src="/icon.svg" alt="" width="44" height="44" /><h1>BatchVideo</h1><p>${t("porch.claim")}</p></header>
    ${slots.default?.()}<${Choices} /></main><${Toasts} /></div>`;
}
