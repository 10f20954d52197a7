// What this server can do, from its own contract: an older one lacks some routes, and pages then leave out what needs
// them.
import { reactive } from "./vue.js";

export const contract = reactive({ paths: null, extra: null });
let coming = null;

export function loadContract() {
  coming ??= fetch("/openapi.json", { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`status ${answer.status}`))))
    .then((document) => {
      contract.paths = new Set(Object.keys(document.paths ?? {}));
      contract.extra = document.components?.schemas?.JobExtra?.properties ?? {};
    })
    .catch(() => { coming = null; });
  return coming;
}

/** Whether there is such a route; until the contract is known everything is taken to be there. */
export function offers(path) {
  return contract.paths === null || contract.paths.has(path);
}

/** Whether a choice of `extra` takes a word besides keys, as `bgm` may take "auto". */
export function takesWord(name, word) {
  const rule = contract.extra?.[name];
  return rule ? JSON.stringify(rule).includes(word) : false;
}
