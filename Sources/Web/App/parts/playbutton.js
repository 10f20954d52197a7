import { onBeforeUnmount } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { sound, stopSound, toggleSound } from "../lib/sound.js";
import { toast } from "../lib/toasts.js";
import { Icon } from "./icon.js";
import { tell } from "./tell.js";

/** Plays what `load(signal)` gives; `id` tells it from other sounds, `label` says what is heard. */
export const PlayButton = {
  props: ["id", "load", "label", "text", "disabled"],
  setup(props) {
    onBeforeUnmount(() => { if (sound.id === props.id) stopSound(); });
    async function press() {
      try {
        await toggleSound(props.id, props.load);
      } catch (error) {
        if (error.name === "AbortError") return;
        toast(error.status === undefined ? t("sound.broken") : tell(error), { kind: "failed" });
      }
    }
    return () => {
      const state = sound.id === props.id ? sound.state : "off";
      const words = { off: "sound.play", loading: "sound.loading", playing: "sound.stop" }[state];
      const name = props.label ? `${t(words)} ${props.label}` : t(words);
      return html`<button type="button" class=${["button", "small", "play", { on: state !== "off" }]}
        disabled=${props.disabled}
        aria-label=${name} title=${name} aria-busy=${state === "loading" ? "true" : undefined} @click=${press}>
        <${Icon} name=${{ off: "play", loading: "running", playing: "stop" }[state]} />
        ${props.text !== false && html`<span>${t(words)}</span>`}</button>`;
    };
  },
};
