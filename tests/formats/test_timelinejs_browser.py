"""The slides in the real TimelineJS3 from the npm registry, in Chromium."""

# ruff: noqa: ANN401 - the driver of a browser has no type where Selenium is missing

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import tarfile
import threading
import time
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from tests.formats.conftest import store_of, written
from tests.formats.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline.store import EventStore

pytestmark = pytest.mark.browser

PACKAGE = "@knight-lab/timelinejs@3.9.11"
CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")

PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="dist/css/timeline.css"><script src="dist/js/timeline.js"></script>
<div id="timeline" style="width: 1200px; height: 700px"></div>
<script>
window.data = %s;
window.timeline = new TL.Timeline("timeline", window.data, {font: null, language: "en"});
</script>
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked package of TimelineJS3."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which fetches TimelineJS3, is not installed")
    folder = tmp_path_factory.mktemp("timelinejs")
    ran = subprocess.run(
        [npm, "pack", PACKAGE, "--prefer-offline", "--silent"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found = list(folder.glob("*.tgz"))
    if ran.returncode or not found:
        pytest.skip(f"npm could not fetch {PACKAGE}: {ran.stderr.strip()[-200:]}")
    with tarfile.open(found[0]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


@pytest.fixture(scope="module")
def site(package: Path) -> Iterator[str]:
    """The address under which the package is served, on this machine alone."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
            del format, args

    handler = functools.partial(Quiet, directory=str(package))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser that reaches nothing but this machine."""
    webdriver = pytest.importorskip("selenium.webdriver")
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
        "--window-size=1280,900",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


def shown(chromium: Any, site: str, package: Path, store: EventStore) -> list[str]:
    """Show what a store holds, and return the words of each slide."""
    data = written(store, "timelinejs").data.decode()
    (package / "page.html").write_text(PAGE % data, encoding="utf-8")
    chromium.get_log("performance")
    chromium.get(f"{site}/page.html")
    expected = len(orjson.loads(data)["events"]) + 1  # the title
    end = time.monotonic() + 20
    slides: list[Any] = []
    while len(slides) < expected and time.monotonic() < end:
        slides = chromium.find_elements("css selector", ".tl-slide")
        time.sleep(0.1)
    # Slides are filled when they come near: go through all of them.
    ids = chromium.execute_script(
        "return window.timeline.config.events.map(event => event.unique_id)"
    )
    for name in ids:
        chromium.execute_script("window.timeline.goToId(arguments[0])", name)
        time.sleep(0.05)
    script = "return [...document.querySelectorAll('.tl-slide')].map(slide => slide.textContent)"
    texts: list[str] = chromium.execute_script(script)
    assert chromium.execute_script("return window.timeline.config.messages.errors") == []
    return texts


def asked_for(chromium: Any) -> set[str]:
    """Return the addresses that the page asked for since this was last asked."""
    messages = (
        orjson.loads(entry["message"])["message"] for entry in chromium.get_log("performance")
    )
    return {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }


def test_every_slide_is_shown_with_its_date_and_its_words(
    chromium: Any, site: str, package: Path, five: EventStore
) -> None:
    plain = orjson.loads(written(five, "timelinejs").data)

    texts = shown(chromium, site, package, five)

    assert len(texts) == len(plain["events"]) + 1
    everything = "\n".join(texts)
    for slide in plain["events"]:
        assert slide.get("display_date", "") in everything
    assert "Ukraine's army crosses into Kursk province" in everything
    assert all(url.startswith((site, "data:")) for url in asked_for(chromium))


def test_hostile_words_are_shown_and_not_obeyed(chromium: Any, site: str, package: Path) -> None:
    texts = shown(chromium, site, package, store_of(hostile()))

    everything = "\n".join(texts)
    assert chromium.execute_script("return window.harmed") is None
    assert "<script>window.harmed" in everything
    assert "spotify, an iframe" in everything
    assert not chromium.find_elements("css selector", "#timeline iframe")
    assert not chromium.find_elements("css selector", "a[href^=javascript]")
    assert all(url.startswith((site, "data:")) for url in asked_for(chromium))
    for text in chromium.find_elements("css selector", ".tl-text-content-container"):
        assert text.size["width"] <= 1200
