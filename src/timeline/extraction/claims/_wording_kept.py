"""What the words of a claim may not lose: a "not" of their clause, and what completes them.

"Neither the trust nor the agency would comment" cut at its subject says that the agency would, and
"the minister said on Monday" says nothing by itself.
"""

from __future__ import annotations

import bisect
import re
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.english._verb_groups import FINITE, NEVER
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.drafts import Draft
    from timeline.extraction.frames import Frame
    from timeline.extraction.page import Sentence

_START = attrgetter("start")
_ANSWERED = frozenset({Stance.DENIES, Stance.WITHHOLDS})
NEGATIVE = NEVER | frozenset(
    "nobody none nothing nowhere without hardly scarcely barely cannot unlikely unclear doubtful "
    "untrue don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't can't "
    "couldn't wouldn't shouldn't mustn't needn't ain't yet".split()
)
"""Words that make of a clause its opposite, or leave open whether it is so; "yet" before "to"."""
_PAST_THE_CLAUSE = frozenset(
    "and but who whom whose which where when while whereas because after before since although "
    "though".split()
) | frozenset({",", ";", ":", ".", "?", "!", "—", "–", '"', "“", "”", "(", ")", "…", "..."})
"""What stands between a clause and words that are not of it."""
_NO_MORE_OF_IT = _PAST_THE_CLAUSE | frozenset("or nor yet so if unless until as with that".split())
_CLOSING = frozenset({'"', "”", "’", ")", "]"})
_JOINING = frozenset(
    "and but or nor yet so when while whereas after before since because although though once "
    "with without".split()
)
"""Words that begin something new, so that a verb of saying before them can end a sentence."""
_COMPLETES = frozenset(
    "that which who whom whose where whether how what why of than if unless until till to".split()
)
"""Words that begin what completes, limits or conditions the words before them."""
_INTRODUCED = 6
"""How many words and marks may stand before a saying without being what is said."""
_OPENS = frozenset({'"', "“", "‘"})
_STOP = re.compile(r"[^\W\d_]{3}[.?!](?=\s+[\"“]?[A-Z])")
"""Where one sentence of several ends that somebody says in a row."""


def denied_by(draft: Draft, sentence: Sentence, first: int, last: int) -> Frame | None:
    """Return the words of denial or silence that a draft is the content of; None if none are.

    Args:
        draft: the draft.
        sentence: the sentence that it stands in.
        first: the number of its first token there.
        last: the number of the token behind its last.
    """
    frame = draft.frame
    if frame is None or not (frame.stance in _ANSWERED or draft.stance in _ANSWERED):
        return None
    if draft.start <= frame.start < draft.end:
        return None  # they are among its words
    if frame.start < sentence.start or frame.end > sentence.end:
        return None
    words = sentence.words[first:last]
    if frame.stance not in _ANSWERED:  # "the army | rejected claims that | its troops had fled"
        return None if _says_no(words) else frame
    if not NEGATIVE.isdisjoint(words):
        said = [one.lower for one in sentence.between(frame.start, frame.end)]
        if not _says_no(said):
            return None  # "'I never met him', he said" denies by itself
    return frame


def _says_no(words: Sequence[str]) -> bool:
    return any(word in NEGATIVE or _is_answer(word) for word in words)


def _is_answer(word: str) -> bool:
    verb = VERBS.get(word)
    return verb is not None and verb.stance in _ANSWERED


def negation_lost(
    sentence: Sentence, first: int, last: int, frame: Frame | None = None
) -> int | None:
    """Return where in the text a negation stands that is of a clause and not among its words.

    Args:
        sentence: the sentence.
        first: the number of the first token of the words.
        last: the number of the token behind their last.
        frame: whose words they are: a "not" among the words of saying was heard by the reading.
    """
    if NEGATIVE.isdisjoint(sentence.vocabulary):
        return None
    tokens, words = sentence.tokens, sentence.words
    for place in range(first - 1, -1, -1):
        word = words[place]
        if word in NEGATIVE and (word != "yet" or words[place + 1] == "to"):
            at = tokens[place].start
            return None if frame is not None and frame.start <= at < frame.end else at
        if word in _PAST_THE_CLAUSE:
            break
    for place in range(last, len(tokens)):
        word = words[place]
        if word in _NO_MORE_OF_IT:
            return None
        if word in NEGATIVE:
            return tokens[place].start
    return None


def is_saying(draft: Draft) -> bool:
    """Whether the words of a draft are those around a saying, without what is said."""
    frame = draft.frame
    if frame is not None:
        return frame.start == draft.start and frame.end == draft.end
    return "date of a statement" in draft.rules


def subject_begins(words: Sequence[str], first: int) -> int:
    """Return the number of the word with which the subject of a saying begins.

    In "Media | reports of a retreat were denied" it is "Media".

    Args:
        words: the words of the sentence.
        first: the number of the first one of the saying.
    """
    begin = first
    while begin and words[begin - 1][0].isalnum() and words[begin - 1] not in _PAST_THE_CLAUSE:
        begin -= 1
    if begin == first or (begin and words[begin - 1][0].isalnum()):
        return first
    if any(word in VERBS or word in FINITE or word == "that" for word in words[begin:first]):
        return first  # "unions said | they had reported it"
    return begin


def left_out(words: Sequence[str], first: int, last: int) -> tuple[bool, bool]:
    """Say whether what is said stands before the words around it, and whether it stands behind.

    Args:
        words: the words of the sentence.
        first: the number of the first one of those around a saying.
        last: the number of the one behind their last.
    """
    said = words[:first]
    before = bool(said) and not said[-1][0].isalnum()
    before = before and (
        first > _INTRODUCED
        or any(word in _OPENS or word in FINITE or is_past(word) for word in said)
    )
    return before, any(word[0].isalnum() for word in words[last:])


def breaks_off(words: Sequence[str], last: int) -> bool:
    """Whether no sentence can end before a word, because of it and of the one before.

    Args:
        words: the words of the sentence.
        last: the number of the word.
    """
    behind = last
    while behind < len(words) and words[behind] in _CLOSING:
        behind += 1
    if behind >= len(words) or not words[behind][0].isalnum():
        return False
    if words[behind] in _COMPLETES:
        return True
    return words[last - 1] in VERBS and words[behind] not in _JOINING


def completed(draft: Draft, sentence: Sentence, last: int) -> int | None:
    """Return where the words end that complete a draft: those of who says so, in one sentence.

    None where they have to do with another saying, or would break off themselves.

    Args:
        draft: the draft.
        sentence: the sentence that it stands in.
        last: the number of the token behind its last.
    """
    words, end, offset = sentence.words, sentence.end, sentence.start
    if last > 1 and words[last - 1] in VERBS and words[last - 2] in {"and", "but"}:
        return None  # "had leaked but said": who said so is not what leaked
    if draft.frame is not None:
        within = [stop for begin, stop in draft.frame.content if begin <= draft.start < stop]
        end = min(end, max(within, default=end))
    stop = _STOP.search(sentence.text, draft.end - offset, end - offset)
    if stop is not None:
        return stop.end() + offset
    behind = bisect.bisect_left(sentence.tokens, end, last, key=_START)
    return None if words[behind - 1] in _COMPLETES else max(end, draft.end)
