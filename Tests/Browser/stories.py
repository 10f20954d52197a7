"""What people do with the web application, from the first sign-up to the mended film."""
import json
import re
import tempfile
import pathlib

from access import settle
from desk import expect
from server import API, PASSWORD, Wire

TEXTS = """晨光里的茶
清晨的阳光落在窗台上。烧一壶水，等它慢慢沸腾。


雨后的小巷
雨停了，青石板上映着灯光。一只猫走过，留下浅浅的脚印。


海边的灯塔
灯塔站在海边。夜里它一直亮着，等着归来的船。
"""
DRAFT = {"quality": "draft", "resolution": "320x200", "mix": 0}


class World:
    """What the stories leave behind, and what the pages are shown with."""

    def __init__(self, desk, server, api):
        self.desk, self.server, self.api = desk, server, api
        self.job = None

    def film(self):
        """A finished film of at least two shots."""
        if self.job is None:
            self.job = self.api("POST", "/jobs", {
                "title": "灯塔", "content": "灯塔站在海边，夜里它一直亮着。\n\n船长看见了光，慢慢把船开回了家。\n\n孩子们在码头上等着他，一直等到天亮。",
                "extra": DRAFT})["id"]
            self.api.wait(self.job)
        return self.job

    def stage(self):
        """Everything that pages may show."""
        self.film()
        account = self.api("POST", "/accounts", {"username": "晚风频道", "extra": {"subtitle_background": "#2B5A8C"}})
        self.api("POST", "/topics", {"name": "Healthy living", "prompt_image_prefix": "soft light"})
        self.api("POST", "/languages", {"name": "zh-CN", "language_name": "中文", "platform": "embedded"})
        self.api("POST", "/templates", {"name": "Short film", "values": {"speech_speed": 1.0}})
        self.api("POST", "/keys", {"name": "script"})
        self.api("POST", "/webhooks", {"url": "https://example.com/hook", "events": ["execution.succeeded"]})
        batch = self.api("POST", "/jobs/batch", {"name": "A batch", "jobs": [
            {"title": f"Film {n}", "content": "灯塔站在海边。", "account_id": account["id"], "extra": DRAFT} for n in (1, 2)]})
        self.batch = batch["batch"]["id"]
        for job in batch["ids"]:
            self.api.wait(job)

    def pages(self):
        job, batch = self.job, self.batch
        paths = ["/jobs", "/new", f"/jobs/{job}/storyboard", f"/jobs/{job}/captions", f"/jobs/{job}/audio", f"/jobs/{job}/runs",
                 f"/jobs/{job}/files", f"/jobs/{job}/log", "/batches", f"/batches/{batch}", "/import", "/library"]
        paths += [f"/library/{tab}" for tab in ("accounts", "languages", "voices", "templates", "footage", "music")]
        paths += [f"/system/{tab}" for tab in ("health", "vendors", "people", "audit")]
        paths += ["/system", "/settings", "/settings/sessions", "/settings/keys", "/settings/webhooks", "/settings/about", "/help", "/jobs/999999"]
        return [(re.sub(r"/\d+", "", path).strip("/").replace("/", "-"), path) for path in paths]


def first_film(world):
    """Sign up, paste three texts, dry run, run, watch, open the storyboard, change a shot, render, play, seek, download."""
    desk = world.desk
    context = desk.context()
    page = context.new_page()
    page.goto(desk.base + "/register")
    page.get_by_label("用户名").fill("chen")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次密码").fill(PASSWORD)
    page.get_by_role("button", name="注册").click()
    expect(page.get_by_role("heading", name="还没有任务")).to_be_visible()
    desk.picture(page, "story-1-empty")

    # Small films: a topic of this user's says how they are made.
    API(world.server, "chen")("POST", "/topics", {"name": "小样", "extra": DRAFT})
    page.reload()
    page.get_by_role("link", name="批量导入").click()
    page.get_by_label("文稿", exact=True).fill(TEXTS)
    expect(page.get_by_text("识别到 3 篇")).to_be_visible()
    page.get_by_role("button", name="检查").click()
    page.get_by_label("主题").select_option(label="小样")
    page.get_by_role("button", name="试算").click()
    expect(page.get_by_text("不产生费用")).to_be_visible()
    expect(page.get_by_text(re.compile("成片约"))).to_be_visible()
    desk.picture(page, "story-2-tried")
    page.get_by_role("button", name="制作 3 部影片").click()
    expect(page).to_have_url(re.compile(r"/batches/\d+"))
    expect(page.get_by_text("已全部结束")).to_be_visible(timeout=600_000)
    desk.picture(page, "story-3-batch")

    page.get_by_role("link", name="雨后的小巷").click()
    expect(page).to_have_url(re.compile(r"/jobs/\d+"))
    settle(page)
    expect(page.locator("[data-shot]").first).to_be_visible()
    desk.picture(page, "story-4-storyboard")
    text = page.locator("[data-shot] textarea[data-field=text]").first
    text.fill(text.input_value().replace("青石板", "石板路"))
    text.blur()
    expect(page.get_by_text("已保存")).to_be_visible()
    page.get_by_role("button", name="更新影片").click()
    expect(page.get_by_text(re.compile("影片制作中|已开始更新")).first).to_be_visible()
    expect(page.get_by_text("影片与分镜一致")).to_be_visible(timeout=600_000)

    play(page)
    desk.picture(page, "story-5-mended")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载影片").first.click()
    assert pathlib.Path(download.value.path()).stat().st_size > 10_000
    context.close()


