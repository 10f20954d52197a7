// What a shot shows: a picture, or a clip that plays while one points at it.
import { nextTick, onBeforeUnmount, onMounted, ref, watch } from "../../../lib/vue.js";
import { api } from "../../../lib/api.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { originOf } from "../../../lib/shots.js";
import { Icon } from "../../../parts/icon.js";

/** Whoever wants less motion sees clips move in the preview only. */
export const calm = matchMedia("(prefers-reduced-motion: reduce)");

const SIGNS = { ai: "star", uploaded: "upload", footage: "film", painted: "picture" };

export function OriginTag({ candidate }) {
  const origin = originOf(candidate);
  return html`<span class="tag on-picture"><${Icon} name=${SIGNS[origin]} />${t(`board.origin.${origin}`)}</span>`;
}
OriginTag.props = ["candidate"];

// A hundred clips at once would be loaded in vain: a clip gets its source when it comes near the window.
const waiting = new Map();
const observer = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
}, { rootMargin: "300px" });

/** A muted clip that repeats; `isPlaying` says whether it moves. Without moving it shows its first picture. */
export const Clip = {
  props: ["src", "isPlaying", "label"],
  setup(props) {
    const element = ref(null);
    const isNear = ref(!observer);
    onMounted(() => {
      if (!observer) return;
      waiting.set(element.value, () => {
        isNear.value = true;
        forget();
      });
      observer.observe(element.value);
    });
    function forget() {
      if (!element.value) return;
      observer?.unobserve(element.value);
      waiting.delete(element.value);
    }
    onBeforeUnmount(forget);
    watch(() => [props.isPlaying, isNear.value], async ([isPlaying]) => {
      await nextTick();
      if (isPlaying) element.value?.play().catch(() => {});
      else element.value?.pause();
    }, { immediate: true });
    // "t=0.1": browsers then show a picture of the clip instead of nothing.
    return () => html`<video ref=${element}
      src=${isNear.value ? `${props.src}#t=0.1` : undefined} muted loop playsinline
      preload="metadata" tabindex="-1" aria-label=${props.label} disablepictureinpicture></video>`;
  },
};

/** The picture or clip of a candidate. */
export function Media({ candidate, isPlaying, label, isEager }) {
  if (candidate.is_moving) return html`<${Clip} key=${candidate.key} src=${candidate.url} isPlaying=${isPlaying}
    label=${label} />`;
  return html`<img src=${candidate.url} alt=${label} loading=${isEager ? "eager" : "lazy"} decoding="async"
    draggable="false" />`;
}
Media.props = ["candidate", "isPlaying", "label", "isEager"];

/** A clip that is none of the candidates: its link is asked for when nobody has brought one. */
export const LooseClip = {
  props: ["board", "clipKey", "isPlaying", "label"],
  setup(props) {
    const link = ref(props.board.clips.get(props.clipKey) ?? null);
    async function find() {
      link.value = props.board.clips.get(props.clipKey) ?? null;
      if (link.value) return;
      try {
        const { url } = await api.get("/utils/files", { uploadkey: props.clipKey });
        props.board.clips.set(props.clipKey, url);
        link.value = url;
      } catch {
        // The clip was deleted: the empty frame says so.
      }
    }
    watch(() => props.clipKey, find, { immediate: true });
    return () => (link.value
      ? html`<${Clip} key=${link.value} src=${link.value} isPlaying=${props.isPlaying} label=${props.label} />`
      : html`<span class="no-picture"><${Icon} name="film" /></span>`);
  },
};
