"""A progress bar for what takes long: on a terminal alone, and only once a second has passed."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING

from timeline.cli._terminal import console
from timeline.rendering import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 1.0
"""After how many seconds a wait becomes worth a bar."""

WORKING = "working it out"
"""What a question does that takes long."""


@contextlib.contextmanager
def waiting(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show that the program is *doing* something, and how far it is.

    Yields:
        A function to call with how many steps are done, and how many there are; 0 where that is
        not known yet, and files are counted. A bar without it only shows that something goes on.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - slow to load, and most runs end before a bar shows

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=console(sys.stderr),
        transient=True,
    )
    task = bar.add_task(doing, total=None)

    def told(done: int, total: int) -> None:
        if total:
            bar.update(task, completed=done, total=total, description=doing)
        else:
            bar.update(task, description=f"{doing}: {counted(done, 'file')}")

    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield told
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
