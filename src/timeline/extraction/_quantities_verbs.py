"""What a verb of any kind says of what is counted: "opened 12 clinics", "40 wells were treated"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction import _quantities_nouns as nouns
from timeline.extraction import _quantities_numbers as numbers
from timeline.extraction._measures import Hit, Measure, Role
from timeline.extraction._quantities_named import Named
from timeline.extraction._quantities_names import PEOPLE, of_noun
from timeline.extraction.english import _deeds as english
from timeline.extraction.english import _measures as words
from timeline.extraction.english._inflection import (
    is_participle,
    is_past,
    participle,
    participle_of_base,
    participle_of_third,
)
from timeline.extraction.english._numbers import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._quantities_clauses import Clause
    from timeline.extraction._tokens import Token

_REACH: Final = 12
_WEAK: Final = 3
_LISTED: Final = 6
_CLOSE: Final = 6
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "all"})
_JOINING: Final = frozenset({"and", ",", "or", "plus", "as", "well", "so", "far", "along", "with"})
_ARTICLES: Final = (["the"], ["a"], ["an"], ["its"], ["their"])  # "stranded off the coast"


def told(clause: Clause, number: int) -> Named | None:
    """Read "has blacklisted 62 ships", "more than 40 wells have been treated with chlorine"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if noun is None and _elides(clause, number):
        noun = clause.nouns[number] = clause.nouns[number - 1]
    if (
        amount.sort not in {numbers.COUNT, numbers.PERCENT}
        or noun is None
        or number in clause.parts
    ):
        return None
    if noun.sort not in {nouns.PEOPLE, nouns.THING, nouns.PRONOUN}:
        return None
    if noun.word in english.CARED_FOR and clause.tokens[amount.first - 1].lower in english.ADMITS:
        return Named("hospitalised", PEOPLE)
    if amount.sort == numbers.PERCENT and not _is_of(clause, number):
        return None
    drawn = number in clause.drawn
    if drawn and noun.sort == nouns.PRONOUN:
        clause.behind[number] = noun.end
        clause.nouns[number] = noun = clause.nouns[clause.drawn[number]] or noun
    part = number in clause.wholes
    if amount.exact == 1 and amount.lone and not part:
        return None  # "one man"
    if " " in noun.word and noun.label == noun.word:
        return None  # cubic metres, of what?
    few = amount.exact is not None and amount.exact <= SMALL
    if amount.definite and few and not amount.bounded and not part:
        return None  # "the two ships": told before
    if noun.word in words.NOT_COUNTED or (
        amount.approximate and not amount.bounded and (amount.low or _WEAK) <= _WEAK
    ):
        return None
    said = done_to(clause, number)
    said = said or _following(clause, number) or ("" if drawn else _shared(clause, number))
    return of_noun(clause, number, (_hit(clause, number, said),)) if said else None


def _elides(clause: Clause, number: int) -> bool:
    """Whether a bare number stands for more of what was counted: "jailed nine men and freed 12"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if not number or amount.sort != numbers.COUNT or clause.nouns[number - 1] is None:
        return False
    between = [token.lower for token in tokens[clause.behind[number - 1] : amount.first]]
    joined = between[-2:-1] in (["and"], ["but"], [","])
    ends = amount.end >= len(tokens) or (
        not tokens[amount.end].text[0].isalnum() or tokens[amount.end].lower in nouns.STOPS
    )
    return joined and ends and bool(participle(between[-1]))


def _is_of(clause: Clause, number: int) -> bool:
    end = clause.amounts[number].end
    return end < len(clause.tokens) and clause.tokens[end].lower == "of"


def _hit(clause: Clause, number: int, said: str) -> Hit:
    """Return what a participle says as a measure: that of the table which has the word, if any."""
    for measure in clause.measures.saying(said):
        hit = Hit(0, 0, Role.STATE, measure)
        if clause.fits(hit, number):
            return hit
    return Hit(0, 0, Role.STATE, Measure(said))


def _shared(clause: Clause, number: int) -> str:
    """Return the verb whose object an amount is with those listed before it."""
    said, before = "", number - 1
    while not said and before >= max(0, number - _LISTED) and _joined(clause, before):
        said = done_to(clause, before)
        before -= 1
    return said


def following(clause: Clause, number: int) -> tuple[Hit, ...]:
    """Return what a verb behind says of an amount, as a measure; nothing where none does."""
    said = _following(clause, number)
    return (_hit(clause, number, said),) if said else ()


def _following(clause: Clause, number: int) -> str:
    """Return what is said of an amount, alone or with those listed behind it."""
    said = befell(clause, number)
    after = number
    while not said and after < number + _LISTED and clause.coordinated(after):
        after += 1
        if clause.nouns[after] is None:
            break
        said = befell(clause, after)
    return said


def _joined(clause: Clause, number: int) -> bool:
    """Whether an amount and the next are objects of one verb: "$3m, as well as 11 vehicles"."""
    between = clause.tokens[clause.behind[number] : clause.amounts[number + 1].first]
    return bool(between) and {token.lower for token in between} <= _JOINING


def done_to(clause: Clause, number: int) -> str:
    """Return the participle of the verb whose object an amount is; empty where none is."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    while at > 0 and tokens[at].lower in _DETERMINERS:
        at -= 1
    if at < 0:
        return ""
    if at and tokens[at].lower == "of" and tokens[at - 1].lower in english.NOMINALS:
        return english.NOMINALS[tokens[at - 1].lower]
    if at > 1 and tokens[at].lower == "of" and tokens[at - 1].lower in english.GATHERED:
        at = _before_gathered(tokens, at - 2)
    if tokens[at].lower in english.BE:
        return _inverted(tokens, at)
    particle = ""
    if at and (
        tokens[at].lower in english.PARTICLES
        or (tokens[at].lower == "over" and tokens[at - 1].lower in english.CARRIED_OVER)
    ):
        particle, at = f" {tokens[at].lower}", at - 1
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if not word[0].isalpha() or word in english.NO_VERBS or before in english.NEGATIONS:
        return ""
    said = participle(word)
    if word.endswith("ing"):
        if before in _DETERMINERS or before in {"this", "these", "those", "each", "every"}:
            return ""  # "its striking 400 members"
    elif said and {token.lower for token in tokens[max(0, at - 2) : at]} & english.BE:
        return ""  # "were killed 20 km away"
    elif not said and (before in english.MODALS or _follows_modal(tokens, at)):
        said = participle_of_base(word)
    elif not said and clause.title and word.endswith("s") and at:
        said = participle_of_third(word)
    said = f"{said}{particle}" if said else ""
    return "" if said in english.LIGHT else said


