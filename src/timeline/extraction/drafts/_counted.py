"""Which happening each figure of a sentence counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.clauses import Opening
from timeline.extraction.drafts._plain import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import Kinds
    from timeline.extraction.quantities import Quantity


def counted(
    pieces: Sequence[Piece], told: Mapping[int, list[Draft]], kinds: Kinds
) -> dict[int, list[Quantity]]:
    """Give each figure to the happening that it counts; return those left over, by piece."""
    left: dict[int, list[Quantity]] = {}
    for number, piece in enumerate(pieces):
        for quantity in piece.quantities:
            draft = _counting(quantity, number, pieces, told, kinds)
            if draft is None:
                left.setdefault(number, []).append(quantity)
            else:
                draft.quantities = (*draft.quantities, quantity)
                draft.start = min(draft.start, quantity.start)
                draft.end = max(draft.end, quantity.end)
    return left


_OTHER_TIMES = frozenset({"since", "before", "until", "till"})
"""What opens a clause of another time: "found 46 cases since the outbreak began"."""


def _counting(
    quantity: Quantity,
    number: int,
    pieces: Sequence[Piece],
    told: Mapping[int, list[Draft]],
    kinds: Kinds,
) -> Draft | None:
    """Return the draft that a figure belongs to: of its kind if there is one, else its piece's."""
    kind = kind_of(quantity.figure.measure, kinds)
    fitting = [
        (abs(place - number), draft.start, draft)
        for place, drafts in told.items()
        if pieces[place].frame is pieces[number].frame
        and (place <= number or pieces[place].tokens[0].lower not in _OTHER_TIMES)
        for draft in drafts
        if draft.kind is kind is not None
    ]
    own = told.get(number, ())
    if fitting:
        away, _, nearest = min(fitting, key=lambda one: one[:2])
        inside = [one for one in own if one.start <= quantity.start and quantity.end <= one.end]
        if not (away and inside and nearest.start >= quantity.end):
            return nearest
        return inside[0]  # "the quake killed 40 people and destroyed 300 homes"
    resumed = [one.opening for one in pieces[number + 1 : number + 3]]
    if not own and resumed == [Opening.RELATIVE, Opening.RESUMED]:
        own = told.get(number + 2, ())  # "two men who tried to flee were shot"
    inside = [one for one in own if one.start <= quantity.start and quantity.end <= one.end]
    return next(iter(inside or own), None)
