// Everything the film consists of: sizes, links to hand on, and all of it as one zip.
import { computed, ref } from "../../lib/vue.js";
import { bytes } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { downloadLink } from "../../lib/links.js";
import { useResource } from "../../lib/resource.js";
import { Icon } from "../../parts/icon.js";
import { Empty, Loaded } from "../../parts/states.js";
import { copy } from "./description.js";
import { exportZip } from "./header.js";

const ORDER = [
  "logoed_video_oss_key", "combined_video_oss_key", "h2v_video_oss_key", "audio_oss_key", "srt_oss_key",
    "cover_oss_key", "project_oss_key",
];
const SIGNS = { video: "film", audio: "voice", image: "picture" };

/** Size and type of a file, as its link says. */
async function ask(role, link, signal) {
  const answer = await fetch(link, { method: "HEAD", credentials: "same-origin", signal });
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  return { role, link, isHere: answer.ok, type, size: Number(answer.headers.get("content-length")) };
}

export const FilesTab = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const isPacking = ref(false);
    const roles = computed(() =>
      Object.keys(film.files).sort((a, b) => (ORDER.indexOf(a) + 99) % 99 - (ORDER.indexOf(b) + 99) % 99));
    const files = useResource((signal) => Promise.all(roles.value.map((role) => ask(role, film.files[role], signal))), {
      when: () => JSON.stringify(film.files),
    });
    const name = (role) => (hasWords(`files.${role}`) ? t(`files.${role}`) : role.replace(/_oss_key$/, ""));

    async function pack() {
      isPacking.value = true;
      await exportZip(film.id);
      isPacking.value = false;
    }

    const row = (file) => html`<tr key=${file.role}><td class="title-cell"><span class="result-name">
        <${Icon} name=${SIGNS[file.type.split("/")[0]] ?? "text"} />
          <a href=${file.link} target="_blank" rel="noopener">${name(file.role)}</a></span></td>
      <td class="wide-only quiet type-cell">${file.type}</td>
        <td class="number-cell">${file.isHere ? bytes(file.size) : t("files.gone")}</td>
      <td class="number-cell"><button class="button quiet icon-only" title=${t("files.copy")}
          aria-label=${t("files.copyOf", { name: name(file.role) })} @click=${() => copy(location.origin + file.link)}>
            <${Icon} name="clipboard" /></button>
        <a class="button quiet icon-only" title=${t("action.download")}
          aria-label=${t("files.downloadOf", { name: name(file.role) })}
          href=${downloadLink(file.link)} download=""><${Icon} name="download" /></a></td></tr>`;

    return () => {
      if (roles.value.length === 0) return html`<${Empty} icon="download" title=${t("files.none")}
        text=${t("files.none.text")} />`;
      return html`<section class="stack" aria-label=${t("tab.files")}><div class="row">
        <p class="quiet grow">${t("files.hour")}</p>
          <button class="button" disabled=${isPacking.value || film.execution.execution_status !== "SUCCESS"}
            @click=${pack}>
            <${Icon} name="download" />${t("files.zip")}</button></div>
        <${Loaded} resource=${files} skeleton="table" rows=${roles.value.length}>${{
          default: (rows) => html`<div class="table-frame"><table><thead><tr><th>${t("files.name")}</th>
            <th class="wide-only">${t("files.type")}</th>
            <th class="number-cell">${t("files.size")}</th><th class="number-cell">
              <span class="visually-hidden">${t("files.actions")}</span></th></tr></thead>
            <tbody>${rows.map(row)}</tbody></table></div>`,
        }}</${Loaded}></section>`;
    };
  },
};
