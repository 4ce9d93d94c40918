"""The day of the one sudden happening that a story is about, and what is told of that day.

A report of a crash names its day once and then goes on: "forty-four people were killed", "the
flight was cleared at 04:01", "eleven others landed safely that night". None of these counts from
the day told last, which may be that of a statement.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from timeline.dates import When
from timeline.extraction.english._inflection import Form, is_past
from timeline.extraction.english._verb_groups import HAVE, WAS, Mood
from timeline.extraction.happenings import happenings_in
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import Kinds
    from timeline.extraction.page import (
        Page,
        Sentence,
    )
    from timeline.timex import TimeExpression

_BEGINNING = 10
"""In how many sentences a story says when what it is about happened."""
_BESIDE = 120
"""How many letters its day may stand from the words for it."""
_NEAR_BEFORE = 2
"""How many sentences back "that night" finds its day."""
_LATELY = 7
_ASIDE = re.compile(r"\b(?:earlier|before|previous|preceding)\b", re.IGNORECASE)
_SUDDEN = frozenset(
    "accident ambush attack avalanche blast bombing capsizing cave-in collapse collision crash "
    "derailment earthquake explosion eruption gunman impact landslide mudslide quake raid rupture "
    "shelling shipwreck shooting sinking slide stabbing stampede strike tremor tsunami wave".split()
)
"""Nouns for what is over within the hour, unlike a fire or a flood."""
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|wrote|report(?:ed|s)?|published|released|issued|announced|informed"
    r"|statement|interview|briefing|conference|hearing|testified|confirmed|disclosed|email|letter"
    r"|memo|filing|bulletin|tally|poll|survey|added|acknowledged|denied|declared|posted)\b"
    r"(?:(?!\bthat\b)[^.;:\n]){0,40}$",
    re.IGNORECASE,
)
"""Words behind which a day is that of a statement."""
_SAID_BEFORE = 60
"""No word of those with what may follow it is as long as that."""
_SAYS_IT = re.compile(
    r",? (?P<who>(?:[\w'’.-]+ ){0,6}?)(?:said|says|told|wrote|reported|announced|confirmed|added"
    r"|acknowledged|denied|declared)\b"
)
"""What follows the day of a statement: "On Monday, the owner said"."""
_BOUNDING = re.compile(
    r"\b(?:since|until|till|before|by|after|from|to|through|than) (?:the |early |late )*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
_BARE_CLOCK = re.compile(
    r"(?:about |around |nearly |just )?\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m\.?)?"
    r"(?: local time| local| GMT| UTC)?",
    re.IGNORECASE,
)
_COMING = re.compile(r"\b(?:will|due|scheduled|expected|planned|(?:is|are) to)\b")
_POINTING = re.compile(
    r"(?:that|that same|the same) (?:day|night|morning|evening|afternoon)"
    r"|the (?:day|night|morning|evening) (?P<way>before|after)",
    re.IGNORECASE,
)


def story_day(page: Page, kinds: Kinds) -> int | None:
    """Return the day of the sudden happening of which a story tells, if it tells of one alone."""
    days: set[int] = set()
    published = page.article.published.latest
    body = [one for one in page.sentences if one.block.part is not Part.HEADLINE][:_BEGINNING]
    for sentence in body:
        told = None
        for time in sentence.times:
            day = _day_of(time)
            if day is None or published is None or day > published or _is_bare(time):
                continue
            if _is_bound(page, time) or _is_said(page, sentence, time):
                continue
            if told is None:
                told = [one for one in happenings_in(sentence, kinds) if _strikes(one.kind.name)]
            near = any(max(time.start - one.end, one.start - time.end) <= _BESIDE for one in told)
            if near or (time.type == "TIME" and _CLOCK.search(time.text) is not None):
                days.add(day)
    return days.pop() if len(days) == 1 else None


def _strikes(name: str) -> bool:
    return name in {"strike", "accident", "disaster"}


def _day_of(time: TimeExpression) -> int | None:
    when = time.when
    if when is None or when.is_interval or when.earliest is None or time.type not in _POINTS:
        return None
    return when.earliest if when.earliest == when.latest else None


_POINTS = {"DATE", "TIME"}


def _is_bare(time: TimeExpression) -> bool:
    return time.type == "TIME" and _BARE_CLOCK.fullmatch(time.text) is not None


def _is_bound(page: Page, time: TimeExpression) -> bool:
    return _BOUNDING.search(page.text, max(0, time.start - 24), time.start) is not None


def _is_said(page: Page, sentence: Sentence, time: TimeExpression) -> bool:
    first = max(sentence.start, time.start - _SAID_BEFORE)
    if _SAYING.search(page.text, first, time.start) is not None:
        return True
    behind = _SAYS_IT.match(page.text, time.end, sentence.end)
    return behind is not None and not any(map(is_past, behind["who"].split()))


def with_story_day(page: Page, day: int | None) -> Page:
    """Let bare clock times and "that night" count from the day that they are of.

    That is a day told shortly before, unless it is that of a statement or the end of a stretch;
    else the day of the story; else, beside the day of a statement, there is none.

    Args:
        page: the page.
        day: the day of the story, if it has one.
    """
    sentences = list(page.sentences)
    for number, sentence in enumerate(sentences):
        if not (sentence.times and any(map(_counts, sentence.times))):
            continue
        ahead = sentences[max(0, number - _NEAR_BEFORE) : number]
        times = tuple([_counted(time, sentence, ahead, page, day) for time in sentence.times])
        if times != sentence.times:
            sentences[number] = attrs.evolve(sentence, times=times)
    return attrs.evolve(page, sentences=tuple(sentences))


def _counts(time: TimeExpression) -> bool:
    return _is_bare(time) or _POINTING.fullmatch(time.text) is not None


def _counted(
    time: TimeExpression,
    sentence: Sentence,
    ahead: Sequence[Sentence],
    page: Page,
    day: int | None,
) -> TimeExpression:
    """Return an expression with the day from which it counts."""
    pointing = _POINTING.fullmatch(time.text)
    if time.when is None or (pointing is None and not _is_bare(time)):
        return time
    told = list(_told(time, sentence, ahead, page))
    done = [one for one in told if not one.said]
    if done and (pointing is not None or not told[-1].said):
        return time  # the text tells the day just before
    here = any(one.own for one in told)
    if pointing is None and _COMING.search(sentence.text):
        return time
    if pointing is None and done:
        # Told between, in "It struck on Wednesday. Ten died, it said on Thursday. It hit at 4 a.m."
        near = day if day is not None else done[-1].day
        return attrs.evolve(time, when=When.day(near) if day is not None or not here else None)
    if pointing is None:
        return attrs.evolve(time, when=_clock_day(time, page, day, told=bool(told)))
    if here:
        return attrs.evolve(time, when=None)  # "told the jury on Monday that he slept that night"
    if day is None:
        return time
    step = 0
    if pointing["way"]:
        step = 1 if pointing["way"].lower() == "after" else -1
    return attrs.evolve(time, when=When.day(day + step))


def _clock_day(time: TimeExpression, page: Page, day: int | None, *, told: bool) -> When | None:
    """Return the day of a clock time that stands alone.

    Of a story's happening it is that of the happening. Behind the day of a statement it is none
    that can be known. A day that was told by the way ("had reported a day earlier") has no hold on
    the next paragraph: there it is the day of publication.
    """
    if day is not None:
        return When.day(day)
    if told:
        return None
    published = page.article.published.latest
    near = _day_of(time)
    if published is None or near is None or not 0 <= published - near <= _LATELY:
        return time.when
    before = [
        one
        for sentence in page.sentences
        if sentence.start < time.start
        for one in sentence.times
        if one.end <= time.start and _day_of(one) is not None
    ]
    return When.day(published) if before and _ASIDE.search(before[-1].text) else time.when


class _Told(NamedTuple):
    """A day that the text tells before an expression."""

    day: int
    said: bool
    """Whether it is the day of a statement."""
    own: bool
    """Whether it stands in the same sentence."""


def _told(
    time: TimeExpression, sentence: Sentence, ahead: Sequence[Sentence], page: Page
) -> Iterator[_Told]:
    """Yield each day told before an expression."""
    bare = _is_bare(time)
    for one in (*ahead, sentence):
        if bare and "\n" in page.text[one.end : sentence.start]:
            continue  # a clock time goes with a day of its paragraph
        for other in one.times:
            day = _day_of(other)
            if other.start >= time.start or day is None or _counts(other):
                continue
            if not _is_bound(page, other):
                yield _Told(day, _is_said(page, one, other), one is sentence)


def date_like_story(
    draft: Draft, piece: Piece, before: Sequence[Draft], day: int | None, page: Page
) -> None:
    """Date what a story tells of its happening without a date of its own.

    That is what the happening itself did ("the blast tore off the roof"), and who was killed or
    hurt, where the sentence before tells of it: all in the outlet's voice, in the simple past.
    """
    if (
        day is None
        or draft.explicit
        or draft.frame is not None
        or draft.mood is not Mood.PAST
        or draft.negated
        or draft.kind is None
        or draft.occurred is None
        or not (
            _is_deed_of_it(piece) or (_is_toll(draft, piece) and _goes_on(draft, before, day, page))
        )
    ):
        return
    draft.occurred, draft.explicit = When.day(day), True
    draft.by("on the day of the story", 0.85)


def date_since(draft: Draft, piece: Piece, before: Sequence[Draft], last: int) -> None:
    """Date what "has since" happened from the day told in the sentence before on."""
    if draft.explicit or draft.mood is not Mood.PERFECT or draft.negated:
        return
    words = [one.lower for one in piece.tokens]
    if not any(one in HAVE and after == "since" for one, after in itertools.pairwise(words)):
        return
    days = [
        one.occurred.earliest
        for one in before
        if one.explicit and one.occurred is not None and one.occurred.earliest is not None
    ]
    if days and min(days) <= last:
        draft.occurred, draft.state = When.between(min(days), last), False
        draft.by("since what was told before", 0.85)


def _is_deed_of_it(piece: Piece) -> bool:
    """Whether the subject is the happening: "the avalanche swept away 140 houses"."""
    tokens = piece.tokens
    return (
        len(tokens) > 2  # noqa: PLR2004 - the article, the noun, and the verb
        and tokens[0].lower == "the"
        and tokens[1].lower in _SUDDEN
        and HAVE.isdisjoint([one.lower for one in tokens])
        and any(one.form is Form.PAST and _is_verb_of(piece, one.first) for one in piece.happenings)
    )


def _is_verb_of(piece: Piece, verb: int) -> bool:
    """Whether a verb stands right behind a noun, or behind what the noun is of or near."""
    between = [one.lower for one in piece.sentence.tokens[piece.first + 2 : verb]]
    if not between:
        return True
    return (
        len(between) <= _COMPLEMENT
        and between[0] in {"of", "in", "at", "on", "near", "off", "outside"}
        and {",", "and", "that", "which", "who"}.isdisjoint(between)
        and not any(is_past(one) for one in between)
    )


_COMPLEMENT = 7


def _is_toll(draft: Draft, piece: Piece) -> bool:
    """Whether a clause says who was killed or hurt, and not how many are known to be by now."""
    if draft.kind is None or draft.kind.name != "losses":
        return False
    words = {one.lower for one in piece.tokens}
    if not HAVE.isdisjoint(words) or not _LATER_ON.isdisjoint(words):
        return False
    if piece.tokens[0].lower in _IT:
        return True
    return not (WAS | _PERISHED).isdisjoint(words)


_PERISHED = frozenset({"died", "drowned", "perished", "suffocated"})
_IT = frozenset({"they", "it", "he", "she"})
_LATER_ON = frozenset(
    "since later hospital hospitals now total far still already toll tally subsequently".split()
)
"""Words of those who die later, and of counts that go on."""


def _goes_on(draft: Draft, before: Sequence[Draft], day: int, page: Page) -> bool:
    """Whether the sentence before tells of the happening, in that paragraph."""
    told = [one for one in before if one.explicit]
    return any(
        (one.kind is None or not one.kind.speech)
        and one.occurred is not None
        and one.occurred.earliest == one.occurred.latest == day
        and "\n" not in page.text[one.end : draft.start]
        for one in told
    )
