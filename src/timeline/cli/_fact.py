"""The commands that ask about one fact: history, explain."""

from typing import Annotated

from cyclopts import Parameter

from timeline.cli._collection import collection
from timeline.cli._options import On, Options, Paths
from timeline.cli._terminal import show, show_json
from timeline.rendering import explain_view, history_view

_DEFAULTS = Options()
_Fact = Annotated[str, Parameter(help="The id of a fact, as 'known' shows it in [brackets].")]


def history(fact: _Fact, /, *paths: Paths, on: On = None, options: Options = _DEFAULTS) -> None:
    """Tell how one fact came to be known, step by step."""
    as_of = options.as_of(on, "--on")
    with collection(paths, options) as opened:
        found = opened.history(fact, as_of)
        if options.json:
            show_json(found.to_dict())
            return
        words = ("explain", found.fact, "--on", str(found.steps[-1].day))
        show(history_view(found, [("Why it stands so", options.command(*words, paths=paths))]))


def explain(fact: _Fact, /, *paths: Paths, on: On = None, options: Options = _DEFAULTS) -> None:
    """Tell why a fact stands as it does: claims, chains of sources, dates, exact quotes."""
    as_of = options.as_of(on, "--on")
    with collection(paths, options) as opened:
        found = opened.explain(fact, as_of)
        if options.json:
            show_json(found.to_dict())
            return
        words = ("history", found.fact.id)
        show(explain_view(found, [("How it came to this", options.command(*words, paths=paths))]))
