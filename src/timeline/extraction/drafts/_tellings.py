"""Where a piece of a sentence tells of several happenings: which words tell of which."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.extraction._value import value
from timeline.extraction.clauses import Opening
from timeline.extraction.drafts._pieces import Piece
from timeline.extraction.english._inflection import Form, is_past
from timeline.extraction.english._verb_groups import FINITE, GROUP_WORDS, SEEMING
from timeline.extraction.happenings import Happening
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from timeline.extraction._tokens import Token


@value
class Telling:
    """The words of a piece that tell of one happening.

    Args:
        piece: the piece.
        happenings: the words for the happening.
        first: the number of the first token.
        last: the number of the token behind the last.
        times: what can date it.
        opening: what begins it.
    """

    piece: Piece
    happenings: Sequence[Happening]
    first: int
    last: int
    times: Sequence[TimeExpression]
    opening: Opening


def tellings_of(piece: Piece, told: Sequence[Happening]) -> Iterator[Telling]:
    """Yield happenings that belong together, with the tokens that speak of them.

    Words for one kind are one happening, and so are words in a row ("killed, wounded or
    captured"); others are cut apart at the conjunction, the comma or the verb group between them.
    """
    groups: list[list[Happening]] = []
    for happening in told:
        if groups and (
            groups[-1][-1].kind is happening.kind
            or _in_a_row(piece, groups[-1][-1], happening)
            or subject_of(piece, groups[-1][-1], happening)
            or _within(piece, groups[-1][-1], happening)
            or _occasion(piece, groups[-1][0], happening)
        ):
            groups[-1].append(happening)
        else:
            groups.append([happening])
    first = piece.first
    for number, group in enumerate(groups):
        last, reduced = piece.last, False
        if number + 1 < len(groups):
            last, reduced = _cut(piece, group[-1], groups[number + 1][0].first)
        start, end = piece.sentence.tokens[first].start, piece.sentence.tokens[last - 1].end
        head = piece.sentence.tokens[groups[0][0].first].start
        times = [
            one
            for one in piece.times
            if (start <= one.start and one.end <= end)
            or one.end <= head
            or one.start >= piece.end  # of a clause behind it: "since it began on Friday"
        ]
        opening = Opening.RELATIVE if reduced else piece.opening
        yield Telling(piece, group, first, last, times, opening)
        first = last


def subject_of(piece: Piece, noun: Happening, verb: Happening) -> bool:
    """Whether a noun is what the verb behind it tells of: "an earthquake struck the coast"."""
    if noun.form is not None or verb.form not in _FINITE_FORMS:
        return False
    if verb.first - noun.last <= 1:
        return True
    tokens = piece.sentence.tokens
    if _is_dated_aside(piece, noun, verb):
        return True
    between = [token.lower for token in tokens[noun.last : verb.first]]
    if len(between) > _SUBJECT or tokens[noun.last].lower not in _BEHIND_NOUN:
        return False
    return not any(
        word in _NOT_BETWEEN or (is_past(word) and ahead not in _DETERMINERS)
        for ahead, word in itertools.pairwise(("", *between))
    ) and not any(token.lower in _BEHIND_NOUN for token in tokens[piece.first : noun.first])


def _is_dated_aside(piece: Piece, noun: Happening, verb: Happening) -> bool:
    """Whether but a date stands between, set off: "the flood, in August 2014, killed three"."""
    tokens = piece.sentence.tokens
    first, last = noun.last, verb.first - 1
    if last - first > _SUBJECT or tokens[first].lower != "," or tokens[last].lower != ",":
        return False
    inside = [
        one
        for one in piece.times
        if tokens[first].end <= one.start and one.end <= tokens[last].start
    ]
    return len(inside) == 1 and tokens[last - 1].end == inside[0].end


_FINITE_FORMS = {Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE}
_BEHIND_NOUN = frozenset("in on at of near by against outside inside off over along".split())
_NOT_BETWEEN = FINITE | set(", ; : and or but that who which to - – —".split())


def _within(piece: Piece, one: Happening, other: Happening) -> bool:
    """Whether the first noun is of the second: "the death toll in Friday's crash"."""
    if one.form is not None or other.form is not None:
        return False
    between = [token.lower for token in piece.sentence.tokens[one.last : other.first]]
    if between[:1] == ["into"]:  # "the inquiry into last month's crash will begin on Tuesday"
        behind = [time for time in piece.times if time.start > other.end]
        return bool(behind) and any(one.end <= time.start < other.start for time in piece.times)
    return (
        one.kind.name == "losses"
        and bool(between)
        and between[0] in {"in", "of", "from"}
        and FINITE.isdisjoint(between[1:-1])
        and not {",", "and", ";"} & set(between)
    )


def _occasion(piece: Piece, verb: Happening, noun: Happening) -> bool:
    """Whether a noun says at which occasion: "will vote on it at the annual meeting on May 9"."""
    if verb.form is None or noun.form is not None or noun.kind.name not in _OCCASIONS:
        return False
    between = [token.lower for token in piece.sentence.tokens[verb.last : noun.first]]
    place = next((at for at in range(len(between) - 1, -1, -1) if between[at] in _AT), None)
    if place is None or len(between) - place > _SUBJECT:
        return False
    return FINITE.isdisjoint(between) and not {",", ";", "and", "but"} & set(between[place:])


_OCCASIONS = frozenset({"meeting", "election", "contest", "statement"})
_AT = frozenset({"at", "during"})


def _in_a_row(piece: Piece, one: Happening, other: Happening) -> bool:
    between = piece.sentence.tokens[one.last : other.first]
    return one.form is other.form and all(token.lower in {",", "and", "or"} for token in between)


def _joined(tokens: Sequence[Token], after: int, begin: int) -> int | None:
    """Return where "and" begins a clause with a subject of its own before a verb group."""
    for number in range(begin - 1, max(after, begin - _SUBJECT) - 1, -1):
        if tokens[number].lower in {"and", "but"}:
            subject = tokens[number + 1]
            return number if subject.capital or subject.lower in _DETERMINERS else None
    return None


_CUTS = frozenset({"and", "but", "or", ",", "then", "after", "before", "following"})
_SUBJECT = 7
"""How many words a subject has at most, with its conjunction."""
_DETERMINERS = frozenset("a an the its their his her this that these another two three".split())


def _cut(piece: Piece, happening: Happening, before: int) -> tuple[int, bool]:
    """Return where to cut before the next happening, and whether this one was a reduced clause.

    In "the troops sent in May have left", "sent in May" only says which troops.
    """
    tokens = piece.sentence.tokens
    after = happening.last
    begin = before
    while begin > after and (
        tokens[begin - 1].lower in GROUP_WORDS or tokens[begin - 1].lower.endswith("ly")
    ):
        begin -= 1
    finite = any(token.lower in FINITE or token.lower in SEEMING for token in tokens[begin:before])
    if finite and happening.form in {Form.PAST, Form.PARTICIPLE}:
        ahead = tokens[happening.first - 1].lower if happening.first > piece.first else ""
        if ahead not in GROUP_WORDS and tokens[begin - 1].lower not in {"and", "but", "or"}:
            joined = _joined(tokens, after, begin)
            return (begin, True) if joined is None else (joined, False)
    for number in range(before - 1, after - 1, -1):
        if tokens[number].lower in _CUTS:
            return number, False
    return max(begin, after), False
