"""Verbs of saying in a sentence: before, behind, inverted, passive, and as participles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._frames_draft import (
    AFTER,
    BEFORE,
    Circumstances,
    Draft,
    Reading,
    circumstances,
    pass_anonymity,
    time_at,
)
from timeline.extraction._frames_subject import Subject, main_subject, subject_before
from timeline.extraction._names_mention import Sort
from timeline.extraction._sources import Speaker, phrase_from
from timeline.extraction.english._groups import OCCASIONS, WRITINGS
from timeline.extraction.english._reporting import CLAUSE_ONLY
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction._frames_chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.timex import TimeExpression

_ENDS: Final = frozenset(".;")
_PHRASE: Final = 6
_ANSWERS: Final = frozenset({Stance.CONFIRMS, Stance.DENIES})


def speech(reading: Reading, place: int) -> Draft | None:
    """Read a verb of saying with its speaker."""
    verb = reading.chunks[place].verb
    if verb.form == "ing":
        return _participle(reading, place, verb)
    inverted = _inverted(reading, place, verb)
    if inverted is not None:
        return inverted
    subject = subject_before(reading, place)
    if subject.infinitive:
        return None
    if subject.passive and verb.form == "past" and not subject.shared:
        return _passive(reading, place, verb, subject)
    speakers = _speakers(reading, subject)
    if not speakers:
        return None
    if subject.negated or subject.modal:
        return _withheld(reading, place, verb, subject, speakers)
    speaker = speakers[-1]
    if verb.form == "base" and not (
        speaker.plural or subject.shared or speaker.way == "pronoun" or speaker.sort is Sort.GROUP
    ):
        return None
    return _active(reading, place, verb, subject, speakers)


def _speakers(reading: Reading, subject: Subject) -> tuple[Speaker, ...]:
    if subject.speaker is not None:
        if subject.speaker.sort is Sort.PLACE and not _can_speak(reading, subject.speaker):
            return ()
        return (subject.speaker,)
    if subject.shared:
        if reading.drafts:
            return reading.drafts[-1].speakers
        start = main_subject(reading, subject.first)
        return () if start is None else (start,)
    return ()


def _can_speak(reading: Reading, speaker: Speaker) -> bool:
    for chunk in reading.chunks.items[speaker.first : speaker.last]:
        if chunk.tag in "NG":
            return bool(chunk.mention.country) or chunk.mention.id in reading.memory.index.sources
    return True


def _active(
    reading: Reading, place: int, verb: Verb, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    chunks = reading.chunks
    behind = (
        verb.bare
        and not subject.relative
        and subject.first > 0
        and (chunks.tag(subject.first - 1) in ",Q-" or chunks.lower(subject.first - 1) == "as")
    )
    lead = _lead(reading, subject)
    if verb.kind == "act":
        return _deed(reading, place, subject, speakers, lead)
    if verb.kind == "cite":
        return _citation(reading, place, subject, speakers)
    start = place + 1
    empty = False
    if verb.stance in _ANSWERS:
        start, empty = _answered(chunks, start)
    if verb.kind in {"call", "put"}:
        around = Circumstances(start)
    else:
        around = circumstances(
            reading, start, told=verb.kind == "tell", trailing=behind and not _opens(chunks, place)
        )
    if empty and chunks.tag(around.last) not in ",.;c":
        empty, around = False, Circumstances(place + 1)
    if subject.also:
        around.also = True
    content = around.last
    tag = chunks.tag(content)
    draft = Draft(
        verb.lemma,
        subject.first,
        content,
        (*lead.media, *around.media, *speakers, *subject.cited, *around.cited),
        verb.stance,
        AFTER,
        content=content,
        time=around.time or subject.time or lead.time,
        told=bool(around.media or lead.media),
        cited=bool(subject.cited or around.cited),
        shared=subject.shared,
        goes_on=around.also or verb.lemma in {"add", "continue"} or speakers[-1].way == "pronoun",
        empty=empty,
        interview=around.interview or lead.interview,
        relative=subject.relative,
    )
    if empty:
        return draft
    if behind and (tag in ",.;-Q" or content >= len(chunks)):
        draft.side = BEFORE
        return draft
    if content >= len(chunks) or tag in ".;":
        if not verb.bare or verb.kind == "mean" or verb.lemma in CLAUSE_ONLY:
            return None
        draft.side = BEFORE
        return draft
    kept = _with_content(chunks, draft, verb)
    if kept is not None:
        _ending(reading, kept)
    return kept


def _ending(reading: Reading, draft: Draft) -> None:
    """Take ", in an interview published on Wednesday" from the end of what is said."""
    chunks = reading.chunks
    for place in range(draft.content, len(chunks) - 2):
        if (
            chunks.tag(place) == ","
            and chunks.lower(place + 1) in {"in", "during", "at"}
            and "T" not in chunks.tag(place + 2)
        ):
            around = circumstances(reading, place + 1, told=False, trailing=True)
            if not around.occasion or chunks.tag(around.last) != ".":
                continue
            draft.until = place
            draft.time = draft.time or around.time
            draft.interview = draft.interview or around.interview
            if around.media:
                draft.speakers = (*around.media, *draft.speakers)
                draft.told = True
            return


def _opens(chunks: Chunks, place: int) -> bool:
    """Whether a clause or a quotation follows the verb at *place*, sooner or later."""
    for ahead in range(place + 1, len(chunks)):
        tag = chunks.tag(ahead)
        if tag in "tQ":
            return True
        if tag in ".,;":
            return False
    return False


def _with_content(chunks: Chunks, draft: Draft, verb: Verb) -> Draft | None:
    """Find where the words begin that stand behind a verb; None where it does not report."""
    content = draft.content
    tag = chunks.tag(content)
    plain = False
    if tag == ",":
        ahead = content + 1
        while ahead < len(chunks) and chunks.tag(ahead) not in "tQ.;":
            ahead += 1
        if chunks.tag(ahead) == "t" and chunks.tag(ahead - 1) == ",":
            content, plain = ahead + 1, True
            draft.last = ahead
        elif chunks.tag(content + 1) == "Q":
            content, plain = content + 1, True
        elif chunks.tag(content + 1) == "g":
            return draft if verb.kind == "say" and verb.lemma not in CLAUSE_ONLY else None
        elif verb.kind not in {"say", "tell"}:
            return None
        else:
            content += 1
    elif tag in {"t", ":"}:
        content, plain = content + 1, True
    elif tag == "Q" or (tag == "b" and chunks.lower(content) not in {"as", "when", "after"}):
        plain = True
    elif tag == "p" and verb.kind == "tell" and chunks.lower(content) in {"of", "about"}:
        content, plain = content + 1, True
    elif (
        tag == "p"
        and verb.kind != "put"
        and (verb.kind == "mean" or verb.lemma in CLAUSE_ONLY or chunks.lower(content) == "to")
    ):
        return None
    if not plain:
        if verb.lemma in CLAUSE_ONLY:
            return None
        if verb.kind == "tell" and tag in "pw":
            return None
        if verb.kind == "put" and not _put_at(chunks, content):
            return None
        if verb.kind == "call" and "Q" not in chunks.tags[content : content + 8]:
            return None
    noun = content
    while noun < content + _PHRASE and (
        chunks.tag(noun) in "DJNGPw#A"
        or (chunks.tag(noun) == "S" and chunks.lower(noun) not in WRITINGS)
    ):
        noun += 1
    if verb.stance in _ANSWERS and chunks.lower(noun) in WRITINGS and "t" in chunks.tags[noun:]:
        content = chunks.tags.index("t", noun) + 1  # "denied reports that ..."
    if verb.kind == "put" and not any(chunks.lower(k) == "at" for k in range(content, len(chunks))):
        draft.stance = Stance.ASSERTS
    draft.last = max(draft.last, content)
    draft.content = content
    return draft


def _put_at(chunks: Chunks, place: int) -> bool:
    lowers = [chunks.lower(k) for k in range(place, len(chunks))]
    downs = any(pair == ("down", "to") for pair in pairwise(lowers))
    return downs or (("at" in lowers or "in" in lowers) and "#" in chunks.tags[place:])


def _answered(chunks: Chunks, place: int) -> tuple[int, bool]:
    """Pass over "the report" behind "confirmed"; what it says was told before."""
    end = place
    while chunks.tag(end) in "DNPJ":
        end += 1
    if chunks.lower(end) in WRITINGS and (end > place) and chunks.tag(end + 1) in ".,;Tpc":
        if chunks.tag(end + 1) == "p" and chunks.tag(end + 2) != "T":
            return place, False
        return end + 1, True
    if chunks.lower(place) in {"it", "this", "so"} and chunks.tag(place + 1) in ".,;T":
        return place + 1, True
    return place, False


def _lead(reading: Reading, subject: Subject) -> Circumstances:
    """Read what opens a sentence: "In an interview with X on Monday", "Speaking with X"."""
    chunks = reading.chunks
    lower = chunks.lower(0)
    start = 1 if lower in {"speaking", "talking", "writing", "testifying"} else 0
    if (start == 0 and lower not in {"in", "at", "during"}) or subject.first < 2:  # noqa: PLR2004
        return Circumstances(0)
    around = circumstances(reading, start, told=False, trailing=start == 1)
    if around.last > subject.first:
        return Circumstances(0)
    if around.last > start and chunks.tag(around.last) == ",":
        subject.first = 0 if subject.first == around.last + 1 else subject.first
        around.also = False
        return around
    return Circumstances(0)


def _deed(
    reading: Reading,
    place: int,
    subject: Subject,
    speakers: tuple[Speaker, ...],
    lead: Circumstances,
) -> Draft:
    """Read a verb that does what it says: he offered, they condemned."""
    return Draft(
        "deed",
        subject.first,
        place,
        (*lead.media, *speakers),
        Stance.ASSERTS,
        AFTER,
        content=place,
        time=subject.time or lead.time or _in_message(reading.chunks, place),
        shared=subject.shared,
        goes_on=speakers[-1].way == "pronoun",
    )


def _in_message(chunks: Chunks, place: int) -> TimeExpression | None:
    """Find the date of "in his New Year's message", "in a speech on Monday"."""
    for here in range(place + 1, len(chunks)):
        if chunks.tag(here) != "p" or chunks.lower(here) not in {"in", "at", "during"}:
            continue
        found = None
        for ahead in range(here + 1, min(here + 7, len(chunks))):
            if chunks.tag(ahead) == "T":
                found = time_at(chunks, ahead)
            elif chunks.lower(ahead) in OCCASIONS:
                after = ahead + 2 if chunks.tag(ahead + 1) == "p" else ahead + 1
                return found or (time_at(chunks, after) if chunks.tag(after) == "T" else None)
            elif chunks.tag(ahead) not in "DwAPSJN":
                break
    return None


def _citation(
    reading: Reading, place: int, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    """Read "It cited Colonel X" and "X quoted Y as saying ..."."""
    chunks = reading.chunks
    source = phrase_from(chunks, place + 1, reading.memory)
    if source is None:
        return None
    last = max(source.last, place + 2)
    last = pass_anonymity(chunks, last)
    says = chunks.lower(last) == "as" and chunks.tag(last + 1) == "g"
    content = last + 2 if says else last
    if says and chunks.tag(content) == "t":
        content += 1
    return Draft(
        "cite",
        subject.first,
        content if says else last,
        (*speakers, source),
        Stance.ASSERTS,
        AFTER,
        content=content,
        time=subject.time,
        cited=True,
        empty=not says,
        goes_on=True,
    )


def _withheld(
    reading: Reading, place: int, verb: Verb, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    """Read "has not confirmed or denied", "could not verify"; other negations say nothing."""
    chunks = reading.chunks
    if not subject.negated:
        return None
    both = (
        verb.lemma in {"confirm", "deny"}
        and chunks.lower(place + 1) in {"or", "nor"}
        and chunks.tag(place + 2) == "V"
        and chunks[place + 2].verb.lemma in {"confirm", "deny"}
    )
    unchecked = verb.lemma in {"verify", "corroborate", "confirm"} and subject.modal
    silent = verb.lemma in {"comment", "respond", "reply"} and not subject.perfect
    if not (both or unchecked or silent):
        return None
    last = place + 3 if both else place + 1
    while chunks.tag(last) == "A":
        last += 1
    ends = chunks.tag(last) in ".;" or last >= len(chunks)
    return Draft(
        "withheld",
        subject.first,
        last,
        speakers,
        Stance.WITHHOLDS,
        BEFORE if ends and both else AFTER,
        content=last,
        time=subject.time,
        empty=silent or (ends and not both),
    )


def _inverted(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "..., said Budanov" and "..., say analysts"."""
    chunks = reading.chunks
    if not verb.bare or place == 0 or chunks.tag(place - 1) not in ",Q":
        return None
    following = chunks.tag(place + 1)
    if following not in "NGDJSHW" or (following == "H" and chunks.tag(place - 1) != "Q"):
        return None
    speaker = phrase_from(chunks, place + 1, reading.memory)
    if speaker is None:
        return None
    last = speaker.last
    if chunks.tag(last) not in ",.;TpA-" and last < len(chunks):
        return None
    if verb.kind == "tell":
        return None
    if chunks.tag(place - 1) == "," and _has_subject(reading, place):
        return None
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
    )


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


