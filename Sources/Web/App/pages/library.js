// Everything that films are made with.
import { loadContract } from "../lib/contract.js";
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Empty } from "../parts/states.js";
import { Tabs } from "../parts/tabs.js";
import { AccountsTab } from "./library/accounts.js";
import { FootageTab } from "./library/footage.js";
import { LanguagesTab } from "./library/languages.js";
import { TemplatesTab } from "./library/templates.js";
import { TopicsTab } from "./library/topics.js";
import { MusicTab, PicturesTab } from "./library/uploads.js";
import { VoicesTab } from "./library/voices.js";

const TABS = {
  topics: TopicsTab, accounts: AccountsTab, languages: LanguagesTab, voices: VoicesTab, templates: TemplatesTab,
    footage: FootageTab,
  music: MusicTab, pictures: PicturesTab,
};

export default {
  props: ["tab"],
  setup(props) {
    loadContract();
    return () => {
      const now = props.tab ?? "topics";
      const tabs = Object.keys(TABS).map((name) => ({ name, label: t(`library.tab.${name}`) }));
      return html`<div class="page"><header class="page-head"><h1>${t("page.library")}</h1></header>
        <${Tabs} base="/library" tabs=${tabs} now=${now} label=${t("page.library")} />
        ${TABS[now] ? html`<${TABS[now]} key=${now} />` : html`<${Empty} icon="search" title=${t("error.title.404")}
          text=${t("error.404")} />`}</div>`;
    };
  },
};
