// Many films at once: texts or a table are brought, checked, repaired and tried before they are filed.
import { computed, nextTick, onBeforeUnmount, reactive, ref, shallowRef, watch } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { rows } from "../lib/catalog.js";
import { useForm } from "../lib/form.js";
import { number } from "../lib/format.js";
import { html } from "../lib/html.js";
import { t, tn } from "../lib/i18n.js";
import { useKeys } from "../lib/keys.js";
import { FIELD_NAMES, missingFields } from "../lib/mapping.js";
import { remember, rememberedJSON } from "../lib/remember.js";
import { beforeLeave, go } from "../lib/router.js";
import { writeLines } from "../lib/table.js";
import { toast } from "../lib/toasts.js";
import { confirm } from "../parts/dialog.js";
import { FormFault } from "../parts/formdialog.js";
import { Icon } from "../parts/icon.js";
import { DefaultsCard, FaultList, FileBar } from "./import/check.js";
import { MappingCard } from "./import/mapping.js";
import { faultsOf, makeSheet, membersIn, touch, useFindings } from "./import/sheet.js";
import { SourceCard } from "./import/source.js";
import { focusCell, SheetTable } from "./import/table.js";

const LEFT = "import.left";
const MOST_KEPT = 500_000;

export default {
  setup() {
    const sheet = shallowRef(null);
    const view = reactive({ filter: "all", page: 1 });
    const defaults = reactive({ name: "", language_id: 0, voice_id: 0, topic_id: 0, account_id: 0 });
    const form = useForm(["name", "language_id", "voice_id", "topic_id", "account_id"]);
    const busy = ref("");
    const report = shallowRef(null);
    const tried = ref("");
    const left = shallowRef(rememberedJSON(LEFT, null));
    const { faulty, repeated } = useFindings(sheet);
    for (const kind of ["languages", "voices", "topics", "accounts"]) rows(kind);

    const good = computed(() => (sheet.value?.rows.length ?? 0) - faulty.value.length);
    const canFile = computed(() => sheet.value !== null && missingFields(sheet.value.mapping).length === 0);
    /** What would be sent now: when it is another than what was tried, the report is old. */
    const wish = computed(() => sheet.value && JSON.stringify([defaults, sheet.value.mapping, sheet.value.turn]));
    const isOld = computed(() => report.value !== null && tried.value !== wish.value);

    function open(found) {
      sheet.value = found;
      report.value = null;
      Object.assign(view, { filter: "all", page: 1 });
      defaults.name = found.name.replace(/\.\w+$/, "");
      nextTick(() => document.getElementById("import-head")?.focus());
    }

    async function close() {
      if (sheet.value.isEdited && !(await mayDrop())) return;
      sheet.value = report.value = null;
    }

    const mayDrop = () => confirm({ title: t("import.drop.title"), text: t("import.drop.text"),
      yes: t("import.drop.yes"), isDangerous: true });
    onBeforeUnmount(beforeLeave(() => !sheet.value?.isEdited || busy.value === "file" || mayDrop()));

    function remove(gone) {
      const before = [...sheet.value.rows];
      const held = new Set(gone);
      sheet.value.rows.splice(0, before.length, ...before.filter((row) => !held.has(row)));
      touch(sheet.value);
      const dismiss = toast(tn("import.removed", gone.length, { n: number(gone.length) }), {
        action: { label: t("action.undo"), run: () => { restore(before); dismiss(); } }, ms: 8000,
      });
    }

    function restore(all) {
      if (!sheet.value) return;
      sheet.value.rows.splice(0, Infinity, ...all);
      touch(sheet.value);
    }

    function send(dryRun, again = false) {
      const body = new Blob([writeLines(sheet.value.rows.map(membersIn))], { type: "application/x-ndjson" });
      const query = new URLSearchParams({ dry_run: String(dryRun), ...(again ? { again: "true" } : {}) });
      for (const [name, value] of Object.entries(defaults)) if (value) query.set(name, String(value));
      return form.send(() => api.post(`/jobs/import?${query}`, body, { key: false, type: "application/x-ndjson" }));
    }

    /** Puts what the server has against rows at their cells; lines are numbered from 1. */
    function take(said, sent) {
      sent.forEach((row) => { row.said = []; });
      for (const { row, column, reason } of said.faults) {
        const at = sent[row - 1];
        const field = FIELD_NAMES.includes(column.split(".")[0]) ? column.split(".")[0] : "title";
        if (at) at.said = [...at.said, { field, reason }];
      }
    }

    async function tryOut() {
      busy.value = "try";
      const [sent, wished] = [[...sheet.value.rows], wish.value];
      const done = await send(true);
      busy.value = "";
      if (!done) return;
      report.value = done.value;
      tried.value = wished;
      take(done.value, sent);
    }

    async function file() {
      const bad = faulty.value.length;
      const asks = bad > 0 || repeated.value.size > 0;
      if (asks && !(await confirm({
        title: tn("import.go", good.value, { n: number(good.value) }), yes: t("import.confirm.yes"),
        text: [bad > 0 && tn("import.confirm.bad", bad), repeated.value.size > 0 && tn("import.confirm.repeated",
          repeated.value.size)].filter(Boolean).join(" "),
      }))) return;
      await finish(false);
    }

    async function finish(again) {
      busy.value = "file";
      const sent = [...sheet.value.rows];
      const done = await send(false, again);
      busy.value = "";
      if (!done) return;
      const { filed } = done.value;
      take(done.value, sent);
      if (!filed) return void (report.value = done.value);
      if (filed.repeated && (await confirm({ title: t("import.again.title"), text: t("import.again.text"),
        yes: t("import.again.yes"), no: t("import.again.no") }))) {
        return finish(true);
      }
      keepRest(sent.filter((row) => faultsOf(row).length > 0));
      toast(tn("import.filed", filed.ids.length, { n: number(filed.ids.length) }), { kind: "done" });
      sheet.value = null;
      go(`/batches/${filed.batch.id}`);
    }

    /** What was not filed is there when one comes back. */
    function keepRest(rest) {
      if (sheet.value.isPasted) remember("draft.import", null);
      const { name, columns, mapping } = sheet.value;
      const text = JSON.stringify({ name, columns, mapping, rows: rest.map(({ number: at, cells }) => ({ number: at,
        cells })) });
      remember(LEFT, rest.length > 0 && text.length < MOST_KEPT ? text : null);
    }

    function takeLeft() {
      open(makeSheet(left.value));
      touch(sheet.value);
      forgetLeft();
    }

    function forgetLeft() {
      left.value = null;
      remember(LEFT, null);
    }

    useKeys([{ keys: "mod+enter", label: () => t("import.try"),
      run: () => { if (canFile.value && !busy.value) tryOut(); }, inFields: true }]);
    watch(() => form.isBusy, (value) => { if (!value) busy.value = ""; });

    const table = () => html`<section class="card import-head" tabindex="-1" id="import-head">
      <${Icon} name=${sheet.value.isPasted ? "text" : "table"} />
        <strong class="grow">${sheet.value.name}</strong><span class="quiet">
          ${tn("import.rowCount", sheet.value.rows.length, { n: number(sheet.value.rows.length) })}</span>
        <button type="button" class="button small" @click=${close}>${t("import.other")}</button></section>
      ${!sheet.value.isPasted && html`<${MappingCard} sheet=${sheet.value} />`}
      <${SheetTable} sheet=${sheet.value} faulty=${faulty.value} repeated=${repeated.value} view=${view}
        @remove=${remove} />
      <${FaultList} faulty=${faulty.value} @show=${({ row, field }) => focusCell(sheet.value, view, row, field)} />
      <${DefaultsCard} defaults=${defaults} faults=${form.faults} /><${FormFault} form=${form} />
      <${FileBar} counts=${{ rows: number(sheet.value.rows.length), good: good.value,
        bad: number(faulty.value.length) }} report=${report.value}
        isOld=${isOld.value} isBusy=${busy.value} canFile=${canFile.value} @try=${tryOut} @file=${file} />`;

    const leftNotice = () => html`<p class="notice"><${Icon} name="info" /><span class="grow">
      ${tn("import.left", left.value.rows.length)}</span>
      <button type="button" class="button small" @click=${takeLeft}>${t("import.left.take")}</button>
      <button type="button" class="button small quiet" @click=${forgetLeft}>${t("import.left.drop")}</button></p>`;

    return () => html`<div class="page"><header class="page-head"><h1>${t("page.import")}</h1></header>
      ${sheet.value ? table() : html`<p class="quiet lead">${t("import.about")}</p>${left.value && leftNotice()}
        <${SourceCard} @sheet=${open} />`}</div>`;
  },
};
