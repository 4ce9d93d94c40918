"""Which tellings share what with a new one: found through their keys, without looking at the rest.

A key that many share gives way to pairs of keys, and a pair that many share to three keys, one of
them the kind or the month; so each list stays short however large the archive grows.
"""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.linking._telling import Telling

LIMIT: Final = 16
"""How many tellings one key can lead to; as many are looked at closely."""

_FINEST: Final = 3
"""How many keys are taken together at most."""

_ROOM: Final = 4
"""How much longer the lists of three keys may be, as nothing takes their place."""

_WORDS: Final = 12
_MONTH: Final = 30
_MONTHS: Final = 4
_YEAR: Final = 365

Keys = tuple[frozenset[str], frozenset[str]]
"""The words that lead to a telling, and the common keys that only help them: kind and months."""

_Combined = tuple[str, ...]


def keys_of(telling: Telling) -> Keys:
    """Return the keys of *telling*: its names, then its words that say most, kind and months."""
    words = telling.base
    ranked = sorted(
        words, key=lambda word: (word not in telling.names, -words[word], -len(word), word)
    )
    return frozenset(ranked[:_WORDS]), frozenset(_common(telling))


def _common(telling: Telling) -> Iterator[str]:
    if telling.kind:
        yield f"kind {telling.kind}"
    when = telling.when
    if when is None:
        return
    # An open date is looked for near the end that it has.
    first, last = when.start_earliest, when.start_latest
    first = last if first is None else first
    last = first if last is None else last
    if first is None or last is None:
        return
    # A date of several months says little of each: it meets the others in its years.
    if last - first < _MONTHS * _MONTH:
        for month in range(first // _MONTH, last // _MONTH + 1):
            yield f"month {month}"
    for year in range(first // _YEAR, min(last // _YEAR, first // _YEAR + _MONTHS) + 1):
        yield f"year {year}"


class Postings:
    """Lists of tellings by key, each no longer than a limit."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._keys: dict[int, Keys] = {}
        self._lists: dict[_Combined, list[int]] = {}
        self._full: set[_Combined] = set()

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, number: int, keys: Keys) -> None:
        """Take in a telling under a number that grows from one to the next."""
        self._keys[number] = keys
        for word in keys[0]:
            if (word,) not in self._full:
                self._post((word,), number)
        for combined in list(self._combined(keys)):
            if combined not in self._full:
                self._post(combined, number)

    def remove(self, number: int) -> None:
        """Forget a telling; a key that once was full stays so."""
        keys = self._keys.pop(number, None)
        if keys is None:
            return
        for combined in self._places(keys):
            found = self._lists.get(combined)
            if found is not None and number in found:
                found.remove(number)

    def near(self, keys: Keys, count: int) -> list[int]:
        """Return up to *count* tellings that share most keys, the best first."""
        lists = self._lists
        shared: Counter[int] = Counter()
        for combined in self._places(keys):
            found = lists.get(combined)
            if found:
                shared.update(found)
        if len(shared) <= count:
            return list(shared)
        return nlargest(count, shared, key=lambda number: (shared[number], -number))

    def _places(self, keys: Keys) -> Iterator[_Combined]:
        full = self._full
        yield from ((word,) for word in keys[0] if (word,) not in full)
        yield from self._combined(keys)

    def _combined(self, keys: Keys) -> Iterable[_Combined]:
        """Yield the pairs and triples under which a telling of *keys* stands."""
        full = self._full
        words = sorted(word for word in keys[0] if (word,) in full)
        if not words:
            return
        common = sorted(keys[1])
        for word in words:
            crowded = []
            for key in common:
                if (word, key) in full:
                    crowded.append(key)
                else:
                    yield word, key
            for key, other in combinations(crowded, 2):
                yield word, key, other
        for one, other in combinations(words, 2):
            if (one, other) not in full:
                yield one, other
                continue
            for key in common:
                if (one, key) in full and (other, key) in full:
                    yield one, other, key

    def _post(self, combined: _Combined, number: int) -> None:
        found = self._lists.get(combined)
        if found is None:
            self._lists[combined] = [number]
            return
        if number in found:
            return  # a list that became full meanwhile has brought it here already
        found.append(number)
        if len(combined) == _FINEST:
            del found[: -_ROOM * self._limit]  # the newest stay
            return
        if len(found) <= self._limit:
            return
        self._full.add(combined)
        del self._lists[combined]
        for one in found:
            self._spread(combined, one)

    def _spread(self, combined: _Combined, number: int) -> None:
        """Post a telling under what takes the place of a list that became full."""
        keys = self._keys[number]
        for finer in list(self._combined(keys)):
            if finer not in self._full and set(combined) <= set(finer):
                self._post(finer, number)
