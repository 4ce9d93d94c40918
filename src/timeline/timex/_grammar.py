"""Rules are patterns over kinds of words, not over letters; this turns one into the other.

A text becomes a string with one character for each word, number, mark and gap: its *codes*. A
pattern names kinds in braces, so that ``{month} {number}`` finds "January 9" however it is
spelled. Regular expressions then run over a short string, and places in it are places in the list
of pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAME: Final = re.compile(r"\{([A-Za-z_][A-Za-z_0-9]*)\}")
_FIRST_CODE: Final = 0x100
_DEPTH: Final = 8


class Grammar:
    """The alphabet of a language's kinds, and the patterns written in it.

    Args:
        kinds: the names of the kinds. A mark such as ``,`` is its own code and needs no name.
        macros: patterns with names, to be used in patterns like a kind; they may use each other.

    >>> grammar = Grammar(["month", "number"], {"date": "{month} {number}"})
    >>> codes = grammar.code("month") + " " + grammar.code("number")
    >>> bool(grammar.compile("(?P<all>{date})").fullmatch(codes))
    True
    """

    def __init__(self, kinds: Iterable[str], macros: Mapping[str, str]) -> None:
        self._codes = {kind: chr(_FIRST_CODE + place) for place, kind in enumerate(kinds)}
        self._macros = macros

    def code(self, kind: str) -> str:
        """Give the character that stands for *kind*."""
        try:
            return self._codes[kind]
        except KeyError:
            raise InvalidValue(
                "grammar.kind", expected="a kind or macro of the grammar", got=kind
            ) from None

    def expand(self, pattern: str) -> str:
        """Replace the names in *pattern* by what they stand for."""
        for _ in range(_DEPTH):
            if not _NAME.search(pattern):
                return pattern
            pattern = _NAME.sub(self._replace, pattern)
        raise InvalidValue("grammar.macro", expected=f"at most {_DEPTH} deep", got=pattern)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Compile *pattern* to run over codes."""
        return re.compile(self.expand(pattern))

    def _replace(self, match: re.Match[str]) -> str:
        name = match[1]
        return f"(?:{self._macros[name]})" if name in self._macros else self.code(name)
