"""The command that walks a person through what a machine was not sure of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import attrs
from cyclopts import Parameter

from timeline.cli._collection import open_store
from timeline.cli._errors import WrongCall
from timeline.cli._review_screens import all_known, claim_screen, pair_screen
from timeline.cli._store import Json, StoreAsked  # noqa: TC001 - cyclopts reads the annotations
from timeline.cli._terminal import complain, show, show_json, write
from timeline.dates import When
from timeline.errors import InvalidValue, TimelineError, UnknownName
from timeline.model import Attribution, Basis, Claim, Event, FactsMerged, Stance, check_id
from timeline.rendering import counted, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline import Timeline
    from timeline.ingestion import DoubtfulClaim, DoubtfulPair
    from timeline.model import Source

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
                events = _pair(opened, _as_merged(one, merged), place)
            else:
                events = _claim(opened, one, place)
        except _Stopped:
            raise _Stopped(done) from None
        if events:
            try:
                if not isinstance(one, DoubtfulPair):
                    _unchanged(opened, one)
                opened.record(*events)
            except TimelineError as error:
                complain(f"not stored: {error}")
                continue
            done += 1
            merged |= {one.fact: one.into for one in events if isinstance(one, FactsMerged)}
    return done


def _unchanged(opened: Timeline, shown: DoubtfulClaim) -> None:
    """See that a claim still reads as it was shown: an answer speaks of nothing else.

    Raises:
        InvalidValue: somebody else has decided about it, or its article was taken in anew.
    """
    from timeline.ingestion import claim_now  # noqa: PLC0415 - not light

    now = claim_now(opened.store, shown.claim.id)
    if now != shown.claim:
        raise InvalidValue(
            f"claim {shown.claim.id}",
            expected="as it was shown",
            got="taken back or dismissed meanwhile" if now is None else now.text,
        )


# ---- Claims --------------------------------------------------------------------------------


def _claim(opened: Timeline, doubtful: DoubtfulClaim, place: str) -> Sequence[Event]:
    write("\n")
    show(claim_screen(opened, doubtful, place))
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
                events = _edited(opened, doubtful)
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


def _edited(opened: Timeline, doubtful: DoubtfulClaim) -> Sequence[Event]:
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
            claim = _changed(opened, claim, name.strip(), value.strip())
        except TimelineError as error:
            complain(str(error))
    return () if claim == doubtful.claim else doubtful.edited(claim)


def _changed(opened: Timeline, claim: Claim, name: str, value: str) -> Claim:
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
            known = opened.sources
            links = [_source(known, one.strip()) for one in value.split(",") if one.strip()]
            return attrs.evolve(claim, attribution=Attribution((claim.chain[0], *links)))


def _source(known: Mapping[str, Source], name: str) -> str:
    """Return the id of the source that a person calls *name*: an id, a name or an alias.

    A new id is taken as it is, and said to be new, as it may be misspelt.
    """
    called = name.casefold()
    for source in known.values():
        if called in {one.casefold() for one in (source.id, source.title, *source.aliases)}:
            return source.id
    check_id(name, "by")
    complain(f"{UnknownName('source', name, known)}; it will be a new one")
    return name


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
    known = all_known(opened)
    # What was moved or rejected since the pair was found is no longer of its fact.
    about = {one.claim.id for one in known[pair.fact].claims} if pair.fact in known else set()
    pair = attrs.evolve(pair, claims=tuple(one for one in pair.claims if one in about))
    if pair.fact == pair.into or pair.claim.id not in about or pair.into not in known:
        return ()
    write("\n")
    show(pair_screen(known, pair, place))
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
