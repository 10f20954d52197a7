// The vendors of this installation, and what they answer to a small call.
import { reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { confirm, Dialog } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

const kindWord = (kind) => (hasWords(`system.kind.${kind}`) ? t(`system.kind.${kind}`) : kind);

/** What was sent and what came back; the server leaves secrets out. */
export function ReportDialog({ name, report }, { emit }) {
  const pill = (isGood) => html`<span class=${["pill", isGood ? "is-success" : "is-failed"]}>
    <${Icon} name=${isGood ? "done" : "failed"} />
    ${t(isGood ? "system.vendor.good" : "system.vendor.bad")}</span>`;
  const exchange = (each, at) => html`<details key=${at} class="exchange"><summary><code>${each.method} ${each.url}
    </code>
      <span class="tag">${each.status ?? t("system.vendor.noAnswer")}</span><span class="quiet small">
        ${number(each.milliseconds)} ms</span></summary>
    <h4>${t("system.vendor.sent")}</h4><pre tabindex="0">
      ${Object.entries(each.headers).map(([header, value]) => `${header}: ${value}`).join("\n")}
        ${each.body && `\n\n${each.body}`}</pre>
    <h4>${t("system.vendor.answer")}${each.answer_type && ` · ${each.answer_type}`}</h4><pre tabindex="0">
      ${each.answer || "–"}</pre></details>`;
  return html`<${Dialog} wide=${true} title=${t("system.vendor.report", { name })} @close=${() => emit("close")}>
    <p class="notice"><${Icon} name="lock" />${t("system.vendor.redacted")}</p>
    <ul class="trials">${report.results.map((each) => html`<li key=${each.kind}>${pill(each.ok)}<strong>
      ${kindWord(each.kind)}</strong><span>${each.words}</span></li>`)}</ul>
    ${report.exchanges.length > 0 && html`<section class="stack"><h3>${t("system.vendor.exchanges")}</h3>
      ${report.exchanges.map(exchange)}</section>`}</${Dialog}>`;
}
ReportDialog.props = ["name", "report"];
ReportDialog.emits = ["close"];

export const VendorsTab = {
  setup() {
    const vendors = useResource((signal) => api.get("/vendors", {}, { signal }));
    const busy = ref("");
    const shown = ref(null);
    const outcomes = reactive({});

    async function test(vendor) {
      const isSure = await confirm({ title: t("system.vendor.test.title", { name: vendor.name }),
        text: t("system.vendor.test.text"), yes: t("system.vendor.test") });
      if (!isSure) return;
      busy.value = vendor.name;
      delete outcomes[vendor.name];
      try {
        const report = await api.post(`/vendors/${encodeURIComponent(vendor.name)}/test`);
        outcomes[vendor.name] = { isGood: report.ok, report };
        shown.value = { name: vendor.name, report };
      } catch (error) {
        outcomes[vendor.name] = { isGood: false, why: tell(error) };
      } finally {
        busy.value = "";
      }
    }

    const outcome = (vendor) => {
      const found = outcomes[vendor.name];
      if (busy.value === vendor.name) return html`<span class="quiet" role="status">${t("system.vendor.testing")}
        </span>`;
      if (!found) return null;
      return html`<span class=${["pill", found.isGood ? "is-success" : "is-failed"]} role="status">
        <${Icon} name=${found.isGood ? "done" : "failed"} />
          ${t(found.isGood ? "system.vendor.good" : "system.vendor.bad")}</span>
        ${found.report ? html`<button type="button" class="link" @click=${() => { shown.value = { name: vendor.name,
          report: found.report }; }}>
          ${t("system.vendor.show")}</button>` : html`<p class="why">${found.why}</p>`}`;
    };

    const line = (vendor) => html`<tr key=${vendor.name}><td class="title-cell"><strong>${vendor.name}</strong>
      <p class="quiet small">${vendor.title}</p></td>
      <td><span class="chips">${vendor.kinds.map((kind) => html`<span key=${kind} class="tag">${kindWord(kind)}
        </span>`)}</span></td><td>${outcome(vendor)}</td>
      <td class="actions-cell"><div class="row"><button type="button" class="button small"
        disabled=${busy.value !== ""} @click=${() => test(vendor)}>
        <${Icon} name=${busy.value === vendor.name ? "running" : "pulse"} />${t("system.vendor.test")}</button></div>
          </td></tr>`;

    return () => html`<${Loaded} resource=${vendors} skeleton="table" rows="4">${{
        default: ({ items }) => (items.length === 0
          ? html`<${Empty} icon="globe" title=${t("system.vendors.none")} text=${t("system.vendors.why")} />`
          : html`<div class="table-frame"><table><thead><tr><th>${t("system.vendor.name")}</th><th>
          ${t("system.vendor.kinds")}</th>
              <th>${t("system.vendor.outcome")}</th><th><span class="visually-hidden">${t("library.actions")}</span>
                </th></tr></thead><tbody>${items.map(line)}</tbody></table></div>`),
      }}</${Loaded}>
      ${shown.value && html`<${ReportDialog} ...${shown.value} @close=${() => { shown.value = null; }} />`}`;
  },
};
