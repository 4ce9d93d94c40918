"""Projections broken on purpose: each break is a mistake that people make."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any, ClassVar

import attrs

from tests.testing.mutants_states import (
    DumpsPython,
    LosesWhoInJson,
    MergesByDifference,
    MergesBySum,
    MergesTheFirst,
    ReachesAcrossKeys,
)
from tests.testing.right_projections import Claims, Origins, Overdue, Standing
from timeline.model import (
    ArticlePublished,
    AsOf,
    Claim,
    ClaimCorrected,
    ClaimRetracted,
    ClaimStated,
    Stance,
)
from timeline.projections import News, Projection


class SortsByOccurred(Standing):
    """Sorts claims by when it happened, though not every claim says when."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return sorted(state, key=lambda one: one.occurred.earliest)  # type: ignore[union-attr,return-value,arg-type]  # the mistake


class FiltersByOccurred(Standing):
    """Takes "known by then" for "happened by then"."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        whens = [(one, one.occurred) for one in state]
        return [one for one, when in whens if when is None or (when.earliest or 0) <= as_of.day]


class ReadsTheClock(Overdue):
    """Asks what day it is today, not what day the question is about."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        last = self.last(state)
        return last is not None and last < dt.datetime.now(dt.UTC).date().toordinal()


class TossesACoin(Standing):
    """Breaks ties by chance."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return sorted(state, key=lambda _: random.random())


class MutatesItsState(Projection[list[str], list[str]]):
    """Appends to the list that it is given."""

    def initial(self) -> list[str]:
        return []

    def evolve(self, state: list[str], news: News) -> list[str]:
        if news.claim is not None:
            state.append(news.claim.id)
        return state

    def finish(self, state: list[str], as_of: AsOf) -> list[str]:
        del as_of
        return list(state)


class SortsInPlaceAtTheEnd(MutatesItsState):
    """Evolves purely, and sorts its state in place to answer."""

    def evolve(self, state: list[str], news: News) -> list[str]:
        return state if news.claim is None else [news.claim.id, *state]

    def finish(self, state: list[str], as_of: AsOf) -> list[str]:
        del as_of
        state.sort()
        return list(state)


class SharesItsBeginning(Projection[dict[str, int], dict[str, int]]):
    """Begins every fold with the same dictionary."""

    _empty: ClassVar[dict[str, int]] = {}

    def initial(self) -> dict[str, int]:
        return self._empty

    def evolve(self, state: dict[str, int], news: News) -> dict[str, int]:
        state[news.article.outlet] = state.get(news.article.outlet, 0) + 1
        return state

    def finish(self, state: dict[str, int], as_of: AsOf) -> dict[str, int]:
        del as_of
        return dict(state)


@attrs.define
class Box:
    """A state that hides a list."""

    claims: list[str] = attrs.field(factory=list)
    seen: int = 0


class LeaksThroughASnapshot(Projection[Box, object]):
    """Makes a new state every time, around the same old list."""

    def initial(self) -> Box:
        return Box()

    def evolve(self, state: Box, news: News) -> Box:
        if news.claim is not None:
            state.claims.append(news.claim.id)
        return Box(state.claims, state.seen + 1)

    def finish(self, state: Box, as_of: AsOf) -> object:
        del as_of
        return tuple(state.claims)


class CountsOutlets(Origins):
    """Counts the outlets that print a thing, not the origins that it comes from."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return len({one.attribution.outlet for one in state if one.stance.supports})


class CountsClaims(Origins):
    """Counts claims."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return sum(one.stance.supports for one in state)


class ForgetsRetractions(Origins):
    """Goes on counting what was taken back."""

    def evolve(self, state: Claims, news: News) -> Claims:
        return state if isinstance(news.event, ClaimRetracted) else super().evolve(state, news)


class KeepsWhatWasCorrected(Origins):
    """Adds the new wording, and keeps the old one."""

    def evolve(self, state: Claims, news: News) -> Claims:
        if isinstance(news.event, ClaimCorrected):
            return (*state, news.event.claim)
        return super().evolve(state, news)


class TakesNoCommentForAYes(Origins):
    """Counts everybody who did not deny."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return len({one.attribution.origin for one in state if one.stance is not Stance.DENIES})


class RetractionNeverArrives(Projection[Claims, int]):
    """Splits by origin; a retraction names no origin, so it reaches no key."""

    def initial(self) -> Claims:
        return ()

    def keys(self, news: News) -> tuple[str, ...]:
        return () if news.claim is None else (news.claim.attribution.origin,)

    def evolve(self, state: Claims, news: News) -> Claims:
        return Standing().evolve(state, news)

    def finish(self, state: Claims, as_of: AsOf) -> int:
        del as_of
        return sum(one.stance.supports for one in state)


