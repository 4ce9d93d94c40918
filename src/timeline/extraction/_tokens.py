"""Words, numbers and marks of punctuation, with their places in the text."""

from __future__ import annotations

import re
from itertools import accumulate, compress
from operator import attrgetter
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
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


LOWER: Final = attrgetter("lower")
"""Gives the lower case of a token, without a call of Python's own."""

# A possessive is a token of its own, so that a name stands without it; a contraction is not.
# The spaces between tokens are found with them, so that the pieces are the text again.
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
    pieces = _PIECE.findall(text, start, len(text) if end is None else end)
    bounds = list(accumulate(map(len, pieces), initial=start))
    lowers = list(map(_LOWER.__getitem__, pieces))
    # Spaces have no lower case, and go.
    columns = (compress(column, lowers) for column in (bounds, bounds[1:], pieces, lowers))
    return tuple(map(Token, *columns))


class _Lower(dict[str, str]):
    """Words as they are compared, spaces as nothing; a few thousand words make most of any text."""

    def __missing__(self, word: str) -> str:
        lower = word if word == "May" else word.lower().replace("’", "'").strip()
        if len(self) < _REMEMBERED_WORDS and len(word) <= _REMEMBERED_LENGTH:
            self[word] = lower
        return lower


_LOWER = _Lower()
