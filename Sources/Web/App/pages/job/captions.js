// The caption editor: words and times of every caption, on the waveform and in a list, and how they look on the picture.
import { computed } from "../../lib/vue.js";
import { cueAt } from "../../lib/cues.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { useKeys } from "../../lib/keys.js";
import { toast } from "../../lib/toasts.js";
import { confirm } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { CaptionConflict } from "./captions/conflict.js";
import { CueRow } from "./captions/row.js";
import { StylePreview } from "./captions/style.js";
import { CaptionWave } from "./captions/wave.js";

export const Captions = {
  props: ["film", "board", "captions", "player"],
  setup(props) {
    const { film, board, captions, player } = props;
    const faults = computed(() => captions.faults());
    const now = computed(() => {
      const place = cueAt(captions.list, player.ms);
      return place >= 0 && captions.list[place].end > player.ms ? place : -1;
    });

    function select(place, { isSeeking = true } = {}) {
      if (place < 0 || place >= captions.list.length) return;
      captions.selected = place;
      if (isSeeking) player.seek(captions.list[place].start);
      document.querySelector(`[data-cue="${place}"]`)?.scrollIntoView({ block: "nearest" });
    }
    async function back(way) {
      const command = await captions.stack[way]();
      if (command) toast(t(way === "undo" ? "board.undone" : "board.redone", { what: command.label }), { ms: 3000 });
    }
    const set = (edge) => () => { if (captions.list.length > 0) captions.move(captions.selected, edge, player.ms); };

    async function render() {
      if (captions.isUnsaved && !(await captions.save())) return;
      await board.render();
    }
    async function takeBack() {
      const isSure = await confirm({ title: t("captions.takeBack"), text: t("captions.takeBack.text"), yes: t("captions.takeBack"), isDangerous: true });
      if (isSure) captions.takeBack();
    }

    const isElsewhere = (event) => event.target.closest?.("video, audio, button, a, [role=slider], summary");
    useKeys([
      { keys: " ", label: () => t("captions.key.play"), run: (event) => (isElsewhere(event) ? false : player.toggle()) },
      { keys: "arrowup", label: () => t("captions.key.previous"), run: () => { select(captions.selected - 1); } },
      { keys: "arrowdown", label: () => t("captions.key.next"), run: () => { select(captions.selected + 1); } },
      { keys: "i", label: () => t("captions.key.start"), run: set("start") },
      { keys: "o", label: () => t("captions.key.end"), run: set("end") },
      { keys: "mod+z", label: () => t("board.undo"), run: () => { back("undo"); } },
      { keys: "mod+shift+z", label: () => t("board.redo"), run: () => { back("redo"); } },
      { keys: "mod+s", label: () => t("action.save"), inFields: true, run: () => { captions.save(); } },
      { keys: "mod+enter", label: () => t("board.render"), inFields: true, run: () => { render(); } },
    ]);

    const backButton = (way) => html`<button class="button quiet icon-only" disabled=${!captions.can[way]} aria-label=${t(`board.${way}`)}
      title=${captions.can[way] ? t(`board.${way}.of`, { what: captions.can[way] }) : t(`board.${way}`)} @click=${() => back(way)}>
      <${Icon} name=${way} /></button>`;

    function standing() {
      if (film.isRunning) return t("board.foot.running", { n: film.execution.progress });
      if (faults.value.length > 0) return tn("captions.faults", new Set(faults.value.map((each) => each.place)).size);
      if (captions.isUnsaved) return tn("captions.unsaved", captions.changed().length);
      return t(captions.track.is_edited ? "captions.edited" : "captions.asMade");
    }

    const foot = () => html`<div class="board-foot" role="region" aria-label=${t("captions.foot")}>
      <span class="foot-back">${backButton("undo")}${backButton("redo")}</span>
      <p class=${["foot-standing", { "bad-word": faults.value.length > 0 }]} role="status">${standing()}</p>
      <button class="button quiet" disabled=${captions.isBusy || !(captions.isUnsaved || captions.track.is_edited)} @click=${takeBack}>
        ${t("captions.takeBack")}</button>
      <button class="button" disabled=${captions.isBusy || !captions.isUnsaved || faults.value.some((each) => !each.message)}
        @click=${() => captions.save()}>${t("action.save")}</button>
      <button class="button primary" disabled=${film.isRunning || captions.isBusy || faults.value.length > 0} @click=${render}>
        <${Icon} name="film" />${t("board.render")}</button></div>`;

    const list = () => html`<ol class="cues" aria-label=${t("captions.list")}>${captions.list.map((cue, place) => html`
      <${CueRow} key=${cue.id} captions=${captions} player=${player} cue=${cue} place=${place} isNow=${now.value === place}
        isSelected=${captions.selected === place} faults=${faults.value.filter((each) => each.place === place)}
        @select=${() => select(place, { isSeeking: false })} />`)}</ol>`;

    const editor = () => html`<section class="captions-frame" aria-label=${t("tab.captions")}>
      <${StylePreview} film=${film} board=${board} captions=${captions} player=${player} />
      <${CaptionWave} film=${film} captions=${captions} player=${player} @select=${(place) => select(place)} />
      ${list()}${foot()}
      ${captions.conflict && html`<${CaptionConflict} captions=${captions} />`}</section>`;

    return () => {
      const { resource } = captions;
      if (resource.error?.status === 404 && captions.track === null) {
        return html`<${Empty} icon="text" title=${t("captions.none")} text=${t(film.isRunning ? "captions.coming" : "captions.none.text")} />`;
      }
      return html`<${Loaded} resource=${resource} rows="8">${{
        default: () => (captions.list.length > 0 ? editor() : html`<${Empty} icon="text" title=${t("captions.none")} text="" />`),
      }}</${Loaded}>`;
    };
  },
};
