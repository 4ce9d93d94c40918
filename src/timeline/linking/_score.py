"""How likely two claims speak of one happening, part by part and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.errors import InvalidValue
from timeline.linking._dating import UNDATED, fit
from timeline.linking._kinds import kinship
from timeline.linking._likeness import (
    UNTOLD,
    about_value,
    count_otherwise,
    elsewhere,
    figures_value,
    one_scene,
    origin_value,
    other_speakers,
    same_statement,
    text_value,
)
from timeline.linking._telling import STATEMENT, Telling, telling_of
from timeline.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

WEIGHTS: Final = {
    "kind": 0.24,
    "when": 0.20,
    "about": 0.20,
    "text": 0.22,
    "figures": 0.06,
    "origin": 0.08,
}
"""What each part counts; together 1, so that a total is a mean."""

LINK: Final = 0.62
"""From this total on, two claims are taken to speak of one happening."""

WITHIN: Final = 0.36
"""The same for two claims of one article, of a kind so narrow that it rarely tells of two."""

REVIEW: Final = 0.55
"""From this total on, a person is asked."""

ASKED: Final = 0.61
"""The most that two estimates of different things come to: of the dead, and of all casualties.

It lies below what links, since else the one would corroborate the other.
"""

SLIP: Final = 3
"""By how many days two certain dates may miss each other until a person need not be asked."""

_STATED: Final = 0.9
"""The least total of two tellings of what one speaker said on one day."""

_KIND, _WHEN, _ABOUT, _TEXT, _FIGURES, _ORIGIN = WEIGHTS.values()
_ROUNDING: Final = 1e-9


@attrs.frozen
class Score:
    """How likely two claims, or a claim and a fact, speak of one happening.

    Each part is from 0 (it speaks against) over ½ (it says nothing) to 1 (it speaks for). The
    total is their mean by `WEIGHTS`, and so rises with every part; it is 0 where something
    excludes that they are one, and at least 0.9 for what one speaker said on one day.

    Args:
        kind: whether the kinds of happening fit.
        when: whether the dates fit.
        about: whether they name the same actors and places.
        text: whether they use the same words.
        figures: whether what both count comes out alike.
        origin: whether the same source says so.
        total: all of it, from 0 to 1.
        veto: why they must not be one, whatever the parts say; empty without a reason.
        reasons: a line for each part, in the order above.
    """

    kind: float
    when: float
    about: float
    text: float
    figures: float
    origin: float
    total: float
    veto: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def parts(self) -> dict[str, float]:
        """The parts by their names."""
        return {name: getattr(self, name) for name in WEIGHTS}

    @property
    def why(self) -> str:
        """The total and its reasons, in a line of words."""
        told = "; ".join(
            reason
            for reason, part in zip(self.reasons, self.parts.values(), strict=False)
            if part != UNTOLD
        )
        head = f"not one: {self.veto}" if self.veto else f"{self.total:.2f}"
        return f"{head} ({told})" if told else head


def total_of(first: Telling, second: Telling, least: float = 0.0) -> float:
    """Return the total alone; 0 where something excludes that they are one.

    Where nothing does but dates that miss each other by a few days, it is below 0, and the total
    without them above: somebody may have counted wrongly.

    Args:
        first: one telling.
        second: the other.
        least: what the caller looks for: where the total comes to less, whether above or below 0,
            it may return 0 before all is compared.
    """
    kind = kinship(first.kind, second.kind)
    if not kind:
        return 0.0
    mine, theirs = first.dated, second.dated
    when = UNDATED if mine is None or theirs is None else fit(mine, theirs)
    if when < -SLIP or not one_scene(first, second, when):
        return 0.0
    statements = first.kind == second.kind == STATEMENT
    told = _KIND * kind + (_WHEN * when if when > 0 else 0.0)
    # Whatever the parts come to, two statements may be one for another reason.
    least = -1.0 if statements else least - _ROUNDING
    # Most claims count nothing, and quote nobody: then nothing need be asked.
    figures = figures_value(first, second) if first.figures and second.figures else UNTOLD
    origin = origin_value(first, second) if first.speaker or statements else UNTOLD
    # The dear ones come last, where they can still make a difference.
    rest = _FIGURES * figures + _ORIGIN * origin + _TEXT
    if told + _ABOUT + rest < least:
        return 0.0
    if first.places and second.places and elsewhere(first, second):
        return 0.0
    told += _ABOUT * about_value(first, second)
    if told + rest < least:
        return 0.0
    text = text_value(first, second, (least - told - rest) / _TEXT + 1)
    total = told + _TEXT * text + _FIGURES * figures + _ORIGIN * origin
    if total < least:
        return 0.0
    if total > ASKED and count_otherwise(first, second):
        total = ASKED
    if statements and other_speakers(first, second):
        return 0.0
    if when < 0:
        return -total
    if statements:
        if same_statement(first, second):
            return max(total, _STATED)
        if first.article == second.article:
            return 0.0
    return total


def explained(first: Telling, second: Telling) -> Score:
    """Return the score of two tellings, with its reasons."""
    values = (
        kinship(first.kind, second.kind),
        max(0.0, fit(first.dated, second.dated)),
        about_value(first, second),
        text_value(first, second),
        figures_value(first, second),
        origin_value(first, second),
    )
    total = total_of(first, second)
    return Score(
        *values,
        total=max(0.0, total),
        veto="" if total > 0 else _exclusion(first, second),
        reasons=tuple(_reasons(first, second, *values[-2:])),
    )


def _exclusion(first: Telling, second: Telling) -> str:
    """Say why two tellings cannot be of one happening."""
    if fit(first.dated, second.dated) < 0:
        return f"{first.when} and {second.when} cannot both be true"
    if not kinship(first.kind, second.kind):
        return f"a {first.kind} is no {second.kind}"
    if elsewhere(first, second):
        places = [_listed(one.places, one.spelled) for one in (first, second)]
        return f"one is placed in {places[0]}, the other in {places[1]}"
    if other_speakers(first, second):
        return "two speakers make two statements"
    if not one_scene(first, second, fit(first.dated, second.dated)):
        return "their articles name nobody and no place in common"
    return "one article tells of two statements"


def score(claim: Claim, fact: Claim | Iterable[Claim], *, kind: str = "") -> Score:
    """Say how likely *claim* speaks of the happening of *fact*, and why.

    Args:
        claim: the claim.
        fact: another claim, or the claims that already are about one fact. The one that fits best
            counts, and each of them can veto.
        kind: the kind of the fact, for claims that no machine has read.

    Raises:
        InvalidValue: *fact* has no claims.
    """
    mine = telling_of(claim)
    others = [fact] if isinstance(fact, Claim) else list(fact)
    scores = [explained(mine, telling_of(other, kind)) for other in others]
    if not scores:
        raise InvalidValue("fact", expected="at least one claim", got=fact)
    vetoed = [one for one in scores if one.veto]
    return max(vetoed or scores, key=lambda one: one.total)


def _reasons(first: Telling, second: Telling, figures: float, origin: float) -> Iterator[str]:
    kinds = [one.kind or "no kind" for one in (first, second)]
    yield f"{kinds[0]} and {kinds[1]}" if kinds[0] != kinds[1] else f"both {kinds[0]}"
    dates = [str(one.when) if one.when else "undated" for one in (first, second)]
    yield f"{dates[0]} and {dates[1]}" if dates[0] != dates[1] else f"both {dates[0]}"
    spelled = second.spelled | first.spelled
    yield f"names shared: {_listed(first.names & second.names, spelled)}" + (
        f", not shared: {_listed(first.names ^ second.names, spelled)}"
        if first.names != second.names
        else ""
    )
    words = (first.base.keys() & second.base.keys()) - first.names - second.names
    yield f"words shared: {_listed(words, spelled)}"
    yield "figures agree" if figures > UNTOLD else "figures differ"
    yield "one source" if origin > UNTOLD else "different sources"


def _listed(roots: AbstractSet[str], spelled: dict[str, str]) -> str:
    return ", ".join(sorted(spelled[root] for root in roots)) or "none"
