// All shortcuts that are in force, at "?".
import { reactive } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { shortcuts } from "../lib/keys.js";
import { Dialog } from "./dialog.js";

export const keysHelp = reactive({ isOpen: false });

const isMac = /mac/i.test(navigator.platform);
const NAMES = {
  mod: isMac ? "⌘" : "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", arrowleft: "←", arrowright: "→", arrowup: "↑",
  arrowdown: "↓", " ": "Space", escape: "Esc",
};

export function Keys({ keys }) {
  return html`<span class="keys">${keys.split("+").map((part) => html`<kbd key=${part}>${
    NAMES[part.toLowerCase()] ?? part.toUpperCase()}</kbd>`)}</span>`;
}
Keys.props = ["keys"];

export function KeysHelp() {
  if (!keysHelp.isOpen) return null;
  const shown = shortcuts.filter((each) => each.label);
  return html`<${Dialog} title=${t("keys.title")} @close=${() => { keysHelp.isOpen = false; }}>${{
    default: () => html`<dl class="key-list">${shown.map((each) => html`<div key=${each.keys + each.label()}>
      <dt><${Keys} keys=${each.keys} /></dt><dd>${each.label()}</dd></div>`)}</dl>`,
  }}</${Dialog}>`;
}
