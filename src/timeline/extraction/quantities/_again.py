"""Amounts that count what was counted before: in brackets, "23 of them", "and Vale 37 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _changes as wording
from timeline.extraction.english._inflection import is_participle
from timeline.extraction.english._measures import CONTAINERS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._frames import fits_sort
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE
from timeline.extraction.quantities._nouns import PRONOUN, is_plural_of_persons

if TYPE_CHECKING:
    from timeline.extraction._tokens import Token
    from timeline.extraction.quantities._clauses import Clause

_RATES: Final = frozenset({numbers.PERCENT, numbers.POINTS, numbers.BASIS})
_FAR: Final = 6
_SMALL: Final = frozenset({"the", "and", "of", "'s"})
_BADLY: Final = frozenset({"seriously", "badly", "severely", "gravely", "fatally"})


def bracketed(clause: Clause, number: int) -> Named | None:
    """Read "184.6 billion won (US$134 million)": the same in other money."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY or not number or not amount.first:
        return None
    before = clause.amounts[number - 1]
    mark = tokens[amount.first - 1].lower
    if before.sort != numbers.MONEY or before.unit == amount.unit:
        return None
    close = amount.first - before.end == 1
    said = clause.named.get(number - 1)
    if said is None or not close or mark not in {"(", "or", ","}:
        return None
    if not amount.bounded and (before.low is None) != (before.high is None):
        # "up to 100,000 ringgit ($24,000)": both are the most
        low = None if before.low is None else amount.low
        high = None if before.high is None else amount.high
        clause.amounts[number] = attrs.evolve(amount, low=low, high=high)
    return attrs.evolve(said, unit=amount.unit)


def of_them(clause: Clause, number: int) -> Named | None:
    """Read "were rescued, 23 of them by fishermen" and "20 of them children"."""
    noun, tokens = clause.nouns[number], clause.tokens
    if number not in clause.drawn or noun is None or noun.sort != PRONOUN:
        return None
    said = clause.named.get(clause.drawn[number])
    if said is None or clause.predicate(number):
        return None
    following = tokens[noun.end] if noun.end < len(tokens) else None
    if (
        following is None
        or following.lower in _BADLY
        or following.lower in {"by", "in", "at", "on"}
    ):
        return said
    if following.lower == "critically":
        return Named("in critical condition", PEOPLE)
    if is_plural_of_persons(following):
        counted = clause.nouns[clause.drawn[number]]
        state = said.measure
        if counted is not None and counted.label and not counted.generic:
            state = state.removeprefix(counted.label).strip()
        who = following.text if following.capital else following.lower
        return Named(f"{who} {state}".strip(), PEOPLE)
    return None


