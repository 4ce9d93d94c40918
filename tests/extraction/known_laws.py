"""Sources that come and go, and what looking them up must find, worked out by going through all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.extraction.english._groups import GROUPS
from timeline.extraction.names._entries import entries_of, key_of, words_of
from timeline.extraction.names._known import folded
from timeline.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.extraction import KnownSources

NAMES = (
    "Pavel Horak",
    "Horak",
    "the Harbour Guard",
    "Harbour Guard",
    "HG",
    "hg",
    "Guard of the Harbour",
    "officials",
    "Norwegian officials",
    "Anna Horak",
)
IDS = ("horak", "pavel-horak", "anna-horak", "guard", "officials")
KEYS = sorted({key_of(words_of(name)) for name in NAMES}, key=sorted)
WORDS = sorted({word for name in NAMES for word in name.lower().split()})


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A source with names that others may have, too."""
    named = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    return Source(draw(st.sampled_from(IDS)), named[0], named[1:], draw(st.booleans()))


steps = st.lists(sources() | st.sampled_from(IDS), max_size=12)
"""Sources that are defined, and ids of those that are forgotten."""


def done(step: Source | str, *known: KnownSources | dict[str, Source]) -> None:
    """Define a source in each of *known*, or forget one."""
    for one in known:
        if isinstance(step, Source):
            one[step.id] = step
        else:
            one.pop(step, None)


def found_in(known: KnownSources) -> dict[str, object]:
    """Return all that can be looked up."""
    wholes = {tuple(name.lower().split()) for name in NAMES}
    return {
        "sources": list(known.items()),
        "length": len(known),
        "whole": {words: list(known.whole(words)) for words in wholes},
        "lengths": {word: known.lengths(word) for word in WORDS},
        "cues": {word: known.cues[word] for word in WORDS},
        "keys": {key: known.by_key(key) for key in KEYS},
        "holding": {key: known.holding(key) for key in KEYS},
        "persons": {last: known.person(last) for last in ("Horak", "Guard", "HG")},
        "are persons": {name for name in IDS if known.is_person(name)},
        "called": {name: known.called(name) for name in (*NAMES, *IDS)},
    }


def found_by_going_through(plain: Mapping[str, Source]) -> dict[str, object]:
    """Return the same, worked out the long way: of two with one name, the first has it."""
    entries = [(one, source.id) for source in plain.values() for one in entries_of(source)]
    keys = {key: [name for one, name in entries if one.key == key] for key in KEYS}
    firsts: dict[object, str] = {}
    for one, name in entries:
        firsts.setdefault(one.key, name)
    wholes = {tuple(name.lower().split()) for name in NAMES}
    return {
        "sources": list(plain.items()),
        "length": len(plain),
        "whole": {
            words: list(
                dict.fromkeys((one.exact, name) for one, name in entries if one.words == words)
            )
            for words in wholes
        },
        "lengths": {
            word: sorted(
                {len(one.words) for one, _ in entries if one.words[0] == word}, reverse=True
            )
            for word in WORDS
        },
        "cues": {
            word: word in GROUPS or any(one.words[0] == word for one, _ in entries)
            for word in WORDS
        },
        "keys": {key: next(iter(keys[key]), None) if len(key) > 1 else None for key in KEYS},
        "holding": {
            key: {
                name
                for known, name in firsts.items()
                if isinstance(known, frozenset) and len(known) > 1 and key <= known
            }
            for key in KEYS
        },
        "persons": {
            last: next((name for one, name in entries if one.person == last), None)
            for last in ("Horak", "Guard", "HG")
        },
        "are persons": {name for one, name in entries if one.person},
        "called": {
            name: next(
                (
                    one
                    for one in plain.values()
                    if folded(name) in map(folded, (one.id, one.name, *one.aliases))
                ),
                None,
            )
            for name in (*NAMES, *IDS)
        },
    }
