"""The command that writes all that was known, date by date, as one HTML page: page."""

from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter
from rich.console import Group

from timeline import Timeline
from timeline.cli._collection import collection
from timeline.cli._errors import WrongCall
from timeline.cli._options import Options, Paths
from timeline.cli._progress import waiting
from timeline.cli._store import head_lines, plain_head
from timeline.cli._terminal import legible, show, show_json
from timeline.model import AsOf
from timeline.rendering import counted, line
from timeline.store import Head, new_file

_PAGE = b"<!doctype html>"
_BYTES_IN_KB = 1000


@Parameter(name="*")
@attrs.frozen(kw_only=True)
class Wishes:
    """What a page is to tell, and how.

    Args:
        on: the last date that it tells of.
        title: what to call it.
        measure: the measure that is drawn first.
        without_texts: whether the texts of the articles are left out.
    """

    on: Annotated[
        str | None,
        Parameter(metavar="DATE", help="The last date that the page tells of; today if left out."),
    ] = None
    title: Annotated[str, Parameter(metavar="TEXT", help="What to call the page.")] = ""
    measure: Annotated[
        str | None,
        Parameter(
            metavar="NAME",
            help="The measure whose figures are drawn first; if left out, the one over which "
            "most differ.",
        ),
    ] = None
    without_texts: Annotated[
        bool, Parameter(help="Leave the texts of the articles out; quotes stay.")
    ] = False


_WISHES = Wishes()
_DEFAULTS = Options()


def page(
    *paths: Paths,
    out: Annotated[
        Path,
        Parameter(metavar="FILE", help="The page to write; a page that is there is replaced."),
    ],
    wishes: Wishes = _WISHES,
    options: Options = _DEFAULTS,
) -> None:
    """Write what was known, date by date, as one HTML page that works offline."""
    as_of = options.as_of(wishes.on, "--on")
    _check_free(out)
    with collection(paths, options) as opened:
        text, head, facts = _written(opened, as_of, wishes)
    data = text.encode("utf-8", "backslashreplace")
    with new_file(out, replace=True) as file:
        file.write(data)
    if options.json:
        show_json({"file": legible(out), "facts": facts, "bytes": len(data), **plain_head(head)})
        return
    size = f"{max(1, round(len(data) / _BYTES_IN_KB)):,} kB"
    show(Group(line(f"{counted(facts, 'fact')} written to {out} ({size})"), *head_lines(head)))


def _written(opened: Timeline, as_of: AsOf, wishes: Wishes) -> tuple[str, Head, int]:
    """Return the page, the end of the log that it shows, and how many facts it tells of."""
    from timeline.rendering.page import Collection, page_of  # noqa: PLC0415 - only this command loads jinja2

    head = opened.store.head()
    # Whoever appends meanwhile does not come into the page half-way.
    pinned = as_of if as_of.recorded is not None else attrs.evolve(as_of, recorded=head.position)
    knowledge = opened.known(pinned)
    with waiting("asking") as progress:
        facts = list(knowledge)
        histories = []
        for number, fact in enumerate(facts, start=1):
            histories.append(opened.history(fact, pinned))
            progress(number, len(facts))
    resolution = knowledge.view.resolution
    quoted = {claim.claim.article for fact in knowledge.values() for claim in fact.claims}
    told = Collection(
        histories,
        as_of,
        {name: resolution.article(name) for name in sorted(quoted)},
        knowledge.names,
        head,
        resolution.canonical,
    )
    with waiting("writing"):
        text = page_of(
            told, title=wishes.title, measure=wishes.measure, texts=not wishes.without_texts
        )
    return text, head, len(facts)


def _check_free(out: Path) -> None:
    """Refuse to take the place of a file that is no page: it may be somebody's store.

    Raises:
        WrongCall: the file is there and is something else.
    """
    if out.is_dir():
        raise WrongCall(f"--out: must be a file (got the folder {out})")
    if out.exists() and not out.is_file():
        raise WrongCall(f"--out: must be a file (got {out}, which is a device or a pipe)")
    if out.exists():
        with out.open("rb") as file:
            if file.read(len(_PAGE)).lower() not in {_PAGE, b""}:
                raise WrongCall(f"--out: {out} is there already, and is no page; name another file")
