"""Who and what is named: people, bodies, places, and the sources that are known."""

from timeline.extraction.names._entries import (
    key_of,
    words_of,
)
from timeline.extraction.names._known import KnownSources
from timeline.extraction.names._mention import (
    Mention,
    Sort,
    named_id,
)
from timeline.extraction.names._names import names_of
from timeline.extraction.names._tables import Table

__all__ = [
    "KnownSources",
    "Mention",
    "Sort",
    "Table",
    "key_of",
    "named_id",
    "names_of",
    "words_of",
]
