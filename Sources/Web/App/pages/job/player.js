// The film, with the browser's own controls: its renditions, its captions as a track, and parts of it on demand.
import { computed, nextTick, onBeforeUnmount, ref, shallowReactive, watch } from "../../lib/vue.js";
import { readSRT, toVTT } from "../../lib/cues.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { aspectOf } from "./film.js";

const RENDITIONS = [
  { role: "logoed_video_oss_key", words: "player.final" }, { role: "combined_video_oss_key", words: "player.clean" },
  { role: "h2v_video_oss_key", words: "player.portrait" },
];

/** Where the film is, for whoever shows or moves that: milliseconds. */
export function makePlayer() {
  let stopAt = null;
  const player = shallowReactive({
    element: null, isReady: false, isPlaying: false, ms: 0,
    seek(ms) {
      stopAt = null;
      if (player.element) player.element.currentTime = ms / 1000;
      player.ms = ms;
    },
    playSpan(start, end) {
      player.seek(start);
      stopAt = end;
      player.element?.play().catch(() => {});
      player.element?.scrollIntoView({ block: "nearest" });
    },
    toggle() {
      stopAt = null;
      if (player.element?.paused) player.element.play().catch(() => {});
      else player.element?.pause();
    },
    /** The element says where it is. */
    tell() {
      const { element } = player;
      if (!element) return;
      player.ms = element.currentTime * 1000;
      player.isPlaying = !element.paused;
      if (stopAt !== null && player.ms >= stopAt) {
        stopAt = null;
        element.pause();
      }
    },
  });
  return player;
}

export const Player = {
  props: ["film", "captions", "player"],
  setup(props) {
    const { film, captions, player } = props;
    const role = ref(RENDITIONS[0].role);
    const track = ref(null);
    const size = ref(null);
    let resumeAt = 0;
    let tries = 0;

    const renditions = computed(() => RENDITIONS.filter((each) => film.files[each.role]));
    const shown = computed(() =>
      renditions.value.find((each) => each.role === role.value) ?? renditions.value[0] ?? null);
    const src = computed(() => (shown.value ? film.files[shown.value.role] : null));
    const hasBurnt = computed(() => shown.value?.role === "logoed_video_oss_key"
      && film.job.extra?.captions !== "none");

    // A link that was renewed, or another rendition: on from where one was.
    watch(src, () => { resumeAt = player.element?.currentTime || resumeAt; });
    const loaded = () => {
      const { element } = player;
      player.isReady = true;
      tries = 0;
      size.value = element.videoWidth ? element.videoWidth / element.videoHeight : null;
      if (resumeAt > 0) element.currentTime = Math.min(resumeAt, element.duration);
      resumeAt = 0;
    };
    // Most likely the link is too old.
    const failed = () => {
      if (!src.value || tries++ > 1) return;
      resumeAt = player.element?.currentTime || resumeAt;
      film.renewLinks();
    };

    watch(() => [film.files.srt_oss_key, captions.cues, captions.resource.error], async ([link, cues]) => {
      // The file is for films whose captions cannot be asked for.
      if (!cues && !captions.resource.error) return;
      const words = cues ?? (link ? await srt(link) : null);
      if (track.value) URL.revokeObjectURL(track.value);
      track.value = words?.length ? URL.createObjectURL(new Blob([toVTT(words)], { type: "text/vtt" })) : null;
    }, { immediate: true });
    async function srt(link) {
      try {
        const answer = await fetch(link, { credentials: "same-origin" });
        return answer.ok ? readSRT(await answer.text()) : null;
      } catch {
        return null;
      }
    }
    // Where captions are part of the picture they are not shown twice.
    watch(() => [track.value, hasBurnt.value, src.value], async () => {
      await nextTick();
      const tracks = player.element?.textTracks;
      for (let place = 0; place < (tracks?.length ?? 0); place++) tracks[place].mode = hasBurnt.value ? "disabled"
        : "showing";
    });

    let frame = 0;
    const follow = () => {
      player.tell();
      frame = player.isPlaying ? requestAnimationFrame(follow) : 0;
    };
    const tell = () => { if (!frame) follow(); };
    onBeforeUnmount(() => {
      cancelAnimationFrame(frame);
      if (track.value) URL.revokeObjectURL(track.value);
      Object.assign(player, { element: null, isReady: false, isPlaying: false });
    });

    const choices = () => html`<div class="switch" role="group" aria-label=${t("player.renditions")}>
      ${renditions.value.map((each) => html`<button key=${each.role} class=${{ on: each === shown.value }}
        aria-pressed=${each === shown.value ? "true" : "false"} @click=${() => { role.value = each.role; }}>
          ${t(each.words)}</button>`)}</div>`;

    return () => {
      if (!src.value) return null;
      const aspect = String(size.value ?? aspectOf(film.job, film.made));
      return html`<section class="card player" aria-label=${t("player.title")}>
        ${film.isRunning && html`<p class="quiet small">${t("player.before")}</p>`}
        <video ref=${(element) => { player.element = element; }} style=${{ aspectRatio: aspect, "--shape": aspect }}
          src=${src.value} controls playsinline
          preload="metadata" poster=${film.files.cover_oss_key} aria-label=${film.job.title} @loadedmetadata=${loaded}
            @error=${failed}
          @play=${tell} @pause=${tell} @seeked=${tell} @timeupdate=${tell}>
          ${track.value && html`<track key=${track.value} kind="captions" src=${track.value} label=${t("player.track")}
            srclang=${film.made?.brief?.language ?? "und"} />`}</video>
        ${renditions.value.length > 1 && choices()}</section>`;
    };
  },
};
