"""What a verb of any kind says of what is counted: "opened 12 clinics", "40 wells were treated"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._groups import (
    before_gathered,
    cost_somebody,
    follows_modal,
    idiom,
    inverted,
    listed_last,
    main_verb,
    nominal,
    there,
    together_with,
    with_particle,
    without,
)
from timeline.extraction.quantities._measures import Hit, Measure, Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, of_noun
from timeline.extraction.quantities._relatives import relative_at
from timeline.extraction.quantities._verb_phrases import (
    grouped,
    is_verb,
    of_verb,
    reduced_verb,
)

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_REACH: Final = 12
_WEAK: Final = 3
_LISTED: Final = 6
_CLOSE: Final = 6
_PHRASE: Final = 4
_SUBJECTS: Final = frozenset({"which", "who", "that", "it", "he", "she"})
"""Behind these a word in -s is a verb: "which covers 40 towns"."""
_OTHER_CLAUSE: Final = frozenset(
    {"who", "which", "that", "where", "when", "while", "because", "until", "unless", "if", "whose"}
)
"""What opens a clause whose verb is said of something else."""
_OPENING: Final = frozenset({"after", "before", "since", "until", "till"})
"""Prepositions that open a clause, too: "after 40 barns were burned"."""
_THEY: Final = frozenset({"he", "she", "it", "they", "we", "you", "i"})
_JOINTS: Final = frozenset({"and", "but", "or"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "all"})
_JOINING: Final = frozenset({"and", ",", "or", "plus", "as", "well", "so", "far", "along", "with"})


def told(clause: Clause, number: int) -> Named | None:
    """Read "has blacklisted 62 ships", "more than 40 wells have been treated with chlorine"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if noun is None and (_elides(clause, number) or _is_next(clause, number)):
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
    said = done_to(clause, number) or _placed(clause, number)
    said = said or there(clause.tokens, amount.first)
    if said == "added":  # "he added 40 mills were shut"
        said = following_verb(clause, number) or said
    if not said and noun.sort == nouns.THING and cost_somebody(clause.tokens, amount.first):
        said = "lost"
    said = said or following_verb(clause, number) or ("" if drawn else _shared(clause, number))
    said = said or together_with(clause.tokens, amount.first)
    said = said or listed_last(clause.tokens, amount.first) or _included(clause, number)
    return of_noun(clause, number, (_hit(clause, number, said),)) if said else None


def _placed(clause: Clause, number: int) -> str:
    """Return what "put 31 referees on trial" says: a verb that is one with words behind."""
    first = clause.amounts[number].first
    said = participle(clause.tokens[first - 1].lower) if first else ""
    placed = idiom(clause.tokens, clause.behind[number]) if said in english.PLACED else ""
    return f"{said} {placed}" if placed else ""


def _included(clause: Clause, number: int) -> str:
    """Return what befell those of whom it is a part: "900 gulls, among them 40 terns"."""
    first = clause.amounts[number].first
    before = [token.lower for token in clause.tokens[max(0, first - 2) : first]]
    if not number or (before[-1:] != ["including"] and before != ["among", "them"]):
        return ""
    return done_to(clause, number - 1) or following_verb(clause, number - 1)


def _elides(clause: Clause, number: int) -> bool:
    """Whether a bare number stands for more of what was counted: "jailed nine men and freed 12"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if not number or amount.sort != numbers.COUNT or clause.nouns[number - 1] is None:
        return False
    between = [token.lower for token in tokens[clause.behind[number - 1] : amount.first]]
    joined = between[-2:-1] in (["and"], ["but"], [","])
    ends = amount.end >= len(tokens) or (
        not tokens[amount.end].text[0].isalnum() or tokens[amount.end].lower in STOPS
    )
    return joined and ends and bool(participle(between[-1]))


def _is_next(clause: Clause, number: int) -> bool:
    """Whether more of the same are told of: "40 flights were cancelled and 90 delayed"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if not number or amount.sort != numbers.COUNT or amount.lone or amount.end >= len(tokens):
        return False
    noun, before = clause.nouns[number - 1], tokens[amount.first - 1].lower
    counted = noun is not None and noun.sort in {nouns.THING, nouns.PEOPLE}
    more = amount.end + (tokens[amount.end].lower in {"were", "more", "others"})
    done = more < len(tokens) and is_participle(tokens[more].lower)
    return counted and before in {"and", ",", "but"} and done and bool(befell(clause, number - 1))


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
    said = following_verb(clause, number)
    return (_hit(clause, number, said),) if said else ()


