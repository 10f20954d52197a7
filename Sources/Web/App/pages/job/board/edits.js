// What people do to shots. Each edit is shown at once, sent, and can be taken back; commands name shots by their place,
// which is the same again when what came after was taken back.
import { api, upload } from "../../../lib/api.js";
import { t } from "../../../lib/i18n.js";
import { choiceOf, shownKey } from "../../../lib/shots.js";
import { toast } from "../../../lib/toasts.js";
import { tell } from "../../../parts/tell.js";
import { sayBack } from "../sayback.js";

const quietly = (promise) => promise.catch(() => {});

export function makeEdits(board) {
  const { film } = board;
  const at = (place) => board.shots[place];
  const placeOf = (shot) => board.shots.indexOf(shot);

  /** Shows a change at once, and the old state again when the server says no. */
  async function show(shot, body, looks) {
    const before = Object.fromEntries(Object.keys(looks).map((name) => [name, shot[name]]));
    Object.assign(shot, looks);
    try {
      await board.send(shot, body);
    } catch (error) {
      Object.assign(shot, before);
      throw error;
    }
  }

  function choose(shot, key) {
    if (shownKey(shot) === key && shot.wanted === 0) return undefined;
    const place = placeOf(shot);
    const looksOf = (body) => {
      const isMoving = shot.candidates.find((each) => each.key === body.selected)?.is_moving;
      return { selected: body.selected ?? shot.selected, video: body.video || (isMoving ? body.selected : "") };
    };
    const old = choiceOf(shot);
    const body = { selected: key };
    return quietly(board.act(t("board.did.choose", { n: place + 1 }),
      () => show(at(place), body, looksOf(body)), () => show(at(place), old, looksOf(old))));
  }

  /** Shows an own clip; `link` is where it can be seen now. */
  function showFootage(shot, { key, url }) {
    const place = placeOf(shot);
    const old = choiceOf(shot);
    board.clips.set(key, url);
    return quietly(board.act(t("board.did.footage", { n: place + 1 }),
      () => show(at(place), { video: key }, { video: key }), () => board.send(at(place), old)));
  }

  function lock(shot) {
    const place = placeOf(shot);
    const locked = !shot.locked;
    const set = (value) => () => show(at(place), { locked: value }, { locked: value });
    return quietly(board.act(t(locked ? "board.did.lock" : "board.did.unlock", { n: place + 1 }), set(locked),
      set(!locked)));
  }

  /** The typing in a field is over: one command for all of it. */
  function typed(shot, name, before) {
    const place = placeOf(shot);
    const after = shot[name];
    if (place < 0 || after === before) return;
    const write = (value) => async () => {
      at(place)[name] = value;
      await board.save(at(place));
    };
    const label = t(name === "text" ? "board.did.text" : "board.did.prompt", { n: place + 1 });
    board.stack.push({ label, undo: write(before), redo: write(after) });
    quietly(board.save(shot));
  }

  /** What brings a shot back as it was after it was cut or joined. */
  const asItWas = (shot) => {
    const { text, prompt, locked } = shot;
    return { text, prompt, locked, images: shot.candidates.map((each) => each.key), ...choiceOf(shot) };
  };
  const cut = (place, ms, [first, second]) => board.enqueue(async () => {
    const body = { at: ms, first_text: first, second_text: second };
    board.takeAll((await api.post(board.path(at(place), "split"), body)).items);
  });
  const join = (place) => board.enqueue(async () => {
    board.takeAll((await api.post(board.path(at(place), "merge"), {})).items);
  });

  async function split(shot, ms, texts) {
    await board.save(shot);
    const place = placeOf(shot);
    const before = asItWas(shot);
    await board.act(t("board.did.split", { n: place + 1 }), () => cut(place, ms, texts), async () => {
      await join(place);
      await board.send(at(place), before);
    });
  }

  async function merge(shot) {
    const place = placeOf(shot);
    const next = at(place + 1);
    if (!next) return;
    await Promise.all([board.save(shot), board.save(next)]);
    const [first, second] = [asItWas(shot), asItWas(next)];
    const { end } = shot;
    await quietly(board.act(t("board.did.merge", { n: place + 1 }), () => join(place), async () => {
      await cut(place, end, [first.text, second.text]);
      await board.send(at(place), first);
      await board.send(at(place + 1), second);
    }));
  }

  /** Asks for new pictures. It costs, so it is no command: the old pictures stay to be chosen again. */
  async function regenerate(shot, wish) {
    await board.save(shot);
    await board.enqueue(async () => board.take(shot, await api.post(board.path(shot, "regenerate"), wish)));
    film.reload();
  }

  async function bring(shot, file) {
    const place = placeOf(shot);
    const old = choiceOf(shot);
    const stop = new AbortController();
    shot.fault = null;
    shot.sending = { part: 0, name: file.name, stop: () => stop.abort() };
    try {
      const path = () => board.path(at(place), "upload");
      const row = await board.enqueue(() => upload(path(), file, {
        signal: stop.signal, onProgress: (part) => { if (shot.sending) shot.sending.part = part; },
      }));
      board.take(shot, row);
      const now = choiceOf(shot);
      const choice = (body) => () => board.send(at(place), body);
      board.stack.push({ label: t("board.did.upload", { n: place + 1 }), undo: choice(old), redo: choice(now) });
    } catch (error) {
      if (error.name !== "AbortError") shot.fault = { field: "file", message: faultOf(error) };
    } finally {
      shot.sending = null;
    }
  }

  /** Undo and redo, with a word about what they did. */
  async function back(way) {
    await board.saveAll();
    try {
      sayBack(way, await board.stack[way]());
    } catch (error) {
      if (error.status !== 409 || !error.facts?.present) toast(tell(error), { kind: "failed" });
    }
  }

  /** Has the film made anew with everything that is typed. */
  async function render() {
    if (film.isQueued || board.isAsking) return;
    board.isAsking = true;
    try {
      if (!(await board.saveAll())) return void toast(t("board.render.unsaved"), { kind: "failed" });
      await film.render();
      toast(t("board.render.begun"), { kind: "done" });
    } catch (error) {
      toast(tell(error), { kind: "failed" });
    } finally {
      board.isAsking = false;
    }
  }

  board.clips = new Map();
  Object.assign(board, {
    choose, showFootage, lock, typed, split, merge, regenerate, bring, render,
    undo: () => back("undo"), redo: () => back("redo"),
  });
}

/** Why a file was not taken, in words that help. */
function faultOf(error) {
  const words = { 413: "board.upload.large", 415: "board.upload.kind", 422: "board.upload.kind",
    429: "board.upload.full" };
  const key = words[error.status];
  const isPlain = error.status === 422 && error.field && error.field !== "file";
  return key && !isPlain ? t(key) : tell(error);
}
