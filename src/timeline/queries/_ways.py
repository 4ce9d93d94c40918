"""Who had it from whom, among the claims that speak one way, and where all that leads to.

A link that changes no end is taken in at once; one that may has all ends found anew.
"""

from __future__ import annotations

import itertools

from timeline.projections import ends_of

Links = dict[str, dict[str, int | None]]
"""Who had it from whom, in fold order, and the number of the article that says so; None if several
do."""

Root = tuple[str, str, int]
"""Where the chain of a claim ends: which way it speaks, the source, and the article where the
outlet speaks in its own voice; -1 where somebody is quoted."""


class Way:
    """Who had it from whom, among the claims that speak one way."""

    __slots__ = ("circles", "ends", "links", "owned", "settled", "sole", "voiced")

    def __init__(self) -> None:
        self.links: Links = {}
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
        way.links = dict(self.links)
        way.ends, way.circles = dict(self.ends), dict(self.circles)
        way.sole, way.settled = dict(self.sole), set(self.settled)
        way.voiced = set(self.voiced)
        way.owned, self.owned = set(), set()  # neither may change what both now hold
        return way

    def add(
        self, near: str, far: str, article: int, groups: dict[Root, tuple[int, int]], way: str
    ) -> bool:
        """Take in that *near* had it from *far*; say whether all ends have to be found anew."""
        sources = self.links.get(near)
        if sources is None:
            self.links[near] = {far: article}
            if self.owned is not None:
                self.owned.add(near)
            return self._first(near, far, article)
        if far in sources:
            told = sources[far]
            if told is None or told == article:
                return False
            self._changeable(near)[far] = None
            return self._other(near, article, groups, way) or (way, near, told) in groups
        self._changeable(near)[far] = article
        return self._other(near, article, groups, way) | self._farther(near, far)

    def _changeable(self, near: str) -> dict[str, int | None]:
        sources = self.links[near]
        if self.owned is not None and near not in self.owned:
            sources = self.links[near] = dict(sources)
            self.owned.add(near)
        return sources

    def _first(self, near: str, far: str, article: int) -> bool:
        self.sole[near] = article
        if near in self.ends or near in self.voiced:
            return True
        self.ends[near] = self.ends.setdefault(far, far)
        if far not in self.links:
            self.settled.add(near)
        return False

    def _other(
        self, near: str, article: int, groups: dict[Root, tuple[int, int]], way: str
    ) -> bool:
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
        return self._leads(far, near)

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
        self.settled = {
            near for near, sources in self.links.items() if not sources.keys() <= self.links.keys()
        }


def note(way: Way, chain: tuple[str, ...], article: int) -> None:
    """Take in links whose ends are found later."""
    for near, far in itertools.pairwise(chain):
        sources = way.links.get(near)
        if sources is None:
            sources = way.links[near] = {}
            way.sole[near] = article
            if way.owned is not None:
                way.owned.add(near)
        elif way.owned is not None and near not in way.owned:
            sources = way.links[near] = dict(sources)
            way.owned.add(near)
        if way.sole[near] != article:
            way.sole[near] = None
        if sources.setdefault(far, article) != article:
            sources[far] = None
