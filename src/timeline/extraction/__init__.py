"""From an article's text to claims: who says that what happened when, and in which words.

Rules of English and of news, offline and deterministic; each claim names the rules that made it.
"""

from timeline.extraction._correction import correction_date
from timeline.extraction._extractor import Extraction, Extractor, Unread
from timeline.extraction._kinds import Kind, Kinds
from timeline.extraction._known import KnownSources
from timeline.extraction._measures import Measures
from timeline.extraction._publication import proposed_publication
from timeline.extraction._rules import RuleExtractor

__all__ = [
    "Extraction",
    "Extractor",
    "Kind",
    "Kinds",
    "KnownSources",
    "Measures",
    "RuleExtractor",
    "Unread",
    "correction_date",
    "proposed_publication",
]
