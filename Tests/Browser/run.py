"""The web application in a real browser against the real server.

    run.py --program .build/debug/batchvideo --out .build/browser [--only stories,access,units] [--quick]

Prints a line for each test and ends with 1 when one failed. Pictures of every page are kept in --out.
"""
import argparse
import pathlib
import shutil
import signal
import sys
import tempfile
import time
import traceback

import access
import stories
import units
from desk import Desk, open_browser
from server import API, Server

LOOKS = [
    {"theme": theme, "language": language, "width": width, "height": height}
    for theme in ("light", "dark") for language in ("zh", "en") for width, height in ((1280, 800), (390, 844))
]


class Report:
    def __init__(self):
        self.failed = 0
        self.passed = 0

    def run(self, name, test):
        start = time.monotonic()
        try:
            test()
            self.passed += 1
            print(f"ok      {name} ({time.monotonic() - start:.1f} s)", flush=True)
        except Exception as error:  # whatever it is, the next test runs
            self.failed += 1
            print(f"FAILED  {name} ({time.monotonic() - start:.1f} s)\n{indented(error)}", flush=True)


def indented(error):
    text = str(error) if isinstance(error, AssertionError) else "".join(traceback.format_exception(error))
    return "\n".join("        " + line for line in text.splitlines()[:40])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only", default="units,stories,access")
    parser.add_argument("--quick", action="store_true", help="pages in two looks instead of eight")
    options = parser.parse_args()
    parts = options.only.split(",")
    # A run that is ended takes its server along: by the `finally` below.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="batchvideo-browser-"))
    server = Server(pathlib.Path(options.program).resolve(), folder)
    report = Report()
    try:
        server.add_user("anna", admin=True)
        server.add_user("bert")
        with open_browser() as browser:
            desk = Desk(browser, server.base, options.out)
            if "units" in parts:
                run_units(report, desk)
            world = stories.World(desk, server, API(server, "anna"))
            if "stories" in parts:
                for name, story in stories.ALL:
                    report.run(name, lambda: story(world))
            if "access" in parts:
                run_access(report, desk, world, LOOKS if not options.quick else [LOOKS[0], LOOKS[-1]])
            report.run("no page complained: no error on a console, no breach of the policy", lambda: quiet(desk))
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{report.passed} passed, {report.failed} failed; pictures in {options.out}")
    return 1 if report.failed else 0


def run_units(report, desk):
    context = desk.context()
    for name, fault in units.run(context.new_page(), desk.base):
        report.run(name, lambda: check(fault is None, fault))
    context.close()


def run_access(report, desk, world, looks):
    world.stage()
    context = desk.context()
    page = context.new_page()
    for path in ("/login", "/register"):
        report.run(f"{path}: axe, widths, languages", lambda: none(access.sweep(desk, page, path[1:], path, looks)))
    context.close()
    context, page = desk.signed_in("anna")
    for label, path in world.pages():
        report.run(f"{path}: axe, widths, languages", lambda: none(access.sweep(desk, page, label, path, looks)))

    def finds():
        access.visit(page, desk.base, "/jobs")
        check(not access.planted(page), f"axe did not find {access.planted(page)}")

    report.run("axe finds planted faults", finds)
    context.close()


def none(complaints):
    check(not complaints, "\n".join(complaints[:25]))


def quiet(desk):
    check(not desk.complaints, "\n".join(desk.complaints[:25]))


def check(condition, words):
    if not condition:
        raise AssertionError(words)


if __name__ == "__main__":
    sys.exit(main())
