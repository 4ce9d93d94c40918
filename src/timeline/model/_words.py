"""The closed sets of words that claims and questions are made of."""

from __future__ import annotations

import enum
from typing import Self

from timeline.errors import InvalidValue


class Word(enum.Enum):
    """A closed set of words; each reads from its text and names its choices when it cannot."""

    # Members are there once; the hash of an Enum, that of its name, costs a call each time.
    __hash__ = object.__hash__

    @classmethod
    def of(cls, value: object, place: str = "") -> Self:
        """Return the member that *value* is or names.

        >>> Stance.of("denies")
        <Stance.DENIES: 'denies'>
        >>> Stance.of("said", "claims[3].stance")
        Traceback (most recent call last):
        ...
        timeline.errors.InvalidValue: claims[3].stance: must be one of asserts, confirms, denies, \
estimates, forecasts, withholds (got 'said')
        """
        if isinstance(value, cls):
            return value
        try:
            return cls(value)
        except ValueError:
            choices = ", ".join(str(member.value) for member in cls)
            raise InvalidValue(
                place or cls.__name__.lower(), expected=f"one of {choices}", got=value
            ) from None

    def __str__(self) -> str:
        return str(self.value)


class Stance(Word):
    """How a source stands to what it speaks of."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ESTIMATES = "estimates"
    FORECASTS = "forecasts"
    WITHHOLDS = "withholds"
    """Neither confirms nor denies: never support, never an origin."""

    @property
    def supports(self) -> bool:
        """Whether a claim of this stance speaks for its fact: asserts, confirms, estimates."""
        return self._value_ in _SUPPORT


# By value, since the hash of a member is slow and this is asked for every claim of every answer.
_SUPPORT = frozenset({"asserts", "confirms", "estimates"})


class Basis(Word):
    """What the date of a statement rests on; the first that fits, in this order."""

    DATED = "dated"
    """The article dates the statement."""
    PRESUMED = "presumed"
    """The outlet tells of a happening that is public by nature: known when it happened."""
    BOUNDED = "bounded"
    """The outlet tells of a happening that need not have been public at once: known at some
    time from the happening to publication."""
    PUBLISHED = "published"
    """Nothing dates the statement but the article that prints it."""


class Clock(Word):
    """Which of a claim's clocks decides whether it was known.

    The other two clocks are asked otherwise: *occurred* is what an answer is about, *recorded* is
    a second axis of its own (`AsOf.recorded`).
    """

    STATED = "stated"
    """When the source said so."""
    PUBLISHED = "published"
    """When an article of the collection printed it."""


def as_stance(value: Stance | str) -> Stance:
    """Return the stance that *value* is or names."""
    return Stance.of(value)


def as_basis(value: Basis | str) -> Basis:
    """Return the basis that *value* is or names."""
    return Basis.of(value)


def as_clock(value: Clock | str) -> Clock:
    """Return the clock that *value* is or names."""
    return Clock.of(value)
