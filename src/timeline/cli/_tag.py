"""The command that finds time expressions in a text and dates them: tag."""

import sys
from typing import Annotated

from cyclopts import Parameter
from rich.console import Group
from rich.text import Text

from timeline.cli._errors import reading
from timeline.cli._options import date_of, today
from timeline.cli._terminal import show, show_json
from timeline.rendering import bounds_in_words, counted, fields, in_words, line
from timeline.timex import TimeExpression


def tag(
    text: Annotated[
        str,
        Parameter(allow_leading_hyphen=True, help="English text; - reads it from standard input."),
    ],
    /,
    *,
    on: Annotated[
        str | None,
        Parameter(metavar="DATE", help="When the text was published; today if left out."),
    ] = None,
    as_json: Annotated[bool, Parameter(name="--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Find the time expressions in a text, and tell which days they mean."""
    from timeline.timex import tag as tagged  # noqa: PLC0415 - only this command loads the grammar

    with reading("--on"):
        anchor = date_of("today" if on is None else on, today())
        found = tagged(_standard_input() if text == "-" else text, anchor=anchor)
    if as_json:
        show_json([_plain(one) for one in found])
    else:
        rows = [(one.text, _told(one)) for one in found]
        head = f"{counted(len(found), 'time expression')}, read as of {in_words(anchor)}"
        show(Group(line((head, "bold")), "", fields(rows)) if rows else line((head, "bold")))


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode(errors="replace")


def _told(one: TimeExpression) -> Text:
    bounds = bounds_in_words(one.when)
    words = "no date" if one.when is None else in_words(one.when)
    return line(words + (f" ({bounds})" if bounds else ""), (f"  {one.type} {one.value}", "dim"))


def _plain(one: TimeExpression) -> dict[str, object]:
    when = one.when
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "type": one.type,
        "value": one.value,
        "mod": one.mod,
        "when": None
        if when is None
        else {"edtf": str(when), "earliest": when.earliest_date, "latest": when.latest_date},
    }
