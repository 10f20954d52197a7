// The table that is being imported: its rows with what is wrong in each, as they are repaired.
import { computed, reactive, shallowReactive } from "../../lib/vue.js";
import { rows as catalogRows } from "../../lib/catalog.js";
import { checkMembers, contentKey, guessMapping, membersOf, repetitions } from "../../lib/mapping.js";
import { describe } from "../../lib/voices.js";

const row = (kind, names) => catalogRows(kind).map((each) => ({ id: each.id, names: names(each).filter(Boolean) }));

/** What references may be called. */
export const catalogNames = computed(() => ({
  languages: row("languages", (each) => [each.name, each.language_name, describe(each).name]),
  voices: row("voices", (each) => [each.name]),
  topics: row("topics", (each) => [each.name]),
  accounts: row("accounts", (each) => [each.username]),
}));

/**
 * `columns` and `mapping` (our field for each column, "" for none) belong to all rows; `turn` counts what was
 * changed.
 */
export function makeSheet({ name, columns, rows, mapping = guessMapping(columns), isPasted = false }) {
  const sheet = reactive({ name, columns, mapping, isPasted, isEdited: false, turn: 0, rows: [] });
  sheet.rows = shallowReactive(rows.map((each) => makeRow(sheet, each)));
  return sheet;
}

/**
 * A row draws and checks itself: what is computed of it is computed anew when its own cells change, or the mapping.
 * `said`: what the server had against it, until it is changed.
 */
function makeRow(sheet, { number, cells }) {
  const each = shallowReactive({ number, cells, said: [] });
  const members = computed(() => membersOf(each.cells, sheet.mapping, catalogNames.value));
  const key = computed(() => contentKey(members.value.content));
  const own = computed(() => checkMembers(members.value, catalogNames.value));
  const faults = computed(() => [...own.value, ...each.said.filter((fault) => !own.value.some((mine) =>
    mine.field === fault.field))]);
  return Object.assign(each, { facts: { members, key, faults } });
}

export function setCell(sheet, each, at, text) {
  each.cells = each.cells.with(at, text);
  each.said = [];
  touch(sheet);
}

export function touch(sheet) {
  sheet.isEdited = true;
  sheet.turn++;
}

export const faultsOf = (each) => each.facts.faults.value;
export const membersIn = (each) => each.facts.members.value;

/** `{ faulty, repeated }`: rows with faults, and for repeated rows the row that they repeat. */
export function useFindings(sheet) {
  const faulty = computed(() => sheet.value?.rows.filter((each) => faultsOf(each).length > 0) ?? []);
  const repeated = computed(() => {
    const all = sheet.value?.rows ?? [];
    const found = new Map();
    repetitions(all.map((each) => each.facts.key.value)).forEach((first, index) => {
      if (first !== null) found.set(all[index], all[first]);
    });
    return found;
  });
  return { faulty, repeated };
}
