"""Output on terminals, in pipes, in other encodings: as processes, since that is where it shows."""

from __future__ import annotations

import contextlib
import os
import re
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from timeline.cli import main
from timeline.cli._progress import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pty = pytest.importorskip("pty", reason="terminals are made by POSIX means")
fcntl = pytest.importorskip("fcntl", reason="terminals are made by POSIX means")
termios = pytest.importorskip("termios", reason="terminals are made by POSIX means")

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*3[0-9]")
KNOWN = [sys.executable, "-m", "timeline", "known", "2025-01-20", "--store", "kursk.db"]
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"}
} | {"TERM": "xterm-256color"}


@pytest.fixture(scope="module", autouse=True)
def beside_a_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder with a store, which a process opens faster than it reads files."""
    with contextlib.chdir(tmp_path_factory.mktemp("store")):
        assert main(["ingest", str(ROOT / "fixtures/streams"), "--store", "kursk.db"]) == 0
        yield


def widest(shown: str) -> int:
    """Return the length of the longest line, but for the commands, which are to be copied whole."""
    lines = ESCAPE.sub("", shown).splitlines()
    return max(len(line) for line in lines if not line.startswith("  timeline "))


def piped(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KNOWN, *words], capture_output=True, env=ENVIRONMENT | environment, check=False
    )


def on_a_terminal(columns: int, words: list[str], **environment: str) -> str:
    """Run *words* on a terminal of so many columns and return all that it shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, env=ENVIRONMENT | environment
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # Linux says so when the other side has closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() in {0, 2}
    return shown.decode().replace("\r\n", "\n")


def test_a_pipe_gets_no_colour_and_a_fixed_width() -> None:
    ran = piped()

    assert (ran.returncode, ran.stderr) == (0, b"")
    lines = ran.stdout.decode().splitlines()
    assert "\x1b" not in ran.stdout.decode()
    assert max(map(len, lines)) == 100
    assert not any(line.endswith(" ") for line in lines)


def test_columns_and_force_color_are_honoured_in_a_pipe() -> None:
    shown = piped(COLUMNS="60", FORCE_COLOR="1").stdout.decode()

    assert COLOUR.search(shown)
    assert widest(shown) == 60


@pytest.mark.parametrize("columns", [50, 80, 160])
def test_a_terminal_is_filled_and_never_overrun(columns: int) -> None:
    shown = on_a_terminal(columns, KNOWN)

    assert COLOUR.search(shown)
    assert widest(shown) == columns


def test_no_color_is_honoured_on_a_terminal() -> None:
    assert not COLOUR.search(on_a_terminal(80, KNOWN, NO_COLOR="1"))


def test_an_error_on_a_terminal_is_wrapped() -> None:
    words = [*KNOWN[:-3], "never-" * 12, *KNOWN[-2:]]

    shown = on_a_terminal(50, words)

    assert shown.startswith("timeline: DATE:")
    assert max(map(len, shown.splitlines())) <= 50
    assert "Traceback" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_that_lacks_characters_gets_the_nearest(encoding: str) -> None:
    ran = piped(PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Two North Korean soldiers are taken prisoner" in ran.stdout.decode(encoding)


def test_json_is_utf_8_whatever_the_terminal_says() -> None:
    assert piped("--json", PYTHONIOENCODING="ascii").stdout == piped("--json").stdout


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_a_reader_that_goes_is_no_error(words: list[str]) -> None:
    with subprocess.Popen(
        [*KNOWN, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk is played by /dev/full")  # noqa: PTH110 - no path of ours
@pytest.mark.parametrize("words", [[], ["--json"]])
def test_a_full_disk_is_an_error_in_one_line(words: list[str]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - as above
        ran = subprocess.run(
            [*KNOWN, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
        )

    assert ran.returncode == 1
    assert ran.stderr == b"timeline: No space left on device\n"


def test_a_closed_output_is_no_error(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    del folder
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["known", "2025-01-20", "fixtures/streams"]) == 0
    assert main(["known", "2025-01-20", "fixtures/streams", "--json"]) == 0


def test_waiting_shows_nothing_in_a_pipe(capfd: pytest.CaptureFixture[str]) -> None:
    with waiting("checking") as progress:
        progress(1, 2)

    assert capfd.readouterr() == ("", "")


def test_waiting_shows_a_bar_on_a_terminal_once_it_takes_long() -> None:
    program = (
        "import time\n"
        "from timeline.cli import _progress\n"
        "_progress.PATIENCE = {}\n"
        "with _progress.waiting('checking') as progress:\n"
        "    progress(1, 2)\n"
        "    time.sleep(0.3)\n"
    )

    soon = on_a_terminal(80, [sys.executable, "-c", program.format(0.05)])
    late = on_a_terminal(80, [sys.executable, "-c", program.format(30)])

    assert "checking" in soon
    assert "checking" not in late


def test_waiting_counts_files_as_long_as_their_number_is_not_known() -> None:
    program = (
        "import time\n"
        "from timeline.cli import _progress\n"
        "_progress.PATIENCE = 0.05\n"
        "with _progress.waiting('reading') as progress:\n"
        "    progress(1500, 0)\n"
        "    time.sleep(0.3)\n"
    )

    assert "reading: 1,500 files" in on_a_terminal(80, [sys.executable, "-c", program])
