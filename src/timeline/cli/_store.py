"""The commands that mind the store itself: verify, head."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group, RenderableType

from timeline.cli._collection import open_store
from timeline.cli._errors import reading
from timeline.cli._options import DEFAULT_STORE
from timeline.cli._progress import waiting
from timeline.cli._terminal import show, show_json
from timeline.rendering import counted, fields, line
from timeline.store import Head

Json = Annotated[bool, Parameter(name="--json", help="Print JSON, for programs.")]
StoreAsked = Annotated[
    Path | None,
    Parameter(metavar="FILE", help=f"The store; {DEFAULT_STORE} if left out."),
]
"""A store that has to be there."""


def verify(
    *,
    store: StoreAsked = None,
    head: Annotated[
        str | None,
        Parameter(
            metavar="HASH",
            help="The hash of a head that was kept elsewhere: finds lost events, too.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check that nothing stored was changed, lost or damaged."""
    with open_store(store) as opened, waiting("checking") as progress, reading("--head"):
        found = opened.verify(head=head, progress=progress)
    if as_json:
        show_json(plain_head(found))
        return
    words = f"{counted(found.position, 'event')}, unchanged since they were recorded."
    advice = (
        "Keep the head elsewhere: 'timeline verify --head' then finds lost events."
        if head is None
        else "The head that you kept is in it: nothing up to there was lost."
    )
    show(Group(line(words), *head_lines(found), line((advice, "dim"))))


def head(*, store: StoreAsked = None, as_json: Json = False) -> None:
    """Print the number of events and the hash of the last one, without checking them."""
    with open_store(store) as opened:
        found = opened.store.head()
    if as_json:
        show_json(plain_head(found))
    else:
        show(Group(line(counted(found.position, "event")), *head_lines(found)))


def plain_head(head: Head) -> dict[str, object]:
    """Return the end of a log as plain data."""
    return {"position": head.position, "hash": head.hash}


def head_lines(head: Head) -> list[RenderableType]:
    """Return the line that shows the hash of the last event."""
    return [fields([("head", line(head.hash))])]
