// A film is described here, seen before it is paid for, and filed.
import { computed } from "../lib/vue.js";
import { api } from "../lib/api.js";
import { rows } from "../lib/catalog.js";
import { loadContract } from "../lib/contract.js";
import { bodyOf, inherited } from "../lib/film.js";
import { useForm } from "../lib/form.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { useKeys } from "../lib/keys.js";
import { go } from "../lib/router.js";
import { toast } from "../lib/toasts.js";
import { FormFault } from "../parts/formdialog.js";
import { Icon } from "../parts/icon.js";
import { useDraft } from "./new/draft.js";
import { BrandSection, MoreSection, PictureSection, SoundSection } from "./new/look.js";
import { PlanPanel, Preview, usePlan } from "./new/preview.js";
import { TemplateBar } from "./new/templates.js";
import { lengthWords, TextSection } from "./new/text.js";
import { VoiceSection } from "./new/voice.js";

const FIELDS = [
  "title", "content", "language_id", "voice_id", "topic_id", "account_id", "speech_speed", "runorder", "description",
    "publish_title",
  "extra.mix", "extra.mix_kinds", "extra.bgm", "extra.resolution", "extra.captions", "extra.caption_position",
    "extra.transitions",
  "extra.images", "extra.footage", "extra.intro", "extra.outro", "extra.seed", "extra.generate_time",
    "extra.clip_sound",
  "extra.footage_rest_days", "extra.watermark", "extra.title_bar", "extra.index_text", "extra.title_text",
    "extra.desc_text",
];

export default {
  setup() {
    const draft = useDraft();
    const film = draft.form;
    const form = useForm(FIELDS);
    const plan = usePlan(film);
    loadContract();

    const rowOf = (kind, id) => (id ? rows(kind).find((row) => row.id === id) : null);
    const topic = computed(() => rowOf("topics", film.topic_id));
    const account = computed(() => rowOf("accounts", film.account_id));
    const inherit = (name) => inherited(name, topic.value, account.value);
    const isEmpty = computed(() => film.content.trim() === "");

    async function submit(event) {
      event?.preventDefault();
      if (isEmpty.value) return void (form.faults = { content: t("reason.empty") });
      const done = await form.send(() => api.post("/jobs", bodyOf(film)));
      if (!done) return;
      draft.forget();
      go(`/jobs/${done.value.id}`);
    }

    function clear() {
      const before = draft.reset();
      form.clear();
      const dismiss = toast(t("new.cleared"), {
        action: { label: t("action.undo"), run: () => { draft.restore(before); dismiss(); } }, ms: 8000,
      });
    }

    useKeys([
      { keys: "mod+enter", label: () => t("new.submit"), run: () => { submit(); }, inFields: true },
      { keys: "mod+shift+enter", label: () => t("new.plan.go"), run: () => { if (!isEmpty.value) plan.ask(); },
        inFields: true },
    ]);

    return () => {
      const shown = { form: film, faults: form.faults, inherit };
      return html`<form class="page new-page" novalidate @submit=${submit}><header class="page-head"><h1>
        ${t("page.new")}</h1>
          <${TemplateBar} film=${film} /><button type="button" class="button quiet" @click=${clear}>
            <${Icon} name="close" />${t("new.clear")}</button></header>
        ${draft.isKept.value && html`<p class="notice" role="status"><${Icon} name="info" />${t("new.kept")}</p>`}
        <div class="new-columns"><div class="stack"><${TextSection} ...${shown} /><${VoiceSection} ...${shown} />
            <${PictureSection} ...${shown} /><${SoundSection} ...${shown} /><${BrandSection} ...${shown} />
              <${MoreSection} ...${shown} /></div>
          <aside class="new-side"><${Preview} form=${film} inherit=${inherit} /><${PlanPanel} form=${film}
            plan=${plan} />
            <${FormFault} form=${form} />
            <div class="new-actions"><span class="grow quiet">${isEmpty.value ? t("new.content.hint")
              : lengthWords(film.content, film.speech_speed)}</span>
              <button class="button primary large" disabled=${form.isBusy}><${Icon} name=${form.isBusy ? "running"
                : "film"} />
                ${t(form.isBusy ? "new.submitting" : "new.submit")}</button></div></aside></div></form>`;
    };
  },
};
