"""What a clause tells of two times is told of each: "won it in 2019 and again last year"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from timeline.extraction.dating import dated, told_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction.dating import Anchor
    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.page import Sentence


def told_twice(draft: Draft, sentence: Sentence, anchor: Anchor, text: str) -> Iterator[Draft]:
    """Yield a draft, or two of it where two stretches of time date it that are not one.

    Two days are kept as one date, which can say both. A figure counts what both times had, so that
    what has one is not taken apart.

    Args:
        draft: the draft.
        sentence: its sentence.
        anchor: from when it is told.
        text: the article's text.
    """
    when = draft.occurred
    if when is not None and draft.explicit and not draft.quantities and len(sentence.times) > 1:
        for one, other in itertools.pairwise(sentence.times):
            if (
                one.when is None
                or one.when.earliest != when.earliest
                or not (draft.start <= one.start and other.end <= draft.end)
                or not told_together(one, other, sentence)
            ):
                continue
            found = [dated(text, time, draft.mood, anchor) for time in (one, other)]
            dates = [each[0] for each in found if each is not None]
            if len(dates) > 1 and when not in dates:
                for date in dates:
                    yield attrs.evolve(draft, occurred=date, rules=list(draft.rules))
                return
    yield draft
