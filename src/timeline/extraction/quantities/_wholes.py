"""Which amount is a part of which: "one of the three brigades", "of the three, one was lost"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._changes import MONEY_NOUNS
from timeline.extraction.english._deeds import BE, PREPOSITIONS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._clauses import Clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Sentence
    from timeline.extraction.quantities._amounts import Amount
    from timeline.extraction.quantities._measures import Measures


_SOME: Final = frozenset("many most some several all few both half".split())
_JOINT: Final = frozenset({"and", "or", "while", "but"})
_ENDS: Final = frozenset(",.;?!")
_MOST_PARTS: Final = 8
_FAR: Final = 5
"""The most words from "of" to the number of the whole: "half of the city's two million"."""

_ROUND: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1_000})
"""The wholes of ratios."""


def clause_of(sentence: Sentence, found: list[Amount], measures: Measures) -> Clause:
    """Return a sentence with its amounts, ready for the rules."""
    title = nouns.is_title(sentence.tokens)
    counted = nouns.counted_by(sentence.tokens, found, title=title)
    counted = [_of_a_herd(sentence.tokens, *pair) for pair in zip(found, counted, strict=True)]
    found, counted = _without_models(sentence, found, counted)
    for number, noun in enumerate(counted):
        if noun is not None and noun.word == "ones":  # "sold 300 cars and 40 old ones"
            meant = counted[number - 1] if number else None
            counted[number] = attrs.evolve(meant, head=noun.head, end=noun.end) if meant else None
    clause = Clause(
        sentence,
        found,
        measures.hits(sentence.words),
        title,
        counted,
        {},
        [noun.end if noun else amount.end for noun, amount in zip(counted, found, strict=True)],
        measures,
        not _ESTIMATES.isdisjoint(sentence.vocabulary) and _estimated(sentence.tokens),
    )
    for number, noun in enumerate(counted):
        if noun is None or noun.end + 1 >= len(sentence.tokens):
            continue
        if sentence.tokens[noun.end].lower == "or":
            found[number] = _bounded_behind(sentence.tokens, found[number], noun.end)
    for number, behind in enumerate(clause.behind):
        sum_ = found[number].sort == numbers.MONEY
        at = behind + _in_money(sentence.tokens, behind) if sum_ else behind
        clause.behind[number] = _behind_aside(sentence.tokens, at)
    _find_wholes(clause)
    for part, whole in clause.wholes.items():
        clause.parts.setdefault(whole, []).append(part)
    return clause


def _of_a_herd(
    tokens: Sequence[Token], amount: Amount, noun: nouns.Noun | None
) -> nouns.Noun | None:
    """Return what is counted; it is animals behind "a flock of", whatever its ending."""
    if noun is None or noun.sort != nouns.PEOPLE or amount.first < 2:  # noqa: PLR2004 - "flock of"
        return noun
    herd = tokens[amount.first - 1].lower == "of" and tokens[amount.first - 2].lower in _HERDS
    return attrs.evolve(noun, sort=nouns.THING) if herd else noun


_HERDS: Final = frozenset({"flock", "flocks", "herd", "herds", "swarm", "shoal", "litter", "brood"})


def _bounded_behind(tokens: Sequence[Token], amount: Amount, at: int) -> Amount:
    """Return an amount with the bound that stands behind its noun: "40 people or more"."""
    if amount.bounded:
        return amount
    word = tokens[at + 1].lower
    if word in {"more", "so"}:
        soft = amount.approximate or word == "so"
        high = None if word == "more" else amount.high
        return attrs.evolve(amount, high=high, approximate=soft, bounded=True)
    return attrs.evolve(amount, low=None, bounded=True) if word in {"fewer", "less"} else amount


def _in_money(tokens: Sequence[Token], at: int) -> int:
    """Return how many words tell in what a sum is: the two of "$3m in cash"."""
    if at + 1 >= len(tokens) or tokens[at].lower != "in":
        return 0
    return 2 if tokens[at + 1].lower in MONEY_NOUNS else 0


def _behind_aside(tokens: Sequence[Token], at: int) -> int:
    """Skip what is told of some of them: "700 trucks, many of them laden with fruit, were"."""
    if at + _FAR >= len(tokens) or tokens[at].text != ",":
        return at
    if tokens[at + 1].lower not in _SOME or tokens[at + 2].lower != "of":
        return at
    end = next((one for one in range(at + 3, len(tokens)) if tokens[one].text in _ENDS), at)
    return end + 1 if tokens[end].text == "," else at


def _without_models(
    sentence: Sentence, found: list[Amount], counted: list[nouns.Noun | None]
) -> tuple[list[Amount], list[nouns.Noun | None]]:
    """Leave out the amounts that name what another one counts: "five 737 aircraft"."""
    kept: list[tuple[Amount, nouns.Noun | None]] = []
    behind = 0
    for amount, noun in zip(found, counted, strict=True):
        before = sentence.tokens[amount.core - 1]
        modified = before.text[0].isalpha() and before.lower not in STOPS
        if amount.core < behind and modified and sentence.tokens[amount.core].text.isdigit():
            continue
        kept.append((amount, noun))
        behind = noun.head if noun else 0
    return [amount for amount, _ in kept], [noun for _, noun in kept]


_ESTIMATES: Final = frozenset({"estimate", "estimates"})


def _estimated(tokens: Sequence[Token]) -> bool:
    """Whether a sentence gives its numbers "by its estimate", or says that estimates put them."""
    for at, token in enumerate(tokens):
        if token.lower in _ESTIMATES:
            before = {one.lower for one in tokens[max(0, at - 4) : at]}
            if before & {"by", "to", "on"}:
                return True
            if at + 1 < len(tokens) and tokens[at + 1].lower in {"put", "suggest", "say", "from"}:
                return True
    return False


def _find_wholes(clause: Clause) -> None:
    tokens, found = clause.tokens, clause.amounts
    for number, amount in enumerate(found[:-1]):
        after = found[number + 1]
        if (
            amount.end < len(tokens)
            and tokens[amount.end].lower == "of"
            and after.first - amount.end <= _FAR
            and all(
                (token.text[0].isalpha() and token.lower not in _JOINT) or token.lower == "'s"
                for token in tokens[amount.end : after.first]
            )
            and _is_whole_of(amount, after)
        ):
            # "one of the three brigades"
            clause.wholes[number] = number + 1
            noun = clause.nouns[number + 1]
            clause.behind[number] = clause.behind[number + 1]
            if noun is not None:
                clause.nouns[number] = noun
        elif _is_ratio(clause, number):
            clause.wholes[number] = number + 1
            clause.behind[number] = clause.behind[number + 1]
            clause.nouns[number] = clause.nouns[number + 1]
    for number in range(len(found) - 2):
        if (
            number not in clause.wholes
            and number + 1 in clause.wholes
            and _is_ratio(clause, number)
        ):
            clause.wholes[number] = number + 1  # "three in four of the 512 firms"
            clause.behind[number] = clause.behind[number + 1]
            clause.nouns[number] = clause.nouns[number + 1]
    for number, amount in enumerate(found):
        first = amount.first
        while first > 0 and tokens[first - 1].lower in {"the", "its", "their", "all", "those"}:
            first -= 1
        if 2 < first <= _FAR and tokens[first - 1].lower == "'s" and tokens[0].lower == "of":  # noqa: PLR2004 - "of", the owner, and 's
            first = 1  # "Of the bank's 2,150 employees about 800 will go"
        opens = first == 1 or (first > 1 and not tokens[first - 2].text[0].isalnum())
        if first > 0 and tokens[first - 1].lower == "of" and opens:
            # "Of the three brigades, one was destroyed and two were mauled"
            for part in range(number + 1, min(number + _MOST_PARTS, len(found))):
                if clause.nouns[part] is None and found[part].sort == numbers.COUNT:
                    clause.wholes.setdefault(part, number)
                    clause.nouns[part] = clause.nouns[number]
                elif found[part].sort == numbers.PERCENT:
                    clause.wholes.setdefault(part, number)
    _find_the_rest(clause)
    _find_drawn(clause)


def _is_whole_of(amount: Amount, after: Amount) -> bool:
    """Whether the one can be a part of the other: "180 million of the 620 million euros"."""
    if numbers.MONEY in {amount.sort, after.sort}:
        return amount.sort == after.sort and amount.unit == after.unit
    return after.sort in {numbers.COUNT, numbers.STRONG}


def _find_drawn(clause: Clause) -> None:
    """Read "117 complaints, of which 96 were rejected" and "194 people, 23 of them by boat"."""
    tokens = clause.tokens
    for number, amount in enumerate(clause.amounts):
        before = number - 1
        if before < 0 or amount.sort != numbers.COUNT or number in clause.wholes:
            continue
        noun, whole = clause.nouns[number], clause.amounts[before]
        if noun is None and _goes_on(clause, number):
            clause.nouns[number] = clause.nouns[before]  # "600 flights were late, and 43 were lost"
            clause.behind[number] += tokens[amount.end].lower in _MORE
            continue
        which = [token.lower for token in tokens[max(0, amount.first - 2) : amount.first]]
        of_which = which in (["of", "which"], ["of", "whom"]) and noun is None
        of_them = noun is not None and noun.sort == nouns.PRONOUN and noun.word in _THEM
        if of_them and which[-1:] and which[-1] in PREPOSITIONS:
            continue  # "two people were hurt in one of them"
        if whole.sort != numbers.COUNT or not (of_which or of_them):
            continue
        if amount.high is not None and (whole.low or whole.high or 0) >= amount.high:
            clause.drawn[number] = before
            if of_which:
                clause.nouns[number] = clause.nouns[before]


def _goes_on(clause: Clause, number: int) -> bool:
    """Whether a bare number is the subject of a clause behind "and", after one of things."""
    tokens, amount, counted = clause.tokens, clause.amounts[number], clause.nouns[number - 1]
    if counted is None or counted.sort != nouns.THING or amount.end >= len(tokens):
        return False
    before = tokens[amount.first - 1].lower if amount.first else ""
    at = amount.end + (tokens[amount.end].lower in _MORE and amount.end + 1 < len(tokens))
    return before in {"and", "but", ";", "while"} and tokens[at].lower in BE | {
        "have",
        "had",
    }


_MORE: Final = frozenset({"more", "others"})
_THEM: Final = frozenset({"them", "these", "those", "whom", "which"})


def _is_ratio(clause: Clause, number: int) -> bool:
    """Whether two amounts are a ratio: "one in five adults"."""
    amount, whole = clause.amounts[number], clause.amounts[number + 1]
    between = [token.lower for token in clause.tokens[amount.end : whole.first]]
    return (
        " ".join(between) in {"in", "out of", "in every", "out of every"}
        and amount.lone
        and whole.exact in _ROUND
        and (amount.high or amount.low or 0) < (whole.exact or 0)
        and clause.nouns[number + 1] is not None
        and not clause.objects(number)
    )


def _find_the_rest(clause: Clause) -> None:
    """Read "one of the three brigades …, and the two others": the rest belong to the whole."""
    whole: int | None = None
    for number, amount in enumerate(clause.amounts):
        if number in clause.wholes:
            whole = clause.wholes[number]
            continue
        near = clause.tokens[max(0, amount.first - 1) : amount.end + 1]
        other = any(token.lower in {"other", "others", "remaining"} for token in near)
        noun = clause.nouns[number]
        bare = amount.sort == numbers.COUNT and (noun is None or noun.generic)
        if whole is not None and number != whole and other and bare:
            clause.wholes[number] = whole
            clause.nouns[number] = clause.nouns[whole]
