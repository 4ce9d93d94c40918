"""A text cut into pieces, with one code for the kind of each: what the rules look at."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30


class Kinds(dict[str, str]):
    """From a piece as spelled to the code of its kind; remembers what it had to work out.

    Args:
        known: the codes of the words that the language lists.
        classify: works out the code of any other piece.
    """

    def __init__(self, known: Mapping[str, str], classify: Callable[[str], str]) -> None:
        super().__init__(known)
        self._classify = classify
        self._room = _REMEMBERED_WORDS

    def __missing__(self, piece: str) -> str:
        """Work out the code; remember it while there is room, so that memory stays bounded."""
        code = self._classify(piece)
        if self._room and len(piece) <= _REMEMBERED_LENGTH:
            self._room -= 1
            self[piece] = code
        return code


class Document:
    """A text, its pieces, where each starts, and the string of their codes.

    Args:
        text: the text; the pieces together are the text again.
        cutter: finds the pieces, whatever the text is.
        kinds: gives each piece its code.
    """

    __slots__ = ("codes", "pieces", "starts", "text")

    def __init__(self, text: str, cutter: re.Pattern[str], kinds: Kinds) -> None:
        self.text = text
        self.pieces: list[str] = cutter.findall(text)
        self.codes = "".join(map(kinds.__getitem__, self.pieces))
        self.starts = list(accumulate(map(len, self.pieces), initial=0))

    def word(self, place: int) -> str:
        """The piece at *place* in lower case; empty outside the text."""
        return self.pieces[place].lower() if 0 <= place < len(self.pieces) else ""

    def opens(self, place: int) -> bool:
        """Say whether the piece at *place* opens a sentence, so that its capital tells nothing."""
        before = self.codes[max(0, place - 2) : place].rstrip(" ")
        return before[-1:] in ("", ".", "!", "\n", '"', ":")

    def words(self, start: int, end: int) -> list[str]:
        """The pieces from *start* to before *end* in lower case, gaps left out."""
        return [piece.lower() for piece in self.pieces[start:end] if not piece.isspace()]
