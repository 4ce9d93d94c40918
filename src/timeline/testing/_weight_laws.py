"""Laws about weight: what must not count in the conclusion that an answer comes to.

They ask for a *conclusion*: what of an answer weighs the claims, such as a status or a count. What
merely lists the claims, as a quotation does, is no conclusion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.model import (
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimRetracted,
    ClaimStated,
    Stance,
)
from timeline.testing._asking_laws import differing
from timeline.testing._law import Law

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.projections import News
    from timeline.testing._trial import Trial

_OUTLET = "unheard-of"
"""An outlet that no history knows."""

_OWN = frozenset({Basis.PRESUMED, Basis.BOUNDED})


def _exempt(trial: Trial) -> str | None:
    return None if trial.conclusion is not None else "no conclusion was named (conclusion=)"


def _known(trial: Trial, line: Sequence[News]) -> list[News]:
    """Return the news of a line that is folded."""
    day = trial.as_of.day
    if trial.possible and any(one.known.possibly(day) for one in line):
        return [one for one in line if one.known.possibly(day)]
    return [one for one in line if one.known.certainly(day)]


# ---- What was taken back -------------------------------------------------------------------


def _taken_back(trial: Trial) -> str | None:
    news = _known(trial, trial.news)
    for one in news:
        wording = one.claim
        ended = None if wording is None else _end(one, news)
        if wording is None or ended is None:
            continue
        end = "retracted" if isinstance(ended.event, ClaimRetracted) else "corrected"
        for other in _others(wording):
            otherwise = [_reworded(each, one, wording, other) for each in trial.news]
            problem = _weighed(
                trial, otherwise, f"had {wording.id} said something else before it was {end}"
            )
            if problem:
                return problem
    return None


def _end(told: News, news: Sequence[News]) -> News | None:
    """Return what corrected or retracted a wording."""
    assert told.claim is not None
    name = told.claim.id
    for one in news[news.index(told) + 1 :]:
        match one.event:
            case ClaimRetracted(claim=taken_back) if taken_back == name:
                return one
            case ClaimCorrected(claim=claim) if claim.id == name:
                return one
            case _:
                continue
    return None


def _reworded(news: News, told: News, wording: Claim, other: Claim) -> News:
    if news is told:
        event = news.event
        assert isinstance(event, ClaimStated | ClaimCorrected)
        return attrs.evolve(news, event=attrs.evolve(event, claim=other))
    return attrs.evolve(news, previous=other) if news.previous == wording else news


def _others(claim: Claim) -> Iterator[Claim]:
    """Yield what a claim might have said instead, at the same time: the contrary, and another's."""
    stance = Stance.DENIES if claim.stance.supports else Stance.ASSERTS
    yield attrs.evolve(claim, stance=stance, figures=())
    if claim.basis not in _OWN:
        chain = (claim.attribution.outlet, "somebody-else")
        yield attrs.evolve(claim, stance=Stance.ASSERTS, attribution=Attribution(chain))


what_was_taken_back = Law(
    "what was taken back has no weight",
    "once an outlet has corrected or retracted a claim, what the claim said supports and denies "
    "nothing any more",
    _taken_back,
    _exempt,
)


# ---- Copies --------------------------------------------------------------------------------


def _copies(trial: Trial) -> str | None:
    for last in _last_words(trial):
        claim = last.claim
        assert claim is not None
        if _intertwined(last, trial.news):
            continue  # a copy may then show, rightly, who had it from whom
        copy = attrs.evolve(
            claim,
            id=f"{_OUTLET}#1",
            attribution=Attribution((_OUTLET, *claim.attribution.chain)),
            basis=Basis.PUBLISHED if claim.basis in _OWN else claim.basis,
        )
        problem = _weighed(
            trial, _with(trial, last, copy), f"had an outlet copied {claim.id} and said so"
        )
        if problem:
            return problem
    return None


copies_have_no_weight = Law(
    "copies have no weight",
    "ten outlets that copy one wire are one origin: to count them is to mistake noise for proof",
    _copies,
    _exempt,
)


# ---- No comment ----------------------------------------------------------------------------


def _no_comment(trial: Trial) -> str | None:
    for last in _last_words(trial):
        silent = Claim(f"{_OUTLET}#1", Stance.WITHHOLDS, Attribution((_OUTLET, "unasked")))
        problem = _weighed(
            trial,
            _with(trial, last, silent),
            "had somebody been asked, and neither confirmed nor denied",
        )
        if problem:
            return problem
    return None


no_comment_has_no_weight = Law(
    "no comment has no weight",
    "whoever neither confirms nor denies has said nothing for or against",
    _no_comment,
    _exempt,
)


def _last_words(trial: Trial) -> Iterator[News]:
    """Yield the news of each fact that is folded last, where it says something of the fact."""
    last: dict[str | None, News] = {}
    for one in _known(trial, trial.news):
        if one.fact is not None:
            last[one.fact] = one
    for one in last.values():
        if one.claim is not None and one.claim.stance is not Stance.WITHHOLDS:
            yield one


def _intertwined(told: News, news: Sequence[News]) -> bool:
    """Return whether a source of a claim is also a source of another one about the same fact."""
    assert told.claim is not None
    chain = set(told.claim.attribution.chain)
    return any(
        one.claim is not None
        and one.fact == told.fact
        and one.claim.id != told.claim.id
        and not chain.isdisjoint(one.claim.attribution.chain)
        for one in news
    )


def _with(trial: Trial, last: News, claim: Claim) -> list[News]:
    """Return all news with one more claim, told directly behind *last* by another outlet."""
    added = attrs.evolve(
        last,
        event=ClaimStated(claim),
        article=attrs.evolve(last.article, id=_OUTLET, outlet=_OUTLET, text=None, sha256=""),
        previous=None,
        stream=_OUTLET,
        version=2,
    )
    place = trial.news.index(last) + 1
    return [*trial.news[:place], added, *trial.news[place:]]


def _weighed(trial: Trial, otherwise: Sequence[News], had: str) -> str | None:
    """Say which conclusion changes if the news were *otherwise*."""
    lines = trial.split(otherwise)
    for key, line in trial.lines.items():
        where = f" [{key!r}]" if key else ""
        problem = differing(
            trial.concluded(line),
            trial.concluded(lines.get(key, [])),
            one=f"the conclusion{where}",
            other=f"the same {had}",
        )
        if problem:
            return problem
    return None
