"""Of what a verb tells that it rose, fell or stands at a level: its subject, without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _measures as english
from timeline.extraction.english._changes import GUESSES, NOUNS_IN_ING
from timeline.extraction.english._deeds import AWAITED
from timeline.extraction.english._numbers import words
from timeline.extraction.english._stops import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_AUXILIARIES: Final = words(
    """
    has have had is are was were be been being will would could may might can should also then
    since still now to not never just again further even later
    """
)
# What cuts a clause from the one before it, so that no subject is looked for beyond.
_CUTS: Final = words(
    """
    . ? ! , ; : ( ) — – - " “ ” said says say that and but while whereas when as because if although
    though after before where
    """
)
_RELATIVES: Final = frozenset({"which", "that", "who"})
_PRONOUNS: Final = frozenset({"they", "it", "this", "these", "those", "both"})
_OPENERS: Final = words("the a an its their his her our this that these those all most and but")
_PREPOSITIONS: Final = words(
    """
    of in on at by to from for with within across along into over under against between among
    behind near via per outside inside throughout during since until
    """
)
_COUNTED_BY: Final = words("number amount level rate value volume total size share price pace")
_OPENING: Final = frozenset('.?!:"“”(—–|*')
_FAR: Final = 14


@attrs.frozen(slots=True)
class Subject:
    """What a verb is about.

    Args:
        label: the words that name it, such as "grain shipments"; empty where only a pronoun stands.
        people: whether it is persons.
        pronoun: whether a pronoun stands for what was told before.
        many: whether that pronoun is one of several, "they".
    """

    label: str
    people: bool = False
    pronoun: bool = False
    many: bool = False


def subject_of(tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the verb at *verb*, or None where no plain one stands before it."""
    end = verb
    while end > 0 and (
        tokens[end - 1].lower in _AUXILIARIES
        or (tokens[end - 1].lower in AWAITED and end < len(tokens) and tokens[end].lower == "to")
        or tokens[end - 1].lower.endswith("ly")
        or tokens[end - 1].lower == "almost"
    ):
        end -= 1
    if end > 2 and tokens[end - 2].lower in {"on", "in"} and tokens[end - 3].lower in _RELATIVES:  # noqa: PLR2004 - "which on Monday"
        end -= 2
    if end > 0 and tokens[end - 1].lower in _RELATIVES:
        end -= 1  # "inflation, which fell": what the clause is about stands before it
        if end > 0 and tokens[end - 1].text == ",":
            end -= 1
    gerund = end - 1 if end > 1 and tokens[end - 1].lower.endswith("ing") else end
    if (
        0 < gerund < len(tokens)
        and tokens[gerund].lower.endswith("ing")
        and tokens[gerund - 1].lower in {"after", "before", "while", "by", ",", "—"}
    ):
        return Subject("", pronoun=True)  # "before recovering to close at": who does is named
    if end > 0 and tokens[end - 1].lower in {"before", "after", "and", "but"} | _CUTS:
        return Subject("", pronoun=True) if end < verb or tokens[end - 1].lower == "and" else None
    start = end
    while start > max(0, end - _FAR) and not _cuts(tokens, start - 1):
        start -= 1
        if tokens[start].text[0].isdigit() and not (
            _is_hyphened(tokens, start + 1) or (start and tokens[start - 1].text.isupper())
        ):
            return Subject("", pronoun=True)  # "shares rose 3 percent to close at"
    if end and tokens[end - 1].lower in _PRONOUNS | {"'s"}:
        return Subject("", pronoun=True, many=tokens[end - 1].lower == "they")
    return phrase_of(tokens, start, end)


def before_aside(tokens: Sequence[Token], verb: int) -> int:
    """Return where the subject of a verb ends: before what is told of it between commas.

    The comma of "Fares, the largest cost of most, climbed"; *verb* itself where nothing is told.
    """
    if verb < _LEAST_ASIDE or tokens[verb - 1].text != "," or tokens[verb].lower.endswith("ing"):
        return verb
    for at in range(verb - 2, max(0, verb - _ASIDE), -1):
        if tokens[at].text in _OPENING:
            return verb
        if tokens[at].text == ",":
            opener = tokens[at + 1].lower
            return at if opener in _RELATIVES or opener in _ASIDES else verb
    return verb


_ASIDE: Final = 16
_LEAST_ASIDE: Final = 4
"""The fewest tokens before a verb behind an aside: a subject, a comma, a word, a comma."""
_ASIDES: Final = words("the a an its their his her one up down after already once")


