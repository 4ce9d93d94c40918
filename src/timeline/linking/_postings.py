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

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_FINEST: Final = 3
"""How many keys are taken together at most: a word, a month and a kind."""

_Key = tuple[str | int, ...]


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
    """Lists of tellings by key.

    Args:
        limit: how long a list may grow before finer ones take its place.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._keys: dict[int, Keys] = {}
        self._lists: dict[_Key, list[int]] = {}
        self._full: set[_Key] = set()

    def add(self, number: int, keys: Keys) -> None:
        """Take in a telling under a number higher than those before."""
        self._keys[number] = keys
        for word in keys.words:
            self._post((word,), number)

    def remove(self, number: int) -> None:
        """Forget a telling; a list that once was full stays divided."""
        keys = self._keys.pop(number)
        for found in self._found(keys, _posted(keys), (keys.kind, ANY)):
            if number in found:
                found.remove(number)

    def near(self, keys: Keys, count: int) -> list[int]:
        """Return up to *count* tellings that share most with *keys*, the best first."""
        lists = self._found(keys, _asked(keys), related(keys.kind))
        shared = Counter(chain.from_iterable(lists))
        found = sorted(shared.items(), key=itemgetter(1), reverse=True)
        return [number for number, _ in found[:count]]

    def _found(
        self, keys: Keys, months: tuple[int, ...], kinds: tuple[str, ...]
    ) -> list[list[int]]:
        """Return the lists that *keys* lead to."""
        full, lists = self._full, self._lists
        found: list[list[int]] = []
        level: list[_Key] = [(word,) for word in keys.words]
        while level:
            crowded = []
            for key in level:
                one = lists.get(key)
                if one is not None:
                    found.append(one)
                elif key in full:
                    crowded.append(key)
            level = [finer for key in crowded for finer in _finer(key, months, kinds)]
        return found

    def _post(self, key: _Key, number: int) -> None:
        if key in self._full:
            self._divide(key, number)
            return
        found = self._lists.setdefault(key, [])
        found.append(number)
        if len(key) == _FINEST or key[-1] == _NEWEST:
            del found[: -_ROOM * self._limit]
        elif len(found) > self._limit:
            self._full.add(key)
            del self._lists[key]
            for one in found:
                self._divide(key, one)

    def _divide(self, key: _Key, number: int) -> None:
        keys = self._keys[number]
        for finer in _finer(key, _posted(keys), (keys.kind, ANY)):
            self._post(finer, number)


def _posted(keys: Keys) -> tuple[int, ...]:
    """Return the months under which a telling stands; all stand among the newest."""
    return (*keys.months, _NEWEST)


def _asked(keys: Keys) -> tuple[int, ...]:
    """Return the months under which it looks for others."""
    if keys.months == (_UNDATED,):
        return (_UNDATED, _NEWEST)
    return (*keys.months, _UNDATED)


def _finer(key: _Key, months: tuple[int, ...], kinds: tuple[str, ...]) -> list[_Key]:
    """Return the keys that take the place of one that became full."""
    if len(key) == 1:
        return [(*key, month) for month in months]
    return [(*key, kind) for kind in kinds]
