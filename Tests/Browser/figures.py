"""How fast the pages are, in a real browser against the real server: `make bench-web`.

    figures.py --program .build/release/batchvideo --json .build/bench-web.json [--jobs 50000] [--shots 60]

Each figure is the median of several; nothing of it is a test, since it measures the machine as well.
"""
import argparse
import json
import pathlib
import shutil
import statistics
import tempfile
import time

from access import settle
from desk import Desk, open_browser
from server import API, Server
from stories import DRAFT

# Notes when an event came in, and when the row that it changed was painted.
WATCH = """
window.arrivals = {}; window.updates = [];
const add = EventSource.prototype.addEventListener;
EventSource.prototype.addEventListener = function (kind, listener, ...more) {
  return add.call(this, kind, (message) => {
    // Of two events before a change is seen the first changed nothing that is shown.
    const isShown = kind.startsWith("execution.") && kind !== "execution.log";
    if (isShown) window.arrivals[JSON.parse(message.data).job_id] = performance.now();
    listener(message);
  }, ...more);
};
window.watchRows = () => new MutationObserver((changes) => {
  const jobs = new Set(changes.map((change) => {
    const node = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    return node?.closest("[data-job]")?.dataset.job;
  }).filter((job) => job && window.arrivals[job]));
  for (const job of jobs) {
    const came = window.arrivals[job];
    delete window.arrivals[job];
    requestAnimationFrame(() => setTimeout(() => window.updates.push(performance.now() - came)));
  }
}).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
"""
SENTENCE = "第{n}盏灯亮了，守灯人沿着石阶走上塔顶，望见远处的海面上有一条归来的船。"


def fill(api, count):
    """Files jobs and cancels them: they lie there and nobody makes them."""
    for first in range(0, count, 1000):
        jobs = [{"title": f"任务 {n}", "content": f"第 {n} 篇。{'灯塔站在海边，夜里一直亮着。' * 12}"}
                for n in range(first, min(first + 1000, count))]
        filed = api("POST", "/jobs/batch", {"name": f"存量 {first}", "jobs": jobs})
        api("POST", f"/batches/{filed['batch']['id']}/cancel")


def first_rows(desk, runs):
    """Milliseconds from opening the page, with nothing kept by the browser, to rows that are painted."""
    times = []
    for _ in range(runs):
        context, page = desk.signed_in("anna")
        page.goto(desk.base + "/jobs", wait_until="commit")
        page.wait_for_function("() => document.querySelectorAll('tr[data-job]').length >= 10")
        times.append(page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))"))
        context.close()
    return times


def row_updates(desk, api):
    """Milliseconds from an event's arrival to its row as painted, while films are made."""
    context, page = desk.signed_in("anna")
    page.add_init_script(WATCH)
    page.goto(desk.base + "/jobs")
    settle(page)
    page.evaluate("watchRows()")
    for n in range(4):
        job = api("POST", "/jobs", {"title": f"影片 {n}", "content": "灯塔站在海边。夜里它一直亮着。船长看见了光。",
                                    "extra": DRAFT})
    api.wait(job["id"])
    page.wait_for_timeout(500)
    times = page.evaluate("() => window.updates")
    context.close()
    return times


def storyboard(desk, api, shots, runs):
    """Milliseconds from opening a film's page to a board of which every card is there and can be typed into."""
    text = "\n".join(SENTENCE.format(n=n) for n in range(1, shots * 2 // 3 + 1))
    job = api("POST", "/jobs", {"title": "长片", "content": text, "extra": DRAFT})
    api.wait(job["id"], seconds=1800)
    there = api("GET", f"/job_splits/{job['id']}")
    count = len(there["items"] if isinstance(there, dict) else there)
    times = []
    for _ in range(runs):
        context, page = desk.signed_in("anna")
        page.goto(f"{desk.base}/jobs/{job['id']}", wait_until="commit")
        page.wait_for_function(f"() => document.querySelectorAll('main textarea').length >= {count}")
        page.locator("main textarea").first.focus()
        times.append(page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))"))
        context.close()
    return count, times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--json")
    parser.add_argument("--jobs", type=int, default=50_000)
    parser.add_argument("--shots", type=int, default=60, help="about so many; the figure tells how many it has")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program, folder = pathlib.Path(options.program).resolve(), pathlib.Path(tempfile.mkdtemp(prefix="batchvideo-figures-"))
    figures = []

    def figure(name, times, target):
        times = sorted(times)
        figures.append({
            "name": name, "median_ms": round(statistics.median(times)), "worst_ms": round(times[-1]), "runs": len(times),
            "target_ms": target, "is_met": statistics.median(times) <= target})
        print("{name}: median {median_ms} ms, worst {worst_ms} ms of {runs}; target {target_ms} ms".format(**figures[-1])
              + ("" if figures[-1]["is_met"] else "  MISSED"), flush=True)

    server = Server(program, folder, slots=0)
    try:
        server.add_user("anna", admin=True)
        began = time.monotonic()
        fill(API(server, "anna"), options.jobs)
        print(f"{options.jobs} jobs filed in {time.monotonic() - began:.0f} s", flush=True)
        server.stop()
        server = Server(program, folder, slots=1)
        api = API(server, "anna")
        with open_browser() as browser:
            desk = Desk(browser, server.base, folder)
            figure(f"first rows of {options.jobs} jobs", first_rows(desk, options.runs), 1500)
            figure("a row after its event", row_updates(desk, api), 60)
            count, times = storyboard(desk, api, options.shots, options.runs)
            figure(f"storyboard of {count} shots", times, 1500)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
