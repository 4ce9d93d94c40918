"""Several processes share a file, and one that dies takes nothing with it that it had promised."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from timeline.store import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

PROLOGUE = """
import os, sys
from timeline.errors import StoreError, WrongExpectedVersion
from timeline.model import Claim, ClaimStated
from timeline.store import SqliteStore
def claim(number):
    return ClaimStated(Claim(f"a#{number}", "asserts", ("o",)))
store = SqliteStore.open(sys.argv[1])
"""

# Appends 20 claims, each behind the version that it saw; says how often it came too late.
RIVAL = """
print("ready", flush=True)
sys.stdin.readline()
done = late = 0
while done < 20:
    seen = store.version("a")
    try:
        store.append("a", [claim(seen + 1)], expected=seen)
        done += 1
    except WrongExpectedVersion as error:
        assert (error.expected, error.actual > seen) == (seen, True)
        late += 1
store.close()
print(late)
"""

# Appends batches of three for as long as it lives; says each version when it is promised.
WRITER = """
version = store.version("a")
while True:
    batch = [claim(version + offset) for offset in (1, 2, 3)]
    version = store.append("a", batch, expected=version).version
    print(version, flush=True)
"""

FORKING = """
store.append("a", [claim(1)])
child = os.fork()
if child == 0:
    try:
        store.version("a")
    except StoreError as error:
        os.write(1, str(error).encode())
    os._exit(0)
os.waitpid(child, 0)
assert store.append("a", [claim(2)], expected=1).version == 2
store.close()
"""


def start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROLOGUE + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_of_two_processes_with_one_version_one_comes_too_late(path: Path) -> None:
    with start(RIVAL, path) as one, start(RIVAL, path) as other:
        for process in (one, other):
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        late = [process.communicate("go\n", timeout=60)[0] for process in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0)
    assert all(text.strip().isdigit() for text in late)
    with SqliteStore.open(path) as store:
        assert store.verify().position == store.version("a") == 40
        claims = [row.claim for row in store.rows()]
    assert claims == [f"a#{number}" for number in range(1, 41)]  # no lost update


@pytest.mark.parametrize("promises", [1, 7, 20])
def test_a_writer_killed_in_mid_append_loses_nothing_promised(path: Path, promises: int) -> None:
    with start(WRITER, path) as writer:
        assert writer.stdout is not None
        promised = [int(writer.stdout.readline()) for _ in range(promises)][-1]
        writer.kill()
    with SqliteStore.open(path) as store:
        version = store.version("a")
        assert version >= promised == 3 * promises
        assert version % 3 == 0  # no part of a batch
        assert store.verify().position == version
        assert store.append("a", [], expected=version).version == version


def test_a_store_does_not_follow_into_a_fork(path: Path) -> None:
    with start(FORKING, path) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "opened before a fork" in said
    with SqliteStore.open(path) as store:
        assert store.verify().position == 2
