// The caption editor: words and times of every caption, on the waveform and in a list, and how they look.
import { computed } from "../../lib/vue.js";
import { cueAt } from "../../lib/cues.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useKeys } from "../../lib/keys.js";
import { Empty, Loaded } from "../../parts/states.js";
import { CaptionConflict } from "./captions/conflict.js";
import { renderCaptions } from "./captions/foot.js";
import { CueRow } from "./captions/row.js";
import { StylePreview } from "./captions/style.js";
import { CaptionWave } from "./captions/wave.js";

export const Captions = {
  props: ["film", "board", "captions", "player"],
  setup(props) {
    const { film, board, captions, player } = props;
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
    const set = (edge) => () => { if (captions.list.length > 0) captions.move(captions.selected, edge, player.ms); };

    const isElsewhere = (event) => event.target.closest?.("video, audio, button, a, [role=slider], summary");
    useKeys([
      { keys: " ", label: () => t("captions.key.play"),
        run: (event) => (isElsewhere(event) ? false : player.toggle()) },
      { keys: "arrowup", label: () => t("captions.key.previous"), run: () => { select(captions.selected - 1); } },
      { keys: "arrowdown", label: () => t("captions.key.next"), run: () => { select(captions.selected + 1); } },
      { keys: "i", label: () => t("captions.key.start"), run: set("start") },
      { keys: "o", label: () => t("captions.key.end"), run: set("end") },
      { keys: "mod+z", label: () => t("board.undo"), run: () => { captions.back("undo"); } },
      { keys: "mod+shift+z", label: () => t("board.redo"), run: () => { captions.back("redo"); } },
      { keys: "mod+s", label: () => t("action.save"), inFields: true, run: () => { captions.save(); } },
      { keys: "mod+enter", label: () => t("board.render"), inFields: true,
        run: () => { renderCaptions(captions, board); } },
    ]);

    const list = () => html`<ol class="cues" aria-label=${t("captions.list")}>${captions.list.map((cue, place) => html`
      <${CueRow} key=${cue.id} captions=${captions} player=${player} cue=${cue} place=${place}
        isNow=${now.value === place}
        isSelected=${captions.selected === place}
        @select=${() => select(place, { isSeeking: false })} />`)}</ol>`;

    const editor = () => html`<section class="captions-frame" aria-label=${t("tab.captions")}>
      <${StylePreview} film=${film} board=${board} captions=${captions} player=${player} />
      <${CaptionWave} film=${film} captions=${captions} player=${player} @select=${(place) => select(place)} />
      ${list()}
      ${captions.conflict && html`<${CaptionConflict} captions=${captions} />`}</section>`;

    return () => {
      const { resource } = captions;
      if (captions.track === null && (!film.filmRun || resource.error?.status === 404)) {
        return html`<${Empty} icon="text" title=${t("captions.none")}
          text=${t(film.isRunning ? "captions.coming" : "captions.none.text")} />`;
      }
      return html`<${Loaded} resource=${resource} rows="8">${{
        default: () => (captions.list.length > 0 ? editor()
          : html`<${Empty} icon="text" title=${t("captions.none")} text="" />`),
      }}</${Loaded}>`;
    };
  },
};
