"""Which numbers can count something: no years, ages, versions, addresses or labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _numbers as english
from timeline.extraction.english._ballots import GAMES, VOTING
from timeline.extraction.english._changes import MONEYS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._numbers import COUNT, DASHES, Read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_LETTERS_BEFORE = frozenset("-\u2013\u2011./:#_'\u2019\\@")
_MARKS_BEHIND: Final = frozenset({":", "/", "\u2019", "'s", "'", "@", "_", "\u00b0", "x"})
_STRONGEST: Final = 10
"""The scale of magnitudes has no end, but no earthquake was ever above this."""
_MEASURED: Final = frozenset({*english.DATA, "kg", "mm", "cm", "m"})
"""What can stand behind a decimal without being a plural."""
_YEAR_DIGITS: Final = 4
_SPANS: Final = frozenset({"ages", "between", "from", "pages", "of", "at", "about", "some"})
_LISTING: Final = frozenset({"and", "or", ",", "to"})
_NEAR: Final = 12
_CLOSE: Final = 4
_YEARS: Final = range(1000, 2101)


def is_magnitude(tokens: Sequence[Token], place: int, read: Read) -> bool:
    """Whether a number is the strength of an earthquake: "magnitude 7.1", "a magnitude of 7.1"."""
    if read.end != place + 1 or not read.high or read.high > _STRONGEST:
        return False
    before = tokens[place - 1].lower
    return before == "magnitude" or (
        before == "of" and place > 1 and tokens[place - 2].lower == "magnitude"
    )


def free(tokens: Sequence[Token], place: int, text: str) -> bool:
    """Whether a number stands alone: not within a name, a date, a clock or an address."""
    token = tokens[place]
    if token.start and (
        text[token.start - 1] in _LETTERS_BEFORE or text[token.start - 1].isalnum()
    ):
        before = text[token.start - 2 : token.start]
        if (
            before not in {"--", " -", " \u2013", ".."}
            and text[token.start - 1] not in "\u2013—'\u2019"
        ):
            return False
    if place + 1 < len(tokens):
        after = tokens[place + 1]
        if after.start == token.end and after.text in _MARKS_BEHIND:
            following = tokens[place + 2] if place + 2 < len(tokens) else None
            if after.text != ":" or (following and following.start == after.end):
                return False
    if place == 0:
        return True
    if text[token.start - 1] in "'\u2019" and len(token.text) == 2:  # noqa: PLR2004 - the year '11
        return False
    before_token = tokens[place - 1]
    numbered = before_token.text == "." and place > 1 and tokens[place - 2].lower in {"no", "nos"}
    if before_token.lower == "building" and not before_token.capital:
        return _is_built(tokens, place)
    return (
        not numbered and before_token.lower not in english.LABELS and not _is_listed(tokens, place)
    )


def _is_listed(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is one more label, or age: "two men aged 40 and 52", "flights 12 and 14"."""
    at = place
    while at > 1 and tokens[at - 1].lower in _LISTING and tokens[at - 2].text.isdecimal():
        at -= 2
    if at == place or tokens[at - 1].lower not in english.LABELS | {"ages"}:
        return False
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return not behind.isalpha() or behind in STOPS


def _is_built(tokens: Sequence[Token], place: int) -> bool:
    """Whether "building" is a verb before a number: "of building 1.5m homes"."""
    behind = [token.lower for token in tokens[place + 1 : place + 4]]
    return any(word.endswith("s") and word not in {"is", "was", "'s"} for word in behind[:3])


def counts(tokens: Sequence[Token], place: int, end: int, read: Read) -> bool:
    """Whether a bare number can count something: no year, no label, no list number, no name."""
    token = tokens[place]
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.text == "." and place == 0:
        return False  # the number of a list
    if "0" <= token.text[0] <= "9":
        if _is_age(tokens, place, end):
            return False
        joined = following is not None and following.start == tokens[end - 1].end
        mark = following.text if following is not None and joined else ""
        if mark in {*DASHES, "/"} and read.sort == COUNT:
            return False  # a score, a compound, or a list of models
        many = following is not None and following.text.islower() and following.text[-1] == "s"
        if len(token.text) == _YEAR_DIGITS and read.low in _YEARS and end == place + 1 and not many:
            return False
        measured = following is not None and (following.lower in _MEASURED or is_rate(tokens, end))
        if "." in token.text and not read.scaled and not many and not measured:
            return False  # a version, a grade
        if tokens[end - 1].lower in {"m", "b", "k"} and (
            following is None or not following.text[0].isalpha()
        ):
            return False  # metres, most likely
        if place and _is_name(tokens[place - 1]) and "," not in token.text and not read.scaled:
            named = tokens[place - 1].lower not in english.NOT_NAMES
            if named and not many:
                return False
    return True


def ballot_at(tokens: Sequence[Token], place: int) -> tuple[tuple[int, int], ...] | None:
    """Return where the two numbers of a vote stand, and the numbers: "voted 7-2"."""
    last = place + 2
    if last >= len(tokens) or tokens[place + 1].text not in DASHES:
        return None
    one, other = tokens[place].text, tokens[last].text
    joined = tokens[place].end == tokens[place + 1].start == tokens[last].start - 1
    if not joined or not (one.isdecimal() and other.isdecimal()):
        return None
    if place and tokens[place - 1].lower in english.LABELS | _SPANS:
        return None  # "children aged 5-7 voted"
    if len(one) >= _YEAR_DIGITS or len(other) >= _YEAR_DIGITS:
        return None
    near = {token.lower for token in tokens[max(0, place - _NEAR) : last + _CLOSE]}
    if not near & VOTING or near & GAMES:
        return None
    return (place, int(one)), (last, int(other))


def is_rate(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number is followed by the money that so much of another buys: "per euro"."""
    if tokens[end].lower not in {"per", "to", "against"}:
        return False
    return any(token.lower in MONEYS for token in tokens[end + 1 : end + 4])


def _is_name(token: Token) -> bool:
    """Whether a word can be a name before a number: "Boeing 787", "iOS 5"."""
    return token.text[0].isalpha() and not token.text.islower()


def _is_age(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a number stands by itself behind a name: "John Smith, 45, was there"."""
    if place < 2 or end - place > 1:  # noqa: PLR2004 - who, and a comma or "of"
        return False
    if tokens[place - 1].lower == "of" and tokens[place - 2].lower in english.AGED:
        return end >= len(tokens) or not tokens[end].text[0].isalnum()
    before, after = tokens[place - 1].text, tokens[end].text if end < len(tokens) else ""
    if not tokens[place - 2].capital:
        # "the captain, 52, had": the word before is one person's
        who = tokens[place - 2]
        one = who.text.isalpha() and who.lower[-1] != "s" and who.lower not in STOPS
        two = len(tokens[place].text) == 2  # noqa: PLR2004 - the digits of an age
        return one and two and (before, after) in {(",", ","), ("(", ")")}
    return (before, after) in {(",", ","), ("(", ")"), (",", "."), (",", ";")}
