"""What the words around a saying tell by themselves: that it was said, denied or kept back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.extraction.dating import said_on
from timeline.extraction.drafts._draft import Draft
from timeline.extraction.english._verb_groups import Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction.dating import Anchor
    from timeline.extraction.frames import Frame
    from timeline.extraction.happenings import Kinds
    from timeline.extraction.page import (
        Page,
        Sentence,
    )

_THAT = re.compile(r"[\s,]+that[\s,]*$")
_LASTING = re.compile(r"\b(?:has|have|had|yet|so far|still)\b", re.IGNORECASE)
"""Words of a silence that lasts: "has not said", "has yet to say"."""
_CHECKING = re.compile(
    r"\b(?:verif|check|establish|independently|comment|respond|repl(?:y|ied)|declin|refus|could not"
    r"|couldn|ruled? out|neither confirm|nor deny|nor denied)",
    re.IGNORECASE,
)
"""Words of not answering, and of not being able to check: no silence that lasts."""
_ANSWERED = {Stance.DENIES, Stance.WITHHOLDS}
_WEEK = 7


def softened(frame: Frame, page: Page) -> Frame:
    """Let what was said in a holiday's message be said about that day, and never after it is told.

    In "announced a plan on Monday" it is the last Monday, not the next one.
    """
    if frame.when is None or frame.when.when is None:
        return frame
    when = said_on(page.text, frame.when)
    told = page.article.published.latest
    first = None if when is None else when.earliest
    if (
        when is not None
        and first is not None
        and told is not None
        and (when.latest == first and told < first <= told + _WEEK)
    ):
        when = when.shift(-_WEEK)
    if when == frame.when.when:
        return frame
    return attrs.evolve(frame, when=attrs.evolve(frame.when, when=when))


def sayings_of(  # noqa: PLR0913, PLR0917 - what a saying is told by
    frame: Frame,
    sentence: Sentence,
    drafts: Sequence[Draft],
    page: Page,
    kinds: Kinds,
    anchors: tuple[Anchor, Anchor],
) -> Iterator[Draft]:
    """Yield what a frame tells by itself: that something was said, on a date.

    Args:
        frame: the frame.
        sentence: the sentence that it stands in.
        drafts: what was told in this sentence and the one before.
        page: the page.
        kinds: the kinds of happening.
        anchors: from when it is told, and the day of publication.
    """
    anchor, printed = anchors
    if not frame.content and frame.stance is not Stance.ASSERTS:
        yield from _of_what_was_said(frame, drafts, anchor, page.text)
    if frame.stance in _ANSWERED:
        end = max([frame.end, *(end for _, end in frame.content)])
        silent = frame.stance is Stance.WITHHOLDS
        if (
            silent
            and _LASTING.search(page.text, frame.start, frame.end)
            and not _CHECKING.search(page.text, frame.start, end)
        ):
            yield _silence(frame, printed)
        elif frame.content and not any(one.frame is frame for one in drafts):
            draft = Draft(frame.start, end, frame)
            draft.by("what somebody does not say" if silent else "what somebody denies", 0.8)
            yield draft
    when = None if frame.when is None else frame.when.when
    if when is None or not frame.dated:
        return
    if any(one.frame is frame and one.bare for one in drafts):
        return
    start, end = frame.start, frame.end
    if frame.when is not None and sentence.start <= frame.when.start < sentence.end:
        apart = page.text[frame.when.end : start].split()
        if "that" in apart:  # "the firm said in May that it expected a loss"
            start, end = sentence.start, frame.when.end
        else:
            start, end = min(start, frame.when.start), max(end, frame.when.end)
    end = start + len(_THAT.sub("", page.text[start:end]))
    draft = Draft(start, end, None, kinds.by_name.get("statement"))
    draft.occurred, draft.explicit = when, True
    draft.by(frame.rule)
    draft.by("date of a statement", 0.9)
    yield draft


def _silence(frame: Frame, printed: Anchor) -> Draft:
    """Return that somebody has not spoken, which lasts until it is printed."""
    draft = Draft(frame.start, frame.end, None, state=True, mood=Mood.PERFECT, negated=True)
    draft.occurred = printed.lasting
    draft.by(frame.rule)
    draft.by("still so when it was said", 0.8)
    return draft


def _of_what_was_said(
    frame: Frame, drafts: Sequence[Draft], anchor: Anchor, text: str
) -> Iterator[Draft]:
    """Yield the claim of "confirmed the report", about the last thing that was reported.

    A denial or a silence is a claim even where nothing was read of what it is about; in a paragraph
    of its own it can be about anything.
    """
    told = [one for one in reversed(drafts) if one.frame is not frame and not _says(one)]
    about = next((one for one in told if one.frame is not None and one.kind is not None), None)
    if about is None and frame.stance not in _ANSWERED:
        return
    about = about or next(iter(told), None)
    draft = Draft(frame.start, frame.end, frame)
    if about is not None and (
        frame.stance not in _ANSWERED or "\n" not in text[about.end : frame.start]
    ):
        draft.kind, draft.state, draft.mood = about.kind, about.state, about.mood
    draft.by("of what was reported before", 0.6)
    if frame.stance is Stance.CONFIRMS:
        draft.occurred = anchor.past
    yield draft


def _says(draft: Draft) -> bool:
    """Whether a draft tells of no more than that something was said."""
    return draft.kind is not None and draft.kind.name == "statement"


def tells_why_unnamed(draft: Draft, text: str) -> bool:
    """Whether it says no more than why a source has no name: "they were not authorised to speak".

    >>> from timeline import Article
    >>> from timeline.extraction import RuleExtractor
    >>> words = "Talks resumed on Monday, officials said because they were not allowed to speak."
    >>> read = RuleExtractor().extract(Article("a", "gazette", "2025-03-04", text=words))
    >>> [claim.text for claim in read.claims]
    ['Talks resumed on Monday.']
    """
    words = text[draft.start : draft.end]
    return " to " in words and _UNNAMED.search(words) is not None


_UNNAMED = re.compile(
    r"(?:\bnot|n['’]t)(?: been| yet)? (?:authori[sz]ed|allowed|permitted|cleared|entitled)"
    r" to (?:speak|talk|comment|discuss|brief|give|disclose|be (?:named|identified|quoted))\b"
)


def is_of_a_frame(draft: Draft, frames: Sequence[Frame]) -> bool:
    """Whether the outlet's words are those around a saying: "in an interview on Wednesday"."""
    return (
        draft.frame is None
        and draft.kind is not None
        and draft.kind.speech
        and any(
            frame.when is not None and draft.start <= frame.when.start < draft.end
            for frame in frames
        )
    )
