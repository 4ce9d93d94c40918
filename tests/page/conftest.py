"""What the tests of the page share: the page of the five articles, and a browser to look at it."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.page.pages import ROOT, page_text
from timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.page.screen import Screen


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs Chromium, its driver and selenium")


@pytest.fixture(scope="session")
def five_articles_page() -> str:
    """The page of the five articles."""
    with Timeline.read(ROOT / "fixtures/streams") as collection:
        return page_text(collection, title="North Koreans in Kursk", measure="casualties")


@pytest.fixture(scope="session")
def machine_read_page() -> str:
    """The page of the five articles as the rules read them, which no person has looked at."""
    with Timeline.read(ROOT / "fixtures/articles") as collection:
        return page_text(collection)


@pytest.fixture(scope="session")
def page_file(five_articles_page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, in a file."""
    file = tmp_path_factory.mktemp("page") / "kursk.html"
    file.write_text(five_articles_page, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A browser without a window; skipped where there is none."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    if find_spec("selenium") is None:
        pytest.skip("selenium is not installed: pip install selenium")
    from tests.page.screen import Screen  # noqa: PLC0415 - it imports selenium

    opened = Screen(chromium, driver)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; skipped where it is not installed."""
    named = os.environ.get("AXE_CORE")
    spec: Any = find_spec("axe_playwright_python")
    if named is None and spec is None:
        pytest.skip(
            "no axe-core: set AXE_CORE to its axe.min.js, or pip install --no-deps "
            "axe-playwright-python"
        )
    file = Path(named) if named else Path(spec.origin).with_name("axe.min.js")
    return file.read_text(encoding="utf-8")
