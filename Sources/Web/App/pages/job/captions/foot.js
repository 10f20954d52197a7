// What was changed in the captions and is not saved, what is wrong with it, and what can be done; always in sight.
import { html } from "../../../lib/html.js";
import { t, tn } from "../../../lib/i18n.js";
import { confirm } from "../../../parts/dialog.js";
import { Icon } from "../../../parts/icon.js";
import { standingOf } from "../board/foot.js";

/** Saves what is not saved, and has the film made with it. */
export async function renderCaptions(captions, board) {
  if (captions.isUnsaved && !(await captions.save())) return;
  await board.render();
}

export const CaptionsFoot = {
  props: ["film", "board", "captions"],
  setup(props) {
    const { film, board, captions } = props;

    async function takeBack() {
      const isSure = await confirm({
        title: t("captions.takeBack"), text: t("captions.takeBack.text"), yes: t("captions.takeBack"),
          isDangerous: true,
      });
      if (isSure) captions.takeBack();
    }

    const back = (way) => html`<button class="button quiet icon-only" disabled=${!captions.can[way]}
      title=${captions.can[way] ? t(`board.${way}.of`, { what: captions.can[way] }) : t(`board.${way}`)}
      aria-label=${t(`board.${way}`)} @click=${() => captions.back(way)}><${Icon} name=${way} /></button>`;

    function standing(faults) {
      if (faults.length > 0) return tn("captions.faults", new Set(faults.map((each) => each.place)).size);
      if (captions.isUnsaved) return tn("captions.unsaved", captions.changed().length);
      if (film.isRunning) return standingOf(film);
      return t(captions.track.is_edited ? "captions.edited" : "captions.asMade");
    }

    return () => {
      if (!captions.track || captions.list.length === 0) return null;
      const faults = captions.faults();
      const canSave = captions.isUnsaved && !faults.some((each) => !each.message);
      return html`<div class="board-foot" role="region" aria-label=${t("captions.foot")}>
        <span class="foot-back">${back("undo")}${back("redo")}</span>
        <p class=${["foot-standing", { "bad-word": faults.length > 0 }]} role="status">${standing(faults)}</p>
        <button class="button quiet" disabled=${captions.isBusy || !(captions.isUnsaved || captions.track.is_edited)}
          @click=${takeBack}>${t("captions.takeBack")}</button>
        <button class="button" disabled=${captions.isBusy || !canSave} @click=${() => captions.save()}>
          ${t("action.save")}</button>
        <button class=${["button", { primary: captions.isUnsaved || captions.track.is_edited }]}
          disabled=${film.isQueued || captions.isBusy || faults.length > 0}
          @click=${() => renderCaptions(captions, board)}><${Icon} name="film" />${t("board.render")}</button></div>`;
    };
  },
};
