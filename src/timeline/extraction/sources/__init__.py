"""Phrases that mean a source: a name, a description, a pronoun."""

from timeline.extraction.sources._described import remember
from timeline.extraction.sources._phrases import (
    anybody,
    name_behind,
    phrase_from,
    phrase_within,
)
from timeline.extraction.sources._pointed import pointed, recall
from timeline.extraction.sources._sources import (
    UNNAMED_REPORTS,
    Memory,
    Speaker,
    bare_name,
    described_id,
    of_mention,
)
from timeline.extraction.sources._types import the_person

__all__ = [
    "UNNAMED_REPORTS",
    "Memory",
    "Speaker",
    "anybody",
    "bare_name",
    "described_id",
    "name_behind",
    "of_mention",
    "phrase_from",
    "phrase_within",
    "pointed",
    "recall",
    "remember",
    "the_person",
]
