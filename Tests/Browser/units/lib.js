const { match } = await import("/lib/router.js");
const { filtersOf } = await import("/pages/jobs/filters.js");
const { address, ApiError, freshKey } = await import("/lib/api.js");
const format = await import("/lib/format.js");
const { agentName } = await import("/lib/agent.js");
const { fits } = await import("/lib/keys.js");
const { words } = await import("/words/all.js");
const { setLanguage, t, tn } = await import("/lib/i18n.js");
const { changesOf, stepOf } = await import("/lib/jobs.js");
const { debounced, throttled } = await import("/lib/resource.js");
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await test("router: patterns, captures and encoded words", () => {
  const routes = [{ path: "/jobs", page: 1 }, { path: "/jobs/:id", page: 2 }, { path: "/jobs/:id/:tab", page: 3 }];
  same(match(routes, "/jobs"), { page: 1, params: {} });
  same(match(routes, "/jobs/"), { page: 1, params: {} });
  same(match(routes, "/jobs/7"), { page: 2, params: { id: "7" } });
  same(match(routes, "/jobs/a%20b/log"), { page: 3, params: { id: "a b", tab: "log" } });
  same(match(routes, "/jobsx") ?? null, null);
});

await test("filters: only what is known and set", () => {
  same(filtersOf({ status: "FAILED", page: "2", q: "", evil: "1" }), { status: "FAILED" });
});

await test("api: addresses leave out what is empty and encode the rest", () => {
  same(address("/jobs", { q: "a&b 早", page: 1, status: "", x: null }), "/api/jobs?q=a%26b+%E6%97%A9&page=1");
  const error = new ApiError(422, { code: "invalid", message: "title: is empty", field: "title", request_id: "r1" });
  same([error.status, error.field, error.requestID], [422, "title", "r1"]);
  holds(freshKey() !== freshKey() && freshKey().length === 32);
});

await test("agents: browsers and programs by the name that people know", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
  same(agentName(chrome), "Chrome 140 · Windows");
  same(agentName(`${chrome} Edg/141.0`), "Edge 141 · Windows");
  same(agentName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E Safari/604.1"),
    "Safari 18 · iPhone");
  same(agentName("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"), "Firefox 142 · Linux");
  same([agentName("curl/8.5.0"), agentName("  "), agentName(undefined)], ["curl/8.5.0", null, null]);
});

await test("format: the API's times are Shanghai's", () => {
  same(format.parseTime("2026-12-01 08:00:00").toISOString(), "2026-12-01T00:00:00.000Z");
  same(format.parseTime("2026-12-01T08:00:00").toISOString(), "2026-12-01T00:00:00.000Z");
  same(format.parseTime("2026-12-01T08:00:00Z").toISOString(), "2026-12-01T08:00:00.000Z");
  same(format.parseTime("nonsense"), null);
});

await test("format: clocks, spans, sizes", () => {
  setLanguage("en");
  same([format.clock(65_400), format.clock(3_725_000)], ["1:05", "1:02:05"]);
  same([format.position(65_349), format.position(0)], ["1:05.3", "0:00.0"]);
  same([format.span(8_000), format.span(200_000), format.span(7_500_000)], ["8 s", "3 min 20 s", "2 h 5 min"]);
  same([format.bytes(999), format.bytes(1_500), format.bytes(25_000_000)], ["999 B", "1.5 kB", "25 MB"]);
});

await test("keys: modifiers count, signs stand for themselves", () => {
  const press = (key, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  holds(fits(["n"], press("n")));
  holds(!fits(["n"], press("n", { ctrlKey: true })));
  holds(fits(["?"], press("?", { shiftKey: true })));
  holds(fits(["mod", "enter"], press("Enter", { metaKey: true })));
  holds(fits(["mod", "shift", "z"], press("Z", { ctrlKey: true, shiftKey: true })));
  holds(!fits(["mod", "z"], press("Z", { ctrlKey: true, shiftKey: true })));
});

await test("words: every one in both languages, with the same values to fill in, and no Chinese in English", () => {
  for (const [key, pair] of Object.entries(words)) {
    holds(Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === "string" && text !== ""), key);
    const holes = pair.map((text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join());
    same(holes[0], holes[1], key);
    holds(!/[㐀-鿿＀-￯]/.test(pair[1]), `${key} has Chinese in its English`);
  }
});

await test("words: filled in, and one or many", () => {
  setLanguage("en");
  same(t("jobs.picked", { n: 3 }), "3 selected");
  same([tn("jobs.deleted", 1), tn("jobs.deleted", 2)], ["1 job deleted", "2 jobs deleted"]);
});

await test("jobs: events change a row, and only what they say", () => {
  const changes = changesOf({ kind: "execution.progress", data: { progress: 40, stage: "render", done: 3, total: 12, eta_seconds: 8 } });
  same(changes, { progress: 40, live: { stage: "render", done: 3, total: 12, eta: 8 } });
  same(changesOf({ kind: "job.updated", data: {} }), null);
  same(changesOf({ kind: "execution.log", data: { line: "x" } }), null);
  same(stepOf({ status_detail: "正在执行: visuals 3/12" }), { stage: "visuals", done: 3, total: 12, eta: null });
  same(stepOf({ status_detail: "等待" }), null);
});

await test("throttled: at once, then at most once in a while, and the last call counts", async () => {
  let count = 0;
  const call = throttled(() => count++, 40);
  call(); call(); call();
  same(count, 1);
  await pause(90);
  same(count, 2);
});

await test("debounced: waits for quiet; flush does it now, cancel never", async () => {
  const seen = [];
  const call = debounced((value) => seen.push(value), 30);
  call(1); call(2);
  same(seen, []);
  await pause(60);
  same(seen, [2]);
  call(3); call.flush();
  same(seen, [2, 3]);
  call(4); call.cancel();
  await pause(60);
  same(seen, [2, 3]);
});
