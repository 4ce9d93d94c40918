"""Ctrl-C ends a command at once, without a word and without anything half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from timeline.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

LISTENING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A test run in the background ignores Ctrl-C, and what it starts inherits that."""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a named pipe tells when a command waits")
@pytest.mark.parametrize("command", [["known", "2025-01-20"], ["ingest"]])
def test_ctrl_c_ends_a_command_quietly(tmp_path: Path, command: list[str]) -> None:
    pipe = tmp_path / "slow.toml"
    os.mkfifo(pipe)
    program = f"{LISTENING}import sys; from timeline.cli import main; sys.exit(main())"
    with (
        subprocess.Popen(
            [sys.executable, "-c", program, *command, str(pipe)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
        ) as process,
        pipe.open("wb"),  # opens when the command has opened it, which then waits for bytes
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("late", ["cyclopts", "rich.console", "timeline.queries", "sqlite3"])
def test_ctrl_c_while_the_program_is_loaded_is_quiet(late: str) -> None:
    program = f"""
import sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {late!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from timeline.cli import main
sys.exit(main(["known", "2025-01-20", "fixtures/streams"]))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=False
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


def test_the_door_of_the_program_loads_next_to_nothing() -> None:
    program = "import sys; import timeline.cli; print(*sys.modules)"

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    ours = {name for name in ran.stdout.decode().split() if name.startswith("timeline")}
    assert ours == {"timeline", "timeline.cli", "timeline.cli._main"}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("timeline.Timeline.known", ["known", "2025-01-20", "fixtures/streams"]),
        ("timeline.cli._knowledge.show", ["known", "2025-01-20", "fixtures/streams"]),
        ("timeline.Timeline.verify", ["verify", "--store", "kursk.db"]),
        ("timeline.store.SqliteStore.backup", ["backup", "copy.db", "--store", "kursk.db"]),
        ("timeline.cli._copies.import_log", ["import", "log.jsonl", "--store", "new.db"]),
    ],
)
def test_wherever_it_comes_nothing_is_half_done(
    run: Callable[..., Ran],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: str,
    words: list[str],
) -> None:
    run("ingest", "fixtures/streams", "--store", "kursk.db")
    before = sorted(folder.iterdir())

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(target, interrupted)
    ran = run(*words)

    assert ran == type(ran)(130, "", "")
    assert sorted(folder.iterdir()) == before


def test_what_is_no_interrupt_is_not_kept_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("timeline.Timeline.known", broken)

    with pytest.raises(ZeroDivisionError):
        main(["known", "2025-01-20", str(ROOT / "fixtures/streams")])
