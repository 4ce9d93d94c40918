"""Where the words begin and end that a verb of saying reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._reporting import (
    AT_ONLY,
    CLAUSE_ONLY,
    COUNTS_ONLY,
    INTENDED,
    JUDGED,
)
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._circumstances import circumstances, time_at
from timeline.extraction.frames._numbers import counted, put_at
from timeline.extraction.names import Sort
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb
    from timeline.extraction.frames._draft import Draft, Reading


# A quotation behind these is a thing, not what is said: "had shown “no remorse”".
_CLAUSE: Final = frozenset({"show", "find", "feel", "hear", "signal", "maintain", "recognise"})
_TO: Final = INTENDED | {"claim", "expect"}  # "claims to have won", "expects to cut jobs"


_PHRASE: Final = 6
_SOON: Final = 4
_THING: Final = frozenset("DJWwN#GSPpcbAQ")
_AS_RECENTLY: Final = listed("as recently early late only just")
_RESULTS: Final = listed(
    "loss losses profit profits revenue revenues sales earnings results income"
)
_PAST: Final = listed(
    "cut set put left lost won gave took made fell rose sold bought met held sent"
)


_SPOKE: Final = frozenset(
    {"spoke", "asked", "met", "addressed", "appeared", "testified", "briefed"}
)
WARNS: Final = frozenset({"warn", "caution", "advise"})
_LISTENER: Final = frozenset("DAJNGPw#SWH")
# Verbs behind which "that" is often left out.
_PLAINLY: Final = listed("think assume show conclude find imply")
ANSWERS: Final = frozenset({Stance.CONFIRMS, Stance.DENIES})


def ending(reading: Reading, draft: Draft) -> None:
    """Take ", in an interview published on Wednesday" from the end of what is said."""
    chunks = reading.chunks
    _when_speaking(chunks, draft)
    tags = chunks.tags
    for place in range(draft.content, len(chunks) - 2):
        quoted = place > draft.content and tags[place - 1] == "Q"
        if not (quoted or tags[place] == ","):
            continue
        dated = tags[place + 1] == "T"
        if (
            tags[place] == ","
            and chunks.lower(place + 1) in {"in", "during", "at"}
            and "T" not in chunks.tag(place + 2)
        ) or (quoted and chunks.lower(place) in {"in", "during", "at", "on"}):
            around = circumstances(reading, place + (not quoted), told=False, trailing=True)
            on_day = quoted and dated and chunks.lower(place) == "on"
            if not (around.occasion or on_day) or chunks.tag(around.last) != ".":
                continue
            draft.until = place
            draft.time = draft.time or around.time
            draft.interview = draft.interview or around.interview
            if around.media:
                draft.speakers = (*around.media, *draft.speakers)
                draft.told = True
            return


_WHEN_SPEAKING: Final = frozenset({"when", "speaking"})


def _when_speaking(chunks: Chunks, draft: Draft) -> None:
    """Take "when he spoke to journalists on Wednesday" from the end of what is said."""
    last = len(chunks) - (chunks.tag(len(chunks) - 1) == ".") - 1
    if draft.time is not None or chunks.tag(last) != "T":
        return
    for place in range(draft.content + 1, last):
        if chunks.lower(place) not in _WHEN_SPEAKING:
            continue
        said = place + 2 + (chunks.tag(place + 2) == "X")
        asked = chunks.lower(place) == "when" and chunks.tag(place + 1) == "H"
        spoke = chunks.lower(place) == "speaking" and chunks.tag(place - 1) == ","
        if (asked and chunks.lower(said) in _SPOKE) or spoke:
            if "," in chunks.tags[place:last] or chunks.lower(last - 1) in {"until", "from"}:
                return
            draft.time = time_at(chunks, last)
            draft.until = place
            return


def opens(chunks: Chunks, place: int) -> bool:
    """Whether a clause or a quotation follows the verb at *place*, sooner or later."""
    for ahead in range(place + 1, len(chunks)):
        tag = chunks.tag(ahead)
        if tag in "tQ":
            return True
        if tag in ".,;":
            return False
    return False


def opens_of(chunks: Chunks, place: int) -> bool:
    """Whether "of" stands behind the verb at *place*, and at most a date between: "spoke of"."""
    place += 1
    while chunks.tag(place) in "TA" or (chunks.lower(place) != "of" and chunks.tag(place) == "p"):
        if chunks.tag(place) == "p" and chunks.tag(place + 1) != "T":
            return False
        place += 1
    return chunks.lower(place) == "of"


def tells_of_a_thing(chunks: Chunks, draft: Draft) -> bool:
    """Whether a date behind a thing that is told of is that of the telling.

    So it is in "announced a plan on Monday", "reported a loss of 4 million euros on Monday"; in
    "reported a raid on Monday" it may be that of the raid.
    """
    if draft.rule in {"speak", "call"}:
        return True  # "spoke of a victory on Sunday evening"
    if draft.rule == "announce":
        return chunks.tag(draft.content) in "Dw#"
    return draft.rule in {"report", "post"} and any(
        chunks.lower(place) in _RESULTS
        for place in range(draft.content, min(draft.content + _PHRASE, len(chunks)))
    )


def _past(word: str) -> bool:
    """Whether a word goes on with a deed: "reported a loss on Monday, cut its guidance and ..."."""
    return word.endswith("ed") or word in _PAST


def denied_when(reading: Reading, draft: Draft) -> None:
    """Take the date from the end of "dismissed the offer on Friday": a thing that is denied.

    A clause keeps its own dates: "denied that the pier had burned on Friday".
    """
    chunks = reading.chunks
    last = draft.content
    while last < len(chunks) and (
        (chunks.tag(last) in _THING and chunks.lower(last) != "that")
        or (chunks.tag(last) == "T" and chunks.tag(last + 1) in "wS")  # "a second-quarter loss"
    ):
        last += 1
    if chunks.tag(last) == "T" and (
        chunks.tag(last + 1) in ".c"
        or (chunks.tag(last + 1) == "," and chunks.tag(last + 2) in "bcg")
        or (chunks.tag(last + 1) == "," and _past(chunks.lower(last + 2)))
    ):
        pass
    else:
        last = len(chunks) - (chunks.tag(len(chunks) - 1) == ".") - 1
    if draft.time is not None or last <= draft.content or chunks.tag(last) != "T":
        return
    time = time_at(chunks, last)
    if time is None or not set(chunks.tags[draft.content : last]) <= _THING | {"T"}:
        return
    first = last
    while chunks.lower(first - 1) in _AS_RECENTLY:
        first -= 1
    bare = time.text.lower() in {"yesterday", "today"}  # "ruled out stepping in yesterday"
    if chunks.tag(first - 1) == "p" and chunks.lower(first - 1) != "on" and not bare:
        return
    draft.time, draft.until = time, first - (chunks.lower(first - 1) == "on")


def with_content(chunks: Chunks, draft: Draft, verb: Verb) -> Draft | None:
    """Find where the words begin that stand behind a verb; None where it does not report."""
    content = draft.content
    tag = chunks.tag(content)
    plain = False
    if verb.lemma in INTENDED and (chunks.lower(content) != "to" or not _one(draft)):
        return None
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
    elif (tag == "Q" and verb.lemma not in _CLAUSE) or (
        tag == "b" and chunks.lower(content) not in {"as", "when", "after"}
    ):
        plain = True
    elif tag == "p" and verb.kind in {"tell", "of"} and chunks.lower(content) in {"of", "about"}:
        content, plain = content + 1, True
        if chunks.tag(content) == "Q" and draft.until < 0:
            draft.until = content + 1  # what was quoted is all that was said
    elif (
        tag == "p"
        and verb.kind != "put"
        and (verb.kind == "mean" or verb.lemma in CLAUSE_ONLY or chunks.lower(content) == "to")
    ) and (chunks.lower(content) != "to" or verb.lemma not in _TO):
        return None
    if not plain:
        if verb.lemma in CLAUSE_ONLY and not _thinks(chunks, draft, verb):
            return None
        if verb.kind == "tell" and tag in "pw":
            return None
        if verb.kind == "put" and not put_at(chunks, content, plainly=verb.lemma in AT_ONLY):
            return None
        if verb.lemma in COUNTS_ONLY and not counted(chunks, draft):
            return None
        if (
            verb.kind == "call"
            and "Q" not in chunks.tags[content : content + 8]
            and not _called_so(chunks, content, verb)
        ):
            return None
    noun = content
    while noun < content + _PHRASE and (
        chunks.tag(noun) in "DJNGPw#A"
        or (chunks.tag(noun) == "S" and chunks.lower(noun) not in WRITINGS)
    ):
        noun += 1
    that = chunks.tags.find("t", noun)
    elsewhere = "V" in chunks.tags[noun:that] and "," in chunks.tags[noun:that]
    if verb.stance in ANSWERS and chunks.lower(noun) in WRITINGS and that >= 0 and not elsewhere:
        # "denied reports that ...", but not "rejected the claim, but the mayor said that ..."
        content = that + 1
    if verb.kind == "put" and not any(chunks.lower(k) == "at" for k in range(content, len(chunks))):
        draft.stance = Stance.ASSERTS
    draft.last = max(draft.last, content)
    draft.content = content
    return draft


def _one(draft: Draft) -> bool:
    """Whether one speaks who was named, and whose plans are known from nobody else."""
    speaker = draft.speakers[-1]
    named = speaker.way in {"named", "pronoun"} and not speaker.plural
    named = named and speaker.noun not in WRITINGS
    return named and speaker.sort in {Sort.PERSON, Sort.ORGANISATION, Sort.UNKNOWN}


def _thinks(chunks: Chunks, draft: Draft, verb: Verb) -> bool:
    """Whether a clause without "that" follows: "she thinks the dam will hold"."""
    if verb.lemma not in _PLAINLY or chunks.tag(draft.content) not in "DNHJG#":
        return False
    if chunks.lower(draft.content) == "it" and "t" in chunks.tags[draft.content :][:_SOON]:
        return True  # "thought it unlikely that"
    end = draft.content
    if chunks.tag(end) == "H":
        return chunks.tag(end + 1) in "mX"
    while chunks.tag(end) in "DNJGPwWSA#":
        end += 1
    return end > draft.content and chunks.tag(end) in "mX"


def _called_so(chunks: Chunks, place: int, verb: Verb) -> bool:
    """Whether something is called something: "called the raid an act of piracy"."""
    if chunks.tag(place) not in "DNGJ":
        return False
    end = place + 1
    while chunks.tag(end) in "JWwNGSP#" and chunks.lower(end) != "as":
        end += 1
    if verb.lemma == "call" and chunks.lower(end - 1) in JUDGED and end > place + 1:
        return True  # "called the measures illegal"
    if verb.lemma == "call":
        return end > place + 1 and chunks.lower(end) in {"a", "an"}
    return chunks.lower(end) == "as" and chunks.lower(end + 1) in {"a", "an", "the", "one"}


def behind_listener(chunks: Chunks, place: int) -> int:
    """Pass over who is told in "warned the council on Monday that", "advised him that"."""
    end = place
    while chunks.tag(end) in _LISTENER and end < place + _PHRASE:
        end += 1
    return end if end > place and chunks.tag(clause_behind(chunks, place)) == "t" else place


def clause_behind(chunks: Chunks, place: int) -> int:
    """Return the number of the piece behind who is told, and when, from *place* on."""
    end = place
    while chunks.tag(end) in _LISTENER and end < place + _PHRASE:
        end += 1
    day = end
    while chunks.tag(day) in "pT" and day < end + _SOON:
        day += 1
    return day
