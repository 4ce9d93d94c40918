"""Persons whom an article introduces without a name: "a soldier of the 11th Brigade"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import UNNAMED
from timeline.extraction.english._titles import PERSONS, listed
from timeline.extraction.names import (
    Sort,
    key_of,
    named_id,
    words_of,
)
from timeline.extraction.sources._sources import Memory, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction.names import KnownSources
    from timeline.extraction.page import Sentence

_ARTICLES: Final = frozenset({"a", "an"})
_LINKS: Final = frozenset({"of", "from", "with", "'s", "the"})
# "in the name of a resident": nobody of whom the text goes on to speak.
_ASIDE: Final = listed("of as for in with to than like")
_APART: Final = listed("after before of in for with by from to on at the when and that")
_LOOK: Final = 4
_ENOUGH: Final = 3


def introduced(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the words and the noun of each person whom a sentence introduces without a name."""
    tokens = sentence.tokens
    if _ARTICLES.isdisjoint(sentence.words) or PERSONS.isdisjoint(sentence.words):
        return
    for place, token in enumerate(tokens):
        if token.lower not in _ARTICLES or (place and tokens[place - 1].lower in _ASIDE):
            continue
        head = next(
            (
                k
                for k in range(place + 1, min(place + 1 + _LOOK, len(tokens)))
                if tokens[k].lower in PERSONS
            ),
            None,
        )
        if head is None or not all(tokens[k].text[0].isalpha() for k in range(place, head)):
            continue
        if any(tokens[k].lower in _APART for k in range(place + 1, head)):
            continue  # "a day after the minister resigned" introduces nobody
        if head + 1 < len(tokens) and tokens[head + 1].capital:
            continue  # "a spokesman Jan Novak": the name follows
        last = head + 1
        while last < len(tokens) and (
            tokens[last].capital
            or tokens[last].lower in _LINKS
            or tokens[last].text[0].isdigit()
            or (tokens[last].start == tokens[last - 1].end and tokens[last].text.isalpha())
        ):
            last += 1
        while tokens[last - 1].lower in _LINKS:
            last -= 1
        offset = sentence.start
        yield (
            sentence.text[tokens[place + 1].start - offset : tokens[last - 1].end - offset],
            tokens[head].lower,
        )


def remember(sentence: Sentence, memory: Memory) -> None:
    """Keep whom a sentence introduces, so that "the soldier" and "he" find them."""
    for text, noun in introduced(sentence):
        words = words_of(text)
        identity = _known(key_of(words), noun, memory.index) or named_id(
            " ".join(
                w for w in words if w.lower() not in UNNAMED and not w.startswith(("'", "\u2019"))
            )
        )
        memory.see(Speaker(identity, Sort.PERSON, 0, 0, text, way="introduced", noun=noun), noun)


def _known(key: frozenset[str], noun: str, index: KnownSources) -> str | None:
    """Return the one source whose name holds all the telling words of a description."""
    exact = index.by_key(key)
    key = frozenset(word for word in key if word != noun and not word.startswith("@"))
    if exact is not None or len(key) < _ENOUGH:
        return exact
    found = index.holding(key)
    return found.pop() if len(found) == 1 else None
