const table = await import("/lib/table.js");
const texts = await import("/lib/texts.js");
const mapping = await import("/lib/mapping.js");
const film = await import("/lib/film.js");
const { readReason } = await import("/lib/reasons.js");
const { readWorkbook } = await import("/lib/workbook.js");
const cells = (text, sign) => table.readDelimited(text, sign).map((row) => row.cells);
const code = (work) => { try { work(); } catch (error) { return `${error.code} ${error.row}`; } return "fine"; };

await test("table: quotes, doubled quotes, line breaks and separators in cells", () => {
  same(cells('a,b\n"x, ""y""\nz",2\n'), [["a", "b"], ['x, "y"\nz', "2"]]);
  same(cells('"a"b,c\r\n,\r\n'), [["ab", "c"], ["", ""]]);
  same(cells("a,"), [["a", ""]]);
  same(cells(""), []);
  same(code(() => cells('a\n"b')), "quote 2");
});

await test("table: the separator is the one that the first line has most of", () => {
  same([table.guessDelimiter("a,b;c;d\n,,,,"), table.guessDelimiter("a\tb"), table.guessDelimiter("a")], [";", "\t", ","]);
});

await test("table: the first filled row names the columns, and rows keep the sheet's numbers", () => {
  const read = table.readTable("\uFEFF\n标题,内容,\n\n一,二\n,\n三,四,五\n", "csv");
  same(read.columns, ["标题", "内容"]);
  same(read.rows, [{ number: 4, cells: ["一", "二"] }, { number: 6, cells: ["三", "四"] }]);
  same(code(() => table.readTable("\n \n", "csv")), "empty null");
});

await test("table: lines of JSON keep order, and name the line that is none", () => {
  const read = table.readTable('{"title":"a","n":1}\n\n{"content":null,"title":"b","x":[1]}\n', "jsonl");
  same(read.columns, ["title", "n", "content", "x"]);
  same(read.rows[1], { number: 3, cells: ["b", "", "", "[1]"] });
  same(code(() => table.readTable('{"a":1}\n[2]', "jsonl")), "json 2");
});

await test("table: written and read again it is the same", () => {
  const rows = [["a", "b"], ['x,"y"', "1\n2"], [" lead", "工"], ["", "z"]];
  same(cells(table.writeDelimited(rows).slice(1)), rows);
  const lines = table.writeLines([{ title: "a\u2028b\u0085c\nd" }, { title: "e" }]);
  same(lines.split(/[\n\u2028\u2029\u0085\v\f]/).length, 3);
  same(table.readLines(lines).rows.map((row) => row.cells[0]), ["a\u2028b\u0085c\nd", "e"]);
});

await test("table: Chinese Excel's encoding is known, anything else is not", () => {
  same(table.decode(new Uint8Array([0xb1, 0xea, 0xcc, 0xe2])), "标题");
  same(table.decode(new TextEncoder().encode("标题")), "标题");
  same([table.formatOf("a.CSV"), table.formatOf("b.xlsx"), table.formatOf("c.doc")], ["csv", "xlsx", null]);
});

await test("texts: pasted texts end at two empty lines or ---", () => {
  same(texts.splitTexts("a\n\nb\n\n\nc\n---\nd\r\n\r\n\r\n\r\ne\n"), ["a\n\nb", "c", "d", "e"]);
  same(texts.splitTexts("---\na\n \n \t\nb\n———\n"), ["a", "b"]);
  same(texts.splitTexts("a\n\nb\nc", "blank"), ["a", "b\nc"]);
  same(texts.splitTexts("a\n\nb\nc", "line"), ["a", "b", "c"]);
  same(texts.splitTexts(" \n\n\n "), []);
});

await test("texts: the first line is the title where it is a heading", () => {
  const rows = texts.textsToRows(["# 一杯茶\n清晨的阳光。", "清晨的阳光落在窗台上。烧一壶水。\n等它。", "Only one line"]);
  same(rows[0], { title: "一杯茶", content: "清晨的阳光。" });
  same(rows[1].title, "清晨的阳光落在窗台上");
  same(rows[2], { title: "Only one line", content: "Only one line" });
  same(texts.textsToRows(["A\nb c."], "auto")[0], { title: "A", content: "A\nb c." });
});

