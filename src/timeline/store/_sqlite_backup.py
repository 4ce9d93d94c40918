"""Copying a store while it is written to: SQLite's online backup, into a file that is whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store._sqlite_file import translated
from timeline.store._sqlite_read import tail_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.store._protocol import Head

_PAGES = 1024  # copied in one step, between two reports of progress


def back_up(source: Path, target: Path, progress: Callable[[int, int], None] | None) -> Head:
    """Copy *source* to *target*, which must not exist; return the head of the copy.

    Raises:
        StoreError: *target* exists, or cannot be written.
    """
    if target.exists():
        raise _exists(target)
    # Under another name until it is whole, so that no one takes half a copy for a backup.
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with translated(str(target)):
            head = _copied(source, partial, progress)
        _publish(partial, target)
    except OSError as error:
        raise StoreError(f"{target}: the copy cannot be written ({error})") from error
    finally:
        for name in ("", "-journal", "-wal", "-shm"):
            partial.with_name(partial.name + name).unlink(missing_ok=True)
    return head


def _copied(source: Path, partial: Path, progress: Callable[[int, int], None] | None) -> Head:
    def report(_: int, left: int, total: int) -> None:
        if progress is not None:
            progress(total - left, total)

    with (
        contextlib.closing(_connection(source, "ro")) as old,
        contextlib.closing(_connection(partial, "rwc")) as new,
    ):
        # A transaction of our own keeps the view fixed: the copy would begin anew at each write.
        old.execute("BEGIN")
        head = tail_of(old, str(source)).head
        old.backup(new, pages=_PAGES, progress=report)
        old.execute("ROLLBACK")
    return head


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _publish(partial: Path, target: Path) -> None:
    """Give the whole copy its name, once it is on disk; never in the place of another file."""
    with partial.open("rb+") as stream:
        os.fsync(stream.fileno())
    try:
        os.link(partial, target)
    except FileExistsError:
        raise _exists(target) from None
    except OSError:  # a file system without links
        partial.rename(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in *folder* on disk, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders, and needs not to
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _exists(target: Path) -> StoreError:
    return StoreError(f"{target}: there is such a file already; it was left as it is")
