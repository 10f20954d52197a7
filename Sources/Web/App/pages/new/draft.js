// The form outlives the page: what was written is there again when one comes back.
import { onBeforeUnmount, onMounted, reactive, ref, watch } from "../../lib/vue.js";
import { api } from "../../lib/api.js";
import { emptyFilm, fillFilm, isWorthKeeping } from "../../lib/film.js";
import { remember, rememberedJSON } from "../../lib/remember.js";
import { debounced } from "../../lib/resource.js";
import { route } from "../../lib/router.js";
import { toast } from "../../lib/toasts.js";
import { tell } from "../../parts/tell.js";

const NAME = "draft.new";

/** `{ form, isKept, reset, restore, forget }`; `isKept`: a draft of earlier was put back. */
export function useDraft() {
  const form = reactive(emptyFilm());
  const isKept = ref(false);
  const kept = rememberedJSON(NAME, null);
  if (kept) {
    fillFilm(form, kept);
    isKept.value = isWorthKeeping(form);
  }
  const save = debounced(() => remember(NAME, isWorthKeeping(form) ? JSON.stringify(form) : null), 500);
  const end = watch(form, save, { deep: true });
  const flush = () => save.flush();
  addEventListener("pagehide", flush);
  onBeforeUnmount(() => { removeEventListener("pagehide", flush); save.flush(); end(); });
  onMounted(async () => {
    const { template, from } = route.query;
    try {
      if (template) fillFilm(form, (await api.get(`/templates/${Number(template)}`)).values);
      if (from) restore(await api.get(`/jobs/${Number(from)}`));
    } catch (error) {
      toast(tell(error), { kind: "failed" });
    }
  });

  /** Empties the form; gives what it was, for whoever wants it back. */
  function reset() {
    const before = JSON.parse(JSON.stringify(form));
    restore({});
    isKept.value = false;
    return before;
  }

  function restore(values) {
    Object.assign(form, emptyFilm());
    fillFilm(form, values);
  }

  function forget() {
    save.cancel();
    end();
    remember(NAME, null);
  }

  return { form, isKept, reset, restore, forget };
}
