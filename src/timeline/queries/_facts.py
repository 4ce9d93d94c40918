"""A fact as of a date: what an answer is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty, When
from timeline.model import Claim, ClaimCorrected, ClaimRetracted, Clock, Known, spelled
from timeline.projections import Standing, Status, origins
from timeline.queries._dicts import evidence_dict, figure_dict, when_dict
from timeline.queries._entries import RETRACTED
from timeline.queries._index import Index, claim_in
from timeline.queries._line import Hearing, Line, hearing
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import FactDescribed
    from timeline.queries._dicts import Plain
    from timeline.queries._line import Heard
    from timeline.queries._weigher import Judged


@attrs.frozen
class KnownClaim:
    """A claim as an answer shows it.

    Args:
        claim: what it says, as last revised, its sources under their canonical ids.
        origin: on whose word, all visible chains laid together.
        certainty: whether it was certainly known on the date asked, or only possibly.
        known: the days in which it became known, by the clock of the question.
        stated: when the source said so.
        published: when its article was printed.
        standing: whether it stands, or was corrected or retracted by that date.
        ended: when it was corrected or retracted; None while it stands.
        note: what its outlet said of that.
        recorded: when the store took it in.
    """

    claim: Claim
    origin: str
    certainty: Certainty
    known: Known
    stated: When
    published: When
    standing: Standing
    ended: When | None = None
    note: str = ""
    # Two stores that tell the same have taken it in at different times.
    recorded: dt.datetime | None = attrs.field(default=None, eq=False)

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline known --json` prints it for each claim."""
        claim = self.claim
        plain: Plain = {
            "claim": claim.id,
            "article": claim.article,
            "stance": str(claim.stance),
            "attribution": list(claim.attribution.chain),
            "origin": self.origin,
            "basis": str(claim.basis),
            "certainty": self.certainty.name.lower(),
            "text": claim.text,
            "occurred": when_dict(claim.occurred),
            "stated": when_dict(self.stated),
            "published": when_dict(self.published),
            "figures": [figure_dict(figure) for figure in claim.figures],
            "evidence": evidence_dict(claim.evidence),
            "standing": str(self.standing),
        }
        if self.ended is not None:
            plain["ended"] = when_dict(self.ended)
            plain["note"] = self.note
        return plain

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN

    @property
    def stands(self) -> bool:
        """Whether its outlet stood by it on the date asked."""
        return self.standing is Standing.STANDS


@attrs.frozen
class Possibly:
    """What a fact would be if all that was only possibly known had been known."""

    status: Status
    occurred: When | None
    conflict: bool = False


@attrs.frozen(eq=False)
class Telling:
    """The claims of a fact as the index has them, read from the store when first asked for.

    Args:
        index: where they are from.
        canonical: the ids of merged sources, as they were merged when the fact was worked out.
        line: the news of the fact.
        count: how many pieces of it were certainly known; they come first.
        tail: the places of those that were only possibly known.
    """

    index: Index
    canonical: Mapping[str, str]
    line: Line
    count: int
    tail: Sequence[int]
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
            sure = hearing(resolution, canonical, line, range(self.count))
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
        if isinstance(other, Retold):
            return self.claims() == other.claims()
        if not isinstance(other, Telling):
            return NotImplemented
        if self.index is not other.index:
            return self.claims() == other.claims()
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
            more = self.heard[len(self.sure) :]
            certain = [(one, Certainty.CERTAIN) for one in self.sure]
            shown = [*certain, *((one, Certainty.POSSIBLE) for one in more)]
            claims = self._claims([one for one, _ in shown])
            told = self.index.resolution.store.fetch([one.position for one, _ in shown])
            origin_of = self.origins
            self._read.append(
                tuple(
                    self._shown(
                        one,
                        certainty,
                        claim,
                        origin_of[certainty is not Certainty.CERTAIN],
                        record.recorded_at,
                    )
                    for (one, certainty), claim, record in zip(shown, claims, told, strict=True)
                )
            )
        return self._read[0]

    def __reduce__(self) -> tuple[type[Retold], tuple[object, ...]]:
        # An answer can be sent elsewhere, its store cannot.
        return Retold, (self.first_known(), self.first_words(), self.first_text(), self.claims())

    def __deepcopy__(self, memo: dict[int, object]) -> Telling:
        return self

    def _claims(self, heard: Sequence[Heard]) -> list[Claim]:
        records = self.index.resolution.store.fetch([one.content for one in heard])
        return [claim_in(record.event, self.canonical) for record in records]

    def _shown(
        self,
        one: Heard,
        certainty: Certainty,
        claim: Claim,
        origin_of: Mapping[str, str],
        recorded: dt.datetime,
    ) -> KnownClaim:
        ended, note = None, ""
        if one.end is not None and one.ended is not None:
            ended = spelled(*one.ended)
            event = self.index.resolution.event(one.end)
            assert isinstance(event, ClaimCorrected | ClaimRetracted)
            note = event.note
        return KnownClaim(
            claim=claim,
            origin=origin_of.get(claim.id, claim.attribution.origin),
            certainty=certainty,
            known=one.known,
            stated=self.index.told_on(one),
            published=one.published,
            standing=one.standing,
            ended=ended,
            note=note,
            recorded=recorded,
        )


