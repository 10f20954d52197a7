// Settings that are used again and again, under a name.
import { reactive, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { refresh, rows } from "../../lib/catalog.js";
import { fillFilm, templateOf } from "../../lib/film.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";
import { SelectField, TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";

/** Saves what is chosen as a new template, or over one that is there. */
const SaveDialog = {
  props: ["film"],
  emits: ["close"],
  setup(props, { emit }) {
    const wish = reactive({ id: 0, name: "" });
    const form = useForm(["name", "values."]);
    const own = () => rows("templates").filter((row) => !row.is_shared);
    async function save() {
      const values = templateOf(props.film);
      const done = await form.send(async () => {
        if (!wish.id) return api.post("/templates", { name: wish.name.trim(), values });
        const present = own().find((row) => row.id === wish.id);
        // Members that the template says and this form does not are taken back.
        const gone = Object.fromEntries(Object.keys(present.values).filter((name) => !(name in values)).map((name) =>
          [name, null]));
        return api.put(`/templates/${wish.id}`, { values: { ...gone, ...values } }, { version: present.version });
      });
      if (!done) return;
      refresh("templates");
      toast(t("form.saved"), { kind: "done" });
      emit("close");
    }
    return () => html`<${FormDialog} title=${t("new.template.save")} form=${form} @submit=${save}
      @close=${() => emit("close")} @keep=${save}
        @take=${() => refresh("templates")}>
      <p class="quiet">${t("new.template.about")}</p>
      ${own().length > 0 && html`<${SelectField} label=${t("new.template.where")} modelValue=${wish.id}
        options=${[{ value: 0, label: t("new.template.new") }, ...own().map((row) => ({ value: row.id,
          label: row.name }))]}
        @update:modelValue=${(id) => { wish.id = id; }} />`}
      ${wish.id === 0 && html`<${TextField} label=${t("new.template.name")} modelValue=${wish.name}
        error=${form.faults.name} required
        maxlength="255" autofocus @update:modelValue=${(value) => { wish.name = value; }} />`}</${FormDialog}>`;
  },
};

export const TemplateBar = {
  props: ["film"],
  setup(props) {
    const isSaving = ref(false);
    function use(event) {
      const row = rows("templates").find((each) => each.id === Number(event.target.value));
      event.target.value = "";
      if (!row) return;
      fillFilm(props.film, row.values);
      toast(t("new.template.used", { name: row.name }), { kind: "done" });
    }
    return () => html`${rows("templates").length > 0 && html`<select class="template-choice"
      aria-label=${t("new.template.use")} @change=${use}>
        <option value="">${t("new.template.use")}</option>
        ${rows("templates").map((row) => html`<option key=${row.id} value=${row.id}>${row.name}</option>`)}</select>`}
      <button type="button" class="button" @click=${() => { isSaving.value = true; }}><${Icon} name="star" />
        ${t("new.template.save")}</button>
      ${isSaving.value && html`<${SaveDialog} film=${props.film} @close=${() => { isSaving.value = false; }} />`}`;
  },
};
