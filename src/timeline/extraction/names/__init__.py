"""Who and what is named: people, bodies, places, and the sources that are known."""

from timeline.extraction.names._index import (
    SourceIndex,
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

__all__ = [
    "KnownSources",
    "Mention",
    "Sort",
    "SourceIndex",
    "key_of",
    "named_id",
    "names_of",
    "words_of",
]
