// The presenter of an account: a video, how long it is seen, and where.
import { onBeforeUnmount, ref } from "../../lib/vue.js";
import { address, api, upload } from "../../lib/api.js";
import { ACCEPTS } from "../../lib/files.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { Icon } from "../../parts/icon.js";
import { tell } from "../../parts/tell.js";

/** Emits "changed" with the account as it is after an upload. */
export const PresenterFields = {
  props: ["row", "extra", "faults"],
  emits: ["changed"],
  setup(props, { emit }) {
    const percent = ref(null);
    const fault = ref("");
    const turn = ref(0);
    const control = new AbortController();
    onBeforeUnmount(() => control.abort());

    async function send(event) {
      const [file] = event.target.files;
      event.target.value = "";
      if (!file) return;
      fault.value = "";
      percent.value = 0;
      try {
        await upload("/utils/upload_human_video", file, {
          fields: { account_name: props.row.username }, signal: control.signal,
            onProgress: (share) => { percent.value = Math.round(share * 100); },
        });
        turn.value++;
        emit("changed", await api.get(`/accounts/${props.row.id}`));
      } catch (error) {
        if (error.name !== "AbortError") fault.value = tell(error);
      } finally {
        percent.value = null;
      }
    }

    const config = () => props.extra.human_config ?? {};
    const set = (name) => (text) => { props.extra.human_config = { ...config(), [name]: Math.max(0, Number(text)
      || 0) }; };
    const seconds = (name, fallback) => html`<${TextField} label=${t(`library.presenter.${name}`)} type="number"
      min="0" max="7200" step="1"
      modelValue=${config()[name] ?? fallback} error=${props.faults[`extra.human_config.${name}`]}
        @update:modelValue=${set(name)} />`;

    return () => {
      if (!props.row) return html`<p class="quiet">${t("library.presenter.first")}</p>`;
      const has = Boolean(config().path);
      return html`<div class="stack">${has && html`<video class="presenter-video" key=${turn.value} controls
        preload="metadata"
          src=${address("/utils/preview_human_video", { account_name: props.row.username, turn: turn.value
            || undefined })}></video>`}
        <div class="upload small"><label class="upload-face" for="presenter-file"><${Icon} name="upload" />
            <span>${t(has ? "library.presenter.change" : "library.presenter.upload")}</span></label>
          <input id="presenter-file" class="upload-input" type="file" accept=${ACCEPTS.human}
            disabled=${percent.value !== null} @change=${send} />
          <small class="quiet">${t("file.kinds.human")}</small>
          ${percent.value !== null && html`<progress max="100" value=${percent.value}
            aria-label=${t("library.presenter.upload")}></progress>`}
          ${fault.value && html`<p class="error" role="alert">${fault.value}</p>`}</div>
        <div class="form-grid"><${ChoiceField} label=${t("library.presenter.place")} name="presenter-place"
            modelValue=${props.extra.human_insertion_mode ?? "fullscreen"}
            options=${["fullscreen", "corner"].map((value) => ({ value, label: t(`library.presenter.${value}`) }))}
            @update:modelValue=${(value) => { props.extra.human_insertion_mode = value; }} />
          ${seconds("duration", 120)}${seconds("end_duration", 120)}</div></div>`;
    };
  },
};
