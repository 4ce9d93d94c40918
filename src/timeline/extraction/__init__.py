"""From an article's text to claims: who says that what happened when, and in which words.

Rules of English and of news, offline and deterministic; each claim names the rules that made it.
"""

from timeline.extraction._correction import correction_date
from timeline.extraction._extractor import Extraction, Extractor, Unread

__all__ = ["Extraction", "Extractor", "Unread", "correction_date"]
