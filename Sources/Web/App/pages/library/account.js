// One account: its name, its brand as a film shows it, its presenter, and what its films are like.
import { computed, reactive, ref } from "../../lib/vue.js";
import { CORNERS } from "../../lib/choices.js";
import { extraChanges } from "../../lib/differences.js";
import { inherited, setChoice } from "../../lib/film.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { BrandFrame } from "../../parts/brandframe.js";
import { CheckField, ChoiceField, Field, SelectField, SliderField, TextField } from "../../parts/fields.js";
import { FileField } from "../../parts/filepicker.js";
import { FilmSelect } from "../../parts/film/choice.js";
import { MixField } from "../../parts/film/mix.js";
import { BrandMore, PictureMore } from "../../parts/film/more.js";
import { TransitionList } from "../../parts/film/transitions.js";
import { FormDialog } from "../../parts/formdialog.js";
import { PresenterFields } from "./presenter.js";
import { compareWith } from "./records.js";

const PLATE = "#578B2E";
const copy = (value) => JSON.parse(JSON.stringify(value ?? {}));
/** What the program puts into every account. */
const FRESH = { subtitle_background: PLATE };

/** The logo's place: a corner, and how large it is there. */
function LogoFields({ wish, faults }) {
  const place = { position: "top-right", width: 100, margin: 30, opacity: 1, ...wish.extra.logo };
  const set = (name) => (value) => setChoice(wish.extra, "logo", { ...wish.extra.logo, [name]: value });
  return html`<${FileField} typ="logo" label=${t("library.account.logo")} hint=${t("library.account.logo.hint")}
    modelValue=${wish.logo}
      error=${faults.logo} @update:modelValue=${(key) => { wish.logo = key; }} />
    ${wish.logo && html`<div class="form-grid"><${SelectField} label=${t("film.logo.corner")}
      modelValue=${place.position}
        options=${CORNERS.map((value) => ({ value, label: t(`choice.corner.${value}`) }))}
          @update:modelValue=${set("position")} />
      <${SliderField} label=${t("film.logo.width")} min="16" max="680" step="4" modelValue=${place.width}
        @update:modelValue=${set("width")} />
      <${SliderField} label=${t("film.logo.margin")} min="0" max="400" step="2" modelValue=${place.margin}
        @update:modelValue=${set("margin")} />
      <${SliderField} label=${t("film.logo.opacity")} min="0" max="1" step="0.05" modelValue=${place.opacity}
        show=${(value) => `${Math.round(value * 100)}%`} @update:modelValue=${set("opacity")} /></div>`}`;
}
LogoFields.props = ["wish", "faults"];

/** Transitions between shots, and between presenter and film. */
function TransitionFields({ extra }) {
  const part = (flag, names, label, hint) => html`<div class="stack"><${CheckField} label=${label} hint=${hint}
    modelValue=${extra[flag] ?? false}
      @update:modelValue=${(on) => { extra[flag] = on; }} />
    ${extra[flag] && html`<${TransitionList} label=${label} modelValue=${extra[names] ?? []}
      @update:modelValue=${(list) => { extra[names] = list; }} />`}</div>`;
  return html`${part("enable_srt_concat_transition", "srt_concat_transition_types",
    t("library.account.shotTransitions"), t("library.account.shotTransitions.hint"))}
    ${part("enable_transition", "transition_types", t("library.account.transitions"),
      t("library.account.transitions.hint"))}`;
}
TransitionFields.props = ["extra"];

