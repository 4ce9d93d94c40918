"""The claims of a fact as they were known on a date, read from the store when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty, When
from timeline.model import Claim, ClaimCorrected, ClaimRetracted, Clock, Known, spelled
from timeline.projections import origins
from timeline.queries._decoding import claim_in
from timeline.queries._entries import RETRACTED
from timeline.queries._index import Index
from timeline.queries._known_claim import KnownClaim
from timeline.queries._line import Hearing, Line, hearing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from timeline.queries._line import Heard
    from timeline.queries._resolution import Resolution


_Key = tuple[int, int | None, bool, str | None]
"""What a claim that is shown differs by: its entry, its end, whether it is certain, its origin."""


class Shared:
    """What the tellings of one line share: most of its claims read alike at many steps."""

    __slots__ = ("_heard", "claims")

    def __init__(self) -> None:
        self._heard: tuple[int, Hearing] = (0, ())
        self.claims: dict[_Key, KnownClaim] = {}
        """Each claim that was shown."""

    def hearing(
        self, resolution: Resolution, canonical: Mapping[str, str], line: Line, count: int
    ) -> Hearing:
        """Return what the first *count* pieces of news tell, out of what fewer of them did."""
        # Both are read, and written, as one: threads may ask at the same time.
        start, before = self._heard
        if count < start:
            start, before = 0, ()
        heard = hearing(resolution, canonical, line, range(start, count), before)
        self._heard = (count, heard)
        return heard


@attrs.frozen(eq=False)
class Telling:
    """The claims of a fact as the index has them, read from the store when first asked for.

    Args:
        index: where they are from.
        canonical: the ids of merged sources, as they were merged when the fact was worked out.
        line: the news of the fact.
        count: how many pieces of it were certainly known; they come first.
        tail: the places of those that were only possibly known.
        shared: what it shares with the other tellings of the line.
    """

    index: Index
    canonical: Mapping[str, str]
    line: Line
    count: int
    tail: Sequence[int]
    shared: Shared
    _heard: list[tuple[Hearing, Hearing]] = attrs.field(factory=list, init=False)
    _read: list[tuple[KnownClaim, ...]] = attrs.field(factory=list, init=False)

    @property
    def sure(self) -> Hearing:
        """All that was certainly heard."""
        return self._hearings()[0]

    @property
    def heard(self) -> Hearing:
        """That, and all that was possibly heard."""
        return self._hearings()[1]

    def _hearings(self) -> tuple[Hearing, Hearing]:
        if not self._heard:
            resolution, line, canonical = self.index.resolution, self.line, self.canonical
            sure = self.shared.hearing(resolution, canonical, line, self.count)
            heard = hearing(resolution, canonical, line, self.tail, sure) if self.tail else sure
            self._heard.append((sure, heard))
        return self._heard[0]

    @property
    def origins(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The origin of each claim, by what is certain, and by all that is possible."""
        possible = origins([one for one in self.heard if one.stands])
        if not self.count or not self.tail:
            return possible, possible
        return origins([one for one in self.sure if one.stands]), possible

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Telling) or self.index is not other.index:
            claims = getattr(other, "claims", None)  # it may have left its store
            return NotImplemented if claims is None else self.claims() == claims()
        # The same wordings at the same places of the same store: no need to read them.
        if self.line is other.line and self.canonical is other.canonical:
            if (self.count, self.tail) == (other.count, other.tail):
                return True
            if self._tells_more(other):
                return False
        mine = (self.sure, self.heard, self.origins)
        return mine == (other.sure, other.heard, other.origins)

    def _tells_more(self, other: Telling) -> bool:
        """Whether one of both holds a wording, of the same line, that the other does not."""
        kinds = self.index.resolution.entries.kind
        places: Iterable[int] = range(*sorted((self.count, other.count)))
        if self.count == other.count:
            places = set(self.tail) ^ set(other.tail)
        return any(kinds[self.line.entries[place]] != RETRACTED for place in places)

    __hash__ = None  # type: ignore[assignment]  # a fact is hashed without its claims

    def first_known(self) -> Known:
        """Return when the first claim became known."""
        return self.line.first_known(self.count, self.tail)

    def first_words(self) -> When:
        """Return the same in the words of the date that it rests on."""
        by_statement = self.index.lens.clock is Clock.STATED
        told_on = self.index.told_on
        words = (told_on(one) if by_statement else one.published for one in self.heard)
        return spelled(self.first_known(), *words)

    def first_text(self) -> str:
        """Read what the first claim says."""
        return self._claims(self.heard[:1])[0].text

    def claims(self) -> tuple[KnownClaim, ...]:
        """Read the claims: those certainly known as the certain news has them, then the others."""
        if not self._read:
            # The possible hearing carries the certain one on, so it begins with the same claims.
            count, (by_certain, by_all) = len(self.sure), self.origins
            keys: list[_Key] = [
                (one.entry, one.end, True, by_certain.get(one.id)) for one in self.sure
            ]
            keys += [(one.entry, one.end, False, by_all.get(one.id)) for one in self.heard[count:]]
            shown = [*self.sure, *self.heard[count:]]
            found = self.shared.claims
            new = {key: one for key, one in zip(keys, shown, strict=True) if key not in found}
            if new:
                told = self.index.resolution.store.fetch([one.position for one in new.values()])
                claims = self._claims(list(new.values()))
                for (key, one), claim, record in zip(new.items(), claims, told, strict=True):
                    found[key] = self._shown(one, key, claim, record.recorded_at)
            self._read.append(tuple([found[key] for key in keys]))
        return self._read[0]

    def _claims(self, heard: Sequence[Heard]) -> list[Claim]:
        records = self.index.resolution.store.fetch([one.content for one in heard])
        return [claim_in(record.event, self.canonical) for record in records]

    def _shown(
        self,
        one: Heard,
        key: _Key,
        claim: Claim,
        recorded: dt.datetime,
    ) -> KnownClaim:
        _, _, certain, origin = key
        ended, note = None, ""
        if one.end is not None and one.ended is not None:
            ended = spelled(*one.ended)
            event = self.index.resolution.event(one.end)
            assert isinstance(event, ClaimCorrected | ClaimRetracted)
            note = event.note
        return KnownClaim(
            claim=claim,
            origin=claim.attribution.origin if origin is None else origin,
            certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
            known=one.known,
            stated=self.index.told_on(one),
            published=one.published,
            standing=one.standing,
            ended=ended,
            note=note,
            recorded=recorded,
        )
