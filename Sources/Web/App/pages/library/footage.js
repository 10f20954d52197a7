// Own clips: seen, searched, and how often films showed them.
import { computed, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { moment, number } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { t, tn } from "../../lib/i18n.js";
import { debounced, useResource } from "../../lib/resource.js";
import { route, setQuery } from "../../lib/router.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { Empty, Loaded } from "../../parts/states.js";
import { UploadZone } from "../../parts/upload.js";
import { deleteFile, SIZE, ViewDialog } from "./uploads.js";

export const FootageTab = {
  setup() {
    const viewed = ref(null);
    const page = computed(() => Number(route.query.page) || 1);
    const q = computed(() => route.query.q ?? "");
    const clips = useResource((signal) => api.get("/footage", { q: q.value, page: page.value, page_size: SIZE },
      { signal }),
      { when: () => `${q.value} ${page.value}` });
    const search = debounced((value) => setQuery({ q: value.trim(), page: "" }), 300);
    const remove = async (clip) => { if (await deleteFile(clip.key, clip.name)) clips.reload(); };

    const tile = (clip) => html`<li key=${clip.key} class="file-tile clip"><button type="button" class="file-face"
        @click=${() => { viewed.value = { name: clip.name, url: clip.url, key: clip.key }; }}>
        <span class="clip-picture"><video class="thumbnail" src=${clip.url} muted playsinline preload="metadata"
          tabindex="-1" aria-hidden="true"></video></span>
        <strong>${clip.name}</strong>
        <small>${clip.used > 0 ? tn("library.clip.used", clip.used, { n: number(clip.used) })
          : t("library.clip.unused")}</small></button>
      <div class="clip-foot">
        ${clip.last_used_at && html`<small class="quiet">
          ${t("library.clip.last", { time: moment(clip.last_used_at) })}</small>`}
        <button type="button" class="button quiet icon-only" aria-label=${t("library.delete.one",
          { name: clip.name })} @click=${() => remove(clip)}>
          <${Icon} name="trash" /></button></div></li>`;

    const nothing = () => (q.value
      ? html`<${Empty} icon="search" title=${t("library.clip.noneFound")} text=${t("jobs.none.text")}>
          <button type="button" class="button" @click=${() => setQuery({ q: "", page: "" })}>${t("jobs.none.clear")}
            </button></${Empty}>`
      : html`<${Empty} icon="film" title=${t("library.footage.none")} text=${t("library.footage.why")} />`);

    return () => html`<section class="stack"><div class="row"><p class="quiet grow">${t("library.footage.about")}</p>
        <span class="search-field"><${Icon} name="search" /><input type="search"
          aria-label=${t("library.clip.search")} placeholder=${t("library.clip.search")}
          value=${q.value} @input=${(event) => search(event.target.value)} /></span></div>
      <${UploadZone} typ="media" multiple=${true} @sent=${() => clips.reload()} />
      <${Loaded} resource=${clips} skeleton="cards" rows="4">${{
        default: ({ items, total }) => (items.length === 0 ? nothing() : html`<ul class="file-tiles large">
          ${items.map(tile)}</ul>
          <${Pager} page=${page.value} size=${SIZE} total=${total} @go=${(to) => setQuery({ page: to > 1 ? to : "" },
            { replace: false })} />`),
      }}</${Loaded}>
      ${viewed.value && html`<${ViewDialog} file=${viewed.value} @close=${() => { viewed.value = null; }} />`}
        </section>`;
  },
};
