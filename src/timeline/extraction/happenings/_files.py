"""Files of kinds: the built-in ones, and those of users, with what is wrong in them."""

from __future__ import annotations

import itertools
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import InvalidInput

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

_BUILTIN = ("kinds.toml", "kinds_hints.toml")


def _builtin(file: str) -> str:
    return resources.files("timeline.extraction").joinpath(file).read_text("utf-8")


_FIELDS = frozenset("name public speech ahead verbs nouns results cameo ace".split())
_CLASS = frozenset("@<")


def builtin_tables() -> list[dict[str, Any]]:
    """Return the tables of the files that come with the package."""
    return [tomllib.loads(_builtin(file)) for file in _BUILTIN]


def table_of(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Return the table of a file of kinds.

    Raises:
        InvalidInput: it cannot be read, or is of another form.
    """
    try:
        table = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput(path, "", str(error)) from error
    for key in table:
        if key not in {"light", "classes", "idioms", "hints", "senses", "kinds"}:
            raise InvalidInput(
                path,
                key,
                "expected light, classes, idioms, hints, senses or kinds, found another key",
            )
    _check_hints(path, table)
    _check_senses(path, table)
    idioms = table.get("idioms", {})
    if not isinstance(idioms, dict):
        raise InvalidInput(path, "idioms", f"expected a table, found {idioms!r}")
    for key, value in idioms.items():
        if key not in {"verbs", "nouns"}:
            raise InvalidInput(path, f"idioms.{key}", "expected verbs or nouns")
        _check(path, f"idioms.{key}", key, value, table.get("classes", {}))
    for number, entry in enumerate(table.get("kinds", ()), 1):
        place = f"kinds[{number}]"
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise InvalidInput(path, place, "expected a table with a name, found none")
        for key, value in entry.items():
            _check(path, f"{place}.{key}", key, value, table.get("classes", {}))
    return table


def _check_senses(path: object, table: Mapping[str, Any]) -> None:
    for number, entry in enumerate(table.get("senses", ()), 1):
        place = f"senses[{number}]"
        if not isinstance(entry, dict) or "words" not in entry:
            raise InvalidInput(str(path), place, "expected a table with words, found none")
        for key, value in entry.items():
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise InvalidInput(
                    str(path), f"{place}.{key}", f"expected a list of words, found {value!r}"
                )


def _check_hints(path: object, table: Mapping[str, Any]) -> None:
    hints = table.get("hints", {})
    if not isinstance(hints, dict):
        raise InvalidInput(str(path), "hints", f"expected a table, found {hints!r}")
    for name, words in hints.items():
        if not isinstance(words, dict) or not words.keys() <= {"verbs", "nouns"}:
            raise InvalidInput(str(path), f"hints.{name}", "expected verbs or nouns")
        for key, value in words.items():
            _check(path, f"hints.{name}.{key}", key, value, table.get("classes", {}))


def _check(
    path: object, place: str, key: str, value: object, classes: Mapping[str, object]
) -> None:
    if key not in _FIELDS:
        raise InvalidInput(str(path), place, f"expected one of {', '.join(sorted(_FIELDS))}")
    if key in {"verbs", "nouns", "results"}:
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise InvalidInput(str(path), place, f"expected a list of phrases, found {value!r}")
        own = (table.get("classes", {}) for table in builtin_tables())
        known = {*classes, *itertools.chain.from_iterable(own)}
        for word in (word for phrase in value for word in phrase.split()):
            if word[0] in _CLASS and word[1:] not in known:
                raise InvalidInput(str(path), place, f"expected a class of words, found {word!r}")
    elif not isinstance(value, bool if key in {"public", "speech", "ahead"} else str):
        raise InvalidInput(str(path), place, f"found {value!r}")
