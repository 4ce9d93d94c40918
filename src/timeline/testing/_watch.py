"""Whoever looks at a clock or tosses a coin is seen doing so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_CLOCKS = frozenset({"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter"})
_CHANCES = frozenset({"random", "getrandbits", "urandom", "uuid4", "uuid1", "token_bytes"})
_SOURCES = frozenset({"time", "_random", "posix", "nt"})

_TRUSTED = ("hypothesis", "logging", "threading")
"""What may look at the clock: who runs the law, and whoever writes a log."""


def watched(call: Callable[[], object], looked: list[str]) -> object:
    """Call, and note every look at a clock or at chance in *looked*.

    Replacing the clock would miss those who have imported it by name; so the interpreter is asked
    to tell of the calls instead.
    """

    def watch(frame: FrameType, event: str, function: object) -> None:
        if event != "c_call" or str(frame.f_globals.get("__name__", "")).startswith(_TRUSTED):
            return
        name = str(getattr(function, "__name__", ""))
        home = getattr(function, "__self__", None)
        module = str(getattr(function, "__module__", None) or getattr(home, "__name__", ""))
        if name in _CLOCKS and (module in _SOURCES or hasattr(home, "fromtimestamp")):
            looked.append(f"the clock ({name})")
        elif name in _CHANCES:
            looked.append(f"chance ({name})")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return call()
    finally:
        sys.setprofile(before)
