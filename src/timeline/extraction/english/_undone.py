"""Words that name a deed without its being done: "averted a strike", "fears of war", "no raid"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from timeline.extraction.english._inflection import verb_forms
from timeline.extraction.english._verb_groups import BE, FINITE, Group, Mood

if TYPE_CHECKING:
    from collections.abc import Sequence


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form, _ in verb_forms(verb))


_HINDER: Final = _forms(
    "avert avoid prevent foil thwart forestall preclude escape cancel scrap abort shelve "
    "threaten fear plan propose consider contemplate ponder mull oppose favour favor advocate "
    "prohibit forbid predict foresee anticipate expect envisage seek demand want risk dread evade "
    "dodge discourage deny"
)
"""Verbs of which the object has not come about: it was spared, dropped, feared or wanted."""
_HINDER_OFF: Final = {
    "off": _forms("call stave ward head fend put hold"),
    "out": _forms("rule"),
    "for": _forms("call push press plan prepare campaign beg plead ask hope wait brace lobby"),
    "of": _forms("warn talk speak dream fear"),
    "against": _forms("warn advise decide argue guard protect insure vote"),
    "with": _forms("threaten"),
    "from": _forms("refrain abstain desist"),
}
"""The same with the small word behind them."""
_THOUGHTS: Final = frozenset(
    "fear fears risk risks threat threats danger dangers chance chances possibility prospect "
    "prospects likelihood probability odds hope hopes talk plan plans call calls demand demands "
    "rumour rumours rumor rumors warning warnings lack absence prevention instead short verge "
    "brink idea notion spectre specter preparations appetite deterrent".split()
)
"""Nouns behind which another is only thought of: "fears of a war", "calls for a strike"."""
_TRACES: Final = frozenset(
    "evidence sign signs trace traces indication indications proof word hint hints report "
    "reports question suggestion likelihood case cases".split()
)
"""Nouns that with "no" before them leave nothing of the other: "no sign of a struggle"."""
_PARTS: Final = frozenset({"part", "role", "hand", "share", "say"})
_OF: Final = frozenset({"of", "for", "from", "against", "to", "about"})
_NO: Final = frozenset({"no", "neither", "zero"})
_QUANTITY: Final = frozenset({"fewer", "less", "more", "later", "sooner", "longer", "doubt", "one"})
_STOP: Final = (
    FINITE
    | frozenset(
        "in on at by with after before over under between among into during since until as and or "
        'but that which who when while where , . ; : ( ) " “ ” – —'.split()
    )
) - {"'s"}
_THE: Final = frozenset("a an the this that these those his her its their our any 's".split())
_DROPPED: Final = frozenset(
    "averted avoided prevented foiled thwarted forestalled cancelled canceled scrapped aborted "
    "shelved abandoned".split()
)
"""What was to be, and was not."""
_COME_ABOUT: Final = frozenset(
    "take taken took happen happened occur occurred materialise materialised materialize "
    "materialized go gone come begin begun start started proceed proceeded held launched carried "
    "mounted staged made signed reached".split()
)
"""Verbs that say of a happening that it came about."""
_NEGATIVE: Final = frozenset({"not", "never", "didn't", "wasn't", "weren't", "hasn't", "haven't"})
_WAS_DROPPED: Final = BE | {"been", "being", "'s", "has", "have", "had"}
_REACH: Final = 5
"""How many words a noun's own determiners and attributes may take up."""


