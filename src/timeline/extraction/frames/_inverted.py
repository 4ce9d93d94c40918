"""Speakers behind their verb: "said Budanov", "rejected by the ministry", "quoted as saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._titles import SPOKESMEN, listed
from timeline.extraction.frames._answers import TURNED, words_before
from timeline.extraction.frames._anybody import any_phrase
from timeline.extraction.frames._circumstances import circumstances, pass_anonymity
from timeline.extraction.frames._draft import AFTER, BEFORE, Draft, Reading, Subject
from timeline.extraction.frames._subject import subject_before
from timeline.extraction.sources import (
    name_behind,
    phrase_from,
    pointed,
)
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.sources import (
        Memory,
        Speaker,
    )


_ONE: Final = frozenset({"one", "another"})
_PART: Final = 6  # pieces between "of which" and the verb
# Things by which something is found to be so.
_PROOFS: Final = listed(
    """
    test tests testing analysis analyses sample samples swab swabs scan scans examination
    examinations autopsy autopsies findings results images imagery footage photographs photos
    videos recordings records documents papers files data readings measurements checks evidence
    sightings
    """
)
_AHEAD: Final = 3  # pieces before the verb: a comma, "a", "claim"


def inverted(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "..., said Budanov" and "..., say analysts"."""
    chunks = reading.chunks
    if not verb.bare or place == 0 or chunks.tag(place - 1) not in ",Q":
        return None
    following = chunks.tag(place + 1)
    if chunks.lower(place + 1) in _ONE and chunks.tag(place - 1) == "Q":
        return _one_of_them(reading, place, verb)
    if following not in "NGDJSHWw" or (following == "H" and chunks.tag(place - 1) != "Q"):
        return None
    if chunks.tag(place - 1) == "," and chunks.lower(place + 2) == "of":
        return None  # ", said nine of the members voted"
    speaker = phrase_from(chunks, place + 1, reading.memory)
    if speaker is None and following == "W" and chunks.tag(place - 1) == "Q":
        speaker = _by_last_word(chunks, place + 1, reading.memory)
    if speaker is None and following == "D":
        # "said her party's shadow, Tom Reyes": a name behind a noun that is in no list
        speaker = name_behind(chunks, place + 1, reading.memory)
    if speaker is None and (verb.lemma == "say" or chunks.tag(place - 1) == "Q"):
        speaker = any_phrase(reading, place + 1)
    if speaker is None:
        return None
    last = speaker.last
    anonymous = chunks.lower(last) == "who" and chunks.tag(last + 1) in "XVwm"
    if chunks.tag(last) not in ",.;TpA-" and last < len(chunks) and not anonymous:
        return None
    if verb.kind == "tell":
        return None
    if chunks.tag(place - 1) == "," and _has_subject(reading, place):
        return None
    office = speaker.way == "described" or any(
        chunks.lower(k) in SPOKESMEN for k in range(place + 1, last)
    )
    named = name_behind(chunks, last, reading.memory) if office else None
    if named is not None:
        speaker, last = attrs.evolve(named, noun=speaker.noun), named.last
    else:
        last = _apposition(chunks, last, reading, speaker)
    around = circumstances(reading, last, told=False, trailing=True)
    if (
        chunks.tag(around.last) == ","
        and chunks.tag(around.last + 1) == "p"
        and (chunks.lower(around.last + 1) in {"to", "in", "on"})
    ):
        more = circumstances(reading, around.last + 1, told=False, trailing=True)
        around.last, around.time = more.last, around.time or more.time
        around.media.extend(more.media)
    return Draft(
        verb.lemma,
        place,
        around.last,
        (*around.media, speaker, *around.cited),
        verb.stance,
        BEFORE,
        content=around.last,
        time=around.time,
        told=bool(around.media),
        cited=bool(around.cited),
        goes_on=around.also,
        interview=around.interview,
        same=around.same,
    )


