"""The command that walks a person through what a machine was not sure of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import attrs
from cyclopts import Parameter
from rich.console import Group

from timeline.cli._collection import open_store
from timeline.cli._errors import WrongCall
from timeline.cli._store import Json, StoreAsked  # noqa: TC001 - cyclopts reads the annotations
from timeline.cli._terminal import complain, show, show_json, write
from timeline.dates import When
from timeline.errors import TimelineError
from timeline.model import Attribution, Basis, Claim, Event, Stance
from timeline.rendering import counted, fields, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from timeline import Timeline
    from timeline.ingestion import DoubtfulClaim, DoubtfulPair

_CONTEXT = 160
"""How many characters of the text are shown around a quote."""

_FIELDS = ("text", "stance", "occurred", "basis", "stated", "by")


class _Stopped(Exception):
    """The person wants to stop."""


def review(
    *,
    store: StoreAsked = None,
    below: Annotated[
        float,
        Parameter(
            metavar="SURE",
            help="Show claims that the rules are less sure of than this, from 0 to 1.",
        ),
    ] = 0.6,
    count: Annotated[bool, Parameter(help="Only say how much there is to review.")] = False,
    as_json: Json = False,
) -> None:
    """Walk through claims and links that the rules were not sure of; each answer is stored."""
    from timeline.ingestion import DoubtfulClaim  # noqa: PLC0415 - not light

    if not 0 <= below <= 1:
        raise WrongCall(f"--below: must be a number from 0 to 1 (got {below})")
    with open_store(store) as opened:
        doubtful = opened.doubtful(below)
        if as_json:
            show_json(_plain(doubtful))
            return
        claims = sum(1 for one in doubtful if isinstance(one, DoubtfulClaim))
        pairs = len(doubtful) - claims
        words = f"{counted(claims, 'claim')} and {counted(pairs, 'pair')} of facts to review"
        show(line(words))
        if count or not doubtful:
            return
        try:
            done = _walk(opened, doubtful)
        except _Stopped as stopped:
            done = stopped.args[0]
        write("\n")
        show(line(f"{counted(done, 'decision')} stored"))


def _plain(doubtful: Sequence[DoubtfulClaim | DoubtfulPair]) -> dict[str, object]:
    """Return what there is to review as plain data; nothing is asked then."""
    from timeline.ingestion import DoubtfulClaim, DoubtfulPair  # noqa: PLC0415 - not light

    claims = [one for one in doubtful if isinstance(one, DoubtfulClaim)]
    pairs = [one for one in doubtful if isinstance(one, DoubtfulPair)]
    return {
        "claims": [
            {
                "claim": one.claim.id,
                "fact": one.fact,
                "text": one.claim.text,
                "kind": one.claim.reading.kind,
                "confidence": one.claim.reading.confidence,
                "rules": list(one.claim.reading.rules),
            }
            for one in claims
            if one.claim.reading is not None
        ],
        "pairs": [
            {
                "fact": one.fact,
                "into": one.into,
                "score": round(one.score.total, 2),
                "why": one.score.why,
            }
            for one in pairs
        ],
    }


def _walk(opened: Timeline, doubtful: Sequence[DoubtfulClaim | DoubtfulPair]) -> int:
    from timeline.ingestion import DoubtfulPair  # noqa: PLC0415 - not light

    done = 0
    for number, one in enumerate(doubtful, 1):
        write("\n")
        try:
            place = f"{number} of {len(doubtful)}"
            if isinstance(one, DoubtfulPair):
                events = _pair(one, place)
            else:
                events = _claim(opened, one, place)
        except _Stopped:
            raise _Stopped(done) from None
        if events:
            try:
                opened.record(*events)
                done += 1
            except TimelineError as error:
                complain(f"not stored: {error}")
    return done


# ---- Claims --------------------------------------------------------------------------------


def _claim(opened: Timeline, doubtful: DoubtfulClaim, place: str) -> Sequence[Event]:
    claim: Claim = doubtful.claim
    show(Group(line((place, "dim")), *_shown(claim, doubtful)))
    answer = _asked("[a]ccept  [e]dit  [m]ove to another fact  [r]eject  [s]kip  [q]uit", "aemrsq")
    match answer:
        case "a":
            return doubtful.accepted()
        case "r":
            return doubtful.rejected(_line("why (may be left empty): "))
        case "m":
            fact = _line("the id of the fact: ").strip()
            if not fact:
                return ()
            title = "" if fact in opened.facts else _line("it is new; its title: ").strip()
            return doubtful.moved(fact, title)
        case "e":
            return _edited(doubtful)
        case _:
            return ()


def _shown(claim: Claim, doubtful: DoubtfulClaim) -> list[RenderableType]:
    reading = claim.reading
    assert reading is not None  # doubtful claims are a machine's
    rows = [
        ("claim", line(claim.text, (f"  [{claim.id}]", "dim"))),
        ("about", line(doubtful.fact, f" ({reading.kind or 'no kind'})")),
        ("stance", line(str(claim.stance))),
        ("by", line(" <- ".join(claim.chain))),
        ("occurred", line("no date" if claim.occurred is None else str(claim.occurred))),
        ("said", line(f"{claim.basis}" + ("" if claim.stated is None else f" {claim.stated}"))),
        *(("figure", line(str(figure))) for figure in claim.figures),
        ("read", line(f"{reading.confidence:.0%} sure: {', '.join(reading.rules)}")),
    ]
    return [fields(rows), line(*_quoted(claim, doubtful.article.text or ""))]


def _quoted(claim: Claim, text: str) -> tuple[str | tuple[str, str], ...]:
    if claim.evidence is None:
        return ("",)
    start, end = claim.evidence.start, claim.evidence.end
    before = " ".join(text[max(0, start - _CONTEXT) : start].split())
    after = " ".join(text[end : end + _CONTEXT].split())
    return (
        (f"... {before} " if before else "", "dim"),
        (claim.evidence.exact, "bold"),
        (f" {after} ..." if after else "", "dim"),
    )


def _edited(doubtful: DoubtfulClaim) -> Sequence[Event]:
    claim: Claim = doubtful.claim
    write(f"  one line each: field=value, of {', '.join(_FIELDS)}; an empty line ends\n")
    while True:
        words = _line("  ")
        if not words.strip():
            break
        name, given, value = words.partition("=")
        if not given or name.strip() not in _FIELDS:
            complain(f"must be field=value, of {', '.join(_FIELDS)} (got {words!r})")
            continue
        try:
            claim = _changed(claim, name.strip(), value.strip())
        except TimelineError as error:
            complain(str(error))
    return doubtful.edited(claim)


def _changed(claim: Claim, name: str, value: str) -> Claim:
    match name:
        case "text":
            return attrs.evolve(claim, text=value)
        case "stance":
            return attrs.evolve(claim, stance=Stance.of(value))
        case "occurred":
            return attrs.evolve(claim, occurred=When.parse(value) if value else None)
        case "stated":  # a date of its own, or none
            if not value:
                return attrs.evolve(claim, stated=None, basis=Basis.PUBLISHED)
            return attrs.evolve(claim, stated=When.parse(value), basis=Basis.DATED)
        case "basis":
            return attrs.evolve(claim, basis=Basis.of(value), stated=None)
        case _:
            links = [one.strip() for one in value.split(",") if one.strip()]
            return attrs.evolve(claim, attribution=Attribution((claim.chain[0], *links)))


# ---- Pairs ---------------------------------------------------------------------------------


def _pair(pair: DoubtfulPair, place: str) -> Sequence[Event]:
    rows = [
        ("claim", line(pair.claim.text, (f"  [{pair.claim.id}]", "dim"))),
        ("now", line(pair.fact)),
        ("or", line(pair.into)),
        ("why", line(pair.score.why)),
    ]
    show(Group(line((place, "dim")), fields(rows)))
    match _asked("[m]erge them  [k]eep them apart  [s]kip  [q]uit", "mksq"):
        case "m":
            return pair.merged()
        case "k":
            return pair.kept_apart()
        case _:
            return ()


# ---- Asking --------------------------------------------------------------------------------


def _asked(question: str, letters: str) -> str:
    while True:
        answer = _line(f"  {question}: ").strip().lower()[:1]
        if answer == "q":
            raise _Stopped(0)
        if answer and answer in letters:
            return answer


def _line(prompt: str) -> str:
    write(prompt)
    words = sys.stdin.readline()
    if not words:  # the input has ended
        raise _Stopped(0)
    return words.rstrip("\n")
