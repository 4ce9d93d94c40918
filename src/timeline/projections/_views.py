"""The other built-in projections: the same account of each fact, answered for other questions."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty, When
from timeline.model import AsOf, Claim, Figure, Stance, Word
from timeline.projections._origins import origins
from timeline.projections._projection import FactProjection, Result_co
from timeline.projections._standing import Account, Told, standing, told
from timeline.projections._verdict import Status, agreed, judge, window_of

if TYPE_CHECKING:
    from timeline.projections._news import News


class _OfAccount(FactProjection[Account, Result_co]):
    """A projection whose state is the account of a fact."""

    def initial(self) -> Account:
        """Return an account of nothing."""
        return ()

    def evolve(self, state: Account, news: News) -> Account:
        """Add what *news* tells."""
        return told(state, news)


@attrs.frozen
class Reading:
    """A figure as one claim gives it, with all that is needed to weigh it.

    Args:
        figure: the quantity and its bounds.
        origin: on whose word, all visible chains laid together.
        told: the claim, and when it was told.
        fact: the fact that the claim is about.
    """

    figure: Figure
    origin: str
    told: Told = attrs.field(repr=False)
    fact: str = ""

    @property
    def claim(self) -> Claim:
        """The claim that gives the figure."""
        return self.told.claim


class Figures(_OfAccount[tuple[Reading, ...]]):
    """Each measure over time, by origin. Figures inside denials and retracted claims are out."""

    name = "figures"

    def finish(self, state: Account, as_of: AsOf) -> tuple[Reading, ...]:
        """Return the figures that stand, in fold order."""
        del as_of
        kept = [one for one in state if one.stands]
        origin_of = origins(one.claim for one in kept)
        return tuple(
            Reading(figure, origin_of[one.claim.id], one)
            for one in kept
            if one.claim.stance.supports or one.claim.stance is Stance.FORECASTS
            for figure in one.claim.figures
        )


@attrs.frozen
class Line:
    """A line of the chronology: what happened, when, and how sure that is."""

    occurred: When | None
    status: Status
    conflict: bool
    origins: tuple[str, ...]


class Chronology(_OfAccount[Line]):
    """What happened and what was said; statements are happenings too."""

    name = "chronology"

    def finish(self, state: Account, as_of: AsOf) -> Line:
        """Return the fact's line."""
        verdict = judge(standing(state), as_of.day)
        return Line(verdict.occurred, verdict.status, verdict.conflict, verdict.origins)

    def turns(self, state: Account) -> tuple[int, ...]:
        """Name the day on which a forecast falls overdue."""
        return _day_after(window_of(standing(state)))


@attrs.frozen
class Handed:
    """A source had something from another one, as a claim tells."""

    source: str
    had_from: str
    claim: str


class Provenance(_OfAccount[tuple[Handed, ...]]):
    """Who got it from whom: every link of every chain that stands."""

    name = "provenance"

    def finish(self, state: Account, as_of: AsOf) -> tuple[Handed, ...]:
        """Return the links, in fold order."""
        del as_of
        return tuple(
            Handed(nearer, farther, one.claim.id)
            for one in state
            if one.stands
            for nearer, farther in itertools.pairwise(one.claim.chain)
        )


class Outcome(Word):
    """What became of a forecast."""

    DUE = "due"
    """Its window is not over, and nobody says that it happened."""
    KEPT = "kept"
    """It is said to have happened, at a time that may lie in the window."""
    MISSED = "missed"
    """It is said to have happened, but outside the window."""
    DENIED = "denied"
    """Somebody says that it did not or will not happen, and nobody that it did."""
    OVERDUE = "overdue"
    """Its window is over, and nobody says that it happened."""


@attrs.frozen
class Forecast:
    """A forecast and what became of it by the date asked.

    Args:
        window: when it was to happen; None where no forecast says.
        outcome: what became of it.
        occurred: when it is said to have happened; None while nobody says so, or says when.
        origins: who forecasts it.
    """

    window: When | None
    outcome: Outcome
    occurred: When | None
    origins: tuple[str, ...]


class Forecasts(_OfAccount[Forecast | None]):
    """What was said to lie ahead: due, kept, missed, denied, overdue."""

    name = "forecasts"

    def finish(self, state: Account, as_of: AsOf) -> Forecast | None:
        """Return the fact's forecast; None where nobody has forecast it."""
        claims = standing(state)
        ahead = [claim for claim in claims if claim.stance is Stance.FORECASTS]
        if not ahead:
            return None
        origin_of = origins(claims)
        window = window_of(claims)
        support = [claim for claim in claims if claim.stance.supports]
        occurred = agreed(support)[0] if support else None
        denied = any(claim.stance is Stance.DENIES for claim in claims)
        over = window is not None and window.latest is not None and window.latest < as_of.day
        if support:
            outside = (
                window is not None
                and occurred is not None
                and occurred.lies_within(window) is Certainty.IMPOSSIBLE
            )
            outcome = Outcome.MISSED if outside else Outcome.KEPT
        elif denied:
            outcome = Outcome.DENIED
        else:
            outcome = Outcome.OVERDUE if over else Outcome.DUE
        return Forecast(
            window, outcome, occurred, tuple(dict.fromkeys(origin_of[claim.id] for claim in ahead))
        )

    def turns(self, state: Account) -> tuple[int, ...]:
        """Name the day after the window."""
        return _day_after(window_of(standing(state)))


def _day_after(window: When | None) -> tuple[int, ...]:
    return () if window is None or window.latest is None else (window.latest + 1,)
