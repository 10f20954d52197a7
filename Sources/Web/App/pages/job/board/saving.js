// How edits of shots reach the server: one after the other, typed words when the typing pauses, each with the version
// that it is meant for.
import { api } from "../../../lib/api.js";
import { tidy } from "../../../lib/shots.js";
import { toast } from "../../../lib/toasts.js";
import { tell } from "../../../parts/tell.js";

const PAUSE_MS = 900;
const WORDS = ["text", "prompt"];

export function makeSaving(board) {
  const { film } = board;
  const timers = new Map();
  let turn = Promise.resolve();
  Object.assign(board, { pending: 0, isBusy: false, failure: null });

  /** One edit at a time, in order: the server numbers shots by their place. */
  board.enqueue = (work) => {
    board.pending++;
    board.isBusy = true;
    const result = turn.then(work).finally(() => {
      board.pending--;
      board.isBusy = board.pending > 0;
    });
    turn = result.catch(() => {});
    return result;
  };

  board.path = (shot, action = "") => `/jobs/${film.id}/splits/${shot.index}${action && `/${action}`}`;

  /** Changes a shot. A version that is old for other reasons than these members is brought up to date by itself. */
  async function put(shot, body) {
    for (let tries = 0; ; tries++) {
      try {
        return await api.put(board.path(shot), body, { version: shot.version });
      } catch (error) {
        const present = error.status === 409 && error.facts?.present;
        if (!present || tries > 2 || !Object.keys(body).every((name) => isSame(present, shot, name))) throw error;
        shot.version = present.version;
      }
    }
  }

  function isSame(present, shot, name) {
    const value = name === "images" ? present.images?.join() : present[name];
    return WORDS.includes(name) ? tidy(value) === tidy(shot.saved[name]) : value === shot.saved[name];
  }

  /** Sends a change and takes what became of it. Throws what the server says, a conflict also into the board's list. */
  board.send = (shot, body) => board.enqueue(async () => {
    try {
      const row = await put(shot, body);
      for (const name of WORDS) {
        if (!(name in body)) continue;
        // What was typed since stays; what was not typed but put back ("undo") is shown.
        if (shot[name] === shot.base[name]) shot[name] = body[name];
        shot.base[name] = body[name];
      }
      board.take(shot, row, { isOwn: true });
      settleWords(shot);
      board.failure = null;
      if (shot.fault) shot.fault = null;
    } catch (error) {
      const present = error.status === 409 && error.facts?.present;
      if (present) board.conflicts.push({ shot, body, present });
      throw error;
    }
  });

  /** The server may have cleaned what was typed; nothing moves under the hands of somebody who is typing. */
  function settleWords(shot) {
    const isTyping = document.activeElement?.closest?.("[data-shot]")?.dataset.shot === String(shot.id);
    if (isTyping) return;
    for (const name of WORDS) if (shot[name] === shot.base[name]) shot[name] = shot.base[name] = shot.saved[name];
  }

  const unsaved = (shot) => WORDS.filter((name) => tidy(shot[name]) !== tidy(shot.base[name]));
  board.hasUnsaved = () => board.pending > 0 || board.shots.some((shot) => unsaved(shot).length > 0);

  /** Somebody types. */
  board.type = (shot, name, value) => {
    shot[name] = value;
    if (shot.fault?.field === name) shot.fault = null;
    clearTimeout(timers.get(shot));
    timers.set(shot, setTimeout(() => board.save(shot).catch(() => {}), PAUSE_MS));
  };

  /** Saves what is typed in a shot now. Rejects when it could not be. */
  board.save = async (shot) => {
    clearTimeout(timers.get(shot));
    timers.delete(shot);
    const names = unsaved(shot);
    if (names.length === 0 || board.conflicts.some((each) => each.shot === shot)) return;
    const body = Object.fromEntries(names.map((name) => [name, shot[name]]));
    if ("text" in body && tidy(body.text) === "") {
      shot.fault = { field: "text", words: "board.fault.empty" };
      delete body.text;
      if (!("prompt" in body)) return;
    }
    try {
      await board.send(shot, body);
    } catch (error) {
      fail(shot, error);
      throw error;
    }
  };

  function fail(shot, error) {
    if (error.status === 422 && error.field) shot.fault = { field: error.field,
      message: tell(error).replace(/^\w+: /, "") };
    else board.failure = error;
    if (error.status === 429) setTimeout(() => board.saveAll(), (error.retryAfter || 5) * 1000);
  }

  /** Saves everything; resolves to whether all is saved. */
  board.saveAll = async () => {
    const tries = await Promise.allSettled(board.shots.map((shot) => board.save(shot)));
    await turn;
    return tries.every((each) => each.status === "fulfilled") && !board.hasUnsaved();
  };

  /** Does something that can be taken back. `undo` and `redo` may use `board.shots`: places are then as they were. */
  board.act = async (label, redo, undo) => {
    const command = { label, redo, undo };
    board.stack.push(command);
    try {
      await redo();
    } catch (error) {
      board.stack.drop(command);
      if (error.status !== 409 || !error.facts?.present) toast(tell(error), { kind: "failed" });
      throw error;
    }
  };

  board.resume = () => { if (board.failure) board.saveAll(); };
  board.stop = () => { for (const timer of timers.values()) clearTimeout(timer); };
}
