"""Verbs of saying that are deeds, citations, or refusals to say anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import OCCASIONS
from timeline.extraction.english._reporting import ANSWERS_GIVEN, KEPT_SILENT
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._circumstances import pass_anonymity, time_at
from timeline.extraction.frames._draft import AFTER, BEFORE, Circumstances, Draft, Reading, Subject
from timeline.extraction.frames._subject import subject_before
from timeline.extraction.frames._that_day import precise
from timeline.extraction.sources import phrase_from
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.sources import Speaker
    from timeline.timex import TimeExpression


_SILENT: Final = listed("comment respond reply elaborate answer")
_OPEN: Final = listed(
    "say confirm explain disclose reveal specify discuss clarify deny name identify give provide"
)
_WANT: Final = frozenset({"want", "wish"})
_ASKED: Final = listed(
    """
    emails e-mails email e-mail questions call calls message messages request requests
    query queries letter letters questionnaire inquiry inquiries enquiry enquiries
    """
)
_PAST: Final = listed(
    "cut set put left lost won gave took made fell rose sold bought met held sent went came began"
)
_WHERE_SAID: Final = frozenset({"in", "at", "during"})
_TALK: Final = frozenset({"discuss", "speculate"})
_GAVE: Final = listed("gave gives give")
_LOOK: Final = 6
_SUBJECT: Final = 9  # pieces of a subject and of what stands before its verb


def deed(
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
        until=_another_deed(reading.chunks, place),
        time=subject.time
        or lead.time
        or _right_behind(reading.chunks, place)
        or _in_message(reading.chunks, place),
        carried=subject.carried,
        shared=subject.shared,
        goes_on=speakers[-1].way == "pronoun",
        relative=subject.relative,
    )


def _another_deed(chunks: Chunks, place: int) -> int:
    """Return where one goes on to do something else: "rejected the bid and cut its outlook".

    Or where others do: "offered help, and a team arrived".
    """
    for here in range(place + 1, len(chunks) - 2):
        if chunks.tag(here) == "," and _others_act(chunks, here + 1):
            return here
        if chunks.tag(here) in "tbQR;:" or chunks.lower(here) == "to":
            return -1  # it may be what was promised
        word = chunks.lower(here + 1)
        if (
            chunks.lower(here) in {"and", "but"}
            and chunks.tag(here + 1) == "w"
            and (word.endswith("ed") or word in _PAST)
            and chunks.tag(here + 2) in "DNTpHJG#"
        ):
            return here
    return -1


def _others_act(chunks: Chunks, place: int) -> bool:
    """Whether a clause with a subject of its own begins at *place*: "and ten men were held"."""
    if (
        chunks.lower(place) not in {"and", "but", "while"}
        or chunks.tag(place + 1) not in "D#NGJSHw"
    ):
        return False
    plain = chunks.tag(place + 1) == "w"  # "and water", "and sent": only "were" tells
    for here in range(place + 2, min(place + 2 + _SUBJECT, len(chunks) - 1)):
        word = chunks.lower(here)
        if chunks.tag(here) in "Xm":
            return True
        if chunks.tag(here) == "w" and (word.endswith("ed") or word in _PAST):
            return not plain and chunks.tag(here + 1) in "DNTpHJG#A"
        if chunks.tag(here) not in "DJWw#PNGSpA":
            return False
    return False


def _right_behind(chunks: Chunks, place: int) -> TimeExpression | None:
    """Find the date of "condemned on Monday the killing of", "demanded in June that"."""
    on = chunks.tag(place + 1) == "p" and chunks.lower(place + 1) in {"on", "in"}
    day = place + 1 + on
    if chunks.tag(day) != "T" or (not on and chunks.tag(day + 1) not in "tpD"):
        return None
    return time_at(chunks, day)


def _in_message(chunks: Chunks, place: int) -> TimeExpression | None:
    """Find the date of "in his New Year's message", "in a speech on Monday"."""
    for here in range(place + 1, len(chunks)):
        on_call = chunks.lower(here) == "on" and chunks.lower(here + 2) in {"call", "visit"}
        if chunks.tag(here) != "p" or not (on_call or chunks.lower(here) in _WHERE_SAID):
            continue
        found = None
        for ahead in range(here + 1, min(here + 7, len(chunks))):
            if chunks.tag(ahead) == "T":
                found = time_at(chunks, ahead)
            elif chunks.lower(ahead) in OCCASIONS:
                after = ahead + 1
                if chunks.lower(after) == "with":  # "on a call with reporters on Monday"
                    after += 1
                    while chunks.tag(after) in "DJWwSGN":
                        after += 1
                after += chunks.tag(after) == "p"
                return found or (time_at(chunks, after) if chunks.tag(after) == "T" else None)
            elif chunks.tag(ahead) not in "DwAPSJN":
                break
    return None


def citation(
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
    ends = says and (chunks.tag(content) in ",." or content >= len(chunks))
    if says and chunks.tag(content) == "t":
        content += 1
    return Draft(
        "cite",
        subject.first,
        content if says else last,
        (*speakers, source),
        Stance.ASSERTS,
        BEFORE if ends else AFTER,
        content=content,
        time=subject.time,
        cited=True,
        empty=not says,
        goes_on=True,
    )


def yet_to(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read "has yet to say whether ...", "has yet to comment"."""
    chunks = reading.chunks
    if chunks.lower(place - 2) != "yet" or verb.lemma not in _SILENT | _OPEN:
        return None
    subject = subject_before(reading, place - 2)
    if subject.speaker is None:
        return None
    return _silence("withheld", reading, place + 1, subject, (subject.speaker,))


