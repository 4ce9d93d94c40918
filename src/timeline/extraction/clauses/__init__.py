"""Where a sentence is cut, because it says two things."""

from timeline.extraction.clauses._clauses import (
    Clause,
    Opening,
    clauses_of,
)
from timeline.extraction.clauses._verbs import (
    COMMON_PAST,
    PRONOUNS,
)

__all__ = [
    "COMMON_PAST",
    "PRONOUNS",
    "Clause",
    "Opening",
    "clauses_of",
]
