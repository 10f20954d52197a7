// For administrators: how the service is, what waits, which vendors there are, who uses it and what was done.
import { html } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { Empty } from "../parts/states.js";
import { Tabs } from "../parts/tabs.js";
import { AuditTab, UsersTab } from "./system/people.js";
import { HealthTab } from "./system/health.js";
import { QueueTab } from "./system/queue.js";
import { VendorsTab } from "./system/vendors.js";

const TABS = { queue: QueueTab, health: HealthTab, vendors: VendorsTab, users: UsersTab, audit: AuditTab };

export default {
  props: ["tab"],
  setup(props) {
    return () => {
      const now = props.tab ?? "queue";
      const tabs = Object.keys(TABS).map((name) => ({ name, label: t(`system.tab.${name}`) }));
      return html`<div class="page"><header class="page-head"><h1>${t("page.system")}</h1></header>
        <${Tabs} base="/system" tabs=${tabs} now=${now} label=${t("page.system")} />
        ${TABS[now] ? html`<${TABS[now]} key=${now} />` : html`<${Empty} icon="search" title=${t("error.title.404")}
          text=${t("error.404")} />`}</div>`;
    };
  },
};
