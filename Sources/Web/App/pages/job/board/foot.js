// What changed, how long making it takes, whether all is saved; always in sight.
import { computed } from "../../../lib/vue.js";
import { estimate } from "../../../lib/estimate.js";
import { span } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { t, tn } from "../../../lib/i18n.js";
import { changesIn } from "../../../lib/shots.js";
import { Icon } from "../../../parts/icon.js";
import { tell } from "../../../parts/tell.js";

/** What is said while a film waits or is made. */
export function standingOf({ execution, isQueued }) {
  if (execution.execution_status === "PENDING") return t("board.foot.queued");
  return t(isQueued ? "board.foot.next" : "board.foot.running", { n: execution.progress });
}

export const BoardFoot = {
  props: ["film", "board"],
  setup(props) {
    const { film, board } = props;
    const time = computed(() => {
      const { changed } = board;
      const last = board.shots[board.shots.length - 1];
      return estimate(film.runs, {
        shownMs: changed.reduce((sum, shot) => sum + shot.end - shot.start, 0),
        pictures: changed.reduce((sum, shot) => sum + shot.wanted, 0),
        texts: changed.filter((shot) => changesIn(shot, film.made?.shots, film.filmRun).includes("text")).length,
        filmMs: film.made?.ms ?? last?.end ?? 0,
      });
    });

    function saving() {
      if (board.failure) {
        const why = board.failure.status === 409 ? t("board.conflict.waiting") : tell(board.failure);
        return html`<span class="bad-word"><${Icon} name="warn" />${t("board.notSaved", { why })}</span>
          <button class="link" @click=${() => board.saveAll()}>${t("action.retry")}</button>`;
      }
      const wrong = board.shots.filter((shot) => shot.fault && shot.fault.field !== "file").length;
      if (wrong > 0) return html`<span class="bad-word"><${Icon} name="warn" />${tn("board.wrong", wrong)}</span>`;
      if (board.pending > 0) return html`<span class="quiet">${t("board.saving")}</span>`;
      return html`<span class="quiet"><${Icon} name="done" />${t("board.saved")}</span>`;
    }

    function standing() {
      if (film.isRunning) return standingOf(film);
      const count = board.changed.length;
      if (count === 0) return t("board.foot.same");
      return tn("board.foot.changed", count, { time: span(time.value) });
    }

    const back = (way, icon) => html`<button class="button quiet icon-only" disabled=${!board.can[way]}
      title=${board.can[way] ? t(`board.${way}.of`, { what: board.can[way] }) : t(`board.${way}`)}
        aria-label=${t(`board.${way}`)}
      @click=${() => board[way]()}><${Icon} name=${icon} /></button>`;

    return () => board.shots.length > 0 && html`<div class="board-foot" role="region" aria-label=${t("board.foot")}>
      <span class="foot-back">${back("undo", "undo")}${back("redo", "redo")}</span>
      <p class="foot-standing" role="status">${film.isRunning && html`<${Icon} name="running" />`}${standing()}</p>
      <p class="foot-saving" role="status">${saving()}</p>
      <button class=${["button", { primary: board.changed.length > 0 }]} disabled=${film.isQueued || board.isAsking}
        @click=${() => board.render()}>
        <${Icon} name="film" />${t("board.render")}</button></div>`;
  },
};
