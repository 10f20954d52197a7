const { timecode, readTimecode } = await import("/lib/timecode.js");
const { UndoStack } = await import("/lib/undo.js");
const shots = await import("/lib/shots.js");
const cues = await import("/lib/cues.js");
const { stepRows } = await import("/lib/steps.js");
const { mergeLines } = await import("/lib/loglines.js");

await test("timecode: written and read, also as people type it", () => {
  same([timecode(65_250), timecode(3_729_000)], ["1:05.250", "1:02:09.000"]);
  same(["1:05.25", "65,25", "１：０５", "1:75", "x"].map(readTimecode), [65_250, 65_250, 65_000, null, null]);
});

await test("undo: one step back and forth; what fails stays where it was", async () => {
  let count = 1;
  const stack = new UndoStack();
  stack.push({ label: "a", undo: () => { count--; }, redo: () => { count++; } });
  same(stack.state.undo, "a");
  await stack.undo();
  same([count, stack.state.redo], [0, "a"]);
  await stack.redo();
  same([count, await stack.redo()], [1, null]);
  stack.push({ label: "b", undo: () => { throw new Error("refused"); }, redo() {} });
  const failed = await stack.undo().then(() => false, () => true);
  same([failed, stack.state.undo], [true, "b"]);
});

await test("shots: where pictures come from, and where a text may be cut", () => {
  same(shots.originOf({ source: "openai-images", credit: "made by AI (openai)" }), "ai");
  same(shots.originOf({ source: "pexels", credit: "12, by Jo, https://x", model: "" }), "footage");
  same([shots.halves("abc def", 3), shots.halves("abc.", 3)], [["abc", "def"], null]);
  same(shots.breakNear("一二三，四五六。", 0.5), 4);
});

await test("cues: found by time, read from SRT, written as VTT", () => {
  same(cues.cueAt([{ start: 0 }, { start: 5 }], 4), 0);
  same(cues.readSRT("1\n00:00:01,5 --> 00:00:02,000\nhi\nyou\n\n").length, 1);
  holds(/00:00:01.500\na&lt;b/.test(cues.toVTT([{ start: 0, end: 1500, text: "a<b" }])));
});

await test("cues: changes of two people to different captions go together, to the same one they do not", () => {
  const base = ["a", "b", "c"].map((text, place) => ({ start: place, end: place + 1, text }));
  const changed = (at, text) => base.map((cue, place) => (place === at ? { ...cue, text } : cue));
  same(cues.mergeCues(base, changed(0, "x"), changed(1, "y")).cues.map((cue) => cue.text), ["x", "y", "c"]);
  same(cues.mergeCues(base, changed(0, "x"), changed(0, "y")).both, [0]);
  same(cues.mergeCues(base, base.slice(1), base), null);
});

await test("steps: what stopped with the run has failed, what never began waits", () => {
  const rows = stepRows({ execution_status: "FAILED", steps: [
    { stage: "script", state: "finished" }, { stage: "narration", state: "running" },
  ] });
  const states = Object.fromEntries(rows.map((row) => [row.stage, row.state]));
  same([states.script, states.narration], ["finished", "failed"]);
  holds(rows.length >= 10 && rows.at(-1).stage === "publish");
});

await test("log: lines that came twice over two ways are there once", () => {
  const lines = mergeLines([{ at: "1", line: "a" }], [{ at: "1", line: "a" }, { at: "1", line: "a" }, { at: "2", line: "b" }]);
  same(lines.length, 3);
});
