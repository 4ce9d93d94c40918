"""Finds where a quote stands in an article: exactly, or with other spaces and quotation marks."""

from __future__ import annotations

from typing import Final

_SAME: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)


class Plain:
    """An article's text with plain spaces and quotation marks, and where each character stands.

    Args:
        text: the article's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        plain: list[str] = []
        self._places: list[int] = []
        for place, sign in enumerate(text):
            same = " " if sign.isspace() else sign.translate(_SAME)
            if same == " " and plain and plain[-1] == " ":
                continue
            plain.append(same)
            self._places.append(place)
        self._plain = "".join(plain)

    def find(self, quote: str, *, whole: bool = False) -> tuple[int, int] | None:
        """Return where *quote* stands in the text, as its first and last offset; or None.

        The words must be the same, to the letter; only spaces, quotation marks and dashes may
        differ.

        Args:
            quote: the words.
            whole: whether they must not be a part of longer words.

        >>> text = "He said:  “It is over”."
        >>> Plain(text).find('said: "It is over"')
        (3, 22)
        >>> Plain(text).find("It was over")
        """
        at = _found(self._text, quote, whole=whole)
        if at is not None:
            return at, at + len(quote)
        sought = " ".join(quote.translate(_SAME).split())
        at = _found(self._plain, sought, whole=whole)
        if at is None:
            return None
        return self._places[at], self._places[at + len(sought) - 1] + 1


def _found(text: str, words: str, *, whole: bool) -> int | None:
    at = text.find(words) if words else -1
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(words) : at + len(words) + 1]
        if not whole or not any(sign.isalnum() for sign in around):
            return at
        at = text.find(words, at + 1)
    return None
