"""Whether a form that is a verb of saying and a noun as well stands as a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import BODIES, GROUPS, WRITINGS
from timeline.extraction.english._places import PLACE_NOUNS
from timeline.extraction.english._reporting import VERBS

if TYPE_CHECKING:
    from timeline.extraction._frames_chunks import Chunk

_NOUN_AFTER: Final = frozenset("DJPp#")


def as_noun(lower: str, before: str, items: list[Chunk]) -> bool:
    if before == "p" and len(items) > 1 and items[-2].lower == "yet":
        return False  # "has yet to comment"
    if before in _NOUN_AFTER or (before == "V" and VERBS[lower].form == "base"):
        return True  # "told state television"
    if before == "X":
        return lower in WRITINGS and len(items) > 1 and items[-2].lower == "there"
    if before == "G" and lower in WRITINGS:
        return items[-1].mention.text.lower().endswith("media")
    if before == "S":
        noun = items[-1].lower
        if VERBS[lower].form == "base" and noun in BODIES and noun not in GROUPS:
            return True  # "a firm offer": one body takes no such form
        return lower in WRITINGS and noun in {"media", "news", "press"}
    if before == "w" and (
        (len(items) > 1 and items[-2].tag == "N" and items[-1].lower in PLACE_NOUNS)
        or (items[-1].lower.endswith("s") and VERBS[lower].form == "base")
    ):
        return False  # "captured in Kursk province report", "hospitals report"
    if before == "w":
        return lower in WRITINGS or items[-1].lower.endswith(("al", "ed", "ian", "ic"))
    if not items or before in "Q(":
        return True
    return (before == "t" and lower in WRITINGS) or (before == "c" and lower in WRITINGS)
