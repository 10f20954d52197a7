// From a table's columns to what a job has: which column is which, what is wrong in a cell, and which rows repeat
// others.
import { LONGEST, scalars, suggestTitle } from "./texts.js";

/** What a row may say, in the order in which it is shown, with what columns for it are called. */
export const FIELDS = {
  title: ["title", "标题", "题目", "名称", "headline"],
  content: ["content", "text", "script", "内容", "文案", "正文", "文本", "脚本", "文章", "口播", "body"],
  language_id: ["language_id", "language", "语言", "lang"],
  voice_id: ["voice_id", "voice", "音色", "声音", "自有声音"],
  topic_id: ["topic_id", "topic", "话题", "主题"],
  account_id: ["account_id", "account", "账号", "频道", "channel"],
  speech_speed: ["speech_speed", "speed", "语速"],
  is_horizontal: ["is_horizontal", "horizontal", "横屏", "画面方向", "方向", "orientation"],
  runorder: ["runorder", "order", "priority", "顺序", "优先级"],
  description: ["description", "desc", "描述", "简介"],
  publish_title: ["publish_title", "发布标题"],
  extra: ["extra", "附加", "其他设置"],
};
export const FIELD_NAMES = Object.keys(FIELDS);
export const REFERENCES = { language_id: "languages", voice_id: "voices", topic_id: "topics", account_id: "accounts" };
const LONG = new Set(["content", "description", "extra"]);
export const isLong = (field) => LONG.has(field);

/** Our field for each column, "" for those that are left out; each field once. */
export function guessMapping(columns) {
  const taken = new Set();
  return columns.map((column) => {
    const plain = column.trim().toLowerCase().replace(/ /g, "_");
    const field = FIELD_NAMES.find((name) => FIELDS[name].includes(plain) && !taken.has(name)) ?? "";
    if (field) taken.add(field);
    return field;
  });
}

/** What must be mapped and is not. */
export function missingFields(mapping) {
  return ["content"].filter((field) => !mapping.includes(field));
}

/** The members of a row: texts by our field. A title that is not given is taken from the text. */
export function membersOf(cells, mapping, catalog = {}) {
  const members = {};
  mapping.forEach((field, at) => {
    const text = (cells[at] ?? "").trim();
    if (field && text !== "") members[field] = REFERENCES[field] ? String(resolve(text, catalog[REFERENCES[field]])
      ?? text) : text;
  });
  if (!members.title && members.content) members.title = suggestTitle(members.content);
  return members;
}

/** The id of a catalogue row by its number or by one of its names; undefined when there is none. */
export function resolve(text, entries) {
  if (!entries || text === "0") return undefined;
  const plain = text.trim();
  const found = entries.find((each) => String(each.id) === plain) ?? entries.find((each) => each.names.includes(plain));
  return found?.id;
}

const YES = ["true", "1", "yes", "y", "是", "横屏", "landscape"];
const NO = ["false", "0", "no", "n", "否", "竖屏", "portrait"];

/** `[{ field, code, values }]`: what the server would refuse, known before it is asked. */
export function checkMembers(members, catalog = {}) {
  const faults = [];
  const fault = (field, code, values = {}) => faults.push({ field, code, values });
  if (!members.content) fault("content", "empty");
  else if (!members.title) fault("title", "empty");
  for (const [field, most] of Object.entries(LONGEST)) {
    const count = scalars(members[field] ?? "");
    if (count > most) fault(field, "long", { most, count });
  }
  const speed = members.speech_speed;
  if (speed !== undefined && !(/^\d*\.?\d+$/.test(speed) && speed >= 0.5 && speed <= 2)) fault("speech_speed",
    "speed", { text: speed });
  const flag = members.is_horizontal?.toLowerCase();
  if (flag !== undefined && !YES.includes(flag) && !NO.includes(flag)) fault("is_horizontal", "flag", { text: flag });
  if (members.runorder !== undefined && !/^-?\d{1,9}$/.test(members.runorder)) fault("runorder",
    "whole", { text: members.runorder });
  for (const [field, kind] of Object.entries(REFERENCES)) {
    const text = members[field];
    if (text && text !== "0" && catalog[kind] && resolve(text, catalog[kind]) === undefined) fault(field, "unknown",
      { text });
  }
  if (members.extra !== undefined && !isObject(members.extra)) fault("extra", "object");
  return faults;
}

function isObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** What a text says, without spaces and marks: two that have the same key are the same film. */
export function contentKey(content) {
  return (content ?? "").replace(/[\s\p{P}]+/gu, "").toLowerCase();
}

/** For each key that was there before: the index of the first that is the same; else null. */
export function repetitions(keys) {
  const seen = new Map();
  return keys.map((key, index) => {
    if (key === "") return null;
    if (seen.has(key)) return seen.get(key);
    seen.set(key, index);
    return null;
  });
}
