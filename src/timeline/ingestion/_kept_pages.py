"""What is known of facts and sources, kept beside the log: pages in the caches of the store.

They may be dropped at any time, and other processes go on writing them while we read: whoever
finds another page than it began with learns so, and begins anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.linking import LAYOUT, packed, unpacked
from timeline.store import CacheKey, Head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.linking import PageName
    from timeline.store import EventStore

_NEWEST = "newest"
"""One copy is kept; it says itself of which head it tells, so that old ones do not pile up."""

_CONTENTS = CacheKey("links", LAYOUT, _NEWEST)
_STAMP = 8  # bytes at the beginning of each page


class Outdated(Exception):
    """A page was written by somebody who knew more, or is gone: begin anew.

    It is no error, and never leaves the intake.
    """


@attrs.frozen
class _Contents:
    """Of what the pages tell.

    Args:
        head: the end of the log that they know.
        there: which pages there are: for each kind one bit a number.
    """

    head: Head
    there: dict[str, bytearray]

    def has(self, kind: str, number: int) -> bool:
        """Whether there is a page."""
        bits = self.there.get(kind, b"")
        place = number >> 3
        return place < len(bits) and bool(bits[place] >> (number & 7) & 1)

    def copy(self, head: Head) -> _Contents:
        """Return the same for another head, to be added to."""
        return _Contents(head, {kind: bytearray(bits) for kind, bits in self.there.items()})

    def add(self, kind: str, number: int) -> None:
        """Take in that there is a page."""
        bits = self.there.setdefault(kind, bytearray())
        place = number >> 3
        if place >= len(bits):
            bits.extend(bytes(place + 1 - len(bits)))
        bits[place] |= 1 << (number & 7)

    def dump(self) -> bytes:
        there = {kind: bits.hex() for kind, bits in self.there.items()}
        return packed([self.head.position, self.head.hash, there])

    @classmethod
    def load(cls, data: bytes) -> _Contents:
        position, digest, there = unpacked(data)
        return cls(
            Head(position, digest), {kind: bytearray.fromhex(bits) for kind, bits in there.items()}
        )


class KeptPages:
    """The pages that one store keeps.

    Args:
        store: the store.
    """

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._contents = _Contents(Head(), {})
        self._unfit: bytes | None = None
        """Contents that are not of this log, or that something is wrong with."""

    @property
    def position(self) -> int:
        """Up to which event the pages tell; 0 where there are none."""
        return self._contents.head.position

    def begin(self, *, afresh: bool = False) -> None:
        """Look at the pages as they are now; *afresh* goes without them, whatever there is."""
        self._contents = _Contents(Head(), {})
        data = self._store.cached(_CONTENTS)
        if data is None:
            return
        found = _Contents.load(data)
        head = found.head
        # The log must go on from what they tell of.
        fits = head.position <= self._store.head().position and (
            self._store.fetch([head.position])[0].hash == head.hash
        )
        if fits and not afresh:
            self._contents = found
        else:
            self._unfit = data

    def read(self, name: PageName) -> bytes | None:
        """Return a page; None where there is none.

        Raises:
            Outdated: it is not the one that was there at the beginning, or may not be.
        """
        kind, number = name
        if not self._contents.has(kind, number):
            return None
        data = self._store.cached(_key(name))
        if data is None or int.from_bytes(data[:_STAMP], "big") > self.position:
            raise Outdated
        return data[_STAMP:]

    def keep(self, pages: Iterable[tuple[PageName, bytes]], position: int) -> bool:
        """Keep the pages that changed since the beginning, all or none.

        Args:
            pages: the pages.
            position: the last event that they know.

        Returns:
            Whether they were kept: somebody else may have kept newer ones.
        """
        data = self._store.cached(_CONTENTS)
        stored = 0 if data is None or data == self._unfit else _Contents.load(data).head.position
        # Pages depend on the log alone: what others wrote up to here, we write as well.
        if not self.position <= stored <= position:
            return False
        stamp = position.to_bytes(_STAMP, "big")
        contents = self._contents.copy(Head(position, self._store.fetch([position])[0].hash))
        entries: dict[CacheKey, bytes] = {}
        for name, page in pages:
            contents.add(*name)
            entries[_key(name)] = stamp + page
        entries[_CONTENTS] = contents.dump()
        self._store.cache_all(entries)
        self._contents = contents
        return True


def _key(name: PageName) -> CacheKey:
    kind, number = name
    return CacheKey(f"links/{kind}/{number}", LAYOUT, _NEWEST)
