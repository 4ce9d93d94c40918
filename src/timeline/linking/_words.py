"""A claim's words as linking compares them: what it speaks of, whom and where."""

from __future__ import annotations

import functools
import re
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from timeline.linking._english import EMPTY_WORDS, begins_name, joined, root, weight

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-\u2011'\u2019][^\W\d_]+)*|\d+(?:[.,]\d+)*|[.!?]"
)
_POSSESSIVES: Final = frozenset({"'s", "\u2019s"})

_PLACING: Final = """
    in at near outside off over against across into on around toward towards inside
    =attack =invade =visit =evacuate enter entered reach reached leave left
"""
_SORTS: Final = """
    airport area base border bridge camp canal capital city coast depot district harbour harbor
    hospital island lake mine mountain peninsula plant port prison province region river road
    sea square state station strait street town tower valley village
"""
_PLACED: Final = frozenset(_PLACING.split())
"""Words, some of them as roots, behind which a name is that of a place or a target."""

_PLACES: Final = frozenset(_SORTS.split())
"""Words for places: "the port of Odesa", "the Kursk region"."""

_YEARS: Final = range(1900, 2101)
_NAME_WEIGHT: Final = 0.5


@attrs.frozen(slots=True, eq=False)
class Words:
    """The words of one text, each as its root.

    Args:
        weights: what is told, with how much each word says; names count half, as they are
            compared for themselves.
        names: the names, as far as capitals tell.
        places: those of them that a preposition makes the place or the target.
        written: how each is written there.
        named: what is only named by an id, with that id.
    """

    weights: dict[str, float]
    names: frozenset[str]
    places: frozenset[str]
    written: dict[str, str]
    named: dict[str, str]

    @property
    def spelled(self) -> dict[str, str]:
        """How each is written: in the text, or else in an id."""
        return self.named | self.written


class _Token(NamedTuple):
    """A word as it stands in a text, and all that does not depend on where.

    What a year says is nothing: dates are compared as dates.
    """

    text: str
    lower: str
    root: str
    weight: float
    capital: bool
    acronym: bool
    empty: bool
    half: bool


@functools.lru_cache(maxsize=4_096)  # a few thousand words make most of any text
def _tokens(run: str) -> tuple[_Token | None, ...]:
    """Return the words of a stretch without a space, with None for the end of a sentence."""
    return tuple(None if found in ".!?" else _token(found) for found in _TOKEN.findall(run))


def _token(found: str) -> _Token:
    text = found.rstrip(".")
    if text[-2:] in _POSSESSIVES:
        text = text[:-2]
    lower = text.lower()
    acronym = len(text) > 1 and text.isupper()
    capital = text[0].isupper()
    return _Token(
        text,
        lower,
        key := root(lower),
        0.0 if _is_year(key) else weight(lower),
        capital,
        acronym,
        empty=lower in EMPTY_WORDS and not (acronym and lower == "us"),
        half=capital and begins_name(lower),
    )


@functools.lru_cache(maxsize=512)  # a claim is looked at when it is linked, and when it is added
def words_of(text: str, about: tuple[str, ...] = ()) -> Words:
    """Return the words of *text*; *about* names actors and places by their ids.

    >>> found = words_of("A missile struck the port of Odesa.", ("russia",))
    >>> sorted(found.names), sorted(found.places)
    (['odes', 'russ'], ['odes'])
    """
    named = {key: name for name in about for key in _name_keys(name)}
    written: dict[str, str] = {}
    names = set(named)
    weights = dict.fromkeys(named, _NAME_WEIGHT)  # in order: sums of floats depend on it
    places: set[str] = set()
    opening, before, earlier = True, "", ""
    first, last = "", ""  # half a name, waiting for the rest; the name just read
    for token in chain.from_iterable(map(_tokens, text.split())):  # no word has a space
        if token is None:
            opening, before, last = True, "", ""
            continue
        word, lower, key, said, capital, acronym, empty, half = token
        if half:
            first, opening = word, False
            continue
        if empty:
            # "in the city of", "in Kharkiv and Odesa": these do not part "in" from its place.
            before, earlier = (before if lower in {"the", "a", "and"} else lower), before
            opening, first, last = False, "", ""
            continue
        if first and capital:
            key = joined([first.lower(), lower])
            written.setdefault(key, f"{first} {word}")
        elif key not in written:
            written[key] = word
        first = ""
        if capital and (not opening or acronym):
            names.add(key)
            weights.setdefault(key, _NAME_WEIGHT)
            last = key
            if before in _PLACED or (before == "of" and earlier in _PLACES):
                places.add(key)
            else:
                before, earlier = lower, before
        else:
            if last and lower in _PLACES:
                places.add(last)
            if said and key not in weights:
                weights[key] = said
            before, earlier, last = (key if key in _PLACED else lower), before, ""
        opening = False
    return Words(
        weights,
        frozenset(names),
        frozenset(places),
        written,
        named,
    )


def ranked_of(weights: dict[str, float], names: AbstractSet[str]) -> tuple[str, ...]:
    """Return the names, and behind them the words that say most first."""
    ranked = [(word not in names, -said, -len(word), word) for word, said in weights.items()]
    ranked.sort()
    return tuple([word for *_, word in ranked])


def letters_of(weights: Iterable[str]) -> str:
    """Return all words in order, for comparing letter by letter."""
    return " ".join(sorted(weights))


@functools.lru_cache(maxsize=2_048)  # the same are spoken of all through an article
def _name_keys(name: str) -> tuple[str, ...]:
    pieces = [piece for piece in re.split(r"[-._]+", name) if piece]
    keys = []
    first = ""
    for piece in pieces:
        if begins_name(piece):
            first = piece
        elif piece not in EMPTY_WORDS or len(pieces) == 1:
            keys.append(joined([first, piece]) if first else root(piece))
            first = ""
    return tuple(keys) or (root(name),)


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and int(key) in _YEARS  # noqa: PLR2004  # four digits
