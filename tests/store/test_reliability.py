"""The short form of each trial of reliability, in a process of its own, since trials fork."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.faults import compiler

ROOT = Path(__file__).parents[2]


def trial(name: str, count: int) -> dict[str, int]:
    """Run a trial, which ends badly where a promise is broken, and return its numbers."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability", name, "--count", str(count), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    numbers: dict[str, int] = json.loads(done.stdout)
    return numbers


def test_a_writer_that_is_killed_loses_nothing_that_was_promised() -> None:
    numbers = trial("kill", 200)
    assert numbers["rounds"] == 200
    assert numbers["appends promised"] > 200  # so that there was something to lose


def test_a_consumer_that_is_killed_takes_each_event_in_once() -> None:
    numbers = trial("consumer", 100)
    assert numbers["kills of each"] == 100
    assert numbers["before its end"] > 10


def test_eight_writers_and_a_follower_get_along() -> None:
    numbers = trial("crowd", 4_000)
    assert numbers["events"] == 4_000
    assert numbers["conflicts"] > 0


def test_bits_that_flip_are_found_or_harmless() -> None:
    numbers = trial("flips", 150)
    assert numbers["found"] > 20


def test_a_write_ahead_log_that_is_cut_leaves_whole_commits_and_a_loss_that_is_reported() -> None:
    numbers = trial("wal", 150)
    assert numbers["whole commits lost and reported"] > 140


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or compiler() is None,
    reason="faults are injected by LD_PRELOAD: needs Linux and a C compiler",
)
def test_a_disk_that_fails_is_an_error_and_loses_nothing_that_was_promised() -> None:
    numbers = trial("faults", 20)
    for name in ("EIO on fsync", "EIO on write", "ENOSPC on write"):
        # The others hit the move of the log into the file, which SQLite tries again later.
        assert numbers[f"{name}: raised"] >= 15
