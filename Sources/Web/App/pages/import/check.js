// What the table will become: the dry run, its faults, and filing it.
import { html } from "../../lib/html.js";
import { money, number, span } from "../../lib/format.js";
import { t, tn } from "../../lib/i18n.js";
import { options } from "../../lib/catalog.js";
import { SelectField, TextField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { faultsOf } from "./sheet.js";
import { fieldWord } from "./mapping.js";
import { faultWord } from "./table.js";

const MOST = 200;

export function DefaultsCard({ defaults, faults }) {
  const field = (name, kind, label, none = t("form.none")) => html`<${SelectField} label=${label}
    options=${options(kind, none)} modelValue=${defaults[name]}
    error=${faults[name]} @update:modelValue=${(value) => { defaults[name] = value; }} />`;
  return html`<section class="card stack"><h2>${t("import.defaults")}</h2><p class="quiet">
    ${t("import.defaults.about")}</p>
    <div class="form-grid"><${TextField} label=${t("import.name")} modelValue=${defaults.name} maxlength="255"
      error=${faults.name}
        @update:modelValue=${(value) => { defaults.name = value; }} />
      ${field("language_id", "languages", t("new.language"), t("new.language.auto"))}
        ${field("voice_id", "voices", t("new.ownVoice"))}
      ${field("topic_id", "topics", t("new.topic"))}${field("account_id", "accounts", t("new.account"))}</div>
        </section>`;
}
DefaultsCard.props = ["defaults", "faults"];

/** "120 rows → 118 films, 2 with faults; about 95 min of film, about 62 min of work, 0.84 CNY". */
export function ReportWords({ report }) {
  const costs = Object.entries(report.estimated_costs);
  const minutes = (value) => span(value * 60_000);
  return html`<div class="report"><p class="report-sum"><strong>${number(report.rows)}
    </strong> ${t("import.report.rows")}
      <${Icon} name="right" /><strong>${number(report.good)}</strong> ${t("import.report.films")}
      ${report.bad > 0 && html`<span class="pill is-failed"><${Icon} name="failed" />
        ${tn("import.report.bad", report.bad)}</span>`}</p>
    <ul class="report-facts">${report.estimated_minutes !== null && html`<li><${Icon} name="film" />
      ${t("import.report.film", { time: minutes(report.estimated_minutes) })}</li>`}
      ${report.estimated_work_minutes !== null && html`<li><${Icon} name="clock" />
        ${t("import.report.work", { time: minutes(report.estimated_work_minutes) })}</li>`}
      <li><${Icon} name="star" />
        ${costs.length > 0 ? t("import.report.cost", { cost: costs.map(([currency, amount]) => money(amount,
          currency)).join(" + ") })
        : t("import.report.free")}</li></ul></div>`;
}
ReportWords.props = ["report"];

/** Every fault by row and column; pressing one puts the cursor into the cell. */
export function FaultList({ faulty }, { emit }) {
  const all = faulty.slice(0, MOST).flatMap((row) => faultsOf(row).map((fault) => ({ row, fault })));
  if (all.length === 0) return null;
  return html`<section class="card stack"><h2>${tn("import.faults", all.length)}</h2>
    <ol class="fault-list">${all.map(({ row, fault }) => html`<li key=${`${row.number} ${fault.field}`}>
      <button type="button" class="fault"
      @click=${() => emit("show", { row, field: fault.field })}><span class="number-cell">
        ${t("import.faults.row", { row: row.number })}</span>
      <strong>${fieldWord(fault.field)}</strong><span>${faultWord(fault)}</span></button></li>`)}</ol>
    ${faulty.length > MOST && html`<p class="quiet">${t("import.faults.more", { n: number(faulty.length - MOST) })}
      </p>`}</section>`;
}
FaultList.props = ["faulty"];
FaultList.emits = ["show"];

export function FileBar({ counts, report, isOld, isBusy, canFile }, { emit }) {
  return html`<div class="file-bar" role="region" aria-label=${t("import.file")}>
    <div class="grow">${report ? html`<${ReportWords} report=${report} />` : html`<p>${t("import.counts", counts)}</p>`}
      ${isOld && html`<p class="quiet small">${t("import.report.old")}</p>`}
      ${isBusy === "file" && html`<progress aria-label=${t("import.filing")}></progress>`}</div>
    <button type="button" class="button" disabled=${Boolean(isBusy) || !canFile} @click=${() => emit("try")}>
      <${Icon} name=${isBusy === "try" ? "running" : "search"} />${t("import.try")}</button>
    <button type="button" class="button primary large" disabled=${Boolean(isBusy) || !canFile || counts.good === 0}
      @click=${() => emit("file")}>
      <${Icon} name=${isBusy === "file" ? "running" : "film"} />${isBusy === "file" ? t("import.filing")
        : tn("import.go", counts.good, { n: number(counts.good) })}</button></div>`;
}
FileBar.props = ["counts", "report", "isOld", "isBusy", "canFile"];
FileBar.emits = ["try", "file"];
