"""On whose word: where each claim about a fact began, once all visible chains are laid together.

Where one article's chain ends at X, and another chain shows that X had it from Y, the origin is Y
for both. So an agency's report and the outlets that copied it are one origin.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.model import Stance
    from timeline.projections._standing import Spoken

Side = str
"""Which way a claim speaks: for the fact, against it, or of its future."""

_SIDES: dict[str, Side | None] = {
    "asserts": "for",
    "confirms": "for",
    "estimates": "for",
    "denies": "against",
    "forecasts": "ahead",
    "withholds": None,
}


def side(stance: Stance) -> Side | None:
    """Return which way a stance speaks; None for one that says nothing either way."""
    return _SIDES[stance._value_]


def origins(claims: Iterable[Spoken]) -> Mapping[str, str]:
    """Return the origin of each of a fact's standing claims, in fold order, by claim id.

    A claim that withholds has none. A link counts only among claims that speak the same way: that
    the outlet which asserts a thing also quotes somebody who denies it does not make the denier
    the origin of the assertion. And what an outlet says in its own voice stays its own, though the
    same article also quotes somebody: only another article's chain can show that the outlet had it
    from elsewhere.
    """
    told = [(claim, way) for claim in claims if (way := side(claim.stance)) is not None]
    heard: dict[tuple[Side, str], list[tuple[str, str]]] = {}
    for claim, way in told:
        for nearer, farther in itertools.pairwise(claim.chain):
            links = heard.setdefault((way, nearer), [])
            # Several chains may name several sources for one link; the first in fold order is
            # taken, or for an outlet's own voice the first of another article.
            if len(links) < _ENOUGH and all(article != claim.article for _, article in links):
                links.append((farther, claim.article))
    traced: dict[tuple[Side, str, str | None], str] = {}
    found: dict[str, str] = {}
    for claim, way in told:
        end = claim.chain[-1]
        own_article = None
        if len(claim.chain) == 1 and any(a == claim.article for _, a in heard.get((way, end), ())):
            own_article = claim.article
        key = (way, end, own_article)
        if key not in traced:
            traced[key] = _traced(way, end, own_article, heard)
        found[claim.id] = traced[key]
    return found


_ENOUGH = 2
"""The first link, and the first of another article than that one."""


def _traced(
    way: Side,
    end: str,
    own_article: str | None,
    heard: Mapping[tuple[Side, str], list[tuple[str, str]]],
) -> str:
    path = [end]
    while True:
        farther = next(
            (f for f, article in heard.get((way, path[-1]), ()) if article != own_article), None
        )
        if farther is None:
            return path[-1]
        if farther in path:
            # They quote each other in a circle: one origin, and the same one for all of them.
            return min(path[path.index(farther) :])
        path.append(farther)
        own_article = None
