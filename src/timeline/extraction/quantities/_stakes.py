"""The rules for percentages that are something themselves, and for sums taken off or put on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english._deeds import LIGHT
from timeline.extraction.english._inflection import is_participle, participle
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._moves import RATES, changed_thing, direction
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PERCENT
from timeline.extraction.quantities._subjects import phrase_of, singular

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_BEFORE: Final = 3
_BEHIND: Final = 3
_REACH: Final = 8
_ERROR: Final = ["margin", "of", "error", "of"]
_DETERMINERS: Final = frozenset({"the", "its", "their", "this", "that", "his", "her", "all"})
_DOWN: Final = frozenset({"down", "lower", "adrift", "fewer", "less"})
_UP: Final = frozenset({"up", "higher", "more"})


def stake(clause: Clause, number: int) -> Named | None:
    """Read "which owns 6.2 percent of the stock": a part of a firm that somebody has."""
    amount, tokens, at = clause.amounts[number], clause.tokens, clause.amounts[number].end
    if amount.sort != numbers.PERCENT or at + 1 >= len(tokens) or tokens[at].lower != "of":
        return None
    before = {token.lower for token in tokens[max(0, amount.first - _BEFORE) : amount.first]}
    if not before & wording.OWNS:
        return None
    at += 1
    while at < len(tokens) and (tokens[at].lower in _DETERMINERS or tokens[at].lower == "'s"):
        at += 1
    behind = [token.lower for token in tokens[at : at + _BEHIND]]
    owned = next((word for word in behind if word in wording.OWNED), "")
    return Named("stake", PERCENT) if owned else None


def of_rate(clause: Clause, number: int) -> Named | None:
    """Read "a 31 percent premium", "a 60 percent chance": by the noun that it is."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.PERCENT:
        return None
    for token in tokens[amount.end : amount.end + _BEHIND]:
        if token.lower in wording.SHARES_OF_RATE:
            return Named(token.lower, PERCENT)
        if not token.text.islower() or token.lower in STOPS:
            return None
    return None


def of_those(clause: Clause, number: int) -> Named | None:
    """Read "57 percent of those questioned": by what was done to those whose share it is."""
    amount, tokens, at = clause.amounts[number], clause.tokens, clause.amounts[number].end
    if amount.sort != numbers.PERCENT or at + 2 >= len(tokens):
        return None
    if tokens[at].lower != "of" or tokens[at + 1].lower not in {"those", "people"}:
        return None
    said = tokens[at + 2].lower
    if not is_participle(said) or said in LIGHT:
        return None
    return Named(participle(said), PERCENT)


def taken_off(clause: Clause, number: int) -> Named | None:
    """Read "wiping $2bn off its market value", "adds $3m to its debt"."""
    amount, tokens, at = clause.amounts[number], clause.tokens, clause.amounts[number].end
    if amount.sort not in {numbers.MONEY, *RATES} or at + 1 >= len(tokens) or not amount.first:
        return None
    verb, joint = tokens[amount.first - 1].lower, tokens[at].lower
    if verb in wording.TAKEN_OFF and joint in {"off", "from", "in"}:
        changed = "fall"
    elif verb in wording.PUT_ON and joint == "to":
        changed = "rise"
    else:
        return None
    thing = phrase_of(tokens, at + 1, min(at + 1 + _REACH, len(tokens)))
    if thing is None or thing.people or not thing.label.islower():
        return None
    return Named(f"{singular(thing.label)} {changed}", amount.unit or amount.sort)


def tabled(clause: Clause, number: int) -> Named | None:
    """Read "put $650,000 on the table": an offer."""
    amount, tokens = clause.amounts[number], clause.tokens
    behind = [token.lower for token in tokens[amount.end : amount.end + _BEHIND]]
    if amount.sort not in {numbers.MONEY, numbers.PERCENT} or behind != ["on", "the", "table"]:
        return None
    return Named("offer", amount.unit or amount.sort)


def put_at(clause: Clause, number: int) -> Named | None:
    """Read "the poll put the party on 19 percent, five points down on last month"."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    if amount.sort == numbers.PERCENT and first and tokens[first - 1].lower in {"on", "at"}:
        near = {token.lower for token in tokens[max(0, first - _REACH) : first]}
        asked = any(token.lower in wording.SURVEYS for token in tokens[:first])
        if asked and near & {"put", "puts", "putting"}:
            return Named("share of the vote", PERCENT, level=True)
    return None


def points_moved(clause: Clause, number: int) -> Named | None:
    """Read "on 19 percent, five points down": percentage points of the share before."""
    amount, noun, tokens = clause.amounts[number], clause.nouns[number], clause.tokens
    said = clause.named.get(number - 1)
    if noun is None or noun.word not in {"points", "point"} or not amount.first:
        return None
    if [one.lower for one in tokens[max(0, amount.first - 4) : amount.first]] == _ERROR:
        return Named("margin of error", numbers.POINTS)
    if _goes_to_percent(clause, number):
        thing = changed_thing(clause, number)
        return (
            Named(f"{singular(thing)} {direction(clause, number)}", numbers.POINTS)
            if thing
            else None
        )
    if noun.end >= len(tokens):
        return None
    if said is None or said.unit != PERCENT or said.measure.endswith((" rise", " fall")):
        return None
    how = {tokens[noun.end].lower, tokens[amount.first - 1].lower}
    changed = "fall" if how & _DOWN else "rise" if how & _UP else ""
    if amount.first - clause.amounts[number - 1].end > _BEHIND or not changed:
        return None
    return Named(f"{said.measure} {changed}", numbers.POINTS)


def _goes_to_percent(clause: Clause, number: int) -> bool:
    """Whether points are of a percentage that follows: "fell six points to 31 percent"."""
    if number + 1 >= len(clause.amounts) or not direction(clause, number):
        return False
    after = clause.amounts[number + 1]
    joined = clause.tokens[after.first - 1].lower == "to"
    return after.sort == numbers.PERCENT and joined and after.first - clause.behind[number] <= 1
