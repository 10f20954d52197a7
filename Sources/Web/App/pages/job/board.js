// The storyboard: every shot of the film, to be looked at, mended and made anew. The keyboard does all of it.
import { nextTick, onBeforeUnmount, onMounted, ref, watch } from "../../lib/vue.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useKeys } from "../../lib/keys.js";
import { neighbour } from "../../lib/shots.js";
import { Icon } from "../../parts/icon.js";
import { Empty } from "../../parts/states.js";
import { aspectOf } from "./film.js";
import { ShotCard } from "./board/card.js";
import { ConflictDialog } from "./board/conflict.js";
import { FootagePicker } from "./board/footage.js";
import { PreviewDialog } from "./board/preview.js";
import { RegenerateDialog } from "./board/regenerate.js";
import { SplitDialog } from "./board/split.js";
import { Timeline } from "./board/timeline.js";

/** Cards that are drawn at once; the others follow when the browser has time, so that the first can be used already. */
const FIRST = 12;
const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 16));

const DIALOGS = { regenerate: RegenerateDialog, split: SplitDialog, footage: FootagePicker, preview: PreviewDialog };

export const Board = {
  props: ["film", "board", "player"],
  setup(props) {
    const { board, film } = props;

    const drawn = ref(FIRST);
    function drawMore() {
      if (drawn.value >= board.shots.length) return;
      drawn.value += FIRST;
      later(drawMore, { timeout: 200 });
    }

    const cardOf = (shot) => document.querySelector(`[data-shot="${shot?.id}"]`);
    async function focusOn(place) {
      board.current = place;
      drawn.value = Math.max(drawn.value, place + 1);
      await nextTick();
      const card = cardOf(board.shots[place]);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    board.edit = async (shot, name) => {
      if (name === "prompt") board.prompting = shot.id;
      await nextTick();
      cardOf(shot)?.querySelector(`[data-field="${name}"]`)?.focus();
    };

    /** Cards in the first row of the grid, as the window has it now. */
    function columns() {
      const cards = [...document.querySelectorAll(".board > li")];
      const first = cards.findIndex((card) => card.offsetTop > cards[0].offsetTop);
      return board.view === "timeline" || cards.length === 0 ? 1 : first < 0 ? cards.length : first;
    }

    /** A key of the board: not while a button or the player wants it for itself. */
    const onShot = (run, { isForButtons = false } = {}) => (event) => {
      const isElsewhere = event.target.closest?.("video, audio, [role=slider], nav, header, input");
      const isButton = event.target.closest?.("button, a, summary");
      if (!board.shot || isElsewhere || (isButton && !isForButtons)) return false;
      return run(board.shot);
    };
    const move = (way) =>
      onShot(() => { focusOn(neighbour(board.current, board.shots.length, columns(), way)); }, { isForButtons: true });
    const open = (kind) => onShot((shot) => { board.open = { kind, shot }; });
    const choose = (place) => onShot((shot) => {
      const candidate = shot.candidates[place];
      if (candidate) board.choose(shot, candidate.key);
    }, { isForButtons: true });

    useKeys([
      { keys: "arrowleft", label: () => t("board.key.previous"), run: move("left") },
      { keys: "arrowright", label: () => t("board.key.next"), run: move("right") },
      { keys: "arrowup", label: () => t("board.key.above"), run: move("up") },
      { keys: "arrowdown", label: () => t("board.key.below"), run: move("down") },
      { keys: "1", label: () => t("board.key.candidate"), run: choose(0) },
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ keys: String(n), run: choose(n - 1) })),
      { keys: "r", label: () => t("board.regenerate"), run: open("regenerate") },
      { keys: "e", label: () => t("board.key.text"), run: onShot((shot) => { board.edit(shot, "text"); }) },
      { keys: "p", label: () => t("board.key.prompt"), run: onShot((shot) => { board.edit(shot, "prompt"); }) },
      { keys: "l", label: () => t("board.lock"), run: onShot((shot) => { board.lock(shot); }) },
      { keys: "s", label: () => t("board.split"), run: open("split") },
      { keys: " ", label: () => t("board.preview"), run: open("preview") },
      { keys: "mod+z", label: () => t("board.undo"), run: () => { board.undo(); } },
      { keys: "mod+shift+z", label: () => t("board.redo"), run: () => { board.redo(); } },
      { keys: "mod+enter", label: () => t("board.render"), inFields: true, run: () => { board.render(); } },
    ]);

    onMounted(() => addEventListener("online", board.resume));
    watch(() => board.shots.length, () => later(drawMore, { timeout: 200 }), { immediate: true });
    onBeforeUnmount(() => {
      removeEventListener("online", board.resume);
      board.saveAll();
    });

    const close = () => {
      const { shot } = board.open;
      board.open = null;
      nextTick(() => cardOf(shot)?.focus({ preventScroll: true }));
    };

    const bar = () => html`<div class="board-bar"><p class="quiet">${t("board.count", { n: board.shots.length })}</p>
      <div class="switch" role="group" aria-label=${t("board.view")}>
        ${[["cards", "grid"],
          ["timeline", "rows"]].map(([view, icon]) => html`<button key=${view} class=${{ on: board.view === view }}
          aria-pressed=${board.view === view ? "true" : "false"} @click=${() => board.setView(view)}>
          <${Icon} name=${icon} />${t(`board.view.${view}`)}</button>`)}</div></div>`;

    const cards = () => html`<ol class="board">
      ${board.shots.slice(0, drawn.value).map((shot, place) => html`<li key=${shot.id}>
      <${ShotCard} board=${board} shot=${shot} place=${place} isCurrent=${place === board.current} /></li>`)}</ol>`;

    function nothing() {
      const isComing = film.isRunning;
      return html`<${Empty} icon="grid" title=${t(isComing ? "board.coming" : "board.none")}
        text=${t(isComing ? "board.coming.text" : "board.none.text")}></${Empty}>`;
    }

    return () => {
      if (board.shots.length === 0) return nothing();
      const OpenDialog = DIALOGS[board.open?.kind];
      return html`<section class="board-frame" aria-label=${t("tab.storyboard")}
          style=${{ "--aspect": String(aspectOf(film.job, film.made)) }}>
        ${bar()}${board.view === "timeline" ? html`<${Timeline} board=${board} @go=${focusOn} />` : cards()}
        ${OpenDialog && html`<${OpenDialog} key=${board.open.shot.id} film=${film} board=${board}
          shot=${board.open.shot}
          player=${props.player} @close=${close} />`}
        ${board.conflicts.length > 0 && html`<${ConflictDialog} key=${board.conflicts[0].shot.id} board=${board}
          conflict=${board.conflicts[0]} />`}</section>`;
    };
  },
};
