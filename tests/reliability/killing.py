"""A writer that is killed with SIGKILL, again and again, in the midst of whatever it does."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from tests.reliability.children import append_for_ever, check_promises, expect, start
from timeline.store import Head, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROUNDS_PER_FILE = 200


def kill_writers(folder: Path, rounds: int) -> dict[str, int]:
    """Kill a writer so many times; check after each that nothing promised is missing."""
    chance = random.Random(rounds)
    events = promises = unpromised = 0
    for turn in range(rounds):
        path = folder / f"killed-{turn // ROUNDS_PER_FILE}.db"
        if turn % ROUNDS_PER_FILE == 0:
            head = Head()

        def write(say: Callable[[object], None], path: Path = path) -> None:
            with SqliteStore.open(path, timeout=30) as store:
                append_for_ever(store, say)

        child = start(write)
        if turn % 2:  # in the midst of appends; else perhaps while it opens the file
            child.listen(chance.randint(1, 9))
        time.sleep(chance.choice((0.001, 0.01)) * chance.random())
        said = child.kill()
        promised = int(said[-1]) if said else head.position
        with SqliteStore.open(path) as store:
            version = check_promises(store, promised)
            at = head
            for record in store.read_all(after=head.position):
                expect(record.previous == at.hash, "the chain is broken")
                expect(record.computed_hash() == record.hash, "an event was changed")
                at = Head(record.position, record.hash)
            if turn % 20 == 19 or turn == rounds - 1:
                expect(store.verify(head=head).position == version, "the log is not whole")
        events += at.position - head.position
        promises += len(said)
        unpromised += version > promised
        head = at
    return {
        "rounds": rounds,
        "appends promised": promises,
        "events kept": events,
        "kept though not yet promised": unpromised,
        "lost": 0,
    }
