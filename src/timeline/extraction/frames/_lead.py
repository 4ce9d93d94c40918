"""What opens a sentence before who speaks: "In an interview on Monday", "Reached by phone"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._reporting import REACHED
from timeline.extraction.frames._circumstances import circumstances
from timeline.extraction.frames._draft import Circumstances, Reading, Subject

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks

_HEARD: Final = frozenset({"addressing", "briefing", "telling", "updating"})
_OPENING: Final = _HEARD | {
    "speaking", "talking", "writing", "testifying", "answering", "appearing", "responding",
    "reached", "contacted", "interviewed", "questioned", "approached", "quizzed", "pressed",
}  # fmt: skip
_PRESSED: Final = frozenset({"asked", "questioned", "pressed", "challenged", "approached"})
_WHEN_PRESSED: Final = frozenset({"on", "by", "in", "at", "during", "yesterday", "today"})


def _asked(chunks: Chunks) -> bool:
    """Whether a sentence opens with how somebody was asked: "Reached by phone", "Asked on Monday".

    In "Asked about the flood in May" the month may be that of the flood.
    """
    lower = chunks.lower(0)
    return lower in REACHED or (lower in _PRESSED and chunks.lower(1) in _WHEN_PRESSED)


def lead_of(reading: Reading, subject: Subject) -> Circumstances:
    """Read what opens a sentence: "In an interview with X on Monday", "Addressing the crowd"."""
    chunks = reading.chunks
    lower = chunks.lower(0)
    start = int(opens := lower in _OPENING or _asked(chunks))
    if (start == 0 and lower not in {"in", "at", "during"}) or subject.first <= 1:
        return Circumstances(0)
    if lower in _HEARD:
        while chunks.tag(start) in "DJWwGSNg#P":
            start += 1
    around = circumstances(reading, start, told=False, trailing=opens)
    if around.last > subject.first:
        return Circumstances(0)
    if around.occasion and around.last == subject.first:
        subject.first, around.also = 0, False  # "In a statement on Monday the ministry said"
        return around
    if around.last > start and chunks.tag(around.last) == ",":
        subject.first = 0 if subject.first == around.last + 1 else subject.first
        around.also = False
        return around
    if opens and around.time is not None and _question(chunks, around.last, subject.first):
        subject.first, around.also = 0, False
        return around
    return Circumstances(0)


def _question(chunks: Chunks, first: int, last: int) -> bool:
    """Whether what was asked stands there: "Asked on Monday whether he would go, he said"."""
    asks = chunks.tag(first) == "b" or chunks.lower(first) in {"about", "by"}
    return asks and chunks.tag(last - 1) == "," and "Q" not in chunks.tags[first:last]
