"""Judges a fact claim by claim: what it holds is carried on when another claim comes, not redone.

The rules are those of `timeline.projections.judge`; this is the same verdict for facts of which
tens of thousands of claims speak. A claim that is corrected or taken back costs a new beginning.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from timeline.model import Stance
from timeline.projections import Status, ends_of, side, status_of
from timeline.queries._agreement import Agreement

if TYPE_CHECKING:
    from timeline.dates import When

MANY = 48
"""With fewer claims than this it costs less to lay all chains together than to keep them so."""

SUPPORT, DENIAL, FORECAST, NOTHING = range(4)
"""What a stance counts for."""

_COUNTS = {
    stance: SUPPORT
    if stance.supports
    else {Stance.DENIES: DENIAL, Stance.FORECASTS: FORECAST}.get(stance, NOTHING)
    for stance in Stance
}
COUNTS = tuple(_COUNTS[stance] for stance in Stance)
"""What each stance counts for, in the order of `Stance`."""

_SIDES = tuple(side(stance) or "" for stance in Stance)


class Said(NamedTuple):
    """As much of a wording as it takes to judge a fact by.

    Args:
        claim: the number of its claim.
        stance: the number of its stance in the order of `Stance`.
        chain: its sources, nearest first, under canonical ids.
        article: the number of its article.
        occurred: when it happened, as far as the claim says.
    """

    claim: int
    stance: int
    chain: tuple[str, ...]
    article: int
    occurred: When | None


Wording = tuple[int, int, tuple[str, ...], int, "When | None"]
"""What a `Said` holds."""


class Judged(NamedTuple):
    """A fact as its standing claims make it; see `timeline.projections.Verdict`."""

    status: Status
    occurred: When | None
    conflict: bool
    origins: tuple[str, ...]


Links = dict[str, dict[str, int | None]]
"""Who had it from whom, in fold order, and the number of the article that says so; None if several
do."""

Root = tuple[str, str, int]
"""Where the chain of a claim ends: which way it speaks, the source, and the article where the
outlet speaks in its own voice; -1 where somebody is quoted."""


class _Way:
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

    def copy(self) -> _Way:
        way = _Way()
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


class Weigher:
    """The standing claims about one fact, in fold order, and what they make of it."""

    __slots__ = (
        "_agreements",
        "_count",
        "_groups",
        "_last",
        "_latest",
        "_shares",
        "_stale",
        "_standing",
        "_ways",
    )

    def __init__(self) -> None:
        self._standing: dict[int, Wording] = {}
        self._shares = False
        self._stale = False
        """Whether a claim went, so that all has to be taken in again."""
        self._reset()

    def _reset(self) -> None:
        self._ways: dict[str, _Way] = {}
        self._groups: dict[Root, tuple[int, int]] = {}
        self._latest: dict[str, tuple[int, int]] | None = None
        """The last word of each origin: its number and what it counts for; None is unknown."""
        self._agreements: list[Agreement | None] = [None] * 4
        self._count = 0

    def copy(self) -> Weigher:
        """Return another that can be carried on by itself."""
        other = Weigher()
        other._standing, other._shares, self._shares = self._standing, True, True
        other._stale = self._stale
        if not self._stale:
            other._ways = {name: way.copy() for name, way in self._ways.items()}
            other._groups = dict(self._groups)
            other._latest = None if self._latest is None else dict(self._latest)
            other._agreements = [one and one.copy() for one in self._agreements]
            other._count = self._count
        return other

    def __len__(self) -> int:
        return len(self._standing)

    def add(self, said: Wording) -> None:
        """Take in a wording, behind all others."""
        if self._shares:
            self._standing, self._shares = dict(self._standing), False
        self._standing[said[0]] = said
        if not self._stale:
            self._take(said)

    def drop(self, claim: int) -> None:
        """Take a claim back, if it stands."""
        if claim in self._standing:
            if self._shares:
                self._standing, self._shares = dict(self._standing), False
            del self._standing[claim]
            self._stale = True

    def judged(self, day: int) -> Judged:
        """Return what the claims make of the fact by *day*."""
        if self._stale:
            self._stale = False
            self._reset()
            for said in self._standing.values():
                self._take(said)
        if self._latest is None:
            latest = self._laid_together()
            self._latest = latest if len(self._standing) >= MANY else None
        else:
            latest = self._latest
        by_count: tuple[list[str], ...] = ([], [], [], [])
        for origin, (_, count) in latest.items():
            by_count[count].append(origin)
        support, denials, ahead, _ = by_count
        window = self._agreements[FORECAST]
        last = None if window is None else window.value()[0].latest
        status = status_of(
            support=len(support),
            denials=len(denials),
            forecasts=len(ahead),
            withheld=bool(self._standing),
            over=last is not None and last < day,
        )
        occurred, conflict = self._occurred()
        return Judged(status, occurred, conflict, tuple(support or ahead or denials))

    def _occurred(self) -> tuple[When | None, bool]:
        support, _, ahead, other = self._agreements
        agreement = support or ahead or other
        return (None, False) if agreement is None else agreement.value()

    def _take(self, said: Wording) -> None:
        _, stance, chain, article, occurred = said
        self._count += 1
        count = COUNTS[stance]
        if occurred is not None:
            # Denials and those who withhold give a date where nobody else does.
            kind = NOTHING if count == DENIAL else count
            agreement = self._agreements[kind]
            if agreement is None:
                agreement = self._agreements[kind] = Agreement()
            agreement.add(occurred)
        if count == NOTHING:
            return
        name = _SIDES[stance]
        way = self._ways.get(name)
        if way is None:
            way = self._ways[name] = _Way()
        if len(chain) > 1:
            root = (name, chain[-1], -1)
            if self._latest is not None:
                for near, far in itertools.pairwise(chain):
                    if way.add(near, far, article, self._groups, name):
                        self._latest = None
                        break
            if self._latest is None:
                _note(way, chain, article)
        else:
            root = (name, chain[0], article)
            way.voiced.add(chain[0])
        self._groups[root] = (self._count, count)
        if self._latest is not None:
            self._latest[self._origin(root)] = (self._count, count)

    def _laid_together(self) -> dict[str, tuple[int, int]]:
        many = len(self._standing) >= MANY
        roots = {root[:2] for root in self._groups}
        for name, way in self._ways.items():
            if many or any((name, near) in roots for near in way.links):
                way.settle()
        latest: dict[str, tuple[int, int]] = {}
        for root, last in self._groups.items():
            origin = self._origin(root)
            before = latest.get(origin)
            if before is None or before < last:
                latest[origin] = last
        return latest

    def _origin(self, root: Root) -> str:
        name, source, article = root
        way = self._ways[name]
        if article < 0:
            return way.ends.get(source, source)
        for farther, told in way.links.get(source, {}).items():
            if told != article:
                return way.ends.get(farther, farther)
        return source


def _note(way: _Way, chain: tuple[str, ...], article: int) -> None:
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
