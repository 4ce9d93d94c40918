"""Files of kinds: the built-in ones, and those of users, with what is wrong in them."""

from __future__ import annotations

import itertools
import tomllib
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import InvalidInput
from timeline.model import slug

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

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
    except OSError as error:
        raise InvalidInput(path, "", f"cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput(path, "", f"expected TOML, found: {error}") from error
    for key in table:
        if key not in {"light", "classes", "idioms", "hints", "senses", "kinds"}:
            raise InvalidInput(
                path,
                key,
                "expected light, classes, idioms, hints, senses or kinds, found another key",
            )
    _check_form(path, table)
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


def _check_form(path: object, table: Mapping[str, Any]) -> None:
    """Refuse what is no list or table where one is looked into."""
    for key in ("kinds", "senses"):
        if not isinstance(table.get(key, []), list):
            raise InvalidInput(str(path), key, f"expected [[{key}]], found {table[key]!r}")
    classes = table.get("classes", {})
    if not isinstance(classes, dict):
        raise InvalidInput(str(path), "classes", f"expected a table, found {classes!r}")
    lists = [(f"classes.{name}", words) for name, words in classes.items()]
    for place, words in [*lists, ("light", table.get("light", []))]:
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise InvalidInput(str(path), place, f"expected a list of words, found {words!r}")


def check_names(path: object, table: Mapping[str, Any], others: Iterable[str]) -> None:
    """Refuse names that no kind can have, or that no kind has, since nobody would miss its words.

    Args:
        path: the file.
        table: what stands in it, as `table_of` returns it.
        others: the names of the kinds of other files.

    Raises:
        InvalidInput: a name is no id, stands twice, or is that of no kind.
    """
    own = [entry["name"] for entry in table.get("kinds", ())]
    for number, name in enumerate(own, 1):
        place = f"kinds[{number}].name"
        if not name or name != slug(name):
            problem = f"expected lower-case letters, digits and '-', found {name!r}"
            raise InvalidInput(str(path), place, problem)
        if name in own[: number - 1]:
            raise InvalidInput(str(path), place, f"expected {name!r} once, found it again")
    known = {*own, *others}
    named = [(f"hints.{name}", name) for name in table.get("hints", {})]
    for number, sense in enumerate(table.get("senses", ()), 1):
        named += [(f"senses[{number}].{name}", name) for name in sense if name != "words"]
    for place, name in named:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            raise InvalidInput(str(path), place, f"expected a kind, found {name!r}{hint}")


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
        if not isinstance(value, list) or not all(
            isinstance(one, str) and one.strip() for one in value
        ):
            raise InvalidInput(str(path), place, f"expected a list of phrases, found {value!r}")
        own = (table.get("classes", {}) for table in builtin_tables())
        known = {*classes, *itertools.chain.from_iterable(own)}
        for word in (word for phrase in value for word in phrase.split()):
            if word[0] in _CLASS and word[1:] not in known:
                raise InvalidInput(str(path), place, f"expected a class of words, found {word!r}")
    elif key in {"public", "speech", "ahead"}:
        if not isinstance(value, bool):
            raise InvalidInput(str(path), place, f"expected true or false, found {value!r}")
    elif not isinstance(value, str):
        raise InvalidInput(str(path), place, f"expected a text, found {value!r}")