class OverdueTooSoon(Overdue):
    """Off by one at the end of the day: overdue on the last day itself."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        last = self.last(state)
        return last is not None and last <= as_of.day


class TurnsForgotten(Overdue):
    """Changes its answer by itself, and tells nobody when."""

    def turns(self, state: Claims) -> tuple[int, ...]:
        del state
        return ()


class RemembersFirstReadings(Standing):
    """Keeps what it read of a claim first: a revision never reaches it."""

    def __init__(self) -> None:
        self._seen: dict[str, Claim] = {}

    def evolve(self, state: Claims, news: News) -> Claims:
        if isinstance(news.event, ClaimStated):
            claim = self._seen.setdefault(news.event.claim.id, news.event.claim)
            return (*state, claim)
        return super().evolve(state, news)


class TakesRevisionForCorrection(RemembersFirstReadings):
    """Shows a claim that reads otherwise than before as corrected by its outlet."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return [(one.id, self._seen.get(one.id, one) != one) for one in state]

    def evolve(self, state: Claims, news: News) -> Claims:
        if isinstance(news.event, ClaimStated):
            self._seen.setdefault(news.event.claim.id, news.event.claim)
            return (*state, news.event.claim)
        return super().evolve(state, news)


class CachesByFactAlone(Standing):
    """Keeps the answer of a state under the fact, whatever the date."""

    def __init__(self) -> None:
        self._answers: dict[str, Claims] = {}

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        if not state:
            return ()
        return self._answers.setdefault(state[0].id, state)


class NumbersItsSources(Projection[frozenset[int], list[int]]):
    """Numbers sources as it meets them, over all that it was ever asked."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def initial(self) -> frozenset[int]:
        return frozenset()

    def evolve(self, state: frozenset[int], news: News) -> frozenset[int]:
        if news.claim is None:
            return state
        origin = news.claim.attribution.origin
        return state | {self._numbers.setdefault(origin, len(self._numbers))}

    def finish(self, state: frozenset[int], as_of: AsOf) -> list[int]:
        del as_of
        return sorted(state)


class CountsItsCalls(Standing):
    """Counts how often it was called, and answers it."""

    def __init__(self) -> None:
        self.calls = 0

    def evolve(self, state: Claims, news: News) -> Claims:
        self.calls += 1
        return super().evolve(state, news)

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return self.calls, state


class KnowsThreeKinds(Standing):
    """Does not know that articles are published and corrected, or claims retracted."""

    def evolve(self, state: Claims, news: News) -> Claims:
        match news.event:
            case ClaimStated() | ClaimCorrected() | ArticlePublished():
                return super().evolve(state, news)
        raise TypeError(news.event)


class TrustsTheLastDay(Overdue):
    """Grants a week of grace, and believes that every date ends."""

    def last(self, state: Claims) -> int | None:
        return max((_week_after(one) for one in state if one.occurred is not None), default=None)


def _week_after(claim: Claim) -> int:
    assert claim.occurred is not None
    return claim.occurred.latest + 7  # type: ignore[operator]  # the mistake


class FasterButWrong(Origins):
    """Was made faster, and looks at the last claim alone."""

    def finish(self, state: Claims, as_of: AsOf) -> object:
        del as_of
        return 1 if state and state[-1].stance.supports else 0


def _itself(answer: object) -> object:
    return answer


MUTANTS: dict[type[Projection[Any, Any]], dict[str, Any]] = {
    SortsByOccurred: {},
    FiltersByOccurred: {},
    ReadsTheClock: {},
    TossesACoin: {},
    MutatesItsState: {},
    SortsInPlaceAtTheEnd: {},
    SharesItsBeginning: {},
    LeaksThroughASnapshot: {},
    CountsOutlets: {"conclusion": _itself},
    CountsClaims: {"conclusion": _itself},
    ForgetsRetractions: {"conclusion": _itself},
    KeepsWhatWasCorrected: {"conclusion": _itself},
    TakesNoCommentForAYes: {"conclusion": _itself},
    RetractionNeverArrives: {"conclusion": _itself},
    OverdueTooSoon: {},
    TurnsForgotten: {},
    RemembersFirstReadings: {},
    TakesRevisionForCorrection: {},
    CachesByFactAlone: {},
    NumbersItsSources: {},
    CountsItsCalls: {},
    KnowsThreeKinds: {},
    TrustsTheLastDay: {},
    LosesWhoInJson: {},
    DumpsPython: {},
    MergesTheFirst: {},
    MergesBySum: {},
    MergesByDifference: {},
    ReachesAcrossKeys: {},
    FasterButWrong: {"like": Origins()},
}
"""Every broken projection, with what else its check is told."""
