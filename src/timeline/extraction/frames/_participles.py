"""Participles that go on with what somebody says: ", adding that", ", citing officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._circumstances import circumstances, pass_anonymity, time_at
from timeline.extraction.frames._draft import AFTER, BEFORE, Draft, Reading
from timeline.extraction.frames._subject import main_subject
from timeline.extraction.frames._that_day import precise
from timeline.extraction.sources import UNNAMED_REPORTS, phrase_from
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.sources import Speaker
    from timeline.timex import TimeExpression
from timeline.extraction.frames._content import with_content

# What a fact suggests or shows, the article concludes by itself.
_OUR_OWN: Final = listed("suggest show indicate imply reveal signal find")
_CHARGES: Final = frozenset({"accuse", "blame"})
_PAPERS: Final = listed("statement letter memo note post tweet message release article email")


def participle(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read ", adding that ...", "..., citing X": it goes on with the speaker before it."""
    chunks = reading.chunks
    before = chunks.tag(place - 1)
    if place == 0:
        return None
    if before not in ",cbAQ":
        return _attached(reading, place, verb)
    if verb.kind == "cite":
        return _citing(reading, place)
    if verb.lemma in _CHARGES and before == ",":
        return _charging(reading, place)
    if (
        verb.lemma in _OUR_OWN
        or verb.kind in {"act", "call"}
        or (verb.kind == "mean" and verb.stance is Stance.ASSERTS)
    ):
        return None
    carried = None
    if reading.drafts:
        speakers = reading.drafts[-1].speakers
    else:
        speaker = main_subject(reading, place)
        if speaker is None:
            return None
        speakers = (speaker,)
        carried = same_day(reading, place)
    around = circumstances(reading, place + 1, told=verb.kind == "tell", trailing=False)
    first = place - 1 if before in ",cb" else place
    draft = Draft(
        f"{verb.lemma} on",
        first,
        around.last,
        (*around.media, *speakers),
        verb.stance,
        AFTER,
        content=around.last,
        time=around.time or carried,
        carried=around.time is None,
        told=bool(around.media),
        shared=True,
        goes_on=True,
    )
    if chunks.tag(around.last) in ".;" or around.last >= len(chunks):
        return None
    return with_content(chunks, draft, verb)


def _charging(reading: Reading, place: int) -> Draft | None:
    """Read "denied the shots, accusing the rebels of ...", "filed a suit, accusing it of ..."."""
    drafts = reading.drafts
    if drafts and drafts[-1].stance is not Stance.DENIES:
        return None  # it is part of what is said
    speaker = None if drafts else main_subject(reading, place)
    speakers = drafts[-1].speakers if drafts else () if speaker is None else (speaker,)
    if not speakers:
        return None
    return Draft(
        "deed on", place - 1, place, speakers, Stance.ASSERTS, AFTER, content=place,
        time=drafts[-1].time if drafts else None, carried=True, shared=True, goes_on=True,
    )  # fmt: skip


def same_day(reading: Reading, place: int) -> TimeExpression | None:
    """Return the date of the deed in "the court on Monday threw out the law, ruling that"."""
    chunks = reading.chunks
    days = [k for k in range(place) if chunks.tag(k) == "T"]
    if len(days) != 1 or not {"b", "R", "t", ";"}.isdisjoint(chunks.tags[: days[0]]):
        return None
    day = days[0]
    on = chunks.tag(day - 1) != "p" or chunks.lower(day - 1) == "on"
    time = time_at(chunks, day) if on and "," not in chunks.tags[day : place - 1] else None
    # "earned less than a year earlier, and said": what is so far off dates no word of theirs.
    return time if time is not None and precise(time) else None


def _attached(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "reports stating that", "a letter to the board stating", "by saying"."""
    chunks = reading.chunks
    after = place + 1
    if chunks.tag(after) == ",":
        after += 1
    if chunks.tag(after) not in "tQ:":
        return None
    before = place - 1
    if (apart := _absolute(reading, place, verb)) is not None:
        return apart
    if verb.lemma not in {"say", "state", "claim"}:
        return None
    if chunks.tag(before) == "N" or chunks.lower(before) in WRITINGS:
        first = before
        while first > 0 and chunks.tag(first - 1) in "DJNP":
            first -= 1
        speaker = phrase_from(chunks, first, reading.memory)
        if speaker is not None and speaker.way == "unnamed" and chunks.lower(before) in _PAPERS:
            speaker = _whose(reading, place)  # "releasing a statement saying"
    else:
        first, speaker = place, main_subject(reading, place)
    if speaker is None:
        return None
    content = after + 1 if chunks.tag(after) in "t:" else after
    return Draft(
        f"{verb.lemma} on",
        first,
        content,
        (speaker,),
        verb.stance,
        AFTER,
        content=content,
    )


def _absolute(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read ", the agency alleging that ...": a participle with a subject of its own."""
    chunks = reading.chunks
    if verb.kind not in {"say", "mean"} or chunks.tag(place - 1) not in "NGS":
        return None
    first = place - 1
    while first > 0 and chunks.tag(first - 1) in "DJNPWw":
        first -= 1
    if not first or chunks.tag(first - 1) != ",":
        return None
    speaker = phrase_from(chunks, first, reading.memory)
    if speaker is None or speaker.last != place or speaker.way == "unnamed":
        return None
    content = place + 1 + (chunks.tag(place + 1) in "t:")
    return Draft(
        f"{verb.lemma} on", first, content, (speaker,), verb.stance, AFTER, content=content
    )


def _whose(reading: Reading, place: int) -> Speaker | None:
    if reading.drafts:
        return reading.drafts[-1].speakers[-1]
    return main_subject(reading, place)


def _citing(reading: Reading, place: int) -> Draft | None:
    chunks = reading.chunks
    source = phrase_from(chunks, place + 1, reading.memory)
    if source is None:
        return None
    if not reading.drafts and source.id == UNNAMED_REPORTS:
        return None  # "closed the case, citing a medical report"
    last = pass_anonymity(chunks, max(source.last, place + 2))
    if reading.drafts:
        target = reading.drafts[-1]
        silent = target.stance is Stance.WITHHOLDS  # "declined to comment, citing an inquiry"
        if not silent and source.id not in {speaker.id for speaker in target.speakers}:
            target.speakers = (*target.speakers, source)
        target.cited = not silent
        speakers = target.speakers
        rule = "citing on"
    else:
        speakers = (source,)
        rule = "citing"
    return attrs.evolve(
        Draft(rule, place, last, speakers, Stance.ASSERTS, BEFORE, content=last),
        empty=rule == "citing on",
        shared=rule == "citing on",
        cited=True,
    )
