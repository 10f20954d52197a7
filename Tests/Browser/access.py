"""Every page in both themes, languages and widths: axe finds nothing, and finds what is planted."""
import pathlib
import re

AXE = pathlib.Path(__file__).resolve().parents[2] / ".build/webtests/axe_playwright_python/axe.min.js"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']}"
CHINESE = re.compile("[\u3400-\u9fff\uff00-\uffef]")


def faults(page):
    """What axe has to say against the page, one line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(f"axe.run(document, {RULES})")["violations"]
    return [f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for each in found for node in each["nodes"]]


def settle(page):
    """Until the page shows what it came for: no skeleton, nothing on its way."""
    page.wait_for_function("() => document.querySelector('main h1, main h2, main form') !== null")
    page.wait_for_function("() => document.querySelector('.skeleton, .skeleton-space') === null", timeout=20_000)


def visit(page, base, path):
    page.goto(base + path)
    settle(page)


def sweep(desk, paths, looks, name):
    """Visits each path in each look as `name` (None: as nobody); gives the faults, and keeps a picture of each."""
    complaints = []
    for look in looks:
        if name:
            context, page = desk.signed_in(name, **look)
        else:
            context = desk.context(**look)
            page = context.new_page()
        mark = f"{look['theme']}-{look['language']}-{look['width']}"
        for label, path in paths:
            visit(page, desk.base, path)
            desk.picture(page, f"{label}-{mark}")
            complaints += [f"{path} ({mark}): {fault}" for fault in faults(page)]
            wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 1:
                complaints.append(f"{path} ({mark}): the page is {wide} px wider than the window")
            if look["language"] == "en":
                complaints += [f"{path} ({mark}): Chinese in the English page: {text}" for text in chinese(page)]
        context.close()
    return complaints


def chinese(page):
    """Words of ours that are Chinese in an English page. Data that people brought, and names of languages, are marked."""
    texts = page.evaluate("""() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const out = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!parent.closest('[data-user], [lang], textarea, option, script, style')) out.push(node.data);
        }
        return out;
    }""")
    return [text.strip()[:60] for text in texts if CHINESE.search(text)]


def planted(page):
    """Faults that axe must find, so that its silence means something."""
    page.evaluate("""() => {
        const place = document.createElement('div');
        place.id = 'planted';
        const image = document.createElement('img');
        image.src = '/icon.svg';
        const button = document.createElement('button');
        const text = document.createElement('p');
        text.textContent = 'hardly to be read';
        text.style.color = '#bbb';
        text.style.background = '#fff';
        place.append(image, button, text);
        document.querySelector('main').append(place);
    }""")
    found = " ".join(faults(page))
    page.evaluate("() => document.getElementById('planted').remove()")
    return [rule for rule in ("image-alt", "button-name", "color-contrast") if rule not in found]
