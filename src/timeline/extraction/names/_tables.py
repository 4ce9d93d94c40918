"""Where what is known of sources lies: in dictionaries, or on pages of whoever knows very many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Table(Protocol):
    """Values by key, as in a dictionary; both are what JSON can hold.

    A value that `get` gave is to be looked at. Whoever changes one asks for it by `change`, and
    holds on to none: it may be another one when it is asked for again.
    """

    def get(self, key: str, /) -> Any:  # noqa: ANN401 - what JSON holds
        """Return the value of a key, to be looked at; None where there is none."""

    def change(self, key: str, /) -> Any:  # noqa: ANN401 - what JSON holds
        """Return the value of a key, to be changed; None where there is none."""

    def put(self, key: str, value: Any, /) -> None:  # noqa: ANN401 - what JSON holds
        """Give a key a value."""

    def drop(self, key: str, /) -> None:
        """Forget a key that there is."""

    def keys(self) -> Iterable[str]:
        """Return all keys, in any order."""


Tables = Callable[[str], Table]
"""Gives the table of a name, the same for as long as it is used."""


class AtHand(dict[str, Any]):
    """A table that is held whole."""

    def change(self, key: str, /) -> Any:  # noqa: ANN401 - what JSON holds
        """Return the value of a key, to be changed; None where there is none."""
        return self.get(key)

    def put(self, key: str, value: Any, /) -> None:  # noqa: ANN401 - what JSON holds
        """Give a key a value."""
        self[key] = value

    def drop(self, key: str, /) -> None:
        """Forget a key that there is."""
        del self[key]


def at_hand(_name: str) -> AtHand:
    """Return a new table that is held whole."""
    return AtHand()
