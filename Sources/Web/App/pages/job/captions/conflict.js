// Captions were changed here and elsewhere: those that differ, side by side.
import { computed } from "../../../lib/vue.js";
import { differences } from "../../../lib/cues.js";
import { html } from "../../../lib/html.js";
import { t, tn } from "../../../lib/i18n.js";
import { timecode } from "../../../lib/timecode.js";
import { Dialog } from "../../../parts/dialog.js";

/** More would be read by nobody. */
const MOST = 60;

export const CaptionConflict = {
  props: ["captions"],
  setup(props) {
    const { captions } = props;
    const theirs = computed(() => captions.conflict.present.cues);
    // A film that was made anew has other captions: edits of the old ones belong to none of them.
    const canKeep = computed(() => captions.conflict.merged !== null);
    const places = computed(() => captions.conflict.merged?.both ?? differences(captions.list, theirs.value));
    const side = (cue) =>
      (cue ? html`<p class="small quiet">${timecode(cue.start)} – ${timecode(cue.end)}</p>
        <p class="cue-text">${cue.text}</p>`
      : html`<p class="quiet">—</p>`);
    return () => html`<${Dialog} wide=${true} title=${t("captions.conflict.title")}
      @close=${() => { captions.conflict = null; }}>${{
      default: () => html`<p>${t(canKeep.value ? "captions.conflict.text" : "captions.conflict.remade")}</p>
        <div class="table-frame" tabindex="0" role="group" aria-label=${t("captions.list")}>
          <table class="conflict-table"><thead><tr><th>#</th><th>${t("conflict.mine")}</th>
            <th>${t("conflict.theirs")}</th></tr></thead>
          <tbody>${places.value.slice(0, MOST).map((place) => html`<tr key=${place}><td>${place + 1}</td>
            <td>${side(captions.list[place])}</td><td>${side(theirs.value[place])}</td></tr>`)}</tbody></table></div>
        ${places.value.length > MOST
          && html`<p class="quiet">${tn("captions.conflict.more", places.value.length - MOST)}</p>`}`,
      actions: () => html`<button class="button" @click=${() => captions.settle(true)}>
        ${t("conflict.takeTheirs")}</button>
        <button class="button primary" disabled=${!canKeep.value} @click=${() => captions.settle(false)}>
          ${t("conflict.keepMine")}</button>`,
    }}</${Dialog}>`;
  },
};
