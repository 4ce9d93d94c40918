"""Who had it from whom, among the claims that speak one way, and where all that leads to.

A link is taken in at once, and those whom it leads on with it; one that may close a circle has
all ends found anew.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from timeline.projections import ends_of

if TYPE_CHECKING:
    from collections.abc import Mapping

Links = dict[str, dict[str, int | None]]
"""Who had it from whom, in fold order, and the number of the article that says so; None if several
do."""

Root = tuple[int, str, int]
"""Where the chain of a claim ends: which way it speaks, the source, and the article where the
outlet speaks in its own voice; -1 where somebody is quoted."""

STAYS: Final = 0
ORIGINS: Final = 1
ENDS: Final = 3
"""What another chain may move: nothing, where roots lead to, or where anybody's links lead to."""


class Way:
    """Who had it from whom, among the claims that speak one way."""

    __slots__ = ("circles", "cited", "ends", "links", "owned", "settled", "sole", "voiced")

    def __init__(self) -> None:
        self.links: Links = {}
        self.cited: set[str] = set()
        """Those from whom somebody had it: nobody else can be in a circle."""
        self.ends: dict[str, str] = {}
        self.circles: dict[str, str] = {}
        self.sole: dict[str, int | None] = {}
        """The one article that tells whom a source quotes; None where several do."""
        self.voiced: set[str] = set()
        """The outlets that speak in their own voice."""
        self.settled: set[str] = set()
        """Sources that quote somebody who quotes nobody, so that their way out is found."""
        self.owned: set[str] | None = None
        """The sources whose links may be changed in place; None is all of them."""

    def copy(self) -> Way:
        """Return another that can be carried on by itself."""
        way = Way()
        way.links, way.cited = dict(self.links), set(self.cited)
        way.ends, way.circles = dict(self.ends), dict(self.circles)
        way.sole, way.settled = dict(self.sole), set(self.settled)
        way.voiced = set(self.voiced)
        way.owned, self.owned = set(), set()  # neither may change what both now hold
        return way

    def add(
        self, chain: tuple[str, ...], article: int, groups: Mapping[Root, int], way: int
    ) -> int:
        """Take in a chain of two sources or more, and say what it may move.

        Returns:
            `STAYS`, `ORIGINS` where roots may lead elsewhere, or `ENDS` where all ends have to be
            found anew.
        """
        links = self.links
        if len(chain) == 2:  # noqa: PLR2004  # the usual case, in short
            near, far = chain
            if near in links:
                return self._again(near, far, article, groups, way)
            self._link(near, far, article)
            return self._first(near, far, article)
        # Links come in fold order; where they lead to is found from the far end of the chain.
        first = set[str]()
        for near, far in itertools.pairwise(chain):
            if near not in links:
                self._link(near, far, article)
                first.add(near)
        moves = STAYS
        for place in range(len(chain) - 1, 0, -1):
            near, far = chain[place - 1], chain[place]
            if near in first:
                moves |= self._first(near, far, article)
            else:
                moves |= self._again(near, far, article, groups, way)
        return moves

    def may_move(self, chain: tuple[str, ...]) -> bool:
        """Say whether a chain that was taken in might move anything: no may be said too seldom."""
        links, voiced = self.links, self.voiced
        for near, far in itertools.pairwise(chain):
            if near in voiced:
                return True
            sources = links.get(near)
            if sources is None:
                if near in self.ends:
                    return True
            elif far not in sources and (far in links or far != chain[-1] or near in self.circles):
                return True
        return False

    def _link(self, near: str, far: str, article: int) -> None:
        self.links[near] = {far: article}
        self.cited.add(far)
        if self.owned is not None:
            self.owned.add(near)

    def _again(
        self, near: str, far: str, article: int, groups: Mapping[Root, int], way: int
    ) -> int:
        """Take in another link of a source that has some."""
        sources = self.links[near]
        if far in sources:
            told = sources[far]
            if told is None or told == article:
                return STAYS
            self._changeable(near)[far] = None
            other = self._other(near, article, groups, way)
            return ORIGINS if other or (way, near, told) in groups else STAYS
        self._changeable(near)[far] = article
        self.cited.add(far)
        moves = ORIGINS if self._other(near, article, groups, way) else STAYS
        return moves | ENDS if self._farther(near, far) else moves

    def _changeable(self, near: str) -> dict[str, int | None]:
        sources = self.links[near]
        if self.owned is not None and near not in self.owned:
            sources = self.links[near] = dict(sources)
            self.owned.add(near)
        return sources

    def _first(self, near: str, far: str, article: int) -> int:
        """Find where the first link of a source leads to."""
        self.sole[near] = article
        ends, links = self.ends, self.links
        end = ends.setdefault(far, far)
        if far not in links:
            self.settled.add(near)
        if near not in ends:  # nobody had anything from it
            ends[near] = end
            return ORIGINS if near in self.voiced else STAYS
        if far in links and self._leads(far, near):
            return ENDS
        # Who led to it is led on; it is in no circle, as it quoted nobody.
        for source, before in ends.items():
            if before == near:
                ends[source] = end
        return ORIGINS

    def _other(self, near: str, article: int, groups: Mapping[Root, int], way: int) -> bool:
        """Note another article; what an outlet says itself in the first one may lead on now."""
        sole = self.sole[near]
        if sole is None or sole == article:
            return False
        self.sole[near] = None
        return (way, near, sole) in groups

    def _farther(self, near: str, far: str) -> bool:
        """Note another source of *near*, behind those that it has."""
        if far not in self.links:
            self.ends.setdefault(far, far)
            is_new_exit = near in self.circles and near not in self.settled
            self.settled.add(near)
            return is_new_exit
        circle = self.circles.get(near)
        if circle is not None and circle == self.circles.get(far):
            return False
        if circle is not None and near not in self.settled:
            return True
        return near in self.cited and self._leads(far, near)

    def _leads(self, source: str, to: str) -> bool:
        """Whether *source* had it from *to*, over any steps."""
        seen, work = {source}, [source]
        while work:
            farther = self.links[work.pop()]
            if to in farther:
                return True
            more = [other for other in farther.keys() & self.links.keys() if other not in seen]
            seen.update(more)
            work += more
        return False

    def settle(self) -> None:
        """Find all ends anew."""
        self.ends, self.circles = ends_of(self.links)
        self.cited = set(itertools.chain.from_iterable(self.links.values()))
        self.settled = {
            near for near, sources in self.links.items() if not sources.keys() <= self.links.keys()
        }

    def note(self, chain: tuple[str, ...], article: int) -> None:
        """Take in a chain, behind all others; `settle` has to follow."""
        links, sole = self.links, self.sole
        near = chain[0]
        for far in chain[1:]:
            sources = links.get(near)
            if sources is None:
                links[near] = {far: article}
                sole[near] = article
            else:
                if sources.setdefault(far, article) != article:
                    sources[far] = None
                if sole[near] != article:
                    sole[near] = None
            near = far
