"""What a folder holds: a folder within that cannot be looked into is told, and not passed over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable


def files_within(
    folder: Path, seen: Callable[[], None] = lambda: None
) -> tuple[list[Path], list[InvalidInput]]:
    """Return all files at any depth of a folder, in order, and what could not be looked into.

    Args:
        folder: where to begin.
        seen: called at each file, so that a long walk can be told of.
    """
    faults: list[InvalidInput] = []

    def unread(error: OSError) -> None:
        faults.append(InvalidInput(error.filename, "", f"cannot be read: {error.strerror}"))

    found: list[Path] = []
    for at, _, names in os.walk(folder, onerror=unread):
        for name in names:
            seen()
            found.append(Path(at, name))
    return sorted(found), faults
