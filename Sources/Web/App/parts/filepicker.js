// Choosing one of one's uploads, or bringing a new one.
import { ref } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { fileOf, keepFile, mediaKind } from "../lib/files.js";
import { bytes, moment } from "../lib/format.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { useResource } from "../lib/resource.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { Pager } from "./pager.js";
import { PlayButton } from "./playbutton.js";
import { Loaded } from "./states.js";
import { UploadZone } from "./upload.js";

const SIZE = 24;

/** A file as a small picture: the picture itself, the clip's first frame, or a sign. */
export function Thumbnail({ file }) {
  const kind = mediaKind(file);
  if (kind === "picture" && file.url) return html`<img class="thumbnail" src=${file.url} alt="" loading="lazy" />`;
  if (kind === "video" && file.url) return html`<video class="thumbnail" src=${`${file.url}#t=0.5`} preload="metadata"
    muted tabindex="-1"></video>`;
  const sign = { sound: "music", video: "film", picture: "picture" }[kind] ?? "info";
  return html`<span class="thumbnail sign"><${Icon} name=${sign} /></span>`;
}
Thumbnail.props = ["file"];

/** Emits "pick" with an upload, and "close". */
export const FilePicker = {
  props: ["typ", "only"],
  emits: ["pick", "close"],
  setup(props, { emit }) {
    const page = ref(1);
    const files = useResource(async (signal) => {
      const found = await api.get("/files", { typ: props.typ, page: page.value, page_size: SIZE }, { signal });
      found.items.forEach(keepFile);
      return found;
    }, { when: page });
    const fits = (file) => !props.only || mediaKind(file) === props.only;

    const tile = (file) => html`<li key=${file.uploadkey} class="file-tile">
      <button type="button" class="file-face" @click=${() => emit("pick", file)}><${Thumbnail} file=${file} />
        <strong>${file.name}</strong><small>${bytes(file.size)} · ${moment(file.created_at)}</small></button>
      ${mediaKind(file) === "sound" && html`<${PlayButton} id=${file.uploadkey} label=${file.name} text=${false}
        load=${() => file.url} />`}</li>`;

    return () => html`<${Dialog} wide=${true} title=${t(`file.pick.${props.typ}`)} @close=${() => emit("close")}>
      <${UploadZone} typ=${props.typ} @sent=${(file) => emit("pick", file)} />
      <${Loaded} resource=${files} skeleton="rows" rows="3">${{
        default: ({ items, total }) => (items.filter(fits).length === 0
          ? html`<p class="quiet">${t("file.none")}</p>`
          : html`<ul class="file-tiles">${items.filter(fits).map(tile)}</ul><${Pager} page=${page.value} size=${SIZE}
          total=${total}
              @go=${(to) => { page.value = to; }} />`),
      }}</${Loaded}></${Dialog}>`;
  },
};

/** A field that holds the key of an upload. */
export const FileField = {
  props: ["modelValue", "label", "hint", "error", "typ", "only"],
  emits: ["update:modelValue"],
  setup(props, { emit }) {
    const isPicking = ref(false);
    const pick = (file) => { isPicking.value = false; emit("update:modelValue", file.uploadkey); };
    const actions = (file) => html`<button type="button" class="button small"
      @click=${() => { isPicking.value = true; }}>
        ${t(file ? "file.change" : "file.choose")}</button>
      ${file && html`<button type="button" class="button small quiet" @click=${() => emit("update:modelValue", "")}>
        ${t("file.remove")}</button>`}`;
    return () => {
      const file = fileOf(props.modelValue);
      return html`<div class=${["field", "file-field", { wrong: props.error }]} role="group" aria-label=${props.label}>
        <span class="field-label">${props.label}</span>
        <div class="file-row">${file && html`<${Thumbnail} file=${file} /><span class="file-name">${file.name}</span>
            ${mediaKind(file) === "sound" && file.url && html`<${PlayButton} id=${file.uploadkey} label=${file.name}
              text=${false}
              load=${() => file.url} />`}`}
          ${actions(file)}</div>
        ${props.hint && html`<p class="hint">${props.hint}</p>`}
        ${(props.error || file?.isGone) && html`<p class="error">${props.error || t("reason.upload")}</p>`}
        ${isPicking.value && html`<${FilePicker} typ=${props.typ} only=${props.only} @pick=${pick}
          @close=${() => { isPicking.value = false; }} />`}</div>`;
    };
  },
};

/** The same for several files. */
export const FilesField = {
  props: ["modelValue", "label", "hint", "error", "typ", "only"],
  emits: ["update:modelValue"],
  setup(props, { emit }) {
    const isPicking = ref(false);
    const keys = () => props.modelValue ?? [];
    const pick = (file) => {
      isPicking.value = false;
      if (!keys().includes(file.uploadkey)) emit("update:modelValue", [...keys(), file.uploadkey]);
    };
    const remove = (key) => emit("update:modelValue", keys().filter((each) => each !== key));
    return () => html`<div class="field file-field" role="group" aria-label=${props.label}><span class="field-label">
      ${props.label}</span>
      <div class="file-row">${keys().map((key) => html`<span key=${key} class="file-chip">
        <${Thumbnail} file=${fileOf(key)} />
          <span class="file-name">${fileOf(key).name}</span>
          <button type="button" class="button quiet icon-only" aria-label=${`${t("file.remove")} ${fileOf(key).name}`}
            @click=${() => remove(key)}><${Icon} name="close" /></button></span>`)}
        <button type="button" class="button small" @click=${() => { isPicking.value = true; }}><${Icon} name="plus" />
          ${t("action.add")}</button></div>
      ${props.hint && html`<p class="hint">${props.hint}</p>`}${props.error && html`<p class="error">${props.error}
        </p>`}
      ${isPicking.value && html`<${FilePicker} typ=${props.typ} only=${props.only} @pick=${pick}
        @close=${() => { isPicking.value = false; }} />`}</div>`;
  },
};
