"""Whose dollars a bare "$" means: those of the country that an article is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._quantities_numbers import MONEY
from timeline.extraction.english._numbers_money import DOLLAR_PLACES, OTHER_DOLLARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extraction._quantities_amounts import Amount

_OTHER: Final = re.compile(rf"\b(?:{OTHER_DOLLARS})(?!\w)|[A-Za-z]\$")
_PLACES: Final = {code: re.compile(rf"\b(?:{names})") for code, names in DOLLAR_PLACES.items()}
_OFTEN: Final = 2


def local_dollar(text: str) -> str:
    """Return the code of the dollar that an article writes as "$"; by default USD.

    It is another than that of the United States where the text names one country with a dollar at
    least twice, by itself or by its cities, and twice as often as all others, but neither the
    United States nor any marked dollar: who writes "A$" once writes "$" for another.
    """
    if ("$" not in text and "dollar" not in text) or _OTHER.search(text):
        return "USD"
    times = {code: sum(1 for _ in places.finditer(text)) for code, places in _PLACES.items()}
    most = max(times, key=times.__getitem__)
    others = sum(times.values()) - times[most]
    return most if times[most] >= _OFTEN and times[most] >= _OFTEN * others else "USD"


def with_dollars(amounts: Iterable[Amount], code: str) -> list[Amount]:
    """Return amounts whose bare dollars are those of *code*."""
    return [
        attrs.evolve(one, unit=code) if one.sort == MONEY and one.unit == "USD" else one
        for one in amounts
    ]