@attrs.frozen
class Retold:
    """The claims of a fact that has left its store."""

    _first_known: Known
    _first_words: When
    _first_text: str
    _claims: tuple[KnownClaim, ...]

    def first_known(self) -> Known:
        """Return when the first claim became known."""
        return self._first_known

    def first_words(self) -> When:
        """Return the same in the words of the date that it rests on."""
        return self._first_words

    def first_text(self) -> str:
        """Return what the first claim says."""
        return self._first_text

    def claims(self) -> tuple[KnownClaim, ...]:
        """Return the claims."""
        return self._claims


@attrs.frozen
class Fact(Shown):
    """A fact as it was known on a date.

    Args:
        id: its id; that of its claim where nobody has linked the claim to a fact.
        kind: what kind of happening it is, such as ``capture``.
        certainty: `Certainty.CERTAIN` as soon as one of its claims was certainly known.
        status: how it stood; from certainly known claims alone, unless none was.
        occurred: when it happened; likewise. None where no claim gives a date.
        conflict: whether the dates that its claims give cannot all be right.
        possibly: what the possibly known claims would make of it; None where they would change
            neither status nor date.
        origins: the origins that support it; where none does, those that forecast or deny it.
    """

    id: str
    _telling: Telling | Retold = attrs.field(repr=False, hash=False)
    kind: str
    certainty: Certainty
    status: Status
    occurred: When | None
    conflict: bool
    possibly: Possibly | None
    origins: tuple[str, ...]
    _title: str | None = attrs.field(repr=False)

    @property
    def title(self) -> str:
        """What to call it; the words of its first claim where nobody has described it."""
        return self._telling.first_text() if self._title is None else self._title

    @property
    def claims(self) -> tuple[KnownClaim, ...]:
        """All its claims that were known, certainly or possibly, in fold order."""
        return self._telling.claims()

    @property
    def first_known(self) -> When:
        """When its first claim became known, by the clock of the question."""
        return self._telling.first_words()

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline known --json` prints it for each fact."""
        possibly = self.possibly
        return {
            "fact": self.id,
            "title": self.title,
            "kind": self.kind,
            "certainty": self.certainty.name.lower(),
            "status": str(self.status),
            "occurred": when_dict(self.occurred),
            "conflict": self.conflict,
            "possibly": None
            if possibly is None
            else {
                "status": str(possibly.status),
                "occurred": when_dict(possibly.occurred),
                "conflict": possibly.conflict,
            },
            "first_known": when_dict(self.first_known),
            "origins": list(self.origins),
            "claims": [claim.to_dict() for claim in self.claims],
        }

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """The key by which facts are listed: first known, then id."""
        first = self._telling.first_known()
        return (first.earliest is not None, first.earliest or 0, first.latest, self.id)


def fact_of(
    telling: Telling,
    fact: str,
    described: FactDescribed | None,
    certain: Judged | None,
    possible: Judged | None,
) -> Fact:
    """Return *fact* as it was known: by what was certain, and by that and what was possible."""
    main = certain or possible
    assert main is not None  # there is something known
    return Fact(
        id=fact,
        title=described.title if described else None,
        kind=described.kind if described else "",
        certainty=Certainty.POSSIBLE if certain is None else Certainty.CERTAIN,
        status=main.status,
        occurred=main.occurred,
        conflict=main.conflict,
        possibly=_possibly(certain, possible),
        origins=main.origins,
        telling=telling,
    )


def _possibly(certain: Judged | None, possible: Judged | None) -> Possibly | None:
    # The first three are status, date and conflict.
    if certain is None or possible is None or certain[:3] == possible[:3]:
        return None
    return Possibly(possible.status, possible.occurred, possible.conflict)
