// First steps, every shortcut, how tables are to look, and where films lie.
import { html } from "../lib/html.js";
import { language, t } from "../lib/i18n.js";
import { FIELDS } from "../lib/mapping.js";
import { Icon } from "../parts/icon.js";
import { Keys } from "../parts/keyshelp.js";

/** All shortcuts of the program by the page that they hold on; the help shows them wherever one is. */
const SHORTCUTS = [
  ["everywhere", [["?", "keys.help"], ["g", "keys.jobs"], ["n", "keys.new"]]],
  ["jobs", [["/", "jobs.search"], ["mod+a", "jobs.selectAll"]]],
  ["new", [["mod+enter", "new.submit"], ["mod+shift+enter", "new.plan.go"]]],
  ["import", [["mod+enter", "import.try"]]],
  ["storyboard", [
    ["arrowleft", "board.key.previous"], ["arrowright", "board.key.next"], ["arrowup", "board.key.above"],
      ["arrowdown", "board.key.below"],
    ["1", "board.key.candidate"], ["e", "board.key.text"], ["p", "board.key.prompt"], ["r", "board.regenerate"],
      ["l", "board.lock"],
    ["s", "board.split"], [" ", "board.preview"], ["mod+z", "board.undo"], ["mod+shift+z", "board.redo"],
      ["mod+enter", "board.render"],
  ]],
  ["captions", [
    [" ", "captions.key.play"], ["arrowup", "captions.key.previous"], ["arrowdown", "captions.key.next"],
      ["i", "captions.key.start"],
    ["o", "captions.key.end"], ["mod+s", "action.save"], ["mod+z", "board.undo"], ["mod+shift+z", "board.redo"],
    ["mod+enter", "board.render"],
  ]],
];
const STEPS = [["new", "/new"], ["import", "/import"], ["watch", "/jobs"], ["repair", "/jobs"], ["library",
  "/library"]];

/** Names of columns in the reader's language; those in Latin letters are everybody's. */
const known = (names) => names.filter((name) => language.value === "zh" || /^[\x20-\x7e]+$/.test(name));

const example = () => [
  [t("import.field.title"), t("import.field.content"), t("import.field.is_horizontal")],
  [t("help.table.title"), t("help.table.text"), t("film.portrait")],
];

export default function Help() {
  return html`<div class="page help"><header class="page-head"><h1>${t("page.help")}</h1></header>
    <section class="card stack"><h2>${t("help.first")}</h2><ol class="steps">
      ${STEPS.map(([name, href], at) => html`<li key=${name}>
      <span class="step-number" aria-hidden="true">${at + 1}</span><div><h3><a href=${href}>${t(`help.step.${name}`)}
        </a></h3><p>${t(`help.step.${name}.text`)}</p></div></li>`)}</ol></section>
    <section class="card stack"><h2>${t("keys.title")}</h2><p class="quiet">${t("help.keys.about")}</p>
      <div class="shortcut-groups">
      ${SHORTCUTS.map(([group, keys]) => html`<section key=${group}><h3>${t(`help.keys.${group}`)}</h3>
        <dl class="key-list">${keys.map(([press, words]) => html`<div key=${press}><dt><${Keys} keys=${press} /></dt>
          <dd>${t(words)}</dd></div>`)}</dl></section>`)}</div></section>
    <section class="card stack"><h2>${t("help.import")}</h2><p>${t("help.import.paste")}</p><p>
      ${t("help.import.table")}</p>
      <div class="table-frame flat"><table><thead><tr>${example()[0].map((cell) => html`<th key=${cell} scope="col">
        ${cell}</th>`)}</tr></thead>
        <tbody><tr>${example()[1].map((cell) => html`<td key=${cell}>${cell}</td>`)}</tr></tbody></table></div>
      <details><summary>${t("help.import.columns")}</summary><dl class="columns-list">
        ${Object.entries(FIELDS).map(([field, names]) => html`<div key=${field}>
        <dt>${t(`import.field.${field}`)}</dt><dd>${known(names).map((name) => html`<code key=${name} translate="no">
          ${name}</code>`)}</dd></div>`)}</dl></details></section>
    <section class="card stack"><h2>${t("help.films")}</h2><p>${t("help.films.text")}</p><p>
      ${t("help.films.server")} <code>objects/jobs</code></p></section>
    <section class="card stack"><h2>${t("help.api")}</h2><p>${t("help.api.text")}</p>
      <div class="row"><a class="button" href="/docs" target="_blank"><${Icon} name="text" />${t("help.api.docs")}</a>
        <a class="button" href="/settings/keys"><${Icon} name="key" />${t("settings.tab.keys")}</a></div></section>
          </div>`;
}
