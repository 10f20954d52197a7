// The film before it is made: its first picture as it is being written, and its shots when they are asked for.
import { computed, onBeforeUnmount, onMounted, shallowReactive, watch } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { rows } from "../../lib/catalog.js";
import { offers } from "../../lib/contract.js";
import { bodyOf } from "../../lib/film.js";
import { clock, money, span } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { debounced } from "../../lib/resource.js";
import { firstSentence, suggestTitle } from "../../lib/texts.js";
import { BrandFrame } from "../../parts/brandframe.js";
import { Icon } from "../../parts/icon.js";
import { Skeleton } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";

/** How long one must have stopped writing before a picture is asked for. */
const PAUSE = 600;

/** `{ url, isWaiting, fault }` of the first shot's picture, kept up to date with the form. */
function usePicture(form) {
  const state = shallowReactive({ url: "", isWaiting: false, fault: "" });
  let control = null;
  const show = (blob) => {
    if (state.url) URL.revokeObjectURL(state.url);
    state.url = blob ? URL.createObjectURL(blob) : "";
  };
  const paint = debounced(async () => {
    control?.abort();
    const mine = (control = new AbortController());
    state.fault = "";
    if (!suggestTitle(form.content) || !offers("/jobs/plan/picture")) return show(null);
    state.isWaiting = true;
    try {
      const blob = await api.post("/jobs/plan/picture", bodyOf(form), { signal: mine.signal, key: false });
      if (control === mine) show(blob);
    } catch (error) {
      // What is wrong in the form is said at its fields when it is sent.
      if (control === mine && error.name !== "AbortError" && error.status !== 422) state.fault = error.status === 404
        ? t("new.preview.missing") : tell(error);
    } finally {
      if (control === mine) state.isWaiting = false;
    }
  }, PAUSE);
  const seen = () => JSON.stringify([form.content, form.extra, form.is_horizontal, form.topic_id, form.account_id,
    form.language_id]);
  watch(seen, paint);
  onMounted(paint);
  onBeforeUnmount(() => { paint.cancel(); control?.abort(); show(null); });
  return state;
}

export const Preview = {
  props: ["form", "inherit"],
  setup(props) {
    const picture = usePicture(props.form);
    const account = computed(() => rows("accounts").find((row) => row.id === props.form.account_id));
    const brand = computed(() => {
      const said = (name) => props.form.extra[name] ?? props.inherit(name).value;
      return {
        look: said("captions"), position: said("caption_position"), plate: account.value?.extra?.subtitle_background
          ?? "#578B2E",
        logo: account.value?.logo, logoPlace: props.form.extra.logo ?? account.value?.extra?.logo,
          watermark: said("watermark"),
        titleBar: said("title_bar"), progressBar: said("progress_bar"),
      };
    });
    const isPortrait = () => /^9:16|^4:5|^720x1280/.test(props.form.extra.resolution ?? "")
      || !props.form.is_horizontal;
    return () => html`<section class="preview" aria-label=${t("new.preview")}>
      <${BrandFrame} url=${picture.url} isPortrait=${isPortrait()} caption=${firstSentence(props.form.content,
        isPortrait() ? 16 : 32)}
          brand=${brand.value} isWaiting=${picture.isWaiting}>
        ${!picture.url && html`<figcaption class="frame-note">${picture.isWaiting ? t("new.preview.painting")
          : t("new.preview.empty")}</figcaption>`}</${BrandFrame}>
      ${picture.fault && html`<p class="quiet small" role="status">${picture.fault}</p>`}</section>`;
  },
};

/** The shots of a plan, with what is still and what moves. */
export function PlanList({ plan }) {
  const moving = plan.shots.filter((shot) => shot.is_moving).length;
  const costs = Object.entries(plan.costs);
  return html`<div class="plan"><p class="plan-facts"><strong>${tn("new.plan.shots", plan.shots.length)}</strong>
      <span>${t("new.plan.moving", { n: moving })}</span><span>${span(plan.estimated_ms)}</span>
      <span>${costs.length > 0 ? costs.map(([currency, amount]) => money(amount, currency)).join(" + ")
        : t("new.plan.free")}</span></p>
    <ol class="plan-shots" tabindex="0" aria-label=${t("new.plan")}>
      ${plan.shots.map((shot) => html`<li key=${shot.index}><span class="plan-time">${clock(shot.start)}</span>
      <span class="grow">${shot.text}</span>${shot.is_moving && html`<span class="tag"><${Icon} name="film" />
        ${t("new.plan.isMoving")}</span>`}</li>`)}</ol></div>`;
}
PlanList.props = ["plan"];

/** "Split now": `plan()` asks anew; the list says when the text has changed since. */
export function usePlan(form) {
  const state = shallowReactive({ plan: null, of: "", isBusy: false, fault: "", ask });
  let control = null;
  onBeforeUnmount(() => control?.abort());
  async function ask() {
    control?.abort();
    const mine = (control = new AbortController());
    const body = bodyOf(form);
    Object.assign(state, { isBusy: true, fault: "" });
    try {
      const plan = await api.post("/jobs/plan", body, { signal: mine.signal, key: false });
      if (control === mine) Object.assign(state, { plan, of: JSON.stringify(body) });
    } catch (error) {
      if (control === mine && error.name !== "AbortError") state.fault = tell(error);
    } finally {
      if (control === mine) state.isBusy = false;
    }
  }
  return state;
}

export const PlanPanel = {
  props: ["form", "plan"],
  setup(props) {
    const isOld = computed(() => props.plan.plan && JSON.stringify(bodyOf(props.form)) !== props.plan.of);
    return () => {
      const { plan, fault, isBusy } = props.plan;
      if (!offers("/jobs/plan")) return null;
      return html`<section class="plan-panel"><header class="card-head"><h2>${t("new.plan")}</h2>
          <button type="button" class="button small" disabled=${isBusy || !props.form.content.trim()}
            @click=${props.plan.ask}>
            <${Icon} name=${isBusy ? "running" : "grid"} />${t(plan ? "new.plan.again" : "new.plan.go")}</button>
              </header>
        ${fault && html`<p class="notice bad" role="alert">${fault}</p>`}
        ${isOld.value && !isBusy && html`<p class="notice warn" role="status">${t("new.plan.old")}</p>`}
        ${plan ? html`<${PlanList} plan=${plan} />` : isBusy ? html`<${Skeleton} rows="3" />`
          : html`<p class="quiet small">${t("new.plan.about")}</p>`}</section>`;
    };
  },
};
