// Who uses the service, and what was done.
import { computed, ref } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { fullMoment, moment } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hasWords, t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";
import { session } from "../../lib/session.js";
import { toast } from "../../lib/toasts.js";
import { useForm } from "../../lib/form.js";
import { TextField } from "../../parts/fields.js";
import { FormDialog } from "../../parts/formdialog.js";
import { Icon } from "../../parts/icon.js";
import { Pager } from "../../parts/pager.js";
import { Empty, Loaded } from "../../parts/states.js";

const SIZE = 50;

/** A page of a list of the administrators'. */
function usePages(path) {
  const page = ref(1);
  return { page, list: useResource((signal) => api.get(path, { page: page.value, page_size: SIZE }, { signal }),
    { when: page }) };
}

/** Deleting somebody with all that is theirs: the name must be written, since nothing brings it back. */
const DeleteUser = {
  props: ["user"],
  emits: ["close", "done"],
  setup(props, { emit }) {
    const typed = ref("");
    const form = useForm(["name"]);
    async function remove() {
      if (typed.value !== props.user.username) return void (form.faults = { name: t("system.user.delete.differs") });
      const done = await form.send(() => api.delete(`/admin/users/${encodeURIComponent(props.user.user_id)}`));
      if (!done) return;
      toast(t("library.deleted", { name: props.user.username }), { kind: "done" });
      emit("done");
    }
    return () => html`<${FormDialog} title=${t("system.user.delete.title", { name: props.user.username })}
      form=${form} save=${t("action.delete")}
        isDangerous=${true} @submit=${remove} @close=${() => emit("close")}>
      <p class="notice bad"><${Icon} name="warn" />${t("system.user.delete.text")}</p>
      <${TextField} label=${t("system.user.delete.type", { name: props.user.username })} modelValue=${typed.value}
        error=${form.faults.name} autofocus
        autocomplete="off" @update:modelValue=${(value) => { typed.value = value; }} /></${FormDialog}>`;
  },
};

const when = (time) => (time ? html`<time title=${fullMoment(time)}>${moment(time)}</time>` : "–");

export const UsersTab = {
  setup() {
    const { page, list } = usePages("/admin/users");
    const leaving = ref(null);
    const isMe = (user) => user.user_id === session.user?.user_id;
    const line = (user) => html`<tr key=${user.user_id}><td class="title-cell"><strong>${user.username}</strong>
        ${user.is_admin && html`<span class="tag">${t("system.user.admin")}</span>`}
          ${isMe(user) && html`<span class="tag">${t("system.user.me")}</span>`}</td>
      <td class="wide-only quiet">${when(user.created_at)}</td><td class="quiet">${when(user.last_login_at)}</td>
      <td class="actions-cell"><div class="row">
        ${!isMe(user) && html`<button type="button" class="button quiet icon-only"
        aria-label=${t("library.delete.one", { name: user.username })} @click=${() => { leaving.value = user; }}>
          <${Icon} name="trash" /></button>`}</div></td></tr>`;
    return () => html`<p class="quiet">${t("system.users.about")} <code>batchvideo user add</code></p>
      <${Loaded} resource=${list} skeleton="table" rows="5">${{
        default: ({ items, total }) => html`<div class="table-frame"><table><thead><tr><th>${t("login.name")}</th>
          <th class="wide-only">${t("system.user.since")}</th>
          <th>${t("system.user.seen")}</th><th><span class="visually-hidden">${t("library.actions")}</span></th></tr>
            </thead><tbody>${items.map(line)}</tbody></table></div>
          <${Pager} page=${page.value} size=${SIZE} total=${total} @go=${(to) => { page.value = to; }} />`,
      }}</${Loaded}>
      ${leaving.value && html`<${DeleteUser} user=${leaving.value} @close=${() => { leaving.value = null; }}
        @done=${() => { leaving.value = null; list.reload(); }} />`}`;
  },
};

/** "job.retry" in words, where we have them. */
const actionWord = (action) => (hasWords(`audit.${action}`) ? t(`audit.${action}`) : action);

export const AuditTab = {
  setup() {
    const { page, list } = usePages("/admin/audit");
    const users = useResource((signal) => api.get("/admin/users", { page: 1, page_size: 100 }, { signal }));
    const names = computed(() => new Map((users.data?.items ?? []).map((user) => [user.user_id, user.username])));
    const who = (id) => (id === null ? t("system.audit.service") : names.value.get(id) ?? html`<code title=${id}>
      ${id.slice(0, 8)}</code>`);
    const subject = (text) => {
      const user = /^user:([\w-]+)$/.exec(text);
      if (user) return who(user[1]);
      const job = /^job:(\d+)$/.exec(text);
      const batch = /^batch:(\d+)$/.exec(text);
      return job ? html`<a href=${`/jobs/${job[1]}`}>${text}</a>` : batch ? html`<a href=${`/batches/${batch[1]}`}>
        ${text}</a>` : text || "–";
    };
    const line = (entry) => html`<tr key=${entry.id}><td class="quiet">${when(entry.at)}</td><td>${who(entry.user_id)}
      </td><td>${actionWord(entry.action)}</td>
      <td class="break">${subject(entry.subject)}</td><td class="wide-only quiet">${entry.address || "–"}</td></tr>`;
    return () => html`<${Loaded} resource=${list} skeleton="table" rows="8">${{
      default: ({ items, total }) => (total === 0 ? html`<${Empty} icon="clock" title=${t("system.audit.none")}
        text="" />`
        : html`<div class="table-frame"><table><thead><tr><th>${t("system.audit.at")}</th><th>${t("system.audit.who")}
        </th><th>${t("system.audit.what")}</th>
            <th>${t("system.audit.subject")}</th><th class="wide-only">${t("system.audit.address")}</th></tr></thead>
              <tbody>${items.map(line)}</tbody></table></div>
          <${Pager} page=${page.value} size=${SIZE} total=${total} @go=${(to) => { page.value = to; }} />`),
    }}</${Loaded}>`;
  },
};
