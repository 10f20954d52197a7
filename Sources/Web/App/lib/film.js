// A film that is being described: what the form holds, what is sent, what is kept as a draft or a template.
import { STANDARD } from "./choices.js";
import { suggestTitle } from "./texts.js";

const REFERENCES = ["language_id", "voice_id", "topic_id", "account_id"];
const TEXTS = ["title", "content", "description", "publish_title"];

/** `extra` holds only what was chosen: the topic, the account and the server say the rest. */
export function emptyFilm() {
  return {
    title: "", content: "", description: "", publish_title: "", language_id: 0, voice_id: 0, topic_id: 0, account_id: 0,
    speech_speed: 0.9, is_horizontal: true, runorder: 0, extra: {},
  };
}

/** Puts what a draft, a template or another job says over the form; what has another shape is left out. */
export function fillFilm(form, values) {
  const object = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
  const { extra, ...given } = object(values);
  for (const name of TEXTS) if (typeof given[name] === "string") form[name] = given[name];
  for (const name of REFERENCES) if (Number.isSafeInteger(given[name])
    || given[name] === null) form[name] = given[name] ?? 0;
  if (given.speech_speed >= 0.5 && given.speech_speed <= 2) form.speech_speed = given.speech_speed;
  if (typeof given.is_horizontal === "boolean") form.is_horizontal = given.is_horizontal;
  if (Number.isSafeInteger(given.runorder)) form.runorder = given.runorder;
  for (const [name, value] of Object.entries(object(extra))) setChoice(form.extra, name, structuredClone(value));
  return form;
}

const isNothing = (value) => value === "" || value === null || value === undefined || (Array.isArray(value)
  && value.length === 0);

/** Chooses, or takes a choice back. */
export function setChoice(extra, name, value) {
  if (isNothing(value)) delete extra[name];
  else extra[name] = value;
}

/** What is filed: without what was not said. */
export function bodyOf(form) {
  const body = {
    title: form.title.trim() || suggestTitle(form.content), content: form.content, speech_speed: form.speech_speed,
    is_horizontal: form.is_horizontal,
  };
  for (const name of ["description", "publish_title"]) if (form[name].trim()) body[name] = form[name];
  for (const name of REFERENCES) if (form[name]) body[name] = form[name];
  if (form.runorder) body.runorder = form.runorder;
  if (Object.keys(form.extra).length > 0) body.extra = JSON.parse(JSON.stringify(form.extra));
  return body;
}

/** What a template keeps: all but the text, which is another in each film. */
export function templateOf(form) {
  const { title, content, ...rest } = bodyOf(form);
  return rest;
}

/** Whether anything was written that would be missed. */
export function isWorthKeeping(form) {
  return form.title.trim() !== "" || form.content.trim() !== "" || Object.keys(form.extra).length > 0;
}

/**
 * What holds when the form says nothing: `{ value, from }` of the topic, the account or the program, as the server
 * reads them.
 */
export function inherited(name, topic, account) {
  const extras = [["topic", topic?.extra], ["account", account?.extra]];
  for (const [from, extra] of extras) {
    if (!isNothing(extra?.[name])) return { value: extra[name], from };
    if (name === "mix" && !isNothing(extra?.generate_ratio)) return { value: extra.generate_ratio, from };
  }
  if (name === "transitions" && account?.extra) {
    const { enable_srt_concat_transition: own, srt_concat_transition_types: shots,
      enable_transition: main } = account.extra;
    if (own) return { value: shots ?? [], from: "account" };
    if (main) return { value: account.extra.transition_types ?? [], from: "account" };
  }
  return { value: STANDARD[name] ?? "", from: "standard" };
}
