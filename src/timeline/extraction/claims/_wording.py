"""The words in which a claim is shown: its clause where that can stand alone, else its sentence.

The evidence of a claim is as narrow as what it tells. Cut out of its sentence, "have been brought
up since April" names nobody; a reader is then shown the sentence.
"""

from __future__ import annotations

import bisect
import re
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.extraction.claims._wording_kept import (
    completed,
    denied_by,
    is_saying,
    left_out,
    negation_lost,
    subject_begins,
)
from timeline.extraction.claims._wording_subject import (
    LEFT_OUT,
    hangs,
    with_subject,
    without_relative,
)
from timeline.extraction.clauses import Opening
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._verb_groups import BE, FINITE

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
SHORT = 200
"""Up to how many characters a sentence is shown whole rather than with a part left out."""
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
_ENDED = frozenset({",", '"', "”", ""})
"""What stands behind a side clause with which a sentence begins."""
_WITHOUT_A_SUBJECT = frozenset({"which", "who", "whom", "whose", "to"})
_NO_SUBJECT = FINITE | frozenset(
    "to by in at on of for with from into onto about over under than then as if or and but not "
    "also according including despite amid among between during through because where who whom "
    "whose which after before since until till".split()
)
"""Words with which no clause of its own begins in the middle of a sentence."""
_OF_A_NOUN = frozenset(
    "of in at by for with from into onto upon between among against towards toward via during "
    "despite".split()
)
_JOINING = frozenset({"and", "or", "but", "also"})
_BOUNDS = frozenset("about over under up between at".split())
"""Words of those that can also bound a number."""
_SOMEBODY = frozenset("those all anyone everyone everybody anybody one ones any some".split())
_WHICH_OF_THEM = frozenset({"who", "whom", "whose", "that", "which"})
"""Words that say of whom those words speak, so that neither stands without the other."""
_DANGLING = frozenset(
    "a an the its their his her our my your of to by in at on for with from into onto about over "
    "under than as if or and but that which who whose where when while is are was were be been "
    "has have had will would not very some any no what how why whether so according including "
    "despite against between during per because until unless although though".split()
)
"""Words behind which something is missing."""


def worded(
    draft: Draft, page: Page, sources: Mapping[str, Source], drafts: Sequence[Draft] = ()
) -> str:
    """Return the words that tell what a draft claims, as one sentence.

    Args:
        draft: the draft.
        page: the page that it was read on.
        sources: the sources that are known, by id.
        drafts: all drafts of the page, of which others may tell what its words leave out.
    """
    text = page.text
    words = text[draft.start : draft.end]
    number = bisect.bisect_right(page.sentences, draft.start, key=_start) - 1
    sentence = page.sentences[number] if number >= 0 else None
    if sentence is not None and draft.end > sentence.end:
        sentence = None
    if draft.frame is not None and draft.bare and draft.frame.chain:
        speaker = draft.frame.chain[-1]
        known = sources.get(speaker)
        named = known or next((one for one in draft.frame.sources if one.id == speaker), None)
        if named is not None:
            return _by_name(f"{named.title} {words}", draft, sentence)
    start = draft.start
    opening = None
    if sentence is not None and is_saying(draft):
        start = subject_begins(sentence, start)
    elif draft.opening in _SIDE:
        opening = _OPENING.match(words)
    elif "," not in words:  # else the main clause follows
        opening = _TIED.match(words)
    if opening is not None:
        if sentence is not None and start == sentence.start and text[draft.end : draft.end + 1] not in _ENDED:
            return _whole(sentence, start, draft.end)  # the main clause is among its words
        start += opening.end()
    if sentence is None:
        return as_sentence(text[start : draft.end])
    return _cut_out(start, draft, sentence, drafts)


def _by_name(words: str, draft: Draft, sentence: Sentence | None) -> str:
    """Return what somebody did by saying it, with the name of who did."""
    if sentence is None:
        return as_sentence(words)
    if negation_lost(sentence, draft.start, draft.end) is not None:
        return _whole(sentence, draft.start, draft.end)
    if not left_out(draft, sentence, draft.end)[1]:
        return as_sentence(words)
    return as_sentence(sentence.text if len(sentence.text) <= SHORT else words + LEFT_OUT)


def _cut_out(start: int, draft: Draft, sentence: Sentence, drafts: Sequence[Draft]) -> str:
    """Return the words of a draft from *start* on, with what they need of their sentence."""
    end, text, offset = draft.end, sentence.text, sentence.start
    denial = denied_by(draft, sentence)
    if denial is not None:
        if denial.start > start or not _stands_alone(sentence, denial.start, end):
            return _whole(sentence, min(start, denial.start), max(end, denial.end))
        start = denial.start
    lost = negation_lost(sentence, start, end, draft.frame)
    if lost is not None:
        return _whole(sentence, min(start, lost), max(end, lost))
    shown: str | None
    if not _stands_alone(sentence, start, end):
        shown = with_subject(sentence, draft.start, end)
        if shown is None:
            return _whole(sentence, start, end)
    else:
        shown = without_relative(sentence, end) if start == sentence.start else None
        if shown is None and hangs(sentence, start, end):
            return _whole(sentence, start, end)
    shown = shown or text[start - offset : end - offset]
    before, behind = left_out(draft, sentence, end)
    if not (before or behind):
        return as_sentence(shown)
    told = _told(draft, sentence, drafts)
    if not is_saying(draft):
        until = completed(draft, sentence)
        if until is None:
            return _whole(sentence, start, end)
        if until - start <= SHORT or not told:
            return as_sentence(shown + text[end - offset : until - offset])
        return as_sentence(shown + LEFT_OUT)
    if len(text) <= SHORT or (len(text) <= LONGEST and not told):
        return as_sentence(text)
    if behind and not before and not told:
        return as_sentence(text[start - offset :])
    return as_sentence(LEFT_OUT * before + shown + LEFT_OUT * behind)


