"""The commands that copy a store, and bring the copy back: backup, export, import."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

from cyclopts import Parameter
from rich.console import Group

from timeline.cli._collection import store_file
from timeline.cli._errors import WrongCall, reading
from timeline.cli._options import DEFAULT_STORE, date_of, today
from timeline.cli._progress import waiting
from timeline.cli._store import Json, StoreAsked, head_lines, plain_head
from timeline.cli._terminal import binary_output, legible, show, show_json, write
from timeline.dates import When
from timeline.errors import InvalidInput, StoreError, shown
from timeline.model import Article, AsOf, slug
from timeline.rendering import counted, in_words, inert, line
from timeline.store import Head, SqliteStore, export_log, import_log

if TYPE_CHECKING:
    from timeline.formats import Format, LossReport

_STANDARD = Path("-")

LOG = "log"
"""Our own format, which is the default: JSON lines with the chain of hashes."""

AsFormat = Annotated[
    str,
    Parameter(
        metavar="FORMAT",
        help="log (the default), csv, jsonl, parquet, cloudevents, timelinejs, jsonld, ical, "
        "or timelinejs-csv, which is only read.",
    ),
]
"""A format by its name."""


def backup(
    file: Annotated[Path, Parameter(help="The file to make; there must be none.")],
    /,
    *,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Copy a store into a new file, while others may write to it; the copy is a store."""
    with _opened(store) as opened, waiting("copying") as progress:
        head = opened.backup(file, progress=progress)
    _told(head, "copied to", file, as_json=as_json)


def export(
    file: Annotated[
        Path,
        Parameter(
            name="--out",
            metavar="FILE",
            allow_leading_hyphen=True,
            help="The file to make; there must be none. - is standard output.",
        ),
    ],
    *,
    format: AsFormat = LOG,  # noqa: A002 - the word that people type
    on: Annotated[
        str | None,
        Parameter(
            metavar="DATE",
            help="The date by whose end things had to be known, in formats that hold answers; "
            "today if left out.",
        ),
    ] = None,
    store: StoreAsked = None,
    as_json: Json = False,
) -> None:
    """Write a store as JSON lines, chain and all, or in a format that other programs read."""
    chosen = _chosen(format, to="written")
    standard = _is_standard(file)
    if standard and as_json:
        raise WrongCall("--json: has no place where the events themselves are printed")
    if on is not None and not (chosen and chosen.dated):
        raise WrongCall(f"--on: has no meaning in {format}, which holds all events")
    with reading("--on"):
        as_of = AsOf(date_of("today" if on is None else on, today()))
    head: Head | None = None
    report: LossReport | None = None
    with _opened(store) as opened, _target(file, standard=standard) as target:
        if chosen is None:
            head = export_log(opened, target)
        else:
            report = _write(opened, as_of, target, chosen)
    if report is not None:  # None, too, if whoever reads standard output has seen enough
        _complain_of(report)
    if standard:
        return
    if head is not None:
        _told(head, "written to", file, as_json=as_json)
    elif report is not None and as_json:
        show_json({"file": legible(file), **report.to_dict()})
    elif report is not None:
        show(line(f"{counted(report.count, report.unit)} written to {file}"))


