// The pages and who may see them.
import { onMounted, ref, shallowRef, watch } from "./lib/vue.js";
import { html } from "./lib/html.js";
import { t } from "./lib/i18n.js";
import { go, match, route, startRouter } from "./lib/router.js";
import { openSession, session } from "./lib/session.js";
import { Porch, Shell } from "./parts/shell.js";
import { Empty, Failure, Skeleton } from "./parts/states.js";

// A page is a module whose default export is a component; it is loaded when it is first shown.
const page = (name, load, options) => ({ name, load, ...options });
const ROUTES = [
  { path: "/", page: page("home", null) },
  { path: "/login", page: page("login", () => import("./pages/login.js"), { isOpen: true }) },
  { path: "/register", page: page("register", () => import("./pages/register.js"), { isOpen: true }) },
  { path: "/jobs", page: page("jobs", () => import("./pages/jobs.js")) },
  { path: "/new", page: page("new", () => import("./pages/new.js")) },
  { path: "/jobs/:id", page: page("job", () => import("./pages/job.js")) },
  { path: "/jobs/:id/:tab", page: page("job", () => import("./pages/job.js")) },
  { path: "/batches", page: page("batches", () => import("./pages/batches.js")) },
  { path: "/batches/:id", page: page("batch", () => import("./pages/batch.js")) },
  { path: "/import", page: page("import", () => import("./pages/import.js")) },
  { path: "/library", page: page("library", () => import("./pages/library.js")) },
  { path: "/library/:tab", page: page("library", () => import("./pages/library.js")) },
  { path: "/system", page: page("system", () => import("./pages/system.js"), { isForAdmins: true }) },
  { path: "/system/:tab", page: page("system", () => import("./pages/system.js"), { isForAdmins: true }) },
  { path: "/settings", page: page("settings", () => import("./pages/settings.js")) },
  { path: "/settings/:tab", page: page("settings", () => import("./pages/settings.js")) },
  { path: "/help", page: page("help", () => import("./pages/help.js")) },
];

// The first page's modules come while the session is asked for; a failure is shown when the page is.
match(ROUTES, location.pathname)?.page.load?.().catch(() => {});

function NotFound() {
  return html`<${Empty} icon="search" title=${t("error.title.404")} text=${t("error.404")}>
    <a class="button primary" href="/jobs">${t("nav.jobs")}</a></${Empty}>`;
}

function Forbidden() {
  return html`<${Empty} icon="lock" title=${t("error.title.403")} text=${t("error.403")}>
    <a class="button primary" href="/jobs">${t("nav.jobs")}</a></${Empty}>`;
}

/** A path of ours, whatever the address says. */
function inside(path) {
  return path?.startsWith("/") && !/^[/\\]{2}|[\\\n\r\t]/.test(path) ? path : "/jobs";
}

export const App = {
  setup() {
    /** `{ page, component }`. */
    const shown = shallowRef(null);
    /** What its address says: a page that goes keeps its own words until the next one has come. */
    let params = {};
    const failure = shallowRef(null);
    const name = ref("");

    async function show(wanted) {
      failure.value = null;
      if (wanted?.load) {
        try {
          const module = await wanted.load();
          if (route.page !== wanted) return;
          shown.value = { page: wanted, component: module.default };
        } catch (error) {
          failure.value = Object.assign(error, { status: 0 });
        }
      } else {
        shown.value = null;
      }
      name.value = wanted?.name ?? "none";
      const title = wanted ? t(`page.${wanted.name}`) : t("error.title.404");
      document.title = `${title} · BatchVideo`;
    }

    async function open() {
      failure.value = null;
      try {
        await openSession();
        if (!route.page) startRouter(ROUTES);
      } catch (error) {
        failure.value = error;
      }
    }

    watch(() => [route.page, session.user, session.isKnown], ([wanted, user, isKnown]) => {
      if (!isKnown) return;
      const next = encodeURIComponent(location.pathname + location.search);
      if (!user && wanted && !wanted.isOpen) return void go(wanted.name === "home" ? "/login" : `/login?next=${next}`, { replace: true });
      if (user && (wanted?.isOpen || wanted?.name === "home")) return void go(inside(route.query.next), { replace: true });
      show(wanted);
    });
    onMounted(open);

    return () => {
      if (failure.value) return html`<${Porch}><${Failure} error=${failure.value} @retry=${() => location.reload()} /></${Porch}>`;
      if (!session.isKnown || !name.value) return html`<div class="opening"><${Skeleton} rows="3" /></div>`;
      const isForbidden = route.page?.isForAdmins && !session.user?.is_admin;
      if (shown.value?.page === route.page) ({ params } = route);
      const content = !route.page ? html`<${NotFound} />` : isForbidden ? html`<${Forbidden} />`
        : shown.value ? html`<${shown.value.component} key=${`${shown.value.page.name} ${params.id ?? ""}`}
            ...${params} />` : null;
      const Frame = session.user ? Shell : Porch;
      return html`<${Frame}>${content}</${Frame}>`;
    };
  },
};
