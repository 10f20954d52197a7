// What the list shows: in the address, so that it can be shared, kept and gone back to.
import { reactive, ref } from "../../lib/vue.js";
import { options, rows } from "../../lib/catalog.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { STATES } from "../../lib/jobs.js";
import { remember, rememberedJSON } from "../../lib/remember.js";
import { debounced } from "../../lib/resource.js";
import { go, route, setQuery } from "../../lib/router.js";
import { Icon } from "../../parts/icon.js";

const NAMES = ["status", "account_id", "language_id", "topic_id", "batch_id", "q"];

/** The filters of a query, without the page and what is unknown. */
export function filtersOf(query) {
  return Object.fromEntries(NAMES.filter((name) => query[name]).map((name) => [name, query[name]]));
}

const saved = reactive(rememberedJSON("filters", []));

export const FilterBar = {
  setup() {
    const naming = ref(null);
    const search = debounced((value) => setQuery({ q: value.trim(), page: "" }), 300);
    const set = (name) => (event) => setQuery({ [name]: event.target.value, page: "" });

    function select(name, label, choices) {
      return html`<select aria-label=${label} @change=${set(name)}>${choices.map((choice) => html`
        <option key=${choice.value} value=${choice.value || ""}
          selected=${String(route.query[name] ?? "") === String(choice.value || "")}>${choice.label}</option>`)}</select>`;
    }

    function keep(event) {
      event.preventDefault();
      const name = naming.value.trim();
      if (!name) return;
      saved.push({ name, query: filtersOf(route.query) });
      remember("filters", JSON.stringify(saved));
      naming.value = null;
    }

    function forget(filter) {
      saved.splice(saved.indexOf(filter), 1);
      remember("filters", JSON.stringify(saved));
    }

    const to = (query) => `/jobs?${new URLSearchParams(query)}`;
    const standing = () => [
      { label: t("jobs.running"), query: { status: "RUNNING" } }, { label: t("jobs.failed"), query: { status: "FAILED" } },
    ];
    const isNow = (query) => JSON.stringify(query) === JSON.stringify(filtersOf(route.query));

    return () => html`<div class="filters" role="search" aria-label=${t("jobs.filters")}>
      <span class="search-field"><${Icon} name="search" /><input id="jobs-search" type="search" aria-label=${t("jobs.search")}
        placeholder=${t("jobs.search")} value=${route.query.q ?? ""} @input=${(event) => search(event.target.value)} /></span>
      ${select("status", t("jobs.column.state"), [{ value: "", label: t("jobs.allStates") },
        ...STATES.map((state) => ({ value: state, label: t(`status.${state}`) }))])}
      ${rows("accounts").length > 0 && select("account_id", t("jobs.column.account"), options("accounts", t("jobs.allAccounts")))}
      ${rows("languages").length > 0 && select("language_id", t("jobs.column.language"), options("languages", t("jobs.allLanguages")))}
      ${rows("topics").length > 0 && select("topic_id", t("jobs.allTopics"), options("topics", t("jobs.allTopics")))}
      <div class="chips" role="group" aria-label=${t("jobs.savedFilters")}>
        ${standing().map((each) => html`<a key=${each.label} class=${["chip", { on: isNow(each.query) }]} href=${to(each.query)}>${each.label}</a>`)}
        ${saved.map((filter) => html`<span key=${filter.name} class=${["chip", { on: isNow(filter.query) }]}>
          <a href=${to(filter.query)}>${filter.name}</a><button aria-label=${t("jobs.forgetFilter", { name: filter.name })}
            @click=${() => forget(filter)}><${Icon} name="close" /></button></span>`)}
        ${Object.keys(filtersOf(route.query)).length > 0 && html`
          <button class="button quiet" @click=${() => go("/jobs")}>${t("jobs.none.clear")}</button>
          ${naming.value === null
            ? html`<button class="button quiet" @click=${() => { naming.value = ""; }}><${Icon} name="star" />${t("jobs.saveFilter")}</button>`
            : html`<form class="inline" @submit=${keep}><input aria-label=${t("jobs.filterName")} placeholder=${t("jobs.filterName")}
                value=${naming.value} maxlength="40" autofocus @input=${(event) => { naming.value = event.target.value; }} />
              <button class="button">${t("action.save")}</button></form>`}`}
      </div></div>`;
  },
};
