"""What an index holds, cut into pages: each is read when it is first needed, and kept when changed.

So an article is linked in a large archive by reading a few hundred small pages, and neither is the
archive ever read whole, nor does memory grow with it. Who keeps the pages, and where, is none of
our business.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator

K = TypeVar("K")
V = TypeVar("V")

PageName = tuple[str, int]
"""What a page holds, and its number."""

Read = Callable[[PageName], bytes | None]
"""Gives the page of a name as it was kept; None where there is none."""

_LEVEL: Final = 1  # pages are written as often as read
_SMALL: Final = 1_024
"""Up to so many bytes a page is kept as it is: making it smaller takes longer than keeping it."""

_HELD: Final = 1_024
"""How many pages of one sort are read until those are let go of that were not asked for since."""


def no_page(_name: PageName) -> None:
    """Give no page: nothing is kept yet, or ever."""


def spread(key: str, pages: int) -> int:
    """Return the number of the page that holds *key*, the same in every process."""
    return zlib.crc32(key.encode()) % pages


def packed(plain: list[Any]) -> bytes:
    """Return a page as bytes; *plain* is what JSON can hold."""
    data = orjson.dumps(plain)
    return data if len(data) <= _SMALL else zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what `packed` made a page of."""
    # What is compressed never begins as a list does.
    return orjson.loads(data if data[:1] == b"[" else zlib.decompress(data))


class Pages(Generic[K, V]):
    """Values by key, on numbered pages.

    A value that `get` gave may be let go of when others are asked for, and is another one when it
    is read again: whoever changes one asks for it by `change`, and holds on to no other.

    Args:
        name: what the pages hold.
        place: gives the number of the page that a key lies on.
        read: gives the pages that were kept; without it all is held.
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
        if not self._reads:
            # All is held, and so looked up as in any dict: most of linking is looking up.
            self.get = self.change = self._values.get  # type: ignore[method-assign, assignment]
            self.held = self._values.__getitem__  # type: ignore[method-assign, assignment]
            self.put = self._values.__setitem__  # type: ignore[method-assign, assignment]
            self.drop = self._values.__delitem__  # type: ignore[method-assign, assignment]
        # What follows is only for those that read.
        self._keys: dict[int, list[K]] = {}  # of each page that was read or begun
        self._changed: set[K] = set()
        self._pages: set[int] = set()  # those of the keys that changed
        # Pages that were looked for and are not there: most words of a text are new.
        self._absent: set[int] = set()
        # Pages that go if nobody asks for them until many others were read.
        self._former: dict[int, tuple[list[K], list[V]]] = {}

    def get(self, key: K) -> V | None:
        """Return the value of a key, to be looked at; None where there is none."""
        found = self._values.get(key)
        if found is None:
            number = self._place(key)
            if number not in self._keys and self._found(number):
                found = self._values.get(key)
        return found

    def held(self, key: K) -> V:
        """Return the value of a key that has one, to be looked at."""
        found = self._values.get(key)
        if found is None:  # its page has to be read first
            found = self.get(key)
            assert found is not None
        return found

    def change(self, key: K) -> V | None:
        """Return the value of a key, to be changed; None where there is none."""
        if key not in self._changed:
            number = self._place(key)
            if number not in self._keys:
                self._begin(number)
            self._pages.add(number)
            self._changed.add(key)
        return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Give a key a value."""
        if key not in self._changed:
            self.change(key)
        if key not in self._values:
            self._keys[self._place(key)].append(key)
        self._values[key] = value

    def drop(self, key: K) -> None:
        """Forget a key and its value."""
        self.change(key)
        self._keys[self._place(key)].remove(key)
        del self._values[key]

    def keys_on(self, pages: range) -> Iterator[K]:
        """Yield all keys of some pages."""
        if not self._reads:
            yield from [key for key in self._values if self._place(key) in pages]
            return
        for number in pages:
            if number in self._keys or self._found(number):
                yield from list(self._keys[number])

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read or kept."""
        dump = self._dump
        of = self._keys if self._reads else self._placed()
        for number in sorted(self._pages if self._reads else of):
            values: list[Any] = [self._values[key] for key in of[number]]
            plain = values if dump is None else list(map(dump, values))
            yield (self._name, number), packed([of[number], plain])

    def settle(self) -> None:
        """Learn that all that changed was kept: it need not be held."""
        if self._reads:
            self._changed.clear()
            self._pages.clear()
            self._pass_on()

    def _placed(self) -> dict[int, list[K]]:
        of: dict[int, list[K]] = {}
        for key in self._values:
            of.setdefault(self._place(key), []).append(key)
        return of

    def _begin(self, number: int) -> None:
        """Have a page at hand that is not, begun where there is none."""
        if not self._found(number):
            self._absent.discard(number)
            self._keys[number] = []

    def _found(self, number: int) -> bool:
        """Have a page at hand that is not, and return whether there is one."""
        if number in self._absent:
            return False
        former = self._former.pop(number, None)
        if former is None:
            data = self._read((self._name, number))
            if data is None:
                if len(self._absent) >= _HELD:
                    self._absent.clear()
                self._absent.add(number)
                return False
            keys, plain = unpacked(data)
            former = keys, plain if self._load is None else list(map(self._load, plain))
        if len(self._keys) - len(self._pages) >= _HELD:
            self._pass_on()
        keys, values = former
        self._keys[number] = keys
        self._values.update(zip(keys, values, strict=True))
        return True

    def _pass_on(self) -> None:
        """Let go of the pages that nobody asked for since the last time.

        What is asked for again and again stays, and asking for it costs no more for that.
        """
        self._former = {}
        let_go = self._values.pop
        for number in self._keys.keys() - self._pages:
            keys = self._keys.pop(number)
            self._former[number] = keys, list(map(let_go, keys))
