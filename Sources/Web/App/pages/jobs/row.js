// One job in the list. A component of its own, so that its progress draws nothing else anew.
import { html } from "../../lib/html.js";
import { fullMoment, moment } from "../../lib/format.js";
import { nameByID } from "../../lib/catalog.js";
import { t } from "../../lib/i18n.js";
import { Icon } from "../../parts/icon.js";
import { ProgressLine, StatePill } from "../../parts/jobparts.js";

export const JobRow = {
  props: ["job", "isPicked"],
  emits: ["toggle"],
  setup(props, { emit }) {
    return () => {
      const { job } = props;
      const state = job.execution_status;
      return html`<tr class=${{ picked: props.isPicked }} data-job=${job.id}>
        <td class="check-cell"><input type="checkbox" checked=${props.isPicked} @change=${() => emit("toggle")}
          aria-label=${t("jobs.selectOne", { title: job.title })} /></td>
        <td class="title-cell"><a href=${`/jobs/${job.id}`}>${job.title}</a>
          ${job.runorder < 0 && html`<span class="tag"><${Icon} name="up" />${t("jobs.priority", { n: -job.runorder })}</span>`}
          ${state === "FAILED" && html`<p class="why">${job.status_detail}</p>`}</td>
        <td class="state-cell"><${StatePill} state=${state} />${state === "RUNNING" && html`<${ProgressLine} job=${job} />`}</td>
        <td class="wide-only quiet">${nameByID("accounts", job.account_id)}</td>
        <td class="wide-only quiet">${nameByID("languages", job.language_id)}</td>
        <td class="wide-only quiet"><time title=${fullMoment(job.created_at)}>${moment(job.created_at)}</time></td></tr>`;
    };
  },
};
