"""The commands that mind the store itself: ingest, verify."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group

from timeline import Timeline
from timeline.cli._collection import check_paths, open_store
from timeline.cli._errors import WrongCall, reading
from timeline.cli._options import DEFAULT_STORE
from timeline.cli._progress import waiting
from timeline.cli._terminal import show, show_json
from timeline.ingestion import Ingested
from timeline.rendering import counted, fields, line

_Json = Annotated[bool, Parameter(name="--json", help="Print JSON, for programs.")]


def ingest(
    *paths: Annotated[
        Path,
        Parameter(name="PATH", help="Curated streams to take in: .toml files, or folders of them."),
    ],
    store: Annotated[
        Path,
        Parameter(metavar="FILE", help="The store to take them into; made if it is not there."),
    ] = DEFAULT_STORE,
    as_json: _Json = False,
) -> None:
    """Take curated streams into a store; what it holds already is left alone."""
    if not paths:
        raise WrongCall("PATH: must be at least one file or folder (got none)")
    check_paths(paths)
    with Timeline.open(store) as opened, waiting("taking in"):
        done = opened.ingest(*paths)
    if as_json:
        show_json(
            {
                "store": str(store).encode(errors="replace").decode(),
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
    store: Annotated[
        Path | None,
        Parameter(metavar="FILE", help=f"The store to check; {DEFAULT_STORE} if left out."),
    ] = None,
    head: Annotated[
        str | None,
        Parameter(
            metavar="HASH",
            help="The hash of a head that was kept elsewhere: finds lost events, too.",
        ),
    ] = None,
    as_json: _Json = False,
) -> None:
    """Check that nothing stored was changed, lost or damaged."""
    with open_store(store) as opened, waiting("checking") as progress, reading("--head"):
        found = opened.verify(head=head, progress=progress)
    if as_json:
        show_json({"position": found.position, "hash": found.hash})
        return
    show(
        Group(
            line(f"{counted(found.position, 'event')}, unchanged since they were recorded."),
            fields([("head", line(found.hash))]),
            line(
                ("Keep the head elsewhere: 'timeline verify --head' then finds lost events.", "dim")
            ),
        )
    )
