"""The commands that copy a store, and bring the copy back: backup, export, import."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group

from timeline.cli._collection import store_file
from timeline.cli._errors import WrongCall
from timeline.cli._options import DEFAULT_STORE
from timeline.cli._progress import waiting
from timeline.cli._store import Json, StoreAsked, head_lines, plain_head
from timeline.cli._terminal import binary_output, legible, show, show_json
from timeline.errors import StoreError
from timeline.rendering import counted, line
from timeline.store import Head, SqliteStore, export_log, import_log

_STANDARD = Path("-")


def backup(
    file: Annotated[Path, Parameter(help="The file to make; there must be none.")],
    /,
    *,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Copy a store into a new file, while others may write to it; the copy is a store."""
    with _opened(store) as opened, waiting("copying") as progress:
        head = opened.backup(file, progress=progress)
    _told(head, "copied to", file, as_json=as_json)


def export(
    file: Annotated[
        Path,
        Parameter(
            allow_leading_hyphen=True,
            help="The file to make; there must be none. - is standard output.",
        ),
    ],
    /,
    *,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Write a store as JSON lines, chain and all, for keeping it where no database is."""
    if _is_standard(file):
        if as_json:
            raise WrongCall("--json: has no place where the events themselves are printed")
        with _opened(store) as opened, binary_output() as output:
            export_log(opened, output)
        return
    with _opened(store) as opened, waiting("writing"):
        head = export_log(opened, file)
    _told(head, "written to", file, as_json=as_json)


def import_(
    file: Annotated[
        Path,
        Parameter(
            allow_leading_hyphen=True, help="What 'export' wrote; - reads it from standard input."
        ),
    ],
    /,
    *,
    store: Annotated[
        Path,
        Parameter(
            metavar="FILE",
            help="The store to fill, made if it is not there; it is empty, or holds the first "
            "events of the file already.",
        ),
    ] = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Read into a store what 'export' wrote, with its times and hashes, all of it or nothing."""
    source = sys.stdin.buffer if _is_standard(file) else file
    with _filled(store) as opened, waiting("reading"):
        head = import_log(opened, source)
    _told(head, "now in", store, as_json=as_json, key="store")


def _is_standard(file: Path) -> bool:
    """Say whether *file* is ``-``; an option that does not exist is no file."""
    if str(file).startswith("-") and file != _STANDARD:
        raise WrongCall(f"Unknown option: {file}; a file of that name is ./{file}")
    return file == _STANDARD


@contextlib.contextmanager
def _filled(store: Path) -> Iterator[SqliteStore]:
    """Open a store to fill it; a new one gets its name only when it is filled.

    Raises:
        StoreError: somebody else made a store of that name meanwhile.
    """
    if store.exists():
        with SqliteStore.open(store, create=False) as opened:
            yield opened
        return
    try:
        folder = tempfile.TemporaryDirectory(prefix=f".{store.name}.", dir=store.parent)
    except OSError as error:
        raise StoreError(f"{store}: cannot be made ({error.strerror})") from error
    with folder as name:
        new = Path(name, "store")
        with SqliteStore.open(new) as opened:
            yield opened
            opened.backup(store)  # puts it on disk, and takes no other file's place


def _opened(store: Path | None) -> SqliteStore:
    return SqliteStore.open(store_file(store), create=False)


def _told(head: Head, did: str, file: Path, *, as_json: bool, key: str = "file") -> None:
    if as_json:
        show_json({key: legible(file), **plain_head(head)})
    else:
        show(Group(line(f"{counted(head.position, 'event')} {did} {file}"), *head_lines(head)))
