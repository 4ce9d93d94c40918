"""What is measured by weight and volume: the words of a stuff behind its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import PREPOSITIONS
from timeline.extraction.english._inflection import is_participle
from timeline.extraction.english._stops import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_NOT_PLURAL: Final = ("ss", "us", "is", "'s")


def of_stuff(words: list[str]) -> str:
    """Return what names a stuff: of "natural gas" the last word, of "ammonium nitrate" both."""
    kept = words[-2:]
    if len(kept) > 1 and (
        kept[0] in english.MODIFIERS or kept[0].endswith(english.MODIFIER_ENDINGS)
    ):
        kept = kept[1:]
    return " ".join(kept)


def stuff_at(tokens: Sequence[Token], at: int) -> list[str]:
    """Return the words of what is measured: of "tonnes of ammonium nitrate" the last two."""
    found: list[str] = []
    for token in tokens[at : at + 3]:
        word = token.lower
        if word in STOPS or word in PREPOSITIONS or not word[0].isalpha() or word == "worth":
            break
        if found and is_participle(word):
            break  # "aid landed", "cocaine hidden in a lorry"
        found.append(word)
        if word.endswith("s") and not word.endswith(_NOT_PLURAL):
            break
    return found
