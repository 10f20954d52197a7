// How captions look: shown over the film's own picture, in the proportions in which they are burnt in.
import { computed, ref } from "../../../lib/vue.js";
import { api } from "../../../lib/api.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { shownOf } from "../../../lib/shots.js";
import { toast } from "../../../lib/toasts.js";
import { ChoiceField } from "../../../parts/fields.js";
import { tell } from "../../../parts/tell.js";
import { Media } from "../board/media.js";
import { aspectOf } from "../film.js";

const LOOKS = ["box", "outline", "karaoke", "none"];
const POSITIONS = ["bottom", "middle", "top"];
const PLATE = "578B2E";

/** Near-black or white, whichever reads better on a colour (relative luminance of WCAG 2). */
function readingOn(hex) {
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (luminance + 0.05) / 0.055 > 1.05 / (luminance + 0.05) ? "#101014" : "#ffffff";
}

export const StylePreview = {
  props: ["film", "board", "captions", "player"],
  setup(props) {
    const { film, board, captions, player } = props;
    const isBusy = ref(false);
    const made = computed(() => film.made?.brief?.captions ?? {});
    const look = computed(() => film.job.extra?.captions || made.value.look || "box");
    const place = computed(() => film.job.extra?.caption_position || made.value.position || "bottom");
    const cue = computed(() => captions.list[captions.selected]);
    const plate = computed(() => {
      const own = film.job.account?.extra?.subtitle_background?.replace("#", "");
      return /^[0-9A-Fa-f]{6}$/.test(own ?? "") ? own : made.value.plate ?? PLATE;
    });
    const picture = computed(() => {
      const at = cue.value?.start ?? 0;
      const shot = board.shots.find((each) => each.start <= at && each.end > at) ?? board.shots[0];
      return shot ? shownOf(shot) : null;
    });

    async function set(change) {
      isBusy.value = true;
      try {
        await put(change);
      } catch (error) {
        toast(tell(error), { kind: "failed" });
      } finally {
        isBusy.value = false;
      }
    }
    /** Another change of the job is no conflict; another choice of the same is what counts then, and is said. */
    async function put(change, tries = 0) {
      const { job } = film;
      try {
        const { extra, version } = await api.put(`/jobs/${film.id}`, { extra: change }, { version: job.version });
        Object.assign(job, { extra, version });
      } catch (error) {
        const present = error.status === 409 && error.facts?.present;
        if (!present || present.version === job.version || tries > 1) throw error;
        const [name] = Object.keys(change);
        const isOther = (present.extra?.[name] ?? "") !== (job.extra?.[name] ?? "");
        Object.assign(job, { extra: present.extra, version: present.version });
        if (isOther) toast(t("captions.style.other"), { kind: "failed" });
        else await put(change, tries + 1);
      }
    }

    /** Half of the words lit, as karaoke has them in the middle of a caption. */
    function lines(text) {
      return text.split("\n").map((line, at) => {
        const middle = Math.ceil(line.length / 2);
        return look.value === "karaoke"
          ? html`<span key=${at} class="caption-line"><b>${line.slice(0, middle)}</b>${line.slice(middle)}</span>`
          : html`<span key=${at} class="caption-line">${line}</span>`;
      });
    }

    const overlay = () => {
      if (look.value === "none" || !cue.value) return null;
      const isWide = /[\u2e80-\uffdc]/.test(cue.value.text);
      const isPortrait = aspectOf(film.job, film.made) < 1;
      const ems = isWide ? (isPortrait ? 14 : 22) : isPortrait ? 15 : 26;
      const style = {
        fontSize: `calc(100cqw / ${ems})`,
        ...(look.value === "box" ? { background: `#${plate.value}c7`, color: readingOn(plate.value) } : {}),
      };
      return html`<div class=${["caption-shown", `at-${place.value}`, { "is-portrait": isPortrait }]}>
        <p class=${`look-${look.value}`} style=${style}>${lines(cue.value.text)}</p></div>`;
    };

    const choice = (name, label, values, value, key) =>
      html`<${ChoiceField} name=${name} label=${label} modelValue=${value}
      options=${values.map((each) => ({ value: each, label: t(`captions.${name}.${each}`) }))}
      @update:modelValue=${(chosen) => set({ [key]: chosen })} />`;

    return () => html`<div class=${["card caption-style", { "is-portrait": aspectOf(film.job, film.made) < 1 }]}>
      <div class="caption-stage"
        style=${{ aspectRatio: String(aspectOf(film.job, film.made)) }}>
        ${picture.value ? html`<${Media} key=${picture.value.key} candidate=${picture.value}
          isPlaying=${player.isPlaying} isEager=${true} label="" />`
          : film.files.cover_oss_key && html`<img src=${film.files.cover_oss_key} alt="" />`}${overlay()}</div>
      <fieldset class="stack caption-choices" disabled=${isBusy.value}>
        <legend class="visually-hidden">${t("captions.style")}</legend>
        ${choice("look", t("captions.look"), LOOKS, look.value, "captions")}
        ${choice("position", t("captions.position"), POSITIONS, place.value, "caption_position")}
        <p class="quiet small">${t("captions.style.hint")}</p></fieldset></div>`;
  },
};
