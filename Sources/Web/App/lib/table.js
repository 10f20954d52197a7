// Tables as people bring them: comma- or tab-separated values and lines of JSON, read and written. They are read as the
// server reads them, so that rows have the same numbers on both sides.

export const LIMITS = { rows: 10_000, columns: 64, file: 32 << 20 };

/**
 * `code` says what is wrong: "empty", "rows", "columns", "quote", "json", "encoding"; `row` where, when it is in one
 * row.
 */
export class TableError extends Error {
  constructor(code, row = null) {
    super(row === null ? code : `${code} in row ${row}`);
    this.code = code;
    this.row = row;
  }
}

/** The text of a file: UTF-8, else GB 18030, which Excel writes on Chinese systems. */
export function decode(bytes) {
  for (const name of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  throw new TableError("encoding");
}

/** `format` from the end of a file's name, or null. */
export function formatOf(name) {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase();
  return { csv: "csv", txt: "csv", tsv: "tsv", tab: "tsv", jsonl: "jsonl", ndjson: "jsonl", xlsx: "xlsx" }[end] ?? null;
}

/** `{ columns, rows: [{ number, cells }] }`; rows are numbered as a sheet numbers them, lines of JSON from 1. */
export function readTable(text, format) {
  const plain = text.replace(/^\uFEFF/, "");
  return format === "jsonl" ? readLines(plain) : withHeader(readDelimited(plain, format === "tsv" ? "\t" : null));
}

/** Rows of cells; the first filled row names the columns. */
export function withHeader(rows) {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) throw new TableError("empty");
  const [header, ...rest] = filled;
  if (rest.length > LIMITS.rows) throw new TableError("rows");
  const columns = header.cells.map((cell) => cell.trim());
  while (columns.length > 0 && columns[columns.length - 1] === "") columns.pop();
  if (columns.length > LIMITS.columns) throw new TableError("columns");
  return { columns, rows: rest.map(({ number, cells }) => ({ number, cells: columns.map((_, at) => cells[at]
    ?? "") })) };
}

/** Comma, semicolon or tab: whichever the first line has most of. */
export function guessDelimiter(text) {
  const line = text.split("\n", 1)[0];
  const count = (sign) => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** RFC 4180: quoted cells may hold separators, quotes and line breaks. */
export function readDelimited(text, delimiter = null) {
  const sign = delimiter ?? guessDelimiter(text);
  const bare = new RegExp(`[${sign}\\r\\n]|$`, "g");
  const rows = [];
  let cells = [];
  let at = 0;
  const untilEnd = () => {
    bare.lastIndex = at;
    const start = at;
    at = bare.exec(text).index;
    return text.slice(start, at);
  };
  const quoted = () => {
    let cell = "";
    for (at++; ; at++) {
      const end = text.indexOf('"', at);
      if (end < 0) throw new TableError("quote", rows.length + 1);
      cell += text.slice(at, end);
      at = end + 1;
      // Two quotes are one; anything else ends the quotes, and what follows still belongs to the cell.
      if (text[at] !== '"') return cell + untilEnd();
      cell += '"';
    }
  };
  while (at < text.length) {
    cells.push(text[at] === '"' ? quoted() : untilEnd());
    if (text[at] === sign) {
      at++;
      if (at === text.length) cells.push("");
      else continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    rows.push({ number: rows.length + 1, cells });
    cells = [];
    if (rows.length > LIMITS.rows * 2) throw new TableError("rows");
  }
  return rows;
}

/** One JSON object a line; the columns are all members, in the order in which they are met. */
export function readLines(text) {
  const columns = new Set();
  const objects = [];
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).forEach((line, index) => {
    if (line.trim() === "") return;
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      throw new TableError("json", index + 1);
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TableError("json", index + 1);
    Object.keys(value).forEach((name) => columns.add(name));
    objects.push({ number: index + 1, value });
  });
  if (objects.length === 0) throw new TableError("empty");
  if (objects.length > LIMITS.rows) throw new TableError("rows");
  if (columns.size > LIMITS.columns) throw new TableError("columns");
  const names = [...columns];
  const cell = (value) => (value === null || value === undefined ? "" : typeof value === "string" ? value
    : JSON.stringify(value));
  return { columns: names, rows: objects.map(({ number, value }) => ({ number,
    cells: names.map((name) => cell(value[name])) })) };
}

/** Lines of JSON. Line breaks that JSON lets stand are escaped: whoever splits the lines may take them for ends. */
export function writeLines(objects) {
  const escaped = (text) => text.replace(/[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return objects.map((each) => `${escaped(JSON.stringify(each))}\n`).join("");
}

/** Comma-separated values with a byte order mark, without which Excel takes UTF-8 for something else. */
export function writeDelimited(rows, delimiter = ",") {
  const cell = (value) => {
    const text = String(value ?? "");
    return text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"`
      : text;
  };
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(delimiter)).join("\r\n")}\r\n`;
}
