"""The verbs of a sentence as they stand among its words: groups, particles, turned order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _deeds as english
from timeline.extraction.english import _measures as words
from timeline.extraction.english._inflection import is_participle, is_past, participle
from timeline.extraction.english._stops import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_ARTICLES: Final = (["the"], ["a"], ["an"], ["its"], ["their"])  # "stranded off the coast"
_CLOSE: Final = 6
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "all"})


def before_gathered(tokens: Sequence[Token], at: int) -> int:
    """Return the verb of which a gathering is the object: "seized a large haul of 400 rifles"."""
    while at > 0 and (
        tokens[at].lower in words.MODIFIERS or tokens[at].lower.endswith(words.MODIFIER_ENDINGS)
    ):
        if is_participle(tokens[at].lower) or tokens[at].lower.endswith("ing"):
            break
        at -= 1
    while at > 0 and tokens[at].lower in _DETERMINERS:
        at -= 1
    return at


def inverted(tokens: Sequence[Token], at: int) -> str:
    """Read "Affected are 41 schools", "Among those arrested were two officers"."""
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    if 2 < at < _CLOSE + 1 and is_participle(tokens[0].lower):  # noqa: PLR2004 - "in", and where
        if tokens[1].lower in english.PREPOSITIONS:
            return participle(tokens[0].lower)  # "Injured in the crash were 12 passengers"
        return ""
    if before[-1:] and is_participle(before[-1]):
        opens = len(before) == 1 or (at > 1 and not tokens[at - 2].text[0].isalnum())
        if opens or before[:-1] in (["among", "those"], ["among", "the"]):
            said = participle(before[-1])
            if said == "held" and not opens:
                return said  # "Among those held are two officers"
            return "" if said in english.LIGHT else said
    return ""


def there(tokens: Sequence[Token], first: int) -> str:
    """Read "there gathered on Monday evening 300 farmers": a verb whose subject comes last."""
    for at in range(first - 2, max(-1, first - _CLOSE - 2), -1):
        if tokens[at].lower == "there" and is_past(tokens[at + 1].lower):
            between = tokens[at + 2 : first]
            timely = all(
                one.capital or one.lower in words.TIME_UNITS | english.PREPOSITIONS | _PARTS_OF_DAY
                for one in between
            )
            said = participle(tokens[at + 1].lower)
            return said if timely and said not in english.LIGHT else ""
    return ""


_PARTS_OF_DAY: Final = frozenset(
    {"morning", "evening", "afternoon", "midday", "dawn", "dusk", "the"}
)


def together_with(tokens: Sequence[Token], first: int) -> str:
    """Read "was seized, along with 40 crates": the verb of the one is that of the others.

    Of those whom a verb befell as of those who did it: "resigned along with 14 aldermen".
    """
    if first < _CLOSE or tokens[first - 1].lower != "with":
        return ""
    if tokens[first - 2].lower not in {"together", "along"}:
        return ""
    for at in range(first - 3, max(0, first - _FAR), -1):
        word = tokens[at].lower
        if tokens[at].text.islower() and (is_past(word) or is_participle(word)):
            said = participle(word)
            return "" if said in english.LIGHT else said
        if tokens[at].text in {";", "?", "!", "."}:
            return ""
    return ""


_FAR: Final = 24


def listed_last(tokens: Sequence[Token], first: int) -> str:
    """Read "swallowed a school, a church and 76 houses": a verb of what no number counts, too."""
    if first < _CLOSE - 2 or tokens[first - 1].lower != "and":
        return ""
    length = 0
    for at in range(first - 2, max(0, first - _LISTED), -1):
        word = tokens[at].lower
        if word in _DETERMINERS and length:
            length = 0
            verb = tokens[at - 1].lower
            said = participle(verb) if tokens[at - 1].text.islower() else ""
            if said and verb not in english.NO_VERBS:
                negated = tokens[at - 2].lower in english.NEGATIONS
                return "" if negated or said in english.LIGHT else said
            if tokens[at - 1].text not in {",", "and"}:
                return ""
        elif word not in {",", "and"} or length:
            length += 1
            if not word.isalpha() or word in STOPS or length > 3:  # noqa: PLR2004 - two words before a noun
                return ""
    return ""


_LISTED: Final = 16


def follows_modal(tokens: Sequence[Token], at: int) -> bool:
    """Whether only an adverb stands between a verb and its auxiliary: "will also open"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return len(before) == 2 and before[0] in english.MODALS and is_adverb(before[1])  # noqa: PLR2004 - both of them


def is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in english.BETWEEN


