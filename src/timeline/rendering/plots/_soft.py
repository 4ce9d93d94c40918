"""Soft dates drawn soft: solid where it certainly was so, fading where the bounds leave it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.projections import Status
from timeline.rendering.page._bars import Stretch, bar
from timeline.rendering.plots._svg import element, fading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.dates import When
    from timeline.rendering.plots._axis import Axis

SHORTEST = 3.0
"""The least length of a mark, in pixels, so that a day among years is seen."""

_ANYWHERE = 0.12
"""How strongly that is drawn which may lie anywhere."""

_STRIPS = 12

Laid = tuple[Stretch, float, float]
"""A part of a date with the places, in pixels, where it begins and ends."""

_CONTESTED = frozenset({Status.DISPUTED, Status.DENIED})


def kind_of(status: Status, *, certain: bool) -> str:
    """Return how a fact is drawn: ``sure``, ``maybe`` or ``contested``."""
    if not certain:
        return "maybe"
    return "contested" if status in _CONTESTED else "sure"


def days_of(when: When | None) -> Iterator[int]:
    """Yield the days between which a date goes from one strength to another."""
    for stretch in bar(when):
        if stretch.first is not None:
            yield stretch.first
        if stretch.last is not None:
            yield stretch.last


def surest(when: When | None) -> int | None:
    """Return the day on which it most surely was so; None without any bound.

    >>> from timeline.dates import When
    >>> surest(When("[2025-01-11..2025-01-20]")) == When("2025-01-15").earliest
    True
    """
    points = [
        (-strength, number, day)
        for number, one in enumerate(bar(when))
        for strength, day in ((one.begins, one.first), (one.ends, one.last))
        if day is not None
    ]
    return min(points, default=(0, 0, None))[2]


def across(when: When | None, axis: Axis, y: float, thick: float, kind: str) -> str:
    """Return a date along an axis that runs to the right, from *y* down as *thick* as asked."""
    return "".join(
        _rect(stretch, kind, ("right", "left"), x=low, y=y, width=high - low, height=thick)
        for stretch, low, high in _laid(when, axis)
    )


def upwards(  # noqa: PLR0913 - where, how thick, how meant, how far
    when: When | None, axis: Axis, x: float, thick: float, kind: str, *, reach: float
) -> str:
    """Return a date along an axis that runs up, around *x*; what has no bound fades in *reach*."""
    left = x - thick / 2
    return "".join(
        _rect(stretch, kind, ("up", "down"), x=left, y=top, width=thick, height=bottom - top)
        for stretch, bottom, top in _reaching(_laid(when, axis), reach)
    )


def _reaching(laid: Iterable[Laid], reach: float) -> Iterator[Laid]:
    """Yield stretches of an axis that runs up, those without a bound no longer than *reach*."""
    for stretch, bottom, top in laid:
        if stretch.first is None and stretch.last is not None:
            yield stretch, min(bottom, top + reach), top
        elif stretch.last is None and stretch.first is not None:
            yield stretch, bottom, max(top, bottom - reach)
        else:
            yield stretch, bottom, top


def _laid(when: When | None, axis: Axis) -> Iterator[Laid]:
    """Yield each stretch that the axis shows, with the places where it begins and ends."""
    found: list[Laid] = []
    stretches = bar(when)
    for number, stretch in enumerate(stretches):
        seen = _within(stretch, axis)
        if seen is None:
            continue
        # The next stretch begins on the day on which this one ends.
        over = None if seen.last is None else seen.last + (number == len(stretches) - 1)
        if seen.last != stretch.last:
            over = axis.last + 1
        low = axis.at(seen.first, otherwise=axis.start)
        found.append((seen, low, axis.at(over, otherwise=axis.end)))
    if not found:
        return
    low, high = found[0][1], found[-1][2]
    if abs(high - low) >= SHORTEST:
        yield from (one for one in found if one[1] != one[2])
        return
    # Too short for its softness to be seen; it is drawn as one mark, and not as a sure one.
    strength = min(max(one.begins, one.ends) for one in stretches) / len(stretches)
    half = SHORTEST / 2 if axis.end >= axis.start else -SHORTEST / 2
    middle = (low + high) / 2
    yield (
        Stretch(stretches[0].first, stretches[-1].last, strength, strength),
        middle - half,
        middle + half,
    )


def _within(stretch: Stretch, axis: Axis) -> Stretch | None:
    """Return the part of a stretch that the axis shows, as strong as it is there; None for none."""
    first, last = stretch.first, stretch.last
    if (first is not None and first > axis.last) or (last is not None and last < axis.first):
        return None
    if first is None or last is None:
        # Where the bound that it has lies out of sight, nothing says how likely any day is.
        unseen = (last is not None and last > axis.last) or (
            first is not None and first < axis.first
        )
        return Stretch(None, None, 0, 0) if unseen else stretch
    if first == last:
        return stretch
    per_day = (stretch.ends - stretch.begins) / (last - first)
    from_, to = max(first, axis.first), min(last, axis.last)
    return Stretch(
        from_,
        to,
        stretch.begins + (from_ - first) * per_day if from_ != first else stretch.begins,
        stretch.ends - (last - to) * per_day if to != last else stretch.ends,
    )


def _rect(stretch: Stretch, kind: str, ways: tuple[str, str], **box: float) -> str:
    """Return a stretch as a box; *ways* are that of time, and the other one."""
    if stretch.begins == stretch.ends:
        return element("rect", class_=kind, opacity=stretch.begins or _ANYWHERE, **box)
    if {stretch.begins, stretch.ends} == {0, 1}:
        way = ways[0] if stretch.begins > stretch.ends else ways[1]
        return element("rect", fill=fading(kind, way), **box)
    return "".join(_strips(stretch, kind, upright=ways[0] == "up", box=box))


def _strips(
    stretch: Stretch, kind: str, *, upright: bool, box: Mapping[str, float]
) -> Iterator[str]:
    """Yield a stretch that goes between other strengths than none and full, in a few steps."""
    place, size = ("y", "height") if upright else ("x", "width")
    begins, ends = stretch.begins, stretch.ends
    if upright:  # its first day is at the bottom, and strips are laid from the top
        begins, ends = ends, begins
    part = box[size] / _STRIPS
    for number in range(_STRIPS):
        strength = begins + (ends - begins) * (number + 0.5) / _STRIPS
        strip = {**box, place: box[place] + number * part, size: part}
        yield element("rect", class_=kind, opacity=strength, **strip)
