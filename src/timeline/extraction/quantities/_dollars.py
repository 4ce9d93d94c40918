"""Whose money a shared name means: "$" and "rupees" are those of the country that is written of."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._numbers_money import DOLLAR_PLACES, NATIONAL, OTHER_DOLLARS
from timeline.extraction.english._numbers_shared import LOCAL_WORDS, MONEY_TOLD, PLAIN_NAMES, SHARED
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._numbers import COUNT, MONEY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.quantities._amounts import Amount
    from timeline.extraction.quantities._named import Named

_OTHER: Final = re.compile(rf"\b(?:{OTHER_DOLLARS})(?!\w)|[A-Za-z]\$")
_PLACES: Final = {code: re.compile(rf"\b(?:{names})") for code, names in DOLLAR_PLACES.items()}
_SHARED: Final = {
    default: {code: re.compile(rf"\b(?:{names})") for code, names in countries.items()}
    for default, countries in SHARED.items()
}
_MONEYS: Final = "|".join(sorted(LOCAL_WORDS))
_OFTEN: Final = 2
_HEAD: Final = 700
"""Within how many characters a story says in which country it happens."""
_MILLION: Final = 1_000_000
_THOUSAND: Final = 1_000
_NEAR: Final = 3


class Moneys:
    """The moneys of one article: which currency each shared name means there.

    Args:
        text: the article.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, str] = {}
        self._last = ""

    def local(self, amounts: list[Amount], tokens: Sequence[Token]) -> list[Amount]:
        """Return the amounts of a sentence, whose shared moneys are those of the article."""
        found: list[Amount] = []
        for one in amounts:
            amount = one
            if one.sort == MONEY and _is_shared(one, tokens):
                amount = attrs.evolve(one, unit=self._meant(one.unit))
            elif self._last and _is_a_sum(one, tokens, bool(found) and found[-1].sort == MONEY):
                amount = attrs.evolve(one, sort=MONEY, unit=self._last)
            if amount.sort == MONEY:
                self._last = amount.unit
            found.append(amount)
        return found

    def exchanged(self, amount: Amount, named: Named) -> Named:
        """Return the name of an amount whose shared money, in a bare rate, is the article's."""
        if named.measure != "exchange rate" or amount.sort != COUNT or named.unit not in _SHARED:
            return named
        return attrs.evolve(named, unit=self._meant(named.unit))

    def _meant(self, code: str) -> str:
        if code not in self._known:
            self._known[code] = (
                local_dollar(self._text) if code == "USD" else local_money(self._text, code)
            )
        return self._known[code]


def _is_a_sum(amount: Amount, tokens: Sequence[Token], beside: bool) -> bool:  # noqa: FBT001 - it is passed by its name's place
    """Whether millions are money as told before: "was fined 1.2 million in 2019".

    Beside money in one sentence thousands are: "it cost 45,000 pounds and now fetches 400,000".
    """
    least = _THOUSAND if beside else _MILLION
    if amount.sort != COUNT or (amount.high or amount.low or 0) < least:
        return False
    if amount.end < len(tokens):
        following = tokens[amount.end]
        if following.text[0].isalpha() and following.lower not in STOPS:
            return False
    near = {token.lower for token in tokens[max(0, amount.first - _NEAR) : amount.first]}
    return bool(near & MONEY_TOLD)


def _is_shared(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Whether an amount is in money by a name that it shares with others."""
    if amount.unit == "USD":
        return True
    if amount.unit not in _SHARED:
        return False
    last = tokens[amount.end - 1].lower
    if last in NATIONAL.get(tokens[amount.end - 2].lower, ()):
        return False  # "40 Egyptian pounds"
    near = {token.lower for token in tokens[max(0, amount.core - 2) : amount.core]}
    if amount.unit == "PHP" and "p" in near:
        return True
    return last in LOCAL_WORDS or bool(near & LOCAL_WORDS)


def local_dollar(text: str) -> str:
    """Return the code of the dollar that an article writes as "$"; by default USD.

    It is another than that of the United States where the text names one country with a dollar at
    least twice, by itself or by its cities, once of them in its head, and twice as often as all
    others, but neither the United States nor any marked dollar: who writes "A$" once writes "$" for
    another.
    """
    if _OTHER.search(text):
        return "USD"
    found = _most_told(text, _PLACES, "USD")
    # A story that only passes through Toronto does not count in Canadian dollars.
    return found if found == "USD" or _PLACES[found].search(text, 0, _HEAD) else "USD"


@functools.cache
def _with_country(code: str) -> dict[str, re.Pattern[str]]:
    """Return what money looks like behind its country: "Burundi's franc", "the Syrian pound"."""
    return {
        own: re.compile(rf"\b(?:{names})\w*(?:['’]s?)? (?:{_MONEYS})\b")
        for own, names in SHARED[code].items()
    }


def local_money(text: str, code: str) -> str:
    """Return whose money a shared name means in an article; by default that of *code*.

    It is the one that the text once gives its country ("Burundi's franc"); else that of the country
    which it names at least twice, and twice as often as all others whose money has that name. Where
    it is of several such countries, and not of that of *code*, nobody can tell: the name stays.
    """
    for own, names in _with_country(code).items():
        if names.search(text):
            return own
    found = _most_told(text, _SHARED[code], code)
    if found == code and code in PLAIN_NAMES and not _SHARED[code][code].search(text):
        several = sum(names.search(text) is not None for names in _SHARED[code].values()) > 1
        return PLAIN_NAMES[code] if several else found
    return found


def _most_told(text: str, places: Mapping[str, re.Pattern[str]], default: str) -> str:
    times = {code: sum(1 for _ in names.finditer(text)) for code, names in places.items()}
    most = max(times, key=times.__getitem__)
    others = sum(times.values()) - times[most]
    return most if times[most] >= _OFTEN and times[most] >= _OFTEN * others else default