await test("texts: titles are short and whole", () => {
  same(texts.suggestTitle("The morning sun falls on the window sill and paints the wall in gold, slowly. Boil water."), "The morning sun falls on the window sill and paints the wall");
  same(texts.suggestTitle("“生活不必总是匆忙，有时慢下来，才能看见那些平时看不见的美好。”"), "生活不必总是匆忙");
  same(texts.suggestTitle(""), "");
  same(texts.firstSentence("你好！世界。"), "你好！");
  same(texts.firstSentence("Version 3.5 is out. It is good."), "Version 3.5 is out.");
});

await test("texts: length as the server estimates it", () => {
  same(texts.spokenMs("清晨，海面泛着金色的光。"), Math.round(10 / 4.1 * 1000));
  same(texts.spokenMs("one two three", 0.5), Math.round(3 / 2.45 / 0.5 * 1000));
  same([texts.characters("a b\n界"), texts.scalars("a😀")], [3, 2]);
  holds(texts.isIdeographic("使用 Kubernetes 部署应用") && !texts.isIdeographic("Hello 世"));
});

await test("mapping: headings in both languages, each field once", () => {
  same(mapping.guessMapping(["标题", "文案", "Speech Speed", "内容", "foo"]), ["title", "content", "speech_speed", "", ""]);
  same(mapping.missingFields(["title", ""]), ["content"]);
});

const CATALOG = { languages: [{ id: 7, names: ["zh-female", "普通话"] }], accounts: [] };
await test("mapping: members by field, names of the catalogue as numbers, a title from the text", () => {
  same(mapping.membersOf(["", " 海面泛着光。", "普通话"], ["title", "content", "language_id"], CATALOG),
    { content: "海面泛着光。", language_id: "7", title: "海面泛着光" });
  same(mapping.membersOf(["x", "y", "", "z"], ["title", "content", "", ""], CATALOG), { title: "x", content: "y" });
});

await test("mapping: faults by field", () => {
  const codes = (members) => mapping.checkMembers(members, CATALOG).map((each) => `${each.field} ${each.code}`);
  same(codes({ title: "a", content: "b", speech_speed: "0.9", is_horizontal: "竖屏", runorder: "-3", extra: "{}" }), []);
  same(codes({ title: "a" }), ["content empty"]);
  same(codes({ title: "a".repeat(256), content: "b", speech_speed: "fast", is_horizontal: "?", runorder: "1.5", account_id: "x", extra: "[1]" }),
    ["title long", "speech_speed speed", "is_horizontal flag", "runorder whole", "account_id unknown", "extra object"]);
});

await test("mapping: repetitions point at the first", () => {
  same(mapping.repetitions(["a b.", "c", "AB", "", "", "ab!"].map(mapping.contentKey)), [null, null, 0, null, null, 0]);
});

await test("film: only what was said is sent", () => {
  const form = film.emptyFilm();
  form.content = "海面泛着光。";
  film.setChoice(form.extra, "mix", 0);
  film.setChoice(form.extra, "captions", "");
  same(film.bodyOf(form), { title: "海面泛着光", content: "海面泛着光。", speech_speed: 0.9, is_horizontal: true, extra: { mix: 0 } });
  same(film.templateOf(form), { speech_speed: 0.9, is_horizontal: true, extra: { mix: 0 } });
  const other = film.fillFilm(film.emptyFilm(), { title: 3, content: "x", topic_id: null, speech_speed: 9, extra: { mix: 5, bgm: null }, evil: 1 });
  same([other.title, other.content, other.topic_id, other.speech_speed, other.extra, other.evil ?? null], ["", "x", 0, 0.9, { mix: 5 }, null]);
});

await test("film: what is not said comes from the topic, the account, the program", () => {
  const topic = { extra: { mix: 10 } };
  const account = { extra: { captions: "box", enable_transition: true, transition_types: ["fade"] } };
  same(film.inherited("mix", topic, account), { value: 10, from: "topic" });
  same(film.inherited("captions", topic, account), { value: "box", from: "account" });
  same(film.inherited("transitions", null, account), { value: ["fade"], from: "account" });
  same(film.inherited("mix", null, null), { value: 30, from: "standard" });
});

