"""Who says so: the claims of a fact by origin, each origin once, with how its word came to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.model import Stance
from timeline.queries import KnownClaim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@attrs.frozen
class Voice:
    """One origin and all that it said for a fact, or all that it said against it.

    Args:
        origin: the source id.
        claims: its claims that speak as it did last, the first known first; at least one.
        turned: whether it had said otherwise before.
    """

    origin: str
    claims: tuple[KnownClaim, ...]
    turned: bool = False

    @property
    def first(self) -> KnownClaim:
        """The claim by which its word first became known."""
        return self.claims[0]

    @property
    def newest(self) -> KnownClaim:
        """The claim that counts: an origin may change its mind."""
        return self.claims[-1]

    @property
    def stance(self) -> Stance:
        """How it stands to the fact."""
        return self.newest.claim.stance

    @property
    def others(self) -> int:
        """How many further articles carry its word."""
        return len({claim.claim.article for claim in self.claims}) - 1


def voices(claims: Iterable[KnownClaim]) -> tuple[Voice, ...]:
    """Return who speaks in *claims*, in the order in which they were first heard, the silent last.

    An origin that changed its mind speaks as it did last; `Voice.turned` tells of it.
    """
    by_origin: dict[tuple[str, bool], list[KnownClaim]] = {}
    for claim in claims:
        # To withhold is to say nothing, so that what the same origin said before stays.
        silent = claim.claim.stance is Stance.WITHHOLDS
        by_origin.setdefault((claim.origin, silent), []).append(claim)
    speaking = sorted(by_origin.items(), key=lambda item: item[0][1])
    return tuple(_voice(origin, told) for (origin, _), told in speaking)


def _voice(origin: str, told: list[KnownClaim]) -> Voice:
    way = _way(told[-1].claim.stance)
    same = tuple(claim for claim in told if _way(claim.claim.stance) == way)
    return Voice(origin, same, turned=len(same) < len(told))


def _way(stance: Stance) -> str:
    return "supports" if stance.supports else stance.value


def named(source: str, names: Mapping[str, str]) -> str:
    """Name a source; its id stands for one that nobody has defined."""
    return names.get(source, source)


def chain_words(known: KnownClaim, names: Mapping[str, str]) -> str:
    """Say on whose word, through whom, and where it is printed.

    The origin comes first: "National Intelligence Service, via Yonhap, in Kontur". Where other
    articles show that the last link had it from somebody else, that origin is named.
    """
    outlet, *links = known.claim.attribution.chain
    if not links or links[-1] != known.origin:
        links.append(known.origin)
    if links == [outlet]:
        return named(outlet, names)
    *between, origin = links
    words = [named(origin, names)]
    words += [f"via {named(link, names)}" for link in reversed(between)]
    return ", ".join([*words, f"in {named(outlet, names)}"])
