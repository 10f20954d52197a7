// Chinese and English. Every word stands with both: { "jobs.title": ["任务", "Jobs"] }, so that none can be missing.
import { ref, watchEffect } from "./vue.js";
import { words } from "../words/all.js";
import { remembered, remember } from "./remember.js";

export const languages = ["zh", "en"];
export const language = ref(remembered("language", languages) ?? (navigator.language.startsWith("zh") ? "zh" : "en"));

watchEffect(() => { document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en"; });

export function setLanguage(value) {
  language.value = value;
  remember("language", value);
}

/** The text of `key` with `{name}` filled in; an unknown key is shown as it is, and reported. */
export function t(key, values) {
  const pair = words[key];
  if (!pair) {
    console.error(`no words for ${key}`);
    return key;
  }
  const text = pair[language.value === "zh" ? 0 : 1];
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** Like `t`; of a text "one|many" the part for `count`, which is also `{n}`. */
export function tn(key, count, values) {
  const [one, many] = t(key, { n: count, ...values }).split("|");
  return many === undefined || count === 1 ? one : many;
}

/** Whether there are words for the key. */
export function hasWords(key) {
  return key in words;
}