def _passive(reading: Reading, place: int, verb: Verb, subject: Subject) -> Draft | None:
    """Read "reports that ... were rejected by X" and "X was quoted as saying"."""
    chunks = reading.chunks
    if verb.kind == "cite":
        return _quoted_as(reading, place, subject)
    after = place + 1
    while chunks.tag(after) == "A":
        after += 1
    if chunks.lower(after) != "by" or verb.kind in {"tell", "call", "put"}:
        return None
    speaker = phrase_from(chunks, after + 1, reading.memory)
    if speaker is None:
        return None
    around = circumstances(reading, max(speaker.last, after + 2), told=False, trailing=True)
    first = place
    while first > 0 and chunks.tag(first - 1) in "XAn":
        first -= 1
    return Draft(
        f"{verb.lemma} by",
        first,
        around.last,
        (*around.media, speaker, *around.cited),
        verb.stance,
        BEFORE,
        content=around.last,
        time=around.time or subject.time,
        told=bool(around.media),
        interview=around.interview,
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


def _participle(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read ", adding that ...", "..., citing X": it goes on with the speaker before it."""
    chunks = reading.chunks
    before = chunks.tag(place - 1)
    if before not in ",cbAQ" or place == 0:
        return None
    if verb.kind == "cite":
        return _citing(reading, place)
    if verb.kind in {"act", "call"} or (verb.kind == "mean" and verb.stance is Stance.ASSERTS):
        return None
    if reading.drafts:
        speakers = reading.drafts[-1].speakers
    else:
        speaker = main_subject(reading, place)
        if speaker is None:
            return None
        speakers = (speaker,)
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
        time=around.time,
        told=bool(around.media),
        shared=True,
        goes_on=True,
    )
    if chunks.tag(around.last) in ".;" or around.last >= len(chunks):
        return None
    return _with_content(chunks, draft, verb)


def _citing(reading: Reading, place: int) -> Draft | None:
    chunks = reading.chunks
    source = phrase_from(chunks, place + 1, reading.memory)
    if source is None:
        return None
    last = pass_anonymity(chunks, max(source.last, place + 2))
    if reading.drafts:
        target = reading.drafts[-1]
        if source.id not in {speaker.id for speaker in target.speakers}:
            target.speakers = (*target.speakers, source)
        target.cited = True
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
