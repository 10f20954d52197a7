// What is published with the film: the block of links and the description, to be copied as it is.
import { ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { toast } from "../../lib/toasts.js";
import { Icon } from "../../parts/icon.js";
import { Loaded } from "../../parts/states.js";

/** Puts a text on the clipboard and says so; without a clipboard the text is there to be marked. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("action.copied"), { kind: "done", ms: 2500 });
  } catch {
    toast(t("job.copy.refused"), { kind: "failed" });
  }
}

/** Links of the server are paths; whoever gets the text needs whole addresses. */
const withOrigin = (text) => text.replace(/(^|[\s：:])(\/api\/files\/content\?)/g, `$1${location.origin}$2`);

export const Description = {
  props: ["film"],
  setup(props) {
    const { film } = props;
    const isOpen = ref(false);
    const block = useResource((signal) => api.get(`/jobs/${film.id}/desc`, {}, { signal }), {
      when: () => [film.filmRun?.id, film.job.version].join(),
    });
    return () => html`<section class="card describe" aria-label=${t("job.description")}>
      <${Loaded} resource=${block} rows="2">${{
      default: ({ description, content }) => {
        const text = withOrigin(description);
        return html`<header><h2>${t("job.description")}</h2>
          ${text && html`<button class="button small" @click=${() => copy(text)}>
            <${Icon} name="clipboard" />${t("action.copy")}</button>`}</header>
          ${text ? html`<p class="describe-text" tabindex="0" role="group" aria-label=${t("job.description")}>
            ${text}</p>`
            : html`<p class="quiet small">${t("job.description.none")}</p>`}
          <div class="describe-script"><button class="link" aria-expanded=${isOpen.value ? "true" : "false"}
              @click=${() => { isOpen.value = !isOpen.value; }}>
                ${t(isOpen.value ? "job.script.hide" : "job.script.show")}</button>
            ${isOpen.value && html`<button class="link" @click=${() => copy(content)}>${t("action.copy")}</button>`}
            </div>
          ${isOpen.value && html`<p class="describe-text" tabindex="0" role="group" aria-label=${t("job.script")}>
            ${content}</p>`}`;
      },
    }}</${Loaded}></section>`;
  },
};
