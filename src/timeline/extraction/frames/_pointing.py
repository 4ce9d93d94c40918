"""Answers to what stands before them: "a charge that Acme rejects", "..., which the board denies".

What was said is somebody's, or the article's own; the answer to it is a claim of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.frames._content import ANSWERS, CHARGES
from timeline.extraction.frames._draft import BEFORE

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.frames._draft import Draft


def pointing_to(chunks: Chunks, place: int) -> int:
    """Return how many pieces up to *place* point to what was said: ", which", "a charge that"."""
    lower = chunks.lower(place)
    if lower == "which" and chunks.tag(place - 1) == ",":
        return 1
    that = lower in {"that", "which"}
    noun = chunks.lower(place - that)
    if not that and noun in CHARGES and chunks.tag(place - 1) == "D":
        return 2 if chunks.tag(place - 2) == "," else 0  # ", an allegation he disputes"
    if noun == "something" or noun in WRITINGS or (that and noun in CHARGES):
        return 1 + that + (chunks.tag(place - that - 1) == "D")
    return 0


def answer_to_it(chunks: Chunks, draft: Draft, verb: Verb, pointing: int) -> Draft | None:
    """Read "the fund is empty, something the ministry denied": what stands before is meant."""
    if verb.stance not in ANSWERS or chunks.tag(draft.last) not in ".,;":
        return None
    draft.first -= pointing
    draft.side = BEFORE
    draft.rule = f"{verb.lemma} of it"
    return draft
