"""On whose word: where each claim about a fact began, once all visible chains are laid together.

Where one article's chain ends at X, and another chain shows that X had it from Y, the origin is Y
for both. So an agency's report and the outlets that copied it are one origin.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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

Links = dict[str, dict[str, str | None]]
"""Who had it from whom, in fold order, and which article says so; None if several do."""

Quoted = Mapping[str, Mapping[str, object]]
"""Whom each source quotes, in fold order, whatever is known of each link."""


def side(stance: Stance) -> Side | None:
    """Return which way a stance speaks; None for one that says nothing either way."""
    return _SIDES[stance._value_]


def origins(claims: Iterable[Spoken]) -> Mapping[str, str]:
    """Return the origin of each of a fact's standing claims, in fold order, by claim id.

    A claim that withholds has none. A link counts only among claims that speak the same way: that
    the outlet which asserts a thing also quotes somebody who denies it does not make the denier
    the origin of the assertion. What an outlet says in its own voice stays its own, though the
    same article also quotes somebody: only another article's chain can show that the outlet had it
    from elsewhere. Where several chains name several sources for one link, the first in fold order
    is taken. Sources that quote each other in a circle are one: their origin is the first source
    outside that one of them quotes, and, if there is none, one of them stands for all.
    """
    told = [(claim, way) for claim in claims if (way := side(claim.stance)) is not None]
    heard: dict[Side, Links] = {}
    for claim, way in told:
        links = heard.setdefault(way, {})
        for nearer, farther in itertools.pairwise(claim.chain):
            sources = links.setdefault(nearer, {})
            article = sources.setdefault(farther, claim.article)
            if article != claim.article:
                sources[farther] = None
    ends = {way: ends_of(links)[0] for way, links in heard.items()}
    return {claim.id: _origin(claim, heard.get(way, {}), ends.get(way, {})) for claim, way in told}


def _origin(claim: Spoken, links: Links, ends: Mapping[str, str]) -> str:
    last = claim.chain[-1]
    if len(claim.chain) > 1:
        return ends.get(last, last)
    elsewhere = [
        source for source, article in links.get(last, {}).items() if article != claim.article
    ]
    return ends.get(elsewhere[0], elsewhere[0]) if elsewhere else last


def ends_of(links: Quoted) -> tuple[dict[str, str], dict[str, str]]:
    """Return where links lead to from each source (Tarjan's algorithm, 1972, iteratively).

    Also return, for each source that quotes others in a circle, a name that the circle shares.
    """
    end: dict[str, str] = {}
    circles: dict[str, str] = {}
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    for root in links:
        work = [] if root in number else [(root, iter(links[root]))]
        while work:
            source, farther = work[-1]
            if source not in number:
                number[source] = low[source] = len(number)
                open_.append(source)
            for other in farther:
                if other not in links:
                    end[other] = other  # it quotes nobody, as most do
                elif other not in number:
                    work.append((other, iter(links[other])))
                    break
                elif other not in end:
                    low[source] = min(low[source], number[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[source])
                if low[source] == number[source]:
                    if open_[-1] == source:  # it is in no circle, as most are
                        open_.pop()
                        first = next(iter(links.get(source, ())), None)
                        end[source] = source if first is None else end[first]
                        continue
                    place = open_.index(source)
                    circle = open_[place:]
                    del open_[place:]
                    found = _exit(circle, links)
                    name = min(circle)
                    circles.update(dict.fromkeys(circle, name))
                    end.update(dict.fromkeys(circle, name if found is None else end[found]))
    return end, circles


def _exit(circle: list[str], links: Quoted) -> str | None:
    """Return the first source outside *circle* that one of its members quotes."""
    inside = set(circle)
    for source in links:  # in fold order, whichever member the search came to first
        if source in inside:
            for other in links[source]:
                if other not in inside:
                    return other
    return None
