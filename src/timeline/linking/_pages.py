"""What an index holds, cut into pages: each is read when it is first needed, and kept when changed.

So an article is linked in a large archive by reading a few hundred pages, and the archive itself
is never read whole. Who keeps the pages, and where, is none of our business.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

K = TypeVar("K")
V = TypeVar("V")

PageName = tuple[str, int]
"""What a page holds, and its number."""

Read = Callable[[PageName], bytes | None]
"""Gives the page of a name as it was kept; None where there is none."""

_LEVEL = 1  # pages are written as often as read


def no_page(_name: PageName) -> None:
    """Give no page: nothing is kept yet, or ever."""


def spread(key: str, pages: int) -> int:
    """Return the number of the page that holds *key*, the same in every process."""
    return zlib.crc32(key.encode()) % pages


def packed(plain: object) -> bytes:
    """Return a page as bytes; *plain* is what JSON can hold."""
    return zlib.compress(orjson.dumps(plain), _LEVEL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what `packed` made a page of."""
    return orjson.loads(zlib.decompress(data))


class Pages(Generic[K, V]):
    """Values by key, on numbered pages.

    Args:
        name: what the pages hold.
        place: gives the number of the page that a key lies on.
        read: gives the pages that were kept.
        load: makes a value of its plain form; values are plain themselves without it.
        dump: makes the plain form.
    """

    def __init__(
        self,
        name: str,
        place: Callable[[K], int],
        read: Read = no_page,
        *,
        load: Callable[[Any], V] | None = None,
        dump: Callable[[V], Any] | None = None,
    ) -> None:
        self._name = name
        self._place = place
        self._read = read
        self._load = load
        self._dump = dump
        self._reads = read is not no_page
        self._values: dict[K, V] = {}  # of all pages, so that most are found by one look
        self._keys: dict[int, list[K]] = {}  # of each page that was read or begun
        self._changed: set[int] = set()

    def get(self, key: K) -> V | None:
        """Return the value of a key, to be looked at; None where there is none."""
        found = self._values.get(key)
        if found is None and self._reads:
            self._fetch(self._place(key))
            found = self._values.get(key)
        return found

    def change(self, key: K) -> V | None:
        """Return the value of a key, to be changed; None where there is none."""
        number = self._place(key)
        self._fetch(number)
        self._changed.add(number)
        return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Give a key a value."""
        if self.change(key) is None:
            self._keys[self._place(key)].append(key)
        self._values[key] = value

    def drop(self, key: K) -> None:
        """Forget a key and its value."""
        self.change(key)
        self._keys[self._place(key)].remove(key)
        del self._values[key]

    def keys_on(self, pages: Iterable[int]) -> Iterator[K]:
        """Yield all keys of some pages."""
        for number in pages:
            self._fetch(number)
            yield from self._keys[number]

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read or kept."""
        dump = self._dump
        for number in sorted(self._changed):
            keys = self._keys[number]
            values: list[Any] = [self._values[key] for key in keys]
            plain = values if dump is None else list(map(dump, values))
            yield (self._name, number), packed([keys, plain])

    def settle(self) -> None:
        """Learn that all that changed was kept."""
        self._changed.clear()

    def forget(self) -> None:
        """Let go of all pages, which were kept as they are; they are read again when needed."""
        assert not self._changed
        self._keys.clear()
        self._values.clear()

    def _fetch(self, number: int) -> None:
        """Read a page, if it was not read."""
        if number in self._keys:
            return
        data = self._read((self._name, number))
        keys, plain = ([], []) if data is None else unpacked(data)
        values = plain if self._load is None else map(self._load, plain)
        self._keys[number] = keys
        self._values.update(zip(keys, values, strict=True))
