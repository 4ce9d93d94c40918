"""The exact words of an article that a claim rests on, and where they stand.

The pair of selectors is that of the W3C Web Annotation Data Model (2017), sections 4.2.4
(``TextQuoteSelector``) and 4.2.5 (``TextPositionSelector``).
"""

from __future__ import annotations

import attrs

from timeline.errors import InvalidValue, shown

CONTEXT = 32
"""How many characters of context a quote keeps on either side, for finding it again."""


@attrs.frozen
class Evidence:
    """A span of an article's text, as a quote and as a position.

    Args:
        exact: the quoted words.
        start: offset of the first character, in code points.
        end: offset behind the last character.
        prefix: the characters before the quote.
        suffix: the characters behind the quote.
    """

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.exact:
            raise InvalidValue("evidence.exact", expected="some words", got=self.exact)
        if self.start < 0 or self.end - self.start != len(self.exact):
            raise InvalidValue(
                "evidence",
                expected=f"a span of {len(self.exact)} characters",
                got=f"{self.start} to {self.end}",
            )

    @classmethod
    def find(cls, text: str, quote: str, *, before: str = "", after: str = "") -> Evidence:
        """Find the one place of *text* where *quote* stands.

        Args:
            text: the article's text.
            quote: the exact words.
            before: words that stand directly before the quote, where it occurs more than once.
            after: words that stand directly behind it.

        Raises:
            InvalidValue: the quote is not in the text, or not in one place alone.

        >>> Evidence.find("Two were taken, and two fled.", "two")
        Evidence(exact='two', start=20, end=23, prefix='Two were taken, and ', suffix=' fled.')
        """
        sought = before + quote + after
        first = text.find(sought) if quote else -1
        if first < 0:
            raise InvalidValue("quote", expected="words of the article", got=sought)
        second = text.find(sought, first + 1)
        if second >= 0:
            raise InvalidValue(
                "quote",
                expected="words that occur once (add 'before' or 'after' to choose)",
                got=f"{shown(sought)} at {first} and at {second}",
            )
        start = first + len(before)
        return cls.at(text, start, start + len(quote))

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Evidence:
        """Quote the span of *text* from *start* to *end*, with its context."""
        return cls(
            exact=text[start:end],
            start=start,
            end=end,
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    def stands_in(self, text: str) -> bool:
        """Whether *text* has these words at this place."""
        return text[self.start : self.end] == self.exact
