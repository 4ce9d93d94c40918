"""Statements dated by what was told before: "she said the same day", "they said at the time"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.frames._denial import Said
    from timeline.extraction.page import Page
    from timeline.timex import TimeExpression

_SAME_DAY: Final = ("same day", "that day", "same evening", "same night", "same morning")
_THEN: Final = " at the time"
_NEAR: Final = 1
_BACK: Final = 6


def date_by_what_was_told(said: Said, frames: Sequence[Said], page: Page) -> None:
    """Date a frame that points back to the day of the sentence, or the statement, before it.

    Args:
        said: the frame, which gets the date.
        frames: those before it, in order.
        page: the article.
    """
    if said.time is None:
        if _THEN in page.text[said.start : said.end]:
            _at_the_time(said, page)
        return
    if not said.time.text.lower().endswith(_SAME_DAY):
        return
    for last in reversed(frames[-_BACK:]):
        if said.block - last.block > _NEAR:
            return
        if last.time is not None:
            if last.number >= said.number - 1:
                said.time = attrs.evolve(said.time, when=last.time.when)
                return
            break
    before = page.sentences[max(0, said.number - 1)].times
    days = [time.when for time in before if precise(time)]
    if days and said.number:
        said.time = attrs.evolve(said.time, when=days[0])


def _at_the_time(said: Said, page: Page) -> None:
    """Read "the owner said at the time" by the one date of the sentence before."""
    if not said.number:
        return
    told = page.sentences[said.number - 1].times
    if len(told) == 1 and told[0].when is not None and told[0].when.latest is not None:
        said.time, said.dated = told[0], True


def precise(time: TimeExpression) -> bool:
    """Whether an expression names a day."""
    when = time.when
    return when is not None and when.earliest is not None and when.earliest == when.latest
