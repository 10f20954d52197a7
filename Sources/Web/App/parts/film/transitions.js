// Which transitions a film uses, and what they look like.
import { ref } from "../../lib/vue.js";
import { TRANSITIONS, transitionList } from "../../lib/choices.js";
import { setChoice } from "../../lib/film.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { SelectField } from "../fields.js";
import { followWord } from "./choice.js";

/** Two pictures that change into each other when they are pointed at. */
export function TransitionTile({ name, isOn }, { emit }) {
  return html`<button type="button" class=${["transition", `is-${name}`, { on: isOn }]} aria-pressed=${String(isOn)}
    @click=${() => emit("toggle")}><span class="transition-pair" aria-hidden="true"><i class="first"></i>
      <i class="second"></i></span>
    <span>${t(`transition.${name}`)}</span></button>`;
}
TransitionTile.props = ["name", "isOn"];
TransitionTile.emits = ["toggle"];

/** All of them in groups; `modelValue` is a list of names. */
export function TransitionList({ modelValue, label }, { emit }) {
  const toggle = (name) => emit("update:modelValue",
    modelValue.includes(name) ? modelValue.filter((each) => each !== name) : [...modelValue, name]);
  return html`<div class="transition-list" role="group" aria-label=${label}>
    ${Object.entries(TRANSITIONS).map(([group, names]) => html`
    <section key=${group}><h4>${t(`transition.group.${group}`)}</h4><div class="transition-tiles">
      ${names.map((name) => html`
      <${TransitionTile} key=${name} name=${name} isOn=${modelValue.includes(name)}
        @toggle=${() => toggle(name)} />`)}</div></section>`)}</div>`;
}
TransitionList.props = ["modelValue", "label"];
TransitionList.emits = ["update:modelValue"];

/** As the account says, automatic, straight cuts, or one's own. */
export const TransitionsField = {
  props: ["extra", "inherit", "faults"],
  setup(props) {
    const isChoosing = ref(Array.isArray(props.extra.transitions));
    function choose(value) {
      isChoosing.value = value === "own";
      setChoice(props.extra, "transitions", value === "own" ? transitionList(props.extra.transitions).filter((name) =>
        name !== "auto") : value);
    }
    return () => {
      const given = props.extra.transitions ?? "";
      const names = transitionList(given);
      const isOwn = isChoosing.value || (names.length > 0 && given !== "auto" && given !== "cut");
      const options = [
        { value: "", label: followWord("transitions", props.inherit("transitions")) }, { value: "auto",
          label: t("film.transitions.auto") },
        { value: "cut", label: t("film.transitions.cut") }, { value: "own", label: t("film.transitions.own") },
      ];
      return html`<div class="wide stack"><${SelectField} label=${t("film.transitions")} options=${options}
          modelValue=${isOwn ? "own" : given} error=${props.faults?.["extra.transitions"]}
            @update:modelValue=${choose} />
        ${isOwn && html`<${TransitionList} label=${t("film.transitions")} modelValue=${names}
          @update:modelValue=${(list) => setChoice(props.extra, "transitions", list)} />`}</div>`;
    };
  },
};
