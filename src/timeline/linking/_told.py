"""The claims of one article that are linked, and their plain form: a telling worked out is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

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
    """

    __slots__ = ("_asleep", "_context", "_counts", "_tellings", "facts", "fixed")

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.fixed: set[str] = set()
        self._tellings: dict[str, Telling] = {}
        # As they were kept, until somebody asks for them: that takes a fifth of the memory.
        self._asleep: dict[str, str] = {}
        self._context: Context | None = None
        self._counts = "{}"

    @property
    def context(self) -> Context:
        """How often the claims use each word."""
        if self._context is None:
            self._context = Context(orjson.loads(self._counts))
        return self._context

    def telling(self, claim: str) -> Telling:
        """Return what a linked claim tells."""
        found = self._tellings.get(claim)
        if found is None:
            found = self._tellings[claim] = _woken(claim, orjson.loads(self._asleep.pop(claim)))
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
        counts = self._counts if self._context is None else _text(self._context.counts())
        return [self.facts, sorted(self.fixed), counts, dict(self._plain())]

    @classmethod
    def load(cls, plain: list[Any]) -> Told:
        """Return what has this plain form."""
        told = cls()
        told.facts, fixed, told._counts, told._asleep = plain
        told.fixed.update(fixed)
        return told

    def _plain(self) -> Iterator[tuple[str, str]]:
        for claim in self.facts:
            telling = self._tellings.get(claim)
            yield claim, self._asleep[claim] if telling is None else _text(_asleep(telling))


def _text(plain: object) -> str:
    return orjson.dumps(plain).decode()


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
