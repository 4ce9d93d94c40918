"""A store on trial: a script of appends, run on it and on a list that cannot be wrong."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence  # attrs keeps them
from typing import TYPE_CHECKING, TypeVar

import attrs
from hypothesis import strategies as st

from timeline.errors import WrongExpectedVersion
from timeline.model import CURATION, ClaimLinked, Event, stream_of
from timeline.store import Appended, Batch, EventStore, Expected, ExpectedVersion, Head
from timeline.testing._events import events
from timeline.testing._law import Raised
from timeline.testing._newsrooms import newsrooms
from timeline.testing._nouns import ARTICLES, FACTS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")

Script = Sequence[Sequence[Batch]]
"""What is appended, step by step; a step of one batch is an `append`, any other an `append_all`."""

STREAMS = (*ARTICLES[:2], CURATION)


@attrs.define
class LogModel:
    """What a store should hold, kept as plainly as can be."""

    log: list[tuple[str, Event]] = attrs.field(factory=list)

    def version(self, stream: str) -> int:
        """Return how many events a stream has."""
        return sum(1 for name, _ in self.log if name == stream)

    def of(self, stream: str) -> list[Event]:
        """Return the events of a stream."""
        return [event for name, event in self.log if name == stream]

    def streams(self) -> tuple[str, ...]:
        """Return the streams, in the order of their first events."""
        return tuple(dict.fromkeys(name for name, _ in self.log))

    def refusal(self, batches: Sequence[Batch]) -> WrongExpectedVersion | None:
        """Return with what error *batches* must be refused; None where they fit."""
        added: dict[str, int] = {}
        for stream, some, expected in batches:
            version = self.version(stream) + added.get(stream, 0)
            if not _fits(expected, version):
                return WrongExpectedVersion(stream, expected=expected, actual=version)
            added[stream] = added.get(stream, 0) + len(some)
        return None

    def append(self, batches: Sequence[Batch]) -> None:
        """Append *batches*, which fit."""
        self.log += [(stream, event) for stream, some, _ in batches for event in some]


def _fits(expected: Expected, version: int) -> bool:
    match expected:
        case ExpectedVersion.ANY:
            return True
        case ExpectedVersion.NO_STREAM:
            return version == 0
        case ExpectedVersion.STREAM_EXISTS:
            return version > 0
        case _:
            return version == expected


@attrs.frozen
class Outcome:
    """What a step of the script did, and what it should have done.

    Args:
        step: the batches.
        refused: with what error the store refused it; None where it took it.
        expected: with what error it had to be refused.
        answer: what the store returned.
        log: how many events the log must have behind it.
        head: the head that the store gave behind it.
    """

    step: Sequence[Batch]
    refused: WrongExpectedVersion | None
    expected: WrongExpectedVersion | None
    answer: Appended | Head | None
    log: int
    head: Head


@attrs.define(eq=False)
class StoreTrial:
    """A store that ran a script, beside a model that ran the same.

    Args:
        make: makes an empty store.
        script: what is appended.
        coherent: whether the script tells a history that questions can be asked of.
    """

    make: Callable[[], EventStore]
    script: Script = ()
    coherent: bool = False
    model: LogModel = attrs.field(factory=LogModel)
    outcomes: list[Outcome] = attrs.field(factory=list)
    store: EventStore = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.store = asked("opening the store", self.make)

    def run(self) -> None:
        """Run the script."""
        for step in self.script:
            self.append(step)

    def append(self, step: Sequence[Batch]) -> Outcome:
        """Append one step to the store and to the model."""
        expected = self.model.refusal(step)
        refused: WrongExpectedVersion | None = None
        answer: Appended | Head | None = None
        try:
            if len(step) == 1:
                ((stream, some, rule),) = step
                answer = self.store.append(stream, some, expected=rule)
            else:
                answer = self.store.append_all(step)
        except WrongExpectedVersion as error:
            refused = error
        except Exception as error:  # whatever a store of the user's raises
            raise Raised("append", error) from error
        if expected is None:
            self.model.append(step)
        head = asked("head()", self.store.head)
        outcome = Outcome(step, refused, expected, answer, len(self.model.log), head)
        self.outcomes.append(outcome)
        return outcome

    def close(self) -> None:
        """Let go of the store."""
        asked("close()", self.store.close)


def asked(doing: str, call: Callable[[], T]) -> T:
    """Call a store, and tell what it raises apart from what we raise."""
    try:
        return call()
    except Raised:
        raise
    except Exception as error:  # whatever a store of the user's raises
        raise Raised(doing, error) from error


# ---- Scripts -------------------------------------------------------------------------------

_CURRENT = -1
"""Stands for the version that the stream has then."""


@functools.cache  # building a strategy costs more than drawing from it
def _events_for(stream: str) -> SearchStrategy[list[Event]]:
    link = _links(stream)
    return st.lists(st.one_of(link, link, link, events(stream=stream)), max_size=2)


def _links(stream: str) -> SearchStrategy[Event]:
    article = ARTICLES[0] if stream == CURATION else stream
    numbers = st.integers(1, 9)
    return st.builds(
        lambda number, fact: ClaimLinked(f"{article}#{number}", fact),
        numbers,
        st.sampled_from(FACTS),
    )


@st.composite
def batches(draw: DrawFn) -> Batch:
    """Batches of a few events for one stream, with any expectation.

    Args:
        draw: what Hypothesis hands in; callers leave it out.
    """
    stream = draw(st.sampled_from(STREAMS))
    return stream, draw(_events_for(stream)), draw(_expectations)


_expectations: SearchStrategy[Expected] = st.one_of(
    st.sampled_from(ExpectedVersion), st.just(_CURRENT), st.integers(0, 3)
)


def scripts() -> SearchStrategy[Script]:
    """Scripts of appends, some of which must be refused."""
    step = st.one_of(
        st.lists(batches(), min_size=1, max_size=1), st.lists(batches(), min_size=2, max_size=3)
    )
    return st.lists(step, max_size=5).map(_resolved)


def _resolved(script: Script) -> Script:
    """Put the versions that streams have then in place of the stand-in for them."""
    model = LogModel()
    resolved = []
    for step in script:
        fixed = [
            (stream, some, model.version(stream) if expected == _CURRENT else expected)
            for stream, some, expected in step
        ]
        if model.refusal(fixed) is None:
            model.append(fixed)
        resolved.append(fixed)
    return resolved


def histories() -> SearchStrategy[Script]:
    """Scripts that tell the history of a newsroom."""
    return newsrooms(articles=2, claims=2).map(
        lambda room: [[(stream_of(event), [event], ExpectedVersion.ANY)] for event in room.events]
    )
