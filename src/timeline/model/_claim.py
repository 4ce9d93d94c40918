"""One thing that one article says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model._dated import as_when_or_none
from timeline.model._evidence import Evidence
from timeline.model._figure import Figure
from timeline.model._reading import Reading
from timeline.model._source import Attribution
from timeline.model._words import Basis, Stance, as_basis, as_stance

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLAIM_ID = re.compile(r"([a-z0-9][a-z0-9._-]*+)#([1-9][0-9]*)", re.ASCII)

_OWN_VOICE = frozenset({Basis.PRESUMED, Basis.BOUNDED})
"""What rests on a happening of which an outlet tells in its own voice."""


def check_claim_id(value: object, place: str) -> str:
    """Return *value* if it names a claim: the article's id, ``#`` and a number from 1 on."""
    if not isinstance(value, str) or not _CLAIM_ID.fullmatch(value):
        raise InvalidValue(place, expected="a claim id such as 'kontur-2025-02-07#14'", got=value)
    return value


def article_of(claim_id: str) -> str:
    """Return the id of the article that a claim belongs to."""
    return claim_id.rpartition("#")[0]


def _chain(value: Attribution | str | tuple[str, ...] | list[str]) -> Attribution:
    if isinstance(value, Attribution):
        return value
    return Attribution((value,) if isinstance(value, str) else tuple(value))


def _figures(value: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(value)


@attrs.frozen
class Claim:
    """What an article says of a happening, on whose word, and where it says so.

    Args:
        id: ``article#number``.
        stance: how the origin stands to it.
        attribution: the chain of sources, nearest first; the outlet alone is its own voice.
        text: the claim in a sentence of our own.
        occurred: when it happened, as far as this claim says; None where it does not.
        basis: what the date of the statement rests on.
        stated: when the source said so; given with the basis `Basis.DATED`, and only then: every
            other basis follows the happening or the article, and moves with it.
        figures: the quantities that it gives.
        evidence: the words of the article that say so.
        reading: how a machine read it there; None where a person did.
    """

    id: str
    stance: Stance = attrs.field(converter=as_stance)
    attribution: Attribution = attrs.field(converter=_chain)
    text: str = ""
    occurred: When | None = attrs.field(default=None, converter=as_when_or_none)
    basis: Basis = attrs.field(default=Basis.PUBLISHED, converter=as_basis)
    stated: When | None = attrs.field(default=None, converter=as_when_or_none)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=_figures)
    evidence: Evidence | None = None
    reading: Reading | None = None

    def __attrs_post_init__(self) -> None:
        check_claim_id(self.id, "claim.id")
        place = f"claim {self.id}"
        if self.reading is not None and self.reading.answers:
            told = check_claim_id(self.reading.answers, f"{place}: reading.answers")
            if told == self.id or article_of(told) != self.article:
                raise InvalidValue(
                    f"{place}: reading.answers",
                    expected="another claim of the same article",
                    got=told,
                )
        if self.basis is Basis.DATED:
            if self.stated is None:
                raise InvalidValue(
                    f"{place}: stated", expected="a date, as its basis is 'dated'", got=None
                )
            if self.stated.latest is None:
                raise InvalidValue(
                    f"{place}: stated", expected="a date with a last day", got=str(self.stated)
                )
        elif self.stated is not None:
            raise InvalidValue(
                f"{place}: stated",
                expected=f"left out, as its basis is '{self.basis}'",
                got=str(self.stated),
            )
        if self.basis in _OWN_VOICE:
            if self.occurred is None:
                raise InvalidValue(
                    f"{place}: occurred",
                    expected=f"a date, as its basis is '{self.basis}'",
                    got=None,
                )
            if not self.attribution.own_voice:
                raise InvalidValue(
                    f"{place}: basis",
                    expected="'dated' or 'published' where somebody is quoted",
                    got=f"'{self.basis}' with {self.attribution}",
                )

    @property
    def chain(self) -> tuple[str, ...]:
        """Its sources, nearest first, beginning with the outlet."""
        return self.attribution.chain

    @property
    def article(self) -> str:
        """The id of the article that says so."""
        return article_of(self.id)
