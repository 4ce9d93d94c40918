"""Whose word it is: the origins of claims about a fact, and what each of them said last.

Another claim is taken in at once. The rules are those of `timeline.projections.origins`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model import Stance
from timeline.projections import side
from timeline.queries._ways import ENDS, STAYS, Root, Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._readings import Wording

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

_SIDES = ("for", "against", "ahead")
_WAYS = tuple(_SIDES.index(way) if (way := side(stance)) else NOTHING for stance in Stance)
"""The number of the way in which each stance speaks."""


class Voices:
    """The origins of some claims that stand, in fold order, and the last word of each."""

    __slots__ = ("_count", "_groups", "_latest", "_speak", "_unsettled", "_ways")

    def __init__(self) -> None:
        self._ways: list[Way | None] = [None, None, None]
        self._unsettled = False
        """Whether all ends have to be found anew."""
        self._groups: dict[Root, int] = {}
        """The last word of each root: its number, and what it counts for in the last two bits."""
        self._latest: dict[str, int] | None = {}
        """The last word of each origin likewise; None is unknown."""
        self._speak = [0, 0, 0]
        self._count = 0

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> Voices:
        """Return those of many claims, in fold order: where they lead to is found once."""
        voices = cls()
        ways = [Way(), Way(), Way()]
        groups, last = voices._groups, 0
        for _, stance, chain, article, _, _ in wordings:
            count = COUNTS[stance]
            if count == NOTHING:
                continue
            number = _WAYS[stance]
            last += 4
            if len(chain) > 1:
                groups[number, chain[-1], -1] = last + count
                ways[number].note(chain, article)
            else:
                groups[number, chain[0], article] = last + count
                ways[number].voiced.add(chain[0])
        voices._ways = list(ways)
        voices._count, voices._latest, voices._unsettled = last, None, True
        return voices

    def copy(self) -> Voices:
        """Return others that can be carried on by themselves."""
        other = Voices()
        other._ways = [way and way.copy() for way in self._ways]
        other._unsettled = self._unsettled
        other._groups = self._groups.copy()
        other._latest = None if self._latest is None else self._latest.copy()
        other._speak = self._speak[:]
        other._count = self._count
        return other

    def add(self, said: Wording) -> None:
        """Take in a wording, behind all others."""
        _, stance, chain, article, _, _ = said
        count = COUNTS[stance]
        if count == NOTHING:
            return
        number = _WAYS[stance]
        way = self._ways[number]
        if way is None:
            way = self._ways[number] = Way()
        if len(chain) > 1:
            root = (number, chain[-1], -1)
            moves = way.add(chain, article, self._groups, number)
            if moves != STAYS:
                self._latest = None
                if moves == ENDS:
                    self._unsettled = True
        else:
            root = (number, chain[0], article)
            way.voiced.add(chain[0])
        self._count += 4
        self._groups[root] = last = self._count + count
        latest = self._latest
        if latest is not None:
            origin = self._origin(root)
            before = latest.get(origin)
            if before is None:
                self._speak[count] += 1
            elif before & 3 != count:
                self._speak[before & 3] -= 1
                self._speak[count] += 1
            latest[origin] = last

    def speak(self) -> list[int]:
        """Return how many origins' last words support, deny and forecast."""
        if self._latest is None:
            self._lay()
        return self._speak

    def speak_with(self, more: Iterable[Wording]) -> list[int]:
        """Return what `speak` would, were there *more*; all stays as it is."""
        latest = self._lay() if self._latest is None else self._latest
        speak = self._speak[:]
        last: dict[str, int] = {}
        named = set[str]()
        """The sources of what was supposed so far: what names them again may lead them on."""
        for said in more:
            _, stance, chain, article, _, _ = said
            count = COUNTS[stance]
            if count == NOTHING:
                continue
            number = _WAYS[stance]
            way = self._ways[number]
            if (named and not named.isdisjoint(chain)) or (way and way.may_move(chain)):
                return self._speak_apart(more)
            named.update(chain)
            if way is None:
                origin = chain[-1]
            else:
                origin = self._origin((number, chain[-1], -1 if len(chain) > 1 else article))
            before = last.get(origin)
            if before is None:
                before = latest.get(origin)
            if before is None:
                speak[count] += 1
            elif before & 3 != count:
                speak[before & 3] -= 1
                speak[count] += 1
            last[origin] = count
        return speak

    def _speak_apart(self, more: Iterable[Wording]) -> list[int]:
        other = self.copy()
        for said in more:
            other.add(said)
        return other.speak()

    def origins(self) -> tuple[str, ...]:
        """Return the origins that support the fact; else those that forecast or deny it."""
        latest = self._lay() if self._latest is None else self._latest
        by_count: tuple[list[str], ...] = ([], [], [])
        for origin in dict.fromkeys(map(self._origin, self._groups)):
            by_count[latest[origin] & 3].append(origin)
        support, denials, ahead = by_count
        return tuple(support or ahead or denials)

    def _lay(self) -> dict[str, int]:
        """Find the last word of each origin."""
        if self._unsettled:
            self._unsettled = False
            for way in self._ways:
                if way is not None:
                    way.settle()
        latest: dict[str, int] = {}
        for root, last in self._groups.items():
            origin = self._origin(root)
            if latest.get(origin, 0) < last:
                latest[origin] = last
        counts = [last & 3 for last in latest.values()]
        self._speak = [counts.count(one) for one in (SUPPORT, DENIAL, FORECAST)]
        self._latest = latest
        return latest

    def _origin(self, root: Root) -> str:
        number, source, article = root
        way = self._ways[number]
        assert way is not None  # somebody speaks so
        if article < 0:
            return way.ends.get(source, source)
        links = way.links.get(source)
        if links is not None:
            for farther, told in links.items():
                if told != article:
                    return way.ends.get(farther, farther)
        return source
