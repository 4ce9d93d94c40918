"""The commands that say what claims and facts are about: link, merge, split, describe."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group

from timeline import Timeline
from timeline.cli._collection import open_store
from timeline.cli._errors import WrongCall
from timeline.cli._options import DEFAULT_STORE
from timeline.cli._review_screens import all_known
from timeline.cli._store import Json, StoreAsked, plain_head
from timeline.cli._terminal import show, show_json
from timeline.errors import UnknownName
from timeline.model import ClaimLinked, Event, FactDescribed, FactsMerged, FactSplit
from timeline.rendering import counted, line

Title = Annotated[
    str | None,
    Parameter(metavar="TEXT", help="The title of the fact, where it is a new one."),
]
_Kind = Annotated[
    str, Parameter(metavar="KIND", help="The kind of happening of a new fact, such as capture.")
]


def link(  # noqa: PLR0913 - a fact may be new
    claim: Annotated[str, Parameter(help="The id of a claim, as 'explain' shows it.")],
    fact: Annotated[str, Parameter(help="The id of the fact that it is about.")],
    /,
    *,
    title: Title = None,
    kind: _Kind = "",
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Say which fact a claim is about; whatever was read before, this counts."""
    with open_store(store) as opened:
        now = opened.surviving(fact)
        if now != fact:
            raise WrongCall(
                f"FACT: {fact} was merged into {now}; name that one ('timeline split {now} {fact} "
                "CLAIM' takes claims out of it again)"
            )
        events = [*_described(opened, fact, title, kind), ClaimLinked(claim, fact)]
        _record(opened, events, store, as_json=as_json)


def merge(
    fact: Annotated[str, Parameter(help="The id of a fact that is another one told again.")],
    into: Annotated[str, Parameter(help="The id of the fact that it is.")],
    /,
    *,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Say that two facts are one."""
    with open_store(store) as opened:
        merged = FactsMerged(fact, into)
        one_already = fact != into and opened.surviving(fact) == opened.surviving(into)
        _record(opened, [] if one_already else [merged], store, as_json=as_json)


def split(  # noqa: PLR0913 - as above
    fact: Annotated[str, Parameter(help="The id of a fact that is two.")],
    into: Annotated[str, Parameter(help="The id of the second one.")],
    /,
    *claims: Annotated[
        str, Parameter(name="CLAIM", help="The claims that are about that one; at least one.")
    ],
    title: Title = None,
    kind: _Kind = "",
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Say that a fact is two: some of its claims are about another one."""
    if not claims:
        raise WrongCall("CLAIM: must be at least one claim (got none)")
    with open_store(store) as opened:
        events = [*_described(opened, into, title, kind), FactSplit(fact, into, claims)]
        _record(opened, events, store, as_json=as_json)


def _described(opened: Timeline, fact: str, title: str | None, kind: str) -> list[Event]:
    """Return what describes a new fact; one that is there needs no title, and keeps its kind."""
    if title is not None:
        if not title.strip():
            raise WrongCall("--title: must be words (got none)")
        known = all_known(opened)
        return [FactDescribed(fact, title, kind or (known[fact].kind if fact in known else ""))]
    if kind:
        raise WrongCall("--kind: is that of a new fact, which needs a --title")
    if fact not in opened.facts and opened.surviving(fact) == fact:
        raise WrongCall(f"{UnknownName('fact', fact, opened.facts)}; --title makes it a new one")
    return []


def _record(opened: Timeline, events: list[Event], store: Path | None, *, as_json: bool) -> None:
    before = opened.store.head()
    head = opened.record(*events) if events else before
    if as_json:
        show_json({"added": head.position - before.position, **plain_head(head)})
        return
    where = DEFAULT_STORE if store is None else store
    show(Group(line(f"{counted(head.position - before.position, 'event')} added to {where}")))
