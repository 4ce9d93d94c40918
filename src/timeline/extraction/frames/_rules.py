"""The rules by which attribution is read, each at the piece of a sentence that calls for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import COUNTED, MEDIA, WRITINGS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._anybody import any_phrase
from timeline.extraction.frames._circumstances import circumstances, pass_anonymity, time_at
from timeline.extraction.frames._deeds import declining
from timeline.extraction.frames._documents import by_paper, pictured
from timeline.extraction.frames._draft import AFTER, BEFORE, Circumstances, Draft, Reading
from timeline.extraction.frames._forecasts import revised
from timeline.extraction.frames._hearsay import hearsay, held
from timeline.extraction.frames._numbers import put_in_turn
from timeline.extraction.frames._polls import in_paper
from timeline.extraction.frames._shown import released, shown_in
from timeline.extraction.frames._subject import subject_before
from timeline.extraction.frames._verbs import speech
from timeline.extraction.sources import (
    Speaker,
    name_behind,
    of_mention,
    phrase_from,
    phrase_within,
    pointed,
)
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks

_ACCOUNTS: Final = COUNTED | {"account", "accounts", "admission", "testimony", "view", "opinion"}
_LOOK: Final = 5
_POINTING: Final = frozenset({"him", "her", "them", "it"})
_FAR: Final = 9
_PREPOSITIONS: Final = frozenset({"by", "in", "per", "at"})
_PUBLIC: Final = listed("published released issued announced presented unveiled put")
_GIVEN: Final = listed("given made issued published released contained cited")
_MADE: Final = listed("make makes made issued issue gave give repeated repeat")


def according_to(reading: Reading, place: int) -> Draft | None:
    """Read "according to X", before or behind what X says."""
    chunks, memory = reading.chunks, reading.memory
    if chunks.lower(place + 1) != "to":
        return None
    pronoun = chunks.lower(place + 2)
    if pronoun in _POINTING and chunks.tag(place + 3) in ",.;":
        source = pointed(pronoun, place + 2, memory)
    else:
        source = phrase_from(chunks, place + 2, memory)
    made = _made_public(reading, place)
    if made is not None and (source is None or source.way in {"unnamed", "writing"}):
        return made
    if source is None or source.way == "unnamed":
        draft = by_paper(reading, place, place + 2, bare=source is None)
        source = source or any_phrase(reading, place + 2)
        if draft is not None or source is None:
            return draft
    counted = source.noun in COUNTED
    last = max(source.last, place + 3)
    if source.way == "described" and (named := name_behind(chunks, source.last, memory)):
        source, last = named, named.last
    quoted = _quoted_in(reading, last)
    if quoted is not None:
        source = quoted
        last = quoted.last
    last = pass_anonymity(chunks, last)
    cited: tuple[Speaker, ...] = ()
    if (
        chunks.tag(last) == ","
        and chunks.tag(last + 1) == "R"
        and chunks.tag(last + 2) == "V"
        and chunks[last + 2].verb.kind == "cite"
        and (through := phrase_from(chunks, last + 3, memory)) is not None
    ):
        paper = through.way == "unnamed" and not through.plural
        cited = () if paper else (through,)  # a memo that a paper quotes adds nobody
        last = pass_anonymity(chunks, through.last)
    if chunks.tag(last) == "R" and "," in chunks.tags[last:]:
        last = chunks.tags.index(",", last)  # "a diplomat who asked not to be named, ..."
    around = circumstances(reading, last, told=False, trailing=True)
    if chunks.tag(last) == "," and chunks.lower(last + 1) in _GIVEN:
        last += 1
    if chunks.lower(last) in _GIVEN:
        source, around = _released_by(reading, last, source, around)
    speakers = (*around.media, source, *cited, *around.cited)
    stance = Stance.ESTIMATES if counted or _counts(chunks, place, last) else Stance.ASSERTS
    return Draft(
        "according to",
        place,
        around.last,
        speakers,
        stance,
        _side(chunks, place, around.last),
        content=_next(chunks, around.last),
        time=around.time,
        goes_on=source.way == "pronoun",
    )


def per(reading: Reading, place: int) -> Draft | None:
    """Read ", per an incident report", "as per the company's filing": "according to" in short."""
    chunks = reading.chunks
    if chunks.lower(place) != "per" or (
        place and chunks.tag(place - 1) != "," and chunks.lower(place - 1) != "as"
    ):
        return None
    return by_paper(reading, place, place + 1)


def _made_public(reading: Reading, place: int) -> Draft | None:
    """Read "according to the result, which X published on Monday", "in a poll which X released"."""
    chunks = reading.chunks
    relative = next(
        (k for k in range(place + 2, place + _FAR) if chunks.lower(k) in {"which", "that"}), -1
    )
    before = chunks.tags[place + 1 : max(relative, 0)].strip("DJWwSNGPp#A,")
    verb = next((k for k in range(relative + 2, relative + _FAR) if chunks.lower(k) in _PUBLIC), -1)
    if relative < 0 or before or verb < 0:
        return None
    source = phrase_from(chunks, relative + 1, reading.memory)
    if source is None or source.last > verb or chunks.tags[source.last : verb].strip("XA"):
        return None
    around = circumstances(reading, verb + 1, told=False, trailing=False)
    if chunks.tag(around.last) not in ",.;":
        return None
    return Draft(
        "made public",
        place,
        around.last,
        (source,),
        Stance.ASSERTS,
        _side(chunks, place, around.last),
        content=_next(chunks, around.last),
        time=around.time,
    )


def _released_by(
    reading: Reading, place: int, source: Speaker, around: Circumstances
) -> tuple[Speaker, Circumstances]:
    """Read "figures released April 3 by NPD Group": the group is meant."""
    chunks = reading.chunks
    behind = place + 1 + (chunks.lower(place + 1) == "public")  # "made public on Tuesday"
    more = circumstances(reading, behind, told=False, trailing=False)
    if chunks.lower(more.last) in {"in", "by"} and source.noun in WRITINGS:
        journal = phrase_from(chunks, more.last + 1, reading.memory)
        if journal is not None and (journal.medium or journal.noun in MEDIA):
            return journal, Circumstances(max(journal.last, more.last + 2), time=more.time)
    if chunks.lower(more.last) != "by":
        return source, around if more.time is None else more
    author = phrase_from(chunks, more.last + 1, reading.memory)
    if author is None:
        return source, around
    time, last = more.time, max(author.last, more.last + 2)
    if time is None and chunks.tags.startswith("pT", last):  # "published by the bank on Tuesday"
        time, last = time_at(chunks, last + 1), last + 2
    return author, Circumstances(last, time=time)


def _counts(chunks: Chunks, first: int, last: int) -> bool:
    return any(chunks.lower(place) in COUNTED for place in range(first, last))


def _quoted_in(reading: Reading, place: int) -> Speaker | None:
    """Read "reports that quote X": X is meant."""
    chunks = reading.chunks
    if chunks.tag(place) in "tR":
        place += 1
    if chunks.tag(place) in "Vg" and chunks[place].verb.kind == "cite":
        return phrase_from(chunks, place + 1, reading.memory)
    return None


def _side(chunks: Chunks, first: int, last: int) -> str:
    """Say where the words stand that a free phrase from *first* to *last* speaks of."""
    starts = (
        first == 0
        or chunks.tag(first - 1) in "tb("
        or (chunks.tag(first - 1) == "," and chunks.tag(first - 2) in "tb")
    )
    return AFTER if starts and chunks.tag(last) not in ".;" else BEFORE


def _next(chunks: Chunks, place: int) -> int:
    return place + 1 if chunks.tag(place) in ",:" else place


def by_estimate(reading: Reading, place: int) -> Draft | None:
    """Read "by its estimate", "by an NIS estimate given in a statement on Jan. 13"."""
    chunks, memory = reading.chunks, reading.memory
    if chunks.lower(place) not in {"by", "in"}:
        return None
    if chunks.lower(place) == "in" and (place == 0 or chunks.tag(place - 1) == ","):
        made = _made_public(reading, place)
        if made is not None:
            return made
    head = place + 1
    while chunks.tag(head) in "DNPJGw#" or (
        chunks.tag(head) == "S" and chunks.lower(head) not in _ACCOUNTS
    ):
        head += 1
    if head == place + 1 or chunks.lower(head) not in _ACCOUNTS:
        return None
    source = phrase_within(chunks, place + 1, head + 1, memory)
    if source is None or (source.way == "unnamed" and chunks.lower(place) == "in"):
        return None
    last = max(head + 1, min(source.last, head + 1))
    if chunks.lower(last) in _GIVEN:
        last += 1
    around = circumstances(reading, last, told=False, trailing=False)
    counted = chunks.lower(head) in COUNTED
    side = _side(chunks, place, around.last)
    if chunks.tag(place - 1) == "," and chunks.tag(around.last) == ",":
        side = BEFORE
    elif chunks.tag(around.last) not in ",.;:":
        side = AFTER
    return Draft(
        "by estimate",
        place,
        around.last,
        (source, *around.cited),
        Stance.ESTIMATES if counted else Stance.ASSERTS,
        side,
        content=_next(chunks, around.last),
        time=around.time,
        goes_on=source.way == "pronoun",
    )


def told_of(reading: Reading, place: int) -> Draft | None:
    """Read "claims from Ukraine that ...", "there are reports that ...", "made the claim: ..."."""
    chunks, memory = reading.chunks, reading.memory
    if chunks.lower(place) not in WRITINGS or (
        chunks.tag(place - 1) == "," and chunks.lower(place).endswith("ing")
    ):
        return None  # ", ruling that"
    after = place + 1
    while chunks.tag(after) in "pDNJGSw" and after < place + 8 and chunks.tag(after) != "t":
        if chunks.tag(after) == "w" and chunks.tag(after - 1) != "p" and not _going(chunks, after):
            return None
        after += 1
    if chunks.tag(after) not in "t:" or (chunks.tag(after) == "t" and _relative(chunks, after)):
        return None
    first = place
    while first > 0 and chunks.tag(first - 1) in "DJN#wAP":
        first -= 1
    maker = None
    for verb in range(place - 1, max(-1, place - 5), -1):
        if chunks.lower(verb) in _MADE:
            maker = subject_before(reading, verb)
            break
    if maker is not None and maker.speaker is not None:
        source: Speaker | None = maker.speaker
        first = maker.first
    else:
        if chunks.tag(after) == ":" and not (
            chunks.lower(first) == "there" or chunks.tag(first) == "D"
        ):
            return None
        start = place
        while start > 0 and chunks.tag(start - 1) in "DJN#P":
            start -= 1
        source = phrase_from(chunks, start, memory)
    if source is None:
        return None
    content = after + 1
    if chunks.tag(content) == "t":
        content += 1
    return Draft("told of", first, after + 1, (source,), Stance.ASSERTS, AFTER, content=content)


def _going(chunks: Chunks, place: int) -> bool:
    return chunks.lower(place) in {"going", "doing", "circulating", "round", "around", "late"}


def _relative(chunks: Chunks, place: int) -> bool:
    """Whether "that" stands for the noun before it: "reports that quote the agency"."""
    following = chunks.tag(place + 1)
    verb = chunks.tags.find("V", place + 1)
    if 0 < verb <= place + _LOOK and chunks.tag(verb + 1) in ".,;":
        return True  # "a claim that the army denied"
    return following in "VXmn" or (following == "A" and chunks.tag(place + 2) in "VXm")


Rule = tuple[str, Callable[[Reading, int], Draft | None]]

# By the tags that call for them; of several at one piece the first that fits speaks.
RULES: Final[tuple[Rule, ...]] = (
    ("O", according_to),
    ("VU", held),
    ("Vg", speech),
    ("p", by_estimate),
    ("p", in_paper),
    ("p", shown_in),
    ("p", per),
    ("p", put_in_turn),
    ("F", released),
    ("F", pictured),
    ("S", revised),
    ("S", told_of),
    ("Y", hearsay),
    ("K", declining),
)
_BY_TAG: Final[dict[str, tuple[Callable[[Reading, int], Draft | None], ...]]] = {
    tag: tuple(rule for cues, rule in RULES if tag in cues)
    for tag in {tag for cues, _ in RULES for tag in cues}
}
_CUE: Final = re.compile(f"[{''.join(sorted(_BY_TAG))}N]")


def _hangs(tags: str, place: int) -> bool:
    """Whether a name hangs on a preposition: "on its Facebook page" is about no one."""
    while place > 0 and tags[place - 1] in "DJWw":
        place -= 1
    return place > 0 and tags[place - 1] == "p"


def _enter(drafts: list[Draft], draft: Draft) -> None:
    """Add a draft; what was read within its own words is no frame: "X, who denies it, said"."""
    while drafts and drafts[-1].first >= draft.first and drafts[-1].last <= draft.last:
        drafts.pop()
    drafts.append(draft)


def drafts_of(reading: Reading) -> list[Draft]:
    """Return what the rules read in a sentence, in order."""
    chunks, memory = reading.chunks, reading.memory
    tags = chunks.tags
    memory.local, memory.here = [], []
    done = 0
    for found in _CUE.finditer(tags):
        place, tag = found.start(), found[0]
        if place < done:
            continue
        if tag == "N":
            speaker = of_mention(chunks[place].mention, place, memory)
            memory.here.append(speaker)
            if not _hangs(tags, place):
                memory.local.append(speaker)
        elif tag != "p" or chunks.lower(place) in _PREPOSITIONS:
            for rule in _BY_TAG[tag]:
                draft = rule(reading, place)
                if draft is not None:
                    _enter(reading.drafts, draft)
                    memory.local.extend(draft.speakers)
                    memory.here.extend(draft.speakers)
                    done = draft.last
                    break
    return reading.drafts
