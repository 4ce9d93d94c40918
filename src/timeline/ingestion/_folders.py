"""What a folder holds: a folder within that cannot be looked into is told, and not passed over."""

from __future__ import annotations

import os
from pathlib import Path

from timeline.errors import InvalidInput


def files_within(folder: Path) -> tuple[list[Path], list[InvalidInput]]:
    """Return all files at any depth of a folder, in order, and what could not be looked into."""
    faults: list[InvalidInput] = []

    def unread(error: OSError) -> None:
        faults.append(InvalidInput(error.filename, "", f"cannot be read: {error.strerror}"))

    found = [Path(at, name) for at, _, names in os.walk(folder, onerror=unread) for name in names]
    return sorted(found), faults
