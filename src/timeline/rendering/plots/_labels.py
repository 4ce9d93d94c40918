"""Names beside marks, where there is room for them: none covers another one, or a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.rendering.plots._svg import fitted, text, wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEIGHT = 13.0
_GAP = 7.0
_LONGEST = 250.0
"""The most pixels that a name takes."""

_SHIFTS = (0.0, -14.0, 14.0)
"""By how much a name may stand higher or lower than its mark."""


@attrs.frozen
class Label:
    """A name to be put beside a mark.

    Args:
        words: the name.
        x: where the mark is.
        y: where the mark is.
        soft: whether it is said in a lower voice.
    """

    words: str
    x: float
    y: float
    soft: bool = False


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def placed(
    labels: Sequence[Label], marks: Sequence[tuple[float, float]], within: Box
) -> Iterator[str]:
    """Yield the names for which there is room; those that come first take it first.

    Args:
        labels: the names, the more telling ones first.
        marks: the places that no name may cover.
        within: the frame that no name may leave.
    """
    taken: list[Box] = []
    for label in labels:
        words = fitted(label.words, _LONGEST)
        for box, anchor in _sides(label, wide(words)):
            if (
                _inside(box, within)
                and not any(_overlap(box, other) for other in taken)
                and not any(_covers(box, mark) for mark in marks)
            ):
                taken.append(box)
                x = box[0] if anchor == "start" else box[2]
                kind = "halo small soft" if label.soft else "halo small"
                yield text(words, x, box[3] - 3, class_=kind, text_anchor=anchor)
                break


def _sides(label: Label, width: float) -> Iterator[tuple[Box, str]]:
    for shift in _SHIFTS:
        top = label.y - _HEIGHT / 2 + shift
        yield (label.x + _GAP, top, label.x + _GAP + width, top + _HEIGHT), "start"
        yield (label.x - _GAP - width, top, label.x - _GAP, top + _HEIGHT), "end"


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(box: Box, mark: tuple[float, float]) -> bool:
    return box[0] <= mark[0] <= box[2] and box[1] <= mark[1] <= box[3]
