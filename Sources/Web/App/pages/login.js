import { onBeforeUnmount, ref } from "../lib/vue.js";
import { html } from "../lib/html.js";
import { t, tn } from "../lib/i18n.js";
import { logIn } from "../lib/session.js";
import { TextField } from "../parts/fields.js";
import { explain } from "../parts/states.js";

export default {
  setup() {
    const name = ref("");
    const password = ref("");
    const fault = ref("");
    const isBusy = ref(false);
    const wait = ref(0);
    const timer = setInterval(() => { if (wait.value > 0) wait.value--; }, 1000);
    onBeforeUnmount(() => clearInterval(timer));

    async function submit(event) {
      event.preventDefault();
      isBusy.value = true;
      fault.value = "";
      try {
        await logIn(name.value.trim(), password.value);
      } catch (error) {
        if (error.status === 429) wait.value = error.retryAfter || 60;
        else fault.value = error.status === 401 ? t("login.wrong") : explain(error);
        password.value = "";
      } finally {
        isBusy.value = false;
      }
    }

    return () => html`<form class="card porch-form" @submit=${submit}>
      <h2>${t("login.title")}</h2>
      <${TextField} label=${t("login.name")} modelValue=${name.value} autocomplete="username" required autofocus
        @update:modelValue=${(value) => { name.value = value; }} />
      <${TextField} label=${t("login.password")} type="password" modelValue=${password.value} required
        autocomplete="current-password" @update:modelValue=${(value) => { password.value = value; }} />
      ${wait.value > 0 ? html`<p class="notice warn" role="alert">${tn("login.wait", wait.value)}</p>`
        : fault.value && html`<p class="notice bad" role="alert">${fault.value}</p>`}
      <button class="button primary" disabled=${isBusy.value || wait.value > 0}>${t("login.go")}</button>
      <p class="quiet"><a href="/register">${t("login.toRegister")}</a></p></form>`;
  },
};
