"""Whether the source that was read is the curated one: by its id, or by what it is called.

An unnamed source ("a doctor at the State Hospital") is called by whoever reads after the words at
hand: here "doctor", there "the hospital doctor". So a source that is not defined is right, too,
where its content words are among those of the curated source's name or of one of its aliases, and
fit no other source that the person curated for the same article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from timeline.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Claim

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an the of at in on for from to by with and or as s unnamed some several one two".split()
)


@attrs.frozen
class Called:
    """What sources of an article are called.

    Args:
        defined: the sources that a person defined, by id.
        there: the ids of those whom the curated claims of the article name.
        read: the sources that the reader found beyond them, by id.
        outlets: pairs of ids of the outlet: the person's and the article's.
        by_id: whether ids alone count.
    """

    defined: Mapping[str, Source]
    there: frozenset[str]
    read: Mapping[str, Source]
    outlets: tuple[str, str]
    by_id: bool = False

    def origin(self, gold: Claim, found: Claim) -> bool:
        """Whether a claim that was read has the origin of a curated one."""
        theirs, ours = gold.attribution.origin, found.attribution.origin
        if theirs == ours or (theirs, ours) == self.outlets:
            return True
        if self.by_id or ours in self.defined or ours not in self.read:
            return False
        source = self.read[ours]
        called = [_content(name) for name in _names(source)]
        fitting = {
            identity
            for identity in self.there
            if any(
                words and words <= _content(name)
                for name in _names(self.defined[identity])
                for words in called
            )
        }
        return fitting == {theirs}


def named_in(claims: Iterable[Claim], outlet: str) -> frozenset[str]:
    """Return the ids of all sources in the chains of *claims* beyond the outlet."""
    return frozenset(link for claim in claims for link in claim.attribution.chain if link != outlet)


def _names(source: Source) -> tuple[str, ...]:
    return tuple(name for name in (source.name, *source.aliases) if name)


def _content(name: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(name.lower()) if word not in _SMALL)
