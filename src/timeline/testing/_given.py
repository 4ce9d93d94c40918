"""Tests by example that read as given / as of / expect, with differences that read well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from timeline.dates import When
from timeline.ingestion import check
from timeline.model import AsOf, Event, Word
from timeline.queries import Resolution
from timeline.store import MemoryStore
from timeline.testing._trial import AnyProjection, collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from timeline._timeline import Question, Timeline
    from timeline.queries import Fact


def given(*events: Event | Iterable[Event]) -> Given:
    """Begin a test with what happened, in its order of arrival.

    Args:
        events: events, or lists of them.

    Raises:
        UnknownName: an event speaks of what is not there.
        InvalidValue: an article or a claim comes twice.

    >>> from timeline import Article, Claim
    >>> from timeline.model import ArticlePublished, ClaimLinked, ClaimRetracted, ClaimStated
    >>> told = given(
    ...     ArticlePublished(Article("one", "daily", "2025-01-09")),
    ...     ClaimStated(Claim("one#1", "asserts", "daily", occurred="2025-01-08")),
    ...     ClaimLinked("one#1", "raid"),
    ...     ClaimRetracted("one#1", "2025-01-12"),
    ... )
    >>> told.as_of("2025-01-08").expect_nothing()
    >>> told.as_of("2025-01-10").expect("raid", status="reported", occurred="2025-01-08")
    >>> told.as_of("2025-01-12").expect("raid", status="reported")
    Traceback (most recent call last):
    ...
    AssertionError: as of 2025-01-12, 'raid' is not as expected
      status: expected reported, got retracted
    """
    flat: list[Event] = []
    for one in events:
        flat += [one] if isinstance(one, Event) else one  # type: ignore[list-item,unused-ignore]
    check(flat, Resolution(MemoryStore()))
    return Given(collection(flat))


class Given:
    """What happened; ask it `as_of` a date."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def as_of(self, on: AsOf | When | dt.date | str, **question: Unpack[Question]) -> Asked:
        """Ask what was known by the end of a date.

        Args:
            on: the date, or a whole question.
            question: the rest of the question, as for `AsOf`.
        """
        return Asked(self.timeline, on if isinstance(on, AsOf) else AsOf(on, **question))

    def projected(self, projection: AnyProjection, *, possible: bool = False) -> Projected:
        """Read what happened through a projection.

        Args:
            projection: the projection.
            possible: fold what was only possibly known, too.
        """
        return Projected(self.timeline, projection, possible=possible)


class Asked:
    """What happened, and the date asked; say what to `expect`."""

    def __init__(self, timeline: Timeline, as_of: AsOf) -> None:
        self._timeline = timeline
        self._as_of = as_of
        self._where = f"as of {as_of.known}"

    def expect(self, fact: str | None = None, /, **expected: object) -> None:
        """Compare some attributes of a fact with what is expected.

        Args:
            fact: the fact; left out where only one was known.
            expected: attributes of `timeline.queries.Fact` by name. Words and dates may be given
                as text: ``status="disputed"``, ``occurred="2025-01"``.

        Raises:
            AssertionError: the fact was not known, or is otherwise; every difference is listed.
        """
        known = self._timeline.known(self._as_of)
        if fact is None and len(known) != 1:
            raise AssertionError(f"{self._where}, expected one fact, got {_listed(known)}")
        name = next(iter(known)) if fact is None else fact
        if name not in known:
            raise AssertionError(
                f"{self._where}, nothing is known of {name!r}, but {_listed(known)}"
            )
        _compare(f"{self._where}, {name!r} is not as expected", known[name], expected)

    def expect_only(self, *facts: str) -> None:
        """Compare the facts that were known, in any order, with those expected.

        Raises:
            AssertionError: other facts were known.
        """
        known = self._timeline.known(self._as_of)
        if set(known) != set(facts):
            lines = [f"{self._where}, other facts are known than expected"]
            lines += [f"  missing: {name}" for name in facts if name not in known]
            lines += [f"  not expected: {name}" for name in known if name not in facts]
            raise AssertionError("\n".join(lines))

    def expect_nothing(self) -> None:
        """Expect that nothing was known, certainly or possibly.

        Raises:
            AssertionError: something was known.
        """
        self.expect_only()


class Projected:
    """What happened, read through a projection; ask it `as_of` a date."""

    def __init__(self, timeline: Timeline, projection: AnyProjection, *, possible: bool) -> None:
        self._timeline = timeline
        self._projection = projection
        self._possible = possible

    def as_of(self, on: AsOf | When | dt.date | str, **question: Unpack[Question]) -> Answered:
        """Ask for the answer by the end of a date; arguments as for `Given.as_of`."""
        as_of = on if isinstance(on, AsOf) else AsOf(on, **question)
        answer = self._timeline.project(self._projection, as_of, possible=self._possible)
        if self._projection.keyed:
            answer = dict(answer)
        return Answered(f"as of {as_of.known}, {type(self._projection).__name__}", answer)


class Answered:
    """The answer of a projection; say what to `expect`."""

    def __init__(self, where: str, answer: Any) -> None:  # noqa: ANN401 - whatever it answers
        self._where = where
        self.answer = answer

    def expect(self, expected: object) -> None:
        """Compare the answer with what is expected; of mappings, key by key.

        Raises:
            AssertionError: the answer is another one.
        """
        if self.answer == expected:
            return
        where = f"{self._where} answers otherwise than expected"
        if isinstance(self.answer, dict) and isinstance(expected, dict):
            lines = _differences(expected, self.answer)
        else:
            lines = [f"  expected: {expected!r}", f"  got:      {self.answer!r}"]
        raise AssertionError("\n".join([where, *lines]))


def _differences(expected: Mapping[Any, object], found: Mapping[Any, object]) -> list[str]:
    lines = []
    for key in sorted({*expected, *found}, key=str):
        if key not in found:
            lines.append(f"  {key}: expected {expected[key]!r}, got nothing")
        elif key not in expected:
            lines.append(f"  {key}: expected nothing, got {found[key]!r}")
        elif found[key] != expected[key]:
            lines.append(f"  {key}: expected {expected[key]!r}, got {found[key]!r}")
    return lines


def _compare(where: str, fact: Fact, expected: Mapping[str, object]) -> None:
    lines = []
    for name, value in expected.items():
        if not hasattr(fact, name):
            raise TypeError(
                f"a fact has no {name!r}; expected an attribute of timeline.queries.Fact"
            )
        found = getattr(fact, name)
        if found != _like(found, value):
            lines.append(f"  {name}: expected {_shown(value)}, got {_shown(found)}")
    if lines:
        raise AssertionError("\n".join([where, *lines]))


def _like(found: object, value: object) -> object:
    """Read an expected word or date as what was found is; so that tests may write text."""
    if isinstance(value, str) and isinstance(found, Word):
        return type(found).of(value)
    if isinstance(value, str) and isinstance(found, When):
        return When.of(value)
    return tuple(value) if isinstance(value, list) else value


def _shown(value: object) -> str:
    return str(value) if isinstance(value, str | Word | When) else repr(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"
