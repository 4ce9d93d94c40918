"""Where one clause of a sentence ends and the next begins, without a parser.

A clause is what one verb says of its subject. The cuts are made where English marks them: at
stops, at subordinating and relative words, before a participle behind a comma, between coordinated
clauses, and where the main clause goes on behind a relative clause.
"""

from __future__ import annotations

from itertools import compress
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.extraction._marks import Marks
from timeline.extraction.clauses._asides import (
    asides,
    is_main_past,
    is_second_verb,
    only_dates,
)
from timeline.extraction.clauses._lead import begun
from timeline.extraction.clauses._verbs import (
    COMMON_PAST,
    LAST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    clause_follows,
    dated_clause,
    goes_on,
    has_verb,
    inserts,
    is_deed,
    subject_and_verb,
    verb_within,
)
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._numbers import CARDINALS, FRACTIONS, SCALES
from timeline.extraction.english._numbers_money import CURRENCY_SIGNS
from timeline.extraction.english._verb_groups import FINITE, WAS
from timeline.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Sentence
    from timeline.timex import TimeExpression


class Opening(Word):
    """What begins a clause."""

    MAIN = "main"
    """The sentence itself, or a new clause of its own."""
    COORDINATE = "coordinate"
    """And, but, or: it may share the subject of the clause before."""
    SUBORDINATE = "subordinate"
    """When, while, after, because ..."""
    RELATIVE = "relative"
    """Who, which, that, where: it says something of the noun before."""
    THAT = "that"
    """What is said, thought or shown."""
    PARTICIPLE = "participle"
    """``, killing dozens``: it goes on with the clause before."""
    RESUMED = "resumed"
    """The main clause, behind a relative clause that interrupts it."""


class Clause(NamedTuple):
    """A clause: its tokens, by number within the sentence.

    Args:
        first: the number of its first token.
        last: the number of the token behind its last.
        opening: what begins it.
    """

    first: int
    last: int
    opening: Opening


_SUBJECTS = frozenset("i you he she it we they".split())
_STOPS = frozenset({";", ":", "—", "?", "!", "…", "..."})
_COORDINATORS = frozenset({"and", "but", "or", "nor", "yet", "so"})
_SUBORDINATORS = frozenset(
    "when while whereas although though because if unless whether whenever".split()
)
_EITHER = frozenset({"after", "before", "since", "until", "till", "as"})
"""Words that begin a clause or go with a noun alone."""
_NO_CLAUSE = frozenset("of well if part many much long soon far".split())
"""Words behind "as" that make a preposition of it: "as of", "as well as"."""
_MEASURES = frozenset("many much few little high low".split())
"""Words between two "as" that bound the number behind them."""
_NO_CLAUSE_BEHIND = FINITE | _NO_CLAUSE
_ARTICLES = frozenset("the a an its their his her".split())
_NOUN = 2
_JOINING = frozenset({"and", "but"})
_ADVERBS = frozenset("then later also now soon again since so far already has".split()) - FINITE
_CUTTING = _SUBORDINATORS | _EITHER | RELATIVES | _COORDINATORS | {"that", "should"}
"""Words at which a clause may begin, whatever stands before them."""
_CUT_BEHIND = _STOPS | {"-", ".", ","}
_MAY_CUT = Marks((_CUTTING | FINITE).__contains__, is_past)
"""Marks those words, and the verbs at which a main clause can go on."""
_NOT_PARTICIPLES = frozenset(
    "including during according following regarding concerning nothing something anything "
    "everything morning evening king spring building being going string".split()
)


_ASIDES: Final[dict[bool | None, Opening | None]] = {
    True: Opening.RELATIVE,
    False: Opening.RESUMED,
    None: None,
}
"""What begins where an aside begins, where the clause goes on behind it, and within it."""


