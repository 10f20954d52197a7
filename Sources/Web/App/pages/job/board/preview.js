// A shot as large as the window allows, with everything that is known of its picture.
import { computed } from "../../../lib/vue.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { originOf, shownOf } from "../../../lib/shots.js";
import { toast } from "../../../lib/toasts.js";
import { Dialog } from "../../../parts/dialog.js";
import { Icon } from "../../../parts/icon.js";
import { LooseClip, Media } from "./media.js";

export const PreviewDialog = {
  props: ["film", "board", "shot", "player"],
  emits: ["close"],
  setup(props, { emit }) {
    const candidate = computed(() => shownOf(props.shot));
    const facts = computed(() => {
      const { provider, source, model, seed, prompt, credit } = candidate.value ?? { source: "footage" };
      const rows = [
        ["board.fact.origin", t(`board.origin.${originOf({ source, credit })}`)],
          ["board.fact.provider", provider ?? source],
        ["board.fact.model", model], ["board.fact.seed", seed], ["board.fact.prompt", prompt],
          ["board.fact.credit", credit],
      ];
      return rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
    });
    const label = () => t("board.picture", { n: props.shot.index + 1 });

    function inFilm() {
      emit("close");
      props.player.playSpan(props.shot.start, props.shot.end);
    }
    async function copySeed(seed) {
      await navigator.clipboard.writeText(String(seed));
      toast(t("action.copied"), { kind: "done", ms: 2000 });
    }

    return () => html`<${Dialog} wide=${true} title=${t("board.preview.title", { n: props.shot.index + 1 })}
      @close=${() => emit("close")}>${{
      default: () => html`<div class="preview-picture">${candidate.value
          ? html`<${Media} key=${candidate.value.key} candidate=${candidate.value} isPlaying=${true} isEager=${true}
            label=${label()} />`
          : props.shot.video && html`<${LooseClip} board=${props.board} clipKey=${props.shot.video} isPlaying=${true}
            label=${label()} />`}</div>
        <p>${props.shot.text}</p>
        <dl class="facts">${facts.value.map(([name, value]) =>
          html`<div key=${name}><dt>${t(name)}</dt><dd>${String(value)}
          ${name === "board.fact.seed"
            && html`<button class="link" @click=${() => copySeed(value)}>${t("action.copy")}</button>`}</dd></div>`)}
            </dl>`,
      actions: () => html`<button class="button" @click=${() => emit("close")}>${t("action.close")}</button>
        ${props.player.isReady
          && html`<button class="button primary" autofocus @click=${inFilm}>
            <${Icon} name="play" />${t("board.inFilm")}</button>`}`,
    }}</${Dialog}>`;
  },
};
