"""The commands that mind the store itself: ingest, verify, head."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group, RenderableType

from timeline import Timeline
from timeline.cli._collection import check_paths, open_store
from timeline.cli._errors import WrongCall, reading
from timeline.cli._options import DEFAULT_STORE
from timeline.cli._progress import waiting
from timeline.cli._terminal import legible, show, show_json
from timeline.ingestion import Ingested
from timeline.rendering import counted, fields, line
from timeline.store import Head

Json = Annotated[bool, Parameter(name="--json", help="Print JSON, for programs.")]
StoreAsked = Annotated[
    Path | None,
    Parameter(metavar="FILE", help=f"The store; {DEFAULT_STORE} if left out."),
]
"""A store that has to be there."""


def ingest(
    *paths: Annotated[
        Path,
        Parameter(name="PATH", help="Curated streams to take in: .toml files, or folders of them."),
    ],
    store: Annotated[
        Path,
        Parameter(metavar="FILE", help="The store to take them into; made if it is not there."),
    ] = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Take curated streams into a store; what it holds already is left alone."""
    if not paths:
        raise WrongCall("PATH: must be at least one file or folder (got none)")
    check_paths(paths)
    if not store.exists():
        # A file at fault must not leave an empty store behind.
        Timeline.read(*paths).close()
    with Timeline.open(store) as opened, waiting("taking in"):
        done = opened.ingest(*paths)
    if as_json:
        show_json(
            {
                "store": legible(store),
                "added": sum(one.added for one in done),
                "streams": [
                    {"stream": one.stream, "added": one.added, "version": one.version}
                    for one in done
                ],
            }
        )
    else:
        show(_taken_in(done, store))


def _taken_in(done: Sequence[Ingested], store: Path) -> Group:
    rows = [
        (
            one.stream,
            line(
                f"{counted(one.added, 'event')} added" if one.added else ("unchanged", "dim"),
                (f" ({counted(one.version, 'event')} now)", "dim"),
            ),
        )
        for one in done
    ]
    total = counted(sum(one.added for one in done), "event")
    return Group(fields(rows), "", line(f"{total} added to {store}"))


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
    advice = "Keep the head elsewhere: 'timeline verify --head' then finds lost events."
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