def noun_not_done(words: Sequence[str], noun: int, last: int, first: int, end: int) -> Group | None:
    """Return how a noun for a happening stands that did not come about; None if it may have.

    Args:
        words: the words of the sentence, in small letters.
        noun: the number of the noun's first word.
        last: the number of the word behind it.
        first: the number of the first word of its clause.
        end: the number of the word behind its clause.
    """
    if words[noun].endswith("ing") and gerund_not_done(words, noun, first):
        return _UNREAL
    for number in range(noun - 1, max(first, noun - _REACH) - 1, -1):
        word = words[number]
        after = words[number + 1]
        if word in _NO:
            return None if after in _QUANTITY else _negated(words, last, end)
        if word in _HINDER and (number == first or words[number - 1] not in _THE):
            return _UNREAL
        if word in {"without", "barring"}:
            return _UNREAL
        before = words[number - 1] if number > first else ""
        if word in _HINDER_OFF and before in _HINDER_OFF[word]:
            return _UNREAL
        if word in _OF:
            if before in _THOUGHTS:
                return _UNREAL
            if before in _TRACES and not _NO.isdisjoint(words[max(first, number - 4) : number]):
                return Group(Mood.PAST, negated=True)
            break
        if word == "in" and before in _PARTS and "no" in words[max(first, number - 3) : number]:
            return Group(Mood.PAST, negated=True)  # "took no part in the fighting"
        if word in _STOP:
            break
    return _dropped(words, last, end)


_UNREAL: Final = Group(Mood.UNREAL, negated=False)


_MOODS: Final = {
    **dict.fromkeys(("has", "have"), Mood.PERFECT),
    **dict.fromkeys(("will", "shall", "'ll"), Mood.FUTURE),
    **dict.fromkeys(("would", "could", "may", "might", "can", "should", "must"), Mood.POSSIBLE),
}


def _negated(words: Sequence[str], last: int, end: int) -> Group:
    """Return "no attack" as what is so still, is to come, or else is bygone."""
    near = words[max(0, last - _REACH - 3) : min(end, last + 3)]
    mood = next((_MOODS[word] for word in near if word in _MOODS), Mood.PAST)
    return Group(mood, negated=True)


def _dropped(words: Sequence[str], last: int, end: int) -> Group | None:
    """Return how a subject stands of which the verb says that it fell through."""
    for number in range(last, min(end, last + 2 * _REACH)):
        word = words[number]
        if word in _NEGATIVE or (word in FINITE and word != "'s"):
            behind = words[number : min(end, number + 5)]
            if not _NEGATIVE.isdisjoint(behind[:2]):
                near = not _COME_ABOUT.isdisjoint(behind[1:4])
                return Group(Mood.PAST, negated=True) if near else None
            if word not in _WAS_DROPPED:
                return None
            if not _DROPPED.isdisjoint(behind[1:4]) or _called_off(behind):
                return _UNREAL
            return None
        if word in _APART:
            return None
    return None


_APART: Final = frozenset(", ; : . who which that when while but and".split())


def _called_off(behind: Sequence[str]) -> bool:
    return any(
        one in {"called", "ruled", "staved", "warded", "fended"} and two in {"off", "out"}
        for one, two in itertools.pairwise(behind)
    )


_BEFORE_GERUND: Final = _forms(
    "avoid consider contemplate ponder mull discuss postpone delay defer risk resist oppose "
    "favour favor propose suggest recommend advocate fear prohibit forbid ban escape "
    "anticipate envisage evade shun weigh deny"
) | frozenset({"without", "against", "off", "than"})
"""Words behind which a form in "-ing" says what was not done, or not yet."""
_GERUND_AFTER: Final = {
    "of": frozenset(
        {"short", "verge", "brink", "instead", "dream", "point", "accused", "suspected"}
    )
    | _THOUGHTS,
    "to": frozenset({"close", "near", "opposed", "closer", "nearer"}),
    "from": None,
    "out": _forms("rule"),
    "on": frozenset({"off"}),
}
"""Small words before such a form, and what stands before these; None is anything."""


def gerund_not_done(words: Sequence[str], verb: int, first: int) -> bool:
    """Whether a form in "-ing" names what was not done: "stopped short of resigning".

    Args:
        words: the words of the sentence, in small letters.
        verb: the number of the form.
        first: the number of the first word of its clause.
    """
    at = verb - 1
    while at > first and words[at].endswith("ly"):
        at -= 1
    if at < first:
        return False
    if not words[verb].endswith("ing"):
        return False
    ahead = words[at]
    if ahead in _BEFORE_GERUND:
        return True
    if ahead not in _GERUND_AFTER:
        return False
    wanted = _GERUND_AFTER[ahead]
    return wanted is None or (at > first and words[at - 1] in wanted)
