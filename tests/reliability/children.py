"""Child processes that say what they were promised, and can be killed at any moment."""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from typing import TYPE_CHECKING

import attrs

from timeline.model import Claim, ClaimStated

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store import SqliteStore

BATCH = 3
"""Events of each append, so that a part of one would show."""


class TrialFailed(Exception):
    """A promise was broken."""


def expect(kept: object, promise: str) -> None:
    """Raise `TrialFailed` unless *kept*."""
    if not kept:
        raise TrialFailed(promise)


def claim(stream: str, number: int, text: str = "") -> ClaimStated:
    return ClaimStated(Claim(f"{stream}#{number}", "asserts", ("outlet",), text=text))


@attrs.define
class Child:
    """A forked process and what it says, line by line."""

    pid: int
    pipe: int
    heard: bytes = b""

    def listen(self, lines: int) -> None:
        """Wait until it has said so many lines, or is gone."""
        while self.heard.count(b"\n") < lines:
            more = os.read(self.pipe, 65536)
            if not more:
                return
            self.heard += more

    def wait(self) -> list[str]:
        """Wait for its end, which must be a good one, and return what it said."""
        lines = self._lines()
        _, status = os.waitpid(self.pid, 0)
        expect(status == 0, f"a child ended with status {status}: {lines}")
        return lines

    def kill(self) -> list[str]:
        """Kill it at once, and return what it had said."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        lines = self._lines()
        os.waitpid(self.pid, 0)
        return lines

    def _lines(self) -> list[str]:
        while more := os.read(self.pipe, 65536):
            self.heard += more
        os.close(self.pipe)
        whole, _, _ = self.heard.rpartition(b"\n")
        return whole.decode().splitlines()


def start(work: Callable[[Callable[[object], None]], None]) -> Child:
    """Do *work* in a child; it is given a function by which it says things."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return Child(pid, ours)
    os.close(ours)
    status = 1
    try:
        work(lambda thing: _say(theirs, thing))
        status = 0
    except BaseException:  # noqa: BLE001  # it must not go on as a second parent
        _say(theirs, traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(status)


def _say(pipe: int, thing: object) -> None:
    os.write(pipe, f"{thing}\n".encode())  # not buffered: said is said


def append_for_ever(store: SqliteStore, say: Callable[[object], None]) -> None:
    """Append one batch after the other to one stream; say each version when it is promised."""
    version = store.version("a")
    while True:
        batch = [claim("a", version + number) for number in range(1, BATCH + 1)]
        version = store.append("a", batch, expected=version).version
        say(version)


def check_promises(store: SqliteStore, promised: int) -> int:
    """Check that all that was promised is there, and no part of an append; return the version."""
    version = store.version("a")
    expect(version >= promised, f"version {promised} was promised, {version} is there")
    expect(version % BATCH == 0, f"a part of an append: version {version}")
    expect(store.head().position == version, "positions are not dense")
    return version
