// Choices of a film. Each may be left to the topic, the account or the program, and then says what those say.
import { CHOICES, transitionList } from "../../lib/choices.js";
import { setChoice } from "../../lib/film.js";
import { html } from "../../lib/html.js";
import { hasWords, t, tn } from "../../lib/i18n.js";
import { CheckField, SelectField, TextField } from "../fields.js";

/** The word for a value of a choice. */
export function choiceWord(name, value) {
  if (name === "transitions") return transitionsWord(value);
  const key = `choice.${name}.${value}`;
  return hasWords(key) ? t(key) : String(value === "" ? t("film.none") : value);
}

function transitionsWord(value) {
  const names = transitionList(value);
  if (names.length === 0 || names[0] === "auto") return t("film.transitions.auto");
  return names.length === 1 ? t(`transition.${names[0]}`) : tn("film.transitions.chosen", names.length);
}

/** "As the account: fade". */
export function followWord(name, { value, from }, word = choiceWord) {
  return t(`film.follow.${from}`, { value: word(name, value) });
}

/** `inherit(name)` says what holds when nothing is chosen. */
export function FilmSelect({ name, label, hint, extra, inherit, faults = {}, values }) {
  const options = [
    { value: "", label: followWord(name, inherit(name)) },
    ...(values ?? CHOICES[name]).map((value) => ({ value, label: choiceWord(name, value) })),
  ];
  return html`<${SelectField} label=${label} hint=${hint} options=${options} modelValue=${extra[name] ?? ""}
    error=${faults[`extra.${name}`]} @update:modelValue=${(value) => setChoice(extra, name, value)} />`;
}
FilmSelect.props = ["name", "label", "hint", "extra", "inherit", "faults", "values"];

/** A switch; what it shows before it was touched is what holds anyway. */
export function FilmCheck({ name, label, hint, extra, inherit, disabled }) {
  const value = extra[name] ?? (inherit(name).value || false);
  return html`<${CheckField} label=${label} hint=${hint} modelValue=${value} disabled=${disabled}
    @update:modelValue=${(on) => setChoice(extra, name, on)} />`;
}
FilmCheck.props = ["name", "label", "hint", "extra", "inherit", "disabled"];

export function FilmText({ name, label, hint, extra, inherit, faults = {}, most, wide, type, isNumber, ...more }) {
  const set = (text) => setChoice(extra, name, isNumber && text !== "" ? Number(text) : text);
  return html`<${TextField} label=${label} hint=${hint} wide=${wide} type=${type ?? (isNumber ? "number" : "text")}
    maxlength=${most}
    ...${more} placeholder=${String(inherit(name).value)} modelValue=${extra[name] ?? ""}
      error=${faults[`extra.${name}`]} @update:modelValue=${set} />`;
}
FilmText.props = ["name", "label", "hint", "extra", "inherit", "faults", "most", "wide", "type", "isNumber", "min",
  "max", "step"];
