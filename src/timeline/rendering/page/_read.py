"""What a machine read: how sure it was, which no person has checked, and whom the words name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.rendering._text import inert
from timeline.rendering.page._tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model import Reading

NOBODY = -1
"""The number of the reading of a claim that a person wrote or has looked at."""

_SMALL = frozenset({"a", "and", "at", "de", "for", "in", "of", "on", "the", "to", "von"})


class Readings:
    """How machines read claims, by number, and the actors and places that they found.

    Args:
        names: what to call each source, by id; actors are often sources, too.
        merged: the id that stands for another one.
    """

    def __init__(self, names: Mapping[str, str], merged: Mapping[str, str]) -> None:
        self._names = names
        self._merged = merged
        self._actors: Table[str, str] = Table(str)
        self._readings: Table[tuple[str, tuple[str, ...]], list[object]] = Table(
            lambda key: [key[0], [self._actors[actor] for actor in key[1]]]
        )

    def number(self, reading: Reading | None) -> int:
        """Return the number of a reading; `NOBODY` where no machine read."""
        if reading is None:
            return NOBODY
        about = dict.fromkeys(self._merged.get(name, name) for name in reading.about)
        return self._readings[words_of(reading), tuple(about)]

    def words(self, number: int) -> str:
        """Return a reading in words; none for `NOBODY`."""
        return "" if number == NOBODY else str(self._readings.rows[number][0])

    @property
    def rows(self) -> list[list[object]]:
        """Each reading in words, with the numbers of its actors."""
        return self._readings.rows

    @property
    def actors(self) -> list[str]:
        """What to call each actor; where two are called the same, with its id."""
        ids = self._actors.rows
        called = [inert(self._names.get(name) or title_of(name)) for name in ids]
        alike = Counter(called)
        return [
            words if alike[words] == 1 else f"{words} ({inert(name)})"
            for name, words in zip(ids, called, strict=True)
        ]


def words_of(reading: Reading) -> str:
    """Say who read a claim, and how sure it was.

    >>> from timeline.model import Reading
    >>> words_of(Reading("rules", 0.86))
    'read by rules, 86% sure'
    """
    return f"read by {inert(reading.by)}, {reading.confidence:.0%} sure"


def title_of(name: str) -> str:
    """Return an id as a name, for want of a better one.

    >>> title_of("north-korea"), title_of("joint-chiefs-of-staff")
    ('North Korea', 'Joint Chiefs of Staff')
    """
    words = [word for word in name.split("-") if word]
    return " ".join(
        word if number and word in _SMALL else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )
