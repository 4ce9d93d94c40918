"""Reads a model's answer strictly: what is not in the schema is refused, and said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import attrs
import orjson

from timeline.errors import InvalidValue, shown
from timeline.extraction.llm._schema import SCHEMA_VERSION
from timeline.model import Number, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCED: Final = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*", re.DOTALL)
_MOST_CLAIMS: Final = 500
_LONGEST: Final = 4_000
_MOST_ITEMS: Final = 50


@attrs.frozen
class ProposedFigure:
    """A figure as a model proposes it.

    Args:
        low: the least it can be.
        high: the most it can be.
        measure: what it measures.
    """

    low: Number | None
    high: Number | None
    measure: str


@attrs.frozen
class Proposal:
    """A claim as a model proposes it; nothing of it has been verified.

    Args:
        quote: the words that it rests on.
        text: the claim in a sentence.
        stance: how the source stands to it.
        kind: the kind of happening.
        sources: on whose word, nearest first.
        occurred: when it happened, in EDTF.
        stated: when the source said so, in EDTF.
        figures: its quantities.
    """

    quote: str
    text: str
    stance: Stance
    kind: str
    sources: tuple[str, ...]
    occurred: str | None
    stated: str | None
    figures: tuple[ProposedFigure, ...]


@attrs.frozen
class Refused:
    """A claim that is not in the schema.

    Args:
        quote: its quote, where it has one.
        reason: what is wrong with it.
    """

    quote: str
    reason: str


def proposals_of(answer: str) -> list[Proposal | Refused]:
    """Return the claims of an *answer*, in its order.

    Raises:
        InvalidValue: the answer as a whole is not in the schema.
    """
    fenced = _FENCED.fullmatch(answer)
    try:
        data = orjson.loads(fenced[1] if fenced else answer)
    except orjson.JSONDecodeError as error:
        raise InvalidValue(
            "answer", expected=f"JSON ({error.msg} at {error.pos})", got=answer
        ) from None
    if not isinstance(data, dict) or set(data) != {"version", "claims"}:
        raise InvalidValue("answer", expected="an object of 'version' and 'claims'", got=data)
    if data["version"] != SCHEMA_VERSION:
        raise InvalidValue("answer.version", expected=repr(SCHEMA_VERSION), got=data["version"])
    claims = data["claims"]
    if not isinstance(claims, list) or len(claims) > _MOST_CLAIMS:
        raise InvalidValue("answer.claims", expected=f"up to {_MOST_CLAIMS} claims", got=claims)
    return [_proposal(claim, f"claims[{number}]") for number, claim in enumerate(claims)]


def _proposal(claim: object, place: str) -> Proposal | Refused:
    quote = claim.get("quote") if isinstance(claim, dict) else None
    try:
        return _read(claim, place)
    except InvalidValue as error:
        return Refused(quote if isinstance(quote, str) else "", str(error))


def _read(claim: object, place: str) -> Proposal:
    fields = _fields(claim, place, {field.name for field in attrs.fields(Proposal)})
    sources = _items(fields["sources"], f"{place}.sources")
    figures = _items(fields["figures"], f"{place}.figures")
    return Proposal(
        quote=_words(fields["quote"], f"{place}.quote"),
        text=_words(fields["text"], f"{place}.text"),
        stance=Stance.of(fields["stance"], f"{place}.stance"),
        kind=_words(fields["kind"], f"{place}.kind"),
        sources=tuple(_words(one, f"{place}.sources[{at}]") for at, one in enumerate(sources)),
        occurred=_words_or_none(fields["occurred"], f"{place}.occurred"),
        stated=_words_or_none(fields["stated"], f"{place}.stated"),
        figures=tuple(_figure(one, f"{place}.figures[{at}]") for at, one in enumerate(figures)),
    )


def _figure(figure: object, place: str) -> ProposedFigure:
    fields = _fields(figure, place, {"measure", "low", "high", "unit", "approximate"})
    _words(fields["unit"], f"{place}.unit")
    if not isinstance(fields["approximate"], bool):
        raise InvalidValue(
            f"{place}.approximate", expected="true or false", got=fields["approximate"]
        )
    return ProposedFigure(
        _number(fields["low"], f"{place}.low"),
        _number(fields["high"], f"{place}.high"),
        _words(fields["measure"], f"{place}.measure"),
    )


def _fields(value: object, place: str, expected: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidValue(place, expected="an object", got=value)
    if set(value) != expected:
        wrong = sorted(set(value) ^ expected)
        raise InvalidValue(place, expected=f"the keys {', '.join(sorted(expected))}", got=wrong)
    return value


def _items(value: object, place: str) -> list[object]:
    if not isinstance(value, list) or len(value) > _MOST_ITEMS:
        raise InvalidValue(place, expected=f"a list of up to {_MOST_ITEMS}", got=value)
    return value


def _words(value: object, place: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise InvalidValue(place, expected=f"text of up to {_LONGEST:,} characters", got=value)
    return value


def _words_or_none(value: object, place: str) -> str | None:
    return None if value is None else _words(value, place)


def _number(value: object, place: str) -> Number | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise InvalidValue(place, expected="a number or null", got=shown(value))
    return value
