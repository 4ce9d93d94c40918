"""Reading English numbers: "two and a half", "twenty-first", "3,500", "a dozen"."""

# ruff: noqa: PLR2004 - numbers are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.timex.english._words import DIGITS, ORDINALS, SCALES, TENS

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_DIGITS = 12


def number(pieces: Sequence[str]) -> float | None:
    """Read lower-case *pieces* as one number; None where they are none.

    >>> number(["two", "hundred", "and", "six"]), number(["three", "and", "a", "half"])
    (206, 3.5)
    """
    total: float = 0
    current: float = 0
    seen = False
    for piece in pieces:
        if piece in ("and", "-", "&"):
            continue
        if piece in ("a", "an", "another"):
            current = current or (0 if seen else 1)
            seen = True
        elif piece == "half":
            current = current + 0.5 if seen else 0.5
            seen = True
        elif piece in SCALES:
            current = (current or 1) * SCALES[piece]
            if SCALES[piece] > 100:
                total, current = total + current, 0
        elif piece == "dozen":
            current = (current or 1) * 12
        else:
            value = _simple(piece)
            if value is None:
                return None
            current += value
            seen = True
    return total + current if seen or total or current else None


def ordinal(pieces: Sequence[str]) -> int | None:
    """Read "21st", "twenty-first" or plain digits as a place in a row; None where they are none.

    >>> ordinal(["twenty", "-", "first"]), ordinal(["3rd"]), ordinal(["17"])
    (21, 3, 17)
    """
    total = 0
    for piece in pieces:
        if piece in ORDINALS:
            return total + ORDINALS[piece]
        if piece in TENS:
            total = TENS[piece]
        elif piece[0] in "0123456789" and len(piece) <= _MOST_DIGITS:
            return int(piece.rstrip("stndrh"))
        elif piece in DIGITS:
            return total + DIGITS[piece]
        elif piece not in ("-", "the"):
            return None
    return total or None


def year_in_words(pieces: Sequence[str]) -> int | None:
    """Read "nineteen seventy-eight" or "two thousand and six"; None where that is no year.

    >>> year_in_words(["nineteen", "seventy", "eight"]), year_in_words(["two", "thousand"])
    (1978, 2000)
    """
    if any(piece in SCALES for piece in pieces):
        value = number(pieces)
    else:
        rest = number([piece for piece in pieces[1:] if piece != "zero"])
        value = None if rest is None else DIGITS.get(pieces[0], 0) * 100 + rest
    return int(value) if value is not None and 1000 <= value < 2200 else None


def written(amount: float) -> str:
    """Write an amount as TIMEX3 does: no needless point.

    >>> written(2), written(2.5)
    ('2', '2.5')
    """
    return str(int(amount)) if amount == int(amount) else f"{amount:.10g}"


def _simple(piece: str) -> float | None:
    for table in (DIGITS, TENS, ORDINALS):
        if piece in table:
            return table[piece]
    plain = piece.replace(",", "")
    if len(plain) > _MOST_DIGITS or not plain[:1].isdigit():
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return None
