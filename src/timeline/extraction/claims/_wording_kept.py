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


def denied_by(draft: Draft, sentence: Sentence) -> Frame | None:
    """Return the words of denial or silence that a draft is the content of; None if none are.

    Args:
        draft: the draft.
        sentence: the sentence that it stands in.
    """
    frame = draft.frame
    if frame is None or frame.stance not in _ANSWERED:
        return None
    if frame.start < draft.end and draft.start < frame.end:
        return None  # they are among its words
    return frame if sentence.start <= frame.start and frame.end <= sentence.end else None


def negation_lost(
    sentence: Sentence, start: int, end: int, frame: Frame | None = None
) -> int | None:
    """Return where a negation of a clause stands that the words from *start* to *end* lack.

    Args:
        sentence: the sentence.
        start: where the words begin in the text.
        end: where they end, exclusive.
        frame: whose words they are: a "not" among the words of saying was heard by the reading.
    """
    if NEGATIVE.isdisjoint(sentence.vocabulary):
        return None
    tokens, words = sentence.tokens, sentence.words
    first = bisect.bisect_left(tokens, start, key=_START)
    for place in range(first - 1, -1, -1):
        word = words[place]
        if word in NEGATIVE and (word != "yet" or words[place + 1] == "to"):
            at = tokens[place].start
            return None if frame is not None and frame.start <= at < frame.end else at
        if word in _PAST_THE_CLAUSE:
            break
    last = bisect.bisect_left(tokens, end, first, key=_START)
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
    return "date of a statement" in draft.rules or (
        frame is not None and frame.start == draft.start and frame.end == draft.end
    )


def subject_begins(sentence: Sentence, start: int) -> int:
    """Return where the subject of a saying begins: "Media | reports" at "Media"."""
    tokens, words = sentence.tokens, sentence.words
    first = bisect.bisect_left(tokens, start, key=_START)
    begin = first
    while begin > 0 and words[begin - 1][0].isalnum() and words[begin - 1] not in _PAST_THE_CLAUSE:
        begin -= 1
    if begin and words[begin - 1][0].isalnum():
        return start
    if any(word in VERBS or word in FINITE or word == "that" for word in words[begin:first]):
        return start  # "Unions said | they"
    return tokens[begin].start if begin < first else start


def left_out(draft: Draft, sentence: Sentence, end: int) -> tuple[bool, bool]:
    """Say whether words of a draft need what stands before them, and what stands behind *end*.

    Args:
        draft: the draft.
        sentence: the sentence that it stands in.
        end: where its words end in the text, exclusive.
    """
    tokens, words = sentence.tokens, sentence.words
    last = behind = bisect.bisect_left(tokens, end, key=_START)
    while behind < len(tokens) and words[behind] in _CLOSING:
        behind += 1
    goes_on = behind < len(tokens) and words[behind][0].isalnum()
    if not is_saying(draft):
        return False, goes_on and _breaks_off(words[last - 1], words[behind])
    more = goes_on or any(word[0].isalnum() for word in words[behind:])
    said = words[: bisect.bisect_left(tokens, draft.start, key=_START)]
    before = bool(said) and not said[-1][0].isalnum()
    before = before and (
        len(said) > _INTRODUCED
        or any(word in _OPENS or word in FINITE or is_past(word) for word in said)
    )
    return before, more


def completed(draft: Draft, sentence: Sentence) -> int | None:
    """Return where the words end that complete a draft: those of who says so, in one sentence.

    None where they have to do with another saying, or would break off themselves.

    Args:
        draft: the draft.
        sentence: the sentence that it stands in.
    """
    tokens, words, end = sentence.tokens, sentence.words, sentence.end
    last = bisect.bisect_left(tokens, draft.end, key=_START)
    if last > 1 and words[last - 1] in VERBS and words[last - 2] in {"and", "but"}:
        return None  # "had leaked but said": who said so is not what leaked
    if draft.frame is not None:
        within = [stop for begin, stop in draft.frame.content if begin <= draft.start < stop]
        end = min(end, max(within, default=end))
    offset = sentence.start
    stop = _STOP.search(sentence.text, draft.end - offset, end - offset)
    if stop is not None:
        return stop.end() + offset
    last = bisect.bisect_left(tokens, end, key=_START)
    return None if words[last - 1] in _COMPLETES else max(end, draft.end)


def _breaks_off(word: str, behind: str) -> bool:
    """Whether a sentence cannot end with *word* where *behind* follows it."""
    return behind in _COMPLETES or (word in VERBS and behind not in _JOINING)
