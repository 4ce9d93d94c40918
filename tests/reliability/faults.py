"""Disks that fail: syncs and writes that return EIO, and a disk that gets full."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reliability.children import BATCH, TrialFailed, check_promises, claim, expect, start
from timeline.errors import StoreError
from timeline.store import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable

SYNC, WRITE = 1, 2
APPENDS = 40
TRIALS = {
    "EIO on fsync": (SYNC, errno.EIO, 0),
    "EIO on write": (WRITE, errno.EIO, 0),
    "ENOSPC on write": (WRITE, errno.ENOSPC, 1),
}

_SOURCE = Path(__file__).with_name("faults.c")
_LOADED = "TIMELINE_FAULTS"


def compiler() -> str | None:
    """Return the C compiler of this machine; None where there is none."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def with_faults(folder: Path, points: int) -> dict[str, int]:
    """Let calls fail at so many points, in a process that has the faulty calls in place."""
    if _LOADED in os.environ:
        return fail_at_points(folder, points)
    found = compiler()
    if found is None or not sys.platform.startswith("linux"):
        raise TrialFailed("needs Linux and a C compiler")
    library = folder / "faults.so"
    command = [found, "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    environment = {**os.environ, "LD_PRELOAD": str(library), _LOADED: str(library)}
    arguments = [sys.executable, "-m", "tests.reliability", "faults", "--json", "--count"]
    done = subprocess.run(
        [*arguments, str(points)], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise TrialFailed(done.stdout + done.stderr)
    numbers: dict[str, int] = json.loads(done.stdout)
    return numbers


def fail_at_points(folder: Path, points: int) -> dict[str, int]:
    """Let calls fail at so many points of each kind, spread over the life of a store."""
    library = ctypes.CDLL(os.environ[_LOADED])
    library.fault_arm.argtypes = (
        ctypes.c_int,
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_char_p,
    )
    library.fault_calls.restype = ctypes.c_long
    numbers: dict[str, int] = {}
    for name, (kind, code, lasting) in TRIALS.items():
        calls = _trial(library, folder / "counted", kind, 0, code, lasting)[1]
        expect(calls > APPENDS, f"{name}: {calls} calls were counted: the shim is not in place")
        raised = 0
        for point in range(points):
            at = 1 + point * (calls - 1) // max(points - 1, 1)
            place = folder / f"{kind}-{code}-{point}"
            raised += _trial(library, place, kind, at, code, lasting)[0]
        numbers |= {f"{name}: points": points, f"{name}: raised": raised, f"{name}: lost": 0}
    return numbers


def _trial(  # noqa: PLR0913, PLR0917  # the parts of one fault
    library: ctypes.CDLL, folder: Path, kind: int, at: int, code: int, lasting: int
) -> tuple[bool, int]:
    """Live the life of a store with one fault; say whether an error was raised, and the calls."""
    folder.mkdir()
    path = folder / "faulty.db"

    def live(say: Callable[[object], None]) -> None:
        library.fault_arm(kind, at, code, lasting, b"faulty.db")
        errors = 0
        store = None
        try:
            with contextlib.closing(SqliteStore.open(path)) as store:
                for _ in range(APPENDS):
                    try:
                        version = store.version("a")
                        fresh = [claim("a", version + n) for n in range(1, BATCH + 1)]
                        say(f"kept {store.append('a', fresh, expected=version).version}")
                    except StoreError:
                        errors += 1
                        if lasting and errors == 3:  # then somebody makes room
                            library.fault_arm(kind, 0, 0, 0, b"faulty.db")
        except StoreError:  # when opened, or when closed
            errors += 1
        say(f"errors {errors}")
        say(f"calls {library.fault_calls()}")

    said = [line.split() for line in start(live).wait()]
    promised = max((int(value) for word, value in said if word == "kept"), default=0)
    (errors,) = (int(value) for word, value in said if word == "errors")
    (calls,) = (int(value) for word, value in said if word == "calls")
    with SqliteStore.open(path) as store:
        version = check_promises(store, promised)
        store.verify()
        store.append("a", [claim("a", version + n) for n in range(1, BATCH + 1)], expected=version)
    expect(at or not errors, "an error without a fault")
    shutil.rmtree(folder)
    return errors > 0, calls
