// The captions of a film while they are edited: kept here until they are saved all at once.
import { computed, reactive, shallowReactive } from "../../../lib/vue.js";
import { api } from "../../../lib/api.js";
import { differences, faultsIn, held, isSame, mergeCues } from "../../../lib/cues.js";
import { t } from "../../../lib/i18n.js";
import { useResource } from "../../../lib/resource.js";
import { toast } from "../../../lib/toasts.js";
import { UndoStack } from "../../../lib/undo.js";
import { tell } from "../../../parts/tell.js";
import { sayBack } from "../sayback.js";

let count = 0;
const plain = ({ start, end, text }) => ({ start, end, text });

export function makeCaptions(film) {
  const captions = shallowReactive({
    /** What the server has: `{ version, is_edited, cues, ... }`. */
    track: null,
    /** What is edited: `{ id, start, end, text, made }` each. */
    list: [],
    /** What the player shows. */
    cues: null,
    selected: 0, conflict: null, refused: null, isBusy: false, can: shallowReactive({}),
    get isUnsaved() { return changed.value.length > 0; },
    get filmMs() { return this.track?.film_ms ?? film.made?.ms ?? Infinity; },
  });
  const changed = computed(() => (captions.track ? differences(captions.list, captions.track.cues) : []));
  const faults = computed(() => {
    const own = faultsIn(captions.list);
    return captions.refused ? [...own, captions.refused] : own;
  });
  captions.stack = new UndoStack(captions.can);
  captions.resource = useResource(async (signal) => {
    // A job that has made no film has no captions either: nothing to ask for.
    if (!film.filmRun) return null;
    receive(await api.get(`/jobs/${film.id}/captions`, {}, { signal }));
    return captions;
  }, { when: () => film.filmRun?.id });
  captions.reload = () => captions.resource.reload();
  captions.changed = () => changed.value;
  captions.faults = () => faults.value;

  /** Takes what the server has; edits that are not saved stay until their saving shows whether they can. */
  function receive(track, { isForced = false } = {}) {
    if (!isForced && captions.isUnsaved) return;
    const isOther = captions.track === null || differences(captions.list, track.cues).length > 0;
    captions.track = track;
    captions.cues = track.cues;
    if (!isOther) return;
    captions.list = track.cues.map((cue) => reactive({ id: ++count, ...cue }));
    captions.selected = Math.min(captions.selected, Math.max(0, track.cues.length - 1));
    captions.refused = null;
    captions.stack.clear();
  }

  const put = (place, values) => {
    Object.assign(captions.list[place], values);
    captions.refused = null;
  };

  /** One step of "undo", from `before` to what the cue is now. */
  captions.done = (place, before, label) => {
    const after = plain(captions.list[place]);
    if (isSame(before, after)) return;
    captions.stack.push({ label: t(label, { n: place + 1 }), undo: () => put(place, before),
      redo: () => put(place, after) });
  };
  captions.snapshot = (place) => plain(captions.list[place]);

  /** Moves an edge of a cue to a time, as far as its neighbours let it. */
  captions.drag = (place, edge, ms) => put(place, { [edge]: held(captions.list, place, edge, ms, captions.filmMs) });
  captions.move = (place, edge, ms) => {
    const before = captions.snapshot(place);
    captions.drag(place, edge, ms);
    captions.done(place, before, "captions.did.time");
  };
  captions.type = (place, text) => put(place, { text });

  captions.save = async () => {
    if (!captions.isUnsaved || faults.value.some((fault) => !fault.message)) return !captions.isUnsaved;
    captions.isBusy = true;
    try {
      const track = await api.put(`/jobs/${film.id}/captions`, { cues: captions.list.map(plain) },
        { version: captions.track.version });
      receive(track, { isForced: true });
      toast(t("captions.saved"), { kind: "done" });
      return true;
    } catch (error) {
      const present = error.status === 409 && error.facts?.present;
      const field = /^cues\.(\d+)\.(start|end|text)$/.exec(error.field ?? "");
      if (present) await meet(present);
      else if (field) captions.refused = { place: Number(field[1]), field: field[2],
        message: tell(error).replace(/^cues[.\w]*: /, "") };
      else toast(tell(error), { kind: "failed" });
      return false;
    } finally {
      captions.isBusy = false;
    }
  };

  captions.back = async (way) => sayBack(way, await captions.stack[way]());

  /** Somebody else saved first. What only one of us changed is put together; what both did is asked about. */
  async function meet(present) {
    const merged = mergeCues(captions.track.cues, captions.list.map(plain), present.cues);
    captions.conflict = { present, merged };
    if (merged?.both.length === 0) await captions.settle(false);
  }

  /** Ends a conflict: mine or theirs where both changed something, and all that only one of us did. */
  captions.settle = async (isTheirs) => {
    const { present, merged } = captions.conflict;
    captions.conflict = null;
    const cues = merged ? merged.cues.map((cue, place) =>
      (isTheirs && merged.both.includes(place) ? present.cues[place] : cue)) : present.cues;
    receive(present, { isForced: true });
    cues.forEach((cue, place) => put(place, plain(cue)));
    await captions.save();
  };

  /** All edits away: first those that are not saved, then, at the server, those that are. */
  captions.takeBack = async () => {
    captions.isBusy = true;
    try {
      if (captions.track.is_edited) {
        receive(await api.delete(`/jobs/${film.id}/captions`, { version: captions.track.version }), { isForced: true });
      } else {
        captions.list = captions.track.cues.map((cue) => reactive({ id: ++count, ...cue }));
        captions.stack.clear();
      }
      toast(t("captions.takenBack"), { kind: "done" });
    } catch (error) {
      if (error.status === 409 && error.facts?.present) receive(error.facts.present, { isForced: true });
      else toast(tell(error), { kind: "failed" });
    } finally {
      captions.isBusy = false;
    }
  };
  return captions;
}
