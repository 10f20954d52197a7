// What can be done with a shot, as a row of buttons; each has its name for screen readers and its key in the help.
import { ref } from "../../../lib/vue.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { Icon } from "../../../parts/icon.js";

/** What a file dialog offers; the server looks at the content. */
export const FILES = [
  "image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime", "video/x-msvideo",
  "video/x-matroska", ".mkv", ".avi", ".mov",
].join();

export const Actions = {
  props: ["board", "shot", "place"],
  setup(props) {
    const file = ref(null);
    const { board } = props;
    const open = (kind) => () => { board.open = { kind, shot: props.shot }; };
    const chosen = (event) => {
      const [first] = event.target.files;
      event.target.value = "";
      if (first) board.bring(props.shot, first);
    };
    const button = (icon, label, run, more = {}) =>
      html`<button key=${icon} class="button quiet icon-only" title=${label}
      aria-label=${label} @click=${run} ...${more}><${Icon} name=${icon} /></button>`;
    return () => {
      const { shot, place } = props;
      const isLast = place + 1 >= board.shots.length;
      return html`<div class="shot-actions" role="toolbar" aria-label=${t("board.actions", { n: place + 1 })}>
        <button class="button small" @click=${open("regenerate")}>
          <${Icon} name="again" />${t("board.regenerate")}</button>
        ${button("upload", t("board.upload"), () => file.value.click(), { disabled: shot.sending !== null })}
        ${button("film", t("board.footage"), open("footage"))}
        ${button("split", t("board.split"), open("split"), { disabled: shot.end - shot.start < 1000 })}
        ${button("merge", t("board.merge"), () => board.merge(shot), { disabled: isLast })}
        ${button(shot.locked ? "lock" : "unlock", t(shot.locked ? "board.unlock" : "board.lock"),
          () => board.lock(shot),
          { "aria-pressed": shot.locked ? "true" : "false" })}
        ${button("play", t("board.preview"), open("preview"))}
        <input ref=${file} type="file" hidden accept=${FILES} @change=${chosen} aria-label=${t("board.upload")} />
        </div>`;
    };
  },
};
