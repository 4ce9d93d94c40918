"""The commands that ask about all facts at once: known, diff."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from timeline import Timeline
from timeline.cli._collection import collection, last_day
from timeline.cli._options import Options, Paths
from timeline.cli._progress import WORKING, waiting
from timeline.cli._terminal import show, show_json
from timeline.dates import When, parse_day
from timeline.projections import Status
from timeline.queries import Diff, Fact, Knowledge
from timeline.rendering import diff_view, known_view

_DEFAULTS = Options()


def known(
    date: Annotated[
        str,
        Parameter(help="A date such as 2025-01-20 or 'last Friday', or a month: its last day."),
    ],
    /,
    *paths: Paths,
    options: Options = _DEFAULTS,
) -> None:
    """Tell what was known by the end of a date, by whom, on whose word, and how sure."""
    as_of = options.as_of(date, "DATE")
    with collection(paths, options) as opened:
        knowledge = opened.known(as_of)
        if options.json:
            with waiting(WORKING):
                plain = knowledge.to_dict()
            show_json(plain)
        else:
            with waiting(WORKING):
                view = known_view(knowledge, _after_known(opened, knowledge, paths, options))
            show(view)


def _after_known(
    opened: Timeline, knowledge: Knowledge, paths: tuple[Path, ...], options: Options
) -> list[tuple[str, str]]:
    """Say which command tells what was learned since, and which one why a fact stands so."""
    day = str(When.day(knowledge.as_of.day))
    steps: list[tuple[str, str]] = []
    last = last_day(opened)
    if last is not None and parse_day(last) > knowledge.as_of.day:
        command = options.command("diff", day, last, paths=paths)
        steps.append(("What was learned after that", command))
    facts = sorted(knowledge.values(), key=_tells_little)
    telling = facts[0].id if facts else None
    if telling is not None:
        command = options.command("explain", telling, "--on", day, paths=paths)
        steps.append(("Why a fact stands so", command))
    return steps


def _tells_little(fact: Fact) -> tuple[bool, bool, bool]:
    """Sort first the facts whose explanation teaches most: disputed, undecided, then the rest."""
    return (fact.status is not Status.DISPUTED, fact.possibly is None, not fact.certain)


def diff(
    before: Annotated[
        str, Parameter(help="The date to compare from, such as 2025-01-20 or 'Jan 20'.")
    ],
    after: Annotated[str, Parameter(help="The date to compare to.")],
    /,
    *paths: Paths,
    options: Options = _DEFAULTS,
) -> None:
    """Tell what was learned, changed and withdrawn from one date to another."""
    first, second = options.as_of(before, "BEFORE"), options.as_of(after, "AFTER")
    with collection(paths, options) as opened:
        with waiting(WORKING):
            found = opened.diff(first, second)
        if options.json:
            show_json(found.to_dict())
        else:
            show(diff_view(found, _after_diff(found, paths, options)))


def _after_diff(found: Diff, paths: tuple[Path, ...], options: Options) -> list[tuple[str, str]]:
    if not found.changes:
        return []
    fact = found.changes[-1].fact.id
    return [("How one fact came to be known", options.command("history", fact, paths=paths))]
