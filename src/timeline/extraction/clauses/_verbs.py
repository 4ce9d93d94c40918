"""Where a verb stands among words, as far as their forms tell: what cuts clauses needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._marks import Marks
from timeline.extraction._tokens import LOWER
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.timex import TimeExpression

PRONOUNS = frozenset("i you he she it we they this that these those there".split())
RELATIVES = frozenset({"who", "which", "whom", "whose", "where"})
_CLAUSE_REACH = 14


def clause_follows(tokens: Sequence[Token], number: int) -> bool:
    """Whether a finite verb follows before the next stop."""
    return verb_within(tokens, number, _CLAUSE_REACH)


def verb_within(tokens: Sequence[Token], number: int, reach: int) -> bool:
    for position in range(number, min(number + reach, len(tokens))):
        token = tokens[position]
        word = token.lower
        if word in FINITE:
            return True
        if word in {",", ".", ";", ":"} or word in RELATIVES:
            return False
        if (
            position > number
            and word.endswith("ed")
            and not token.capital
            and tokens[position - 1].lower not in {"the", "a", "an", "of", "by", "its", "their"}
        ):
            return True
        if word in COMMON_PAST and position > number:
            return True
    return False


COMMON_PAST = frozenset(
    "said told went came took began made gave got saw left held struck hit won lost fell rose "
    "sent met put led broke found became fled shot grew wrote brought reached thought withdrew "
    "sought says say takes goes comes makes gives sees holds falls rises begin attack fight sat "
    "ran sank drew drove chose spoke flew threw blew stole shook hid rode swore ate drank tore "
    "froze sold bought paid swept caught spent slid dealt heard built taught lent laid kept "
    "hung swung clung burst felt swam knew forbade overtook undertook arose awoke shrank sprang "
    "mistook".split()
)


_BEGINS = frozenset(
    "the a an its their his her neither nobody everybody somebody everyone someone none nothing "
    "no others many most some".split()
)
"""Other words with which a subject begins."""


_VERBAL = Marks((FINITE | COMMON_PAST).__contains__, lambda word: word.endswith("ed"))


def has_verb(tokens: Sequence[Token], first: int, number: int) -> bool:
    return any(map(_VERBAL.__getitem__, map(LOWER, tokens[first:number])))


def subject_and_verb(tokens: Sequence[Token], number: int) -> bool:
    """Whether a subject and its verb follow a coordinator, so that it joins clauses, not nouns."""
    if number >= len(tokens):
        return False
    word = tokens[number].lower
    if word in PRONOUNS or word in _BEGINS:
        return verb_within(tokens, number + 1, 8)
    if tokens[number].capital:
        return verb_within(tokens, number + 1, 6)
    return False


def inserts(tokens: Sequence[Token], number: int, first: int) -> bool:
    """Whether a participle is inserted behind a subject: "The bridge, built in 1962, collapsed"."""
    word = tokens[number].lower
    if not is_participle(word) or word in NO_INSERTION or has_verb(tokens, first, number):
        return False
    for place in range(number + 1, min(number + _INSERTED, len(tokens) - 1)):
        if tokens[place].lower in FINITE or tokens[place].text in _NOT_INSERTED:
            return False
        if tokens[place].text == ",":
            verb = tokens[place + 1].lower
            main = verb in FINITE or is_past(verb) or verb in COMMON_PAST or verb.endswith("s")
            return main and verb not in _NO_DEED
    return False


def goes_on(tokens: Sequence[Token], number: int) -> bool:
    """Whether the main clause goes on: "the firm, which floated in May, | sold its arm"."""
    word = tokens[number].lower
    behind = tokens[number + 1].lower if number + 1 < len(tokens) else "."
    verb = is_past(word) or word in COMMON_PAST or word in FINITE
    return verb and not tokens[number].capital and behind not in _NO_DEED


_INSERTED = 16
"""How many words a participle has with it at most, where it is inserted."""
_NOT_INSERTED = frozenset({";", ":", '"', "\u201c"})
NO_INSERTION = FINITE | {"dated", "titled", "headlined", "entitled", "aged", "based"}
_NO_DEED = frozenset({",", ".", "and", "or", "by", "but"})


def dated_clause(tokens: Sequence[Token], times: Sequence[TimeExpression], number: int) -> bool:
    """Whether a clause begins with its date: ", and on 2 June the agency lost contact"."""
    start = tokens[number].start
    time = next((one for one in times if start <= one.start <= start + 4), None)
    if time is None:
        return False
    behind = number
    while behind < len(tokens) and (tokens[behind].start < time.end or tokens[behind].text == ","):
        behind += 1
    if subject_and_verb(tokens, behind):
        return True
    plural = behind < len(tokens) and tokens[behind].lower.endswith("s")
    return plural and verb_within(tokens, behind, 3)


def is_deed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a past form is a verb and no participle before a noun: "and detained men"."""
    after = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    if after and tokens[verb + 1].capital:
        return True  # "and reached Tunis"
    return not after.endswith("s") or after in {"its", "his", "as", "this", "us"}


PREPOSITIONS = frozenset({"on", "in", "by", "at"})
LAST = frozenset({"last", "later", "this", "earlier", "yesterday"})
