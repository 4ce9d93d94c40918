"""Pictures of the page at three dates: ``python -m tests.page.pictures FOLDER``.

They show what the page is for: what was known on 20 January, what ten days later, and in the end.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.page.pages import ROOT, page_text
from tests.page.screen import Screen
from timeline import Timeline

SHOTS = (
    ("page-2025-01-20", "2025-01-20", 1280, 1000),
    ("page-2025-01-30", "2025-01-30", 1280, 1000),
    ("page-2025-02-07", "2025-02-07/combat-halt", 1280, 1000),
    ("page-phone", "2025-01-30", 390, 844),
)
"""The name of each picture, the address that it shows, and the size of the window."""


def main(folder: Path) -> None:
    """Take the pictures into *folder*."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        sys.exit("no Chromium here: apt-get install chromium chromium-driver")
    with Timeline.read(ROOT / "fixtures/streams") as collection:
        text = page_text(collection, title="North Koreans in Kursk", measure="casualties")
    screen = Screen(chromium, driver)
    try:
        with tempfile.TemporaryDirectory() as made:
            file = Path(made, "kursk.html")
            file.write_text(text, encoding="utf-8")
            for name, address, width, height in SHOTS:
                screen.size(width, height).dark(on=False).open(file, address).settled()
                screen.run("scrollTo(0, 0)")
                screen.settled().picture(folder / f"{name}.png")
    finally:
        screen.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
