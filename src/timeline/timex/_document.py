"""A text cut into pieces, with one code for the kind of each: what the rules look at."""

from __future__ import annotations

from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30
_PIECES: Final = itemgetter(0)
_CODES: Final = itemgetter(1)


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


class Cutter(dict[str, "tuple[list[str], str] | None"]):
    """From what stands between two spaces to its pieces and their codes, with a space behind.

    A few thousand stretches make most of any text, and so most words need not be cut anew. None
    marks a stretch whose first or last piece may reach over a space.

    Args:
        pieces: finds the pieces, whatever the text is.
        kinds: gives each piece its code.
        joined: finds in a stretch what may be one piece with what stands beyond a space.
    """

    def __init__(self, pieces: re.Pattern[str], kinds: Kinds, joined: re.Pattern[str]) -> None:
        super().__init__()
        self._pieces, self._kinds, self._joined = pieces, kinds, joined

    def __missing__(self, stretch: str) -> tuple[list[str], str] | None:
        """Cut a stretch; remember it while there is room, so that memory stays bounded."""
        found = None if self._joined.search(stretch) else self._cut(stretch + " ")
        if len(self) < _REMEMBERED_WORDS and len(stretch) <= _REMEMBERED_LENGTH:
            self[stretch] = found
        return found

    def cut(self, text: str) -> tuple[list[str], str]:
        """Return the pieces of *text*, which together are the text again, and their codes."""
        found = list(filter(None, map(self.__getitem__, stretches := text.split(" "))))
        if len(found) < len(stretches):
            return self._cut(text)
        pieces, codes = list(chain.from_iterable(map(_PIECES, found))), "".join(map(_CODES, found))
        return pieces[:-1], codes[:-1]  # no space stands behind the last stretch

    def _cut(self, text: str) -> tuple[list[str], str]:
        pieces = self._pieces.findall(text)
        return pieces, "".join(map(self._kinds.__getitem__, pieces))


class Document:
    """A text, its pieces, where each starts, and the string of their codes.

    Args:
        text: the text; the pieces together are the text again.
        cutter: cuts it, and gives each piece its code.
    """

    __slots__ = ("codes", "pieces", "starts", "text")

    def __init__(self, text: str, cutter: Cutter) -> None:
        self.text = text
        self.pieces, self.codes = cutter.cut(text)
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
