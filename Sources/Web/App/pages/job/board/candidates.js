// The pictures that a shot can show, to be chosen by a press or by their number.
import { html } from "../../../lib/html.js";
import { t } from "../../../lib/i18n.js";
import { originOf, shownKey } from "../../../lib/shots.js";
import { Icon } from "../../../parts/icon.js";
import { Media } from "./media.js";

/** Where a candidate comes from, in one line: "AI · flux · seed 17". */
export function provenance(candidate) {
  const parts = [t(`board.origin.${originOf(candidate)}`),
    candidate.provider !== candidate.source && candidate.provider,
    candidate.model, candidate.seed !== null && candidate.seed !== undefined
      && t("board.seedOf", { seed: candidate.seed })];
  return parts.filter(Boolean).join(" · ");
}

export function Candidates({ board, shot }) {
  const shown = shot.wanted > 0 ? null : shownKey(shot);
  return html`<div class="candidates" role="group" aria-label=${t("board.candidates")}>
    ${shot.candidates.map((each, place) => html`<button key=${each.key} class=${{ on: each.key === shown }}
        aria-pressed=${each.key === shown ? "true" : "false"} title=${provenance(each)}
        aria-label=${t("board.candidate", { n: place + 1, from: provenance(each) })}
          @click=${() => board.choose(shot, each.key)}>
      <${Media} candidate=${each} isPlaying=${false} label="" />
      ${place < 9 && html`<span class="candidate-number" aria-hidden="true">${place + 1}</span>`}
      ${each.is_moving && html`<${Icon} name="play" />`}</button>`)}
    ${Array.from({ length: Math.min(shot.wanted, 8) },
      (_, place) => html`<span key=${`wanted ${place}`} class="candidate-wanted">
      <${Icon} name="running" /></span>`)}</div>`;
}
Candidates.props = ["board", "shot"];