def play(page):
    """The film plays, and goes on from where one jumps to."""
    page.wait_for_function("() => document.querySelector('video')?.readyState >= 1", timeout=30_000)
    length = page.evaluate("() => document.querySelector('video').duration")
    assert length > 2, f"the film lasts {length} s"
    place = page.evaluate("""async () => {
        const video = document.querySelector('video');
        video.muted = true;
        const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
        video.currentTime = video.duration * 0.6;
        await seeked;
        const from = video.currentTime;
        await video.play();
        await new Promise((resolve) => setTimeout(resolve, 700));
        video.pause();
        return [from, video.currentTime];
    }""")
    assert place[1] > place[0] > length * 0.55, f"it went from {place[0]} to {place[1]} of {length}"


def broken_table(world):
    """A CSV with faults: each named at its cell, mended in the page, and only then filed."""
    desk = world.desk
    context, page = desk.signed_in("bert")
    table = "标题,正文,语速\n好的一行,灯塔站在海边。,0.9\n太快的一行,灯塔站在海边。,9\n空的一行,,1\n"
    file = pathlib.Path(tempfile.mkdtemp()) / "films.csv"
    file.write_text(table)
    page.goto(desk.base + "/import")
    page.get_by_role("tab", name="表格文件").click()
    page.set_input_files("#import-file", file)
    expect(page.get_by_text("3 行").first).to_be_visible()
    page.get_by_role("button", name="试算").click()
    expect(page.get_by_text("2 行有错误").first).to_be_visible()
    desk.picture(page, "table-faults")
    page.get_by_label("第 3 行 语速").fill("1.1")
    page.get_by_label("第 4 行 正文").fill("海上起风了。")
    page.get_by_role("button", name="试算").click()
    expect(page.get_by_role("button", name="制作 3 部影片")).to_be_visible()
    context.close()


def two_tabs(world):
    """The same shot changed in two windows: both versions are shown, and what is chosen stays."""
    desk, job = world.desk, world.film()
    context, one = desk.signed_in("anna")
    two = context.new_page()
    for page in (one, two):
        page.goto(f"{desk.base}/jobs/{job}/storyboard")
        expect(page.locator("[data-shot]").first).to_be_visible()
    # The second window does not hear of the first's change in time.
    two.route("**/api/jobs/*/splits", lambda route: route.abort() if route.request.method == "GET" else route.continue_())
    desk.allows_cuts = True
    change(one, "第一个窗口写的。")
    expect(one.get_by_text("已保存")).to_be_visible()
    change(two, "第二个窗口写的。")
    expect(two.get_by_role("dialog")).to_contain_text("第一个窗口写的")
    expect(two.get_by_role("dialog")).to_contain_text("第二个窗口写的")
    desk.picture(two, "conflict")
    two.get_by_role("button", name="采用现有的").click()
    expect(two.locator("[data-shot] textarea[data-field=text]").first).to_have_value(re.compile("第一个窗口"))
    desk.allows_cuts = False
    context.close()


def change(page, text):
    field = page.locator("[data-shot] textarea[data-field=text]").first
    field.fill(text)
    field.blur()


def cut_stream(world):
    """The connection is gone for ten seconds while a film is made: the page says so and is right again afterwards."""
    desk = world.desk
    wire = Wire(world.server.port)
    desk.allows_cuts = True
    context, page = desk.signed_in("anna", base=wire.base)
    page.goto(wire.base + "/jobs")
    settle(page)
    job = world.api("POST", "/jobs", {"title": "断线时做的影片", "content": "灯塔站在海边。", "extra": DRAFT})["id"]
    expect(page.locator(f"tr[data-job='{job}']")).to_be_visible()
    wire.cut()
    expect(page.get_by_text(re.compile("连接已断开"))).to_be_visible(timeout=15_000)
    page.wait_for_timeout(10_000)
    world.api.wait(job)
    wire.heal()
    expect(page.locator(f"tr[data-job='{job}']").get_by_text("已完成")).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile("连接已断开"))).to_have_count(0)
    context.close()
    wire.close()
    desk.allows_cuts = False


