"""From an article's text to claims: who says that what happened when, and in which words.

Rules of English and of news, offline and deterministic; each claim names the rules that made it.
"""

from timeline.extraction._extractor import Extraction, Extractor, Unread
from timeline.extraction._rules import RuleExtractor
from timeline.extraction.happenings import (
    Kind,
    Kinds,
)
from timeline.extraction.names import KnownSources, Table
from timeline.extraction.page import correction_date, proposed_publication
from timeline.extraction.quantities import Measures

__all__ = [
    "Extraction",
    "Extractor",
    "Kind",
    "Kinds",
    "KnownSources",
    "Measures",
    "RuleExtractor",
    "Table",
    "Unread",
    "correction_date",
    "proposed_publication",
]
