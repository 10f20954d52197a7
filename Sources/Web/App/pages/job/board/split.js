// Cutting a shot in two: where the cursor stands in its text, and at a time.
import { computed, nextTick, onMounted, ref } from "../../../lib/vue.js";
import { position } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { breakNear, halves, SHORTEST_MS, timeAt } from "../../../lib/shots.js";
import { readTimecode, timecode } from "../../../lib/timecode.js";
import { Dialog } from "../../../parts/dialog.js";
import { Field } from "../../../parts/fields.js";
import { tell } from "../../../parts/tell.js";

export const SplitDialog = {
  props: ["board", "shot"],
  emits: ["close"],
  setup(props, { emit }) {
    const { board, shot } = props;
    const area = ref(null);
    const text = shot.text;
    const caret = ref(board.caret?.shot === shot ? board.caret.at : breakNear(text, 0.5));
    const time = ref(timecode(timeAt(shot, text, caret.value)));
    const fault = ref(null);
    const isBusy = ref(false);
    const parts = computed(() => halves(text, caret.value));
    const ms = computed(() => readTimecode(time.value));
    const bounds = [shot.start + SHORTEST_MS, shot.end - SHORTEST_MS];
    const timeFault = computed(() => {
      const isWithin = ms.value !== null && ms.value >= bounds[0] && ms.value <= bounds[1];
      return isWithin ? null : t("board.split.range", { from: timecode(bounds[0]), to: timecode(bounds[1]) });
    });

    onMounted(() => nextTick(() => {
      area.value.focus();
      area.value.setSelectionRange(caret.value, caret.value);
    }));

    function look() {
      const { selectionStart } = area.value;
      if (selectionStart === caret.value) return;
      caret.value = selectionStart;
      time.value = timecode(timeAt(shot, text, selectionStart));
    }

    async function submit(event) {
      event.preventDefault();
      if (!parts.value || timeFault.value) return;
      isBusy.value = true;
      try {
        await board.split(shot, ms.value, parts.value);
        emit("close");
      } catch (error) {
        fault.value = tell(error);
      } finally {
        isBusy.value = false;
      }
    }

    return () => html`<${Dialog} title=${t("board.split.title", { n: shot.index + 1 })} @close=${() => emit("close")}>
      ${{
      default: () => html`<form id="split" class="stack" @submit=${submit}>
        <${Field} label=${t("board.split.text")} hint=${t("board.split.hint")}>${{
          default: (bound) => html`<textarea ...${bound} ref=${area} rows="3" readonly value=${text} @keyup=${look}
            @click=${look}
            @select=${look}></textarea>`,
        }}</${Field}>
        <ol class="split-parts"><li><b>${position(shot.start)}</b>${text.slice(0, caret.value).trim() || "—"}</li>
          <li><b>${position(ms.value ?? shot.start)}</b>${text.slice(caret.value).trim() || "—"}</li></ol>
        ${!parts.value && html`<p class="notice warn">${t("board.split.nothing")}</p>`}
        <${Field} label=${t("board.split.at")} error=${timeFault.value}>${{
          default: (bound) => html`<input ...${bound} inputmode="decimal" autocomplete="off" value=${time.value}
            @input=${(event) => { time.value = event.target.value; }} />`,
        }}</${Field}>
        ${fault.value && html`<p class="notice bad" role="alert">${fault.value}</p>`}</form>`,
      actions: () => html`<button class="button" @click=${() => emit("close")}>${t("action.cancel")}</button>
        <button class="button primary" form="split"
          disabled=${isBusy.value || !parts.value || timeFault.value !== null}>
          ${t("board.split.go")}</button>`,
    }}</${Dialog}>`;
  },
};