def gapped(clause: Clause, number: int) -> Named | None:
    """Read "won 41 percent and the Bloc 37 percent", "12 votes in favour and nine against"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if not number or (amount.sort == numbers.COUNT and clause.nouns[number] is not None):
        return None
    said = clause.named.get(number - 1)
    if said is None and number - 1 in clause.parts:  # "118 of the 240 seats, the Greens 115"
        said = clause.named.get(clause.parts[number - 1][-1])
    if said is None or clause.amounts[number - 1].sort != amount.sort:
        return None
    if amount.end < len(tokens) and tokens[amount.end].lower == "against":
        sides = {"in favour", "against", "abstained"}
        if any(said.measure.endswith(side) for side in sides):
            return Named("against", said.unit)
    between = tokens[clause.behind[number - 1] : amount.first]
    if _repeats(clause, number, amount.end):
        return said
    joint = next((at for at, one in enumerate(between) if one.lower in {"and", ",", ";"}), _FAR)
    if joint >= _FAR or len(between) - joint > _FAR:
        return None
    named = [token for token in between[joint + 1 :] if token.lower not in _SMALL]
    if not named or not any(token.capital for token in named):
        return None
    if any(_is_no_name(token) for token in named):
        return None
    if (
        amount.end < len(tokens)
        and amount.sort == numbers.COUNT
        and tokens[amount.end].text.isalpha()
    ):
        return None
    if number - 1 in clause.parts:
        clause.wholes.setdefault(number, number - 1)
    return attrs.evolve(said, unit=amount.unit or said.unit)


def counted_in_turn(clause: Clause, number: int) -> Named | None:
    """Read "put it at 20,000 and the police at 7,500", "the crowd, which they put at 20,000".

    A pronoun is what was counted before: "put their losses at 40, while the army put them at 200".
    """
    amount, tokens = clause.amounts[number], clause.tokens
    at = amount.first - 1
    if at < 1 or tokens[at].lower != "at":
        return None
    floor = max(clause.amounts[number - 1].end if number else 0, at - _PUT)
    put = next((k for k in range(at - 1, floor - 1, -1) if tokens[k].lower in PUTTING), -1)
    if put >= 0 and put == at - 1:
        return _of_which(clause, put, amount.sort)
    said = clause.named.get(number - 1)
    if said is None or clause.amounts[number - 1].sort != amount.sort:
        return None
    if put >= 0:
        again = put == at - _PRONOUN and tokens[at - 1].lower in {"it", "them", "that"}
        return said if again else None
    before = clause.amounts[number - 1].first
    first = tokens[clause.behind[number - 1]].lower
    if tokens[before - 1].lower != "at" or first not in {"and", "but", "while", ","}:
        return None
    if not any(one.lower in PUTTING for one in tokens[max(0, before - _PUT) : before]):
        return None
    hits = (hit for place in range(clause.behind[number - 1], at) for hit in clause.hits[place])
    if any(hit.role is Role.FRAME and fits_sort(hit, amount.sort) for hit in hits):
        return None  # "growth at 3 percent and inflation at 4"
    return attrs.evolve(said, unit=amount.unit or said.unit)


def _of_which(clause: Clause, put: int, sort: str) -> Named | None:
    """Return the name of what stands before ", which they put at"."""
    for which in range(put - 1, max(0, put - _PUT), -1):
        if clause.tokens[which].lower == "which" and clause.tokens[which - 1].text == ",":
            for hit in clause.hits[which - 2]:
                if hit.end == which - 1 and hit.role is Role.FRAME and fits_sort(hit, sort):
                    return Named(hit.measure.name, hit.measure.unit or PEOPLE)
    return None


PUTTING: Final = frozenset("put puts putting pegged pegs estimated estimates valued values".split())
"""Verbs that give a number "at"."""
_PUT: Final = 8
_PRONOUN: Final = 2


def _is_no_name(token: Token) -> bool:
    """Whether a word cannot stand within whose the next one is: "and the Pact for Renewal 38"."""
    if token.capital:
        return False
    word = token.lower
    return not word.isalpha() or (word in STOPS and word != "for") or is_participle(word)


def _repeats(clause: Clause, number: int, end: int) -> bool:
    """Whether only when or where differs: "rescued 17 people on Sunday and four on Monday"."""
    tokens = clause.tokens
    between = tokens[clause.behind[number - 1] : clause.amounts[number].first]
    if len(between) < _PHRASE or end + 1 >= len(tokens):
        return False
    joined = between[-1].lower in {"and", "but"} or between[-1].text in {",", ";"}
    other = tokens[end].lower
    if not joined or other not in _WHERE:
        return False
    counted = clause.amounts[number].sort == numbers.COUNT
    if between[0].lower in _WHERE:
        return len(between) <= (_FAR if counted else 2 * _FAR)
    if not counted or not (tokens[end + 1].capital or tokens[end + 1].lower in _DETERMINERS):
        return False  # "40 were killed on a bus and 13 in hospital"
    where = next(
        (at for at in range(len(between) - 1, 0, -1) if between[at].lower in _WHERE), len(between)
    )
    return _PHRASE <= len(between) - where <= _FAR and not clause.predicate(number)


_DETERMINERS: Final = frozenset({"the", "a", "an", "another"})
_WHERE: Final = frozenset({"on", "in", "at", "near", "during"})
_PHRASE: Final = 3
"""The fewest words between the two: "on Sunday and"."""


def same_again(clause: Clause, number: int) -> Named | None:
    """Read "four years ago it had been 61 percent", "short of the $3bn expected", "another $5m"."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    noun = clause.nouns[number]
    stuff = noun is not None and noun.label == noun.word and noun.word in CONTAINERS
    if amount.sort == numbers.COUNT and noun is None and number:
        return _more_to_come(clause, number)
    if (amount.sort not in {numbers.MONEY, *_RATES} and not stuff) or not first:
        return None
    before = [token.lower for token in tokens[max(0, first - 4) : first]]
    after = tokens[amount.end].lower if amount.end < len(tokens) else ""
    opening = {token.lower for token in tokens[first : amount.core]}
    if after in wording.MORE:
        return None  # "it was 9 percent higher"
    included = amount.sort == numbers.MONEY and _is_included(clause, number)
    compares = " ".join(before[-2:]) in wording.COMPARING and before[-3:-2] in _THAT
    it = compares or (before[-1:] in (["was"], ["been"], ["is"], ["at"]) and "it" in before[:-1])
    awaited = amount.definite and after in wording.AWAITED
    another = amount.sort == numbers.MONEY and bool(opening & {"another", "further", "additional"})
    if not (it or awaited or another or included):
        return None
    for at in range(number - 1, -1, -1):
        said = clause.named.get(at)
        if stuff and noun is not None and (said is None or said.unit != noun.word):
            continue
        if said is not None and clause.amounts[at].sort == amount.sort:
            return attrs.evolve(said, unit=amount.unit or said.unit) if _is_level(said) else None
    for said in reversed(clause.earlier):
        unit = noun.word if stuff and noun is not None else amount.unit or amount.sort
        if said.unit == unit and _is_level(said):
            return said
    return None


