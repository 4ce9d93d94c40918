"""Laws about answers: what may change one, and what may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import WrongExpectedVersion
from timeline.ingestion import additions
from timeline.model import (
    CURATION,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimRevised,
    ClaimStated,
    Event,
    Stance,
)
from timeline.store import ExpectedVersion
from timeline.testing._histories import changed_after, other_arrivals, placed, reread, without
from timeline.testing._law import Law
from timeline.testing._trial import Trial, collection
from timeline.testing._watch import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.projections import News

_SHOWN = 400
_FAR = 400


def differing(first: object, second: object, *, one: str, other: str) -> str | None:
    """Say how two answers differ, if they do.

    Args:
        first: an answer.
        second: the answer that should be the same.
        one: what the first is.
        other: what the second is.
    """
    if first == second:
        return None
    if isinstance(first, dict) and isinstance(second, dict):
        names = sorted({*first, *second}, key=str)
        keys = [key for key in names if first.get(key, names) != second.get(key, names)]
        if keys:
            key = keys[0]
            first, second = first.get(key, "nothing"), second.get(key, "nothing")
            one, other = f"{one} [{key!r}]", f"{other} [{key!r}]"
    return f"{one}: {_short(first)}; {other}: {_short(second)}"


def _short(answer: object) -> str:
    text = repr(answer)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


# ---- No hindsight --------------------------------------------------------------------------


def _no_hindsight(trial: Trial) -> str | None:
    day = trial.as_of.day
    # Whoever keeps what he has seen keeps it from here: the same projection looks ahead first.
    trial.ask(as_of=trial.as_of.on(day + _FAR), possible=True)
    found = trial.ask()
    known = [(one.known, (one.stream, one.version)) for one in trial.news]
    later = {place for when, place in known if not when.possibly(day)}
    problem = differing(
        found,
        trial.ask(without(trial.events, later), of=trial.fresh()),
        one=f"as of {trial.as_of.known}",
        other="without the news that nobody can have known by then",
    ) or differing(
        found,
        # By its own date alone, too: so that no news can move the date of other news.
        trial.ask(without(trial.events, changed_after(trial.events, day)), of=trial.fresh()),
        one=f"as of {trial.as_of.known}",
        other="without what outlets changed after that",
    )
    if problem or trial.possible:
        return problem
    unsure = {place for when, place in known if not when.certainly(day)}
    return differing(
        found,
        trial.ask(without(trial.events, unsure), of=trial.fresh()),
        one=f"certainly known as of {trial.as_of.known}",
        other="without the news that was not certainly known by then",
    )


no_hindsight = Law(
    "no hindsight",
    "what was known on a day does not change because of what came out later, or may have; "
    "otherwise every answer about the past is coloured by its future",
    _no_hindsight,
)


# ---- Recorded isolation --------------------------------------------------------------------


def _recorded_isolation(trial: Trial) -> str | None:
    trial.ask()
    count = len(trial.events)
    for position in sorted({0, count // 2, max(0, count - 1)}):
        then = attrs.evolve(trial.as_of, recorded=position)
        problem = differing(
            trial.ask(as_of=then),
            trial.ask(trial.events[:position], of=trial.fresh()),
            one=f"from the first {position} of {count} events (recorded={position})",
            other="from a store that holds those alone",
        )
        if problem:
            return problem
    return None


recorded_isolation = Law(
    "recorded isolation",
    "an answer given from the first so many events of a store must come out the same for ever, "
    "or nobody can show later what the collection said then",
    _recorded_isolation,
)


# ---- Determinism ---------------------------------------------------------------------------


def _determinism(trial: Trial) -> str | None:
    looked: list[str] = []
    lines = [trial.news, *trial.begin().lines.values()]
    watched(lambda: [_folded(trial, line) for line in lines], looked)
    if looked:
        return f"it looks at {looked[0]}, which is another every time"
    answered = trial.ask()
    for what, answer in (
        ("asked again", trial.ask()),
        ("of a projection that was never asked before", trial.ask(of=trial.fresh())),
    ):
        problem = differing(answered, answer, one="the answer", other=f"the same, {what}")
        if problem:
            return problem
    return None


def _folded(trial: Trial, line: Sequence[News]) -> object:
    state = trial.initial()
    for news in line:
        trial.keys(news)
        state = trial.evolve(state, news)
        trial.turns(state)
    return trial.finish(state)


determinism = Law(
    "determinism",
    "the same question about the same events has one answer; a projection that looks at a clock, "
    "at chance or at what it was asked before gives answers that nobody can check",
    _determinism,
)


# ---- Order of arrival ----------------------------------------------------------------------


def _arrival_order(trial: Trial) -> str | None:
    found = trial.ask()
    for order in other_arrivals(trial.events):
        problem = differing(
            found,
            trial.ask(order),
            one="the answer",
            other="when the articles arrive in another order",
        )
        if problem:
            return problem
    return None


arrival_order = Law(
    "arrival order",
    "two people who collect the same articles in different order must come to the same answers",
    _arrival_order,
)


# ---- Idempotent ingestion ------------------------------------------------------------------


def _idempotent_ingestion(trial: Trial) -> str | None:
    timeline = collection(trial.events)
    before = trial.ask()
    streams: dict[str, list[Event]] = {}
    for (stream, _), event in placed(trial.events):
        streams.setdefault(stream, []).append(event)
    for stream, events in streams.items():
        if stream != CURATION:
            timeline.store.append(stream, additions(stream, events, events))
        try:
            timeline.store.append(stream, events, expected=ExpectedVersion.NO_STREAM)
        except WrongExpectedVersion:
            continue
        return f"the stream {stream!r} was taken in twice"
    trial._timelines[trial.events] = timeline  # noqa: SLF001 - the trial is ours
    return differing(before, trial.ask(), one="at first", other="after all was taken in again")


idempotent_ingestion = Law(
    "idempotent ingestion",
    "taking the same article in again is no news, so it must not change an answer",
    _idempotent_ingestion,
)


# ---- Correction against revision -----------------------------------------------------------


def _other(claim: Claim) -> Claim:
    """Return *claim* as it might have been read, known no sooner and no later."""
    stance = Stance.DENIES if claim.stance is Stance.ASSERTS else Stance.ASSERTS
    occurred = claim.occurred
    if claim.basis in {Basis.PUBLISHED, Basis.DATED}:
        occurred = When.parse("2025-01-06") if occurred is None else None
    return attrs.evolve(claim, stance=stance, figures=(), occurred=occurred)


def _correction_against_revision(trial: Trial) -> str | None:
    revised = {event.claim.id for event in trial.events if isinstance(event, ClaimRevised)}
    claim = next(
        (
            event.claim
            for event in trial.events
            if isinstance(event, ClaimStated) and event.claim.id not in revised
        ),
        None,
    )
    if claim is None:
        return None
    first = trial.ask()
    other = _other(claim)
    anew = (*trial.events, ClaimRevised(other))
    problem = differing(
        trial.ask(anew),
        trial.ask(reread(trial.events, other), of=trial.fresh()),
        one=f"after we had read {claim.id} wrong, and revised it",
        other="had we read it right at once",
    ) or differing(
        trial.ask(anew, as_of=attrs.evolve(trial.as_of, recorded=len(trial.events))),
        first,
        one="by the events before the revision",
        other="as it was answered then",
    )
    if problem:
        return problem
    tomorrow = ClaimCorrected(other, When.day(trial.as_of.day + 1))
    return differing(
        trial.ask((*trial.events, tomorrow)),
        first,
        one=f"after the outlet corrected {claim.id} the day after the date asked",
        other="before it did",
    )


correction_against_revision = Law(
    "correction against revision",
    "an outlet that corrects itself changes what is known from that day on, while our own "
    "misreading, once revised, never was: to mix them up is to rewrite history or to keep errors",
    _correction_against_revision,
)


# ---- Agreement -----------------------------------------------------------------------------


def _agreement(trial: Trial) -> str | None:
    assert trial.like is not None
    expected = trial.ask(of=trial.like)
    found = trial.ask()
    if trial.conclusion is not None:
        found, expected = (_concluded(answer, trial) for answer in (found, expected))
    return differing(found, expected, one="the answer", other=f"that of {trial.like!r}")


def _concluded(answer: object, trial: Trial) -> object:
    assert trial.conclusion is not None
    if trial.projection.keyed and isinstance(answer, dict):
        return {key: trial.conclusion(one) for key, one in answer.items()}
    return trial.conclusion(answer)


agreement = Law(
    "agreement",
    "a projection that was made faster, or written anew, must still say what the plain one says",
    _agreement,
    lambda trial: None if trial.like is not None else "no projection to agree with (like=)",
)
