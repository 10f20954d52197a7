import { reactive } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { useForm } from "../../lib/form.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { logIn, session } from "../../lib/session.js";
import { toast } from "../../lib/toasts.js";
import { TextField } from "../../parts/fields.js";
import { FormFault } from "../../parts/formdialog.js";

export const PasswordTab = {
  setup() {
    const wish = reactive({ old_password: "", new_password: "", again: "" });
    const form = useForm(["old_password", "new_password"]);
    const clear = () => Object.assign(wish, { old_password: "", new_password: "", again: "" });

    async function save(event) {
      event.preventDefault();
      if (wish.new_password !== wish.again) return void (form.faults = { again: t("register.differs") });
      const { old_password, new_password } = wish;
      // The change ends every session, this one too: log in again at once, with the new one.
      const done = await form.send(async () => {
        await api.put("/auth/password", { old_password, new_password });
        await logIn(session.user.username, new_password);
      });
      if (!done) return;
      clear();
      toast(t("settings.password.done"), { kind: "done" });
    }

    const field = (name, label, autocomplete, hint) => html`<${TextField} label=${label} type="password"
      modelValue=${wish[name]} required
      autocomplete=${autocomplete} hint=${hint} error=${form.faults[name]}
        @update:modelValue=${(value) => { wish[name] = value; }} />`;
    return () => html`<form class="card stack narrow" novalidate @submit=${save}><h2>${t("settings.tab.password")}</h2>
      <input class="account-name" type="text" autocomplete="username" value=${session.user?.username} readonly
        tabindex="-1" aria-hidden="true" />
      ${field("old_password", t("settings.password.old"), "current-password")}
      ${field("new_password", t("settings.password.new"), "new-password", t("register.passwordHint"))}
      ${field("again", t("register.again"), "new-password")}<${FormFault} form=${form} />
      <p class="quiet small">${t("settings.password.about")}</p>
      <div><button class="button primary" disabled=${form.isBusy}>${t("settings.password.go")}</button></div></form>`;
  },
};
