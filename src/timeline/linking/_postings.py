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
from typing import TYPE_CHECKING, Any, Final

from timeline.linking._keys import UNDATED
from timeline.linking._kinds import ANY, related
from timeline.linking._numbers import Numbers, numbers
from timeline.linking._pages import Pages, no_page, spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.linking._keys import Keys
    from timeline.linking._pages import Read

LIMIT: Final = 8
"""How many tellings a key leads to before finer keys take its place."""

_ROOM: Final = 4
"""How much longer the finest lists may be, as nothing takes their place."""

_NEWEST: Final = -1
"""Stands for a month: the newest tellings with a word, for those that know no date."""

_PAGES: Final = 1 << 18
"""How many pages the lists are spread over; an article needs a few hundred of them."""

_Kinds = dict[str, Numbers]
"""The lists of a word and a month, by kind of happening."""


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
        self._room = _ROOM * limit
        self._keys_at = keys_at
        self._words: Pages[str, Numbers] = Pages(
            "words", _place, read, load=numbers, dump=Numbers.tolist
        )
        """Lists by word. An empty one was full once: those by month took its place for good."""
        self._months: Pages[str, Numbers | _Kinds] = Pages(
            "months", _place, read, load=_loaded, dump=_dumped
        )
        """Lists by word and month. Where one was full, those by kind took its place for good."""

    @property
    def pages(self) -> tuple[Pages[Any, Any], ...]:
        """All lists."""
        return self._words, self._months

    def add(self, number: int, keys: Keys) -> None:
        """Take in a telling that no list holds."""
        for word in keys.words:
            found = self._words.change(word)
            if found is None:
                self._words.put(word, numbers((number,)))
            elif not found:
                self._divide(word, number, keys)
            elif len(found) < self._limit:
                found.append(number)
            else:
                self._words.put(word, numbers())
                for one in found:
                    self._divide(word, one, self._keys_at(one))
                self._divide(word, number, keys)

    def remove(self, number: int, keys: Keys) -> None:
        """Forget a telling; a list that once was full stays divided."""
        for word in keys.words:
            listed = self._words.get(word)
            if listed:
                # It was never full, and may go with the last that it leads to.
                if _taken_out(self._words.change(word), number):
                    self._words.drop(word)
            elif listed is not None:
                for month in (*keys.months, _NEWEST):
                    self._remove_month(f"{word}\t{month}", number, keys.kind)

    def near(self, keys: Keys, count: int) -> list[tuple[int, int]]:
        """Return up to *count* tellings that share most with *keys*, and how much, best first."""
        lists: list[Numbers] = []
        divided: list[str] = []
        for word in keys.words:
            listed = self._words.get(word)
            if listed:
                lists.append(listed)
            elif listed is not None:
                divided.append(word)
        crowded: list[_Kinds] = []
        months, kinds = _asked(keys), related(keys.kind)
        for word in divided:
            for month in months:
                found = self._months.get(f"{word}\t{month}")
                if isinstance(found, dict):
                    crowded.append(found)
                elif found is not None:
                    lists.append(found)
        lists += [found[kind] for found in crowded for kind in kinds if kind in found]
        shared = Counter(chain.from_iterable(lists))
        return sorted(shared.items(), key=itemgetter(1), reverse=True)[:count]

    def _divide(self, word: str, number: int, keys: Keys) -> None:
        """Put a telling on the lists of a word and its months, and of the newest of the word."""
        kind = keys.kind
        for month in keys.months:
            self._put_month(f"{word}\t{month}", number, kind)
        newest = f"{word}\t{_NEWEST}"
        found = self._months.change(newest)
        if found is None or isinstance(found, dict):
            self._months.put(newest, numbers((number,)))
        else:
            self._put_last(found, number)

    def _put_month(self, key: str, number: int, kind: str) -> None:
        """Put a telling on a list, or on finer ones where it is full, or gets so by it."""
        found = self._months.change(key)
        if found is None:
            self._months.put(key, numbers((number,)))
        elif isinstance(found, dict):
            self._put_kind(found, number, kind)
        elif len(found) < self._limit:
            found.append(number)
        else:
            kinds: _Kinds = {}
            self._months.put(key, kinds)
            for one in found:
                self._put_kind(kinds, one, self._keys_at(one).kind)
            self._put_kind(kinds, number, kind)

    def _put_kind(self, kinds: _Kinds, number: int, kind: str) -> None:
        for one in (kind, ANY):
            found = kinds.get(one)
            if found is None:
                kinds[one] = numbers((number,))
            else:
                self._put_last(found, number)

    def _put_last(self, found: Numbers, number: int) -> None:
        """Put a telling on a list of the newest."""
        found.append(number)
        if len(found) > self._room:
            del found[: -self._room]

    def _remove_month(self, key: str, number: int, kind: str) -> None:
        found = self._months.change(key)
        if isinstance(found, dict):
            for one in (kind, ANY):
                if _taken_out(found.get(one), number):
                    del found[one]
        elif _taken_out(found, number):
            self._months.drop(key)


def _loaded(plain: list[int] | dict[str, list[int]]) -> Numbers | _Kinds:
    if isinstance(plain, dict):
        return {kind: numbers(found) for kind, found in plain.items()}
    return numbers(plain)


def _dumped(found: Numbers | _Kinds) -> list[int] | dict[str, list[int]]:
    if isinstance(found, dict):
        return {kind: listed.tolist() for kind, listed in found.items()}
    return found.tolist()


def _taken_out(found: Numbers | None, number: int) -> bool:
    """Take a telling off a list, and say whether nothing is left."""
    if found is None or number not in found:
        return False
    found.remove(number)
    return not found


def _place(key: str) -> int:
    return spread(key, _PAGES)


def _asked(keys: Keys) -> tuple[int, ...]:
    """Return the months under which it looks for others."""
    if keys.months == (UNDATED,):
        return (UNDATED, _NEWEST)
    return (*keys.months, UNDATED)
