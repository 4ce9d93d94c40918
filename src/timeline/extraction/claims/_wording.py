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
    breaks_off,
    completed,
    denied_by,
    is_saying,
    left_out,
    negation_lost,
    subject_begins,
)
from timeline.extraction.claims._wording_marks import LONGEST, as_sentence
from timeline.extraction.claims._wording_subject import (
    LEFT_OUT,
    hangs,
    with_subject,
    without_relative,
)
from timeline.extraction.clauses import Opening
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._reporting import VERBS
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
    "whose which after before since until till out".split()
)
"""Words with which no clause of its own begins in the middle of a sentence."""
_OF_A_NOUN = frozenset(
    "of in at by for with from into onto upon between among against towards toward via during "
    "despite".split()
)
_OF_AN_OBJECT = frozenset({"put", "call"})
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
    "despite amid against between during per because until unless although though".split()
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
    opening = None
    if draft.opening in _SIDE:
        opening = _OPENING.match(words)
    elif "," not in words:  # else the main clause follows
        opening = _TIED.match(words)
    start = draft.start if opening is None else draft.start + opening.end()
    if sentence is None:
        return as_sentence(text[start : draft.end])
    if start > draft.start == sentence.start and text[draft.end : draft.end + 1] not in _ENDED:
        return _whole(sentence, start, draft.end)  # the main clause is among its words
    return _cut_out(start, draft, sentence, drafts)


def _by_name(words: str, draft: Draft, sentence: Sentence | None) -> str:
    """Return what somebody did by saying it, with the name of who did."""
    if sentence is None:
        return as_sentence(words)
    first, last = _places(sentence, draft.start, draft.end)
    if negation_lost(sentence, first, last) is not None:
        return _whole(sentence, draft.start, draft.end)
    if not breaks_off(sentence.words, last):
        return as_sentence(words)
    return as_sentence(sentence.text if len(sentence.text) <= SHORT else words + LEFT_OUT)


def _places(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the number of the first token of a stretch, and of that behind its last."""
    first = bisect.bisect_left(sentence.tokens, start, key=_start)
    return first, bisect.bisect_left(sentence.tokens, end, first, key=_start)


def _cut_out(start: int, draft: Draft, sentence: Sentence, drafts: Sequence[Draft]) -> str:
    """Return the words of a draft from *start* on, with what they need of their sentence."""
    end, text, offset = draft.end, sentence.text, sentence.start
    first, last = _places(sentence, start, end)
    denial = denied_by(draft, sentence, first, last)
    if denial is not None:
        if denial.start > start:
            return _whole(sentence, start, max(end, denial.end))
        start = denial.start
        first, _ = _places(sentence, start, start)
    saying = is_saying(draft) or sentence.words[first : first + 2] in _CAME_OUT
    if saying or denial is not None:
        first = subject_begins(sentence.words, first)
        start = min(start, sentence.tokens[first].start)
    lost = negation_lost(sentence, first, last, draft.frame)
    if lost is not None:
        return _whole(sentence, min(start, lost), max(end, lost))
    shown: str | None
    if not _stands_alone(sentence, first, last):
        shown = None if denial is not None else with_subject(sentence, draft.start, end)
        if shown is None:
            return _whole(sentence, start, end)
    else:
        shown = without_relative(sentence, end) if start == sentence.start else None
        if shown is None and hangs(sentence, first, last):
            return _whole(sentence, start, end)
    shown = shown or text[start - offset : end - offset]
    if saying:
        return _said(shown, sentence, left_out(sentence.words, first, last), draft, drafts)
    if not breaks_off(sentence.words, last):
        return as_sentence(shown)
    until = completed(draft, sentence, last)
    if until is None:
        return _whole(sentence, start, end)
    if until - start <= SHORT or not _told(draft, sentence, drafts):
        return as_sentence(shown + text[end - offset : until - offset])
    return as_sentence(shown + LEFT_OUT)


_CAME_OUT = frozenset({("it", "emerged"), ("it", "transpired")})
"""Words that begin a saying of nobody's, and that tell nothing without it."""


def _said(
    shown: str,
    sentence: Sentence,
    missing: tuple[bool, bool],
    draft: Draft,
    drafts: Sequence[Draft],
) -> str:
    """Return the words around a saying, with what was said or with what stands for it."""
    before, behind = missing
    if not (before or behind):
        return as_sentence(shown)
    length = len(sentence.text)
    told = length > SHORT and _told(draft, sentence, drafts)
    if length <= LONGEST and not told:
        return as_sentence(sentence.text)
    if behind and not before and not told:
        return as_sentence(shown + sentence.text[draft.end - sentence.start :])
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


def _stands_alone(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the tokens from *first* to *last* are a clause with a subject and a verb."""
    tokens, words = sentence.tokens, sentence.words
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
    if not _FINITE.isdisjoint(words[first + 1 : last]):
        return True
    return any(
        is_past(words[place]) and not _is_attribute(words, place, last)
        for place in range(first + 1, last)
    )


def _is_attribute(words: Sequence[str], place: int, last: int) -> bool:
    """Whether a form like a past one only says of which sort: "two captured soldiers"."""
    ahead, behind = words[place - 1], words[place + 1] if place + 1 < last else ""
    if behind in _NO_SUBJECT or behind in _DETERMINERS or not behind.isalpha():
        return False
    return ahead in _DETERMINERS or ahead in CARDINALS


_DETERMINERS = frozenset("a an the its their his her our my your these those some no".split())
_FINITE = FINITE - {"'s"}
_OF_THEM = frozenset({"whom", "whose", "which"})
_PART = 7
"""How many words a part and what it is a part of have at most."""


def _begins_a_clause(tokens: Sequence[Token], before: Token) -> bool:
    first, word = tokens[0], tokens[0].lower
    if before.lower in _WITHOUT_A_SUBJECT:
        return False
    if before.lower in _OF_A_NOUN and tokens[0].start - before.end <= 1:
        return False  # "in | the year to March, 86 percent were"
    verb = VERBS.get(before.lower)
    if verb is not None and verb.kind in _OF_AN_OBJECT and tokens[0].start - before.end <= 1:
        return False  # "put | the number it had moved at 40"
    if word in _BOUNDS:
        following = [one for one in tokens[1:] if one.text[0].isalnum()]
        if any(one.text[0].isdigit() for one in following[:3]):
            return True  # "about 14,000 people have fled"
    if word in _NO_SUBJECT:
        return False
    if word.endswith("ly") and len(tokens) > 1:
        word = tokens[1].lower  # "and | perpetually barred from office"
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
