"""Words that speak of one kind in one article and of another in the next: "strike", "blast".

An article uses such a word in one sense throughout; the words around it in the whole article say
in which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction.happenings import (
        Kind,
        Kinds,
        Sense,
    )
    from timeline.extraction.page import Page

_CLEAR = 2
"""How many words of an article must speak for a sense before it counts."""


class Senses:
    """In which sense an article uses the words that have several.

    Args:
        page: the article's page.
        kinds: the kinds of happening.
    """

    def __init__(self, page: Page, kinds: Kinds) -> None:
        self._page = page
        self._kinds = kinds
        self._settled: dict[int, Mapping[str, int]] = {}

    def kind_of(self, words: Sequence[str], kind: Kind) -> Kind | None:
        """Return the kind that a word of several senses has here, or None if it stays as it is.

        Args:
            words: the words of a claim.
            kind: its kind, as it was read.
        """
        for number, sense in enumerate(self._kinds.senses):
            if kind.name not in sense.cues or sense.words.isdisjoint(words):
                continue
            counts = self._counts(number, sense)
            best = max(counts, key=counts.__getitem__)
            if counts[best] >= _CLEAR and counts[best] > counts[kind.name]:
                return self._kinds.by_name.get(best)
        return None

    def _counts(self, number: int, sense: Sense) -> Mapping[str, int]:
        if number not in self._settled:
            self._settled[number] = {
                name: sum([sum(map(cues.__contains__, one.words)) for one in self._page.sentences])
                for name, cues in sense.cues.items()
            }
        return self._settled[number]
