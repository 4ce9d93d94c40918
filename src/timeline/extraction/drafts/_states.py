"""What the words of a claim say of a state or of a plan, where no word speaks of a happening."""

from __future__ import annotations

import bisect
from itertools import compress, count
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from timeline.extraction.english._aspects import NEVER_PASSIVE, STANDING
from timeline.extraction.english._inflection import PASTS, is_participle, is_past
from timeline.extraction.english._verb_groups import BE, FINITE, HAD, HAVE, NEVER, Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.happenings import (
        Kind,
        Kinds,
    )
    from timeline.extraction.page import Sentence

_START = attrgetter("start")
_FINITE: Final = FINITE - {"'s"}


class Words:
    """The words of a draft, with the place of its first finite verb.

    Args:
        draft: the draft.
        sentence: the sentence that it begins in.
    """

    def __init__(self, draft: Draft, sentence: Sentence) -> None:
        tokens = sentence.tokens
        first = bisect.bisect_left(tokens, draft.start, key=_START)
        last = bisect.bisect_left(tokens, draft.end, first, key=_START)
        self.first = first
        self.tokens, self.whole = tokens, sentence.words
        self.all = list(sentence.words[first:last])
        self.verb = next(compress(count(), map(_FINITE.__contains__, self.all)), None)

    @property
    def main(self) -> int | None:
        """The place of the first word that can be a verb by its form, or None."""
        if self.verb is not None:
            return self.verb
        return next(compress(count(), map(PASTS.__getitem__, self.all)), None)

    @property
    def behind(self) -> list[str]:
        """The words behind the first finite verb, without its auxiliaries and adverbs."""
        if self.verb is None:
            return []
        at = self.verb + 1
        while at < len(self.all) and (self.all[at] in _BETWEEN or self.all[at].endswith("ly")):
            at += 1
        return self.all[at:]


_BETWEEN: Final = frozenset(
    "not n't never also still now then all both already only just even again once yet so far "
    "always often mostly about nearly almost too in fact been be ever quite very as".split()
)


_STATIVE: Final = frozenset(
    "have has had own owns owned belong belongs belonged contain contains contained include "
    "includes included employ employs employed owe owes owed lie lies lay stand stands stood live "
    "lives lived need needs needed lack lacks lacked remain remains remained stay stays stayed "
    "consist consists consisted house houses housed cost costs weigh weighs weighed measure "
    "measures measured depend depends depended hold holds held sit sits sat serve serves served "
    "cover covers covered exist exists existed know knows knew run runs operate operates operated "
    "exceed exceeds exceeded span spans spanned boast boasts boasted comprise comprises comprised "
    "date dates dated border borders bordered show shows showed work works worked "
    "owns".split()
)
_NOUNS: Final = frozenset(
    "need needs lack stand stands stay stays house houses cost costs measure measures hold run "
    "cover covers span spans date dates border borders work lay lies".split()
)
"""Words of those that are nouns as well."""
_STILL: Final = frozenset({"remain", "stay", "keep", "continue"})
_DONE: Final = frozenset(
    "licensed said thought believed expected supposed told heard allowed made scheduled planned "
    "set estimated reported aimed gone done left born valued priced blocked barred banned required "
    "asked called".split()
)
"""Words of those that mostly tell of a deed all the same."""
_HELD: Final = (NEVER_PASSIVE | STANDING | {"insured", "equipped", "staffed", "worth"}) - _DONE
"""Participles that behind "was" say what somebody or something was like."""
_LASTING: Final = frozenset(
    "operating working functioning standing living lying sitting staying waiting running holding "
    "serving missing hanging leaning facing lacking owing hiding sleeping sharing using "
    "depending relying".split()
)
"""Forms in "-ing" that say how something stands."""
_NOTHING: Final = frozenset("nobody nothing no none".split())


def kind_by_mood(draft: Draft, words: Words, kinds: Kinds) -> Kind | None:
    """Return how something stands as a state, and what somebody will do as a plan.

    Args:
        draft: a draft for whose kind nothing else speaks.
        words: its words.
        kinds: the kinds of happening.
    """
    if draft.mood in {Mood.FUTURE, Mood.POSSIBLE} or draft.stance is Stance.FORECASTS:
        behind = words.behind
        stays = bool(behind) and behind[0] in _STILL
        return kinds.by_name.get("state" if stays else "plan")
    still = _is_state(words) or _is_general(draft, words)
    return kinds.by_name.get("state") if still else None


def _is_general(draft: Draft, words: Words) -> bool:
    """Whether somebody says what is so in general: "it places a burden on voters"."""
    if draft.explicit or draft.quantities or draft.frame is None:
        return False
    if draft.frame.stance is not Stance.ASSERTS:
        return False
    if draft.mood is Mood.PERFECT and draft.negated:
        return True
    return words.main is None and not any(map(is_participle, words.all))


def _is_state(words: Words) -> bool:
    """Whether a clause says how something stands, and not that anything was done."""
    if words.verb is None:
        if words.main is not None and "," not in words.all[words.main - 1 : words.main]:
            return words.all[words.main] in _STATIVE
        return any(word in _STATIVE and word not in _NOUNS for word in words.all[:12])
    verb, behind = words.all[words.verb], words.behind
    if not behind:
        return False
    first = behind[0]
    if verb in HAVE or verb in HAD:
        been = "been" in words.all[words.verb : words.verb + 4]
        if been:
            return not is_verbal(first)
        return not is_verbal(first)
    if verb in BE or verb in {"'m", "isn't", "aren't", "wasn't", "weren't"} or verb.endswith("'s"):
        if first in {"to", "due"}:
            return False
        if first in _HELD:
            return True
        return not is_verbal(first) or first in _LASTING
    return False


def is_moving(words: Words) -> bool:
    """Whether what lasts is a deed that goes on or was done: "has given", "are being moved"."""
    behind = words.behind
    return bool(behind) and is_verbal(behind[0]) and behind[0] not in _HELD | _LASTING


def is_verbal(word: str) -> bool:
    """Whether a word is the verb behind an auxiliary."""
    if word in NEVER or word in _NOTHING or word.startswith("un"):
        return False
    return is_participle(word) or is_past(word) or word.endswith("ing")
