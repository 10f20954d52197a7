// A word about what was taken back or done again; only the last one stands.
import { t } from "../../lib/i18n.js";
import { toast } from "../../lib/toasts.js";

let dismiss = null;

/** `command`: of the stack, or null when there was none. */
export function sayBack(way, command) {
  if (!command) return;
  dismiss?.();
  dismiss = toast(t(way === "undo" ? "board.undone" : "board.redone", { what: command.label }), { ms: 3000 });
}