export const AccountDialog = {
  props: ["row", "records"],
  emits: ["close"],
  setup(props, { emit }) {
    const base = ref(props.row);
    const isPortrait = ref(false);
    const wish = reactive({ username: "", logo: "", platform: "youtube", area: "", extra: {} });
    const form = useForm(["username", "logo", "platform", "area", "extra."]);
    function take(row) {
      base.value = row;
      const { username = "", logo = "", platform = "youtube", area = "" } = row ?? {};
      Object.assign(wish, { username, logo, platform, area, extra: copy(row?.extra ?? FRESH) });
    }
    take(props.row);

    const body = () => ({
      username: wish.username.trim(), logo: wish.logo, platform: wish.platform.trim(), area: wish.area.trim(),
      extra: extraChanges(base.value?.extra, wish.extra),
    });
    async function save(version = base.value?.version) {
      const done = await form.send(() => props.records.save(base.value, body(), version));
      if (!done) return;
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    const keep = (present) => { base.value = present; save(present.version); };
    /** A presenter's upload changes the account on the server: the version and its key are new. */
    function refreshed(row) {
      base.value = row;
      wish.extra.human_config = copy(row.extra.human_config);
      props.records.changed();
    }
    const inherit = (name) => inherited(name, null, null);
    const shared = computed(() => ({ extra: wish.extra, inherit, faults: form.faults }));
    const brand = computed(() => ({
      look: wish.extra.captions, position: wish.extra.caption_position, plate: wish.extra.subtitle_background,
        logo: wish.logo,
      logoPlace: wish.extra.logo, watermark: wish.extra.watermark, titleBar: wish.extra.title_bar,
        progressBar: wish.extra.progress_bar,
    }));
    const bind = (name) => ({
      label: t(`library.account.${name}`), modelValue: wish[name], error: form.faults[name],
        "onUpdate:modelValue": (value) => { wish[name] = value; },
    });
    const label = (name) => (name.startsWith("extra.") ? `${t("library.settings")} ${name.slice(6)}`
      : t(`library.account.${name}`));

    return () => html`<${FormDialog} wide=${true} title=${t(props.row ? "library.accounts.edit"
      : "library.accounts.add")} form=${form}
        compare=${compareWith(body, label)} @submit=${() => save()} @close=${() => emit("close")} @take=${take}
          @keep=${keep}>
      <div class="brand-columns"><div class="stack"><${TextField} ...${bind("username")} required maxlength="255"
        autofocus />
          <div class="form-grid"><${TextField} ...${bind("platform")} maxlength="255" />
            <${TextField} ...${bind("area")} isOptional=${true} maxlength="255" /></div>
          <${LogoFields} wish=${wish} faults=${form.faults} />
          <${FilmSelect} ...${shared.value} name="captions" label=${t("film.captions")} />
          <${FilmSelect} ...${shared.value} name="caption_position" label=${t("film.position")} />
          <${Field} label=${t("library.account.colour")} hint=${t("library.account.colour.hint")}
            error=${form.faults["extra.subtitle_background"]}>${{
            default: (bound) => html`<input type="color" ...${bound} value=${(wish.extra.subtitle_background
              ?? PLATE).toLowerCase()}
              @input=${(event) => { wish.extra.subtitle_background = event.target.value.toUpperCase(); }} />`,
          }}</${Field}></div>
        <div class="brand-side"><${BrandFrame} isPortrait=${isPortrait.value} caption=${t("library.account.caption")}
          brand=${brand.value} />
          <${ChoiceField} label=${t("film.orientation")} name="brand-orientation" modelValue=${isPortrait.value}
            options=${[{ value: false, label: t("film.landscape") }, { value: true, label: t("film.portrait") }]}
            @update:modelValue=${(value) => { isPortrait.value = value; }} /></div></div>
      <details class="more"><summary><h3>${t("film.transitions")}</h3></summary><div class="stack">
        <${TransitionFields} extra=${wish.extra} /></div></details>
      <details class="more"><summary><h3>${t("library.account.presenter")}</h3></summary>
        <${PresenterFields} row=${base.value} extra=${wish.extra} faults=${form.faults} @changed=${refreshed} />
          </details>
      <details class="more"><summary><h3>${t("new.more")}</h3></summary><div class="stack">
        <${MixField} ...${shared.value} />
        <${BrandMore} ...${shared.value} /><${PictureMore} ...${shared.value} /></div></details></${FormDialog}>`;
  },
};
