"""What a fact's standing claims make of it: its status, its date and its origins.

The rules are total: every set of claims has exactly one status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import AsOf, Stance, Word
from timeline.projections._origins import origins
from timeline.projections._projection import FactProjection
from timeline.projections._standing import Account, Spoken, standing, told

if TYPE_CHECKING:
    from timeline.projections._news import News


class Status(Word):
    """How a fact stands; the first that fits, in this order."""

    DISPUTED = "disputed"
    """Support and denial stand; or a forecast and a denial do."""
    DENIED = "denied"
    """Denials stand, and nothing for it."""
    CORROBORATED = "corroborated"
    """Two origins or more support it."""
    REPORTED = "reported"
    """One origin supports it."""
    FORECAST = "forecast"
    """Only forecasts stand, and their window is not over."""
    OVERDUE = "overdue"
    """Only forecasts stand, and their window is over."""
    UNCONFIRMED = "unconfirmed"
    """Somebody was asked, and would neither confirm nor deny."""
    RETRACTED = "retracted"
    """Nothing stands any more."""


@attrs.frozen
class Verdict:
    """A fact as of a date.

    Args:
        status: how it stands.
        occurred: when it happened: what all dated claims for it agree on, or, where they cannot
            all be right, all that they say; None where none gives a date.
        conflict: whether the dates cannot all be right.
        origins: the origins that support it (or forecast it, or deny it, by its status).
        origin_of: the origin of every standing claim that speaks for or against it.
    """

    status: Status
    occurred: When | None
    conflict: bool
    origins: tuple[str, ...]
    origin_of: Mapping[str, str] = attrs.field(eq=False, repr=False)


class Facts(FactProjection[Account, Verdict]):
    """What is known of each fact, and how sure.

    `Timeline.known` gives the same verdicts; it works them out from the index alone.
    """

    name = "facts"

    def initial(self) -> Account:
        """Return an account of nothing."""
        return ()

    def evolve(self, state: Account, news: News) -> Account:
        """Add what *news* tells."""
        return told(state, news)

    def finish(self, state: Account, as_of: AsOf) -> Verdict:
        """Judge the fact for the date asked."""
        return judge(standing(state), as_of.day)

    def turns(self, state: Account) -> tuple[int, ...]:
        """Name the day on which a forecast falls overdue."""
        window = window_of(standing(state))
        return () if window is None or window.latest is None else (window.latest + 1,)


def judge(claims: Sequence[Spoken], day: int) -> Verdict:
    """Return what the standing claims about a fact, in fold order, make of it by *day*."""
    origin_of = origins(claims)
    latest: dict[str, Spoken] = {
        origin_of[claim.id]: claim for claim in claims if claim.id in origin_of
    }
    for_it = tuple(origin for origin, claim in latest.items() if claim.stance.supports)
    against = tuple(o for o, claim in latest.items() if claim.stance is Stance.DENIES)
    ahead = tuple(o for o, claim in latest.items() if claim.stance is Stance.FORECASTS)
    occurred, conflict = agreed(claims)
    window = window_of(claims)
    status = status_of(
        support=len(for_it),
        denials=len(against),
        forecasts=len(ahead),
        withheld=bool(claims),
        over=window is not None and window.latest is not None and window.latest < day,
    )
    return Verdict(
        status,
        occurred,
        conflict,
        for_it or ahead or against,
        origin_of,
    )


def status_of(*, support: int, denials: int, forecasts: int, withheld: bool, over: bool) -> Status:
    """Return the first status that fits.

    Args:
        support: how many origins support the fact,
        denials: deny it,
        forecasts: and forecast it.
        withheld: whether any claim stands at all.
        over: whether the window of the forecasts is over.
    """
    if denials:
        return Status.DISPUTED if support or forecasts else Status.DENIED
    if support:
        return Status.CORROBORATED if support > 1 else Status.REPORTED
    if forecasts:
        return Status.OVERDUE if over else Status.FORECAST
    return Status.UNCONFIRMED if withheld else Status.RETRACTED


def agreed(claims: Iterable[Spoken]) -> tuple[When | None, bool]:
    """Return the date that *claims* agree on, and whether they contradict each other.

    Support decides when it happened; where there is none, the forecasts say when it would; and
    where there are only denials, they say what is denied.
    """
    dated = [(claim.stance, claim.occurred) for claim in claims if claim.occurred is not None]
    whens = (
        [when for stance, when in dated if stance.supports]
        or [when for stance, when in dated if stance is Stance.FORECASTS]
        or [when for _, when in dated]
    )
    return joined(whens) if whens else (None, False)


def joined(whens: Iterable[When]) -> tuple[When, bool]:
    """Return what *whens*, at least one, agree on, or all that they say, and whether it is that."""
    first, *others = dict.fromkeys(whens)
    if not others:
        return first, False
    common = first.intersect(*others)
    return (first.hull(*others), True) if common is None else (common, False)


def window_of(claims: Iterable[Spoken]) -> When | None:
    """Return when the standing forecasts say that it would happen; None where none says."""
    ahead = [claim for claim in claims if claim.stance is Stance.FORECASTS]
    return agreed(ahead)[0]
