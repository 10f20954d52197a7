import { html } from "../../lib/html.js";
import { language, setLanguage, t } from "../../lib/i18n.js";
import { session } from "../../lib/session.js";
import { setTheme, theme, themes } from "../../lib/theme.js";
import { ChoiceField } from "../../parts/fields.js";

export function LooksTab() {
  return html`<section class="card stack narrow"><h2>${session.user?.username}</h2>
    <${ChoiceField} label=${t("settings.language")} name="language" modelValue=${language.value}
      @update:modelValue=${setLanguage}
      options=${[{ value: "zh", label: t("settings.language.zh") }, { value: "en", label: "English" }]} />
    <${ChoiceField} label=${t("settings.theme")} name="theme" modelValue=${theme.value} @update:modelValue=${setTheme}
      options=${themes.map((value) => ({ value, label: t(`theme.${value}`) }))} hint=${t("settings.looks.hint")} />
        </section>`;
}
