"""The command that walks a person through what a machine was not sure of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import attrs
from cyclopts import Parameter
from rich.console import Group

from timeline.cli._collection import open_store
from timeline.cli._errors import WrongCall
from timeline.cli._options import today
from timeline.cli._store import Json, StoreAsked  # noqa: TC001 - cyclopts reads the annotations
from timeline.cli._terminal import complain, show, show_json, write
from timeline.dates import When
from timeline.errors import InvalidValue, TimelineError, UnknownName
from timeline.model import Attribution, Basis, Claim, Event, FactsMerged, Stance
from timeline.rendering import counted, fields, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from timeline import Timeline
    from timeline.ingestion import DoubtfulClaim, DoubtfulPair
    from timeline.queries import Knowledge

_CONTEXT = 160
"""How many characters of the text are shown around a quote."""

_CLAIMS = 3
"""How many claims of a fact are shown beside one that it may be."""

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
            help="Show claims that the rules are less sure of than this, from 0 to 1; 0.6 if left "
            "out.",
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
    merged: dict[str, str] = {}
    for number, one in enumerate(doubtful, 1):
        place = f"{number} of {len(doubtful)}"
        try:
            if isinstance(one, DoubtfulPair):
                now = _as_merged(one, merged)
                events = () if now.fact == now.into else _pair(opened, now, place)
            else:
                events = _claim(opened, one, place)
        except _Stopped:
            raise _Stopped(done) from None
        if events:
            try:
                opened.record(*events)
            except TimelineError as error:
                complain(f"not stored: {error}")
                continue
            done += 1
            merged |= {one.fact: one.into for one in events if isinstance(one, FactsMerged)}
    return done


# ---- Claims --------------------------------------------------------------------------------


def _claim(opened: Timeline, doubtful: DoubtfulClaim, place: str) -> Sequence[Event]:
    write("\n")
    show(Group(line((place, "dim")), *_shown(doubtful.claim, doubtful)))
    while True:
        events: Sequence[Event] = ()
        match _asked(
            "[a]ccept  [e]dit  [m]ove to another fact  [r]eject  [s]kip  [q]uit", "aemrsq"
        ):
            case "a":
                return doubtful.accepted()
            case "r":
                return doubtful.rejected(_line("  why (may be left empty): "))
            case "m":
                events = _moved(opened, doubtful)
            case "e":
                events = _edited(doubtful)
            case _:
                return ()
        if events:
            return events  # else nothing was said, and the question stands


def _moved(opened: Timeline, doubtful: DoubtfulClaim) -> Sequence[Event]:
    fact = _line("  the id of the fact: ").strip()
    if not fact:
        return ()
    known = opened.facts
    title = ""
    if fact not in known:
        write(f"  {UnknownName('fact', fact, known)}\n")
        title = _line("  the title of a new fact (none: ask again): ").strip()
        if not title:
            return ()
    try:
        return doubtful.moved(fact, title)
    except InvalidValue as error:
        complain(str(error))
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
        *([("answers", line(reading.answers))] if reading.answers else []),
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
    """Return what lets a claim read otherwise; nothing where nothing was changed."""
    claim: Claim = doubtful.claim
    show(line(f"  field=value, of {', '.join(_FIELDS)}; an empty line ends"))
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
    return () if claim == doubtful.claim else doubtful.edited(claim)


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


def _as_merged(pair: DoubtfulPair, merged: Mapping[str, str]) -> DoubtfulPair:
    """Return the pair with the facts that its own have become in this sitting."""
    fact, into = pair.fact, pair.into
    while fact in merged:
        fact = merged[fact]
    while into in merged:
        into = merged[into]
    return attrs.evolve(pair, fact=fact, into=into)


def _pair(opened: Timeline, pair: DoubtfulPair, place: str) -> Sequence[Event]:
    known = opened.known(opened.last_news() or today())
    rows = [
        ("fact", line(_title(known, pair.fact), (f"  [{pair.fact}]", "dim"))),
        *_told(known, pair.fact, pair.claim),
        ("into", line(_title(known, pair.into), (f"  [{pair.into}]", "dim"))),
        *_told(known, pair.into),
        ("why", line(pair.score.why)),
    ]
    write("\n")
    show(Group(line((place, "dim")), fields(rows)))
    match _asked("[m]erge them  [k]eep them apart  [s]kip  [q]uit", "mksq"):
        case "m":
            return pair.merged()
        case "k":
            return pair.kept_apart()
        case _:
            return ()


def _title(known: Knowledge, fact: str) -> str:
    return known[fact].title if fact in known else fact


def _told(known: Knowledge, fact: str, first: Claim | None = None) -> list[tuple[str, Text]]:
    """Return what the claims of a fact say, each with its outlet, the one in question first."""
    claims = [one.claim for one in known[fact].claims] if fact in known else []
    if first is not None:
        claims = [first, *(one for one in claims if one.id != first.id)]
    rows = [
        ("", line(f"- {one.chain[0]}: {one.text}", (f"  [{one.id}]", "dim")))
        for one in claims[:_CLAIMS]
    ]
    if len(claims) > _CLAIMS:
        rows.append(("", line((f"- and {counted(len(claims) - _CLAIMS, 'claim')} more", "dim"))))
    return rows


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
