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
    from collections.abc import Iterator

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


class Pages(Generic[V]):
    """Values by key on numbered pages.

    Args:
        name: what the pages hold.
        read: gives the pages that were kept.
        load: makes a value of its plain form; values are plain themselves without it.
        dump: makes the plain form.
    """

    def __init__(
        self,
        name: str,
        read: Read = no_page,
        load: Callable[[Any], V] | None = None,
        dump: Callable[[V], Any] | None = None,
    ) -> None:
        self._name = name
        self._read = read
        self._load = load
        self._dump = dump
        self._held: dict[int, dict[str, V]] = {}
        self._changed: set[int] = set()

    def page(self, number: int) -> dict[str, V]:
        """Return a page, to be looked at."""
        found = self._held.get(number)
        return self._fetched(number) if found is None else found

    def changing(self, number: int) -> dict[str, V]:
        """Return a page, to be changed."""
        self._changed.add(number)
        return self.page(number)

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read or kept."""
        dump = self._dump
        for number in sorted(self._changed):
            page = self._held[number]
            plain = page if dump is None else {key: dump(value) for key, value in page.items()}
            yield (self._name, number), packed(plain)

    def settle(self) -> None:
        """Learn that all that changed was kept."""
        self._changed.clear()

    def forget(self) -> None:
        """Let go of the pages that did not change; they are read again when needed."""
        self._held = {number: self._held[number] for number in self._changed}

    def _fetched(self, number: int) -> dict[str, V]:
        data = self._read((self._name, number))
        plain = {} if data is None else unpacked(data)
        load = self._load
        found = plain if load is None else {key: load(value) for key, value in plain.items()}
        self._held[number] = found
        return found
