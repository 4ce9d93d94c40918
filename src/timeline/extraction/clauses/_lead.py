"""What leads up to the first word of a clause, and belongs to it: "three days | after it began"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token


def begun(tokens: Sequence[Token], number: int, first: int) -> int:
    """Return where a clause begins with what leads up to its first word.

    "The base in | which they served", "they left | three days after it had begun".
    """
    begin = number
    if tokens[number].lower in {"after", "before"}:
        while begin - 1 > first and (
            tokens[begin - 1].lower in _LAPSE or tokens[begin - 1].text[0].isdigit()
        ):
            begin -= 1
        timed = any(token.lower in _UNITS for token in tokens[begin:number])
        if not timed or tokens[begin - 1].lower in _SPANNED:
            return number
    elif tokens[number - 1].lower in _BEFORE_RELATIVES and number - 1 > first:
        begin -= 1
        if tokens[begin].lower == "of":
            begin = _part(tokens, begin, first)
    return begin


def _part(tokens: Sequence[Token], of: int, first: int) -> int:
    """Return where the part begins that stands before "of whom": ", 41 | of whom were freed"."""
    begin = of
    while begin - 1 > first and begin > of - _LONGEST_PART:
        token = tokens[begin - 1]
        if token.text == ",":
            return begin
        if not (token.text[0].isalnum() or token.text in _IN_NUMBERS):
            break
        begin -= 1
    return of


_LONGEST_PART = 7
_IN_NUMBERS = frozenset("-%$€£")


_UNITS = frozenset(
    "day days week weeks month months year years hour hours minute minutes decade decades".split()
)
_LAPSE = _UNITS | frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve a few several just only "
    "about nearly almost some more than the".split()
)
_SPANNED = frozenset({"for", "of", "within", "in", "lasted", "over", "during"})
"""Words with which a time says how long, and not how long after: "halted for a week after"."""
_BEFORE_RELATIVES = frozenset("in of at for from on by with to under through during".split())
