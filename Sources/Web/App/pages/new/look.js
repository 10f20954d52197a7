// What is seen and heard besides the voice: picture, captions, music, presenter, and who publishes it.
import { RESOLUTIONS } from "../../lib/choices.js";
import { options, rows } from "../../lib/catalog.js";
import { setChoice } from "../../lib/film.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { LONGEST } from "../../lib/texts.js";
import { ChoiceField, SelectField, TextField } from "../../parts/fields.js";
import { FilmCheck, FilmSelect } from "../../parts/film/choice.js";
import { KindsField, MixField } from "../../parts/film/mix.js";
import { BrandMore, PictureMore, ReframeMore } from "../../parts/film/more.js";
import { MusicField } from "../../parts/film/music.js";
import { Icon } from "../../parts/icon.js";
import { DescribeButton } from "./writer.js";

const PROPS = ["form", "faults", "inherit"];
const film = ({ form, faults, inherit }) => ({ extra: form.extra, faults, inherit });

export function BrandSection({ form, faults }) {
  const field = (name, kind, label, none) => html`<${SelectField} label=${label} options=${options(kind, none)}
    modelValue=${form[name]}
    error=${faults[name]} @update:modelValue=${(value) => { form[name] = value; }} />`;
  const hasNone = rows("topics").length === 0 && rows("accounts").length === 0;
  return html`<section class="card stack"><h2>${t("new.brand")}</h2>
    <div class="form-grid">${field("topic_id", "topics", t("new.topic"), t("form.none"))}
      ${field("account_id", "accounts", t("new.account"), t("form.none"))}</div>
    ${hasNone && html`<p class="quiet small">${t("new.brand.none")} <a href="/library/topics">${t("nav.library")}</a>
      </p>`}</section>`;
}
BrandSection.props = PROPS;

export function PictureSection(props) {
  const { form, faults } = props;
  const sizes = RESOLUTIONS[form.is_horizontal ? "landscape" : "portrait"];
  const given = form.extra.resolution ?? "";
  const values = given && !sizes.includes(given) ? [...sizes, given] : sizes;
  // The two are one choice to people: a size of the other shape would win over the orientation.
  const turn = (isHorizontal) => { form.is_horizontal = isHorizontal; setChoice(form.extra, "resolution", ""); };
  return html`<section class="card stack"><h2>${t("new.picture")}</h2>
    <div class="form-grid"><${ChoiceField} label=${t("film.orientation")} name="orientation"
      modelValue=${form.is_horizontal}
        options=${[{ value: true, label: t("film.landscape") }, { value: false, label: t("film.portrait") }]}
          @update:modelValue=${turn} />
      <${SelectField} label=${t("film.resolution")} modelValue=${given} error=${faults["extra.resolution"]}
        options=${[{ value: "", label: t("film.resolution.auto") },
          ...values.map((value) => ({ value, label: resolutionWord(value) }))]}
        @update:modelValue=${(value) => setChoice(form.extra, "resolution", value)} /></div>
    <${MixField} ...${film(props)} /><${KindsField} ...${film(props)} /></section>`;
}
PictureSection.props = PROPS;

const NAMED = new Set(Object.values(RESOLUTIONS).flat());
const resolutionWord = (value) => (NAMED.has(value) ? t(`choice.resolution.${value}`) : value.replace(/x/i, " × "));

export function SoundSection(props) {
  const { form, inherit } = props;
  const account = rows("accounts").find((row) => row.id === form.account_id);
  const hasPresenter = Boolean(account?.extra?.human_config?.path);
  const isOn = form.extra.enable_digital_human ?? inherit("enable_digital_human").value;
  return html`<section class="card stack"><h2>${t("new.captions")}</h2>
    <div class="form-grid"><${FilmSelect} ...${film(props)} name="captions" label=${t("film.captions")} />
      <${FilmSelect} ...${film(props)} name="caption_position" label=${t("film.position")} />
      <${MusicField} ...${film(props)} /></div>
    <${FilmCheck} ...${film(props)} name="enable_digital_human" label=${t("film.presenter")}
      hint=${t("film.presenter.hint")} />
    ${isOn && !hasPresenter && html`<p class="notice warn"><${Icon} name="warn" />${t("film.presenter.needs")}</p>`}
      </section>`;
}
SoundSection.props = PROPS;

export function MoreSection(props) {
  const { form, faults } = props;
  const set = (name) => (value) => { form[name] = value; };
  // A fault in what is folded away must be seen.
  const isWrong = Object.keys(faults).some((name) => name.startsWith("extra.") || ["description", "publish_title",
    "runorder"].includes(name));
  return html`<details class="card more" open=${isWrong || undefined}><summary><h2>${t("new.more")}</h2>
    <span class="quiet">${t("new.more.about")}</span></summary>
    <div class="stack"><h3>${t("new.more.picture")}</h3><${PictureMore} ...${film(props)} />
      <h3>${t("new.more.brand")}</h3><${BrandMore} ...${film(props)} />
      <h3>${t("new.more.reframe")}</h3><${ReframeMore} ...${film(props)} />
      <h3>${t("new.more.publish")}</h3>
      <div class="form-grid"><${TextField} label=${t("new.publishTitle")} modelValue=${form.publish_title}
        maxlength=${LONGEST.publish_title}
          error=${faults.publish_title} @update:modelValue=${set("publish_title")} />
        <${TextField} label=${t("new.runorder")} hint=${t("new.runorder.hint")} type="number" step="1"
          modelValue=${form.runorder}
          error=${faults.runorder} @update:modelValue=${(value) => { form.runorder = Math.trunc(Number(value))
            || 0; }} />
        <${TextField} label=${t("new.description")} wide=${true} rows="3" modelValue=${form.description}
          error=${faults.description}
          @update:modelValue=${set("description")} /></div>
      <div><${DescribeButton} text=${form.content} @take=${set("description")} /></div></div></details>`;
}
MoreSection.props = PROPS;
