// Fields of forms: a label, the control, a hint, and what is wrong with it, told to screen readers too.
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";

let count = 0;
const uid = () => `field-${++count}`;

/** Wraps a control: the default slot gets { id, "aria-describedby", "aria-invalid" } to spread over it. */
export const Field = {
  props: ["label", "hint", "error", "wide", "isOptional"],
  setup(props, { slots }) {
    const id = uid();
    return () => {
      const about = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ") || undefined;
      const bound = { id, "aria-describedby": about, "aria-invalid": props.error ? "true" : undefined };
      return html`<div class=${["field", { wide: props.wide, wrong: props.error }]}>
        <label for=${id}>${props.label}${props.isOptional && html`<span class="quiet"> ${t("form.optional")}</span>`}</label>
        ${slots.default(bound)}
        ${props.hint && html`<p class="hint" id=${`${id}-hint`}>${props.hint}</p>`}
        ${props.error && html`<p class="error" id=${`${id}-error`}>${props.error}</p>`}</div>`;
    };
  },
};

/** A line or, with `rows`, a text. Two-way: `modelValue`, `update:modelValue`. */
export function TextField(props, { emit, attrs }) {
  const { modelValue, rows, type = "text" } = props;
  const input = (event) => emit("update:modelValue", event.target.value);
  return html`<${Field} label=${props.label} hint=${props.hint} error=${props.error} wide=${props.wide}
      isOptional=${props.isOptional}>${{
    default: (bound) => rows
      ? html`<textarea ...${bound} ...${attrs} rows=${rows} value=${modelValue} @input=${input}></textarea>`
      : html`<input ...${bound} ...${attrs} type=${type} value=${modelValue} @input=${input} />`,
  }}</${Field}>`;
}
TextField.props = ["modelValue", "label", "hint", "error", "rows", "type", "wide", "isOptional"];
TextField.emits = ["update:modelValue"];
TextField.inheritAttrs = false;

/** `options`: [{ value, label }]; values keep their type. */
export function SelectField(props, { emit, attrs }) {
  const choose = (event) => emit("update:modelValue", props.options[event.target.selectedIndex].value);
  return html`<${Field} label=${props.label} hint=${props.hint} error=${props.error} wide=${props.wide}>${{
    default: (bound) => html`<select ...${bound} ...${attrs} @change=${choose}>
      ${props.options.map((option) => html`<option key=${String(option.value)}
        selected=${option.value === props.modelValue}>${option.label}</option>`)}</select>`,
  }}</${Field}>`;
}
SelectField.props = ["modelValue", "label", "hint", "error", "options", "wide"];
SelectField.emits = ["update:modelValue"];
SelectField.inheritAttrs = false;

export function CheckField(props, { emit }) {
  return html`<label class=${["check", { wrong: props.error }]}><input type="checkbox" checked=${props.modelValue}
      disabled=${props.disabled} @change=${(event) => emit("update:modelValue", event.target.checked)} />
    <span>${props.label}${props.hint && html`<small>${props.hint}</small>`}</span></label>`;
}
CheckField.props = ["modelValue", "label", "hint", "error", "disabled"];
CheckField.emits = ["update:modelValue"];

/** A slider with its value beside it; `show` words the value. */
export function SliderField(props, { emit, attrs }) {
  const show = props.show ?? ((value) => String(value));
  return html`<${Field} label=${props.label} hint=${props.hint} error=${props.error} wide=${props.wide}>${{
    default: (bound) => html`<div class="slider"><input ...${bound} ...${attrs} type="range" value=${props.modelValue}
        aria-valuetext=${show(props.modelValue)}
        @input=${(event) => emit("update:modelValue", Number(event.target.value))} />
      <output for=${bound.id}>${show(props.modelValue)}</output></div>`,
  }}</${Field}>`;
}
SliderField.props = ["modelValue", "label", "hint", "error", "wide", "show"];
SliderField.emits = ["update:modelValue"];
SliderField.inheritAttrs = false;

/** A few choices side by side; `options` as for a select. */
export function ChoiceField(props, { emit }) {
  return html`<fieldset class="choice"><legend>${props.label}</legend><div>
    ${props.options.map((option) => html`<label key=${String(option.value)}>
      <input type="radio" name=${props.name} checked=${option.value === props.modelValue}
        @change=${() => emit("update:modelValue", option.value)} /><span>${option.label}</span></label>`)}</div>
    ${props.hint && html`<p class="hint">${props.hint}</p>`}</fieldset>`;
}
ChoiceField.props = ["modelValue", "label", "name", "options", "hint"];
ChoiceField.emits = ["update:modelValue"];
