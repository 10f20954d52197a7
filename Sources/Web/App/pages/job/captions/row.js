// One caption in the list: its times, to be typed or nudged, and its words.
import { computed, ref } from "../../../lib/vue.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { readTimecode, timecode } from "../../../lib/timecode.js";
import { Icon } from "../../../parts/icon.js";

const COARSE_MS = 100;
const FINE_MS = 10;
const step = (event) => (event.altKey || event.shiftKey ? FINE_MS : COARSE_MS);

/** A time that is typed as m:ss.mmm, moved by its buttons and by the arrow keys. */
const TimeField = {
  props: ["captions", "place", "edge", "ms", "fault"],
  setup(props) {
    const draft = ref(null);
    const isWrong = ref(false);
    const nudge = (by) => props.captions.move(props.place, props.edge, props.ms + by);
    function settle() {
      if (draft.value === null) return;
      const ms = readTimecode(draft.value);
      isWrong.value = ms === null;
      if (ms === null) return;
      props.captions.move(props.place, props.edge, ms);
      draft.value = null;
    }
    function key(event) {
      if (event.key === "Enter") return settle();
      if (event.key === "Escape") { draft.value = null; isWrong.value = false; }
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return undefined;
      event.preventDefault();
      event.stopPropagation();
      draft.value = null;
      return nudge(event.key === "ArrowUp" ? step(event) : -step(event));
    }
    const button = (sign, way) => html`<button class="nudge" tabindex="-1" title=${t("captions.nudge.hint")}
      aria-label=${t(`captions.nudge.${way}`, { edge: t(`captions.${props.edge}`), n: props.place + 1 })}
      @click=${(event) => nudge(way === "later" ? step(event) : -step(event))}>${sign}</button>`;
    return () => {
      const bad = isWrong.value || props.fault;
      return html`<span class=${["time-field", { wrong: bad }]}>${button("−", "earlier")}
        <input aria-label=${t("captions.timeOf", { edge: t(`captions.${props.edge}`), n: props.place + 1 })}
          inputmode="decimal" autocomplete="off"
          value=${draft.value ?? timecode(props.ms)} aria-invalid=${bad ? "true" : undefined}
          @input=${(event) => { draft.value = event.target.value; }} @change=${settle} @keydown=${key} />
            ${button("+", "later")}</span>`;
    };
  },
};

export const CueRow = {
  props: ["captions", "player", "cue", "place", "isNow", "isSelected"],
  emits: ["select"],
  setup(props, { emit }) {
    const { captions } = props;
    let before = null;
    const isChanged = computed(() => {
      const saved = captions.track?.cues[props.place];
      const { cue } = props;
      return !saved || saved.start !== cue.start || saved.end !== cue.end || saved.text !== cue.text
        || Boolean(saved.made);
    });
    const faults = computed(() => captions.faults().filter((each) => each.place === props.place));
    const faultOf = (field) => faults.value.find((each) => each.field === field);
    const words = (fault) => fault.message ?? t(`captions.fault.${fault.fault}`);

    return () => {
      const { cue, place, isNow, isSelected } = props;
      return html`<li class=${["cue", { now: isNow, selected: isSelected, changed: isChanged.value }]} data-cue=${place}
          aria-current=${isSelected ? "true" : undefined} @focusin=${() => emit("select")}>
        <button class="cue-number" title=${t("captions.play")} aria-label=${t("captions.playOf", { n: place + 1 })}
          @click=${() => props.player.playSpan(cue.start, cue.end)}><${Icon} name="play" />${place + 1}</button>
        <div class="cue-times">
          <${TimeField} captions=${captions} place=${place} edge="start" ms=${cue.start} fault=${faultOf("start")} />
          <${TimeField} captions=${captions} place=${place} edge="end" ms=${cue.end} fault=${faultOf("end")} /></div>
        <div class="cue-words"><textarea rows="2" aria-label=${t("captions.textOf", { n: place + 1 })} value=${cue.text}
            aria-invalid=${faultOf("text") ? "true" : undefined} @focus=${() => { before = captions.snapshot(place); }}
            @input=${(event) => captions.type(place, event.target.value)}
            @blur=${() => { if (before) captions.done(place, before, "captions.did.text"); before = null; }}></textarea>
          ${isChanged.value && html`<span class="tag is-changed">${t("board.changed")}</span>`}
          ${faults.value.map((fault) => html`<p key=${fault.field} class="error" role="alert">${words(fault)}</p>`)}
          </div></li>`;
    };
  },
};
