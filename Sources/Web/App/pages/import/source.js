// Where texts come from: pasted, or a file.
import { computed, ref, watch } from "../../lib/vue.js";
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { remember, remembered } from "../../lib/remember.js";
import { debounced } from "../../lib/resource.js";
import { decode, formatOf, LIMITS, readTable, TableError, writeDelimited } from "../../lib/table.js";
import { splitTexts, textsToRows } from "../../lib/texts.js";
import { canReadWorkbooks, readWorkbook } from "../../lib/workbook.js";
import { Field, SelectField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { makeSheet } from "./sheet.js";

const DRAFT = "draft.import";

async function readFile(file) {
  if (file.size > LIMITS.file) throw new TableError("file");
  const format = formatOf(file.name);
  if (format === null || (format === "xlsx" && !canReadWorkbooks())) throw new TableError("format");
  const bytes = await file.arrayBuffer();
  return format === "xlsx" ? readWorkbook(bytes) : readTable(decode(bytes), format);
}

/** Emits "sheet". */
const PasteSource = {
  emits: ["sheet"],
  setup(_, { emit }) {
    const text = ref(remembered(DRAFT) ?? "");
    const by = ref("gap");
    const titles = ref("first");
    const keep = debounced((value) => remember(DRAFT, value || null), 500);
    watch(text, keep);
    const texts = computed(() => splitTexts(text.value, by.value));
    function use() {
      keep.flush();
      const found = textsToRows(texts.value, titles.value);
      emit("sheet", makeSheet({
        name: t("import.pasted"), isPasted: true, columns: ["title", "content"],
        rows: found.map((each, index) => ({ number: index + 1, cells: [each.title, each.content] })),
      }));
    }
    return () => html`<div class="stack"><${Field} label=${t("import.paste.label")} hint=${t("import.paste.hint")}>${{
        default: (bound) => html`<textarea ...${bound} rows="12" value=${text.value}
          placeholder=${t("import.paste.placeholder")}
          @input=${(event) => { text.value = event.target.value; }}></textarea>`,
      }}</${Field}>
      <div class="form-grid"><${SelectField} label=${t("import.by")} modelValue=${by.value}
        @update:modelValue=${(value) => { by.value = value; }}
          options=${["gap", "blank", "line"].map((value) => ({ value, label: t(`import.by.${value}`) }))} />
        <${SelectField} label=${t("import.titles")} modelValue=${titles.value}
          @update:modelValue=${(value) => { titles.value = value; }}
          options=${["first", "auto"].map((value) => ({ value, label: t(`import.titles.${value}`) }))} /></div>
      <div class="row"><strong class="grow" role="status">
        ${tn("import.found", texts.value.length, { n: number(texts.value.length) })}</strong>
        ${texts.value.length > LIMITS.rows && html`<span class="error">${t("import.fault.rows")}</span>`}
        <button type="button" class="button primary" disabled=${texts.value.length === 0
          || texts.value.length > LIMITS.rows} @click=${use}>
          ${t("import.use")}<${Icon} name="right" /></button></div></div>`;
  },
};

function saveExample() {
  const rows = [
    [t("import.field.title"), t("import.field.content"), t("import.field.speech_speed"),
      t("import.field.is_horizontal")],
    [t("jobs.sample.title"), t("jobs.sample.text"), "0.9", t("film.landscape")],
  ];
  const address = URL.createObjectURL(new Blob([writeDelimited(rows)], { type: "text/csv" }));
  Object.assign(document.createElement("a"), { href: address, download: "batchvideo.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const FileSource = {
  emits: ["sheet"],
  setup(_, { emit }) {
    const fault = ref("");
    const isBusy = ref(false);
    const isOver = ref(false);
    async function take(file) {
      if (!file) return;
      fault.value = "";
      isBusy.value = true;
      try {
        const { columns, rows } = await readFile(file);
        if (rows.length === 0) throw new TableError("empty");
        emit("sheet", makeSheet({ name: file.name, columns, rows }));
      } catch (error) {
        if (!(error instanceof TableError)) console.error(error);
        fault.value = t(`import.fault.${error instanceof TableError ? error.code : "workbook"}`, { row: error.row
          ?? "" });
      } finally {
        isBusy.value = false;
      }
    }
    const choose = (event) => { take(event.target.files[0]); event.target.value = ""; };
    const drop = (event) => { event.preventDefault(); isOver.value = false; take(event.dataTransfer.files[0]); };
    return () => html`<div class="stack"><div class=${["upload", { over: isOver.value }]} @drop=${drop}
      @dragleave=${() => { isOver.value = false; }}
        @dragover=${(event) => { event.preventDefault(); isOver.value = true; }}>
        <label class="upload-face tall" for="import-file"><${Icon} name=${isBusy.value ? "running" : "table"} /><span>
          ${t("import.file.drop")}</span>
          <small>${t("import.file.kinds")}</small></label>
        <input id="import-file" class="upload-input" type="file" accept=".csv,.tsv,.tab,.txt,.jsonl,.ndjson,.xlsx"
          @change=${choose} />
        ${fault.value && html`<p class="notice bad" role="alert"><${Icon} name="warn" />${fault.value}</p>`}</div>
      <p class="quiet">${t("import.file.about")} <button type="button" class="link" @click=${saveExample}>
        ${t("import.file.example")}</button></p></div>`;
  },
};

export const SourceCard = {
  emits: ["sheet"],
  setup(_, { emit }) {
    const kind = ref("paste");
    const tab = (name, icon) => html`<button type="button" role="tab" id=${`import-tab-${name}`}
      aria-selected=${String(kind.value === name)}
      aria-controls="import-source" class=${["button", { on: kind.value === name }]}
        @click=${() => { kind.value = name; }}>
      <${Icon} name=${icon} />${t(`import.tab.${name}`)}</button>`;
    const hand = (sheet) => emit("sheet", sheet);
    return () => html`<section class="card stack"><div class="row" role="tablist" aria-label=${t("import.source")}>
        ${tab("paste", "text")}${tab("file", "table")}</div>
      <div id="import-source" role="tabpanel" aria-labelledby=${`import-tab-${kind.value}`}>
        ${kind.value === "paste" ? html`<${PasteSource} @sheet=${hand} />` : html`<${FileSource} @sheet=${hand} />`}
          </div></section>`;
  },
};
