// Which column of the table is which of our fields.
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { FIELD_NAMES, missingFields } from "../../lib/mapping.js";
import { Icon } from "../../parts/icon.js";

export const fieldWord = (field) => t(`import.field.${field}`);

export function MappingCard({ sheet }) {
  function choose(at, field) {
    // A field is in one column only: what had it lets it go.
    sheet.mapping = sheet.mapping.map((each, index) => (index === at ? field : each === field ? "" : each));
  }
  const example = (at) => sheet.rows.find((row) => row.cells[at]?.trim())?.cells[at].trim().slice(0, 60) ?? "";
  const missing = missingFields(sheet.mapping);
  return html`<section class="card stack"><h2>${t("import.mapping")}</h2>
    ${missing.length > 0 && html`<p class="notice bad" role="alert"><${Icon} name="warn" />
      ${t("import.mapping.missing")}</p>`}
    <ul class="mapping">${sheet.columns.map((column, at) => html`<li key=${at} class=${{ unused: !sheet.mapping[at] }}>
      <span class="mapping-name"><strong>${column || t("import.mapping.unnamed", { n: at + 1 })}</strong><small>
        ${example(at)}</small></span>
      <${Icon} name="right" /><select aria-label=${t("import.mapping.of", { column: column || at + 1 })}
        data-column=${at}
        @change=${(event) => choose(at, event.target.value)}>
        <option value="" selected=${!sheet.mapping[at]}>${t("import.mapping.none")}</option>
        ${FIELD_NAMES.map((field) => html`<option key=${field} value=${field} selected=${sheet.mapping[at] === field}>
          ${fieldWord(field)}</option>`)}</select></li>`)}</ul></section>`;
}
MappingCard.props = ["sheet"];
