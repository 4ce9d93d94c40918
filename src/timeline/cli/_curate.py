"""The commands that say what claims and facts are about: link, merge, split, describe."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group

from timeline.cli._collection import open_store
from timeline.cli._errors import WrongCall
from timeline.cli._options import DEFAULT_STORE
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
    _record(
        store, [*_described(store, fact, title, kind), ClaimLinked(claim, fact)], as_json=as_json
    )


def merge(
    fact: Annotated[str, Parameter(help="The id of a fact that is another one told again.")],
    into: Annotated[str, Parameter(help="The id of the fact that it is.")],
    /,
    *,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Say that two facts are one."""
    _record(store, [FactsMerged(fact, into)], as_json=as_json)


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
    _record(
        store,
        [*_described(store, into, title, kind), FactSplit(fact, into, claims)],
        as_json=as_json,
    )


def _described(store: Path | None, fact: str, title: str | None, kind: str) -> list[Event]:
    """Return what describes a new fact; one that is there needs no title."""
    if title is not None:
        return [FactDescribed(fact, title, kind)]
    if kind:
        raise WrongCall("--kind: is that of a new fact, which needs a --title")
    with open_store(store) as opened:
        known = opened.facts
        if fact not in known:
            raise WrongCall(f"{UnknownName('fact', fact, known)}; --title makes it a new one")
    return []


def _record(store: Path | None, events: list[Event], *, as_json: bool) -> None:
    with open_store(store) as opened:
        before = opened.store.head().position
        head = opened.record(*events)
    if as_json:
        show_json({"added": head.position - before, **plain_head(head)})
        return
    where = DEFAULT_STORE if store is None else store
    show(Group(line(f"{counted(head.position - before, 'event')} added to {where}")))
