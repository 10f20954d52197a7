// Tabs that are pages: each has its own address.
import { html } from "../lib/html.js";

/** `tabs`: [{ name, label }]; `base`: "/library". */
export function Tabs({ tabs, base, now, label }) {
  return html`<nav class="tabs" aria-label=${label}>${tabs.map((tab) => html`<a key=${tab.name} href=${`${base}/${tab.name}`}
    aria-current=${tab.name === now ? "page" : undefined}>${tab.label}</a>`)}</nav>`;
}
Tabs.props = ["tabs", "base", "now", "label"];
