"""What an ordinal counts: "becomes the 14th runner to be banned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english import _measures as words
from timeline.extraction.english._inflection import plural_of_person
from timeline.extraction.english._numbers import ORDINALS
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE
from timeline.extraction.quantities._numbers import COUNT
from timeline.extraction.quantities._persons import is_person
from timeline.extraction.quantities._uncounted import ENDINGS, deed_at

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause


def nth(clause: Clause, number: int) -> Named | None:
    """Read "becomes the 14th runner to be banned this year": so many were."""
    amount, tokens = clause.amounts[number], clause.tokens
    ordinal = tokens[amount.core].lower in ORDINALS or tokens[amount.end - 1].lower in ENDINGS
    deed = deed_at(tokens, amount.end) if ordinal and amount.sort == COUNT else None
    if deed is None:
        return None
    at, said = deed
    noun = plural_of_person(tokens[at].text if tokens[at].capital else tokens[at].lower)
    person = tokens[at].lower in words.PERSONS or noun.lower() in words.PEOPLES
    person = person or (tokens[at].capital and noun.endswith(("ans", "ese", "nis", "qis")))
    return Named(f"{noun} {said}", PEOPLE if person or is_person(noun) else noun)