def opening_subject(tokens: Sequence[Token], end: int) -> Subject | None:
    """Return the subject of the clause that ends at *end*: the phrase with which it opens."""
    start = end
    while start > 0 and tokens[start - 1].text not in _OPENING and tokens[start - 1].text != ",":
        start -= 1
    if tokens[start].lower in _PRONOUNS:
        return Subject("", pronoun=True, many=tokens[start].lower == "they")
    found = phrase_of(tokens, start, end)
    return None if found is None or found.people else found


def _cuts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins behind a token; a hyphen within a word is no dash."""
    return tokens[at].lower in _CUTS and not _is_hyphened(tokens, at)


def _is_hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen joins its neighbours: "10-year"."""
    inside = 0 < at < len(tokens) - 1 and tokens[at].text == "-"
    return inside and tokens[at - 1].end == tokens[at].start == tokens[at + 1].start - 1


def phrase_of(tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """Return the noun phrase with which a clause begins, without what is told of it further."""
    at = _behind_opening(tokens, start, end)
    while at < end and tokens[at].lower in _OPENERS:
        at += 1
    first, head = at, -1
    while at < end:
        token = tokens[at]
        if token.lower in {"'s", "'", "’s", "’"}:
            first, head = at + 1, -1  # "Norway's exports"
        elif token.lower in _PREPOSITIONS:
            counts = head >= 0 and tokens[head].lower in _COUNTED_BY and token.lower == "of"
            if not counts:
                break
            while at + 1 < end and tokens[at + 1].lower in _OPENERS:
                at += 1
            first, head = at + 1, -1  # "the number of wolves"
        elif token.text == "&" and head == at - 1:
            pass  # "the S&P 500"
        elif token.lower in STOPS or not token.text[0].isalpha():
            break
        else:
            head = at
        at += 1
    if head < 0:
        return None
    return _named(tokens, first, head)


def _behind_opening(tokens: Sequence[Token], start: int, end: int) -> int:
    """Skip when and where it was: "On Tuesday", "In the third quarter", "In Spain"."""
    if start >= end or tokens[start].lower not in _PREPOSITIONS:
        return start
    at = start + 1
    if at + 1 < end and tokens[at].lower in _DAYS and tokens[at + 1].capital:
        return at + 1  # "On Friday Acme closed up"
    while at < end and (
        tokens[at].capital
        or tokens[at].lower in english.TIME_UNITS
        or tokens[at].lower in _OF_TIME
        or (tokens[at].lower in _OPENERS and tokens[at - 1].lower in _PREPOSITIONS)
    ):
        at += 1
    return at if at > start + 1 else start


_DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday")
_OF_TIME: Final = words("last next same first second third fourth final early late previous past")


def _named(tokens: Sequence[Token], first: int, head: int) -> Subject | None:
    token = tokens[head]
    word = token.lower
    verbal = word.endswith(("ing", "ly", "ed")) and word not in NOUNS_IN_ING
    if word in english.TIME_UNITS or word in STOPS or verbal:
        return None
    opens = head == 0 or tokens[head - 1].text in _OPENING
    if token.capital and (not opens or token.text.isupper()):
        while first < head and not tokens[first].capital:
            first += 1
        before = tokens[first - 1].lower if first else ""
        if before in {",", "and", "or"}:
            return None  # one name of several
        return Subject(" ".join(one.text for one in tokens[first : head + 1]).replace(" & ", "&"))
    people = word in english.PERSONS or word in english.GENERIC_PERSONS
    if head > first and not people:
        neighbour = tokens[head - 1]
        modifier = (
            neighbour.lower in english.MODIFIERS
            or neighbour.lower in english.ADJECTIVES
            or neighbour.lower.endswith(english.MODIFIER_ENDINGS)
        )
        plain = neighbour.text.isalpha() and (neighbour.text.islower() or head - 1 == 0)
        if plain and not modifier and neighbour.lower not in STOPS:
            return Subject(f"{neighbour.lower} {word}")
    return Subject(word, people=people)


def singular(label: str) -> str:
    """Return the name of what changes as it stands before "rise" and "fall": "share fall"."""
    if label == "share price":
        return "share"  # a fall of shares is one of their price
    first, _, last = label.rpartition(" ")
    return f"{first} {english.SINGULARS.get(last, last)}".strip()


def behind_guess(tokens: Sequence[Token], first: int) -> int:
    """Return where "an earlier forecast of" begins before an amount, or where that begins."""
    at = first - 2
    if at < 1 or tokens[at].lower not in GUESSES:
        return first
    while at > 0 and tokens[at - 1].lower not in STOPS - {"a", "an", "the"}:
        at -= 1
    return at
