// The rows, to be looked at and repaired in place. A component for each, so that writing in one draws no other anew.
import { computed, nextTick, ref, watch } from "../../lib/vue.js";
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t, tn } from "../../lib/i18n.js";
import { isLong, REFERENCES } from "../../lib/mapping.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { tellReason } from "../../parts/reason.js";
import { fieldWord } from "./mapping.js";
import { catalogNames, faultsOf, membersIn, setCell } from "./sheet.js";

const SIZE = 50;

/** What a fault says: ours by its code, the server's as far as we know its sentences. */
export function faultWord(fault) {
  const key = `reason.${fault.code}`;
  return fault.code && hasWords(key) ? t(key, fault.values) : tellReason(fault.reason);
}

const SheetRow = {
  props: ["sheet", "row", "first", "columns"],
  emits: ["remove"],
  setup(props, { emit }) {
    const cell = ({ at, field }) => {
      const { row, sheet } = props;
      const fault = faultsOf(row).find((each) => each.field === field);
      const id = `cell-${row.number}-${field}`;
      const about = {
        id, "aria-label": t("import.cell", { row: row.number, column: fieldWord(field) }), "aria-invalid": fault
          ? "true" : undefined,
        "aria-describedby": fault ? `${id}-why` : undefined, value: row.cells[at] ?? "",
        placeholder: field === "title" && !row.cells[at] ? membersIn(row).title ?? "" : undefined,
        onInput: (event) => setCell(sheet, row, at, event.target.value),
      };
      const list = REFERENCES[field] ? `import-${REFERENCES[field]}` : field === "is_horizontal"
        ? "import-orientation" : undefined;
      return html`<td key=${field} class=${["sheet-cell", `is-${field}`, { wrong: fault }]}>
        ${isLong(field) ? html`<textarea rows="2" ...${about}></textarea>` : html`<input list=${list} ...${about} />`}
        ${fault && html`<p class="why" id=${`${id}-why`}>${faultWord(fault)}</p>`}</td>`;
    };
    return () => html`<tr class=${{ faulty: faultsOf(props.row).length > 0, repeated: props.first }}>
      <th scope="row" class="number-cell">${props.row.number}${props.first && html`<span class="tag warn-tag">
        ${t("import.repeats", { row: props.first.number })}</span>`}</th>
      ${props.columns.map(cell)}
      <td><button type="button" class="button quiet icon-only"
        aria-label=${t("import.removeRow", { row: props.row.number })}
        title=${t("import.removeRow", { row: props.row.number })} @click=${() => emit("remove")}>
          <${Icon} name="trash" /></button></td></tr>`;
  },
};

/** Names that references may have, for the browser to offer. */
function Lists() {
  return html`${Object.entries(catalogNames.value).map(([kind, rows]) => html`<datalist key=${kind}
    id=${`import-${kind}`}>
      ${rows.map((row) => html`<option key=${row.id} value=${row.names[row.names.length - 1]}></option>`)}</datalist>`)}
    <datalist id="import-orientation"><option value=${t("film.landscape")}></option>
      <option value=${t("film.portrait")}></option></datalist>`;
}

/** `view`: { filter, page }, which the fault list changes too. Emits "remove" with rows. */
export const SheetTable = {
  props: ["sheet", "faulty", "repeated", "view"],
  emits: ["remove"],
  setup(props, { emit }) {
    const columns = computed(() => props.sheet.mapping.map((field, at) => ({ field, at })).filter((each) =>
      each.field));
    const shown = computed(() => {
      if (props.view.filter === "faulty") return held.value;
      return props.view.filter === "repeated" ? props.sheet.rows.filter((row) => props.repeated.has(row))
        : props.sheet.rows;
    });
    // A row that is being repaired must not vanish from under the hands: the list of faulty ones is taken when it is
    // asked for.
    const held = ref([]);
    watch(() => [props.view.filter, props.sheet.rows.length], () => { held.value = [...props.faulty]; },
      { immediate: true });
    const page = computed(() => shown.value.slice((props.view.page - 1) * SIZE, props.view.page * SIZE));
    const filter = (name, count) => html`<button type="button" class=${["chip", { on: props.view.filter === name }]}
      aria-pressed=${String(props.view.filter === name)} @click=${() => Object.assign(props.view, { filter: name,
        page: 1 })}>
      ${`${t(`import.filter.${name}`)} ${number(count)}`}</button>`;
    return () => html`<section class="stack"><div class="row"><div class="chips grow" role="group"
      aria-label=${t("jobs.filters")}>
          ${filter("all", props.sheet.rows.length)}${filter("faulty", props.faulty.length)}
          ${props.repeated.size > 0 && filter("repeated", props.repeated.size)}</div>
        ${props.repeated.size > 0 && html`<button type="button" class="button small" @click=${() => emit("remove",
          [...props.repeated.keys()])}>
          ${tn("import.removeRepeated", props.repeated.size)}</button>`}</div>
      <div class="table-frame sheet" tabindex="0" role="region" aria-label=${t("import.rows")}><table>
        <thead><tr><th scope="col">${t("import.row")}</th>
          ${columns.value.map(({ field }) => html`<th key=${field} scope="col">${fieldWord(field)}</th>`)}
          <th scope="col"><span class="visually-hidden">${t("action.delete")}</span></th></tr></thead>
        <tbody>${page.value.map((row) => html`<${SheetRow} key=${row.number} sheet=${props.sheet} row=${row}
          columns=${columns.value}
          first=${props.repeated.get(row)} @remove=${() => emit("remove", [row])} />`)}</tbody></table>
        ${shown.value.length === 0 && html`<p class="quiet nothing">${t("import.nothing")}</p>`}</div>
      <${Pager} page=${props.view.page} size=${SIZE} total=${shown.value.length}
        @go=${(to) => { props.view.page = to; }} /><${Lists} /></section>`;
  },
};

/** Shows a row's cell and puts the cursor into it. */
export async function focusCell(sheet, view, row, field) {
  const at = sheet.rows.indexOf(row);
  if (at < 0) return;
  Object.assign(view, { filter: "all", page: Math.floor(at / SIZE) + 1 });
  await nextTick();
  const cell = document.getElementById(`cell-${row.number}-${field}`)
    ?? document.querySelector(`[id^="cell-${row.number}-"]`);
  cell?.scrollIntoView({ block: "center" });
  cell?.focus();
}
