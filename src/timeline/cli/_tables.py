"""The commands that put what was known in other orders: chronology, figures, forecasts."""

from typing import Annotated

from cyclopts import Parameter

from timeline.cli._collection import collection
from timeline.cli._options import On, Options, Paths
from timeline.cli._progress import WORKING, waiting
from timeline.cli._terminal import show, show_json
from timeline.rendering import chronology_view, figures_view, forecasts_view

_DEFAULTS = Options()


def chronology(
    *paths: Paths,
    on: On = None,
    occurred: Annotated[
        str | None,
        Parameter(
            metavar="DATE",
            help="Only what may have happened in this stretch of time, such as 2025-01 or "
            "'last week'.",
        ),
    ] = None,
    options: Options = _DEFAULTS,
) -> None:
    """Tell what happened and what was said, in order of happening, as known on a date."""
    as_of = options.as_of(on, "--on")
    stretch = None
    if occurred is not None:
        stretch = options.date_of(occurred, "--occurred", ahead=True)  # what is forecast, too
    with collection(paths, options) as opened:
        with waiting(WORKING):
            table = opened.chronology(stretch, on=as_of)
        if options.json:
            show_json(table.to_dict())
        else:
            show(chronology_view(table))


def figures(
    *paths: Paths,
    on: On = None,
    measure: Annotated[
        str | None, Parameter(metavar="M", help="Only this measure, such as casualties.")
    ] = None,
    options: Options = _DEFAULTS,
) -> None:
    """Tell the figures that were known, by measure: each source's word, and the range."""
    as_of = options.as_of(on, "--on")
    with collection(paths, options) as opened:
        with waiting(WORKING):
            table = opened.figures(as_of)
        view = figures_view(table, only=measure)  # says so if there is no such measure
        if options.json:
            rows = [row for row in table.to_rows() if measure in {None, row["measure"]}]
            show_json(table.to_dict() | {"figures": rows})
        else:
            show(view)


def forecasts(*paths: Paths, on: On = None, options: Options = _DEFAULTS) -> None:
    """Tell what had been said to lie ahead, and what became of it."""
    as_of = options.as_of(on, "--on")
    with collection(paths, options) as opened:
        with waiting(WORKING):
            table = opened.forecasts(as_of)
        if options.json:
            show_json(table.to_dict())
        else:
            show(forecasts_view(table))