def main_verb(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the verb of a part follows: "60 of the camps inspected in May had no guard"."""
    while at < end and tokens[at].lower not in english.AUXILIARIES - {"to"}:
        if not tokens[at].text[0].isalnum():
            return end
        at += 1
    return at


def with_particle(tokens: Sequence[Token], at: int, said: str, *, passive: bool) -> str:
    """Return a participle with its adverb: "set up"; empty where it says nothing."""
    if not said or (said in english.AWAITED and not passive):
        return ""
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    if passive and following[:1] == ["to"] and said in english.BIDDEN:
        return ""  # "have been told to stay at home"
    if said == "found" and following[:1] in (["to"], ["with"]):
        return ""  # "were found to contain lead"
    placed = idiom(tokens, at + 1) if passive and said in english.PLACED else ""
    if placed:
        return f"{said} {placed}"
    if following[:1] and following[0] in english.PARTICLES and following[1:] not in _ARTICLES:
        said = f"{said} {following[0]}"
    elif following[:1] == ["in"] and said in english.INWARD and _ends_group(following[1:]):
        said = f"{said} in"
    return "" if said in english.LIGHT else said


def idiom(tokens: Sequence[Token], at: int) -> str:
    """Return the preposition and bare noun at *at*, of "put on trial"."""
    start = at
    pair = tuple(token.lower for token in tokens[at : at + 2])
    at += 2 if pair in _INTO_TWO else 1
    if at >= len(tokens) or not (pair in _INTO_TWO or pair[0] in _INTO):
        return ""
    noun = tokens[at]
    if not (noun.text.islower() and noun.text.isalpha()) or noun.lower in _NO_IDIOM:
        return ""
    if noun.lower.endswith(("s", "ing")) or not is_plain(tokens, at, noun.lower):
        return ""
    return " ".join(token.lower for token in tokens[start : at + 1])


_INTO: Final = frozenset({"on", "in", "into", "to", "under", "off"})
_INTO_TWO: Final = frozenset({("out", "of"), ("up", "for")})
_NO_IDIOM: Final = STOPS | english.PREPOSITIONS | words.TIME_UNITS | english.PLAIN_FOLLOWERS


def without(tokens: Sequence[Token], at: int) -> str:
    """Return what "without" says with its noun at *at*: "without heating", "without a doctor"."""
    last = at + 1 if tokens[at].lower in _DETERMINERS and at + 1 < len(tokens) else at
    return " ".join(["without", *(token.lower for token in tokens[at : last + 1])])


def _ends_group(following: Sequence[str]) -> bool:
    """Whether nothing stands behind "in" that is a place: "were taken in by the police"."""
    return not following or not following[0][0].isalnum() or following[0] in _BEHIND_IN


_BEHIND_IN: Final = frozenset(
    {"by", "for", "and", "on", "at", "after", "as", "overnight", "before"}
)


def nominal(tokens: Sequence[Token], at: int) -> str:
    """Return the participle of a noun of a deed before "of" at *at*: "the closure of 12 mills".

    Where to and whence can stand between: "the extradition to Peru of four bankers".
    """
    if at < 1 or tokens[at].lower != "of":
        return ""
    if tokens[at - 1].lower in english.NOMINALS:
        return english.NOMINALS[tokens[at - 1].lower]
    for place in range(at - 2, max(0, at - _CLOSE), -1):
        if tokens[place + 1].lower in _WHITHER and tokens[place].lower in english.NOMINALS:
            between = tokens[place + 2 : at]
            plain = all(one.text[0].isalpha() or one.lower == "'s" for one in between)
            return english.NOMINALS[tokens[place].lower] if plain else ""
    return ""


_WHITHER: Final = frozenset({"to", "from", "in", "at"})


def cost_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether "cost" and who lost stand before an amount at *at*: "cost the army 61 tanks"."""
    for place in range(at - 1, max(-1, at - _CLOSE), -1):
        word = tokens[place].lower
        if word in _COSTS:
            return place < at - 1
        if not (word[0].isalpha() or word == "'s") or word in english.PREPOSITIONS | english.BE:
            return False
    return False


_COSTS: Final = frozenset({"cost", "costs", "costing"})


def is_plain(tokens: Sequence[Token], at: int, said: str) -> bool:
    """Whether a verb has no object: an end, a mark or a preposition stands behind it."""
    if not said:
        return False
    at += 1 + said.count(" ")
    if at >= len(tokens):
        return True
    word = tokens[at]
    return (
        not word.text[0].isalnum()
        or word.lower in english.PLAIN_FOLLOWERS
        or word.lower in english.PARTICLES
        or word.lower.endswith("ly")
        or word.lower in words.TIME_UNITS
    )