def clauses_of(sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order; each token is in one of them."""
    return tuple(_clauses(sentence))


def _clauses(sentence: Sentence) -> Iterator[Clause]:
    tokens, times = sentence.tokens, sentence.times
    first = 0
    opening = (tokens and _cut_at_head(tokens)) or Opening.MAIN
    aside = asides(sentence)
    pending = False  # whether the main clause still waits for its verb
    waits = False  # whether it does so behind a side clause that no comma ends
    relative = False  # whether the clause is one
    words = sentence.words
    places: Iterable[int] = range(1, len(words))
    if not aside:  # most words need no look
        behind = map(_CUT_BEHIND.__contains__, words)
        places = compress(places, map(or_, map(_MAY_CUT.__getitem__, words[1:]), behind))
    for number in places:
        word, before = words[number], words[number - 1]
        if (
            word in _CUTTING
            or before in _CUT_BEHIND
            or number in aside
            or (relative and (word in FINITE or is_past(word)))
            or (waits and word in FINITE)
        ) and number > first:
            cut = (
                _ASIDES[aside[number]] if number in aside else _cut(tokens, number, first, opening)
            )
            if (
                cut is None
                and relative
                and is_second_verb(tokens, times, number)
                and has_verb(tokens, first + 1, number)
            ):
                cut = Opening.RESUMED
            if cut is None and waits and word in FINITE and _has_its_own(tokens, first, number):
                cut = Opening.RESUMED  # "the toll since it began has risen"
            if cut is None and before == ",":
                if pending or relative:
                    cut = Opening.RESUMED if pending and goes_on(tokens, number) else None
                elif inserts(tokens, number, first):
                    cut = Opening.RELATIVE
            if cut is Opening.SUBORDINATE and word in _EITHER and only_dates(tokens, times, number):
                cut = None
            if cut is None and word in _JOINING and _goes_on(tokens, times, number, first):
                cut = Opening.COORDINATE
            if cut is not None:
                begin = begun(tokens, number, first) if word in _LED else number
                yield Clause(first, begin, opening)
                if cut is Opening.RELATIVE and not relative:
                    pending = not has_verb(tokens, first, begin)
                elif cut not in {Opening.RELATIVE, Opening.COORDINATE}:
                    pending = False
                waits = cut is Opening.SUBORDINATE and not has_verb(tokens, first, begin)
                first, opening, relative = begin, cut, cut is Opening.RELATIVE
    if first < len(tokens):
        yield Clause(first, len(tokens), opening)


def _has_its_own(tokens: Sequence[Token], first: int, number: int) -> bool:
    """Whether a side clause has a verb before a finite one that then is not its own."""
    before = tokens[number - 1].lower
    own = before in FINITE or before in {"to", "not", "and", "or", "but", "it", "they", ","}
    return not own and tokens[number].lower != "'s" and has_verb(tokens, first + 1, number)


_LED = RELATIVES | {"after", "before"}


def _cut_at_head(tokens: Sequence[Token]) -> Opening | None:
    word = tokens[0].lower
    if word in _SUBORDINATORS or (word in _EITHER and clause_follows(tokens, 1)):
        return Opening.SUBORDINATE
    return None


_ABBREVIATED = 5
_JOINED = frozenset({"ever", "long", "not", "as"})
"""Words that make one expression with the next: "not until", "long before"."""
_CLEFT = 8


def _cut(tokens: Sequence[Token], number: int, first: int, opening: Opening) -> Opening | None:
    """Return what begins at a token, or None where nothing does."""
    word, before = tokens[number].lower, tokens[number - 1].lower
    if before == ":" and _is_clock(tokens, number):
        return None
    if before in _STOPS or (before == "-" and number > 1 and tokens[number - 2].lower == "-"):
        return Opening.MAIN
    if before == "." and number > 1 and tokens[number].capital:
        # a sentence within a quotation, unless the stop is that of "Lt. Gen."
        short = tokens[number - 2].capital and len(tokens[number - 2].text) < _ABBREVIATED
        return None if short else Opening.MAIN
    if word in _SUBORDINATORS or (word == "should" and _is_inverted(tokens, number)):
        return Opening.SUBORDINATE
    if word in _EITHER and before not in _JOINED and not before.endswith("n't"):
        if word == "as" and before in _MEASURES and _counts(tokens, number + 1):
            return None  # "as many as 40 were held"
        if number + 1 < len(tokens) and tokens[number + 1].lower in _NO_CLAUSE_BEHIND:
            return None
        return Opening.SUBORDINATE if clause_follows(tokens, number + 1) else None
    if word in RELATIVES and not tokens[number].text.isupper():  # the WHO
        return Opening.RELATIVE
    if word == "that":
        if first == 0 and (number == 1 or (number == _NOUN and tokens[0].lower in _ARTICLES)):
            return Opening.RELATIVE  # "the talks that they called for"
        return _that(tokens, number, first)
    if before == ",":
        return _behind_comma(tokens, number, first, opening)
    if word in _COORDINATORS:
        joins = has_verb(tokens, first, number) and subject_and_verb(tokens, number + 1)
        return Opening.COORDINATE if joins else None
    if opening is Opening.RELATIVE and word in FINITE and word != "'s":
        return Opening.RESUMED if _resumes(tokens, first, number) else None
    return None


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number begins at a token: "40", "four", "a dozen", "half of"."""
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at].lower, tokens[at + 1].lower
    if word in {"a", "an"}:
        return after in SCALES or f"{word} {after}" in FRACTIONS
    return word[0].isdigit() or word in CARDINALS or word in FRACTIONS or word in CURRENCY_SIGNS


