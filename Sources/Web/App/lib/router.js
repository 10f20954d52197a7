// Pages by path, with the History API. What a page filters and sorts by lives in the URL's query.
import { reactive } from "./vue.js";

/** Where we are: changes when the address does. */
export const route = reactive({ path: "/", params: {}, query: {}, page: null });

let table = [];
let guard = null;

/**
 * `routes`: [{ path: "/jobs/:id", page }], tried in order. `page` may be anything; the shell knows how to show it.
 */
export function startRouter(routes) {
  table = routes.map((entry) => ({ ...entry, pattern: pattern(entry.path) }));
  window.addEventListener("popstate", settle);
  document.addEventListener("click", follow);
  settle();
}

/** Goes to a path of ours ("/jobs?page=2"). Resolves to false when the page said no. */
export async function go(path, { replace = false } = {}) {
  if (!(await mayLeave(path))) return false;
  history[replace ? "replaceState" : "pushState"]({}, "", path);
  settle();
  if (!replace) window.scrollTo(0, 0);
  return true;
}

/** Changes some of the query and keeps the rest; empty values are left out. */
export function setQuery(changes, { replace = true } = {}) {
  const merged = { ...route.query, ...changes };
  const words = Object.entries(merged).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const search = new URLSearchParams(words).toString();
  return go(route.path + (search ? `?${search}` : ""), { replace });
}

/**
 * Asks before this page is left: `ask(path)` gives true, false or a promise of one. The last one asked for holds; returns a
 * function that ends it.
 */
export function beforeLeave(ask) {
  guard = ask;
  return () => { if (guard === ask) guard = null; };
}

async function mayLeave(path) {
  const isOtherPage = new URL(path, location.href).pathname !== route.path;
  return guard && isOtherPage ? await guard(path) : true;
}

function settle() {
  const { pathname, search } = location;
  const found = match(table, pathname);
  route.path = pathname;
  route.query = Object.fromEntries(new URLSearchParams(search));
  route.params = found?.params ?? {};
  route.page = found?.page ?? null;
}

/** The first entry whose pattern fits, with the captured words; undefined: none. */
export function match(entries, path) {
  for (const entry of entries) {
    const groups = (entry.pattern ?? pattern(entry.path)).exec(path)?.groups;
    if (!groups) continue;
    const params = Object.entries(groups).filter(([name]) => name !== "_").map(([name, word]) => [name, decode(word)]);
    return { page: entry.page, params: Object.fromEntries(params) };
  }
  return undefined;
}

function pattern(path) {
  const source = path.split("/").map((word) => (word[0] === ":" ? `(?<${word.slice(1)}>[^/]+)` : escape(word))).join("/");
  return new RegExp(`^(?<_>)${source}/?$`);
}

function decode(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Links to our own pages do not load the document anew. */
function follow(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[href]");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname) return;
  if (link.pathname.startsWith("/api/") || link.pathname.startsWith("/docs")) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
