"""The claims of one article that are linked, and their plain form: a telling worked out is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.dates import When
from timeline.linking._telling import Context, Telling, telling_again
from timeline.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

# One list for each telling; the order is that of what was kept: raise `LAYOUT` when you change it.
_Plain = list[Any]


class Told:
    """The claims of one article that are about facts.

    Attributes:
        facts: the fact of each claim.
        fixed: those that a person linked.
        context: how often they use each word.
    """

    __slots__ = ("_asleep", "_tellings", "context", "facts", "fixed")

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.fixed: set[str] = set()
        self.context = Context()
        self._tellings: dict[str, Telling] = {}
        self._asleep: dict[str, _Plain] = {}  # as they were kept, until somebody asks for them

    def telling(self, claim: str) -> Telling:
        """Return what a linked claim tells."""
        found = self._tellings.get(claim)
        if found is None:
            found = self._tellings[claim] = _woken(claim, self._asleep.pop(claim))
            found.context = self.context
        return found

    def hold(self, telling: Telling, fact: str) -> None:
        """Take in that a claim is about *fact*."""
        telling.context = self.context
        self.context.count(telling.base)
        self._tellings[telling.claim] = telling
        self.facts[telling.claim] = fact

    def let_go(self, claim: str) -> Telling:
        """Return the telling of a claim, and hold it no more."""
        telling = self.telling(claim)
        del self._tellings[claim], self.facts[claim]
        self.context.count(telling.base, -1)
        return telling

    def dump(self) -> list[Any]:
        """Return the plain form."""
        return [self.facts, sorted(self.fixed), dict(self._plain())]

    @classmethod
    def load(cls, plain: list[Any]) -> Told:
        """Return what has this plain form."""
        told = cls()
        told.facts, told._asleep = plain[0], plain[2]
        told.fixed.update(plain[1])
        for one in told._asleep.values():
            told.context.count(one[2])
        return told

    def _plain(self) -> Iterator[tuple[str, _Plain]]:
        for claim in self.facts:
            telling = self._tellings.get(claim)
            yield claim, self._asleep[claim] if telling is None else _asleep(telling)


def _asleep(telling: Telling) -> _Plain:
    return [
        telling.kind,
        telling.text,
        telling.base,
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


def _woken(claim: str, plain: _Plain) -> Telling:
    kind, text, base, names, places, about, when, said, ahead, figures, speaker, span, estimate = (
        plain
    )
    return telling_again(
        claim=claim,
        kind=kind,
        text=text,
        base=base,
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
