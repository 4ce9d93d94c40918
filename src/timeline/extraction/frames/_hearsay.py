"""What is said by nobody in particular: "reportedly", "it is thought", "are believed to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._reporting import HELD
from timeline.extraction.frames._draft import (
    AFTER,
    AROUND,
    Draft,
    Reading,
)
from timeline.extraction.names import Sort
from timeline.extraction.sources import (
    UNNAMED_REPORTS,
    Speaker,
)
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks


_NOBODY: Final = Speaker(
    UNNAMED_REPORTS, Sort.GROUP, 0, 0, "Unnamed reports", way="unnamed", plural=True
)


_AHEAD: Final = frozenset({"forecast", "expected", "predicted"})  # "snow is forecast for Monday"


def hearsay(reading: Reading, place: int) -> Draft | None:
    """Read "was reportedly sent": somebody says so who is not named."""
    chunks = reading.chunks
    if chunks.lower(place) == "apparently":
        return None
    first, last = _clause(chunks, place)
    return Draft(
        "hearsay",
        place,
        place + 1,
        (_NOBODY,),
        Stance.ASSERTS,
        AROUND,
        content=first,
        until=last,
    )


def _clause(chunks: Chunks, place: int) -> tuple[int, int]:
    """Return the bounds of the clause around *place*."""
    first = place
    while first > 0 and not _breaks(chunks, first - 1):
        first -= 1
    last = place
    while last < len(chunks) and not (
        _breaks(chunks, last) or chunks.lower(last) in {"but", "while", "whereas", "although"}
    ):
        last += 1
    while last > first and chunks.tag(last - 1) in ",.;b":
        last -= 1
    return first, last


def _breaks(chunks: Chunks, place: int) -> bool:
    tag = chunks.tag(place)
    if tag in ".;:":
        return True
    return tag == "," and (
        chunks.tag(place + 1) in "bR" or chunks.lower(place + 1) in {"and", "but", "with"}
    )


def held(reading: Reading, place: int) -> Draft | None:
    """Read "it is thought that ..." and "they are believed to ..."."""
    chunks = reading.chunks
    stance = HELD.get(chunks.lower(place))
    if stance is None:
        return None
    before = place - 1
    while chunks.tag(before) == "A":
        before -= 1
    if chunks.tag(before) != "X" and not chunks.lower(before).endswith("'s"):
        return None
    whose = chunks.lower(before - 1) == "it" and chunks.tag(place + 1) in "pT"  # "it had forecast"
    if chunks.lower(before) in {"had", "has", "have"} and not whose:
        return None  # "analysts had predicted in June that ...": they say so themselves
    while chunks.tag(before) in "XAP" and before > 0:
        before -= 1
    if chunks.lower(before) == "it" and chunks.lower(place + 1) not in {"by", "to"}:
        side, content, until = AFTER, place + 1, -1
        if chunks.tag(content) == "t":
            content += 1
        elif chunks.tag(content) == ",":
            side, (content, until) = AROUND, _clause(chunks, place)
        return Draft(
            "it is thought",
            before,
            place + 1,
            (_NOBODY,),
            stance,
            side,
            content=content,
            until=until,
        )
    if chunks.lower(place + 1) == "to" or (
        chunks.lower(place) in _AHEAD
        and chunks.tag(place + 1) == "p"
        and chunks.lower(place + 1) != "by"
    ):
        first, last = _clause(chunks, place)
        if chunks.tag(before) == "c" and before > first:
            first = before + 1  # "signed it and is expected to leave": only that is expected
        gap = _insertion(chunks, first, before)
        if gap is not None:
            first, _ = _clause(chunks, gap[0] - 1)
        source = _NOBODY
        if (
            chunks.lower(first) in {"that", "this"}
            and chunks.tag(first + 1) in "XAm"
            and reading.memory.chain
        ):
            # What was said just before is said to amount to something.
            source = Speaker(reading.memory.chain[-1], Sort.GROUP, first, first + 1, way="writing")
        return Draft(
            "are believed to",
            place,
            place + 1,
            (source,),
            stance,
            AROUND,
            content=first,
            until=last,
            gap=gap,
        )
    return None


def _insertion(chunks: Chunks, first: int, last: int) -> tuple[int, int] | None:
    """Find the relative clause between subject and verb: "X, which owns Y, is expected to"."""
    if chunks.tag(last) != "," or chunks.tag(first) != "R" or chunks.tag(first - 1) != ",":
        return None
    return (first - 1, last + 1) if first > 1 else None