def import_(  # noqa: PLR0913 - each is an option of its own
    file: Annotated[
        Path,
        Parameter(
            allow_leading_hyphen=True, help="What 'export' wrote; - reads it from standard input."
        ),
    ],
    /,
    *,
    format: AsFormat = LOG,  # noqa: A002 - as above
    outlet: Annotated[
        str | None,
        Parameter(metavar="ID", help="Who published the file, in formats without articles."),
    ] = None,
    published: Annotated[
        str | None,
        Parameter(metavar="DATE", help="When it was published, in formats without articles."),
    ] = None,
    article: Annotated[
        str | None,
        Parameter(
            metavar="ID", help="What to call it, in formats without articles; else its file's name."
        ),
    ] = None,
    store: Annotated[
        Path,
        Parameter(
            metavar="FILE",
            help=f"The store to fill, made if it is not there; it is empty, or holds the first "
            f"events of the file already. {DEFAULT_STORE} if left out.",
        ),
    ] = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Read into a store what 'export' wrote, or another format, all of it or nothing."""
    chosen = _chosen(format, to="read")
    taken_for = _article(file, chosen, outlet=outlet, published=published, article=article)
    source = sys.stdin.buffer if _is_standard(file) else file
    report = None
    with _filled(store) as opened, waiting("reading"):
        if chosen is None:
            head = _log_read(opened, source)
        else:
            from timeline.formats import take_in  # noqa: PLC0415 - as in _chosen

            taken = take_in(opened, source, chosen, article=taken_for, name=str(file))
            head, report = taken.head, taken.report
    if report is not None:
        _complain_of(report)
    _told(head, "now in", store, as_json=as_json, key="store")


def _log_read(store: SqliteStore, source: Path | IO[bytes]) -> Head:
    try:
        return import_log(store, source)
    except InvalidInput as error:
        if error.place != "line 1":
            raise
        problem = f"{error.problem}; --format names a format that is not our log"
        raise InvalidInput(error.file, error.place, problem) from error


def _article(
    file: Path,
    chosen: "Format | None",
    *,
    outlet: str | None,
    published: str | None,
    article: str | None,
) -> Article | None:
    """Return the article that a file is taken for, if its format has no articles of its own."""
    given = {"--outlet": outlet, "--published": published, "--article": article}
    if chosen is None or chosen.articles:
        for option, value in given.items():
            if value is not None:
                raise WrongCall(f"{option}: has no meaning in a format that has articles")
        return None
    if outlet is None or published is None:
        raise WrongCall(f"--outlet, --published: must be given with the format {chosen.name}")
    with reading("--published"):
        date = When.parse(published)
    with reading("--article, --outlet"):
        return Article(article or slug(file.stem), outlet, date)


def _chosen(name: str, *, to: str) -> "Format | None":
    """Return the format of that name; None for our own log."""
    if name == LOG:
        return None
    from timeline.formats import formats  # noqa: PLC0415 - no other command needs any of them

    fit = {
        one.name: one
        for one in formats()
        if (one.write if to == "written" else one.read) is not None
    }
    if name not in fit:
        choices = ", ".join((LOG, *fit))
        raise WrongCall(f"--format: must be one of {choices} (got {shown(name)})")
    return fit[name]


def _write(
    store: SqliteStore, as_of: AsOf, target: Path | IO[bytes], chosen: "Format"
) -> "LossReport":
    from timeline.formats import Contents  # noqa: PLC0415 - as in _chosen
    from timeline.formats import export as write_format  # noqa: PLC0415 - as in _chosen
    from timeline.queries import Engine  # noqa: PLC0415 - as in _chosen

    return write_format(Contents(Engine(store), as_of, words=in_words), target, chosen)


@contextlib.contextmanager
def _target(file: Path, *, standard: bool) -> Iterator[Path | IO[bytes]]:
    if standard:
        with binary_output() as output:
            yield output
    else:
        with waiting("writing"):
            yield file


def _complain_of(report: "LossReport") -> None:
    for loss in report.losses:
        write(f"timeline: {report.format}: {inert(str(loss))}\n", sys.stderr)


def _is_standard(file: Path) -> bool:
    """Say whether *file* is ``-``; an option that does not exist is no file."""
    if str(file).startswith("-") and file != _STANDARD:
        raise WrongCall(f"Unknown option: {file}; a file of that name is ./{file}")
    return file == _STANDARD


@contextlib.contextmanager
def _filled(store: Path) -> Iterator[SqliteStore]:
    """Open a store to fill it; a new one gets its name only when it is filled.

    Raises:
        StoreError: somebody else made a store of that name meanwhile.
    """
    if store.exists():
        with SqliteStore.open(store, create=False) as opened:
            yield opened
        return
    try:
        folder = tempfile.TemporaryDirectory(prefix=f".{store.name}.", dir=store.parent)
    except OSError as error:
        raise StoreError(f"{store}: cannot be made ({error.strerror})") from error
    with folder as name:
        new = Path(name, "store")
        with SqliteStore.open(new) as opened:
            yield opened
            opened.backup(store)  # puts it on disk, and takes no other file's place


def _opened(store: Path | None) -> SqliteStore:
    return SqliteStore.open(store_file(store), create=False)


def _told(head: Head, did: str, file: Path, *, as_json: bool, key: str = "file") -> None:
    if as_json:
        show_json({key: legible(file), **plain_head(head)})
    else:
        show(Group(line(f"{counted(head.position, 'event')} {did} {file}"), *head_lines(head)))
