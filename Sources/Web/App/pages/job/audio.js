// The narration by itself: heard, seen, saved.
import { computed, ref } from "../../lib/vue.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { downloadLink } from "../../lib/links.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Failure, Skeleton } from "../../parts/states.js";
import { useWave, Wave } from "./wave.js";

export const AudioTab = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const element = ref(null);
    const ms = ref(0);
    const link = computed(() => film.files.audio_oss_key);
    const wave = useWave(film, () => 1200);

    let frame = 0;
    const follow = () => {
      if (!element.value) return;
      ms.value = element.value.currentTime * 1000;
      frame = element.value.paused ? 0 : requestAnimationFrame(follow);
    };
    const tell = () => { if (!frame) follow(); };
    const seek = (to) => {
      if (element.value) element.value.currentTime = to / 1000;
      ms.value = to;
    };

    function shape() {
      if (wave.data) return html`<${Wave} wave=${wave.data} ms=${ms.value} label=${t("audio.wave")} @seek=${seek} />`;
      // A server without the tool for it, or a sound that is gone: it can be heard all the same.
      if (wave.error?.status === 404 || wave.error?.status === 503) return html`<p class="quiet">
        ${t("audio.noWave")}</p>`;
      if (wave.error) return html`<${Failure} error=${wave.error} @retry=${() => wave.reload()} />`;
      if (film.isRunning) return html`<p class="quiet">${t("audio.noWave")}</p>`;
      return wave.isWaiting ? html`<${Skeleton} rows="1" />` : null;
    }

    return () => {
      if (!link.value) return html`<${Empty} icon="voice" title=${t("audio.none")}
        text=${t(film.isRunning ? "audio.coming" : "audio.none.text")} />`;
      return html`<section class="card stack audio" aria-label=${t("tab.audio")}><h2>${t("audio.title")}</h2>${shape()}
        <audio ref=${element} src=${link.value} controls preload="metadata" aria-label=${t("audio.title")}
          @play=${tell} @pause=${tell} @seeked=${tell} @timeupdate=${tell}></audio>
        <div class="row"><a class="button" href=${downloadLink(link.value)} download="">
          <${Icon} name="download" />${t("audio.download")}</a></div></section>`;
    };
  },
};
