"""Answers to what stands before them: "a charge that Acme rejects", "..., which the board denies".

What was said is somebody's, or the article's own; the answer to it is a claim of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._reporting import SCORN
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._content import ANSWERS
from timeline.extraction.frames._draft import BEFORE

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.frames._draft import Draft, Reading

# What one does to a plan as well as to a claim; done to a plan it denies nothing.
TURNED: Final = frozenset({"reject", "dismiss", "rebuff", "dispute"})
CHARGES: Final = listed(
    "accusation accusations suggestion suggestions allegation charge charges speculation criticism "
    "remark remarks comment comments view views verdict notion idea theory concerns reporting "
    "talk warnings fears comparisons accusation assertion assertions contention insinuation"
)
"""Words for what was said, besides the writings."""
_POINTERS: Final = frozenset({"it", "this", "so", "that", "these", "those"})
_PHRASE: Final = 6


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


def words_before(chunks: Chunks, place: int) -> bool:
    """Whether the subject of the passive at *place* was said: "the claims were rejected by"."""
    for before in range(place - 1, -1, -1):
        tag, lower = chunks.tag(before), chunks.lower(before)
        if tag in "tQH" or lower in WRITINGS or lower in CHARGES or lower in {"this", "that"}:
            return True
        if tag == ";":
            break
    return False


def of_words(chunks: Chunks, place: int) -> bool:
    """Whether what is rejected was said, not done: reports, claims, "that ..."."""
    end = place
    while chunks.tag(end) in "DAJNGPw#S" and end < place + _PHRASE:
        if chunks.lower(end) in WRITINGS or chunks.lower(end) in CHARGES:
            return True
        end += 1
    return chunks.tag(end) in "tQ" or chunks.lower(place) in {"it", "this"}


def answered(chunks: Chunks, place: int) -> tuple[int, bool]:
    """Pass over "the report" behind "confirmed"; what it says was told before."""
    end = place
    while chunks.tag(end) in "DNPJ":
        end += 1
    if chunks.lower(end) in WRITINGS and (end > place) and chunks.tag(end + 1) in ".,;Tpc":
        if chunks.tag(end + 1) == "p" and chunks.tag(end + 2) != "T":
            return place, False
        return end + 1, True
    if chunks.lower(place) in _POINTERS and chunks.tag(place + 1) in ".,;Tp":
        return place + 1, True
    return place, False


def scorned(reading: Reading, first: int) -> bool:
    """Whether what is called names is what others say: "called the report “pure fiction”"."""
    chunks = reading.chunks
    told = False
    for place in range(first, len(chunks)):
        tag, lower = chunks.tag(place), chunks.lower(place)
        if tag == "Q":
            words = reading.sentence.between(chunks[place].start, chunks[place].end)
            return told and any(word.lower in SCORN for word in words)
        if told and lower in SCORN:
            return True  # "called the claim absurd"
        told = told or lower in WRITINGS or lower in CHARGES
        if tag in ".;,":
            return False
    return False


def no_aside(chunks: Chunks, draft: Draft) -> None:
    """Leave out of a denial what is told of the thing: "denies the charge, which will be heard"."""
    for place in range(draft.content + 1, len(chunks) - 1):
        if chunks.tag(place) in ";t":
            return
        if chunks.tag(place) == "," and chunks.tag(place + 1) == "R":
            draft.until = place
            return
