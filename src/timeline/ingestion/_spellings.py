"""Persons whose names are spelled in two ways: "Zelensky" and "Zelenskyy" are one source.

Names come into English by several romanisations at once. Two spellings count as one only where
they are equal but for what romanisations are known to differ in; "Petrov" and "Petrova" stay two.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.extraction import Extraction, Table
    from timeline.model import Claim, Source

_FOLDS = (
    (re.compile(r"['’`-]"), ""),
    (re.compile(r"(?:yy|iy|yi|ij|ii|yj|y)$"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"ei|ey"), "e"),
    (re.compile(r"y|j"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""What romanisations differ in, and the one way in which names are compared."""

_SHORTEST = 4
"""How many letters a folded last name must have; shorter ones say too little."""


@functools.lru_cache(maxsize=1_024)  # a name is looked up, and then entered
def folded(name: str) -> str:
    """Return a name without what romanisations differ in.

    >>> folded("Zelenskyy") == folded("Zelensky") == folded("Zelenskiy")
    True
    >>> folded("Petrov") == folded("Petrova")
    False
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, form in _FOLDS:
        plain = pattern.sub(form, plain)
    return plain


class Spellings:
    """The persons that are known, by their names as `folded`.

    Args:
        persons: a table that holds them.
    """

    def __init__(self, persons: Table) -> None:
        self._persons = persons

    def add(self, source: Source) -> None:
        """Take in a source, if its name can be a person's."""
        for name in (source.title, *source.aliases):
            key = _key(name)
            if key is not None and not source.group and self._persons.get(key) is None:
                self._persons.put(key, source.id)

    def known(self, source: Source) -> str | None:
        """Return the known person whose name is that of *source*, spelled otherwise, or None."""
        key = None if source.group else _key(source.title)
        other = None if key is None else self._persons.get(key)
        return None if other == source.id else other

    def unified(self, extraction: Extraction, sources: Mapping[str, Source]) -> Extraction:
        """Return an extraction that calls each person by the id under which they are known.

        Args:
            extraction: what was read out of an article.
            sources: the sources that are known, by id.
        """
        same: dict[str, str] = {}
        kept: list[Source] = []
        for source in extraction.sources:
            known = None if source.id in sources else self.known(source)
            if known is None or known not in sources:
                kept.append(source)
                continue
            same[source.id] = known
            old = sources[known]
            names = [name for name in (source.title, *source.aliases) if name != old.title]
            kept.append(attrs.evolve(old, aliases=(*old.aliases, *names)))
        if not same:
            return extraction
        claims = tuple(_unified(claim, same) for claim in extraction.claims)
        return attrs.evolve(extraction, claims=claims, sources=tuple(kept))


def _unified(claim: Claim, same: Mapping[str, str]) -> Claim:
    about = () if claim.reading is None else claim.reading.about
    if same.keys().isdisjoint(claim.chain) and same.keys().isdisjoint(about):
        return claim
    return attrs.evolve(
        claim,
        attribution=claim.attribution.renamed(same),
        reading=claim.reading and attrs.evolve(claim.reading, about=_renamed(about, same)),
    )


def _renamed(names: Iterable[str], same: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(same.get(name, name) for name in names)


def _key(name: str) -> str | None:
    """Return first and last name, folded and joined; None where a name cannot be a person's."""
    words = name.split()
    if len(words) not in {2, 3} or not all(word[:1].isupper() for word in words):
        return None
    last = folded(words[-1])
    return f"{folded(words[0])}\t{last}" if len(last) >= _SHORTEST else None
