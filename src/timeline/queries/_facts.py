"""A fact as of a date: what an answer is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty, When
from timeline.model import AsOf, Claim, Clock, Known, spelled
from timeline.projections import (
    Account,
    Facts,
    Standing,
    Status,
    Told,
    Verdict,
)
from timeline.queries._engine import fold

if TYPE_CHECKING:
    from timeline.queries._index import Index


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


@attrs.frozen
class Fact:
    """A fact as it was known on a date.

    Args:
        id: its id; that of its claim where nobody has linked the claim to a fact.
        title: what to call it.
        kind: what kind of happening it is, such as ``capture``.
        certainty: `Certainty.CERTAIN` as soon as one of its claims was certainly known.
        status: how it stood; from certainly known claims alone, unless none was.
        occurred: when it happened; likewise. None where no claim gives a date.
        conflict: whether the dates that its claims give cannot all be right.
        possibly: what the possibly known claims would make of it; None where they would change
            neither status nor date.
        first_known: when its first claim became known, by the clock of the question.
        origins: the origins that support it; where none does, those that forecast or deny it.
        claims: all its claims that were known, certainly or possibly, in fold order.
    """

    id: str
    title: str
    kind: str
    certainty: Certainty
    status: Status
    occurred: When | None
    conflict: bool
    possibly: Possibly | None
    first_known: When
    origins: tuple[str, ...]
    claims: tuple[KnownClaim, ...] = attrs.field(repr=False)

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """The key by which facts are listed: first known, then id."""
        first = self.first_known
        assert first.latest is not None
        return (first.earliest is not None, first.earliest or 0, first.latest, self.id)


def fact_as_of(index: Index, fact: str, as_of: AsOf) -> Fact | None:
    """Return *fact* as it was known; None where nothing was known of it."""
    projection = Facts()
    folded = fold(projection, index.line(fact), as_of.day)
    certain = None if folded.certain is None else projection.finish(folded.certain[0], as_of)
    possible = None if folded.possible is None else projection.finish(folded.possible[0], as_of)
    if certain is not None:
        main, certainty = certain, Certainty.CERTAIN
    elif possible is not None:
        main, certainty = possible, Certainty.POSSIBLE
    else:
        return None
    described = index.resolution.described(fact)
    everything = main if possible is None else possible
    return Fact(
        id=fact,
        title=described.title if described else _own_words(everything.account),
        kind=described.kind if described else "",
        certainty=certainty,
        status=main.status,
        occurred=main.occurred,
        conflict=main.conflict,
        possibly=_possibly(certain, possible),
        first_known=_first_known(everything.account, as_of.clock),
        origins=main.origins,
        claims=_claims(certain, possible),
    )


def _own_words(account: Account) -> str:
    """Call a fact that nobody has described by the words of its first claim."""
    return account[0].claim.text if account else ""


def _possibly(certain: Verdict | None, possible: Verdict | None) -> Possibly | None:
    if certain is None or possible is None:
        return None
    would = Possibly(possible.status, possible.occurred, possible.conflict)
    return None if would == Possibly(certain.status, certain.occurred, certain.conflict) else would


def _first_known(account: Account, clock: Clock) -> When:
    earliest = min(
        (one.known.earliest for one in account), key=lambda day: (day is not None, day or 0)
    )
    first = Known(earliest, min(one.known.latest for one in account))
    words = [one.stated if clock is Clock.STATED else one.published for one in account]
    return spelled(first, *words)


def _claims(certain: Verdict | None, possible: Verdict | None) -> tuple[KnownClaim, ...]:
    """Show every known claim; what is certainly known stands as the certain news has it."""
    sure = () if certain is None else certain.account
    claims = [] if certain is None else [_shown(one, certain, Certainty.CERTAIN) for one in sure]
    if possible is not None:
        # The possible state carries the certain one on, so its account begins with the same.
        claims += [
            _shown(one, possible, Certainty.POSSIBLE) for one in possible.account[len(sure) :]
        ]
    return tuple(claims)


def _shown(one: Told, verdict: Verdict, certainty: Certainty) -> KnownClaim:
    return KnownClaim(
        claim=one.claim,
        origin=verdict.origin_of.get(one.claim.id, one.claim.attribution.origin),
        certainty=certainty,
        known=one.known,
        stated=one.stated,
        published=one.published,
        standing=one.standing,
        ended=one.ended,
        note=one.note,
    )