def _before_gathered(tokens: Sequence[Token], at: int) -> int:
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


def is_nominal(clause: Clause, number: int) -> bool:
    """Whether an amount is the object of a noun of a deed: "the closure of three dams"."""
    tokens, first = clause.tokens, clause.amounts[number].first
    return first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in (
        english.NOMINALS
    )


def does(clause: Clause, number: int) -> bool:
    """Whether those who are counted do something to others: "eleven survivors filed a suit"."""
    tokens, noun = clause.tokens, clause.nouns[number]
    if noun is None or noun.end >= len(tokens) or not is_past(tokens[noun.end].lower):
        return False
    return not _is_plain(tokens, noun.end, participle(tokens[noun.end].lower))


def is_noted(clause: Clause, number: int) -> bool:
    """Whether a verb says that there is what is counted: "issued four warnings", "can be seen"."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    if at >= 0 and participle(tokens[at].lower) in english.NOTED:
        before = tokens[at - 1].lower if at else ""
        return before not in english.BE and before not in english.NEGATIONS
    if at > 0 and tokens[at - 1].lower in english.MODALS:
        return participle_of_base(tokens[at].lower) in english.NOTED
    before = tokens[at].lower if at >= 0 else ""
    place, end = clause.behind[number], len(tokens)
    if before in english.PREPOSITIONS or place >= end:
        return False
    for place in range(place, min(end, place + _REACH)):
        if tokens[place].lower in english.BE and place + 1 < end:
            return participle(tokens[place + 1].lower) in english.NOTED
    return False


def is_found(clause: Clause, number: int) -> bool:
    """Whether an amount of bodies is said to have been found."""
    at, first = clause.behind[number], clause.amounts[number].first
    near = (*clause.tokens[max(0, first - 2) : first], *clause.tokens[at : at + _CLOSE])
    return any(token.lower in english.FOUND for token in near)


def _inverted(tokens: Sequence[Token], at: int) -> str:
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
            return "" if said in english.LIGHT else said
    return ""


def _follows_modal(tokens: Sequence[Token], at: int) -> bool:
    """Whether only an adverb stands between a verb and its auxiliary: "will also open"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return len(before) == 2 and before[0] in english.MODALS and _is_adverb(before[1])  # noqa: PLR2004 - both of them


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in english.BETWEEN


def befell(clause: Clause, number: int) -> str:
    """Return the participle of the verb whose subject an amount is; empty where none is."""
    tokens, first = clause.tokens, clause.amounts[number].first
    at = clause.behind[number]
    end = _end(clause, number, at)
    before = tokens[first - 1].lower if first else ""
    gathered = before == "of" and first > 1 and tokens[first - 2].lower in english.GATHERED
    if before in english.PREPOSITIONS and not gathered:
        return _reduced(tokens, at, end) if before == "with" else _agent(clause, number)
    if at + 1 < end and tokens[at].lower == "without" and tokens[at + 1].text.islower():
        return f"without {tokens[at + 1].lower}"
    if at < end and tokens[at].lower in english.RELATIVES:
        at += 1
    elif at < end and _is_verb(tokens[at].lower) and tokens[at].lower not in english.AUXILIARIES:
        main = _main_verb(tokens, at + 1, end) if _is_of_whole(clause, number) else end
        if main < end:
            return _grouped(clause, number, main, end)
        said = _of_verb(clause, number, at)
        if said or not _is_of_whole(clause, number):
            return said
    while at < end and tokens[at].lower not in english.AUXILIARIES:
        if not (tokens[at].text[0].isalnum() or tokens[at].lower == "'s"):
            return ""
        at += 1
    return _grouped(clause, number, at, end) if at < end else ""


