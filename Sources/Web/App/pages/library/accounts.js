// Accounts: whose films they are, and what these carry of them.
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { fileOf } from "../../lib/files.js";
import { AccountDialog } from "./account.js";
import { Records } from "./records.js";

function Logo({ row }) {
  const file = fileOf(row.logo);
  return file?.url ? html`<img class="logo-mark" src=${file.url} alt="" />`
    : html`<span class="logo-mark none" aria-hidden="true">${[...row.username][0]}</span>`;
}
Logo.props = ["row"];

export function AccountsTab() {
  const columns = [
    { label: t("library.account.username"), cell: (row) => html`<span class="with-mark"><${Logo} row=${row} /><strong>
      ${row.username}</strong></span>` },
    { label: t("library.account.platform"), cell: (row) => [row.platform, row.area].filter(Boolean).join(" · ")
      || "–", isWide: true },
    { label: t("library.account.colour"), cell: (row) => html`<span class="with-mark"><span class="swatch"
        style=${{ background: row.extra.subtitle_background ?? "#578B2E" }}></span><code>
          ${row.extra.subtitle_background ?? "–"}</code></span>`, isWide: true },
    { label: t("library.account.presenter"), cell: (row) => (row.extra.human_config?.path ? "✓" : "–"), isWide: true },
  ];
  return html`<${Records} kind="accounts" icon="user" nameOf=${(row) => row.username} columns=${columns}
    editor=${AccountDialog}
    extra=${(row) => html`<a class="button small quiet" href=${`/jobs?account_id=${row.id}`}>${t("nav.jobs")}</a>`} />`;
}
