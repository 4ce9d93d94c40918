"""A clause that names nobody, shown with the subject that its sentence gives it.

"The minister, who visited the site on Monday, promised an inquiry" tells of a visit and of a
promise: "The minister … visited the site on Monday" and "The minister … promised an inquiry". Only
the subject that a sentence begins with is taken, and only where no other can be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.clauses import (
    COMMON_PAST,
    PRONOUNS,
)
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Sentence

LEFT_OUT = " … "
"""What stands for words of the sentence that are left out."""
_LONGEST_SUBJECT = 14
_REACH = 5
"""How far behind "who" its verb may stand: "who on Monday visited"."""
_SUBJECT_RELATIVES = frozenset({"who", "which"})
_COORDINATORS = frozenset({"and", "but"})
_DETERMINERS = frozenset(
    "a an the its their his her our my your of in on for by with over into some any no".split()
)
"""Words behind which a form like a past one only says of which sort: "the arrested men"."""
_NO_SUBJECT = frozenset(
    "by to in at on of for with from into onto about over under than then as if or and but not "
    "also according including despite amid among between during through because when while whereas "
    "after before since although though once where there here what how why that whether unlike "
    "like meanwhile however yesterday today tomorrow".split()
)
"""Words with which a sentence begins whose subject comes later."""


def with_subject(sentence: Sentence, start: int, end: int) -> str | None:
    """Return the words from *start* to *end* behind the subject of their sentence; None if unsure.

    Args:
        sentence: the sentence.
        start: where the clause begins in the text.
        end: where it ends, exclusive.
    """
    tokens = sentence.tokens
    first = next((place for place, one in enumerate(tokens) if one.start >= start), len(tokens))
    if not 1 < first < len(tokens):
        return None
    head = _head(tokens, first)
    if head is None:
        return None
    relative = tokens[first].lower in _SUBJECT_RELATIVES
    begin = first + 1 if relative else first
    main = _main_verb(tokens, first) if relative else None
    if main is not None and tokens[main].start < end:
        return None  # what is told goes on in the main clause
    if begin >= len(tokens) or tokens[begin].start >= end:
        return None
    inserted = tokens[first - 1].text == "," and head == first - 1 and begin == first
    if inserted and _main_verb(tokens, first) is not None:
        return None  # "the truce, signed on Monday": what is told of it comes behind
    return _joined(sentence, head, begin, end, ", " if inserted else LEFT_OUT)


def without_relative(sentence: Sentence, end: int) -> str | None:
    """Return a subject and what is told of it up to *end*, without the relative between.

    "The minister, who visited the site" is no sentence; "The minister … visited the site" is. Where
    the main clause follows, it is what is told, unless only the relative clause has a date.

    Args:
        sentence: the sentence, which begins with the subject.
        end: where the words end in the text, exclusive.
    """
    tokens = sentence.tokens
    comma = next((place for place, one in enumerate(tokens) if one.text == ","), 0)
    if not 0 < comma < len(tokens) - 2:
        return None
    who = comma + 1 if tokens[comma + 1].text[0].isalpha() else comma + 3  # ", 66, who"
    if who >= len(tokens) - 1 or tokens[who].lower not in _SUBJECT_RELATIVES:
        return None
    last = next((place for place, one in enumerate(tokens) if one.start >= end), len(tokens))
    if last <= who + 1 or _head(tokens, who) != comma:
        return None
    main = _main_verb(tokens, who)
    if main is None or main >= last:
        return _joined(sentence, comma, who + 1, end, LEFT_OUT)
    dates = [one.start >= tokens[main].start for one in sentence.times if one.end <= end]
    if dates and not any(dates):
        return None
    return _joined(sentence, comma, main, end, LEFT_OUT)


def hangs(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the tokens from *first* to *last* are a noun and a clause about it, and no more.

    "The minister, who resigned in May" and "the ship, built in 1991" are; "the minister, 66, died"
    is not.

    Args:
        sentence: the sentence.
        first: the number of the first token.
        last: the number of the token behind the last.
    """
    words = sentence.words[first:last]
    if "," not in words:
        return False
    comma = words.index(",")
    tokens = sentence.tokens[first:last]
    behind = words[comma + 1] if comma + 1 < len(words) else ""
    reduced = is_participle(behind) and not words[comma - 1].isdigit()
    if behind not in _RELATIVES and not reduced:
        if _RELATIVES.isdisjoint(words[comma:]):
            return False
        pairs = zip(words[comma:], words[comma + 1 :], strict=False)
        found = next((n for n, (a, b) in enumerate(pairs) if a == "," and b in _RELATIVES), None)
        if found is None:
            return False
        comma += found
    if any(_is_verb(tokens, place) for place in range(1, comma)):
        return False
    return _main_verb(tokens, comma + 2) is None


