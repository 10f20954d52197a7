// One shot to be edited. A component of its own: typing in it draws nothing else anew.
import { computed, ref, watch } from "../../../lib/vue.js";
import { position } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { hasWords, t } from "../../../lib/i18n.js";
import { changesIn, LONGEST_TEXT, shownOf, tidy } from "../../../lib/shots.js";
import { Icon } from "../../../parts/icon.js";
import { Actions } from "./actions.js";
import { Candidates } from "./candidates.js";
import { calm, LooseClip, Media, OriginTag } from "./media.js";

export const ShotCard = {
  props: ["board", "shot", "place", "isCurrent"],
  setup(props) {
    const { board } = props;
    const isHovered = ref(false);
    const isFocused = ref(false);
    const isDropping = ref(false);
    const isPromptOpen = ref(false);
    const number = computed(() => props.place + 1);
    const changes = computed(() => changesIn(props.shot, board.film.made?.shots, board.film.filmRun));
    const isSpokenAnew = computed(() => changes.value.includes("text"));
    let before = {};

    const faultOf = (field) => {
      const { fault } = props.shot;
      if (fault?.field !== field) return null;
      return hasWords(fault.words) ? t(fault.words) : fault.message;
    };

    const focusin = () => { isFocused.value = true; board.current = props.place; };
    const focusout = (event) => { isFocused.value = event.currentTarget.contains(event.relatedTarget); };
    const drop = (event) => {
      event.preventDefault();
      isDropping.value = false;
      const file = event.dataTransfer?.files?.[0];
      if (file) board.bring(props.shot, file);
    };
    const drag = (event) => {
      if (!event.dataTransfer?.types?.includes("Files")) return;
      event.preventDefault();
      isDropping.value = event.type !== "dragleave";
    };

    /** Escape leads from a field back to its card. */
    const leave = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.currentTarget.closest(".shot").focus();
    };

    /** A text that is saved when the typing pauses and becomes one step of "undo" when the field is left. */
    const words = (name, label, rows) => html`<textarea data-field=${name} rows=${rows} aria-label=${label}
      maxlength=${name === "text" ? LONGEST_TEXT : 10000} value=${props.shot[name]}
      aria-invalid=${faultOf(name) ? "true" : undefined}
      @input=${(event) => board.type(props.shot, name, event.target.value)}
      @focus=${() => { before[name] = props.shot[name]; }}
      @blur=${() => board.typed(props.shot, name, before[name] ?? props.shot[name])}
      @keydown=${leave}></textarea>`;

    // "P" opens the prompt before it puts the cursor there.
    watch(() => board.prompting === props.shot.id, (isWanted) => { if (isWanted) isPromptOpen.value = true; });

    function prompt() {
      const { shot } = props;
      const isOwn = tidy(shot.prompt) !== tidy(shot.text) && shot.prompt !== "";
      const drawn = shownOf(shot)?.prompt;
      const isOther = drawn !== undefined && drawn !== null && drawn !== "" && tidy(drawn) !== tidy(shot.prompt)
        && shot.wanted === 0;
      return html`<div class="shot-prompt">
        ${isPromptOpen.value
          ? html`<label class="shot-label"><${Icon} name="picture" />${t("board.prompt")}</label>
              ${words("prompt", t("board.prompt.of", { n: number.value }), 2)}`
          : html`<button class="prompt-line" @click=${() => board.edit(shot, "prompt")}>
              <${Icon} name="picture" /><span>${isOwn ? shot.prompt : t("board.prompt.same")}</span></button>`}
        ${isOther && isPromptOpen.value && html`<p class="shot-note">${t("board.prompt.other")}</p>`}</div>`;
    }

    function picture() {
      const { shot } = props;
      const candidate = shownOf(shot);
      const isPlaying = (isHovered.value || isFocused.value) && !calm.matches;
      const label = t("board.picture", { n: number.value });
      return html`<div class="shot-picture" @mouseenter=${() => { isHovered.value = true; }}
          @mouseleave=${() => { isHovered.value = false; }}
            @dblclick=${() => { board.open = { kind: "preview", shot }; }}>
        ${candidate ? html`<${Media} key=${candidate.key} candidate=${candidate} isPlaying=${isPlaying}
          label=${label} />`
          : shot.video ? html`<${LooseClip} board=${board} clipKey=${shot.video} isPlaying=${isPlaying}
            label=${label} />`
          : html`<span class="no-picture"><${Icon} name="picture" /></span>`}
        <span class="shot-number">${number.value}</span>
        <span class="shot-time">${position(shot.start)} – ${position(shot.end)}</span>
        <span class="shot-tags">
          ${changes.value.length > 0
            && html`<span class="tag on-picture is-changed"><${Icon} name="edit" />${t("board.changed")}</span>`}
          ${shot.locked && html`<span class="tag on-picture"><${Icon} name="lock" />${t("board.locked")}</span>`}</span>
        ${candidate ? html`<span class="shot-origin"><${OriginTag} candidate=${candidate} /></span>`
          : shot.video && html`<span class="shot-origin"><${OriginTag} candidate=${{ source: "footage" }} /></span>`}
        ${shot.wanted > 0 && html`<p class="shot-over">
          <${Icon} name="running" />${t("board.wanted", { n: shot.wanted })}</p>`}
        ${isDropping.value && html`<p class="shot-over"><${Icon} name="upload" />${t("board.drop")}</p>`}
        ${shot.sending && html`<div class="shot-over">
          <span>${t("board.sending", { part: Math.round(shot.sending.part * 100) })}</span>
          <progress max="1" value=${shot.sending.part} aria-label=${shot.sending.name}></progress>
          <button class="button small" @click=${shot.sending.stop}>${t("action.cancel")}</button></div>`}</div>`;
    }

    return () => {
      const { shot, isCurrent } = props;
      return html`<div class=${["shot",
        { changed: changes.value.length > 0, current: isCurrent, dropping: isDropping.value }]}
          data-shot=${shot.id} role="group" tabindex=${isCurrent ? 0 : -1} @focusin=${focusin} @focusout=${focusout}
          @dragover=${drag} @dragleave=${drag} @drop=${drop}
          aria-label=${t("board.shot", { n: number.value, start: position(shot.start), end: position(shot.end) })}>
        ${picture()}
        <div class="shot-body">
          ${(shot.candidates.length > 1 || shot.wanted > 0) && html`<${Candidates} board=${board} shot=${shot} />`}
          ${words("text", t("board.text.of", { n: number.value }), 2)}
          ${faultOf("text") && html`<p class="error" role="alert">${faultOf("text")}</p>`}
          ${isSpokenAnew.value && html`<p class="shot-note"><${Icon} name="voice" />${t("board.text.anew")}</p>`}
          ${prompt()}
          ${faultOf("file") && html`<p class="error" role="alert">${faultOf("file")}</p>`}
        </div>
        <${Actions} board=${board} shot=${shot} place=${props.place} /></div>`;
    };
  },
};
