"""Reading the tables of a TOML file, so that every complaint names the file and the place."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from timeline.errors import InvalidInput, InvalidValue, shown

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


class Table:
    """A table of a TOML file that knows where it stands."""

    def __init__(self, file: str | os.PathLike[str], place: str, values: dict[str, object]) -> None:
        self.file = Path(file)
        self.place = place
        self.values = values

    @classmethod
    def read(cls, file: str | os.PathLike[str]) -> Table:
        """Read a whole file.

        Raises:
            InvalidInput: it cannot be read, or is not TOML.
        """
        try:
            with Path(file).open("rb") as stream:
                return cls(file, "", tomllib.load(stream))
        except OSError as error:
            raise InvalidInput(file, "", f"cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise InvalidInput(
                file, f"byte {error.start}", "expected text in UTF-8, found something else"
            ) from error
        except tomllib.TOMLDecodeError as error:
            raise InvalidInput(file, "", f"not TOML: {error}") from error

    def at(self, key: str) -> str:
        """Say where *key* stands."""
        return f"{self.place}.{key}" if self.place else key

    def fault(self, key: str, problem: str) -> InvalidInput:
        """Return an error about *key*, or about the whole table where *key* is empty."""
        return InvalidInput(self.file, self.at(key) if key else self.place, problem)

    def only(self, *keys: str) -> None:
        """Raise `InvalidInput` if there is any key but *keys*."""
        for key in self.values:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f" (did you mean {near[0]!r}?)" if near else f", expected {', '.join(keys)}"
                raise self.fault(key, f"unknown key{hint}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; *default* where the key is absent, None for a key that must be there."""
        value = self.values.get(key, default)
        if isinstance(value, str) and (value or default is not None):
            return value
        found = "nothing" if value is None else shown(value)
        raise self.fault(key, f"expected text, found {found}")

    def flag(self, key: str) -> bool:
        """Return a truth value; false where the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, f"expected true or false, found {shown(value)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; empty where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.fault(key, f"expected a list of texts, found {shown(value)}")
        return tuple(value)

    def number(self, key: str) -> int:
        """Return a whole number from 1 on."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            found = "nothing" if value is None else shown(value)
            raise self.fault(key, f"expected a number from 1 on, found {found}")
        return value

    def tables(self, key: str) -> Iterator[Table]:
        """Return the tables of a list of tables; none where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.fault(key, f"expected [[{key}]] tables, found {shown(value)}")
        for number, one in enumerate(value, start=1):
            place = f"{self.at(key)}[{number}]"
            if not isinstance(one, dict):
                raise InvalidInput(self.file, place, f"expected a table, found {shown(one)}")
            yield Table(self.file, place, one)

    @contextlib.contextmanager
    def naming(self, key: str) -> Iterator[None]:
        """Turn a complaint about a value into one that names this file and place."""
        try:
            yield
        except InvalidValue as error:
            found = "nothing" if error.got is None else shown(error.got)
            problem = f"expected {error.expected}, found {found}"
            inner = error.place.rpartition(": ")[2]
            if inner and inner not in {key, "date"}:
                problem = f"{inner}: {problem}"
            raise self.fault(key, problem) from error

    def parsed(self, key: str, read: Callable[[str], T]) -> T | None:
        """Return the string at *key* as *read* reads it; None where the key is absent."""
        if key not in self.values:
            return None
        value = self.values[key]
        # TOML has dates of its own, and a person may well leave out the quotes.
        text = value.isoformat() if isinstance(value, dt.date) else self.text(key)
        with self.naming(key):
            return read(text)


def near(name: str, names: Iterable[str]) -> str:
    """Suggest the name nearest to *name*, as the end of a message; empty where none is near."""
    found = difflib.get_close_matches(name, list(names), n=1)
    return f" (did you mean {found[0]!r}?)" if found else ""
