"""The door of the program: it loads the commands, and an interrupt ends it without a word.

It imports next to nothing, so that an interrupt is met even while the commands are being loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C has ended, as shells have it: 128 and the signal's 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Args:
        argv: the words behind the program's name; None takes those of the process.
    """
    try:
        from timeline.cli._app import run  # noqa: PLC0415 - loading takes long enough to be stopped

        return run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
