"""Laws of event stores: what every backend promises, whatever it keeps its events in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline._timeline import Timeline
from timeline.errors import BrokenStore, InvalidValue, StoreError
from timeline.model import CURATION, ClaimLinked, FactDescribed, stream_of
from timeline.store import (
    Appended,
    CacheKey,
    EventStore,
    ExpectedVersion,
    Head,
)
from timeline.store._chain import ChainCheck  # the one place that says what a chain is
from timeline.testing._histories import days_of
from timeline.testing._law import Law
from timeline.testing._nouns import ARTICLES
from timeline.testing._reading_laws import (
    first_of,
    fixed_reads,
    index_rows,
    missing_positions,
    numbering,
    reading_back,
    unequal,
    windows,
)
from timeline.testing._store_trial import StoreTrial, asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.errors import WrongExpectedVersion
    from timeline.model import Event
    from timeline.testing._store_trial import Outcome

_TICK = dt.timedelta(microseconds=1)
ANY, NO_STREAM = ExpectedVersion.ANY, ExpectedVersion.NO_STREAM


# ---- Appending -----------------------------------------------------------------------------


def _expected_versions(trial: StoreTrial) -> str | None:
    # Beside what the script tried, every rule on every stream: a refusal must change nothing.
    for stream in (*trial.model.streams(), CURATION, ARTICLES[-1]):
        version = trial.model.version(stream)
        for rule in (*ExpectedVersion, *range(version + 2)):
            for some in ([], [_event_for(stream)]):
                if not some or trial.model.refusal([(stream, some, rule)]) is not None:
                    trial.append([(stream, some, rule)])
    return first_of(_wrongly(outcome) for outcome in trial.outcomes)


def _event_for(stream: str) -> Event:
    is_curation = stream == CURATION
    return FactDescribed("raid", "A raid") if is_curation else ClaimLinked(f"{stream}#1", "raid")


def _wrongly(outcome: Outcome) -> str | None:
    found, expected = outcome.refused, outcome.expected
    if found is not None and expected is not None:
        return unequal(_parts(found), _parts(expected), "the refusal")
    if found is not None:
        return f"it refuses {outcome.step!r}: {found}"
    if expected is not None:
        return f"it takes {outcome.step!r}, though {expected}"
    return None


def _parts(refusal: WrongExpectedVersion) -> tuple[object, ...]:
    return refusal.stream, refusal.expected, refusal.actual


def _all_or_nothing(trial: StoreTrial) -> str | None:
    # Beside what the script tried: a first batch that fits, and a second that does not.
    stale = trial.model.version(CURATION) + 1
    trial.append([(ARTICLES[-1], [_event_for(ARTICLES[-1])], ANY), (CURATION, [], stale)])
    return first_of(
        unequal(outcome.head.position, outcome.log, f"the head behind {outcome.step!r}")
        for outcome in trial.outcomes
    ) or unequal(len(list(trial.store.read_all())), len(trial.model.log), "the log's length")


def _says_where(trial: StoreTrial) -> str | None:
    for outcome in trial.outcomes:
        if isinstance(outcome.answer, Appended):
            stream = outcome.answer.stream
            problem = unequal(stream, outcome.step[0][0], "append(…).stream") or unequal(
                outcome.answer.position, outcome.log, "append(…).position"
            )
        elif isinstance(outcome.answer, Head):
            problem = unequal(outcome.answer, outcome.head, "append_all(…)")
        else:
            problem = None
        if problem:
            return problem
    last = [one.answer for one in trial.outcomes if isinstance(one.answer, Appended)][-1:]
    if last and last[0] is trial.outcomes[-1].answer:
        version = trial.model.version(last[0].stream)
        return unequal(last[0].version, version, "append(…).version")
    return None


def _foreign_events(trial: StoreTrial) -> str | None:
    for stream, event in (
        (ARTICLES[0], ClaimLinked(f"{ARTICLES[1]}#1", "raid")),
        (ARTICLES[0], FactDescribed("raid", "A raid")),
    ):
        try:
            trial.store.append(stream, [event])
        except InvalidValue:
            pass
        except Exception as error:  # noqa: BLE001 - whatever a store of the user's raises
            return f"it refuses {event!r} in {stream!r} by {error!r}, not by InvalidValue"
        else:
            return f"it takes {event!r} into {stream!r}, where it does not belong"
    return unequal(trial.store.head().position, len(trial.model.log), "the head behind a refusal")


def _idempotent(trial: StoreTrial) -> str | None:
    before = trial.store.head()
    for stream in trial.model.streams():
        outcome = trial.append([(stream, trial.model.of(stream), NO_STREAM)])
        if outcome.refused is None:
            return f"it takes {stream!r} in a second time, though the stream is there"
    return unequal(trial.store.head(), before, "the head, after all was offered again")


# ---- Time and chain ------------------------------------------------------------------------


def _time(trial: StoreTrial) -> str | None:
    records = list(trial.store.read_all())
    times = [record.recorded_at for record in records]
    if any(one.tzinfo is None for one in times):
        return "recorded_at has no time zone"
    if times != sorted(times):
        return f"recorded_at runs backwards: {', '.join(map(str, times))}"
    for time in dict.fromkeys(times):
        last = max(one.position for one in records if one.recorded_at == time)
        found = trial.store.position_at(time)
        if found != last:
            return f"position_at({time}) gives {found}; {last} was recorded then, and is the last"
    if times and trial.store.position_at(times[0] - _TICK) != 0:
        return "position_at before the first event gives an event"
    return None


def _chain(trial: StoreTrial) -> str | None:
    store = trial.store
    pairs = zip(store.read_all(), store.rows(), strict=True)
    try:
        head = ChainCheck("the store", None).run(pairs, len(trial.model.log))
    except BrokenStore as error:
        return str(error)
    return unequal(store.head(), head, "head()") or unequal(store.verify(), head, "verify()")


def _kept_heads(trial: StoreTrial) -> str | None:
    for outcome in trial.outcomes:
        try:
            trial.store.verify(head=outcome.head)
        except BrokenStore as error:
            return f"verify does not find a head that it gave itself: {error}"
    for head in (Head(len(trial.model.log) + 1, "f" * 64), "f" * 64):
        try:
            trial.store.verify(head=head)
        except BrokenStore:
            continue
        return f"verify(head={head!r}) finds a head that the log never had"
    return None


# ---- Caches and closing --------------------------------------------------------------------


def _caches(trial: StoreTrial) -> str | None:
    store, head = trial.store, trial.store.head()
    keys = [CacheKey(name, number, at) for name in "ab" for number in (1, 2) for at in "xy"]
    for key in keys:
        if store.cached(key) is not None:
            return f"cached({key}) gives what was never kept"
        store.cache(key, repr(key).encode())
    for key in keys:
        if store.cached(key) != repr(key).encode():
            return f"cached({key}) gives {store.cached(key)!r}, which was kept under another key"
    store.cache(keys[0], b"")
    store.cache_all({keys[1]: b"one", keys[2]: b"two"})
    problem = unequal(store.cached(keys[0]), b"", "cached, of what was replaced") or unequal(
        (store.cached(keys[1]), store.cached(keys[2])),
        (b"one", b"two"),
        "cached, after cache_all()",
    )
    store.drop_caches()
    return (
        problem
        or unequal(store.cached(keys[0]), None, "cached, after drop_caches()")
        or unequal(store.head(), head, "head(), after caches were kept and dropped")
    )


def _same_answers(trial: StoreTrial) -> str | None:
    if not trial.coherent:
        return None
    memory = Timeline.in_memory()
    history = [event for _, event in trial.model.log]
    for event in history:
        memory.store.append(stream_of(event), [event])
    for day in days_of(history)[::4]:
        question = f"{dt.date.fromordinal(day)}"
        found, expected = (dict(one.known(question)) for one in (Timeline(trial.store), memory))
        if found != expected:
            return f"as of {question}, {found!r} is known; from a store in memory, {expected!r}"
    return None


def _closing(trial: StoreTrial) -> str | None:
    trial.store.close()
    trial.store.close()
    asks: dict[str, Callable[[EventStore], object]] = {
        "head()": lambda store: store.head(),
        "read_all()": lambda store: list(store.read_all()),
        "append(…)": lambda store: store.append(CURATION, [FactDescribed("raid", "A raid")]),
    }
    for name, ask in asks.items():
        try:
            found = ask(trial.store)
        except StoreError:
            continue
        return f"{name} of a closed store gives {found!r}"
    return None


def _law(name: str, why: str, problem: Callable[[StoreTrial], str | None]) -> Law[StoreTrial]:
    return Law(name, why, lambda trial: asked("a call that must succeed", lambda: problem(trial)))


UNEXPECTED = "no unexpected errors"

STORE_LAWS: Mapping[str, Law[StoreTrial]] = {
    law.name: law
    for law in (
        _law(
            UNEXPECTED,
            "whoever appends can handle only the errors that the protocol names",
            lambda _: None,  # what the script meets on the way breaks it
        ),
        _law(
            "expected versions",
            "a writer who names the version that he has read must be told when it is stale, "
            "or two writers overwrite each other's conclusions",
            _expected_versions,
        ),
        _law(
            "all or nothing",
            "half an article is a false article: what is refused leaves nothing behind",
            _all_or_nothing,
        ),
        _law("says where things stand", "the next append rests on the numbers", _says_where),
        _law(
            "events stay at home",
            "an event in another article's stream would be dated by that article",
            _foreign_events,
        ),
        _law("reading back", "what goes in comes out, in order, equal", reading_back),
        _law("windows", "an index that reads on must neither skip nor repeat", windows),
        _law("no such event", "a position beyond the log is no event", missing_positions),
        _law(
            "numbering",
            "versions and positions have no gaps and are never used twice: they are what "
            "`recorded` answers are pinned to",
            numbering,
        ),
        _law("fixed reads", "a reader sees one state, whoever appends meanwhile", fixed_reads),
        _law("index rows", "the engine dates news by the index without reading it", index_rows),
        _law(
            "recorded time",
            "an answer as recorded at an instant takes in all that was there, equal times included",
            _time,
        ),
        _law("chain", "a change to what is stored must show", _chain),
        _law(
            "kept heads",
            "a head kept elsewhere is the only proof against a rewritten log",
            _kept_heads,
        ),
        _law("idempotent ingestion", "the same article again is no news", _idempotent),
        _law("caches", "a state kept under one key must never be taken for another's", _caches),
        _law("same answers", "what was known does not depend on where events lie", _same_answers),
        _law("closing", "a store that was let go of must not pretend to answer", _closing),
    )
}
"""The laws of stores by name, in the order in which they are tried."""

CHANGING = frozenset(
    {
        "expected versions",
        "all or nothing",
        "events stay at home",
        "fixed reads",
        "idempotent ingestion",
        "closing",
    }
)
"""The laws that append to the store or close it."""