def following_verb(clause: Clause, number: int) -> str:
    """Return what is said of an amount, alone or with those listed behind it."""
    said = befell(clause, number)
    after = number
    while not said and after < number + _LISTED and clause.coordinated(after):
        after += 1
        if clause.nouns[after] is None or after in clause.drawn:
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
    deed = nominal(tokens, at)
    if deed:
        return deed
    if at > 1 and tokens[at].lower == "of" and tokens[at - 1].lower in english.GATHERED:
        at = before_gathered(tokens, at - 2)
    if tokens[at].lower in english.BE:
        return inverted(tokens, at)
    particle = ""
    if at and (
        tokens[at].lower in english.PARTICLES
        or (tokens[at].lower == "over" and tokens[at - 1].lower in english.CARRIED_OVER)
        or (tokens[at].lower == "in" and _base_or_past(tokens[at - 1].lower) in english.INWARD)
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
    elif not said and (before in english.MODALS or follows_modal(tokens, at)):
        said = participle_of_base(word)
    elif not said and word.endswith("s") and at and (clause.title or before in _SUBJECTS):
        said = participle_of_third(word) if word not in STOPS else ""
    said = f"{said}{particle}" if said else ""
    return "" if said in english.LIGHT else said


def _base_or_past(word: str) -> str:
    return participle(word) or participle_of_base(word)


def governs(clause: Clause, number: int, said: Hit) -> bool:
    """Whether another verb than the one *said* in a clause about a noun governs the noun.

    That is the main verb behind a relative clause, "the miners who were trapped have been rescued",
    and the verb before it, "returned 60 masks that were stolen".
    """
    tokens, at = clause.tokens, clause.behind[number]
    relative, main = relative_at(tokens, at)
    if main:
        end = min(len(tokens), main + _REACH)
        return said.start < main and bool(grouped(clause, number, main, end))
    reduced = said.start == at and is_participle(tokens[at].lower)
    verb = done_to(clause, number) if relative or reduced else ""
    return bool(verb) and verb not in _LEAVES


_LEAVES: Final = frozenset({"found", "discovered", "declared", "pronounced", "spotted", "rendered"})
"""Verbs with an object and its state: "found 14 sheep injured"."""


def befell(clause: Clause, number: int) -> str:
    """Return the participle of the verb whose subject an amount is; empty where none is."""
    tokens, first = clause.tokens, clause.amounts[number].first
    at = clause.behind[number]
    end = _end(clause, number, at)
    before = tokens[first - 1].lower if first else ""
    gathered = before == "of" and first > 1 and tokens[first - 2].lower in english.GATHERED
    opens = before in _OPENING and at < end and tokens[at].lower in english.AUXILIARIES
    if before in english.PREPOSITIONS and not gathered and not opens:
        return reduced_verb(tokens, at, end) if before == "with" else _agent(clause, number)
    if at + 1 < end and tokens[at].lower == "without" and tokens[at + 1].text.islower():
        return without(tokens, at + 1)
    relative, main = relative_at(tokens, at)
    if main:
        said = grouped(clause, number, main, min(len(tokens), main + _REACH))
        if said:
            return said  # "the miners who were trapped have been rescued"
    if relative:
        at += 1 + (tokens[at].text == ",")
        if at + 1 < end and tokens[at].lower in _THEY and is_past(tokens[at + 1].lower):
            return with_particle(tokens, at + 1, participle(tokens[at + 1].lower), passive=False)
    elif at < end and is_verb(tokens[at].lower) and tokens[at].lower not in english.AUXILIARIES:
        main = main_verb(tokens, at + 1, end) if _is_of_whole(clause, number) else end
        if main < end:
            return grouped(clause, number, main, end)
        said = of_verb(clause, number, at)
        if said or not _is_of_whole(clause, number):
            return said
    if at < end and tokens[at].lower == "to" and before[:1].isalpha() and participle(before):
        return ""  # "left 30 farms to fend for themselves"
    start = at
    while at < end and tokens[at].lower not in english.AUXILIARIES:
        word = tokens[at].lower
        if not (word[0].isalnum() or word == "'s") or (at > start and word in _OTHER_CLAUSE):
            return ""  # "villages rely on the well that was poisoned"
        at += 1
    if start < at < end and tokens[at - 1].lower in _JOINTS:
        return ""  # "the law protects 60 lakes and was rejected"
    return grouped(clause, number, at, end) if at < end else ""


def _agent(clause: Clause, number: int) -> str:
    """Read "a letter signed by 41 of the senators": what those who are named have done."""
    tokens, at, noun = clause.tokens, clause.amounts[number].first - 1, clause.nouns[number]
    if tokens[at].lower != "by" or at == 0 or noun is None or noun.generic:
        return ""
    acts = noun.sort == nouns.PEOPLE or noun.word in english.BODIES
    said = participle(tokens[at - 1].lower) if acts else ""
    return "" if said in english.LIGHT or clause.measures.saying(said) else said


def of_money(clause: Clause, number: int) -> str:
    """Return what befell a sum: "R$ 47 million was diverted", "$3m have been stolen"."""
    at = clause.amounts[number].end
    if number in clause.wholes:  # "$5m of the $6m contract price had been released"
        at = clause.amounts[clause.wholes[number]].end
        last = at + _PHRASE
        while at < min(len(clause.tokens), last) and clause.tokens[at].lower not in STOPS:
            at += 1
    end = min(_end(clause, number, at), at + _CLOSE)
    if at >= end or clause.tokens[at].lower not in english.BE | {"has", "have", "had", "will"}:
        return ""
    said = grouped(clause, number, at, end)
    passive = {token.lower for token in clause.tokens[at:end]} & english.BE
    return said if passive else ""


def _is_of_whole(clause: Clause, number: int) -> bool:
    return number in clause.wholes


def _end(clause: Clause, number: int, at: int) -> int:
    """Return where the words about an amount end: at the next one."""
    end = min(len(clause.tokens), at + _REACH)
    behind = (
        amount.first
        for amount in clause.amounts[number + 1 :]
        if (amount.first > at + 1 and not (amount.exact == 1 and amount.lone))
        or (amount.first >= at and clause.tokens[at].lower not in english.PREPOSITIONS)
    )
    return min(end, next(behind, end))


def reduced(clause: Clause, number: int, at: int, end: int) -> tuple[Hit, ...]:
    """Return what a participle at *at* says of an amount: "the number of homes rebuilt"."""
    said = reduced_verb(clause.tokens, at, end)
    return (_hit(clause, number, said),) if said else ()
