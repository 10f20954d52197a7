import { html } from "../lib/html.js";
import { number } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { Icon } from "./icon.js";

/** `page` from 1; emits `go` with the page to show. The API shows at most 1,000 pages. */
export function Pager({ page, size, total }, { emit }) {
  const pages = Math.min(Math.max(Math.ceil(total / size), 1), 1000);
  if (pages === 1 && page === 1) return null;
  return html`<nav class="pager" aria-label=${t("pager.label")}>
    <button class="button" disabled=${page <= 1} @click=${() => emit("go", page - 1)}><${Icon} name="left" />${t("pager.previous")}</button>
    <span>${t("pager.of", { page: number(page), pages: number(pages), total: number(total) })}</span>
    <button class="button" disabled=${page >= pages} @click=${() => emit("go", page + 1)}>${t("pager.next")}<${Icon} name="right" /></button></nav>`;
}
Pager.props = ["page", "size", "total"];
Pager.emits = ["go"];
