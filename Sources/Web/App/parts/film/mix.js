// How much of a film moves, what that shows, and where it comes from.
import { ref } from "../../lib/vue.js";
import { KINDS, SOURCES } from "../../lib/choices.js";
import { setChoice } from "../../lib/film.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { SliderField } from "../fields.js";
import { Icon } from "../icon.js";
import { followWord } from "./choice.js";

const percent = (value) => `${value}%`;
export const kindWord = (kind) => (hasWords(`choice.kind.${kind}`) ? t(`choice.kind.${kind}`) : kind);

export function MixField({ extra, inherit, faults = {} }) {
  const standing = inherit("mix");
  const isOwn = extra.mix !== undefined;
  const following = isOwn ? "" : `${followWord("mix", standing, (_, value) => percent(value))}${t("film.stop")}`;
  return html`<div class="mix"><${SliderField} label=${t("film.mix")} hint=${following + t("film.mix.hint")} min="0"
    max="100" step="5"
      modelValue=${extra.mix ?? standing.value} show=${percent} error=${faults["extra.mix"]}
      @update:modelValue=${(value) => setChoice(extra, "mix", value)} />
    ${isOwn && html`<button type="button" class="link small" @click=${() => setChoice(extra, "mix", "")}>
      ${t("film.reset")}</button>`}</div>`;
}
MixField.props = ["extra", "inherit", "faults"];

/** Chips that are on or off, and a line for what is not among them. */
export const KindsField = {
  props: ["extra", "inherit", "faults"],
  setup(props) {
    const typed = ref("");
    const chosen = () => props.extra.mix_kinds ?? [];
    const set = (kinds) => setChoice(props.extra, "mix_kinds", kinds);
    const toggle = (kind) => set(chosen().includes(kind) ? chosen().filter((each) => each !== kind) : [...chosen(),
      kind]);
    function add(event) {
      if (event.type === "keydown" && event.key !== "Enter") return;
      event.preventDefault();
      const kind = typed.value.trim();
      if (kind && !chosen().includes(kind)) set([...chosen(), kind].slice(0, 16));
      typed.value = "";
    }
    return () => {
      const others = chosen().filter((kind) => !KINDS.includes(kind));
      const standing = props.inherit("mix_kinds").value;
      const hint = chosen().length === 0 && standing?.length > 0
        ? followWord("mix_kinds", props.inherit("mix_kinds"), (_, kinds) => kinds.map(kindWord).join("、"))
        : t("film.kinds.hint");
      return html`<fieldset class="field kinds"><legend>${t("film.kinds")}</legend><div class="chips">
        ${KINDS.map((kind) => html`<button type="button" key=${kind} class=${["chip", { on: chosen().includes(kind) }]}
          aria-pressed=${String(chosen().includes(kind))} @click=${() => toggle(kind)}>${kindWord(kind)}</button>`)}
        ${others.map((kind) => html`<span key=${kind} class="chip on">${kind}<button type="button"
          aria-label=${t("film.kinds.remove", { name: kind })} @click=${() => toggle(kind)}><${Icon} name="close" />
            </button></span>`)}
        <span class="chip-line"><input aria-label=${t("film.kinds.add")} placeholder=${t("film.kinds.placeholder")}
          maxlength="40"
            value=${typed.value} @input=${(event) => { typed.value = event.target.value; }} @keydown=${add} />
          <button type="button" class="button small" disabled=${!typed.value.trim()} @click=${add}>${t("action.add")}
            </button></span></div>
        <p class="hint">${hint}</p>${props.faults?.["extra.mix_kinds"] && html`<p class="error">
          ${props.faults["extra.mix_kinds"]}</p>`}</fieldset>`;
    };
  },
};

/** An ordered list of sources, each on or off. */
export const SourcesField = {
  props: ["extra", "inherit"],
  setup(props) {
    const used = () => props.extra.mix_sources ?? (props.inherit("mix_sources").value || SOURCES);
    const set = (list) => setChoice(props.extra, "mix_sources", list.join() === SOURCES.join() ? "" : list);
    function toggle(source) {
      const list = used();
      if (!list.includes(source)) set([...list, source]);
      else if (list.length > 1) set(list.filter((each) => each !== source));
    }
    function move(source, by) {
      const list = [...used()];
      const at = list.indexOf(source);
      list.splice(at, 1);
      list.splice(at + by, 0, source);
      set(list);
    }
    const line = (source, at, count) => {
      const name = t(`choice.source.${source}`);
      const isOn = at >= 0;
      return html`<li key=${source}><label class="check"><input type="checkbox" checked=${isOn}
        disabled=${isOn && count === 1}
          aria-label=${t("film.sources.use", { name })} @change=${() => toggle(source)} /><span>${name}</span></label>
        <button type="button" class="button quiet icon-only" disabled=${at <= 0}
          aria-label=${t("film.sources.up", { name })}
          @click=${() => move(source, -1)}><${Icon} name="up" /></button>
        <button type="button" class="button quiet icon-only" disabled=${!isOn || at === count - 1}
          aria-label=${t("film.sources.down", { name })} @click=${() => move(source, 1)}><${Icon} name="down" />
            </button></li>`;
    };
    return () => {
      const list = used();
      const rest = SOURCES.filter((source) => !list.includes(source));
      return html`<fieldset class="field sources"><legend>${t("film.sources")}</legend>
        <ol>${[...list, ...rest].map((source) => line(source, list.indexOf(source), list.length))}</ol>
        <p class="hint">${t("film.sources.hint")}</p></fieldset>`;
    };
  },
};
