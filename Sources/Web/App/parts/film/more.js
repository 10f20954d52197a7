// The rest of what a film can be like: what few films need, in groups.
import { setChoice } from "../../lib/film.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { Field } from "../fields.js";
import { FileField, FilesField } from "../filepicker.js";
import { FilmCheck, FilmSelect, FilmText } from "./choice.js";
import { SourcesField } from "./mix.js";
import { TransitionsField } from "./transitions.js";

const PROPS = ["extra", "inherit", "faults"];

/** Pictures and clips: where they come from and how they move. */
export function PictureMore(props) {
  const { extra, faults } = props;
  return html`<div class="form-grid"><${TransitionsField} ...${props} />
    <${FilmSelect} ...${props} name="motion" label=${t("film.motion")} />
    <${FilmSelect} ...${props} name="fit" label=${t("film.fit")} />
    <${FilmSelect} ...${props} name="quality" label=${t("film.quality")} />
    <${FilmSelect} ...${props} name="mix_by" label=${t("film.mixBy")} />
    <${FilmText} ...${props} name="footage_rest_days" label=${t("film.restDays")} isNumber min="0" max="3650"
      step="1" />
    <${FilmText} ...${props} name="generate_time" label=${t("film.paidMinutes")} hint=${t("film.paidMinutes.hint")}
      isNumber min="0"
      max="1440" step="0.5" />
    <${FilmText} ...${props} name="clip_sound" label=${`${t("film.clipSound")} (%)`} isNumber min="0" max="100"
      step="5" />
    <${FilmText} ...${props} name="seed" label=${t("film.seed")} hint=${t("film.seed.hint")} isNumber min="0"
      step="1" />
    <div class="wide"><${SourcesField} ...${props} /></div>
    <${FilesField} typ="media" only="picture" label=${t("film.ownPictures")} modelValue=${extra.images}
      error=${faults?.["extra.images"]}
      @update:modelValue=${(keys) => setChoice(extra, "images", keys)} />
    <${FilesField} typ="media" only="video" label=${t("film.ownClips")} modelValue=${extra.footage}
      error=${faults?.["extra.footage"]}
      @update:modelValue=${(keys) => setChoice(extra, "footage", keys)} /></div>`;
}
PictureMore.props = PROPS;

/** What stands around and over the film. */
export function BrandMore(props) {
  const { extra, faults, inherit } = props;
  const bar = extra.progress_bar ?? inherit("progress_bar").value;
  const file = (name, label) => html`<${FileField} typ="media" only="video" label=${label} modelValue=${extra[name]}
    error=${faults?.[`extra.${name}`]} @update:modelValue=${(key) => setChoice(extra, name, key)} />`;
  return html`<div class="form-grid">${file("intro", t("film.intro"))}${file("outro", t("film.outro"))}
    <${FilmText} ...${props} name="watermark" label=${t("film.watermark")} most="60" />
    <${FilmText} ...${props} name="title_bar" label=${t("film.titleBar")} most="120" />
    <${FilmSelect} ...${props} name="cover" label=${t("film.cover")} />
    <${FilmSelect} ...${props} name="cover_style" label=${t("film.coverStyle")} />
    <${FilmSelect} ...${props} name="ai_label" label=${t("film.aiLabel")} />
    <div class="wide check-grid"><${FilmCheck} ...${props} name="chapters" label=${t("film.chapters")} />
      <${FilmCheck} ...${props} name="soft_captions" label=${t("film.softCaptions")} />
      <${FilmCheck} ...${props} name="traditional_subtitle" label=${t("film.traditional")} />
      <label class="check"><input type="checkbox" checked=${Boolean(bar)}
        @change=${(event) => setChoice(extra, "progress_bar", event.target.checked ? "#F2B632" : "")} /><span>
          ${t("film.progressBar")}</span></label></div>
    ${bar && html`<${Field} label=${t("film.progressColour")}>${{
      default: (bound) => html`<input type="color" ...${bound} value=${`#${bar.replace("#", "").toLowerCase()}`}
        @input=${(event) => setChoice(extra, "progress_bar", event.target.value)} />`,
    }}</${Field}>`}</div>`;
}
BrandMore.props = PROPS;

/** The landscape film inside a portrait one. */
export function ReframeMore(props) {
  const isOn = props.extra.h2v ?? props.inherit("h2v").value;
  return html`<div class="stack"><${FilmCheck} ...${props} name="h2v" label=${t("film.h2v")} />
    ${isOn && html`<div class="form-grid"><${FilmSelect} ...${props} name="h2v_geometry"
      label=${t("film.h2vGeometry")} />
      <${FilmText} ...${props} name="index_text" label=${t("film.indexText")} most="40" />
      <${FilmText} ...${props} name="title_text" label=${t("film.titleText")} most="120" />
      <${FilmText} ...${props} name="desc_text" label=${t("film.descText")} most="240" /></div>`}</div>`;
}
ReframeMore.props = PROPS;
