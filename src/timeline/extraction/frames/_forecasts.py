"""Forecasts that are told by what is done with them: "it trimmed its growth estimate to 2.1%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._titles import listed
from timeline.extraction.frames._content import denied_when
from timeline.extraction.frames._draft import AFTER, Draft, Reading
from timeline.extraction.frames._subject import subject_before
from timeline.extraction.sources import phrase_within
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks

_NOUNS: Final = listed("forecast forecasts estimate estimates projection projections prediction")
_CHANGED: Final = listed(
    """
    raised raises cut cuts trimmed trims lowered lowers lifted lifts revised revises upgraded
    upgrades downgraded downgrades hiked hikes slashed slashes boosted boosts increased increases
    reduced reduces narrowed narrows widened widens kept keeps maintained maintains left leaves
    updated updates nudged nudges bumped bumps shaved shaves doubled doubles halved halves
    """
)
_ITS: Final = frozenset({"its", "their", "his", "her"})
_FAR: Final = 6
_BEHIND: Final = 10


def revised(reading: Reading, place: int) -> Draft | None:
    """Read "The fund cut its forecast for Peru to 2.2%": what stands there now is its word.

    Without a number, that it did so is all that is told, and the article tells it.
    """
    chunks = reading.chunks
    if chunks.lower(place) not in _NOUNS:
        return None
    owner = place - 1
    while owner > place - _FAR and chunks.lower(owner) not in _ITS and chunks.tag(owner) in "wWJT#":
        owner -= 1
    verb = owner - 1
    while chunks.lower(verb) in {"up", "down", "back"}:
        verb -= 1
    if chunks.lower(owner) not in _ITS or chunks.lower(verb) not in _CHANGED:
        return None
    if not _to_a_number(chunks, place):
        return None
    subject = subject_before(reading, verb)
    speaker = subject.speaker
    if speaker is not None and chunks.tag(verb - 1) in "NGS":
        # What follows is no verb of saying, at which a phrase would end by itself.
        speaker = phrase_within(chunks, speaker.first, verb, reading.memory)
    if subject.shared and reading.drafts:
        speakers = reading.drafts[-1].speakers
    elif speaker is not None and speaker.way != "unnamed":
        speakers = (speaker,)
    else:
        return None
    if subject.negated or subject.modal or subject.infinitive:
        return None
    draft = Draft(
        "revised a forecast",
        subject.first,
        verb,
        speakers,
        Stance.FORECASTS,
        AFTER,
        content=verb,
        time=subject.time,
        shared=subject.shared,
        goes_on=speakers[-1].way == "pronoun",
    )
    denied_when(reading, draft)
    return draft


def _to_a_number(chunks: Chunks, place: int) -> bool:
    """Whether "to 2.2%", "at 400 million" or "from 3%" stands behind the noun at *place*."""
    for here in range(place + 1, min(place + _BEHIND, len(chunks))):
        if chunks.tag(here) in ",.;:btRQ":
            return False
        if chunks.lower(here) in {"to", "at", "from", "by"}:
            ahead = here + 1
            while chunks.tag(ahead) in "wDA" and ahead < here + _FAR:
                ahead += 1
            if chunks.tag(ahead) == "#":
                return True
    return False
