// What was done, so that it can be taken back and done again.

/**
 * Commands are `{ label, undo, redo }`; both may be asynchronous, and one runs at a time. `state` holds the labels of
 * what comes next, `undo` and `redo`, or null: pass a reactive object to show them.
 */
export class UndoStack {
  #done = [];
  #undone = [];
  #turn = Promise.resolve();
  /** Counts what makes "again" meaningless. */
  #era = 0;

  constructor(state = {}, limit = 200) {
    this.state = state;
    this.limit = limit;
    this.#tell();
  }

  /** Something was done. What was taken back before it cannot be done again. */
  push(command) {
    this.#done.push(command);
    if (this.#done.length > this.limit) this.#done.shift();
    this.#undone.length = 0;
    this.#era++;
    this.#tell();
  }

  /** It was not done after all. */
  drop(command) {
    for (const list of [this.#done, this.#undone]) {
      const at = list.indexOf(command);
      if (at >= 0) list.splice(at, 1);
    }
    this.#tell();
  }

  clear() {
    this.#done.length = this.#undone.length = 0;
    this.#era++;
    this.#tell();
  }

  /** Resolves to the command, or to null when there was none. A failure leaves everything where it was. */
  undo() { return this.#move("undo", this.#done, this.#undone); }
  redo() { return this.#move("redo", this.#undone, this.#done); }

  #move(way, from, to) {
    const result = this.#turn.then(async () => {
      const command = from[from.length - 1];
      if (!command) return null;
      const era = this.#era;
      await command[way]();
      this.drop(command);
      if (era === this.#era) to.push(command);
      this.#tell();
      return command;
    });
    this.#turn = result.catch(() => {});
    return result;
  }

  #tell() {
    this.state.undo = this.#done[this.#done.length - 1]?.label ?? null;
    this.state.redo = this.#undone[this.#undone.length - 1]?.label ?? null;
  }
}