await test("reasons: the server's sentences are known, with or without a field", () => {
  same(readReason("title: must have at most 255 characters, not 300"), { code: "long", values: { most: "255", count: "300" } });
  same(readReason("extra.mix: must be 0...100"), { code: "range", values: { from: "0", to: "100" } });
  same(readReason('must be a number 0.5...2.0, not "fast"'), { code: "range", values: { from: "0.5", to: "2" } });
  same(readReason('there is no "x: y" in your catalogue'), { code: "unknown", values: { text: "x: y" } });
  same(readReason("2 jobs use this topic: change or delete them first"), { code: "used", values: { count: "2" } });
  same(readReason("never heard of it"), null);
});

await test("workbook: the first sheet, with shared, rich, inline and numeric cells", async () => {
  const parts = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="Films" sheetId="1" r:id="rId7"/><sheet name="x" sheetId="2" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
    "xl/sharedStrings.xml": '<sst><si><t>标题</t></si><si><r><t>内</t></r><r><t xml:space="preserve">容</t></r><rPh><t>x</t></rPh></si><si><t>A &amp; B&#10;c</t></si></sst>',
    "xl/worksheets/sheet2.xml": '<worksheet><cols><col min="1"/></cols><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>speed</t></is></c></row><row r="3"/>'
      + '<row r="5"><c r="A5" s="1"/><c r="B5" t="s"><v>2</v></c><c r="C5"><v>9</v></c><c r="D5"><v>1.0</v></c></row></sheetData></worksheet>',
  };
  const encoder = new TextEncoder();
  const chunks = [], directory = [];
  let offset = 0;
  const number = (value, size) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255);
  for (const [name, text] of Object.entries(parts)) {
    const bytes = encoder.encode(text), label = encoder.encode(name);
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    const about = [...number(20, 2), ...number(0, 2), ...number(8, 2), ...number(0, 4), ...number(0, 4), ...number(packed.length, 4), ...number(bytes.length, 4), ...number(label.length, 2), ...number(0, 2)];
    const local = [0x50, 0x4b, 3, 4, ...about, ...label, ...packed];
    directory.push(0x50, 0x4b, 1, 2, 20, 0, ...about, ...number(0, 10), ...number(offset, 4), ...label);
    chunks.push(...local);
    offset += local.length;
  }
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...number(4, 2), ...number(4, 2), ...number(directory.length, 4), ...number(offset, 4), 0, 0];
  const read = await readWorkbook(new Uint8Array([...chunks, ...directory, ...end]).buffer);
  same(read.columns, ["标题", "内容", "", "speed"]);
  same(read.rows, [{ number: 5, cells: ["", "A & B\nc", "9", "1"] }]);
  let fault = "";
  try { await readWorkbook(new ArrayBuffer(40)); } catch (error) { fault = error.code; }
  same(fault, "workbook");
});

const { readingOn } = await import("/lib/colour.js");
const { groupByReason } = await import("/lib/failures.js");
const { asLine, differing, extraChanges } = await import("/lib/differences.js");
await test("colour: letters read on their plate", () => {
  same([readingOn("#FFFFFF"), readingOn("2255AA"), readingOn("#578B2E"), readingOn("x")], ["#101014", "#ffffff", "#101014", "#101014"]);
});
await test("failures: alike reasons are one group", () => {
  const groups = groupByReason([{ id: 1, detail: 'no file "a.mp3"' }, { id: 2, detail: "shot 3 of 9 timed out" }, { id: 3, detail: 'no file "b.mp3"' }, { id: 4, detail: null }]);
  same(groups.map((each) => [each.reason, each.jobs.map((job) => job.id)]), [['no file "a.mp3"', [1, 3]], ["shot 3 of 9 timed out", [2]], ["", [4]]]);
});
await test("differences: what differs, and what was taken back", () => {
  same(differing({ name: "a", extra: { mix: 1, bgm: "x" } }, { name: "b", extra: { mix: 1, bgm: null } }), ["name", "extra.bgm"]);
  same(extraChanges({ a: 1, b: 2 }, { b: 3 }), { a: null, b: 3 });
  same([asLine(null), asLine(true), asLine([1])], ["–", "✓", "[1]"]);
});
