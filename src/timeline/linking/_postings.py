"""Which tellings are like a new one: found through the words they share, not by looking at all.

A word leads to a short list of tellings. A word that many share leads to a list for each month,
and a month that many share to one for each kind of happening, of which the newest stay. So every
list is short however large the archive grows, and what shares several words with a telling is found
through the rarest of them.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import attrs

from timeline.linking._kinds import ANY, related
from timeline.linking._pages import Pages, no_page, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.linking._pages import Read
    from timeline.linking._telling import Telling

LIMIT: Final = 8
"""How many tellings a key leads to before finer keys take its place."""

_ROOM: Final = 4
"""How much longer the finest lists may be, as nothing takes their place."""

_WORDS: Final = 8
"""How many words lead to a telling."""

_MONTH: Final = 30
_MONTHS: Final = 4
_UNDATED: Final = 0
_NEWEST: Final = -1
"""Stands for a month: the newest tellings with a word, for those that know no date."""

_PAGES: Final = 8192
"""How many pages the lists are spread over; an article needs a few hundred of them."""


@attrs.frozen(slots=True, eq=False)
class Keys:
    """What leads to a telling.

    Args:
        words: its names and the words that say most.
        months: those that it may have happened in; of a vague date, the one that it is likeliest.
        kind: the kind of happening.
    """

    words: tuple[str, ...]
    months: tuple[int, ...]
    kind: str


def keys_of(telling: Telling) -> Keys:
    """Return the keys of *telling*."""
    return Keys(telling.ranked[:_WORDS], tuple(_months(telling)), telling.kind)


def _months(telling: Telling) -> Iterator[int]:
    when = telling.when
    if when is None:
        yield _UNDATED
        return
    # An open date is likeliest near the end that it has: news is mostly of what is recent.
    first, last = when.start_earliest, when.start_latest
    first = last if first is None else first
    last = first if last is None else last
    if first is None or last is None:
        yield _UNDATED
    elif last - first > _MONTHS * _MONTH:
        # "In 2024", told in 2025: it meets the others where nothing is said of the month.
        yield _UNDATED
    else:
        yield from range(first // _MONTH, last // _MONTH + 1)


class Postings:
    """Lists of tellings: of a word, of a word and a month, of these and a kind.

    Args:
        keys_at: gives the keys of a telling that was added.
        limit: how long a list may grow before finer ones take its place.
        read: gives the pages that were kept.
    """

    def __init__(
        self, keys_at: Callable[[int], Keys], limit: int = LIMIT, read: Read = no_page
    ) -> None:
        self._limit = limit
        self._keys_at = keys_at
        self.pages: Pages[str, list[int]] = Pages("words", _place, read)
        """Lists by word, by word and month, by all three. An empty one was full once: finer ones
        took its place for good."""

    def add(self, number: int, keys: Keys) -> None:
        """Take in a telling under a number higher than those before."""
        for word in keys.words:
            self._put(word, number, keys, self._divide_word)

    def remove(self, number: int, keys: Keys) -> None:
        """Forget a telling; a list that once was full stays divided."""
        for key in self._leading(keys):
            found = self.pages.get(key)
            if found is not None and number in found:
                self.pages.change(key)
                found.remove(number)
                if not found:
                    self.pages.drop(key)  # it was never full, or is one of the finest

    def near(self, keys: Keys, count: int) -> list[tuple[int, int]]:
        """Return up to *count* tellings that share most with *keys*, and how much, best first."""
        get = self.pages.get
        lists: list[list[int]] = []
        level: Iterable[str] = keys.words
        for parts in (_asked(keys), related(keys.kind), ()):
            crowded: list[str] = []
            for key in level:
                found = get(key)
                if found:
                    lists.append(found)
                elif found is not None:
                    crowded.append(key)
            level = [f"{key}\t{part}" for key in crowded for part in parts]
        shared = Counter(chain.from_iterable(lists))
        return sorted(shared.items(), key=itemgetter(1), reverse=True)[:count]

    def _leading(self, keys: Keys) -> Iterator[str]:
        """Yield the keys of all lists on which a telling can stand."""
        for word in keys.words:
            yield word
            for month in _posted(keys):
                yield f"{word}\t{month}"
                yield from (f"{word}\t{month}\t{kind}" for kind in (keys.kind, ANY))

    def _put(
        self, key: str, number: int, keys: Keys, divide: Callable[[str, int, Keys], None]
    ) -> None:
        """Put a telling on a list, or on finer ones where it is full, or gets so by it."""
        found = self.pages.get(key)
        if found is None:
            self.pages.put(key, [number])
        elif not found:
            divide(key, number, keys)
        elif len(found) < self._limit:
            self.pages.change(key)
            found.append(number)
        else:
            self.pages.put(key, [])
            for one in found:
                divide(key, one, self._keys_at(one))
            divide(key, number, keys)

    def _divide_word(self, word: str, number: int, keys: Keys) -> None:
        for month in keys.months:
            self._put(f"{word}\t{month}", number, keys, self._divide_month)
        self._put_last(f"{word}\t{_NEWEST}", number)

    def _divide_month(self, key: str, number: int, keys: Keys) -> None:
        for kind in (keys.kind, ANY):
            self._put_last(f"{key}\t{kind}", number)

    def _put_last(self, key: str, number: int) -> None:
        """Put a telling on a list of the newest."""
        found = self.pages.change(key)
        if found is None:
            self.pages.put(key, [number])
        else:
            found.append(number)
            del found[: -_ROOM * self._limit]


def _place(key: str) -> int:
    """Return the page of a list; what a word and a month lead to lies on one page."""
    return spread(key[: key.rindex("\t")] if key.count("\t") > 1 else key, _PAGES)


def _posted(keys: Keys) -> tuple[int, ...]:
    """Return the months under which a telling stands; all stand among the newest."""
    return (*keys.months, _NEWEST)


def _asked(keys: Keys) -> tuple[int, ...]:
    """Return the months under which it looks for others."""
    if keys.months == (_UNDATED,):
        return (_UNDATED, _NEWEST)
    return (*keys.months, _UNDATED)
