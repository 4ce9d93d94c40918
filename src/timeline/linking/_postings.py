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

_NONE: Final[list[int]] = []


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
        self.pages: Pages[list[int] | None] = Pages("words", read)
        """Lists by word, by word and month, by all three; None for one that once was full: finer
        ones took its place for good. Those of a word and a month share a page."""

    def add(self, number: int, keys: Keys) -> None:
        """Take in a telling under a number higher than those before."""
        for word in keys.words:
            place = spread(word, _PAGES)
            if self._is_full(word, place):
                self._divide_word(word, number, keys)
                continue
            full = self._put(word, place, number)
            for one in full:
                self._divide_word(word, one, keys if one == number else self._keys_at(one))

    def remove(self, number: int, keys: Keys) -> None:
        """Forget a telling; a list that once was full stays divided."""
        lists, places = self._found(keys.words, _posted(keys), (keys.kind, ANY))
        for found, place in zip(lists, places, strict=True):
            if number in found:
                self.pages.changing(place)
                found.remove(number)

    def near(self, keys: Keys, count: int) -> list[tuple[int, int]]:
        """Return up to *count* tellings that share most with *keys*, and how much, best first."""
        lists, _ = self._found(keys.words, _asked(keys), related(keys.kind))
        shared = Counter(chain.from_iterable(lists))
        return sorted(shared.items(), key=itemgetter(1), reverse=True)[:count]

    def _found(
        self, words: Iterable[str], months: tuple[int, ...], kinds: tuple[str, ...]
    ) -> tuple[list[list[int]], list[int]]:
        """Return the lists that lead on from *words*, the coarse ones first, and their pages."""
        page_of = self.pages.page
        lists: list[list[int]] = []
        places: list[int] = []
        crowded: list[str] = []
        for word in words:
            place = spread(word, _PAGES)
            found = page_of(place).get(word, _NONE)
            if found is None:
                crowded.append(word)
            elif found:
                lists.append(found)
                places.append(place)
        months_full: list[tuple[str, int]] = []
        for word in crowded:
            for month in months:
                key = _finer(word, month)
                place = spread(key, _PAGES)
                found = page_of(place).get(key, _NONE)
                if found is None:
                    months_full.append((key, place))
                elif found:
                    lists.append(found)
                    places.append(place)
        for key, place in months_full:
            page = page_of(place)
            for kind in kinds:
                found = page.get(_finer(key, kind))
                if found:
                    lists.append(found)
                    places.append(place)
        return lists, places

    def _divide_word(self, word: str, number: int, keys: Keys) -> None:
        for month in _posted(keys):
            key = _finer(word, month)
            place = spread(key, _PAGES)
            if month == _NEWEST:
                self._put_last(key, place, number)
            elif self._is_full(key, place):
                self._divide_month(key, place, number, keys)
            else:
                for one in self._put(key, place, number):
                    self._divide_month(
                        key, place, one, keys if one == number else self._keys_at(one)
                    )

    def _divide_month(self, key: str, place: int, number: int, keys: Keys) -> None:
        for kind in (keys.kind, ANY):
            self._put_last(_finer(key, kind), place, number)

    def _is_full(self, key: str, place: int) -> bool:
        return self.pages.page(place).get(key, _NONE) is None

    def _put(self, key: str, place: int, number: int) -> list[int]:
        """Put a telling on a list; return all of it if it is now full, and no list any more."""
        page = self.pages.changing(place)
        found = page.setdefault(key, [])
        assert found is not None  # the caller has looked
        found.append(number)
        if len(found) <= self._limit:
            return _NONE
        page[key] = None
        return found

    def _put_last(self, key: str, place: int, number: int) -> None:
        """Put a telling on a list of the newest."""
        found = self.pages.changing(place).setdefault(key, [])
        assert found is not None  # the finest lists are never divided
        found.append(number)
        del found[: -_ROOM * self._limit]


def _finer(key: str, part: str | int) -> str:
    """Return the key of a finer list; no word holds the sign that stands between."""
    return f"{key}\t{part}"


def _posted(keys: Keys) -> tuple[int, ...]:
    """Return the months under which a telling stands; all stand among the newest."""
    return (*keys.months, _NEWEST)


def _asked(keys: Keys) -> tuple[int, ...]:
    """Return the months under which it looks for others."""
    if keys.months == (_UNDATED,):
        return (_UNDATED, _NEWEST)
    return (*keys.months, _UNDATED)
