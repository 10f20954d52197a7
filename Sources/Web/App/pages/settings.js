// What is one's own: password, keys for programs, addresses that hear of events, looks.
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Empty } from "../parts/states.js";
import { Tabs } from "../parts/tabs.js";
import { AboutTab } from "./settings/about.js";
import { KeysTab } from "./settings/keys.js";
import { LooksTab } from "./settings/looks.js";
import { PasswordTab } from "./settings/password.js";
import { SessionsTab } from "./settings/sessions.js";
import { WebhooksTab } from "./settings/webhooks.js";

const TABS = {
  looks: LooksTab, password: PasswordTab, sessions: SessionsTab, keys: KeysTab, webhooks: WebhooksTab, about: AboutTab,
};

export default {
  props: ["tab"],
  setup(props) {
    return () => {
      const now = props.tab ?? "looks";
      const tabs = Object.keys(TABS).map((name) => ({ name, label: t(`settings.tab.${name}`) }));
      return html`<div class="page"><header class="page-head"><h1>${t("page.settings")}</h1></header>
        <${Tabs} base="/settings" tabs=${tabs} now=${now} label=${t("page.settings")} />
        ${TABS[now] ? html`<${TABS[now]} key=${now} />` : html`<${Empty} icon="search" title=${t("error.title.404")}
          text=${t("error.404")} />`}</div>`;
    };
  },
};
