// The shots of a film while they are edited: what the server has, what is typed and not saved, what can be taken back.
import { reactive, shallowReactive } from "../../../lib/vue.js";
import { api } from "../../../lib/api.js";
import { remembered, remember } from "../../../lib/remember.js";
import { throttled } from "../../../lib/resource.js";
import { changesIn, keepLinks, tidy } from "../../../lib/shots.js";
import { UndoStack } from "../../../lib/undo.js";
import { makeSaving } from "./saving.js";

const VIEWS = ["cards", "timeline"];
const FACTS = ["index", "start", "end", "video", "selected", "wanted", "locked", "version", "updated_at"];
let count = 0;

export function makeBoard(film) {
  const board = shallowReactive({
    film, shots: [], current: 0, view: remembered("board.view", VIEWS) ?? "cards",
    /** What is asked of the person now: `{ kind, shot, ... }`, shown as a dialog. */
    open: null,
    /** Whose prompt is to be opened. */
    prompting: null,
    isAsking: false,
    conflicts: shallowReactive([]),
    can: shallowReactive({}),
    get changed() {
      return this.shots.filter((shot) => changesIn(shot, film.made?.shots, film.filmRun).length > 0);
    },
    get shot() { return this.shots[this.current]; },
  });
  board.stack = new UndoStack(board.can);
  board.setView = (view) => { board.view = view; remember("board.view", view); };

  /** A row of the server as a shot that can be edited. */
  function make(row) {
    return reactive({
      id: ++count, text: row.text, prompt: row.prompt, base: { text: row.text, prompt: row.prompt },
      saved: savedOf(row), candidates: row.candidates, fault: null, sending: null,
      ...Object.fromEntries(FACTS.map((name) => [name, row[name]])),
    });
  }

  /**
   * Puts a row over a shot. What is typed and not saved stays; when the words under it changed meanwhile, so does the
   * old version: saving it will then ask which words are wanted. `isOwn`: the row is the answer to an edit of ours.
   */
  function take(shot, row, { isOwn = false } = {}) {
    const { version } = shot;
    let isBehind = false;
    for (const name of ["text", "prompt"]) {
      const isDraft = shot[name] !== shot.base[name];
      if (!isDraft && row[name] !== shot.saved[name]) shot[name] = shot.base[name] = row[name];
      else if (isDraft && !isOwn && tidy(row[name]) !== tidy(shot.saved[name])) isBehind = true;
    }
    for (const name of FACTS) if (shot[name] !== row[name]) shot[name] = row[name];
    if (isBehind) shot.version = version;
    else shot.saved = savedOf(row);
    const keys = (candidates) => candidates.map((each) => each.key + each.url).join();
    const candidates = keepLinks(shot.candidates, row.candidates);
    if (keys(candidates) !== keys(shot.candidates)) shot.candidates = candidates;
  }

  /** The whole list, as it is now. */
  function takeAll(rows) {
    const isSameLength = rows.length === board.shots.length;
    const byStart = new Map(board.shots.map((shot) => [shot.start, shot]));
    const shots = rows.map((row, place) => {
      const shot = isSameLength ? board.shots[place] : byStart.get(row.start);
      byStart.delete(row.start);
      if (!shot) return make(row);
      take(shot, row);
      return shot;
    });
    if (!isSameLength) board.shots = shots;
    board.current = Math.min(board.current, Math.max(0, shots.length - 1));
  }

  /** Rows that came by themselves. When others changed words or cuts, "undo" would undo theirs: it is forgotten. */
  board.receive = (rows) => {
    if (board.isBusy) return;
    const isOther = rows.length !== board.shots.length
      || rows.some((row, place) => tidy(row.text) !== tidy(board.shots[place].saved.text));
    if (isOther && board.shots.length > 0) board.stack.clear();
    takeAll(rows);
  };
  board.take = take;
  board.takeAll = takeAll;

  board.reload = async () => {
    try {
      board.receive((await api.get(`/jobs/${film.id}/splits`)).items);
    } catch {
      // The page says that it is behind; the next event tries again.
    }
  };
  board.reloadSoon = throttled(board.reload, 1500);
  makeSaving(board);
  return board;
}

function savedOf({ text, prompt, video, selected, locked, images }) {
  return { text, prompt, video, selected, locked, images: images?.join() };
}
