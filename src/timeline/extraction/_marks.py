"""What each word can be, worked out once for a word and not anew in each sentence."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30


class Marks(dict[str, int]):
    """From a word in lower case to the classes that it is of, each a bit of one number.

    Rules that need a word of some class ask here for a whole sentence first, since in most
    sentences there is none.

    Args:
        classes: say whether a word is of a class; the first is bit 1, the second 2, then 4.

    >>> marks = Marks(str.isdigit, str.isalpha)
    >>> marks["four"], marks["4"], marks["4th"], marks.of(["four", "4th"])
    (2, 1, 0, 2)
    """

    def __init__(self, *classes: Callable[[str], bool]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, word: str) -> int:
        """Work the classes out; remember them while there is room, so that memory stays bounded."""
        mark = sum(1 << bit for bit, is_of in enumerate(self._classes) if is_of(word))
        if len(self) < _REMEMBERED_WORDS and len(word) <= _REMEMBERED_LENGTH:
            self[word] = mark
        return mark

    def of(self, words: Iterable[str]) -> int:
        """Return the classes that any of *words* is of."""
        return reduce(or_, map(self.__getitem__, words), 0)


def holding(cues: Iterable[str]) -> Callable[[str], bool]:
    """Return what says whether a word may be part of a text that has one of *cues* in it.

    Args:
        cues: pieces of text in lower case, of letters and spaces; each begins with a whole word
            where it has several.
    """
    inside: list[str] = []
    ahead: list[str] = []
    for first, space, _ in (cue.strip().partition(" ") for cue in cues):
        (ahead if space else inside).append(first)
    ends = tuple(ahead)
    return lambda word: word.endswith(ends) or any(cue in word for cue in inside)
