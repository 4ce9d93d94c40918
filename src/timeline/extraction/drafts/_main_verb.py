"""What a sentence tells behind a participle with a date: "stolen in 1994, it was found on Friday".

The words for a happening may be no more than what says which thing is meant; the verb of the
sentence, of which no kind is known, has a day of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.extraction.english._inflection import Form, is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.drafts._pieces import Piece

_FORMS = {Form.PAST, Form.PARTICIPLE}


def main_clause(piece: Piece, told: Sequence[Draft]) -> Piece | None:
    """Return the piece with the dates of its own verb alone; None where it has been told.

    "A helmet stolen from a museum in 1994 was handed back on Wednesday" tells of two days. What was
    told of the participle ends before the verb.

    Args:
        piece: a piece.
        told: what was told of its happenings.
    """
    if len(piece.times) < 2 or not piece.happenings:  # noqa: PLR2004 - one is the participle's
        return None
    one, tokens = piece.happenings[0], piece.sentence.tokens
    if one.form not in _FORMS or not is_participle(tokens[one.first].lower):
        return None
    if one.first == piece.first or not _is_noun(tokens[one.first - 1].lower):
        return None
    date = piece.times[0]
    verb = next((k for k in range(one.last, piece.last) if tokens[k].start >= date.end), piece.last)
    if verb >= piece.last or not (tokens[verb].lower in FINITE or is_past(tokens[verb].lower)):
        return None
    later = tuple(time for time in piece.times if time.start > tokens[verb].start)
    if not later or any(other.last > verb for other in piece.happenings):
        return None
    for draft in told:
        draft.end = min(draft.end, tokens[verb - 1].end)
    return attrs.evolve(piece, happenings=(), times=later, quantities=())


def _is_noun(word: str) -> bool:
    return word.isalpha() and word not in FINITE and not word.endswith("ly") and word not in _NONE


_NONE = frozenset("and or but not never first to who which that he she it they we".split())
