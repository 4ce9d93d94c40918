"""The claims that are linked, and their plain form: a telling once worked out is kept."""

from __future__ import annotations

from typing import Any, Final

from timeline.dates import When
from timeline.linking._telling import Context, Telling, telling_again
from timeline.model import Figure


class Members:
    """The claims of one article that are linked.

    Attributes:
        numbers: under which number each claim is held.
        fixed: the claims that a person linked.
    """

    __slots__ = ("fixed", "numbers")

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.fixed: set[str] = set()

    def dump(self) -> list[Any]:
        """Return the plain form."""
        return [self.numbers, sorted(self.fixed)]

    @classmethod
    def load(cls, plain: list[Any]) -> Members:
        """Return what has this plain form."""
        members = cls()
        members.numbers, fixed = plain
        members.fixed.update(fixed)
        return members


_WEIGHTS: Final[dict[float, float]] = {}
"""Each weight that a word can have, so that equal ones are one: there are very few."""

# One list for each telling; the order is that of what was kept: raise `LAYOUT` when you change it.


def dumped(telling: Telling) -> list[Any]:
    """Return the plain form of a telling, complete without the others of its article."""
    context = telling.context
    return [
        telling.claim,
        telling.fact,
        telling.kind,
        telling.text,
        telling.base,
        {} if context is None else context.often(telling.base),
        [] if context is None else sorted(context.scene),
        sorted(telling.names),
        sorted(telling.places),
        telling.about,
        None if telling.when is None else str(telling.when),
        None if telling.said is None else str(telling.said),
        telling.when is None and telling.dated is not None,
        [
            [root, one.measure, one.low, one.high, one.unit, one.approximate]
            for root, one in telling.figures
        ],
        telling.speaker,
        telling.span,
        telling.estimate,
    ]


def loaded(plain: list[Any]) -> Telling:
    """Return the telling that has this plain form."""
    claim, fact, kind, text, base, often, scene, names, places, about = plain[:10]
    when, said, ahead, figures, speaker, span, estimate = plain[10:]
    return telling_again(
        claim=claim,
        fact=fact,
        kind=kind,
        text=text,
        base={word: _WEIGHTS.setdefault(weight, weight) for word, weight in base.items()},
        context=Context(often, frozenset(scene)),
        names=frozenset(names),
        places=frozenset(places),
        about=tuple(about),
        when=None if when is None else When.parse(when),
        said=None if said is None else When.parse(said),
        ahead=ahead,
        figures=tuple(
            (root, Figure(measure, low=low, high=high, unit=unit, approximate=about_so))
            for root, measure, low, high, unit, about_so in figures
        ),
        speaker=speaker,
        span=tuple(span),
        estimate=estimate,
    )
