"""An event-sourced timeline engine for news: what was known, when, and on whose word.

>>> import timeline
>>> timeline.When.parse("2025-01-09").lies_within(timeline.When.parse("2025-01"))
<Certainty.CERTAIN>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline._timeline import Timeline
    from timeline.dates import Certainty, When
    from timeline.errors import TimelineError
    from timeline.model import (
        Article,
        AsOf,
        Attribution,
        Basis,
        Claim,
        Clock,
        Evidence,
        Figure,
        Source,
        Stance,
    )
    from timeline.projections import FactProjection, News, Projection, Status
    from timeline.store import ExpectedVersion, MemoryStore, SqliteStore

_HOME = {
    "Timeline": "timeline._timeline",
    "Certainty": "timeline.dates",
    "When": "timeline.dates",
    "TimelineError": "timeline.errors",
    "Article": "timeline.model",
    "AsOf": "timeline.model",
    "Attribution": "timeline.model",
    "Basis": "timeline.model",
    "Claim": "timeline.model",
    "Clock": "timeline.model",
    "Evidence": "timeline.model",
    "Figure": "timeline.model",
    "Source": "timeline.model",
    "Stance": "timeline.model",
    "FactProjection": "timeline.projections",
    "News": "timeline.projections",
    "Projection": "timeline.projections",
    "Status": "timeline.projections",
    "ExpectedVersion": "timeline.store",
    "MemoryStore": "timeline.store",
    "SqliteStore": "timeline.store",
}

__all__ = [
    "Article",
    "AsOf",
    "Attribution",
    "Basis",
    "Certainty",
    "Claim",
    "Clock",
    "Evidence",
    "ExpectedVersion",
    "FactProjection",
    "Figure",
    "MemoryStore",
    "News",
    "Projection",
    "Source",
    "SqliteStore",
    "Stance",
    "Status",
    "Timeline",
    "TimelineError",
    "When",
]


def __getattr__(name: str) -> object:
    # Loaded when first asked for (PEP 562), so that importing the package stays light.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
