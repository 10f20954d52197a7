// Something that is loaded: with its waiting, its failure and its age, so that every page shows them alike.
import { onBeforeUnmount, shallowReactive, watch } from "./vue.js";

/**
 * `load(signal)` gives the value. The state:
 * - `data`: the newest value, kept while a newer one comes;
 * - `error`: why the newest try failed; `isWaiting`: nothing yet and more than 200 ms have passed (a skeleton before that
 *   would only flicker);
 * - `isStale`: shown, but the newest try failed; `at`: when `data` came.
 * `reload()` tries again; of several tries the last one counts. `when` is a getter: when what it returns changes, it loads.
 */
export function useResource(load, { when } = {}) {
  const state = shallowReactive({ data: null, error: null, isWaiting: false, isStale: false, at: null, reload });
  let turn = 0;
  let stop = null;
  let patience = null;

  async function reload({ keep = true } = {}) {
    const mine = ++turn;
    stop?.abort();
    stop = new AbortController();
    clearTimeout(patience);
    if (!keep) state.data = null;
    if (state.data === null) {
      state.error = null;
      patience = setTimeout(() => { if (mine === turn && state.data === null) state.isWaiting = true; }, 200);
    }
    try {
      const value = await load(stop.signal);
      if (mine !== turn) return;
      Object.assign(state, { data: value, error: null, isStale: false, at: new Date() });
    } catch (error) {
      if (mine !== turn || error.name === "AbortError") return;
      Object.assign(state, { error, isStale: state.data !== null });
    } finally {
      if (mine === turn) {
        clearTimeout(patience);
        state.isWaiting = false;
      }
    }
  }

  if (when) watch(when, () => reload());
  onBeforeUnmount(() => { turn++; stop?.abort(); clearTimeout(patience); });
  reload();
  return state;
}

/** Calls `work` at most once in `ms`, and once more when calls came meanwhile; `cancel()` forgets those. */
export function throttled(work, ms) {
  let timer = null;
  let isDue = false;
  const run = () => {
    isDue = false;
    timer = setTimeout(() => { timer = null; if (isDue) run(); }, ms);
    work();
  };
  const call = () => { if (timer === null) run(); else isDue = true; };
  call.cancel = () => { clearTimeout(timer); timer = null; isDue = false; };
  return call;
}

/** Calls `work` when no call came for `ms`; `flush()` does it at once when one is due. */
export function debounced(work, ms) {
  let timer = null;
  let given = [];
  const run = () => { timer = null; return work(...given); };
  const call = (...values) => { given = values; clearTimeout(timer); timer = setTimeout(run, ms); };
  call.flush = () => { if (timer === null) return undefined; clearTimeout(timer); return run(); };
  call.cancel = () => { clearTimeout(timer); timer = null; };
  return call;
}
