// Rows of a catalogue kind in the library: loaded page by page, changed, deleted. Lists that other pages choose from
// follow.
import { ref } from "./vue.js";
import { api } from "./api.js";
import { refresh } from "./catalog.js";
import { useResource } from "./resource.js";

export const SIZE = 50;

export function useRecords(kind) {
  const page = ref(1);
  const list = useResource((signal) => api.get(`/${kind}`, { page: page.value, page_size: SIZE }, { signal }),
    { when: page });

  function changed() {
    refresh(kind);
    list.reload();
  }

  /** Files a new row, or changes one: then `version` is what it is thought to be. */
  async function save(row, body, version = row?.version) {
    const saved = row ? await api.put(`/${kind}/${row.id}`, body, { version }) : await api.post(`/${kind}`, body);
    changed();
    return saved;
  }

  async function remove(row) {
    await api.delete(`/${kind}/${row.id}`);
    changed();
  }

  return { page, list, save, remove, changed };
}