_THAT: Final = (["that"], ["this"], ["it"], ["which"])


def _is_included(clause: Clause, number: int) -> bool:
    """Whether a sum is a part of the one before it: "$30m, including a $12m round in May"."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    at -= tokens[at].lower in {"a", "an", "the"}
    return number > 0 and tokens[at].lower == "including"


def _more_to_come(clause: Clause, number: int) -> Named | None:
    """Read "860 are at work, with another 200 due by Sunday": more of the same."""
    amount, tokens = clause.amounts[number], clause.tokens
    opening = {token.lower for token in tokens[amount.first : amount.core]}
    after = tokens[amount.end].lower if amount.end < len(tokens) else ""
    if not opening & {"another", "further", "additional"}:
        return None
    same = clause.amounts[number - 1].sort == numbers.COUNT
    return clause.named.get(number - 1) if same and after in {"due", "expected"} else None


def _is_level(said: Named) -> bool:
    return said.measure.rpartition(" ")[2] not in {"rise", "fall"}


def _is_alone(clause: Clause, number: int) -> bool:
    """Whether nothing tells of what a percentage is a share: "Ms Ito won 52.3 percent"."""
    end, tokens = clause.amounts[number].end, clause.tokens
    return end >= len(tokens) or not tokens[end].text[0].isalpha() or tokens[end].lower == "in"


def _is_of_votes(measure: str) -> bool:
    return "vot" in measure or "poll" in measure or measure in {"seats", "turnout"}


def polled(clause: Clause, number: int) -> Named | None:
    """Read "The Bloc came to 36.9 percent, after 43.8 percent in 2022": of votes told of before."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    if amount.sort != numbers.PERCENT or clause.nouns[number] is not None or not first:
        return None
    near = [token.lower for token in tokens[max(0, first - 2) : first]]
    if (near[-1] == "won" or near == ["won", "with"]) and _is_alone(clause, number):
        return Named("share of the vote", numbers.PERCENT)
    told = [*clause.earlier, *clause.named.values()]
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    share = next((said for said in reversed(told) if said.measure == "share of the vote"), None)
    if share is None and _is_alone(clause, number):
        words = {token.lower for token in tokens}
        polls = before[-1] == "on" and words & {"poll", "polls", "survey", "surveys"}
        if polls or (before[-1] in {"on", "has"} and any(map(_is_of_votes, clause.told))):
            return Named("share of the vote", numbers.PERCENT)
    if share is None or " ".join(before) in wording.COMPARING:
        return None
    won = before[-1] in wording.POLLS or before in (["came", "to"], ["came", "at"], ["fell", "to"])
    return share if won else None
