"""A kit for testing projections, stores and extractors by their laws.

It needs Hypothesis: ``pip install 'timeline-engine[testing]'``.

>>> from timeline.projections import Facts
>>> from timeline.testing import check_projection
>>> "no hindsight" in check_projection(Facts(), examples=10).laws
True

Raises:
    ImportError: Hypothesis is not installed.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if find_spec("hypothesis") is None:
    raise ImportError(
        "timeline.testing needs Hypothesis; install it with: pip install 'timeline-engine[testing]'"
    )

if TYPE_CHECKING:
    from timeline.testing._check_projection import PROJECTION_LAWS, check_projection, holds
    from timeline.testing._check_store import StoreMachine, check_store, store_holds
    from timeline.testing._code import code_of
    from timeline.testing._events import curation, events, events_of, news, streams
    from timeline.testing._extractor_laws import (
        EXTRACTOR_LAWS,
        Extractor,
        check_extractor,
        extractor_holds,
    )
    from timeline.testing._five_articles import five_articles
    from timeline.testing._given import given
    from timeline.testing._law import Checked, Law, LawBroken
    from timeline.testing._newsroom import Happening, Newsroom, Telling
    from timeline.testing._newsrooms import newsrooms
    from timeline.testing._nouns import (
        articles,
        attributions,
        claims,
        evidence,
        figures,
        ids,
        numbers,
        sources,
    )
    from timeline.testing._prose import prose, written_articles
    from timeline.testing._store_laws import STORE_LAWS
    from timeline.testing._whens import day_numbers, whens

_HOME = {
    "PROJECTION_LAWS": "_check_projection",
    "check_projection": "_check_projection",
    "holds": "_check_projection",
    "StoreMachine": "_check_store",
    "check_store": "_check_store",
    "store_holds": "_check_store",
    "code_of": "_code",
    "curation": "_events",
    "events": "_events",
    "events_of": "_events",
    "news": "_events",
    "streams": "_events",
    "EXTRACTOR_LAWS": "_extractor_laws",
    "Extractor": "_extractor_laws",
    "check_extractor": "_extractor_laws",
    "extractor_holds": "_extractor_laws",
    "five_articles": "_five_articles",
    "given": "_given",
    "Checked": "_law",
    "Law": "_law",
    "LawBroken": "_law",
    "Happening": "_newsroom",
    "Newsroom": "_newsroom",
    "Telling": "_newsroom",
    "newsrooms": "_newsrooms",
    "articles": "_nouns",
    "attributions": "_nouns",
    "claims": "_nouns",
    "evidence": "_nouns",
    "figures": "_nouns",
    "ids": "_nouns",
    "numbers": "_nouns",
    "sources": "_nouns",
    "prose": "_prose",
    "written_articles": "_prose",
    "STORE_LAWS": "_store_laws",
    "day_numbers": "_whens",
    "whens": "_whens",
}

__all__ = [
    "EXTRACTOR_LAWS",
    "PROJECTION_LAWS",
    "STORE_LAWS",
    "Checked",
    "Extractor",
    "Happening",
    "Law",
    "LawBroken",
    "Newsroom",
    "StoreMachine",
    "Telling",
    "articles",
    "attributions",
    "check_extractor",
    "check_projection",
    "check_store",
    "claims",
    "code_of",
    "curation",
    "day_numbers",
    "events",
    "events_of",
    "evidence",
    "extractor_holds",
    "figures",
    "five_articles",
    "given",
    "holds",
    "ids",
    "news",
    "newsrooms",
    "numbers",
    "prose",
    "sources",
    "store_holds",
    "streams",
    "whens",
    "written_articles",
]


def __getattr__(name: str) -> object:
    # Loaded when first asked for (PEP 562): Hypothesis loads this package to register its types.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
