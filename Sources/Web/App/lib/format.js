// Numbers and times as people read them.
import { language } from "./i18n.js";

const locale = () => (language.value === "zh" ? "zh-CN" : "en-GB");
const formats = new Map();

function formatter(name, make) {
  const key = `${name} ${locale()}`;
  if (!formats.has(key)) formats.set(key, make(locale()));
  return formats.get(key);
}

/** The API's times are Asia/Shanghai without an offset (ruling 15); one that names an offset is taken at its word. */
export function parseTime(text) {
  if (!text) return null;
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const date = new Date(hasZone ? text : `${text.replace(" ", "T")}+08:00`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** "14:05" of today, "30 Nov 14:05" of this year, with the year before. */
export function moment(text, now = new Date()) {
  const date = parseTime(text);
  if (!date) return "";
  const isToday = date.toDateString() === now.toDateString();
  const isThisYear = date.getFullYear() === now.getFullYear();
  const options = isToday ? { hour: "2-digit", minute: "2-digit" }
    : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", ...(isThisYear ? {} : { year: "numeric" }) };
  const name = isToday ? "today" : isThisYear ? "year" : "past";
  return formatter(name, (tag) => new Intl.DateTimeFormat(tag, { ...options, hour12: false })).format(date);
}

export function fullMoment(text) {
  const date = parseTime(text);
  const make = (tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "medium", hour12: false });
  return date ? formatter("full", make).format(date) : "";
}

/** "1:05", "1:02:09". */
export function clock(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const pad = (value) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const tail = `${pad(seconds % 60)}`;
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${tail}`;
}

/** "1:05.3", for where things lie in a film. */
export function position(ms) {
  const tenths = Math.max(0, Math.round(ms / 100));
  return `${Math.floor(tenths / 600)}:${String(Math.floor((tenths % 600) / 10)).padStart(2, "0")}.${tenths % 10}`;
}

/** "8 s", "3 min 20 s", "2 h 5 min": how long something takes. */
export function span(ms) {
  const zh = language.value === "zh";
  const [h, m, s] = zh ? [" 小时", " 分", " 秒"] : [" h", " min", " s"];
  if (ms < 950) return zh ? "不到 1 秒" : "under 1 s";
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${m}${seconds % 60 && minutes < 10 ? ` ${seconds % 60}${s}` : ""}`;
  return `${Math.floor(minutes / 60)}${h}${minutes % 60 ? ` ${minutes % 60}${m}` : ""}`;
}

export function bytes(count) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) { value /= 1000; unit++; }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function number(value) {
  return formatter("number", (tag) => new Intl.NumberFormat(tag)).format(value);
}

export function money(value, currency) {
  const make = (tag) => new Intl.NumberFormat(tag, { style: "currency", currency, maximumFractionDigits: 3 });
  return formatter(`money ${currency}`, make).format(value);
}