def _told(draft: Draft, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    """Whether another draft tells some of what the words of one leave out of their sentence."""
    return any(
        sentence.start <= one.start < sentence.end
        and (one.end <= draft.start or one.start >= draft.end)
        for one in drafts
    )


def _whole(sentence: Sentence, start: int, end: int) -> str:
    """Return a sentence, or of a long one what stands around the words from *start* to *end*."""
    text = sentence.text
    if len(text) <= LONGEST:
        return as_sentence(text)
    if end - sentence.start <= LONGEST:
        return as_sentence(text[: end - sentence.start] + LEFT_OUT * (end < sentence.end - 1))
    begin = max(text.rfind(mark, 0, start - sentence.start) for mark in _BREAKS) + 1
    return as_sentence(LEFT_OUT + text[begin : end - sentence.start] + LEFT_OUT)


_BREAKS = (", ", "; ", ": ", ". ", ' "', "“")


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
    if before >= 0 and _belongs_to(words, before, first, last):
        return False
    if not _OF_THEM.isdisjoint(words[first : min(last, first + _PART)]):
        return False  # "41 of whom had been freed"
    return any(
        word in FINITE or (is_past(word) and not _is_attribute(words, place, last))
        for place, word in enumerate(words[first + 1 : last], first + 1)
        if word[0].isalnum()
    )


def _is_attribute(words: Sequence[str], place: int, last: int) -> bool:
    """Whether a form like a past one only says of which sort: "two captured soldiers"."""
    ahead, behind = words[place - 1], words[place + 1] if place + 1 < last else ""
    if behind in _NO_SUBJECT or behind in _DETERMINERS or not behind.isalpha():
        return False
    return ahead in _DETERMINERS or ahead in CARDINALS or ahead[0].isdigit()


_DETERMINERS = frozenset("a an the its their his her our my your these those some no".split())
_OF_THEM = frozenset({"whom", "whose", "which"})
_PART = 7
"""How many words a part and what it is a part of have at most."""


def _begins_a_clause(tokens: Sequence[Token], before: Token) -> bool:
    first, word = tokens[0], tokens[0].lower
    if before.lower in _WITHOUT_A_SUBJECT:
        return False
    if before.lower in _OF_A_NOUN and tokens[0].start - before.end <= 1:
        return False  # "in | the year to March, 86 percent were"
    if word in _BOUNDS:
        following = [one for one in tokens[1:] if one.text[0].isalnum()]
        if any(one.text[0].isdigit() for one in following[:3]):
            return True  # "about 14,000 people have fled"
    if word in _NO_SUBJECT:
        return False
    verbal = is_past(word) or is_participle(word) or word.endswith("ing")
    if word.endswith("s") and len(tokens) > 1 and before.lower in _JOINING:
        behind = tokens[1].lower  # "and employs some 5,300 people"
        verbal = verbal or behind in _DETERMINERS or behind[0].isdigit()
    return first.capital or not verbal


def _belongs_to(words: Sequence[str], before: int, first: int, last: int) -> bool:
    """Whether words go with the verb before them: "had been declared stable in May".

    So they do behind a passive, where they have no finite verb of their own.
    """
    if before != first - 1 and words[first - 1] not in _QUOTING:
        return False
    if not (is_past(words[before]) or is_participle(words[before])):
        return False
    passive = not BE.isdisjoint(words[max(0, before - 2) : before])
    return passive and FINITE.isdisjoint(words[first:last])


_QUOTING = frozenset({'"', "“"})
_PAIRS = (("(", ")"), ("[", "]"), ("‘", "’"))
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
    if plain[0] == "…":
        first = len(plain)  # the sentence has begun before
    elif not plain[0].isalnum():
        first = next((number for number, one in enumerate(plain) if one.isalnum()), 0)
    closed = plain.rstrip("\"”'’)")[-1:] in {".", "!", "?", "…"}
    if not closed and plain[-1] in '"”':
        plain = f"{plain[:-1]}.{plain[-1]}"
    elif not closed:
        plain += "."
    return plain[:first] + plain[first : first + 1].upper() + plain[first + 1 :]


def _balanced(words: str) -> str:
    """Return words with both halves of their quotation marks, or neither, where one was cut off.

    A bracket that was cut off is closed.
    """
    for opening, closing in _PAIRS:
        words += closing * (words.count(opening) - words.count(closing))
    if words.count('"') % 2:
        words = _mended(words, '"', '"', opened=_OPENED.search(words) is not None)
    while words.count("“") != words.count("”"):
        words = _mended(words, "“", "”", opened=words.count("“") > words.count("”"))
    return words.strip(" ,;:-—–")


def _mended(words: str, opening: str, closing: str, *, opened: bool) -> str:
    if opened:
        return words[1:] if words.startswith(opening) else words + closing
    return words[:-1] if words.endswith(closing) else opening + words