def keyboard_only(world):
    """From the login to a changed shot without a mouse."""
    desk, job = world.desk, world.film()
    context = desk.context()
    page = context.new_page()
    page.goto(desk.base + "/login")
    page.get_by_label("用户名").wait_for()
    page.keyboard.type("anna")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="任务")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到主要内容")
    page.keyboard.press("Enter")
    expect(page.locator("main:focus")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("快捷键")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.goto(f"{desk.base}/jobs/{job}/storyboard")
    expect(page.locator("[data-shot]").first).to_be_visible()
    page.locator("[data-shot]").first.focus()
    page.keyboard.press("ArrowRight")
    second = page.locator("[data-shot]").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("l")
    expect(second.get_by_text("已锁定")).to_be_visible()
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.type("真好。")
    page.keyboard.press("Escape")
    expect(second).to_be_focused()
    expect(page.get_by_text("已保存")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(second.locator("textarea[data-field=text]")).not_to_have_value(re.compile("真好"))
    context.close()


def strangers(world):
    """Another user's pages, links and files: not there, or not theirs."""
    desk, job = world.desk, world.film()
    link = world.api("GET", f"/jobs/{job}")["logoed_video_url"]
    context, page = desk.signed_in("bert")
    page.goto(f"{desk.base}/jobs/{job}")
    expect(page.get_by_text(re.compile("找不到|已被删除")).first).to_be_visible()
    desk.picture(page, "not-mine")
    page.goto(desk.base + "/system")
    expect(page.get_by_role("heading", name="没有权限")).to_be_visible()
    for broken in (link.replace("user=", "user=x"), re.sub(r"expires=\d+", "expires=1", link), re.sub(r"key=[^&]+", "key=jobs%2F1%2Fx", link)):
        answer = context.request.get(broken if broken.startswith("http") else desk.base + broken)
        assert answer.status == 403, f"{broken}: {answer.status}"
    page.goto(desk.base + "/nowhere/at/all")
    assert page.evaluate("() => document.body.innerText").strip() != ""
    context.close()


def refusals(world):
    """Wrong passwords are told and then limited; fields say what the server has against them."""
    desk = world.desk
    context = desk.context(language="en")
    page = context.new_page()
    page.goto(desk.base + "/login")
    page.get_by_label("User name").fill("anna")
    page.get_by_label("Password").fill("not-the-password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("wrong")
    page.goto(desk.base + "/register")
    page.get_by_label("User name").fill("anna")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_text(re.compile("taken"))).to_be_visible()
    context.close()


def broken_server(world):
    """Errors, limits and silence of the server, each with what to do about it."""
    desk = world.desk
    context, page = desk.signed_in("anna", language="en")
    desk.allows_cuts = True
    answers = {500: "made a mistake", 503: "Not available", 429: "Too many requests", 403: "may not see"}
    for status, words in answers.items():
        body = json.dumps({"code": "x", "message": "", "request_id": f"req-{status}"})
        page.route("**/api/jobs?*", lambda route: route.fulfill(
            status=status, body=body, content_type="application/json", headers={"retry-after": "3"}))
        page.goto(desk.base + "/jobs")
        expect(page.get_by_role("alert")).to_contain_text(words)
        expect(page.get_by_role("alert")).to_contain_text(f"req-{status}")
        page.unroute("**/api/jobs?*")
    page.route("**/api/jobs?*", lambda route: route.abort())
    page.goto(desk.base + "/jobs")
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    page.unroute("**/api/jobs?*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("table.jobs, .empty")).to_be_visible()
    desk.allows_cuts = False
    # 500 and 503 are reported by the browser as well.
    desk.complaints[:] = [each for each in desk.complaints if not re.search(r"status of 50[03]", each)]
    context.close()


ALL = [
    ("a first film, from sign-up to download", first_film),
    ("a table with faults is mended in the page", broken_table),
    ("two windows change the same shot", two_tabs),
    ("the connection is cut for ten seconds", cut_stream),
    ("everything by keyboard", keyboard_only),
    ("other people's pages and links", strangers),
    ("what is refused is told at its field", refusals),
    ("errors of the server and what to do", broken_server),
]