_RELATIVES = _SUBJECT_RELATIVES | {"whose", "whom", "where"}


def _joined(sentence: Sentence, head: int, begin: int, end: int, between: str) -> str:
    tokens, offset = sentence.tokens, sentence.start
    subject = sentence.text[tokens[0].start - offset : tokens[head - 1].end - offset]
    return f"{subject}{between}{sentence.text[tokens[begin].start - offset : end - offset]}"


def _head(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the subject ends that a clause from *first* on has, or None."""
    ahead, word = tokens[first - 1].lower, tokens[first].lower
    comma = next((place for place in range(first) if tokens[place].text == ","), first)
    if word in _SUBJECT_RELATIVES:
        aged = comma == first - 3 and tokens[comma + 1].text.isdigit()
        inserted = (comma == first - 1 or aged) and _main_verb(tokens, first) is not None
        told = inserted and _tells_of_its_head(tokens, first + 1)
        return comma if told and _is_subject(tokens, comma) else None
    behind = tokens[first + 1].lower if first + 1 < len(tokens) else ""
    if not _is_verb(tokens, first) or behind in PRONOUNS or word.partition("'")[0] in PRONOUNS:
        return None  # "and should that fail", "and I'd say"
    if ahead == ",":
        return comma if _is_subject(tokens, comma) else None
    if ahead not in _COORDINATORS:
        return None
    verb = next((place for place in range(1, first) if _is_verb(tokens, place)), None)
    if verb is None or not _is_subject(tokens, verb):
        return None
    between = range(verb + 1, first - 1)
    if any(_is_verb(tokens, place) or tokens[place].lower in PRONOUNS for place in between):
        return None  # "told police that the men fled and hid": who hid is not who told
    return None if any(tokens[place].text in _STOPS for place in between) else verb


_STOPS = frozenset({",", ";", ":", '"', "“", "”", "–", "—"})


def _main_verb(tokens: Sequence[Token], number: int) -> int | None:
    """Return the verb that follows an aside, so that what stands before that is the subject."""
    for place in range(number, len(tokens) - 1):
        if tokens[place].text == "," and _is_verb(tokens, place + 1):
            return place + 1
    return None


def _tells_of_its_head(tokens: Sequence[Token], number: int) -> bool:
    """Whether a relative clause has no subject of its own: "who on Monday visited the site"."""
    if not (_is_verb(tokens, number) or tokens[number].lower in _ADVERBS):
        return False
    for place in range(number, min(number + _REACH, len(tokens))):
        if _is_verb(tokens, place):
            return True
        if tokens[place].text in _STOPS:
            return False
    return False


_ADVERBS = frozenset("in on at last this also then once only never now later earlier".split())


def _is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the tokens before *end* are a noun with what belongs to it, and no more."""
    if not 0 < end <= _LONGEST_SUBJECT or tokens[0].lower in _NO_SUBJECT:
        return False
    if tokens[0].lower.endswith("ly") or tokens[0].lower.endswith("ing"):
        return False
    if any(tokens[place].text in _STOPS for place in range(end)):
        return False
    return not any(_is_verb(tokens, place) for place in range(end))


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a finite verb, or a form that looks like one and is no attribute."""
    token = tokens[place]
    word = token.lower
    if word in FINITE and word != "'s":
        return True
    if token.capital or not (is_past(word) or is_participle(word) or word in COMMON_PAST):
        return False
    return place == 0 or tokens[place - 1].lower not in _DETERMINERS or place + 1 >= len(tokens)
