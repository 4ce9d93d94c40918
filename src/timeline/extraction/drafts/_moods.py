"""How what is told of stands to what is so: done, to come, possible, not so, or never real."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from timeline.extraction.clauses import Opening
from timeline.extraction.english._inflection import Form, is_participle
from timeline.extraction.english._undone import gerund_not_done, noun_not_done
from timeline.extraction.english._verb_groups import (
    AVOIDED,
    BE,
    FINITE,
    WANTED,
    WAS,
    WOULD,
    Group,
    Mood,
    fell_through,
    group_of,
    is_unreal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import Happening, Kinds

BACKGROUND = {Opening.RELATIVE, Opening.SUBORDINATE, Opening.PARTICIPLE, Opening.THAT}
"""What begins a clause that tells again what is known already."""

_COMING = frozenset("expected set due scheduled forecast slated likely poised bound tipped".split())
_COMES = WOULD | {"will", "shall", "won't", "must", "should"}
_FINITE = FINITE - {"'s"}
_ON = FINITE | {"not", "never", "yet", "no", "longer"}


_ONLY_NAMED = frozenset("of to for from in by without about the after before while".split())
"""Words behind which a gerund names a deed without saying that it was done."""

_ONLY_OF = _ONLY_NAMED - {"after", "before", "while", "by", "in", "the"}


def group_in(piece: Piece, happening: Happening, kinds: Kinds) -> Group:
    """Return how the verb that governs words for a happening stands."""
    if is_unreal(piece.sentence.tokens, piece.first):
        return Group(Mood.UNREAL, negated=False)
    if happening.form is None:
        return _group_of_noun(piece, happening, kinds)
    if happening.rule == "taken for granted":
        return Group(Mood.PAST, negated=False)
    verb = happening.first
    if piece.sentence.tokens[verb].lower in BE and happening.last - verb > 1:
        verb += 1  # "to be sworn in": the verb is "sworn"
    if happening.form is Form.BASE and _of_a_plan(piece.sentence.words, verb, piece.first):
        return Group(Mood.UNREAL, negated=False)
    group = group_of(piece.sentence.tokens, verb, happening.form, piece.first, real=True)
    if happening.kind.ahead and group.mood is Mood.PLUPERFECT:
        return Group(Mood.UNREAL, group.negated)  # "had planned to buy": whether they do is open
    if happening.form is Form.GERUND and group.mood is Mood.PAST:
        words = piece.sentence.words
        ahead = words[happening.first - 1] if happening.first else ""
        if (
            ahead in AVOIDED
            or ahead in _ONLY_NAMED
            or gerund_not_done(words, happening.first, piece.first)
        ):
            return Group(Mood.UNREAL, group.negated)
    return group


def _of_a_plan(words: Sequence[str], verb: int, first: int) -> bool:
    """Whether a plan is only what something was about: "quit over a plan to raise the tax"."""
    if words[verb - 1] != "to" or verb - first < _LEAST or words[verb - 2] not in _PLANS:
        return False
    return not _ABOUT.isdisjoint(words[max(first, verb - 6) : verb - 2])


_LEAST = 4
_PLANS = frozenset(
    "plan plans proposal proposals bid bids move moves attempt attempts decision decisions".split()
)
_ABOUT = frozenset("over against about amid at after following".split())


def _group_of_noun(piece: Piece, happening: Happening, kinds: Kinds) -> Group:
    """Return how the verb that governs a noun stands; a noun alone is taken as past."""
    tokens = piece.sentence.tokens
    undone = noun_not_done(
        piece.sentence.words, happening.first, happening.last, piece.first, piece.last
    )
    if undone is not None:
        return undone
    light = light_verb(piece, happening, kinds)
    if light is not None:
        if any(token.lower == "to" for token in tokens[max(piece.first, light - 3) : light]):
            return Group(Mood.UNREAL, negated=False)
        before = tokens[light - 1].lower if light > piece.first else ""
        gerund = tokens[light].lower.endswith("ing")
        if gerund and (
            before in _ONLY_OF or gerund_not_done(piece.sentence.words, light, piece.first)
        ):
            return Group(Mood.UNREAL, negated=False)  # "barred from signing a treaty"
        return group_of(tokens, light, Form.PARTICIPLE, piece.first, real=True)
    for number in range(happening.first - 1, piece.first - 1, -1):
        if tokens[number].lower in FINITE and tokens[number].lower != "'s":
            return group_of(tokens, number + 1, Form.PARTICIPLE, piece.first, real=True)
    behind = [token.lower for token in tokens[happening.last : happening.last + 2]]
    if behind in (["was", "to"], ["were", "to"]):
        return Group(Mood.UNREAL, negated=False)  # "the talks were to have begun on Monday"
    coming = tokens[min(happening.last, piece.last - 1)].lower in _COMES
    if coming or not any(time.start >= happening.end for time in piece.times):
        after = happening.last
        ahead = group_of(tokens, after + 1, Form.BASE, after) if after < piece.last else None
        # "the talks could take a week": nothing has happened yet
        if coming and ahead and not ahead.negated:
            return ahead
    return Group(Mood.PAST, negated=False)


def light_verb(piece: Piece, happening: Happening, kinds: Kinds) -> int | None:
    """Return the number of the verb that makes a happening of a noun: "launched an attack"."""
    tokens = piece.sentence.tokens
    for number in range(happening.first - 1, piece.first - 1, -1):
        word = tokens[number].lower
        if word in kinds.light:
            return number
        if word in {"for", "against", "to", "that", "who", "which"}:
            return None
    return None


def finite_group(piece: Piece) -> tuple[Mood, bool]:
    """Return the mood of the first finite verb of a piece, and whether it is negated."""
    tokens = piece.sentence.tokens
    if is_unreal(tokens, piece.first):
        return Mood.UNREAL, False
    words = piece.sentence.words
    clause = words[piece.first : piece.last]
    for number in compress(count(piece.first), map(_FINITE.__contains__, clause)):
        word = words[number]
        stop = number + 1
        while stop < piece.last and tokens[stop].lower in _ON:
            stop += 1
        if stop > number + 1 and "yet" in words[number:stop]:
            return Mood.PERFECT, True  # "has yet to confirm"
        if word in BE:
            if "to" in words[stop : min(stop + 1, piece.last)]:
                past = word in {"was", "were"}  # "was to be signed"
                denied = "not" in words[number:stop]
                return (Mood.UNREAL if past else Mood.FUTURE), denied
            about = words[stop : stop + 2] == ("about", "to") and fell_through(tokens, stop + 1)
            if word in WAS and (about or words[stop : stop + 2] in _MEANT):
                return Mood.UNREAL, False  # "was supposed to begin on Monday"
            if _is_coming(tokens, stop, piece.last):
                if word in WAS and fell_through(tokens, min(stop + 1, piece.last)):
                    return Mood.UNREAL, False  # "was due to sail on Monday but did not"
                # "is expected to decide", "is forecast for Thursday"
                return Mood.FUTURE, "not" in words[number:stop]
        behind = words[stop : min(stop + 2, piece.last)]
        if (
            word == "had"
            and behind[:1] == ("been",)
            and (_is_coming(tokens, stop, piece.last) or words[stop + 1 : stop + 3] in _MEANT)
        ):
            return Mood.UNREAL, False  # "had been due to arrive"
        if word == "had" and behind[:1] and behind[0] in WANTED and behind[-1] == "to":
            return Mood.UNREAL, False  # "had planned to buy"
        group = group_of(tokens, stop, Form.PARTICIPLE, piece.first, real=True)
        if group.mood is Mood.PERFECT and not any(
            map(is_participle, words[stop : min(stop + 3, piece.last)])
        ):
            return Mood.PRESENT, group.negated  # "have no language", "have difficulties"
        return group.mood, group.negated
    return Mood.PAST, False


_MEANT = {(word, "to") for word in ("supposed", "meant", "intended")}


def _is_coming(tokens: Sequence[Token], stop: int, last: int) -> bool:
    """Whether "be" is followed by a word of what is ahead; "set aside" and "set up" are none."""
    for number in range(stop, min(stop + 2, last)):
        word = tokens[number].lower
        if word in _COMING:
            after = tokens[number + 1].lower if number + 1 < last else ""
            return word not in _OTHERWISE or after in _OTHERWISE[word]
    return False


_AT_LAST = frozenset({"to", "for"})
_OTHERWISE = {
    "due": _AT_LAST | {"in", "on", "at", "by", "back", "out", "from", "next", "this"},
    "set": _AT_LAST | {"down"},
    "bound": _AT_LAST,
    "tipped": _AT_LAST,
}
"""Words among them that are ahead only before these: money is set aside, hands are bound, a car is
tipped on its side."""
