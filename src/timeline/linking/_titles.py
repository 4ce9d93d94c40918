"""Facts that somebody described and no claim is about yet: their titles lead to them."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from timeline.linking._pages import Pages, no_page, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.linking._pages import Read

_PAGES: Final = 1 << 14
_NEWEST: Final = 32
"""How many titles a word leads to, of those that were given last."""


class Titles:
    """Facts by the words of their titles; each word leads to them in the order of describing.

    Args:
        read: gives the pages that were kept.
    """

    def __init__(self, read: Read = no_page) -> None:
        self.pages: Pages[str, list[str]] = Pages("titles", _place, read)

    def add(self, fact: str, words: Iterable[str]) -> None:
        """Let *words* lead to *fact*."""
        for word in words:
            self.pages.put(word, [*(self.pages.get(word) or ()), fact])

    def remove(self, fact: str, words: Iterable[str]) -> None:
        """Let them lead there no more."""
        for word in words:
            rest = [one for one in self.pages.get(word) or () if one != fact]
            if rest:
                self.pages.put(word, rest)
            else:
                self.pages.drop(word)

    def near(self, words: Iterable[str], count: int) -> list[tuple[str, int]]:
        """Return up to *count* facts that share most with *words*, and how much, best first."""
        shared: Counter[str] = Counter()
        for word in words:
            shared.update((self.pages.get(word) or [])[-_NEWEST:])
        return sorted(shared.items(), key=itemgetter(1), reverse=True)[:count]


def _place(word: str) -> int:
    return spread(word, _PAGES)
