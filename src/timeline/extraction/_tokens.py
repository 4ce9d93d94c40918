"""Words, numbers and marks of punctuation, with their places in the text."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
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


# A possessive is a token of its own, so that a name stands without it; a contraction is not.
_TOKEN = re.compile(
    r"""
    \d+(?:[.,]\d+)*                                # 11,000 and 3.5
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
    return tuple(
        Token(
            found.start(),
            found.end(),
            word,
            word if word == "May" else word.lower().replace("’", "'"),
        )
        for found in _TOKEN.finditer(text, start, len(text) if end is None else end)
        for word in (found[0],)
    )
