// Accounts, languages, topics, voices: small lists that many pages choose from, loaded once and kept up to date by those who
// change them.
import { reactive } from "./vue.js";
import { api } from "./api.js";

const KINDS = ["accounts", "languages", "topics", "voices", "templates"];
export const catalog = reactive(Object.fromEntries(KINDS.map((kind) => [kind, null])));
const coming = new Map();

/** The rows of a kind; loads all pages the first time. */
export function rows(kind) {
  if (catalog[kind] === null && !coming.has(kind)) {
    coming.set(kind, loadAll(kind).then((all) => { catalog[kind] = all; }).catch(() => {}).finally(() => coming.delete(kind)));
  }
  return catalog[kind] ?? [];
}

export function refresh(kind) {
  catalog[kind] = null;
  return rows(kind);
}

async function loadAll(kind) {
  const all = [];
  for (let page = 1; page <= 50; page++) {
    const { items, total } = await api.get(`/${kind}`, { page, page_size: 100 });
    all.push(...items);
    if (all.length >= total || items.length === 0) break;
  }
  return all;
}

/** What a row is called in a list. */
export function nameOf(kind, row) {
  if (!row) return "";
  if (kind === "accounts") return row.username;
  if (kind === "languages") return row.language_name || row.name;
  return row.name;
}

/** Options of a select, with `none` (value 0) first. */
export function options(kind, none) {
  return [{ value: 0, label: none }, ...rows(kind).map((row) => ({ value: row.id, label: nameOf(kind, row) }))];
}

export function nameByID(kind, id) {
  return id ? nameOf(kind, rows(kind).find((row) => row.id === id)) : "";
}
