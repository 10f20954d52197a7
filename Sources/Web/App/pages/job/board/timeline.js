// The shots side by side, as wide as they are long, and the chosen one beneath to be edited.
import { computed } from "../../../lib/vue.js";
import { position } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { changesIn, shownOf } from "../../../lib/shots.js";
import { Icon } from "../../../parts/icon.js";
import { ShotCard } from "./card.js";
import { Media } from "./media.js";

const PIXELS_PER_SECOND = 22;

const Stretch = {
  props: ["board", "shot", "place", "isCurrent"],
  emits: ["go"],
  setup(props, { emit }) {
    const isChanged = computed(() =>
      changesIn(props.shot, props.board.film.made?.shots, props.board.film.filmRun).length > 0);
    return () => {
      const { shot, place, isCurrent } = props;
      const candidate = shownOf(shot);
      const width = `${Math.max(84, ((shot.end - shot.start) / 1000) * PIXELS_PER_SECOND)}px`;
      return html`<button class=${["stretch", { current: isCurrent, changed: isChanged.value }]} style=${{ width }}
          aria-current=${isCurrent ? "true" : undefined} @click=${() => emit("go", place)}
          aria-label=${t("board.shot", { n: place + 1, start: position(shot.start), end: position(shot.end) })}>
        <span class="stretch-picture">
          ${candidate ? html`<${Media} candidate=${candidate} isPlaying=${false} label="" />`
          : html`<span class="no-picture"><${Icon} name="film" /></span>`}</span>
        <span class="stretch-line"><b>${place + 1}</b><span>${position(shot.start)}</span></span>
        <span class="stretch-text">${isChanged.value && html`<em>${t("board.changed")}</em>`}
          ${shot.text}</span></button>`;
    };
  },
};

export const Timeline = {
  props: ["board"],
  emits: ["go"],
  setup(props, { emit }) {
    return () => {
      const { board } = props;
      const { shot } = board;
      return html`<div class="timeline"><ol class="stretches" aria-label=${t("board.view.timeline")}>
          ${board.shots.map((each, place) =>
            html`<li key=${each.id}><${Stretch} board=${board} shot=${each} place=${place}
            isCurrent=${place === board.current} @go=${() => emit("go", place)} /></li>`)}</ol>
        ${shot && html`<${ShotCard} key=${shot.id} board=${board} shot=${shot} place=${board.current}
          isCurrent=${true} />`}</div>`;
    };
  },
};
