"""From files to the store: read, check, extract, link, work out what is new, append.

What reads and links articles is loaded when it is first asked for: questions need none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from timeline.ingestion._check import check, record
from timeline.ingestion._curated import Curated, CuratedStream, read_curated
from timeline.ingestion._ingest import ingest_curated
from timeline.ingestion._reconcile import additions

if TYPE_CHECKING:
    from timeline.ingestion._article_draft import ArticleDefaults
    from timeline.ingestion._article_left_out import Category, LeftOut
    from timeline.ingestion._articles import read_articles
    from timeline.ingestion._collect import Item, ingest
    from timeline.ingestion._draft import draft_of
    from timeline.ingestion._intake import SOME, Intake
    from timeline.ingestion._report import Ingested, Ingestion
    from timeline.ingestion._review import (
        UNSURE,
        DoubtfulClaim,
        DoubtfulPair,
        claim_now,
        doubtful_claims,
        doubtful_pairs,
    )

_LATER = {
    "ArticleDefaults": "_article_draft",
    "Category": "_article_left_out",
    "DoubtfulClaim": "_review",
    "DoubtfulPair": "_review",
    "Ingested": "_report",
    "Ingestion": "_report",
    "Intake": "_intake",
    "Item": "_collect",
    "LeftOut": "_article_left_out",
    "SOME": "_intake",
    "UNSURE": "_review",
    "claim_now": "_review",
    "doubtful_claims": "_review",
    "doubtful_pairs": "_review",
    "draft_of": "_draft",
    "ingest": "_collect",
    "read_articles": "_articles",
}

__all__ = [
    "SOME",
    "UNSURE",
    "ArticleDefaults",
    "Category",
    "Curated",
    "CuratedStream",
    "DoubtfulClaim",
    "DoubtfulPair",
    "Ingested",
    "Ingestion",
    "Intake",
    "Item",
    "LeftOut",
    "additions",
    "check",
    "claim_now",
    "doubtful_claims",
    "doubtful_pairs",
    "draft_of",
    "ingest",
    "ingest_curated",
    "read_articles",
    "read_curated",
    "record",
]


def __getattr__(name: str) -> object:
    """Load what reads and links articles."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
