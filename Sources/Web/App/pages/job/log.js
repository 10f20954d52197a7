// What the run writes, line by line, as it happens.
import { computed, nextTick, onBeforeUnmount, ref, shallowReactive, watch } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { parseTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { onEvent } from "../../lib/live.js";
import { mergeLines } from "../../lib/loglines.js";
import { useResource } from "../../lib/resource.js";
import { CheckField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { copy } from "./description.js";

/** Lines that are shown; a run writes far fewer. */
const MOST = 2000;

export const LogTab = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const list = ref(null);
    const isFollowing = ref(true);
    const live = shallowReactive([]);
    const log = useResource(load, { when: () => film.execution?.id });
    const lines = computed(() => mergeLines(log.data?.items ?? [], live).slice(-MOST));

    async function load(signal) {
      return api.get(`/jobs/${film.id}/log`, { execution_id: film.execution?.id }, { signal });
    }
    const end = onEvent((event) => {
      if (event.kind === "hello") return void log.reload();
      if (event.kind !== "execution.log" || event.job_id !== Number(film.id)) return;
      if (event.execution_id !== film.execution?.id) live.length = 0;
      live.push({ at: event.at, line: event.data.line });
    });
    onBeforeUnmount(end);
    watch(() => film.execution?.id, () => { live.length = 0; });

    watch(() => [lines.value.length, isFollowing.value, list.value], async () => {
      await nextTick();
      if (isFollowing.value && list.value) list.value.scrollTop = list.value.scrollHeight;
    }, { immediate: true });
    // Whoever scrolls up wants to read; whoever comes back to the end wants to follow.
    const scrolled = () => {
      const { scrollTop, scrollHeight, clientHeight } = list.value;
      isFollowing.value = scrollTop + clientHeight > scrollHeight - 24;
    };

    const time = (at) => parseTime(at)?.toLocaleTimeString("en-GB") ?? "";
    const text = () => lines.value.map(({ at, line }) => `${at} ${line}`).join("\n");
    const kind = (line) => (/\bdone\b/.test(line) ? "is-done" : /: begun$/.test(line) ? "is-begun" : "");

    function shown() {
      if (lines.value.length === 0) {
        return html`<${Empty} icon="rows" title=${t("log.empty")}
          text=${t(film.isRunning ? "log.coming" : "log.empty.text")} />`;
      }
      return html`<div class="row"><p class="quiet grow">${t("log.count", { n: lines.value.length })}</p>
          <${CheckField} label=${t("log.follow")} modelValue=${isFollowing.value}
            @update:modelValue=${(value) => { isFollowing.value = value; }} />
          <button class="button small" @click=${() => copy(text())}>
            <${Icon} name="clipboard" />${t("action.copy")}</button></div>
        <div ref=${list} class="log" tabindex="0" role="log" aria-label=${t("tab.log")} aria-live="off"
          @scroll=${scrolled}><ol>
          ${lines.value.map(({ at, line }, place) =>
            html`<li key=${place} class=${kind(line)}><time>${time(at)}</time><span>${line}</span></li>`)}</ol></div>`;
    }

    return () => html`<section class="stack" aria-label=${t("tab.log")}>${log.data || live.length > 0 ? shown()
      : html`<${Loaded} resource=${log} rows="6">${{ default: shown }}</${Loaded}>`}</section>`;
  },
};
