"""What news counts: the measures and the words that say so, read from a table that users extend."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from timeline.errors import InvalidInput
from timeline.extraction._value import value
from timeline.model import Word

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence


class Role(Word):
    """How a word says what is counted."""

    STATE = "states"
    ACT = "acts"
    NOUN = "nouns"
    FRAME = "frames"


@attrs.frozen
class Measure:
    """Something that news counts.

    Args:
        name: what its figures are called.
        unit: what one of it is, where the text does not say.
        of: what it is said of: ``people``, ``troops``, ``things``, ``money``, ``percent``,
            or ``any``.
        rate: its name where it is given in percent; empty where that has none of its own.
        before: whether its name stands before what is counted, as an adjective does.
    """

    name: str
    unit: str = ""
    of: str = "any"
    rate: str = ""
    before: bool = False


@value
class Hit:
    """A place in a sentence whose words say what is counted.

    Args:
        start: the first token.
        end: the token behind it.
        role: how the words say it.
        measure: what they measure.
    """

    start: int
    end: int
    role: Role
    measure: Measure


_KEYS: Final = {"name", "unit", "of", "rate", "before", *(role.value for role in Role)}
_OF: Final = ("any", "people", "troops", "things", "money", "percent")


class Measures:
    """A table of measures, ready to be looked up.

    Args:
        tables: for each measure, the measure and the phrases in each of its roles.
    """

    def __init__(self, tables: Iterable[tuple[Measure, dict[Role, tuple[str, ...]]]]) -> None:
        given: dict[str, list[tuple[tuple[str, ...], Role, Measure]]] = {}
        acts: set[str] = set()
        self._saying: dict[str, list[Measure]] = {}
        for measure, roles in tables:
            for role, phrases in roles.items():
                for phrase in phrases:
                    words = tuple(phrase.split())
                    given.setdefault(words[0], []).append((words, role, measure))
                    if role is Role.ACT:
                        acts.add(phrase)
                    if role is Role.STATE:
                        self._saying.setdefault(phrase, []).append(measure)
        self.acts = frozenset(acts)
        self._phrases = {word: _Options.of(options) for word, options in given.items()}

    @classmethod
    def read(cls, *files: str | os.PathLike[str]) -> Measures:
        """Return the built-in measures and those of *files* (TOML), which come first.

        Raises:
            InvalidInput: a file cannot be read, or a table of it is wrong.
        """
        own = (table for file in files for table in _tables(Path(file), _load(Path(file))))
        built_in = resources.files("timeline.extraction.english").joinpath("measures.toml")
        return cls([*own, *_tables(Path("measures.toml"), built_in.read_text(encoding="utf-8"))])

    def saying(self, phrase: str) -> Sequence[Measure]:
        """Return the measures that a phrase says of what is counted: "wrecked" of "destroyed"."""
        return self._saying.get(phrase, ())

    def hits(self, words: tuple[str, ...]) -> list[Sequence[Hit]]:
        """Return, for each word of a sentence, what begins there: the longest in each role."""
        found: list[Sequence[Hit]] = [()] * len(words)
        for place in compress(range(len(words)), map(self._phrases.__contains__, words)):
            options = self._phrases[words[place]]
            here: list[Hit] = []
            lengths: dict[Role, int] = {}
            after = words[place + 1] if place + 1 < len(words) else ""
            for phrase, role, measure in options.longer.get(after, ()):
                length = len(phrase)
                if lengths.get(role, 0) > length or words[place : place + length] != phrase:
                    continue
                lengths[role] = length
                here.append(Hit(place, place + length, role, measure))
            here += [
                Hit(place, place + 1, role, measure)
                for role, measure in options.alone
                if role not in lengths
            ]
            found[place] = here
        return found


@value
class _Options:
    """The phrases that begin with one word.

    Args:
        longer: those of several words by their second word, the longest first.
        alone: the roles and measures of the word by itself.
    """

    longer: dict[str, list[tuple[tuple[str, ...], Role, Measure]]]
    alone: list[tuple[Role, Measure]]

    @classmethod
    def of(cls, options: Sequence[tuple[tuple[str, ...], Role, Measure]]) -> _Options:
        longer: dict[str, list[tuple[tuple[str, ...], Role, Measure]]] = {}
        for option in sorted(options, key=lambda option: -len(option[0])):
            if len(option[0]) > 1:
                longer.setdefault(option[0][1], []).append(option)
        return cls(longer, [(role, measure) for words, role, measure in options if len(words) == 1])


@functools.cache
def built_in() -> Measures:
    """Return the built-in measures."""
    return Measures.read()


def _load(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(file, "", f"cannot be read ({error})") from error


def _tables(file: Path, text: str) -> list[tuple[Measure, dict[Role, tuple[str, ...]]]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(file, "", f"is no TOML ({error})") from error
    tables = data.get("measure", [])
    if not isinstance(tables, list) or set(data) - {"measure"}:
        raise InvalidInput(file, "", "expected [[measure]] tables and nothing else")
    return [_table(file, f"measure[{number}]", one) for number, one in enumerate(tables, start=1)]


def _table(file: Path, place: str, one: object) -> tuple[Measure, dict[Role, tuple[str, ...]]]:
    if not isinstance(one, dict) or not isinstance(one.get("name"), str) or not one["name"].strip():
        raise InvalidInput(file, place, "expected a table with a name")
    unknown = set(one) - _KEYS
    if unknown:
        raise InvalidInput(file, f"{place}.{min(unknown)}", f"expected one of {sorted(_KEYS)}")
    for key in ("unit", "rate"):
        if not isinstance(one.get(key, ""), str):
            raise InvalidInput(file, f"{place}.{key}", "expected a text")
    if one.get("of", "any") not in _OF:
        raise InvalidInput(file, f"{place}.of", f"expected one of {', '.join(_OF)}")
    if not isinstance(one.get("before", False), bool):
        raise InvalidInput(file, f"{place}.before", "expected true or false")
    roles: dict[Role, tuple[str, ...]] = {}
    for role in Role:
        phrases = one.get(role.value, [])
        if not isinstance(phrases, list) or not all(
            isinstance(phrase, str) and phrase.strip() for phrase in phrases
        ):
            raise InvalidInput(file, f"{place}.{role.value}", "expected a list of words")
        roles[role] = tuple(phrase.lower() for phrase in phrases)
    measure = Measure(
        one["name"],
        unit=one.get("unit", ""),
        of=one.get("of", "any"),
        rate=one.get("rate", ""),
        before=one.get("before", False),
    )
    return measure, roles