def _is_inverted(tokens: Sequence[Token], number: int) -> bool:
    """Whether "should" stands before its subject: "she loses should she be found guilty"."""
    return number + 1 < len(tokens) and tokens[number + 1].lower in _SUBJECTS


def _is_clock(tokens: Sequence[Token], number: int) -> bool:
    """Whether a token stands behind the colon of a time: "7:52"."""
    hour = tokens[number - 2] if number > 1 else tokens[number - 1]
    return hour.text.isdigit() and hour.end + 1 == tokens[number].start


def _goes_on(
    tokens: Sequence[Token], times: Sequence[TimeExpression], number: int, first: int
) -> bool:
    """Whether a coordinator joins a second deed of the same subject, with a time of its own.

    "It opened in May and closed in June", "he was held on Monday and has been suspended"; but in
    "killed 12 and wounded 30 on Monday" one day is that of both.
    """
    verb = number + 1
    while verb < len(tokens) and tokens[verb].lower in _ADVERBS:
        verb += 1
    if verb >= len(tokens) or tokens[verb].capital or not has_verb(tokens, first, number):
        return False
    word = tokens[verb].lower
    if tokens[number + 1].lower in PREPOSITIONS or tokens[number + 1].lower in LAST:
        return dated_clause(tokens, times, number + 1)
    finite = word in FINITE and word not in {"'s", "had"}
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    present = (
        word.endswith("s")
        and after is not None
        and (after.text[0].isdigit() or after.lower in _COUNTING)
    )  # "which floated in 2014 and employs some 5,300 people"
    if not finite and not present and not (is_past(word) and is_deed(tokens, verb)):
        return False
    begin, start = tokens[first].start, tokens[number].start
    if any(begin <= time.start and time.end <= start for time in times):
        return True
    return finite and not any(time.start > start for time in times)


_COUNTING = frozenset("a an the some about around its more at over nearly almost".split())


def _behind_comma(
    tokens: Sequence[Token], number: int, first: int, opening: Opening
) -> Opening | None:
    word = tokens[number].lower
    if opening is Opening.RELATIVE and word in FINITE and word != "'s":
        return Opening.RESUMED
    if opening is Opening.RELATIVE and is_main_past(tokens, number, first):
        return Opening.RESUMED
    if (
        opening is Opening.SUBORDINATE
        and has_verb(tokens, first + 1, number)
        and verb_within(tokens, number, 8)
    ):
        return Opening.MAIN  # "When it rained, the river rose"
    if word in _COORDINATORS:
        if number + 1 < len(tokens) and tokens[number + 1].lower in FINITE:
            return Opening.COORDINATE
        return Opening.COORDINATE if subject_and_verb(tokens, number + 1) else None
    if word == "with":
        return Opening.PARTICIPLE
    if word.endswith("ing") and word not in _NOT_PARTICIPLES and not tokens[number].capital:
        return Opening.PARTICIPLE
    if word in PRONOUNS and verb_within(tokens, number + 1, 3):
        return Opening.MAIN
    return None


def _that(tokens: Sequence[Token], number: int, first: int) -> Opening | None:
    """Tell "said that it is" from "a plan that failed" from "that plan"."""
    if tokens[first].lower == "it" and tokens[first + 1].lower in WAS and number - first < _CLEFT:
        return Opening.THAT  # "it was on Friday that the ferry sank"
    if number + 1 >= len(tokens):
        return None
    after = tokens[number + 1].lower
    if after in FINITE or after.endswith("ed") or after in COMMON_PAST:
        return Opening.RELATIVE
    return Opening.THAT if clause_follows(tokens, number + 1) else None


def _resumes(tokens: Sequence[Token], first: int, number: int) -> bool:
    """Whether a finite verb in a relative clause is the main clause's: its own came before."""
    before = tokens[number - 1].lower
    if before in FINITE or before in {"to", "not", "and", "or", "but", "that", "who", "which", ","}:
        return before == ","
    own = 3 - is_past(tokens[first + 1].lower)
    return number - first > own  # the relative word, its verb and a word of its own