def no_answer(reading: Reading, place: int) -> Draft | None:
    """Read "gave no details", "offered no explanation"."""
    chunks = reading.chunks
    if chunks.lower(place + 1) != "no":
        return None
    last = place + 2
    while chunks.tag(last) in "wSA" and last < place + _LOOK:
        last += 1
    if not any(chunks.lower(word) in ANSWERS_GIVEN for word in range(place + 2, last)):
        return None
    subject = subject_before(reading, place)
    if subject.speaker is None:
        return None
    return _silence("gave no answer", reading, last, subject, (subject.speaker,), empty=True)


def no_comment(reading: Reading, place: int) -> Draft | None:
    """Read "had no immediate comment"."""
    chunks = reading.chunks
    no = next((k for k in (place - 1, place - 2) if chunks.lower(k) == "no"), -1)
    if no < 1 or chunks.lower(no - 1) not in {"had", "has", "have"}:
        return None
    subject = subject_before(reading, no - 1)
    if subject.speaker is None:
        return None
    return _silence("no comment", reading, place + 1, subject, (subject.speaker,), empty=True)


def declining(reading: Reading, place: int) -> Draft | None:
    """Read "declined to comment", "refused to confirm the date", "would not be drawn"."""
    chunks = reading.chunks
    lower = chunks.lower(place)
    if lower in _GAVE:
        return no_answer(reading, place)
    if lower == "drawn":
        subject = subject_before(reading, place)
        if not (subject.negated and subject.modal) or subject.speaker is None:
            return None
        last = place + 1 + (chunks.lower(place + 1) == "on")
        return _silence("declining", reading, last, subject, (subject.speaker,))
    if lower in KEPT_SILENT and lower not in _WANT:
        return _kept_silent(reading, place)
    verb = chunks.lower(place + 2)
    if chunks.lower(place + 1) != "to" or verb not in _SILENT | _OPEN:
        return None
    subject = subject_before(reading, place)
    if subject.speaker is None or (lower in _WANT) is not subject.negated:
        return None  # "had not refused to comment" tells of no silence
    if any(
        one.stance is Stance.DENIES
        and one.side == AFTER
        and one.last <= subject.first
        and _SIDE_BY_SIDE.isdisjoint(chunks.tags[one.last : place])
        for one in reading.drafts
    ):
        return None  # "denied that it had refused to discuss it": they answer
    return _silence(
        "declining", reading, place + 3, subject, (subject.speaker,), empty=verb in _SILENT
    )


