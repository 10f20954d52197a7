// Shortcuts of the page that is shown.
import { onBeforeUnmount, onMounted, shallowReactive } from "./vue.js";

/** Those in force, for the help: [{ keys, label }]. */
export const shortcuts = shallowReactive([]);

/**
 * `bindings`: [{ keys: "mod+enter", label, run, inFields }]. `mod` is Ctrl, or Cmd on a Mac. They rest while a dialog is open
 * and while somebody types, unless `inFields`.
 */
export function useKeys(bindings) {
  const entries = bindings.map((each) => ({ ...each, parts: each.keys.toLowerCase().split("+") }));
  const hear = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const isTyping = isField(event.target);
    const entry = entries.find((each) => (!isTyping || each.inFields) && fits(each.parts, event));
    if (entry && entry.run(event) !== false) event.preventDefault();
  };
  onMounted(() => {
    document.addEventListener("keydown", hear);
    shortcuts.push(...entries);
  });
  onBeforeUnmount(() => {
    document.removeEventListener("keydown", hear);
    for (const entry of entries) shortcuts.splice(shortcuts.indexOf(entry), 1);
  });
}

export function fits(parts, event) {
  const key = parts[parts.length - 1];
  const wants = (name) => parts.slice(0, -1).includes(name);
  const isMod = event.ctrlKey || event.metaKey;
  if (wants("mod") !== isMod || wants("alt") !== event.altKey) return false;
  // "?" needs Shift on most keyboards: a sign stands for itself.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!isSign && wants("shift") !== event.shiftKey) return false;
  return event.key.toLowerCase() === key;
}

function isField(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") return true;
  return target.tagName === "INPUT" && !["checkbox", "radio", "button", "range"].includes(target.type);
}
