// A shot was changed here and elsewhere: both versions side by side, and the person chooses.
import { computed, ref } from "../../../lib/vue.js";
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { shownOf } from "../../../lib/shots.js";
import { toast } from "../../../lib/toasts.js";
import { Dialog } from "../../../parts/dialog.js";
import { Icon } from "../../../parts/icon.js";
import { tell } from "../../../parts/tell.js";
import { Media } from "./media.js";

export const ConflictDialog = {
  props: ["board", "conflict"],
  setup(props) {
    const isBusy = ref(false);
    /** What I have: theirs with my changes on it. */
    const mine = computed(() => {
      const { shot, body, present } = props.conflict;
      const { selected = present.selected, video = "selected" in body ? "" : present.video,
        locked = present.locked } = body;
      return { ...present, text: body.text ?? shot.text, prompt: body.prompt ?? shot.prompt, selected, video, locked };
    });
    /** Also for "later": what is typed stays, and the next try to save it asks again. */
    const done = () => { props.board.conflicts.shift(); };

    async function keep() {
      const { shot, body, present } = props.conflict;
      isBusy.value = true;
      shot.version = present.version;
      shot.saved = { ...shot.saved, ...present, images: present.images.join() };
      done();
      props.board.failure = null;
      try {
        await props.board.send(shot, body);
      } catch (error) {
        if (error.status !== 409) toast(tell(error), { kind: "failed" });
      }
      props.board.reload();
    }

    function takeTheirs() {
      const { shot, present } = props.conflict;
      for (const name of ["text", "prompt"]) shot[name] = shot.base[name] = present[name];
      shot.saved = { ...shot.saved, ...present, images: present.images.join() };
      props.board.take(shot, present);
      props.board.stack.clear();
      props.board.failure = null;
      done();
      props.board.reload();
    }

    function side(version, title, isOther) {
      const candidate = shownOf({ ...version, candidates: version.candidates ?? [] });
      const row = (name, value) => html`<dt>${t(name)}</dt>
        <dd class=${{ differs: isOther(value) }}>${value || "—"}</dd>`;
      return html`<section class="conflict-side"><h3>${title}</h3>
        <div class="conflict-picture">
          ${candidate ? html`<${Media} candidate=${candidate} isPlaying=${false} label="" />`
          : html`<span class="no-picture"><${Icon} name="picture" /></span>`}</div>
        <dl>${row("board.text", version.text)}${row("board.prompt", version.prompt)}
          <dt>${t("board.locked")}</dt><dd>${t(version.locked ? "board.yes" : "board.no")}</dd></dl></section>`;
    }

    return () => {
      const { present, shot } = props.conflict;
      return html`<${Dialog} wide=${true} title=${t("board.conflict.title", { n: shot.index + 1 })} @close=${done}>${{
        default: () => html`<p>${t("board.conflict.text")}</p><div class="versions">
          ${side(mine.value, t("conflict.mine"), (value) => value !== present.text && value !== present.prompt)}
          ${side(present, t("conflict.theirs"), (value) => value !== mine.value.text && value !== mine.value.prompt)}
          </div>`,
        actions: () => html`<button class="button" disabled=${isBusy.value} @click=${takeTheirs}>
          ${t("conflict.takeTheirs")}</button>
          <button class="button primary" disabled=${isBusy.value} @click=${keep}>${t("conflict.keepMine")}</button>`,
      }}</${Dialog}>`;
    };
  },
};
