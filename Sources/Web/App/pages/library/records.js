// A list of the library with its dialogs: the same for topics, accounts, languages, voices and templates.
import { ref } from "../../lib/vue.js";
import { asLine, differing, memberOf } from "../../lib/differences.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { SIZE, useRecords } from "../../lib/records.js";
import { toast } from "../../lib/toasts.js";
import { confirm } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { Empty, Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

/**
 * `kind`: "topics"; `icon`; `nameOf(row)`; `columns`: [{ label, cell(row), isWide }]; `editor`: a component with props
 * `row` (null: a new one) and `records`, that emits "close"; `extra(row)`: more buttons.
 */
export const Records = {
  props: ["kind", "icon", "nameOf", "columns", "editor", "extra", "cannotAdd"],
  setup(props, { slots }) {
    const records = useRecords(props.kind);
    const edited = ref(undefined);
    const blocked = ref(null);
    const name = (row) => props.nameOf(row);

    async function remove(row) {
      blocked.value = null;
      const isSure = await confirm({
        title: t("library.delete.title", { name: name(row) }), text: t("library.delete.text"),
          yes: t("action.delete"), isDangerous: true,
      });
      if (!isSure) return;
      try {
        await records.remove(row);
        toast(t("library.deleted", { name: name(row) }), { kind: "done" });
      } catch (error) {
        if (error.status === 409) blocked.value = { row, why: tell(error) };
        else toast(tell(error), { kind: "failed" });
      }
    }

    const field = { topics: "topic_id", accounts: "account_id", languages: "language_id" }[props.kind];
    const refusal = () => html`<div class="notice warn" role="alert"><${Icon} name="lock" />
      <p class="grow"><strong>${t("library.delete.refused", { name: name(blocked.value.row) })}
        </strong> ${blocked.value.why}</p>
      ${field && html`<a class="button small" href=${`/jobs?${field}=${blocked.value.row.id}`}>
        ${t("library.delete.show")}</a>`}
      <button type="button" class="button quiet icon-only" aria-label=${t("action.close")}
        @click=${() => { blocked.value = null; }}>
        <${Icon} name="close" /></button></div>`;

    const actions = (row) => html`${props.extra?.(row)}
      ${row.is_shared ? html`<span class="tag"><${Icon} name="lock" />${t("library.shared")}</span>`
        : html`<button type="button" class="button small" @click=${() => { edited.value = row; }}>${t("action.edit")}
        </button>
          <button type="button" class="button quiet icon-only" aria-label=${t("library.delete.one",
            { name: name(row) })}
            title=${t("action.delete")} @click=${() => remove(row)}><${Icon} name="trash" /></button>`}`;

    const line = (row) => html`<tr key=${row.id}>${props.columns.map((column, at) => html`
      <td key=${at} class=${[at === 0 ? "title-cell" : "", { "wide-only": column.isWide }]}>${column.cell(row)}</td>`)}
      <td class="actions-cell"><div class="row">${actions(row)}</div></td></tr>`;

    const add = (isPrimary) => !props.cannotAdd && html`<button type="button"
      class=${["button", { primary: isPrimary }]}
      @click=${() => { edited.value = null; }}><${Icon} name="plus" />${t(`library.${props.kind}.add`)}</button>`;

    return () => html`<section class="stack"><div class="row"><p class="quiet grow">
      ${t(`library.${props.kind}.about`)}</p>${add(true)}</div>
      ${slots.default?.(records)}${blocked.value && refusal()}
      <${Loaded} resource=${records.list} skeleton="table" rows="5">${{
        default: ({ items, total }) => (total === 0
          ? html`<${Empty} icon=${props.icon} title=${t(`library.${props.kind}.none`)}
          text=${t(`library.${props.kind}.why`)}>${add(true)}</${Empty}>`
          : html`<div class="table-frame"><table><thead><tr>${props.columns.map((column, at) => html`<th key=${at}
              class=${{ "wide-only": column.isWide }}>${column.label}</th>`)}<th><span class="visually-hidden">
                ${t("library.actions")}</span></th></tr></thead>
              <tbody>${items.map(line)}</tbody></table></div>
            <${Pager} page=${records.page.value} size=${SIZE} total=${total}
              @go=${(to) => { records.page.value = to; }} />`),
      }}</${Loaded}>
      ${edited.value !== undefined && html`<${props.editor} key=${edited.value?.id ?? "new"} row=${edited.value}
        records=${records}
        @close=${() => { edited.value = undefined; }} />`}</section>`;
  },
};

/** For a dialog's conflict: what differs between the present row and what was about to be saved. */
export function compareWith(body, label) {
  return (present) => differing(present, body()).map((name) => ({
    label: label(name), theirs: asLine(memberOf(present, name)), mine: asLine(memberOf(body(), name)),
  }));
}
