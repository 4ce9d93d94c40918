"""What interrupts a clause: asides between dashes, dated participles, and where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.clauses._verbs import NO_INSERTION, PREPOSITIONS, has_verb
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Sentence
    from timeline.timex import TimeExpression


_DASHES = frozenset({"-", "–", "—"})
_ASIDE = 16
"""How many words an aside between dashes has at most."""


def asides(sentence: Sentence) -> dict[int, bool | None]:
    """Return where an aside begins (True), and where the clause around it goes on (False).

    It stands between dashes, or it is a participle with a date of its own: "the tribunal, set up in
    2019, has heard 40 cases".
    """
    found = {} if _DASHES.isdisjoint(sentence.words) else _in_dashes(sentence.tokens)
    if sentence.times and "," in sentence.words:
        found.update(_dated_participles(sentence))
    return found


def _in_dashes(tokens: Sequence[Token]) -> dict[int, bool | None]:
    dashes: list[tuple[int, int]] = []  # the first token of each dash, and the one behind it
    number = 1
    while number < len(tokens) - 1:
        token = tokens[number]
        if token.lower in _DASHES:
            last = number + (tokens[number + 1].lower == "-" == token.lower)
            spaced = (
                token.start > tokens[number - 1].end and tokens[last].end < tokens[last + 1].start
                if last + 1 < len(tokens)
                else False
            )
            if spaced or token.lower == "—":
                dashes.append((number, last + 1))
            number = last
        number += 1
    found: dict[int, bool | None] = {}
    for (_, inner), (close, outer) in zip(dashes[::2], dashes[1::2], strict=False):
        if close - inner <= _ASIDE:
            found.update(dict.fromkeys(range(inner, outer)))
            found[inner] = True
            found[outer] = False
    return found


def _dated_participles(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """Yield where a participle with a date begins between commas, and where the clause goes on."""
    tokens, times = sentence.tokens, sentence.times
    commas = list(sentence.places_of({","}))
    done = 1
    for number in commas:
        begin = number + 1
        if not done <= number < len(tokens) - 2 or not _is_participle_at(tokens, begin):
            continue
        last = min(begin + _ASIDE, len(tokens) - 1)
        close = next((at for at in commas if begin < at < last), None)
        if close is None or not _goes_on_with(tokens, close + 1):
            continue
        start, end = tokens[begin].start, tokens[close].start
        if any(start < time.start and time.end <= end for time in times):
            yield begin, True
            yield close + 1, False
            done = close + 1


def _is_participle_at(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    if token.lower in {"first", "originally", "recently", "newly"} and number + 1 < len(tokens):
        token = tokens[number + 1]
    return (
        not token.capital
        and is_participle(token.lower)
        and token.lower not in _AS_PREPOSITION
        and token.lower not in NO_INSERTION
        and tokens[number - 2].text[0].isalnum()
    )


def _goes_on_with(tokens: Sequence[Token], number: int) -> bool:
    """Whether the main verb stands behind the comma that closes an aside."""
    token = tokens[number]
    word = token.lower
    if token.capital or not word.isalpha() or word in _NO_VERB:
        return False
    return has_verb(tokens, number, number + 1) or is_past(word) or word.endswith("s")


_NO_VERB = frozenset(
    "as its his this is's across towards besides unless whereas always perhaps sometimes".split()
)


def _is_behind_date(tokens: Sequence[Token], times: Sequence[TimeExpression], number: int) -> bool:
    """Whether the main verb stands behind the date of a relative clause.

    "A court that convicted him in 2023 freed him on Friday".
    """
    token, before = tokens[number], tokens[number - 1]
    if token.capital or token.lower in FINITE or not is_past(token.lower):
        return False
    if not any(one.end == before.end for one in times):
        return False
    after = tokens[number + 1].lower if number + 1 < len(tokens) else ""
    return after not in {"by", "of", "with", "as", "under", "for"}


def is_second_verb(tokens: Sequence[Token], times: Sequence[TimeExpression], number: int) -> bool:
    """Whether a past form in a relative clause with a verb is that of the clause around it."""
    return _is_behind_date(tokens, times, number) or _takes_object(tokens, number)


def _takes_object(tokens: Sequence[Token], number: int) -> bool:
    """Whether a past form between nouns is a verb that does something to the one behind it.

    "Rebels who captured 30 soldiers released 10 of them"; a participle, "30 soldiers sent to the
    front", has none behind it.
    """
    token, before = tokens[number], tokens[number - 1]
    if token.capital or token.lower in FINITE or not is_past(token.lower):
        return False
    if number + 1 >= len(tokens) or not before.text.isalpha() or before.lower in _BEFORE_OBJECT:
        return False
    if before.lower.endswith("ly") or is_past(before.lower) or before.lower in FINITE:
        return False
    after = tokens[number + 1]
    return after.text[0].isdigit() or after.lower in _OBJECTS


_NO_NOUNS = frozenset(
    "who which that and or but to not never the a an its their his her as also then later had has "
    "have all both each more most less than it they he she them".split()
)
_BEFORE_OBJECT = _NO_NOUNS | PREPOSITIONS | {"of", "in", "on", "at", "by", "for", "with", "from"}
_OBJECTS = frozenset("the a an it them him her his its their some several two three four".split())


def is_main_past(tokens: Sequence[Token], number: int, first: int) -> bool:
    """Whether a past form behind a comma is the main verb: "the town, which is old, lost 18"."""
    token = tokens[number]
    if token.capital or not is_past(token.lower) or token.lower in _AS_PREPOSITION:
        return False
    if first < 1 or tokens[first - 1].text != "," or number - first <= _OWN_VERB:
        return False
    after = tokens[number + 1].lower if number + 1 < len(tokens) else ""
    if after in {"by", "and", ","}:
        return False
    # "which fed the town, built in 1990, collapsed": a participle, for a verb is still to come.
    return after not in PREPOSITIONS or not has_verb(tokens, number + 1, len(tokens))


_AS_PREPOSITION = frozenset("based given compared provided followed led known born".split())


_OWN_VERB = 2
"""How many words a relative clause has at least: its pronoun, its verb and another one."""


def only_dates(tokens: Sequence[Token], times: Sequence[TimeExpression], number: int) -> bool:
    """Whether a word goes with a date alone: "shut since Sunday and is expected to open"."""
    place = tokens[number].start
    if any(one.start < place < one.end for one in times):
        return True  # "left two days after the attack", of which the day is known
    begin = number + 1 + (number + 1 < len(tokens) and tokens[number + 1].lower in _OWNERS)
    if begin >= len(tokens):
        return False
    start = tokens[begin].start
    time = next((one for one in times if one.start <= start < one.end), None)
    if time is None:
        return False
    behind = begin
    while behind < len(tokens) and tokens[behind].start < time.end:
        behind += 1
    if behind >= len(tokens):
        return False
    if tokens[behind].lower in _MODALS:  # "blocks built before 1990 would collapse"
        return tokens[number - 1].lower not in {",", ":"}
    return tokens[behind].lower in {"and", "but"}


_MODALS = frozenset("will would shall could may might must can should".split())
_OWNERS = frozenset("the a an its their his her".split())
