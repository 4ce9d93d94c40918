"""One fact's life, step by step; and the reasons for its state on a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import AsOf
from timeline.projections import Handed, Provenance, Status
from timeline.queries._answers import fold
from timeline.queries._dicts import Plain, as_of_dict
from timeline.queries._diff import Change
from timeline.queries._facts import Fact
from timeline.queries._knowledge import names_of
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.queries._engine import View
    from timeline.queries._known_claim import KnownClaim


@attrs.frozen
class Step:
    """A day on which something became known of a fact, or its answer changed by itself.

    Args:
        day: the day.
        change: the fact as it was known the day before, and on this day.
    """

    day: When
    change: Change

    @property
    def fact(self) -> Fact:
        """The fact as it was known on this day."""
        return self.change.fact

    @property
    def claims(self) -> tuple[KnownClaim, ...]:
        """The claims that became known, certain, corrected or retracted on this day."""
        return self.change.new_claims


@attrs.frozen(repr=False)
class History(Shown):
    """How a fact came to be known as it is.

    Args:
        fact: the id of the fact.
        title: what to call it.
        as_of: the question; steps after its date are left out.
        steps: the days on which its answer changed, in order.
        names: what to call each source, by id.
    """

    fact: str
    title: str
    as_of: AsOf
    steps: tuple[Step, ...]
    names: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)

    def __repr__(self) -> str:
        return f"<History of {self.fact} up to {self.as_of.known}: {len(self.steps)} steps>"

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline history --json` prints it."""
        return {
            "as_of": as_of_dict(self.as_of),
            "fact": self.fact,
            "title": self.title,
            "steps": [
                {
                    "day": str(step.day),
                    "what": list(step.change.what),
                    "new_claims": [claim.id for claim in step.claims],
                    "fact": step.fact.to_dict(),
                }
                for step in self.steps
            ],
        }

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each step."""
        return [
            {
                "day": str(step.day),
                "certainty": step.fact.certainty.name.lower(),
                "status": str(step.fact.status),
                "occurred": None if step.fact.occurred is None else str(step.fact.occurred),
                "new_claims": ", ".join(claim.id for claim in step.claims),
            }
            for step in self.steps
        ]


def history_of(view: View, fact: str, as_of: AsOf) -> History | None:
    """Return every day up to the date of *as_of* on which the answer about *fact* changed.

    None where nothing was known of it.
    """
    steps: list[Step] = []
    before: Fact | None = None
    for day in _days(view, fact, as_of.day):
        after = view.steps.at(fact, day)
        if after is not None and after != before:
            steps.append(Step(When.day(day), Change(before, after)))
            before = after
    if before is None:
        return None
    return History(fact, before.title, as_of, tuple(steps), names_of(view))


def _days(view: View, fact: str, last: int) -> list[int]:
    """Return the days on which the answer may change, up to *last*."""
    steps = view.steps.of(fact)
    if steps is None:
        return []
    days = [day for day in steps.days if day <= last]
    # What may always have been known opens the story before the first day that has a date.
    first = min(steps.day_of(0), last)
    return days if view.steps.at(fact, first) is None else sorted({first, *days})


@attrs.frozen(repr=False)
class Explanation(Shown):
    """Why a fact stood as it did on a date: the rule, the claims, the chains, the exact words.

    Args:
        as_of: the question.
        fact: the fact with its claims.
        reason: which rule gave its status, in a sentence.
        handed: who had it from whom, as the certainly known claims tell.
        titles: the headline of each article quoted, by id.
        names: what to call each source, by id.
    """

    as_of: AsOf
    fact: Fact
    reason: str
    handed: tuple[Handed, ...]
    titles: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)
    names: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)

    def __repr__(self) -> str:
        return f"<Explanation of {self.fact.id} on {self.as_of.known}: {self.reason}>"

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline explain --json` prints it."""
        return {
            "as_of": as_of_dict(self.as_of),
            "reason": self.reason,
            "handed": [
                {"source": one.source, "had_from": one.had_from, "claim": one.claim}
                for one in self.handed
            ],
            **self.fact.to_dict(),
        }

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each claim."""
        return self.fact.to_rows()


def explained(view: View, fact: Fact, as_of: AsOf) -> Explanation:
    """Return why *fact* stood as it did."""
    projection = Provenance()
    folded = fold(projection, view.news(fact.id), as_of.day)
    state = folded.certain or folded.possible
    assert state is not None  # the fact was known
    articles = {claim.claim.article for claim in fact.claims}
    names = names_of(view)
    return Explanation(
        as_of=as_of,
        fact=fact,
        reason=reason_for(fact, names),
        handed=projection.finish(state[0], as_of),
        titles={name: view.resolution.article(name).title for name in sorted(articles)},
        names=names,
    )


def reason_for(fact: Fact, names: Mapping[str, str]) -> str:
    """Say in a sentence which rule gave *fact* its status."""
    standing = [c for c in fact.claims if c.stands and (c.certain or not fact.certain)]
    support = _who([c for c in standing if c.claim.stance.supports], names)
    denials = _who([c for c in standing if str(c.claim.stance) == "denies"], names)
    ahead = _who([c for c in standing if str(c.claim.stance) == "forecasts"], names)
    match fact.status:
        case Status.DISPUTED:
            return f"{support or ahead} for it, {denials} against it"
        case Status.DENIED:
            return f"only denials stand, by {denials}"
        case Status.CORROBORATED:
            return f"independent origins support it: {support}"
        case Status.REPORTED:
            return f"one origin supports it: {support}"
        case Status.FORECAST:
            return f"only forecast, by {ahead}, and its time is not over"
        case Status.OVERDUE:
            return f"only forecast, by {ahead}, and its time is over"
        case Status.UNCONFIRMED:
            return "somebody was asked, and would neither confirm nor deny it"
        case Status.RETRACTED:
            return "nothing that was said of it stands any more"


def _who(claims: list[KnownClaim], names: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(names.get(c.origin, c.origin) for c in claims))
