"""What every store promises of reading: all of it, in order, and fixed when the read begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import UnknownName
from timeline.model import ClaimLinked
from timeline.store import ExpectedVersion, MemoryStore
from timeline.testing._nouns import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.testing._store_trial import StoreTrial


def unequal(found: object, expected: object, what: str) -> str | None:
    """Say what was found where something else was expected."""
    return None if found == expected else f"{what} gives {found!r}; expected {expected!r}"


def first_of(problems: Iterator[str | None]) -> str | None:
    """Return the first problem, if there is one."""
    return next((problem for problem in problems if problem is not None), None)


# ---- Reading -------------------------------------------------------------------------------


def reading_back(trial: StoreTrial) -> str | None:
    """Say what does not come back as it went in."""
    store, log = trial.store, trial.model.log
    problem = unequal(
        [record.event for record in store.read_all()], [e for _, e in log], "read_all"
    )
    problem = problem or unequal(store.streams(), trial.model.streams(), "streams()")
    for stream in (*trial.model.streams(), "no-such-stream"):
        problem = (
            problem
            or unequal([r.event for r in store.read(stream)], trial.model.of(stream), "read")
            or unequal(store.version(stream), trial.model.version(stream), f"version({stream!r})")
        )
    return problem


def windows(trial: StoreTrial) -> str | None:
    """Say which stretch of the log is read wrong."""
    store, count = trial.store, len(trial.model.log)
    for after in range(min(count, 3) + 1):
        for upto in (None, *range(min(count, 4) + 1)):
            wanted = list(range(after + 1, (count if upto is None else min(upto, count)) + 1))
            for name, found in (
                ("read_all", [one.position for one in store.read_all(after=after, upto=upto)]),
                ("rows", [one.position for one in store.rows(after=after, upto=upto)]),
            ):
                if found != wanted:
                    return f"{name}(after={after}, upto={upto}) gives {found}; expected {wanted}"
    for stream in trial.model.streams():
        versions = list(range(2, trial.model.version(stream) + 1))
        found = [one.version for one in store.read(stream, after=1)]
        if found != versions:
            return f"read({stream!r}, after=1) gives versions {found}; expected {versions}"
    order = list(range(count, 0, -1))
    return unequal([one.position for one in store.fetch(order)], order, f"fetch({order})")


def missing_positions(trial: StoreTrial) -> str | None:
    """Say which event is given that is not there."""
    for position in (0, len(trial.model.log) + 1):
        try:
            found = trial.store.fetch([position])
        except UnknownName:
            continue
        return f"fetch([{position}]) gives {found!r}, and there is no such event"
    return None


def numbering(trial: StoreTrial) -> str | None:
    """Say which number is wrong."""
    versions: dict[str, int] = {}
    for place, record in enumerate(trial.store.read_all(), start=1):
        versions[record.stream] = versions.get(record.stream, 0) + 1
        found = (record.position, record.version)
        if found != (place, versions[record.stream]):
            return (
                f"event {place} has position {found[0]} and version {found[1]} of "
                f"{record.stream!r}; expected {place} and {versions[record.stream]}"
            )
    return None


def fixed_reads(trial: StoreTrial) -> str | None:
    """Say which read goes on behind where the log ended when it began."""
    count, stream = len(trial.model.log), ARTICLES[0]
    begun = {
        "read_all()": (trial.store.read_all(), count),
        "rows()": (trial.store.rows(), count),
        f"read({stream!r})": (trial.store.read(stream), trial.model.version(stream)),
    }
    trial.append([(stream, [ClaimLinked(f"{stream}#1", "raid")], ExpectedVersion.ANY)])
    for name, (reading, expected) in begun.items():
        found = sum(1 for _ in reading)
        if found != expected:
            return f"{name} was begun on {expected} events, and gives {found} after an append"
    return None


def index_rows(trial: StoreTrial) -> str | None:
    """Say which row tells something else than its event."""
    memory = MemoryStore()
    for stream, event in trial.model.log:
        memory.append(stream, [event])
    found, expected = list(trial.store.rows()), list(memory.rows())
    return first_of(
        unequal(one, other, "rows()") for one, other in zip(found, expected, strict=False)
    ) or unequal(len(found), len(expected), "the number of rows()")
