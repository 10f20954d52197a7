// A job: how its film is made, what it shows, and everything to mend it with.
import { computed, nextTick, onBeforeUnmount, onMounted, watch } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { useEvents } from "../lib/jobs.js";
import { beforeLeave } from "../lib/router.js";
import { confirm } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { Empty, Loaded } from "../parts/states.js";
import { AudioTab } from "./job/audio.js";
import { Board } from "./job/board.js";
import { BoardFoot } from "./job/board/foot.js";
import { makeEdits } from "./job/board/edits.js";
import { makeBoard } from "./job/board/store.js";
import { Captions } from "./job/captions.js";
import { CaptionsFoot } from "./job/captions/foot.js";
import { makeCaptions } from "./job/captions/store.js";
import { Description } from "./job/description.js";
import { FilesTab } from "./job/files.js";
import { useFilm } from "./job/film.js";
import { JobHeader } from "./job/header.js";
import { LogTab } from "./job/log.js";
import { makePlayer, Player } from "./job/player.js";
import { Progress } from "./job/progress.js";
import { RunsTab } from "./job/runs.js";
import { StepStrip } from "./job/steps.js";

const TABS = [
  { name: "storyboard", icon: "grid", shown: Board, foot: BoardFoot },
  { name: "captions", icon: "text", shown: Captions, foot: CaptionsFoot },
  { name: "audio", icon: "voice", shown: AudioTab }, { name: "runs", icon: "again", shown: RunsTab },
  { name: "files", icon: "download", shown: FilesTab }, { name: "log", icon: "rows", shown: LogTab },
];

export default {
  props: ["id", "tab"],
  setup(props) {
    let board = null;
    const film = useFilm(props.id, { onShots: (rows) => board.receive(rows) });
    board = makeBoard(film);
    makeEdits(board);
    const captions = makeCaptions(film);
    const player = makePlayer();
    useEvents((event) => {
      film.hear(event);
      if (event.kind === "shots.changed" && event.job_id === Number(props.id)) board.reloadSoon();
      if (event.kind === "hello") board.resume();
      if (event.kind === "hello") captions.reload();
    });

    // Typed words are saved before one goes; only what cannot be saved is asked about.
    const stay = beforeLeave(async (path) => {
      if (path.startsWith(`/jobs/${props.id}/`)) return true;
      const isSaved = await board.saveAll();
      if (isSaved && !captions.isUnsaved) return true;
      return confirm({ title: t("job.leave.title"), text: t("job.leave.text"), yes: t("job.leave.yes"),
        isDangerous: true });
    });
    const hold = (event) => { if (board.hasUnsaved() || captions.isUnsaved) event.preventDefault(); };
    onMounted(() => addEventListener("beforeunload", hold));
    onBeforeUnmount(() => {
      removeEventListener("beforeunload", hold);
      stay();
      board.stop();
    });

    const tab = computed(() => {
      const named = TABS.find((each) => each.name === props.tab);
      if (named || props.tab) return named ?? null;
      const isLogFirst = board.shots.length === 0 && film.execution?.execution_status !== "SUCCESS";
      return TABS.find((each) => each.name === (isLogFirst ? "log" : "storyboard"));
    });

    // On a phone not all tabs are in sight: the one that is open is.
    watch(() => [tab.value, film.job], async () => {
      await nextTick();
      document.querySelector(".job-main .tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });

    watch(() => film.job?.title, (title) => { if (title) document.title = `${title} · BatchVideo`; });

    const tabs = () => html`<nav class="tabs" aria-label=${t("job.tabs")}>${TABS.map(({ name, icon }) => html`
      <a key=${name} href=${`/jobs/${props.id}/${name}`} aria-current=${tab.value?.name === name ? "page" : undefined}>
        <${Icon} name=${icon} />${t(`tab.${name}`)}</a>`)}</nav>`;

    function content() {
      if (!tab.value) {
        return html`<${Empty} icon="search" title=${t("error.title.404")} text=${t("error.404")}>
          <a class="button" href=${`/jobs/${props.id}`}>${t("tab.storyboard")}</a></${Empty}>`;
      }
      return html`<${tab.value.shown} film=${film} board=${board} captions=${captions} player=${player} />`;
    }

    const foot = () => film.job && tab.value?.foot
      && html`<${tab.value.foot} film=${film} board=${board} captions=${captions} />`;

    return () => html`<div class="page job-page"><div class="job-scroll">
      <${Loaded} resource=${film.resource} rows="8">${{
      default: () => html`<div class="job-stack"><${JobHeader} film=${film} /><${StepStrip} film=${film} />
        <div class="job-columns"><div class="job-main">${tabs()}${content()}</div>
          <aside class="job-side" aria-label=${t("job.side")}>
            ${film.isRunning && html`<${Progress} film=${film} />`}
            <${Player} film=${film} captions=${captions} player=${player} />
            <${Description} film=${film} /></aside></div></div>`,
    }}</${Loaded}></div>${foot()}</div>`;
  },
};