def _one_of_them(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "“...,” said one of them" and "“...,” predicted one, an envoy"."""
    chunks = reading.chunks
    behind = place + 2
    if chunks.lower(behind) == "of" and chunks.lower(behind + 1) == "them":
        speaker, last = pointed("they", behind + 1, reading.memory), behind + 2
    elif chunks.tag(behind) == "," and chunks.tag(behind + 1) == "D":
        speaker = phrase_from(chunks, behind + 1, reading.memory)
        last = behind + 2 if speaker is None else pass_anonymity(chunks, speaker.last)
    elif chunks.tag(behind) in ".;":
        speaker, last = pointed("they", behind, reading.memory), behind
    else:
        speaker = phrase_from(chunks, behind, reading.memory)
        last = behind if speaker is None else pass_anonymity(chunks, speaker.last)
    if speaker is None:
        return None
    return Draft(verb.lemma, place, last, (speaker,), verb.stance, BEFORE, content=last)


def _by_last_word(chunks: Chunks, place: int, memory: Memory) -> Speaker | None:
    """Find "said Press" by the last word of a name before, where the word is no name by itself."""
    lower = chunks.lower(place)
    for known in reversed(memory.named.values()):
        if known.name.lower().endswith(f" {lower}"):
            return attrs.evolve(known, first=place, last=place + 1, way="named", noun="")
    return None


def _has_subject(reading: Reading, place: int) -> bool:
    """Whether a noun with an insertion stands before: "X, the president, said Russia ..."."""
    found = subject_before(reading, place)
    return found.speaker is not None and (
        found.first == 0 or reading.chunks.tag(found.first - 1) in "bc;TQ"
    )


def _apposition(chunks: Chunks, place: int, reading: Reading, speaker: Speaker) -> int:
    """Pass over ", a correspondent with InfoResist in Odesa" and keep its nouns."""
    if chunks.tag(place) != "," or not (
        chunks.tag(place + 1) in "DS#R" or chunks.lower(place + 1) in {"once", "former", "then"}
    ):
        return place
    ahead = place + 1
    while ahead < len(chunks) and chunks.tag(ahead) not in ",.;Qg":
        if chunks.tag(ahead) == "S":
            reading.memory.nouns.setdefault(speaker.id, set()).add(chunks.lower(ahead))
        ahead += 1
    return ahead


def passive(reading: Reading, place: int, verb: Verb, subject: Subject) -> Draft | None:
    """Read "reports that ... were rejected by X" and "X was quoted as saying"."""
    chunks = reading.chunks
    if verb.kind == "cite":
        return _quoted_as(reading, place, subject)
    after = place + 1
    while chunks.tag(after) == "A":
        after += 1
    if chunks.lower(after) != "by" or verb.kind in {"tell", "call", "put"}:
        return None
    if verb.lemma == "find" or (verb.lemma in TURNED and not words_before(chunks, place)):
        return None  # "found by police", "the plan was rejected by the board": who did so
    speaker = phrase_from(chunks, after + 1, reading.memory)
    if speaker is None or _some_of_them(chunks, place):
        return None
    if chunks.tag(speaker.last) == "w" and chunks.lower(speaker.last) in _PROOFS:
        return None  # "confirmed by laboratory tests": nobody says so
    around = circumstances(reading, max(speaker.last, after + 2), told=False, trailing=True)
    first = place
    while first > 0 and chunks.tag(first - 1) in "XAn":
        first -= 1
    opens = first == 1 and chunks.lower(0) == "it" and chunks.tag(around.last) == "t"
    return Draft(
        f"{verb.lemma} by" if not opens else f"it is {verb.lemma} by",
        0 if opens else first,
        around.last,
        (*around.media, speaker, *around.cited),
        verb.stance,
        AFTER if opens else BEFORE,
        content=around.last + opens,
        time=around.time or subject.time,
        told=bool(around.media),
        interview=around.interview,
    )


def _some_of_them(chunks: Chunks, place: int) -> bool:
    """Whether a part is meant of what was counted: "80 cases, of which 12 were confirmed by X"."""
    relative = chunks.tags.rfind("R", max(0, place - _PART), place)
    return relative > 0 and chunks.lower(relative - 1) == "of"


def as_told_by(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "..., as estimated by the archive" and "As reported by the daily, ..."."""
    chunks = reading.chunks
    if verb.form != "past" or chunks.lower(place - 1) != "as" or chunks.lower(place + 1) != "by":
        return None
    speaker = phrase_from(chunks, place + 2, reading.memory)
    if speaker is None or verb.kind in {"tell", "call", "put", "act", "cite"}:
        return None
    last = name_end(chunks, speaker.last)
    around = circumstances(reading, last, told=False, trailing=True)
    opens = place == 1
    if opens and chunks.tag(around.last) != ",":
        return None
    return Draft(
        f"as {verb.lemma} by it",
        place - 1,
        around.last,
        (*around.media, speaker, *around.cited),
        verb.stance,
        AFTER if opens else BEFORE,
        content=around.last + opens,
        time=around.time,
        told=bool(around.media),
    )


def name_end(chunks: Chunks, place: int) -> int:
    """Pass over what a name goes on with: "the Archive of Public Gatherings"."""
    if chunks.lower(place) == "of":
        place += 1
        while chunks.tag(place) in "DJNGWwSP":
            place += 1
    return place


def claim_by(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "..., a claim dismissed by X as nonsense": X answers what stands before."""
    chunks = reading.chunks
    claim = chunks.lower(place - 1) in WRITINGS and chunks.tag(place - 2) == "D"
    if not claim or place < _AHEAD or chunks.tag(place - 3) not in ",-":
        return None
    if verb.form != "past" or chunks.lower(place + 1) != "by" or verb.kind in {"tell", "put"}:
        return None
    speaker = phrase_from(chunks, place + 2, reading.memory)
    if speaker is None:
        return None
    last = max(speaker.last, place + 3)
    while chunks.tag(last) not in ".;":
        last += 1
    return Draft(
        f"{verb.lemma} of it", place - 2, last, (speaker,), verb.stance, BEFORE, content=last
    )


def _quoted_as(reading: Reading, place: int, subject: Subject) -> Draft | None:
    chunks = reading.chunks
    carrier = None
    after = place + 1
    if chunks.lower(after) == "by":
        carrier = phrase_from(chunks, after + 1, reading.memory)
        after = max(after + 2, carrier.last if carrier else 0)
    if chunks.lower(after) != "as" or chunks.tag(after + 1) != "g" or subject.speaker is None:
        return None
    content = after + 2
    if chunks.tag(content) == "t":
        content += 1
    speakers = (subject.speaker,) if carrier is None else (carrier, subject.speaker)
    return Draft(
        "quoted as saying",
        subject.first,
        content,
        speakers,
        Stance.ASSERTS,
        AFTER,
        content=content,
        time=subject.time,
    )
