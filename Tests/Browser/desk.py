"""A browser as people use it, which notes everything that it should not have to say."""
import contextlib
import pathlib
import re

from playwright.sync_api import expect, sync_playwright

from server import PASSWORD

CHROMIUM = "/usr/bin/chromium"
# Beside other tests on two cores a page takes its time.
expect.set_options(timeout=30_000)
# Answers that a story causes on purpose; the browser reports each of them as an error of loading.
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of (400|401|403|404|409|413|422|429)")
CUT = re.compile(r"net::ERR_|Failed to fetch|NetworkError|EventSource")


class Desk:
    def __init__(self, browser, base, out):
        self.browser, self.base, self.out = browser, base, pathlib.Path(out)
        self.complaints = []
        self.allows_cuts = False

    def context(self, width=1280, height=800, theme="light", language="zh", **more):
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme,
            locale="zh-CN" if language == "zh" else "en-GB", timezone_id="Asia/Shanghai", accept_downloads=True, **more)
        context.set_default_timeout(30_000)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.violatedDirective + ' '"
            " + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber))")
        context.on("page", self._listen)
        return context

    def _listen(self, page):
        page.on("console", lambda message: message.type == "error" and self._hear(page, message))
        page.on("pageerror", lambda error: self._complain(page, f"{error}\n{error.stack}"))

    def _hear(self, page, message):
        url = message.location.get("url", "")
        # A player that reads a film in ranges while the film is made anew: the rest is another file's.
        if "net::ERR_FAILED" in message.text and "/api/files/content" in url:
            return
        self._complain(page, f"{message.text} {url}".strip())

    def _complain(self, page, text):
        if EXPECTED.search(text) or (self.allows_cuts and CUT.search(text)):
            return
        self.complaints.append(f"{page.url}: {text}")

    def signed_in(self, name, base=None, **look):
        """A context of somebody who is logged in, and its first page."""
        context = self.context(**look)
        base = base or self.base
        answer = context.request.post(
            f"{base}/api/auth/login", data={"username": name, "password": PASSWORD}, headers={"origin": base})
        assert answer.ok, answer.text()
        return context, context.new_page()

    def picture(self, page, name, full=False):
        self.out.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=self.out / f"{name}.png", full_page=full)


@contextlib.contextmanager
def open_browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"])
        try:
            yield browser
        finally:
            browser.close()


__all__ = ["Desk", "open_browser", "expect"]
