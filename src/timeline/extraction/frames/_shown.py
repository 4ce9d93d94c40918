"""Pictures and recordings that somebody makes public: what they show is on that one's word."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._groups import FOOTAGE
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._circumstances import RELEASED, circumstances
from timeline.extraction.frames._draft import AFTER, BEFORE, Draft, Reading
from timeline.extraction.frames._subject import main_subject, subject_before
from timeline.extraction.names import Sort
from timeline.model import Stance

_RELEASE: Final = RELEASED | listed("publish release post share circulate broadcast air upload")
_LOOK: Final = 5


def released(reading: Reading, place: int) -> Draft | None:
    """Read "X posted a video of ..." and "X published footage in which ..."."""
    chunks = reading.chunks
    if chunks.lower(place) not in FOOTAGE:
        return None
    verb = next(
        (k for k in range(place - 1, max(-1, place - _LOOK), -1) if chunks.lower(k) in _RELEASE),
        None,
    )
    if verb is None or chunks.tags[verb + 1 : place].strip("DJNGw#AF") != "":
        return None
    content = place + 1
    if chunks.lower(content) in {"of", "showing", "from"}:
        content += 1
    elif (chunks.lower(content) == "in" and chunks.tag(content + 1) == "R") or (
        chunks.tag(content) in "tR" and chunks.lower(content + 1) in {"shows", "showed"}
    ):
        content += 2
    else:
        return None
    subject = subject_before(reading, verb)
    speaker = main_subject(reading, verb) if subject.infinitive else subject.speaker
    if subject.passive or speaker is None or speaker.sort is Sort.PLACE:
        return None
    first = speaker.first if subject.infinitive else subject.first
    return Draft(
        "released",
        first,
        content,
        (speaker,),
        Stance.ASSERTS,
        AFTER,
        content=content,
        time=subject.time,
    )


def shown_in(reading: Reading, place: int) -> Draft | None:
    """Read "..., in a video that X put online on January 20"."""
    chunks = reading.chunks
    if chunks.lower(place) != "in" or chunks.tag(place - 1) != "," or reading.drafts:
        return None
    footage = next((k for k in range(place + 1, place + _LOOK) if chunks.lower(k) in FOOTAGE), None)
    if footage is None or chunks.tag(footage + 1) not in "tR":
        return None
    around = circumstances(reading, place, told=False, trailing=True)
    speakers = [s for s in around.media if s.sort in {Sort.PERSON, Sort.ORGANISATION}]
    if not speakers or chunks.tag(around.last) != ".":
        return None
    return Draft(
        "shown in",
        place,
        around.last,
        tuple(speakers[:1]),
        Stance.ASSERTS,
        BEFORE,
        content=around.last,
        time=around.time,
    )
