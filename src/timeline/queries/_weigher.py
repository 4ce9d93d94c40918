"""Judges a fact claim by claim: what it holds is carried on when another claim comes, not redone.

The rules are those of `timeline.projections.judge`; this is the same verdict for facts of which
tens of thousands of claims speak. A claim that is corrected or taken back costs a new beginning.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from timeline.model import Stance
from timeline.projections import Status, side, status_of
from timeline.queries._agreement import Agreement
from timeline.queries._ways import Root, Way, note

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
        self._ways: dict[str, Way] = {}
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
            way = self._ways[name] = Way()
        if len(chain) > 1:
            root = (name, chain[-1], -1)
            if self._latest is not None:
                for near, far in itertools.pairwise(chain):
                    if way.add(near, far, article, self._groups, name):
                        self._latest = None
                        break
            if self._latest is None:
                note(way, chain, article)
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
