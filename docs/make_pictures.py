"""All pictures of the docs, made anew from the fixtures: ``python -m docs.make_pictures``.

Terminals become SVG, through rich, and drawings are SVG; the page and a notebook become PNG, by
Chromium.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text
from tests.page.pictures import main as page_pictures
from tests.page.screen import Screen
from tests.rendering.pictures import drawings, notebook_cell_html

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/pictures"
WIDTH = 96

TERMINALS = {
    "known": ("known 2025-01-20 fixtures/streams", 74),
    "diff": ("diff 2025-01-20 2025-02-06 fixtures/streams", 50),
    "history": ("history withdrawal fixtures/streams --on 2025-02-07", 60),
}
"""The name of each picture of a terminal, its command, and how many lines it shows at most."""

_THEME = TerminalTheme(
    (253, 252, 248),
    (38, 38, 38),
    [
        (38, 38, 38),
        (178, 34, 34),
        (22, 110, 60),
        (138, 90, 0),
        (30, 80, 160),
        (130, 50, 130),
        (0, 105, 120),
        (110, 110, 110),
    ],
)

# rich's own frame loads a font from the web; this one takes what is there.
_FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def terminal(command: str, most: int) -> str:
    """Return what a terminal shows of ``timeline COMMAND`` as SVG, whole paragraphs of it."""
    program = [sys.executable, "-m", "timeline", *command.split()]
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    ran = subprocess.run(  # noqa: S603 - the commands stand above
        program, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    lines = ran.stdout.splitlines()
    last = len(lines)
    if last > most:
        last = max(number for number in range(most + 1) if not lines[number].strip())
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ timeline {command}\n", style="bold"))
    for line in lines[:last]:
        console.print(Text.from_ansi(line))
    if len(lines) > last:
        console.print(Text(f"\n... {len(lines) - last} more lines", style="dim"))
    return console.export_svg(title="", theme=_THEME, code_format=_FRAME, unique_id="t")


def main() -> None:
    """Make all pictures."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        sys.exit("no Chromium here: apt-get install chromium chromium-driver")
    os.chdir(ROOT)
    FOLDER.mkdir(exist_ok=True)
    for name, (command, most) in TERMINALS.items():
        picture = terminal(command, most)
        (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")
    for name, drawing in drawings().items():
        (FOLDER / f"{name}.svg").write_text(f"{drawing}\n", encoding="utf-8")
    page_pictures(FOLDER)
    screen = Screen(chromium, driver)
    try:
        with tempfile.TemporaryDirectory() as made:
            file = Path(made, "cell.html")
            file.write_text(notebook_cell_html(), encoding="utf-8")
            screen.size(940, 100).dark(on=False).open(file).settled()
            height = screen.run("return document.documentElement.scrollHeight")
            screen.size(940, int(height)).settled().picture(FOLDER / "notebook.png")
    finally:
        screen.close()


if __name__ == "__main__":
    main()
