// Whether the batch's films show the same clips: what viewers of a channel notice first.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { Loaded } from "../../parts/states.js";

const MOST = 100;

const Report = {
  props: ["id"],
  setup(props) {
    const report = useResource((signal) => api.get(`/batches/${props.id}/footage`, {}, { signal }));
    const line = (clip) => html`<tr key=${clip.key}><td><code>${clip.key}</code></td><td class="number-cell">
      ${number(clip.jobs.length)}</td>
      <td>${clip.jobs.slice(0, 12).map((id) => html`<a key=${id} class="job-link" href=${`/jobs/${id}`}>#${id}</a>`)}
        ${clip.jobs.length > 12 && " …"}</td></tr>`;
    return () => html`<${Loaded} resource=${report} rows="3">${{
      default: ({ shots, clips, reused }) => html`<p>
        ${t("batch.footage.sum", { shots: number(shots), clips: number(clips) })}
          <strong>${reused.length === 0 ? t("batch.footage.fresh") : tn("batch.footage.reused", reused.length,
            { n: number(reused.length) })}</strong></p>
        ${reused.length > 0 && html`<div class="table-frame"><table><thead><tr><th>${t("batch.footage.clip")}</th><th>
          ${t("batch.footage.films")}</th>
          <th>${t("batch.footage.where")}</th></tr></thead><tbody>${reused.slice(0, MOST).map(line)}</tbody></table>
            </div>`}`,
    }}</${Loaded}>`;
  },
};

/** Asked for only when it is opened. */
export const FootageCard = {
  props: ["id"],
  setup(props) {
    const isOpen = ref(false);
    return () => html`<details class="card more" @toggle=${(event) => { isOpen.value = event.target.open; }}>
      <summary><h2>${t("batch.footage")}</h2><span class="quiet">${t("batch.footage.about")}</span></summary>
      ${isOpen.value && html`<div class="stack"><${Report} id=${props.id} /></div>`}</details>`;
  },
};
