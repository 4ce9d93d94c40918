"""A day counted from that of another happening: "two days after the vote on May 3".

The length dates what is told, and the day is that of the other happening. It works the other way
round, too: "he left on May 5, two days after it was sold" says on which day it was sold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from timeline.dates import When
from timeline.extraction.clauses import Opening
from timeline.extraction.dating import Role, role_of
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.drafts._pieces import Piece
    from timeline.timex import TimeExpression

_NUMBERS: Final = {**CARDINALS, "the": 1, "a": 1, "an": 1}
_LAPSE: Final = re.compile(
    r"(?<![\w-])(?:(?P<number>\d{1,3}|" + "|".join(_NUMBERS) + r") )?"
    r"(?:(?P<unit>day|night|week|fortnight|month|year|hour|minute|moment)(?P<many>s?)"
    r"|(?P<soon>shortly|immediately|soon|just)) (?P<way>after|before|following|of) ",
    re.IGNORECASE,
)
_LONG: Final = re.compile(
    r"\b(?:for|of|in|over|during|lasted|lasting|took|the (?:first|last|next)|every|each|more than"
    r"|less than|over|under|nearly|almost|barely|about|around|some|roughly|at least|or) $",
    re.IGNORECASE,
)
"""Words before a length with which it is no distance, or a distance that nobody has measured."""
_CLOCK: Final = re.compile(
    r"(?:the )?(?:\d|dawn|daybreak|sunrise|dusk|sunset|nightfall|noon|midday|midnight"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
"""What is "shortly before midnight on Monday" was on Monday."""
_WITHIN: Final = re.compile(r"\bwithin (?:just )?$", re.IGNORECASE)
_EVENT: Final = re.compile(
    r"(?:(?!(?:and|or|but|that|who|which|until|since|by|before|after|said)\b)"
    r"[^\s,;:.()\"“”]+ ){1,8}"
    r"(?:(?:late |early )?(?:on|of|in) )?(?:the )?|(?:the |an? )?",
    re.IGNORECASE,
)
"""What may stand between "after" and the day of what was before: a noun with its words."""
_DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_SLACK: Final = {"day": 0, "night": 0, "week": 3, "fortnight": 3, "month": 15, "year": 183}
_SEVERAL: Final = {
    "hour": (0, 1),
    "minute": (0, 1),
    "moment": (0, 1),
    "day": (2, 13),
    "week": (14, 62),
    "month": (60, 365),
    "year": (730, 7300),
}
"""How many days "days", "weeks", "months" and "years" after something are."""
_SOON: Final = {"immediately": (0, 1), "just": (0, 1), "shortly": (0, 13), "soon": (0, 13)}


class _Lapse(NamedTuple):
    """How long after (or before) something else, and where the text says so."""

    start: int
    end: int
    behind: int
    least: int
    most: int

    def counted(self, when: When, text: str, time: TimeExpression, *, back: bool) -> TimeExpression:
        """Return the expression of the day so long after another; of that before if *back*."""
        assert when.earliest is not None  # a single day
        least, most = (-self.most, -self.least) if back else (self.least, self.most)
        found = When.between(when.earliest + least, when.earliest + most)
        if least == most:
            found = When.day(when.earliest + least)
        return attrs.evolve(
            time,
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            type="DATE",
            value=str(found),
            when=found,
        )


def with_lapses(pieces: list[Piece], text: str) -> list[Piece]:
    """Date what is told so and so long after a happening of a day.

    Args:
        pieces: the pieces of a sentence.
        text: the article's text.
    """
    told = pieces[0].sentence.text if pieces else ""
    if not any(way in told for way in _WAYS) or not any(unit in told for unit in _UNITS):
        return pieces
    found = list(pieces)
    for number in reversed(range(len(found))):
        piece = found[number]
        lapse = _lapse_in(piece, text)
        if lapse is None:
            continue
        opens = lapse.start == piece.start and piece.opening is Opening.SUBORDINATE
        beside = number - 1 if number else 1
        if not opens or beside >= len(found):
            found[number : number + 1] = _of_a_noun(piece, lapse, text)
            continue
        main = found[beside]
        own = [time for time in piece.times if time.start >= lapse.behind]
        theirs = [time for time in main.times if time.when is not None]
        if main.frame is not piece.frame:
            continue
        if lapse.least == 0 or lapse.most == 0:
            continue  # "a warning issued minutes after the shock was lifted on Monday"
        if len(own) == 1 and not theirs and _is_day(own[0], text):
            dated = lapse.counted(own[0].when or When.day(0), text, own[0], back=False)
            found[beside] = attrs.evolve(main, times=(dated,))
            found[number] = attrs.evolve(piece, times=tuple(own))
        elif not own and number and len(theirs) == 1 and _is_day(theirs[0], text):
            dated = lapse.counted(theirs[0].when or When.day(0), text, theirs[0], back=True)
            found[number] = attrs.evolve(piece, times=(dated,))
    return found


_UNITS: Final = (
    *("day", "night", "week", "month", "year", "hour", "minute", "moment"),
    *("hortly ", "mmediately ", "oon ", "ust "),
)
_WAYS: Final = (" after ", " before ", " following ", " of ")


def _lapse_in(piece: Piece, text: str) -> _Lapse | None:
    for match in _LAPSE.finditer(text, piece.start, piece.end):
        way = match["way"].lower()
        ahead = text[max(0, match.start() - 24) : match.start()]
        within = _WITHIN.search(ahead) is not None
        if not within and (way == "of" or _LONG.search(ahead)):
            continue
        bounds = _bounds(match)
        if bounds is None or _CLOCK.match(text, match.end()):
            continue
        least, most = 0 if within else bounds[0], bounds[1]
        if way == "before":
            least, most = -most, -least
        return _Lapse(match.start(), match.start("way") - 1, match.end(), least, most)
    return None


def _bounds(match: re.Match[str]) -> tuple[int, int] | None:
    """Return how many days a lapse has at least and at most, or None if it is none."""
    if match["soon"]:
        return None if match["number"] else _SOON[match["soon"].lower()]
    number, unit = match["number"], match["unit"].lower()
    if number is None or unit not in _DAYS:
        # not "the previous day after"
        return _SEVERAL.get(unit) if match["many"] or number else None
    days = (_NUMBERS.get(number.lower()) or int(number)) * _DAYS[unit]
    return days - _SLACK[unit], days + _SLACK[unit]


def _of_a_noun(piece: Piece, lapse: _Lapse, text: str) -> list[Piece]:
    """Date what is told in one clause with the noun from which it is counted, and cut it there."""
    for number, time in enumerate(piece.times):
        if time.start < lapse.behind:
            continue
        if not _is_day(time, text) or not _EVENT.fullmatch(text, lapse.behind, time.start):
            break
        behind_it = [one.lower for one in piece.tokens if one.start >= time.end]
        if not (FINITE - {"'s"}).isdisjoint(behind_it):
            break  # "a warning issued minutes after the quake on Monday was lifted"
        dated = lapse.counted(time.when or When.day(0), text, time, back=False)
        before = [one for one in piece.times[:number] if one.end <= lapse.start]
        tokens = piece.sentence.tokens
        cut = bisect_left(tokens, lapse.start, piece.first, piece.last, key=_START)
        behind = bisect_left(tokens, lapse.behind, cut, piece.last, key=_START) - 1
        main = _part(piece, piece.first, cut, (*before, dated), piece.opening)
        if main is None or not main.has_verb:
            return [attrs.evolve(piece, times=(*before, dated, *piece.times[number:]))]
        noun = _part(piece, behind, piece.last, piece.times[number:], Opening.SUBORDINATE)
        return [main] if noun is None else [main, noun]
    return [piece]


_START: Final = attrgetter("start")


def _part(
    piece: Piece, first: int, last: int, times: Sequence[TimeExpression], opening: Opening
) -> Piece | None:
    """Return a part of a piece, with what in it can be told."""
    if first >= last:
        return None
    start, end = piece.sentence.tokens[first].start, piece.sentence.tokens[last - 1].end
    return attrs.evolve(
        piece,
        first=first,
        last=last,
        opening=opening,
        happenings=tuple(one for one in piece.happenings if start <= one.start and one.end <= end),
        times=tuple(times),
        quantities=tuple(one for one in piece.quantities if start <= one.start and one.end <= end),
    )


def _is_day(time: TimeExpression, text: str) -> bool:
    """Whether an expression is of one day, and says on which day something was."""
    when = time.when
    if when is None or when.earliest is None or when.earliest != when.latest:
        return False
    if text.startswith(("'s ", "’s "), time.end):
        return True
    return time.type != "DURATION" and role_of(text, time) in _ON


_ON: Final = {Role.AT, Role.BEFORE, Role.AFTER}