_SIDE_BY_SIDE: Final = frozenset("c,;.")


def _kept_silent(reading: Reading, place: int) -> Draft | None:
    """Read "did not answer e-mails", "could not be reached for comment", "would not discuss"."""
    chunks = reading.chunks
    lower = chunks.lower(place)
    words = [chunks.lower(k) for k in range(place + 1, place + 1 + _LOOK)]
    if lower in {"reached", "available"}:
        ends = lower == "reached" and (
            chunks.tags.startswith((".", ",", ";", "T", "pT"), place + 1)
        )
        if not ends and (words[0] != "for" or words[1] not in {"comment", "comments", "interview"}):
            return None
    elif lower not in _TALK and not _ASKED & set(words):
        return None
    subject = subject_before(reading, place)
    if subject.speaker is None or not subject.negated:
        return None
    if lower in _TALK:
        return _silence("declining", reading, place + 1, subject, (subject.speaker,))
    last = place + 1
    while chunks.tag(last) not in ",.;:bcT":
        last += 1
    return _silence("declining", reading, last, subject, (subject.speaker,), empty=True)


def _silence(  # noqa: PLR0913 - what a frame is made of
    rule: str,
    reading: Reading,
    last: int,
    subject: Subject,
    speakers: tuple[Speaker, ...],
    *,
    empty: bool = False,
) -> Draft:
    """Enter what somebody does not say, from *last* on; ``empty`` where nothing is named."""
    chunks = reading.chunks
    after = chunks.tag(last)
    bare = after in ".;,cp" or (after in "btDH" and chunks.tag(last + 1) in ".;,")
    return Draft(
        rule,
        subject.first,
        last,
        speakers,
        Stance.WITHHOLDS,
        AFTER,
        content=last,
        time=subject.time or _silent_when(chunks, last),
        empty=empty or bare,
    )


def _silent_when(chunks: Chunks, last: int) -> TimeExpression | None:
    """Return the day with which a silence ends: "declined to comment on Friday"."""
    place = last
    if chunks.tag(place) == "p" and chunks.lower(place) in {"on", "to", "about", "when"}:
        ahead = place + 1
        while chunks.tag(ahead) in "DJWwNSP":
            ahead += 1
        place = ahead if ahead > place + 1 else place
    on = chunks.tag(place) == "p" and chunks.lower(place) == "on"
    if chunks.tag(place + on) != "T" or chunks.tag(place + on + 1) not in ".;,":
        return None
    when = time_at(chunks, place + on)
    return when if when is not None and precise(when) else None


def withheld(
    reading: Reading, place: int, verb: Verb, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    """Read "has not confirmed or denied", "could not verify"; other negations say nothing."""
    chunks = reading.chunks
    if not subject.negated:
        return None
    if verb.lemma == "rule":  # "did not rule out a delay"
        return _silence("withheld", reading, place + 2, subject, speakers)
    both = (
        verb.lemma in {"confirm", "deny"}
        and chunks.lower(place + 1) in {"or", "nor"}
        and chunks.tag(place + 2) == "V"
        and chunks[place + 2].verb.lemma in {"confirm", "deny"}
    )
    unchecked = verb.lemma in {"verify", "corroborate", "confirm"} and subject.modal
    silent = verb.lemma in _SILENT
    if verb.lemma in _OPEN and chunks.tag(place + 1) == "b" and not both:
        return _silence("withheld", reading, place + 1, subject, speakers)
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
        time=subject.time or (_silent_when(chunks, last) if silent else None),
        empty=silent or (ends and not both),
    )
