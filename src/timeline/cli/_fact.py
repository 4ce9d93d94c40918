"""The commands that ask about one fact: history, explain."""

import contextlib
from collections.abc import Iterator
from typing import Annotated

from cyclopts import Parameter

from timeline import Timeline
from timeline.cli._collection import collection
from timeline.cli._options import On, Options, Paths
from timeline.cli._terminal import show, show_json
from timeline.errors import TimelineError, UnknownName
from timeline.queries import Explanation
from timeline.rendering import explain_view, history_view

_DEFAULTS = Options()
_Fact = Annotated[str, Parameter(help="The id of a fact, as 'known' shows it in [brackets].")]


def history(fact: _Fact, /, *paths: Paths, on: On = None, options: Options = _DEFAULTS) -> None:
    """Tell how one fact came to be known, step by step."""
    as_of = options.as_of(on, "--on")
    with collection(paths, options) as opened, _by_then(opened, fact):
        found = opened.history(fact, as_of)
        if options.json:
            show_json(found.to_dict())
            return
        words = ("explain", found.fact, "--on", str(found.steps[-1].day))
        show(history_view(found, [("Why it stands so", options.command(*words, paths=paths))]))


def explain(
    fact: _Fact,
    /,
    *paths: Paths,
    on: On = None,
    rules: Annotated[
        bool,
        Parameter(help="Tell by which rules each claim was read, and how sure they are."),
    ] = False,
    options: Options = _DEFAULTS,
) -> None:
    """Tell why a fact stands as it does: claims, chains of sources, dates, exact quotes."""
    as_of = options.as_of(on, "--on")
    tells = options.command("history", fact, paths=paths)
    with collection(paths, options) as opened, _by_then(opened, fact, f": {tells}"):
        found = opened.explain(fact, as_of)
        if options.json:
            show_json(_plain(found, rules=rules))
            return
        words = ("history", found.fact.id)
        ask_next = [("How it came to this", options.command(*words, paths=paths))]
        show(explain_view(found, ask_next, rules=rules))


@contextlib.contextmanager
def _by_then(opened: Timeline, fact: str, advice: str = "") -> Iterator[None]:
    """Tell a fact of which nothing was known yet from one that there never was."""
    try:
        yield
    except UnknownName as error:
        if fact not in opened.facts:
            raise
        reason = f"{error}; there is such a fact, of which nothing was known by then{advice}"
        raise TimelineError(reason) from error


def _plain(found: Explanation, *, rules: bool) -> dict[str, object]:
    """Return an explanation as plain data, with how each claim was read if that is asked."""
    plain = found.to_dict()
    if rules:
        readings = {one.claim.id: one.claim.reading for one in found.fact.claims}
        plain["readings"] = {
            claim: None
            if reading is None
            else {
                "by": reading.by,
                "confidence": reading.confidence,
                "kind": reading.kind,
                "about": list(reading.about),
                "rules": list(reading.rules),
                "answers": reading.answers,
            }
            for claim, reading in readings.items()
        }
    return plain
