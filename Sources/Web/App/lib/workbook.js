// The first sheet of an Excel workbook (.xlsx): a zip of XML, of which only what holds cells is read. It is bounded,
// since a small zip may say that it is huge.
import { LIMITS, TableError, withHeader } from "./table.js";

const LARGEST_PART = 96 << 20;

/** Browsers without this cannot; the server still can. */
export const canReadWorkbooks = () => typeof DecompressionStream === "function";

/** `{ columns, rows }` as `readTable` gives them. */
export async function readWorkbook(buffer) {
  const parts = entries(buffer);
  const text = async (name) => (parts.has(name) ? new TextDecoder().decode(await inflate(buffer, parts.get(name)))
    : "");
  const sheet = await text(firstSheet(await text("xl/workbook.xml"), await text("xl/_rels/workbook.xml.rels")));
  if (!sheet) throw new TableError("workbook");
  return withHeader(readSheet(sheet, readStrings(await text("xl/sharedStrings.xml"))));
}

/** Name to place of every file of a zip, from its directory at the end. */
function entries(buffer) {
  const view = new DataView(buffer);
  let end = buffer.byteLength - 22;
  const last = Math.max(0, end - 65_535);
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < last) throw new TableError("workbook");
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > buffer.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new TableError("workbook");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameLength));
    found.set(name, {
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

async function inflate(buffer, { method, packed, size, offset }) {
  if (size > LARGEST_PART || offset + 30 > buffer.byteLength) throw new TableError("workbook");
  const view = new DataView(buffer);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > buffer.byteLength) throw new TableError("workbook");
  const bytes = new Uint8Array(buffer, start, packed);
  if (method === 0) return bytes;
  if (method !== 8) throw new TableError("workbook");
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LARGEST_PART) throw new TableError("workbook");
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) { whole.set(chunk, at); at += chunk.length; }
  return whole;
}

const attribute = (tag, name) =>
  new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((text) =>
    text !== undefined);

function firstSheet(workbook, relations) {
  const sheet = /<(?:\w+:)?sheet\s[^>]*>/.exec(workbook)?.[0];
  const id = sheet && attribute(sheet.replace(/\ssheetId\s*=/, " other="), "id");
  const relation = (relations.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).find((tag) => attribute(tag,
    "Id") === id);
  const target = relation && attribute(relation, "Target");
  if (!target) return "xl/worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function unescapeXML(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** What the `t` elements in a piece of XML say; phonetic hints are no text. */
function runs(xml) {
  const plain = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  return [...plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)].map((found) =>
    unescapeXML(found[1])).join("");
}

function readStrings(xml) {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map((found) => runs(found[1]
    ?? ""));
}

function readSheet(xml, strings) {
  const rows = [];
  let number = 0;
  for (const [, about, inner] of xml.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    number = Number(attribute(about, "r")) || number + 1;
    const cells = [];
    for (const [, tag, content] of (inner ?? "").matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
      const place = columnOf(attribute(tag, "r")) ?? cells.length;
      if (place >= LIMITS.columns * 4) continue;
      cells[place] = value(attribute(tag, "t") ?? "n", content ?? "", strings);
    }
    rows.push({ number, cells: Array.from(cells, (cell) => cell ?? "") });
    if (rows.length > LIMITS.rows * 2) throw new TableError("rows");
  }
  return rows;
}

function value(type, xml, strings) {
  if (type === "inlineStr") return runs(xml);
  const text = unescapeXML(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(xml)?.[1] ?? "");
  if (type === "s") return strings[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "true" : "false";
  // Whole numbers that a sheet keeps as 1.0 or 1E3.
  if (type === "n" && text !== "" && Number.isSafeInteger(Number(text))) return String(Number(text));
  return type === "e" ? "" : text;
}

/** "C7" is column 2. */
function columnOf(reference) {
  const letters = /^[A-Z]+/.exec(reference ?? "")?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}
