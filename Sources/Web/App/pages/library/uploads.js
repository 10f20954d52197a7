// Uploads as lists: music to listen to, pictures to look at.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { keepFile, mediaKind } from "../../lib/files.js";
import { bytes, fullMoment, moment } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { confirm, Dialog } from "../../parts/dialog.js";
import { Thumbnail } from "../../parts/filepicker.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { PlayButton } from "../../parts/playbutton.js";
import { Empty, Loaded } from "../../parts/states.js";
import { tell } from "../../parts/tell.js";
import { UploadZone } from "../../parts/upload.js";

export const SIZE = 48;

/** Asks, deletes, and says how it went; true when it is gone. */
export async function deleteFile(key, name) {
  const isSure = await confirm({
    title: t("library.delete.title", { name }), text: t("library.file.delete"), yes: t("action.delete"),
      isDangerous: true,
  });
  if (!isSure) return false;
  try {
    await api.delete(`/files?uploadkey=${encodeURIComponent(key)}`);
    toast(t("library.deleted", { name }), { kind: "done" });
    return true;
  } catch (error) {
    toast(tell(error), { kind: "failed" });
    return false;
  }
}

/** A picture or clip, large. */
export function ViewDialog({ file }, { emit }) {
  return html`<${Dialog} wide=${true} title=${file.name} @close=${() => emit("close")}>
    ${mediaKind(file) === "video" ? html`<video class="view-media" src=${file.url} controls autoplay></video>`
      : html`<img class="view-media" src=${file.url} alt=${file.name} />`}</${Dialog}>`;
}
ViewDialog.props = ["file"];
ViewDialog.emits = ["close"];

const Uploads = {
  props: ["typ", "name", "icon"],
  setup(props, { slots }) {
    const page = ref(1);
    const viewed = ref(null);
    const files = useResource(async (signal) => {
      const found = await api.get("/files", { typ: props.typ, page: page.value, page_size: SIZE }, { signal });
      found.items.forEach(keepFile);
      return found;
    }, { when: () => `${props.typ} ${page.value}` });
    const remove = async (file) => { if (await deleteFile(file.uploadkey, file.name)) files.reload(); };

    const trash = (file) => html`<button type="button" class="button quiet icon-only"
      aria-label=${t("library.delete.one", { name: file.name })}
      @click=${() => remove(file)}><${Icon} name="trash" /></button>`;
    const sound = (file) => html`<tr key=${file.uploadkey}><td><${PlayButton} id=${file.uploadkey} label=${file.name}
      text=${false} load=${() => file.url} /></td>
      <td class="title-cell"><strong>${file.name}</strong></td><td class="wide-only quiet">${bytes(file.size)}</td>
      <td class="wide-only quiet"><time title=${fullMoment(file.created_at)}>${moment(file.created_at)}</time></td>
        <td class="actions-cell">${trash(file)}</td></tr>`;
    const tile = (file) => html`<li key=${file.uploadkey} class="file-tile"><button type="button" class="file-face"
      @click=${() => { viewed.value = file; }}>
        <${Thumbnail} file=${file} /><strong>${file.name}</strong><small>
          ${bytes(file.size)} · ${moment(file.created_at)}</small></button>
      <div class="file-actions">${trash(file)}</div></li>`;
    const shown = (items) => (props.typ === "music"
      ? html`<div class="table-frame"><table><thead><tr><th><span class="visually-hidden">${t("sound.play")}</span>
      </th><th>${t("library.file.name")}</th>
          <th class="wide-only">${t("library.file.size")}</th><th class="wide-only">${t("library.file.at")}</th>
          <th><span class="visually-hidden">${t("library.actions")}</span></th></tr></thead><tbody>${items.map(sound)}
            </tbody></table></div>`
      : html`<ul class="file-tiles large">${items.map(tile)}</ul>`);

    return () => html`<section class="stack"><div class="row"><p class="quiet grow">
      ${t(`library.${props.name}.about`)}</p>${slots.default?.()}</div>
      <${UploadZone} typ=${props.typ} multiple=${true} @sent=${() => files.reload()} />
      <${Loaded} resource=${files} skeleton=${props.typ === "music" ? "table" : "cards"} rows="4">${{
        default: ({ items, total }) => (total === 0
          ? html`<${Empty} icon=${props.icon} title=${t(`library.${props.name}.none`)}
          text=${t(`library.${props.name}.why`)} />`
          : html`${shown(items)}<${Pager} page=${page.value} size=${SIZE} total=${total}
          @go=${(to) => { page.value = to; }} />`),
      }}</${Loaded}>
      ${viewed.value && html`<${ViewDialog} file=${viewed.value} @close=${() => { viewed.value = null; }} />`}
        </section>`;
  },
};

export const MusicTab = () => html`<${Uploads} key="music" typ="music" name="music" icon="music" />`;

const KINDS = ["media", "cover", "logo"];

/** Pictures by what they are for: shown in films, covers, logos. */
export const PicturesTab = {
  setup() {
    const typ = ref("cover");
    return () => html`<${Uploads} typ=${typ.value} name="pictures" icon="picture"><div class="chips" role="group"
      aria-label=${t("library.picture.kinds")}>
      ${KINDS.map((kind) => html`<button key=${kind} type="button" class=${["chip", { on: typ.value === kind }]}
        aria-pressed=${String(typ.value === kind)}
        @click=${() => { typ.value = kind; }}>${t(`library.picture.${kind}`)}</button>`)}</div></${Uploads}>`;
  },
};
