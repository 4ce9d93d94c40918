"""Verbs of saying in a sentence: before, behind, inverted, passive, and as participles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import BODIES
from timeline.extraction.english._reporting import ALSO_NOUNS, CLAUSE_ONLY, QUOTED_ONLY
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._answers import (
    TURNED,
    answer_to_it,
    answered,
    no_aside,
    of_words,
    pointing_to,
    scorned,
)
from timeline.extraction.frames._asked import asks, calls_for, let_in, to_court, words_of_defence
from timeline.extraction.frames._circumstances import circumstances
from timeline.extraction.frames._content import (
    ANSWERS,
    WARNS,
    behind_listener,
    denied_when,
    ending,
    opens,
    opens_of,
    tells_of_a_thing,
    with_content,
)
from timeline.extraction.frames._deeds import (
    citation,
    deed,
    no_answer,
    no_comment,
    withheld,
    yet_to,
)
from timeline.extraction.frames._documents import paper_says
from timeline.extraction.frames._draft import AFTER, BEFORE, Circumstances, Draft, Reading, Subject
from timeline.extraction.frames._inverted import as_told_by, claim_by, inverted, passive
from timeline.extraction.frames._lead import lead_of
from timeline.extraction.frames._participles import participle, same_day
from timeline.extraction.frames._polls import polled
from timeline.extraction.frames._subject import main_subject, subject_before
from timeline.extraction.names import Sort
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.sources import Speaker

# One does so to somebody, who is named right behind.
_OF_SOMEBODY: Final = listed(
    """
    accuse blame praise laud criticise criticize condemn denounce hail commend applaud slam urge
    """
)
_ADDS: Final = frozenset({"add", "continue"})
_GIVE: Final = frozenset({"offer", "promise", "demand", "welcome"})
_BESIDE: Final = 7  # pieces between a quotation and the verb that closes it
_OTHERS: Final = frozenset({"other", "another"})
_LETS_IN: Final = frozenset({"admit", "concede", "grant", "recognise", "recognize"})


def speech(reading: Reading, place: int) -> Draft | None:
    """Read a verb of saying with its speaker."""
    chunks = reading.chunks
    verb = chunks[place].verb
    if verb.lemma in QUOTED_ONLY and not _beside_quote(chunks, place, verb):
        return None
    if verb.form == "ing":
        return participle(reading, place, verb)
    if chunks.lower(place) in ALSO_NOUNS and chunks.tag(place + 1) in "Xm" and place:
        return None  # "member states will vote", "the claims have been dropped"
    if verb.form == "past" and chunks.tag(place - 1) == "p" and _says_which(chunks, place):
        return None
    if verb.form == "base" and chunks.tags.endswith("DT", 0, place):
        return None  # "a 2023 report that had warned of cracks": a noun
    if verb.kind == "of" and not opens_of(chunks, place):
        return None
    if verb.lemma == "comment" and (silent := no_comment(reading, place)) is not None:
        return silent
    if verb.lemma == "rule" and chunks.lower(place + 1) != "out":
        return None  # a court rules; who rules something out denies it
    answer = claim_by(reading, place, verb) or as_told_by(reading, place, verb)
    if answer is not None:
        return answer
    turned = inverted(reading, place, verb)
    if turned is not None:
        return turned
    if (paper := paper_says(reading, place, verb)) is not None:
        return with_content(chunks, paper, verb)
    subject = subject_before(reading, place)
    if subject.infinitive:
        return yet_to(reading, place, verb)
    if subject.passive and verb.form == "past" and not subject.shared:
        return passive(reading, place, verb, subject)
    speakers = _speakers(reading, subject)
    if not speakers:
        return polled(reading, place)
    if verb.lemma in _ADDS and (again := _again(reading, speakers[-1])) is not None:
        speakers = (*speakers[:-1], again)
    only = verb.lemma == "say" and chunks.lower(place + 1) == "only"  # "would say only that"
    if subject.negated or (subject.modal and not only):
        return withheld(reading, place, verb, subject, speakers)
    speaker = speakers[-1]
    if speaker.way == "pronoun" and not subject.relative and _unread(reading, subject.first):
        return None
    if (
        verb.form == "s"
        and speaker.plural
        and (chunks.lower(place) in ALSO_NOUNS and chunks.tag(place + 1) not in "tQ:")
    ):
        return None  # "the heads of the Gulf states": a noun
    before = chunks.lower(subject.first - 1) if subject.first else ""
    if before in {"if", "unless"} or (before == "what" and _contrary(chunks, subject.first - 2)):
        return None
    if verb.form == "base" and not (
        speaker.plural
        or subject.shared
        or speaker.way == "pronoun"
        or speaker.sort in {Sort.GROUP, Sort.ORGANISATION, Sort.UNKNOWN}  # "Boeing say"
    ):
        return None
    return _active(reading, place, verb, subject, speakers)


def _done_to(chunks: Chunks, place: int, verb: Verb) -> bool:
    """Whether a past is a participle: "remedies offered by the banks", "men accused of theft"."""
    behind = chunks.lower(place + 1)
    if behind == "by":
        return verb.kind in {"act", "mean"}
    bare = chunks.tag(place + 1) == "p" and chunks.tag(place + 2) != "T"
    return bare and (verb.lemma in _OF_SOMEBODY or (verb.lemma == "suspect" and behind == "of"))


def _beside_quote(chunks: Chunks, place: int, verb: Verb) -> bool:
    """Whether a verb closes or opens a quotation: "“...,” she sighed", "He shouted: “...”"."""
    if verb.form == "ing" or "Q" not in chunks.tags:
        return False
    if chunks.tag(place + 1) in ",:" and chunks.tag(place + 2) == "Q":
        return True
    quote = chunks.tags.rfind("Q", 0, place)
    return quote >= 0 and place - quote <= _BESIDE and "," not in chunks.tags[quote:place]


def _says_which(chunks: Chunks, place: int) -> bool:
    """Whether a participle behind a preposition is an attribute: "over suspected fraud"."""
    return chunks[place].verb.lemma not in _ALWAYS_VERBS and chunks.tag(place + 1) in "wWNGJS#"


_ALWAYS_VERBS: Final = frozenset({"say", "tell", "add", "write", "ask"})
"""Verbs of which the past is no attribute: "the man they spoke to said prices rose"."""


def _again(reading: Reading, speaker: Speaker) -> Speaker | None:
    """Find who spoke last for "it added", "the authority added": who adds has spoken before."""
    memory = reading.memory
    last = next(reversed(memory.spoken.values()), None)
    if last is None or memory.now - memory.where.get(last.id, 0) > 1:
        return None
    person = last.sort is Sort.PERSON
    one = reading.chunks.lower(speaker.first) == "it" and not person
    the = speaker.way == "described" and reading.chunks.lower(speaker.first) == "the"
    body = the and reading.chunks.lower(speaker.last - 1) in BODIES and not person
    if not (one or body) or last.medium:
        return None
    return attrs.evolve(last, first=speaker.first, last=speaker.last, way="pronoun", noun="")


def _unread(reading: Reading, first: int) -> bool:
    """Whether "he" is one who said so before and was not read: "Dr Lake said he hopes"."""
    before = reading.chunks.tag(first - 1) == "V" and reading.chunks[first - 1].verb.kind == "say"
    return before and first > 1 and not any(draft.last >= first for draft in reading.drafts)


def _contrary(chunks: Chunks, place: int) -> bool:
    """Whether "what officials said" is told of only to be set aside: "contrary to what ..."."""
    words = {chunks.lower(place), chunks.lower(place - 1)}
    return bool(words & {"contrary", "unlike", "despite", "whatever"})


def _speakers(reading: Reading, subject: Subject) -> tuple[Speaker, ...]:
    if subject.speaker is not None:
        if reading.chunks.lower(subject.speaker.first) in {"no", "nobody", "none", "few"}:
            return ()
        if reading.chunks.lower(subject.first) == "no":
            return ()
        if subject.speaker.sort is Sort.PLACE and not _can_speak(reading, subject.speaker):
            return ()
        return (subject.speaker,)
    if subject.shared:
        if reading.drafts:
            return reading.drafts[-1].speakers
        start = main_subject(reading, subject.first)
        if start is not None and subject.time is None:
            # "On Monday she filed a complaint and demanded a recount"
            subject.time = same_day(reading, subject.first)
            subject.carried = subject.time is not None
        return () if start is None else (start,)
    return ()


def _can_speak(reading: Reading, speaker: Speaker) -> bool:
    for chunk in reading.chunks.items[speaker.first : speaker.last]:
        if chunk.tag in "NG":
            return bool(chunk.mention.country) or chunk.mention.id in reading.memory.index
    return True


def _active(
    reading: Reading, place: int, verb: Verb, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    chunks = reading.chunks
    behind = (
        verb.bare
        and not subject.relative
        and subject.first > 0
        and not (chunks.lower(place + 1) == "to" and chunks.tag(place + 2) == "w")
        and (chunks.tag(subject.first - 1) in ",Q-" or chunks.lower(subject.first - 1) == "as")
    )
    if verb.lemma in _LETS_IN and let_in(chunks, place + 1):
        return None
    if verb.form == "past" and _done_to(chunks, place, verb):
        return None
    lead = lead_of(reading, subject)
    pointing = pointing_to(chunks, subject.first - 1) if subject.first > 1 else 0
    turned = verb.lemma in TURNED and not pointing and not of_words(chunks, place + 1)
    if verb.lemma == "offer" and chunks.lower(place + 1) == "no":
        return no_answer(reading, place)
    if verb.kind == "act" or turned:
        if _behind_all(chunks, place, subject):
            return Draft(
                verb.lemma,
                subject.first,
                place + 1,
                (*lead.media, *speakers),
                Stance.ASSERTS,
                BEFORE,
                content=place + 1,
                time=subject.time or lead.time,
                goes_on=True,
            )
        if speakers[-1].way == "unnamed" or chunks.tag(place + 1) in ",.;cb":
            return None  # "the speed they offer"
        if verb.lemma in _GIVE and verb.form != "past" and chunks.tag(place + 1) not in "pt":
            return None  # "the airline offers flights"
        if verb.lemma == "appeal" and to_court(chunks, place + 1):
            return None
        if chunks.lower(place + 1) in {"each", "one"} and chunks.lower(place + 2) in _OTHERS:
            return None  # "accused each other": two who say the opposite
        if verb.lemma in {"ask", "pin"} and (subject.perfect or not asks(chunks, place, lead)):
            return None
        if verb.lemma in {"defend", "justify"} and not words_of_defence(chunks, place):
            return None
        if verb.lemma == "hail" and chunks.lower(place + 1) == "from":
            return None
        return deed(reading, place, subject, speakers, lead)
    if verb.kind == "cite":
        return citation(reading, place, subject, speakers)
    if verb.lemma == "call" and calls_for(chunks, place):
        return deed(reading, place, subject, speakers, lead)
    start = place + 1
    if verb.lemma in WARNS:
        start = behind_listener(chunks, start)
    empty = False
    if verb.stance in ANSWERS:
        start, empty = answered(chunks, start)
    if verb.kind in {"call", "put"}:
        around = Circumstances(start)
    else:
        around = circumstances(
            reading,
            start,
            told=verb.kind == "tell",
            trailing=empty or (behind and not opens(chunks, place)),
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
        carried=subject.carried and around.time is None,
        told=bool(around.media or lead.media),
        cited=bool(subject.cited or around.cited),
        shared=subject.shared,
        goes_on=around.also or verb.lemma in {"add", "continue"} or speakers[-1].way == "pronoun",
        empty=empty,
        interview=around.interview or lead.interview,
        same=around.same or lead.same,
        relative=subject.relative,
    )
    if empty:
        return draft
    if pointing:
        answer = answer_to_it(chunks, draft, verb, pointing)
        if answer is not None or chunks.lower(subject.first - 1) not in {"which", "that"}:
            return answer
    quoted = behind and chunks.tag(subject.first - 1) == "Q" and tag not in "t:"
    if quoted or (behind and (tag in ",.;-Q" or content >= len(chunks))):
        draft.side = BEFORE
        return draft
    if content >= len(chunks) or tag in ".;":
        if not verb.bare or verb.kind == "mean" or verb.lemma in CLAUSE_ONLY:
            return None
        if chunks.lower(subject.first - 1) in {"that", "which"}:
            return None  # "down from the 1.6 percent that it predicted in June": that figure alone
        draft.side = BEFORE
        return draft
    if verb.lemma == "report" and subject.relative and tag == "D":
        return None  # "a firm, which reported the cartel, was spared": no news, a complaint
    kept = with_content(chunks, draft, verb)
    return None if kept is None else _ended(reading, kept, verb)


def _ended(reading: Reading, draft: Draft, verb: Verb) -> Draft:
    """Find where what is said ends, and what dates it there."""
    chunks = reading.chunks
    if verb.kind == "call" and scorned(reading, draft.content):
        draft.stance = Stance.DENIES
    ending(reading, draft)
    if draft.stance is Stance.DENIES and chunks.tag(draft.content - 1) not in "tQ":
        no_aside(chunks, draft)
    if not draft.empty and (draft.stance is Stance.DENIES or tells_of_a_thing(chunks, draft)):
        denied_when(reading, draft)
    return draft


def _behind_all(chunks: Chunks, place: int, subject: Subject) -> bool:
    """Whether a deed of words closes what was said: "The vote was not fair, they criticised."."""
    return (
        chunks.tag(place + 1) == "."
        and subject.first > 1
        and not subject.relative
        and chunks.tag(subject.first - 1) in ",Q"
        and chunks[place].verb.lemma not in TURNED
    )
