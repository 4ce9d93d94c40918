"""The rule for words that measure what has no noun: "the toll stands at 40", "a $3bn deal"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._frames import frame_after, frame_before
from timeline.extraction.quantities._moves import RATES, direction, moved
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, nation_at
from timeline.extraction.quantities._subjects import singular
from timeline.extraction.quantities._verbs import done_to

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_TRADED: Final = {"debt": "debt", "share price": "shares"}
"""What a sum can be "of" and be bought, sold or forgiven."""


def framed(clause: Clause, number: int) -> Named | None:
    """Read "the death toll stands at 1,000", "a profit of $3bn", "inflation of 3%"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if amount.sort == numbers.COUNT and noun is not None and noun.sort != nouns.PEOPLE:
        return None
    hit = None
    if amount.sort != numbers.COUNT:
        hit = frame_after(clause, number, amount.sort)
    if hit is None or hit.measure.name == "GDP":  # "a deficit of 5 percent of GDP"
        hit = frame_before(clause, number, amount.sort) or hit
    if hit is None:
        return None
    name, unit = hit.measure.name, hit.measure.unit
    nation = next(
        (
            found
            for at in range(hit.start - 1, max(-1, hit.start - 4), -1)
            if (found := nation_at(clause.tokens, at))
        ),
        "",
    )
    if amount.sort == numbers.MONEY and hit.start > amount.end and _is_of(clause, number):
        said = done_to(clause, number)  # "dumped $2bn of local debt"
        name = f"{_TRADED[name]} {said}" if said and name in _TRADED else name
    if amount.sort == numbers.MONEY:
        by = clause.tokens[amount.first - 1].lower == "by" and amount.first > hit.end
        changed = direction(clause, number) if by or moved(clause, number) else ""
        if changed and name == "worth":
            name = " ".join(one.lower for one in clause.tokens[hit.start : hit.end])
        name = f"{singular(name)} {changed}" if changed else name  # "cut spending by $12bn"
        return Named(name, amount.unit, level=not changed)
    if amount.sort in RATES:
        changed = direction(clause, number)
        rate = hit.measure.rate or name
        told = rate.endswith((" rise", " fall"))
        name = f"{singular(rate)} {changed}" if changed and not told else rate
        return Named(name, amount.sort, noun=True, nation=nation, level=not changed)
    if name == "attending" and any(said.measure == "protesters" for said in clause.earlier):
        name = "protesters"  # the crowd of a march
    return Named(name, unit or PEOPLE, noun=name == "casualties", nation=nation)


def _is_of(clause: Clause, number: int) -> bool:
    end = clause.amounts[number].end
    return end < len(clause.tokens) and clause.tokens[end].lower == "of"
