"""Unit tests of the web application's modules, in a page of the real server."""
import pathlib

FOLDER = pathlib.Path(__file__).parent / "units"


def run(page, base):
    """Runs every file; returns [(name, fault or None)]."""
    prelude = (FOLDER / "prelude.js").read_text()
    results = []
    for file in sorted(FOLDER.glob("*.js")):
        if file.name == "prelude.js":
            continue
        page.goto(base + "/login")
        script = f"async () => {{ {prelude}\n{file.read_text()}\nreturn results; }}"
        results += [(each["name"], each["fault"]) for each in page.evaluate(script)]
    return results
