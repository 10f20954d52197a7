// Short messages at the edge of the page, with at most one thing to do about them.
import { reactive } from "./vue.js";

export const toasts = reactive([]);
let count = 0;

/** `kind`: "done", "info" or "failed"; `action`: { label, run }. Returns a function that takes it away. */
export function toast(text, { kind = "info", action = null, ms = kind === "failed" ? 12000 : 5000 } = {}) {
  const id = ++count;
  const dismiss = () => {
    const at = toasts.findIndex((each) => each.id === id);
    if (at >= 0) toasts.splice(at, 1);
  };
  toasts.push({ id, text, kind, action, dismiss });
  setTimeout(dismiss, ms);
  return dismiss;
}

/**
 * Does `commit` after `ms`, unless "undo" is pressed before; then `undo` puts things back. Leaving the page does it at once.
 */
export function undoable(text, label, { commit, undo, ms = 8000 }) {
  let isOver = false;
  const finish = () => {
    if (isOver) return;
    isOver = true;
    window.removeEventListener("pagehide", finish);
    commit();
  };
  const dismiss = toast(text, {
    ms,
    action: {
      label,
      run: () => {
        isOver = true;
        window.removeEventListener("pagehide", finish);
        dismiss();
        undo();
      },
    },
  });
  window.addEventListener("pagehide", finish);
  setTimeout(finish, ms);
}
