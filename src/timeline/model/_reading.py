"""How a machine came to a claim: kept with it, so that a person can see what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import InvalidValue
from timeline.model._source import check_id

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


@attrs.frozen
class Reading:
    """What an extractor saw in the words that a claim rests on, and how sure it is.

    A claim that a person wrote, or has reviewed, has none.

    Args:
        by: the extractor, such as ``rules``.
        confidence: from 0 (a guess) to 1 (every rule was plain).
        kind: the kind of happening, such as ``capture``; empty where none was found.
        about: the actors and places that the words name, as ids.
        rules: the names of the rules that made the claim, in the order in which they spoke.
        answers: the claim of the same article that this one denies, or is silent about, by its id;
            empty where its words tell for themselves what they are about.

    >>> Reading("rules", 0.9, kind="capture", about=("ukraine", "north-korea")).kind
    'capture'
    """

    by: str
    confidence: float
    kind: str = attrs.field(default="", kw_only=True)
    about: tuple[str, ...] = attrs.field(default=(), converter=_names, kw_only=True)
    rules: tuple[str, ...] = attrs.field(default=(), converter=_words, kw_only=True)
    answers: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.by:
            raise InvalidValue("reading.by", expected="the name of an extractor", got=self.by)
        given: object = self.confidence
        number = isinstance(given, int | float) and not isinstance(given, bool)
        if not number or not 0 <= self.confidence <= 1:
            raise InvalidValue("reading.confidence", expected="a number from 0 to 1", got=given)
        for name in self.about:
            check_id(name, "reading.about")
