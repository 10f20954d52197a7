// A form that is sent: busy meanwhile, what is wrong at its fields afterwards, and both versions in a conflict.
import { nextTick, shallowReactive } from "./vue.js";
import { tell } from "../parts/tell.js";

/** Puts the cursor where the fault is, with what is said below it in sight. */
function showFault() {
  const place = document.querySelector('dialog[open] :is([aria-invalid="true"], .form-fault)')
    ?? document.querySelector('[aria-invalid="true"], .form-fault');
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}

/**
 * `fields`: names (or beginnings, "extra.") of what the form shows; faults of others go to `faults.form`.
 * `send(work)` gives `{ value }`, or null when it failed.
 */
export function useForm(fields) {
  const state = shallowReactive({ isBusy: false, faults: {}, conflict: null, send, clear });

  async function send(work) {
    if (state.isBusy) return null;
    Object.assign(state, { isBusy: true, faults: {}, conflict: null });
    try {
      return { value: await work() };
    } catch (error) {
      if (error.status === undefined) console.error(error);
      if (error.status === 409 && error.facts?.present) state.conflict = error.facts.present;
      else state.faults = { [placeOf(error.field)]: tell(error) };
      nextTick(showFault);
      return null;
    } finally {
      state.isBusy = false;
    }
  }

  function placeOf(field) {
    const isShown = field && fields.some((name) => (name.endsWith(".") ? field.startsWith(name) : field === name));
    return isShown ? field : "form";
  }

  function clear() {
    Object.assign(state, { faults: {}, conflict: null });
  }

  return state;
}
