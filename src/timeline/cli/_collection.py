"""The collection that a command asks: a store that is there already, or files read directly."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from timeline import Timeline
from timeline.cli._errors import WrongCall
from timeline.cli._options import DEFAULT_STORE, Options
from timeline.cli._progress import waiting
from timeline.cli._terminal import complain
from timeline.errors import InvalidInput, NotAStore
from timeline.rendering import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from timeline.ingestion import Ingestion

_SQLITE = b"SQLite format 3\0"


@contextlib.contextmanager
def collection(paths: Sequence[Path], options: Options) -> Iterator[Timeline]:
    """Open what a query asks; nothing is created or changed by it.

    Raises:
        WrongCall: paths and a store are both named, or it asks for more events than there are.
        InvalidInput: a file is at fault.
        StoreError: the store is missing or at fault.
    """
    if paths:
        if options.store is not None:
            raise WrongCall(
                "--store: name either a store or paths to read directly, not both "
                f"(read as a path: {paths[0]})"
            )
        check_paths(paths)
        opened = Timeline.in_memory()
        with waiting("reading") as progress:
            done = opened.ingest(*paths, progress=progress)
        if done.left_out and not done.streams:
            raise InvalidInput(done.left_out[0].path, "", done.left_out[0].reason)
        report_left_out(done)
    else:
        opened = open_store(options.store)
    with opened:
        options.check(opened.store.head())
        yield opened


def report_left_out(done: Ingestion) -> None:
    """Say on standard error what was left out and why, and count it by kind of fault."""
    for one in done.left_out:
        complain(f"{one.path}: left out: {one.reason}")
    if len(done.left_out) > 1:
        kinds = ", ".join(f"{number} {kind}" for kind, number in done.faults.items())
        complain(f"{counted(len(done.left_out), 'file')} left out: {kinds}")


def open_store(store: Path | None) -> Timeline:
    """Open the store *store*, or the default one, which has to be there.

    Raises:
        NotAStore: it is missing, or is something else.
    """
    return Timeline.open(store_file(store), create=False)


def store_file(store: Path | None) -> Path:
    """Return the file of the store that is asked, the default one if none is named.

    Raises:
        NotAStore: none is named, and there is no default one.
    """
    if store is None and not DEFAULT_STORE.exists():
        raise NotAStore(
            DEFAULT_STORE,
            "no such file; give paths to read directly, name another one with --store, or make it "
            "with 'timeline ingest'",
        )
    return DEFAULT_STORE if store is None else store


_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""What stands for a day, a month or a year, where a command takes only paths."""


def check_paths(paths: Sequence[Path]) -> None:
    """Refuse paths that cannot be curated streams, before anything is opened or created.

    Raises:
        InvalidInput: a path is not there.
        WrongCall: a path is a store.
    """
    for path in paths:
        if not path.exists():
            dated = "; a date is given with --on" if _DATE.fullmatch(str(path)) else ""
            raise InvalidInput(path, "", f"no such file or folder{dated}")
        if path.is_file():
            with path.open("rb") as file:
                if file.read(len(_SQLITE)) == _SQLITE:
                    raise WrongCall(f"{path}: is a store; ask it with --store {path}")


def last_day(opened: Timeline) -> str | None:
    """Return the last day of which anything in the collection is news; None where nothing is."""
    last = opened.last_news()
    return None if last is None else str(last)
