"""Many processes that write to one store at once, and one that follows it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.reliability.children import claim, expect, start
from timeline.errors import WrongExpectedVersion
from timeline.model import ClaimStated
from timeline.store import GENESIS, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITERS = 8
STREAMS = ("a", "b", "c", "d")


def crowd(folder: Path, events: int) -> dict[str, int]:
    """Let the writers append so many events to few streams, each behind what it has seen."""
    path = folder / "crowd.db"
    SqliteStore.open(path).close()
    share = events // WRITERS
    total = share * WRITERS
    follower = start(lambda say: _follow(path, total, say))
    writers = [
        start(lambda say, name=name: _write(path, name, share, say))  # type: ignore[misc]  # a bound default
        for name in range(WRITERS)
    ]
    conflicts = sum(int(writer.wait()[-1]) for writer in writers)
    followed = follower.wait()[-1]
    with SqliteStore.open(path) as store:
        expect(store.verify().position == total, "the log is not as long as what was appended")
        expect(followed == store.head().hash, "the follower saw another log")
        told = []
        for stream in STREAMS:
            claims = [r.event.claim for r in store.read(stream) if isinstance(r.event, ClaimStated)]
            numbers = [int(one.id.partition("#")[2]) for one in claims]
            expect(numbers == list(range(1, len(numbers) + 1)), f"a lost update in {stream}")
            told += [one.text for one in claims]
        wanted = [f"{name}-{number}" for name in range(WRITERS) for number in range(share)]
        expect(sorted(told) == sorted(wanted), "an event is missing or there twice")
    return {"writers": WRITERS, "events": total, "conflicts": conflicts, "lost updates": 0}


def _write(path: Path, name: int, share: int, say: Callable[[object], None]) -> None:
    chance = random.Random(name)
    done = conflicts = 0
    seen = dict.fromkeys(STREAMS, 0)
    with SqliteStore.open(path, timeout=120) as store:
        while done < share:
            stream = chance.choice(STREAMS)
            size = min(chance.randint(1, 5), share - done)
            version = seen[stream]
            batch = [
                claim(stream, version + 1 + number, f"{name}-{done + number}")
                for number in range(size)
            ]
            try:
                seen[stream] = store.append(stream, batch, expected=version).version
            except WrongExpectedVersion as error:
                expect(error.expected == version < error.actual, f"a false conflict: {error}")
                seen[stream] = error.actual
                conflicts += 1
            else:
                done += size
    say(conflicts)


def _follow(path: Path, total: int, say: Callable[[object], None]) -> None:
    with SqliteStore.open(path, timeout=120) as store:
        previous = GENESIS
        for position, record in enumerate(store.follow(poll=0.002), 1):
            expect(
                record.position == position, f"{record.position} came in the place of {position}"
            )
            expect(record.previous == previous, "the chain is broken")
            previous = record.hash
            if position == total:
                break
    say(previous)
