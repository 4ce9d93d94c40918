"""The words in which a claim is shown: its clause where that can stand alone, else its sentence.

The evidence of a claim is as narrow as what it tells. Cut out of its sentence, "have been brought
up since April" names nobody; a reader is then shown the sentence.
"""

from __future__ import annotations

import bisect
import re
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.extraction.claims._wording_subject import with_subject, without_relative
from timeline.extraction.clauses import Opening
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.drafts import Draft
    from timeline.extraction.page import (
        Page,
        Sentence,
    )
    from timeline.model import Source

LONGEST = 300
"""How many characters of a claim's words are shown at the most."""
_SIDE = {Opening.SUBORDINATE, Opening.RELATIVE, Opening.THAT}
_OPENING = re.compile(
    r"(?:(?:[\w-]+\s+){0,3}(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?=after|before))?"
    r"(?:when|while|whereas|as|after|before|since|although|though|because|which|who|that|once)\s+"
    r"(?=\S+\s)",
    re.IGNORECASE,
)
"""Words that tie a clause to another one, and say nothing where it stands alone."""
_TIED = re.compile(r"(?:when|while|whereas|although|though|because)\s+(?=\S+\s)", re.IGNORECASE)
"""Those of them with which nothing but a clause begins."""
_WITHOUT_A_SUBJECT = frozenset({"which", "who", "whom", "whose", "to"})
_NO_SUBJECT = FINITE | frozenset(
    "to by in at on of for with from into onto about over under than then as if or and but not "
    "also according including despite amid among between during through because".split()
)
"""Words with which no clause of its own begins in the middle of a sentence."""
_BOUNDS = frozenset("about over under up between at".split())
"""Words of those that can also bound a number."""
_SOMEBODY = frozenset("those all anyone everyone everybody anybody one ones any some".split())
_WHICH_OF_THEM = frozenset({"who", "whom", "whose", "that", "which"})
"""Words that say of whom those words speak, so that neither stands without the other."""
_DANGLING = frozenset(
    "a an the its their his her our my your of to by in at on for with from into onto about over "
    "under than as if or and but that which who whose where when while is are was were be been "
    "has have had will would not very some any no".split()
)
"""Words behind which something is missing."""


def worded(draft: Draft, page: Page, sources: Mapping[str, Source]) -> str:
    """Return the words that tell what a draft claims, as one sentence.

    Args:
        draft: the draft.
        page: the page that it was read on.
        sources: the sources that are known, by id.
    """
    text = page.text
    words = text[draft.start : draft.end]
    if draft.frame is not None and draft.bare and draft.frame.chain:
        speaker = draft.frame.chain[-1]
        known = sources.get(speaker)
        named = known or next((one for one in draft.frame.sources if one.id == speaker), None)
        if named is not None:
            return as_sentence(f"{named.title} {words}")
    start = draft.start
    opening = None
    if draft.opening in _SIDE:
        opening = _OPENING.match(words)
    elif "," not in words:  # else the main clause follows
        opening = _TIED.match(words)
    if opening is not None:
        start += opening.end()
    number = bisect.bisect_right(page.sentences, draft.start, key=_start) - 1
    if number < 0:
        return as_sentence(text[start : draft.end])
    sentence = page.sentences[number]
    if draft.end <= sentence.end and not _stands_alone(sentence, start, draft.end):
        return as_sentence(with_subject(sentence, draft.start, draft.end) or sentence.text)
    if draft.start == sentence.start and draft.end <= sentence.end:
        return as_sentence(without_relative(sentence, draft.end) or text[start : draft.end])
    return as_sentence(text[start : draft.end])


_start = attrgetter("start")


def _stands_alone(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words from *start* to *end* are a clause with a subject and a verb."""
    tokens, words = sentence.tokens, sentence.words
    first = bisect.bisect_left(tokens, start, key=_start)
    last = bisect.bisect_left(tokens, end, first, key=_start)
    before = first - 1
    while first < last and not words[first][0].isalnum():
        first += 1
    while first < last and not words[last - 1][0].isalnum():
        last -= 1
    if first == last or words[last - 1] in _DANGLING:
        return False
    behind = words[last] if last < len(tokens) else ""
    if words[last - 1] in _SOMEBODY and behind in _WHICH_OF_THEM:
        return False  # "to pay the families of those who died"
    while before >= 0 and not words[before][0].isalnum():
        before -= 1
    if before >= 0 and not _begins_a_clause(tokens[first:last], tokens[before]):
        return False
    if not _OF_THEM.isdisjoint(words[first : min(last, first + _PART)]):
        return False  # "41 of whom had been freed"
    return any(
        True
        for word in words[first + 1 : last]
        if (word in FINITE or is_past(word)) and word[0].isalnum()
    )


_OF_THEM = frozenset({"whom", "whose", "which"})
_PART = 7
"""How many words a part and what it is a part of have at most."""


def _begins_a_clause(tokens: Sequence[Token], before: Token) -> bool:
    first, word = tokens[0], tokens[0].lower
    if before.lower in _WITHOUT_A_SUBJECT:
        return False
    if word in _BOUNDS:
        following = [one for one in tokens[1:] if one.text[0].isalnum()]
        if any(one.text[0].isdigit() for one in following[:3]):
            return True  # "about 14,000 people have fled"
    if word in _NO_SUBJECT:
        return False
    verbal = is_past(word) or is_participle(word) or word.endswith("ing")
    return first.capital or not verbal


_OPENED = re.compile(r'(?:^|[\s(—–-])"(?=\S)[^"]*$')
"""A straight quotation mark that opens what is not closed."""


def as_sentence(words: str) -> str:
    """Return words as a sentence: spaces made plain, a capital first, a stop at the end.

    >>> as_sentence('the  report was "a fairy tale')
    'The report was "a fairy tale."'
    """
    plain = " ".join(words.split()).strip(" ,;:-—–")
    if len(plain) > LONGEST:
        plain = plain[: plain.rfind(" ", 0, LONGEST)] + " …"
    plain = _balanced(plain)
    if not plain:
        return ""
    first = 0
    if not plain[0].isalnum():
        first = next((number for number, one in enumerate(plain) if one.isalnum()), 0)
    closed = plain.rstrip("\"”'’)")[-1:] in {".", "!", "?", "…"}
    if not closed and plain[-1] in '"”':
        plain = f"{plain[:-1]}.{plain[-1]}"
    elif not closed:
        plain += "."
    return plain[:first] + plain[first : first + 1].upper() + plain[first + 1 :]


def _balanced(words: str) -> str:
    """Return words with both halves of their quotation marks, or neither, where one was cut off."""
    if words.count('"') % 2:
        words = _mended(words, '"', '"', opened=_OPENED.search(words) is not None)
    while words.count("“") != words.count("”"):
        words = _mended(words, "“", "”", opened=words.count("“") > words.count("”"))
    return words.strip(" ,;:-—–")


def _mended(words: str, opening: str, closing: str, *, opened: bool) -> str:
    if opened:
        return words[1:] if words.startswith(opening) else words + closing
    return words[:-1] if words.endswith(closing) else opening + words