def _main_verb(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the verb of a part follows: "60 of the camps inspected in May had no guard"."""
    while at < end and tokens[at].lower not in english.AUXILIARIES - {"to"}:
        if not tokens[at].text[0].isalnum():
            return end
        at += 1
    return at


def _agent(clause: Clause, number: int) -> str:
    """Read "a letter signed by 41 of the senators": what those who are named have done."""
    tokens, at, noun = clause.tokens, clause.amounts[number].first - 1, clause.nouns[number]
    if tokens[at].lower != "by" or at == 0 or noun is None or noun.generic:
        return ""
    said = participle(tokens[at - 1].lower) if noun.sort == nouns.PEOPLE else ""
    return "" if said in english.LIGHT or clause.measures.saying(said) else said


def of_money(clause: Clause, number: int) -> str:
    """Return what befell a sum: "R$ 47 million was diverted", "$3m have been stolen"."""
    at = clause.amounts[number].end
    end = min(_end(clause, number, at), at + _CLOSE)
    if at >= end or clause.tokens[at].lower not in english.BE | {"has", "have", "had", "will"}:
        return ""
    said = _grouped(clause, number, at, end)
    passive = {token.lower for token in clause.tokens[at:end]} & english.BE
    return said if passive else ""


def _is_of_whole(clause: Clause, number: int) -> bool:
    return number in clause.wholes


def _is_verb(word: str) -> bool:
    return is_past(word) or is_participle(word)


def _end(clause: Clause, number: int, at: int) -> int:
    """Return where the words about an amount end: at the next one."""
    end = min(len(clause.tokens), at + _REACH)
    behind = (
        amount.first
        for amount in clause.amounts[number + 1 :]
        if amount.first > at + 1
        or (amount.first >= at and clause.tokens[at].lower not in english.PREPOSITIONS)
    )
    return min(end, next(behind, end))


def reduced(clause: Clause, number: int, at: int, end: int) -> tuple[Hit, ...]:
    """Return what a participle at *at* says of an amount: "the number of homes rebuilt"."""
    said = _reduced(clause.tokens, at, end)
    return (_hit(clause, number, said),) if said else ()


def _reduced(tokens: Sequence[Token], at: int, end: int) -> str:
    """Read "with 300 homes damaged"."""
    if at >= end or not is_participle(tokens[at].lower):
        return ""
    return _with_particle(tokens, at, participle(tokens[at].lower), passive=True)


def _of_verb(clause: Clause, number: int, at: int) -> str:
    """Read "12 factories reopened on Monday", "43 ships stranded off the coast"."""
    tokens = clause.tokens
    noun = clause.nouns[number]
    said = _with_particle(tokens, at, participle(tokens[at].lower), passive=False)
    generic = noun is not None and noun.generic
    return said if generic or _is_plain(tokens, at, said) else ""


def _grouped(clause: Clause, number: int, at: int, end: int) -> str:
    """Read "have been treated", "were without heating", "would arrive", "was still working"."""
    tokens = clause.tokens
    group: set[str] = set()
    while at < end and (
        tokens[at].lower in english.AUXILIARIES
        or _is_adverb(tokens[at].lower)
        or (
            tokens[at].lower in english.AWAITED
            and at + 1 < len(tokens)
            and tokens[at + 1].lower == "to"
        )
    ):
        if tokens[at].lower == "to":
            group.clear()  # "were expected to leave"
        group.add(tokens[at].lower)
        at += 1
    if (
        at >= end
        or group & english.NEGATIONS
        or tokens[at].lower in english.NEGATIONS - {"without"}
    ):
        return ""
    word = tokens[at].lower
    passive = bool(group & english.BE)
    if passive and word == "without" and at + 1 < len(tokens) and tokens[at + 1].text.islower():
        return f"without {tokens[at + 1].lower}"
    if passive and word.endswith("ing"):
        noun = clause.nouns[number]
        if noun is not None and noun.sort == nouns.PEOPLE and word in english.AT_IT:
            return ""
        return word if _is_plain(tokens, at, word) and word not in english.NO_VERBS else ""
    if is_participle(word):
        said = participle(word)
    elif group & english.MODALS and not passive and word not in nouns.STOPS:
        said = participle_of_base(word)
    else:
        return ""
    said = _with_particle(tokens, at, said, passive=passive)
    noun = clause.nouns[number]
    generic = noun is not None and noun.generic
    return said if passive or generic or _is_plain(tokens, at, said) else ""


def _with_particle(tokens: Sequence[Token], at: int, said: str, *, passive: bool) -> str:
    """Return a participle with its adverb: "set up"; empty where it says nothing."""
    if not said or (said in english.AWAITED and not passive):
        return ""
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    if following[:1] and following[0] in english.PARTICLES and following[1:] not in _ARTICLES:
        said = f"{said} {following[0]}"
    return "" if said in english.LIGHT else said


def _is_plain(tokens: Sequence[Token], at: int, said: str) -> bool:
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
