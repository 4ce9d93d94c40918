"""Whether a verb of words is one, by its object: a plan is defended in words, a city is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import OCCASIONS
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._titles import listed

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._draft import Circumstances

_COURTS: Final = frozenset({"court", "courts", "tribunal", "judge", "judges"})
_DEFENDED: Final = listed(
    "decision plan plans record policy move handling bid law bill deal choice use cuts measures"
)
_OBJECT: Final = 8  # pieces of whom one asks
_BLAME: Final = listed("blame responsibility guilt attack attacks killings murder murders hopes")
_SOME: Final = listed("about around some nearly almost over more than at least another only just")


def asks(chunks: Chunks, place: int, lead: Circumstances) -> bool:
    """Whether something is asked for, or pinned on somebody in so many words.

    "Asked on Friday for the closure", "asked the court to", "in its report pinned the raids on".
    """
    after = place + 1
    while chunks.tag(after) == "T" or (chunks.tag(after) == "p" and chunks.tag(after + 1) == "T"):
        after += 1
    end = after
    while chunks.tag(end) in "DJWwNGSP#A" and end < after + _OBJECT:
        end += 1
    if chunks[place].verb.lemma == "pin":
        words = [chunks.lower(k) for k in range(after, after + _OBJECT)]
        return "on" in words and (lead.occasion or not _BLAME.isdisjoint(words))
    if chunks.lower(after) == "for":
        return chunks.tag(after + 1) not in ",.;"  # "the money that it asked for"
    return end > after and chunks.lower(end) == "to"


def words_of_defence(chunks: Chunks, place: int) -> bool:
    """Whether something is defended in words: "defended the decision on a call with reporters"."""
    words = {chunks.lower(k) for k in range(place + 1, len(chunks))}
    return bool(words & _DEFENDED) and bool(words & OCCASIONS)


def calls_for(chunks: Chunks, place: int) -> bool:
    """Whether somebody calls for something: "called on the board to", "called last week for"."""
    after = place + 1
    while chunks.tag(after) == "T" or (chunks.tag(after) == "p" and chunks.tag(after + 1) == "T"):
        after += 1
    if chunks.lower(after) == "for":
        return True
    end = after + 1
    while chunks.tag(end) in "DJWwNGSP#Ac" and end < after + _OBJECT:
        end += 1
    return chunks.lower(after) in {"on", "upon"} and chunks.lower(end) == "to"


def let_in(chunks: Chunks, place: int) -> bool:
    """Whether people are let in or goals: "admitted 212 patients", "conceded two goals"."""
    while chunks.lower(place) in _SOME or chunks.tag(place) == "A":
        place += 1
    word = chunks.lower(place)
    return chunks.tag(place) == "#" or word in CARDINALS


def to_court(chunks: Chunks, place: int) -> bool:
    """Whether somebody appeals to a court, or against its ruling: that is no saying."""
    if chunks.lower(place) == "against":
        return True
    end = place + 1
    while chunks.tag(end) in "DJWwNS":
        end += 1
    words = {chunks.lower(k) for k in range(place, end)}
    names = [chunks[k].mention.text for k in range(place, end) if chunks.tag(k) == "N"]
    return bool(words & _COURTS) or any("Court" in name or "Tribunal" in name for name in names)
