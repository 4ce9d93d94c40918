"""From files to the store: read, check, work out what is new, append."""

from timeline.ingestion._check import check
from timeline.ingestion._curated import Curated, CuratedStream, read_curated
from timeline.ingestion._ingest import Ingested, ingest_curated
from timeline.ingestion._reconcile import additions

__all__ = [
    "Curated",
    "CuratedStream",
    "Ingested",
    "additions",
    "check",
    "ingest_curated",
    "read_curated",
]
