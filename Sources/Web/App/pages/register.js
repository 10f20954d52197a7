import { reactive, ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { register } from "../lib/session.js";
import { TextField } from "../parts/fields.js";
import { explain } from "../parts/states.js";

export default {
  setup() {
    const form = reactive({ name: "", password: "", again: "" });
    const faults = ref({});
    const isBusy = ref(false);

    async function submit(event) {
      event.preventDefault();
      faults.value = form.password === form.again ? {} : { again: t("register.differs") };
      if (faults.value.again) return;
      isBusy.value = true;
      try {
        await register(form.name.trim(), form.password);
      } catch (error) {
        faults.value = { [error.field ?? "form"]: explain(error) };
      } finally {
        isBusy.value = false;
      }
    }

    const bind = (field) => (value) => { form[field] = value; };
    return () => html`<form class="card porch-form" @submit=${submit}>
      <h2>${t("register.title")}</h2>
      <${TextField} label=${t("login.name")} modelValue=${form.name} hint=${t("register.nameHint")} autocomplete="username"
        error=${faults.value.username} required autofocus @update:modelValue=${bind("name")} />
      <${TextField} label=${t("login.password")} type="password" modelValue=${form.password} required minlength="8"
        hint=${t("register.passwordHint")} error=${faults.value.password} autocomplete="new-password"
        @update:modelValue=${bind("password")} />
      <${TextField} label=${t("register.again")} type="password" modelValue=${form.again} required
        error=${faults.value.again} autocomplete="new-password" @update:modelValue=${bind("again")} />
      ${faults.value.form && html`<p class="notice bad" role="alert">${faults.value.form}</p>`}
      <button class="button primary" disabled=${isBusy.value}>${t("register.go")}</button>
      <p class="quiet"><a href="/login">${t("register.toLogin")}</a></p></form>`;
  },
};
