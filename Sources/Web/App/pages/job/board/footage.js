// Own clips to show in a shot, with how often films have shown them: so that none is seen twice by accident.
import { computed, ref } from "../../../lib/vue.js";
import { api } from "../../../lib/api.js";
import { bytes, moment } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";
import { t, tn } from "../../../lib/i18n.js";
import { debounced, useResource } from "../../../lib/resource.js";
import { Dialog } from "../../../parts/dialog.js";
import { Icon } from "../../../parts/icon.js";
import { Pager } from "../../../parts/pager.js";
import { Empty, Loaded } from "../../../parts/states.js";
import { FILES } from "./actions.js";
import { calm, Clip } from "./media.js";

const SIZE = 24;

const Choice = {
  props: ["clip", "isOn"],
  emits: ["choose"],
  setup(props, { emit }) {
    const isPointed = ref(false);
    return () => {
      const { clip } = props;
      const facts = `${bytes(clip.size)} · ${moment(clip.created_at)}`;
      return html`<button class=${["pick", { on: props.isOn }]} aria-pressed=${props.isOn ? "true" : "false"}
        @click=${() => emit("choose")}
          @mouseenter=${() => { isPointed.value = true; }} @mouseleave=${() => { isPointed.value = false; }}
          @focus=${() => { isPointed.value = true; }} @blur=${() => { isPointed.value = false; }}>
        <span class="pick-picture"><${Clip} src=${clip.url} isPlaying=${isPointed.value && !calm.matches} />
          <span class=${["tag", "on-picture", { "is-changed": clip.used > 0 }]}>
            ${clip.used > 0 ? tn("footage.used", clip.used) : t("footage.unused")}</span></span>
        <strong>${clip.name}</strong><span class="quiet small">${facts}</span></button>`;
    };
  },
};

export const FootagePicker = {
  props: ["board", "shot"],
  emits: ["close"],
  setup(props, { emit }) {
    const wanted = ref("");
    const page = ref(1);
    const file = ref(null);
    const clips = useResource(load, { when: () => [wanted.value, page.value].join() });
    const search = debounced((value) => { wanted.value = value.trim(); page.value = 1; }, 300);
    const items = computed(() => clips.data?.items ?? []);

    async function load(signal) {
      return api.get("/footage", { q: wanted.value, page: page.value, page_size: SIZE }, { signal });
    }

    function choose(clip) {
      props.board.showFootage(props.shot, clip);
      emit("close");
    }
    const bring = (event) => {
      const [first] = event.target.files;
      if (!first) return;
      props.board.bring(props.shot, first);
      emit("close");
    };

    const nothing = () => html`<${Empty} icon="film" title=${t(wanted.value ? "footage.none" : "footage.empty")}
      text=${wanted.value ? "" : t("footage.empty.text")} />`;

    return () => html`<${Dialog} wide=${true} title=${t("footage.title", { n: props.shot.index + 1 })}
      @close=${() => emit("close")}>${{
      default: () => html`<div class="row"><span class="search-field grow"><${Icon} name="search" />
        <input type="search" autofocus
          aria-label=${t("footage.search")} placeholder=${t("footage.search")}
            @input=${(event) => search(event.target.value)} /></span>
          <button class="button" @click=${() => file.value.click()}>
            <${Icon} name="upload" />${t("footage.bring")}</button>
          <input ref=${file} type="file" hidden accept=${FILES} aria-label=${t("footage.bring")} @change=${bring} />
          </div>
        <${Loaded} resource=${clips} skeleton="cards">${{
          default: (data) => (items.value.length === 0 ? nothing()
            : html`<div class="picks">${items.value.map((clip) => html`
              <${Choice} key=${clip.key} clip=${clip} isOn=${clip.key === props.shot.video}
                @choose=${() => choose(clip)} />`)}</div>
            <${Pager} page=${page.value} size=${SIZE} total=${data.total} @go=${(to) => { page.value = to; }} />`),
        }}</${Loaded}>`,
    }}</${Dialog}>`;
  },
};
