"""Words, numbers and marks of punctuation, with their places in the text."""

from __future__ import annotations

import re
from itertools import accumulate, count
from operator import add, attrgetter
from typing import Final

from timeline.extraction._value import value

_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30


@value
class Token:
    """A word, a number or a mark of punctuation.

    Args:
        start: where it begins in the text.
        end: where it ends, exclusive.
        text: as it is written.
        lower: in lower case, with straight apostrophes: what rules compare. The month of May
            keeps its capital, since "may" is a verb.
        capital: whether it begins with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool


LOWER: Final = attrgetter("lower")
"""Gives the lower case of a token, without a call of Python's own."""

# A possessive is a token of its own, so that a name stands without it; a contraction is not.
# No token reaches over a space, nor hangs on what stands beyond one.
_PIECE = re.compile(
    r"""
    [A-Za-z][a-z]++(?![\w'’‑-])                     # most words, quickly
    | \s+
    | [^\W\d_]{2,}+(?!['’‑-])
    | \d+(?:[.,]\d+)*                              # 11,000 and 3.5
    | [RNP](?=\d+(?:,\d{3}|\.\d\d?\b|(?:\.\d+)?[ ]?(?:[bm]illi|trilli|[bmt]?n\b|[bm]\b)))  # R31bn
    | (?:[^\W\d_]\.){2,}                           # U.S.
    | ['’]s\b                                      # Ukraine + 's
    | [^\W\d_]+(?:(?:['’](?!s\b)|[-‑](?=\w))[^\W_]+)*   # don't, cross-border, F16
    | \w+
    | \.{3} | [^\w\s]
    """,
    re.VERBOSE,
)


def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of a stretch of *text*.

    >>> [token.lower for token in tokens_of("Ukraine’s 11,000-strong U.S. force didn’t go.")]
    ['ukraine', "'s", '11,000', '-', 'strong', 'u.s.', 'force', "didn't", 'go', '.']
    """
    stretches = text[start:end].split(" ")
    starts = accumulate(map(len, stretches), initial=start)
    return tuple(
        [
            Token(begin + first, begin + last, piece, lower, capital)
            for begin, parts in zip(  # as many spaces as stretches stand before one
                map(add, starts, count()), map(_PARTS.__getitem__, stretches), strict=False
            )
            for first, last, piece, lower, capital in parts
        ]
    )


class _Parts(dict[str, tuple[tuple[int, int, str, str, bool], ...]]):
    """What stands between two spaces, as tokens: where each begins and ends there, and its words.

    A few thousand stretches make most of any text, and so most words need not be cut anew.
    """

    def __missing__(self, stretch: str) -> tuple[tuple[int, int, str, str, bool], ...]:
        parts = tuple(
            (found.start(), found.end(), found[0], lower, found[0][0].isupper())
            for found in _PIECE.finditer(stretch)
            if (lower := _LOWER[found[0]])
        )
        if len(self) < _REMEMBERED_WORDS and len(stretch) <= _REMEMBERED_LENGTH:
            self[stretch] = parts
        return parts


_PARTS = _Parts()


class _Lower(dict[str, str]):
    """Words as they are compared, spaces as nothing: one string for all places of a word."""

    def __missing__(self, word: str) -> str:
        lower = word if word == "May" else word.lower().replace("’", "'").strip()
        if len(self) < _REMEMBERED_WORDS and len(word) <= _REMEMBERED_LENGTH:
            self[word] = lower
        return lower


_LOWER = _Lower()
