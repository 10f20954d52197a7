// The shape of a sound, drawn as one path; pressing on it goes there.
import { computed, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { timecode } from "../../lib/timecode.js";

const HEIGHT = 100;
/** Arrow keys move by this. */
const STEP_MS = 1000;

/** A closed path around the peaks, 1 wide for each of them. */
export function wavePath(peaks) {
  const upper = peaks.map((peak, at) => `L${at} ${(HEIGHT - peak) / 2}`).join("");
  const lower = peaks.map((peak, at) => `L${at} ${(HEIGHT + Math.max(peak, 1)) / 2}`).reverse().join("");
  return `M0 ${HEIGHT / 2}${upper}L${peaks.length} ${HEIGHT / 2}${lower}Z`;
}

/**
 * The shape of the film's sound; `points()`: how many stretches to tell apart. While the next film is made the server
 * has none to look at: what is known stays.
 */
export function useWave(film, points) {
  let known = null;
  return useResource(async (signal) => {
    if (!film.isRunning && film.files.audio_oss_key) {
      known = await api.get(`/jobs/${film.id}/waveform`, { points: points() }, { signal });
    }
    return known;
  }, { when: () => `${film.filmRun?.id} ${film.isRunning}` });
}

/** `ms`: where the sound is; emits `seek` with milliseconds. */
export const Wave = {
  props: ["wave", "ms", "label"],
  emits: ["seek"],
  setup(props, { emit }) {
    const frame = ref(null);
    const path = computed(() => wavePath(props.wave.peaks));
    const at = (event) => {
      const { left, width } = frame.value.getBoundingClientRect();
      return Math.min(Math.max((event.clientX - left) / width, 0), 1) * props.wave.duration;
    };
    const down = (event) => {
      frame.value.setPointerCapture(event.pointerId);
      emit("seek", at(event));
    };
    const drag = (event) => { if (frame.value.hasPointerCapture(event.pointerId)) emit("seek", at(event)); };
    const key = (event) => {
      const move = { ArrowLeft: -STEP_MS, ArrowRight: STEP_MS, PageUp: -10 * STEP_MS,
        PageDown: 10 * STEP_MS }[event.key];
      const to = event.key === "Home" ? 0 : event.key === "End" ? props.wave.duration : move && props.ms + move;
      if (to === undefined) return;
      event.preventDefault();
      emit("seek", Math.min(Math.max(to, 0), props.wave.duration));
    };
    return () => {
      const { wave, ms, label } = props;
      const part = wave.duration > 0 ? Math.min(ms / wave.duration, 1) : 0;
      return html`<div ref=${frame} class="wave" role="slider" tabindex="0" aria-label=${label ?? t("wave.label")}
        aria-valuemin="0"
          aria-valuemax=${Math.round(wave.duration)} aria-valuenow=${Math.round(ms)} aria-valuetext=${timecode(ms)}
          @pointerdown=${down} @pointermove=${drag} @keydown=${key}>
        <svg viewBox=${`0 0 ${wave.peaks.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d=${path.value} /></svg>
        <span class="playhead" style=${{ left: `${part * 100}%` }}></span></div>`;
    };
  },
};
