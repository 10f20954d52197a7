// The sound with the captions over it: a press goes there, the edges of the chosen caption can be drawn.
import { computed, nextTick, ref, watch } from "../../../lib/vue.js";
import { cueAt } from "../../../lib/cues.js";
import { clock } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { timecode } from "../../../lib/timecode.js";
import { Icon } from "../../../parts/icon.js";
import { useWave, wavePath } from "../wave.js";

const ZOOMS = [12, 25, 50, 100, 200];
const MOST_POINTS = 10_000;
const POINTS_PER_SECOND = 30;

/** What moves with every picture of the film: parts of their own, so that nothing else is drawn anew with them. */
const Playhead = {
  props: ["player", "scale"],
  setup: (props) => () => html`<span class="playhead" style=${{ left: `${props.player.ms * props.scale}px` }}></span>`,
};
const Clock = {
  props: ["player"],
  setup: (props) => () => html`<span class="wave-time">${timecode(props.player.ms)}</span>`,
};

export const CaptionWave = {
  props: ["film", "captions", "player"],
  emits: ["select"],
  setup(props, { emit }) {
    const { film, captions, player } = props;
    const frame = ref(null);
    const zoom = ref(2);
    const held = ref(null);
    const lastCue = computed(() => captions.list[captions.list.length - 1]?.end ?? 0);
    const whole = computed(() => Math.max(Number.isFinite(captions.filmMs) ? captions.filmMs : 0, lastCue.value, 1000));
    const points = () => Math.round(Math.min(MOST_POINTS, Math.max(1200, (whole.value / 1000) * POINTS_PER_SECOND)));
    const wave = useWave(film, points);
    const path = computed(() => (wave.data ? wavePath(wave.data.peaks) : ""));
    const scale = computed(() => ZOOMS[zoom.value] / 1000);
    const second = computed(() => Math.round(player.ms / 1000) * 1000);
    const px = (ms) => `${ms * scale.value}px`;

    /** The time under the pointer. */
    const at = (event) =>
      (event.clientX - frame.value.getBoundingClientRect().left + frame.value.scrollLeft) / scale.value;
    function press(event) {
      if (event.button !== 0 || event.target.closest(".edge")) return;
      const ms = Math.min(Math.max(at(event), 0), whole.value);
      const place = cueAt(captions.list, ms);
      if (place >= 0 && captions.list[place].end > ms && place !== captions.selected) emit("select", place);
      player.seek(ms);
    }

    const grab = (edge) => (event) => {
      event.preventDefault();
      event.target.setPointerCapture(event.pointerId);
      const place = captions.selected;
      held.value = { edge, place, before: captions.snapshot(place), by: captions.list[place][edge] - at(event) };
    };
    const pull = (event) => {
      if (held.value) captions.drag(held.value.place, held.value.edge, at(event) + held.value.by);
    };
    const drop = () => {
      if (held.value) captions.done(held.value.place, held.value.before, "captions.did.time");
      held.value = null;
    };

    const key = (event) => {
      const by = { ArrowLeft: -1000, ArrowRight: 1000, PageUp: -10_000, PageDown: 10_000 }[event.key];
      const to = event.key === "Home" ? 0 : event.key === "End" ? whole.value : by && player.ms + by;
      if (to === undefined) return;
      event.preventDefault();
      player.seek(Math.min(Math.max(to, 0), whole.value));
    };

    // What is looked at stays in sight: the playhead, and the chosen caption.
    function reveal(ms) {
      const { scrollLeft, clientWidth } = frame.value ?? {};
      const x = ms * scale.value;
      if (frame.value && (x < scrollLeft
        || x > scrollLeft + clientWidth - 24)) frame.value.scrollLeft = x - clientWidth * 0.2;
    }
    watch(() => player.ms, (ms) => { if (!held.value) reveal(ms); });
    watch(() => [captions.selected, zoom.value], async () => {
      await nextTick();
      reveal(captions.list[captions.selected]?.start ?? 0);
    });

    const edge = (name, cue) =>
      html`<span class=${["edge", name]} style=${{ left: px(cue[name]) }} @pointerdown=${grab(name)}
      @pointermove=${pull} @pointerup=${drop} @pointercancel=${drop}></span>`;

    const zoomButton = (by, sign, words) =>
      html`<button class="button quiet icon-only" aria-label=${t(words)} title=${t(words)}
      disabled=${!ZOOMS[zoom.value + by]} @click=${() => { zoom.value += by; }}>${sign}</button>`;

    return () => {
      const cue = captions.list[captions.selected];
      const isMissing = wave.error && wave.error.status !== 0;
      return html`<div class="card caption-wave"><div class="wave-bar">
          <button class="button small" @click=${() => player.toggle()} disabled=${!player.isReady}>
            <${Icon} name=${player.isPlaying ? "pause" : "play"} />
              ${t(player.isPlaying ? "captions.pause" : "captions.playFilm")}</button>
          <${Clock} player=${player} />
          ${isMissing && html`<span class="quiet small">${t("audio.noWave")}</span>`}
          <span class="grow"></span>${zoomButton(-1, "−", "captions.zoomOut")}
            ${zoomButton(1, "+", "captions.zoomIn")}</div>
        <div ref=${frame} class="wave-scroll" role="slider" tabindex="0" aria-label=${t("captions.wave")}
          aria-valuemin="0"
            aria-valuemax=${Math.round(whole.value)} aria-valuenow=${second.value} aria-valuetext=${clock(second.value)}
            @pointerdown=${press} @keydown=${key}>
          <div class="wave-ground" style=${{ width: px(whole.value) }}>
            ${wave.data && html`<svg style=${{ left: px(wave.data.start ?? 0), width: px(wave.data.duration) }}
              aria-hidden="true"
              viewBox=${`0 0 ${wave.data.peaks.length} 100`} preserveAspectRatio="none"><path d=${path.value} /></svg>`}
            ${captions.list.map((each, place) =>
              html`<span key=${each.id} class=${["wave-cue", { selected: place === captions.selected }]}
              style=${{ left: px(each.start), width: px(each.end - each.start) }}><i>${each.text}</i></span>`)}
            ${cue && html`${edge("start", cue)}${edge("end", cue)}`}
            <${Playhead} player=${player} scale=${scale.value} /></div></div></div>`;
    };
  },
};
