"""The rules for money: by the noun that it is, by its verb, by what it was paid for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import BE, HAD, MODALS, NEGATIONS, PARTICLES
from timeline.extraction.english._inflection import is_past, participle, participle_of_base
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._frames import fits_sort
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._subjects import subject_of
from timeline.extraction.quantities._verbs import done_to, following_verb, of_money

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_TRADE_REACH: Final = 14
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_INDIRECT: Final = 5
_FINED: Final = 14
_VALUED: Final = 8
_APPOSED: Final = 5
_INWARD: Final = 3


def fined(clause: Clause, number: int) -> Named | None:
    """Read "fined the bank $3.5 million" and "ordered to pay a fine of"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY:
        return None
    for at in range(amount.first - 1, max(-1, amount.first - _FINED), -1):
        word = tokens[at].lower
        if word in {"fined", "fines", "fining"}:
            return Named("fine", amount.unit)
        verb = word in {"and", "or"} and is_past(tokens[at + 1].lower)
        if verb or word in {",", ";", "but", "for"}:
            return None
    return None


def priced(clause: Clause, number: int) -> Named | None:
    """Read "agreed to sell its unit for 850 million euros"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY or not amount.first:
        return None
    after = [token.lower for token in tokens[amount.end : amount.end + 2]]
    if after[:1] in (["a"], ["an"], ["per"]) and after[-1] in wording.PRICED:
        return Named("price", amount.unit)
    if after[:1] in (["each"], ["apiece"]) and tokens[amount.first - 1].lower in {"at", "for"}:
        return Named("price", amount.unit)
    if tokens[amount.first - 1].lower != "for":
        return _valued(clause, number)
    if tokens[amount.first - 2].lower in wording.GOES:
        return Named("price", amount.unit)  # "a sack that went for 45,000 pounds"
    for at in range(amount.first - 2, max(-1, amount.first - _TRADE_REACH), -1):
        if tokens[at].lower in wording.PAID_FOR:
            return Named(wording.PAID_FOR[tokens[at].lower], amount.unit)
        if tokens[at].lower in wording.TRADES:
            return Named("price", amount.unit)
        if tokens[at].text in {",", ";", ":"}:
            return None
    return None


def _valued(clause: Clause, number: int) -> Named | None:
    """Read "valued the cargo at $5m", "priced each ticket at 40 euros"."""
    amount, tokens = clause.amounts[number], clause.tokens
    floor = clause.amounts[number - 1].end if number else 0
    if tokens[amount.first - 1].lower != "at":
        return None
    for at in range(amount.first - 2, max(floor - 1, amount.first - _VALUED), -1):
        if tokens[at].lower in wording.VALUES:
            return Named(wording.VALUES[tokens[at].lower], amount.unit)
        if not tokens[at].text[0].isalnum() and tokens[at].text != "-":
            return None
    return None


def worth(clause: Clause, number: int) -> Named | None:
    """Read "bought bonds worth 12 billion yen", "drugs worth $3m were seized"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY or amount.first < 2:  # noqa: PLR2004 - the thing, and "worth"
        return None
    at = amount.first - 1
    if tokens[at].lower != "worth":
        return None
    while at > 1 and (tokens[at - 1].lower in _SAID_TO_BE or tokens[at - 1].lower.endswith("ly")):
        at -= 1  # "a contract said to be worth $2bn"
    head = at - 1 - (tokens[at - 1].text == ",")
    said, thing = clause.named.get(number - 1), clause.nouns[number - 1]
    if number and said is not None and thing is not None and thing.head == head:
        return Named(said.measure, amount.unit) if said.measure != thing.label else None
    known = next(
        (
            one
            for place in (head - 1, head)
            for one in clause.hits[place]
            if one.role is Role.FRAME and one.end == head + 1
        ),
        None,
    )
    if known is not None and known.measure.of == "money" and known.measure.name != "share price":
        return Named(known.measure.name, amount.unit)  # "a contract worth $2bn"
    if tokens[head].lower in wording.SUM_NOUNS:
        return Named(tokens[head].lower, amount.unit)
    if (head and not tokens[head].text.islower()) or tokens[head].lower in STOPS:
        return None
    start = head
    while start and tokens[start - 1].text.islower() and tokens[start - 1].lower not in STOPS:
        start -= 1
        if any(hit.role is Role.ACT and hit.end == start + 1 for hit in clause.hits[start]):
            start += 1
            break
    subject = subject_of(tokens[start : head + 1], head + 1 - start)
    if subject is None or not subject.label.endswith("s"):
        return None
    acts = [
        hit
        for place in range(max(0, start - 3), start)
        for hit in clause.hits[place]
        if hit.role is Role.ACT and hit.end == start and hit.measure.of in {"things", "any"}
    ]
    if not acts:
        acts = [
            hit
            for hit in clause.hits_within(amount.end, amount.end + 5, Role.STATE)
            if hit.measure.of in {"things", "any"}
            and tokens[hit.start - 1].lower in {"was", "were", "been", "being"}
        ]
    state = acts[0].measure.name if acts else ""
    state = "seized" if state == "captured" else state
    return Named(f"{subject.label} {state}", amount.unit) if state else None


_SAID_TO_BE: Final = frozenset(
    {"said", "thought", "believed", "reported", "rumoured", "understood", "to", "be", "which", "is"}
)
"""What can stand between a noun and what it is worth."""


def named_before(clause: Clause, number: int) -> Named | None:
    """Read "a rescue package of $2bn": money whose noun stands before it."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort not in {numbers.MONEY, numbers.PERCENT} or amount.first < 2:  # noqa: PLR2004 - a noun, and "of"
        return None
    if tokens[amount.first - 1].lower != "of":
        return None
    head = amount.first - 2
    if amount.sort == numbers.PERCENT and (
        tokens[head].lower in english.RISES | english.FALLS or not amount.exact
    ):
        return None  # "a rise of 3 percent"; "most of half of them"
    if tokens[head].lower in wording.LOOSE or not tokens[head].text.islower():
        return None
    known = next(
        (
            hit
            for at in (head - 1, head)
            for hit in clause.hits[at]
            if hit.end == head + 1 and hit.role is Role.FRAME and fits_sort(hit, amount.sort)
        ),
        None,
    )
    if known is not None:
        return None  # known by its words
    first = head
    while (
        first
        and tokens[first - 1].text.islower()
        and tokens[first - 1].text.isalpha()
        and (
            tokens[first - 1].lower not in STOPS and head - first < 2  # noqa: PLR2004 - two words name it
        )
    ):
        first -= 1
    before = tokens[head - 2].lower if head > 1 else "the"
    is_verb = tokens[head - 1].lower.endswith("s") and before not in _ARTICLES
    if first < head and (before in MODALS or is_verb):
        first = head  # "to yield savings of", "manages assets of"
    subject = subject_of(tokens[first : head + 1], head + 1 - first)
    unit = amount.unit or amount.sort
    return Named(subject.label, unit) if subject and not subject.people else None


def apposed(clause: Clause, number: int) -> Named | None:
    """Read "ordered to pay 112 billion won, the largest fine so far"."""
    amount, tokens = clause.amounts[number], clause.tokens
    at = amount.end + 1
    if amount.sort != numbers.MONEY or at >= len(tokens) or tokens[at - 1].text != ",":
        return None
    if tokens[at].lower not in {"the", "a", "its"}:
        return None
    for place in range(at + 1, min(at + _APPOSED, len(tokens))):
        if tokens[place].lower in STOPS or not tokens[place].text.isalpha():
            return None
        hit = next((one for one in clause.hits[place] if one.role is Role.FRAME), None)
        if hit is not None and hit.measure.of == "money":
            return Named(hit.measure.name, amount.unit)
    return None


def sum_behind(clause: Clause, number: int) -> Named | None:
    """Read "a $3.5 billion rescue package", "a £4m grant": money by the noun that it is."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY:
        return None
    start = amount.end + (amount.end < len(tokens) and tokens[amount.end].text == "-")
    if start < len(tokens) and tokens[start].lower == "in":
        return _given_in(clause, number, start + 1)
    for at in range(start, min(start + 4, len(tokens))):
        word = tokens[at]
        if word.lower in STOPS or not word.text.islower() or not word.text.isalpha():
            return None
        if word.lower in wording.SUM_NOUNS:
            subject = subject_of(tokens[start : at + 1], at + 1 - start)
            return Named(subject.label, amount.unit) if subject else None
    return None


def _given_in(clause: Clause, number: int, at: int) -> Named | None:
    """Read "$4.2 million in bribes": money by what it was given in."""
    tokens = clause.tokens
    for place in range(at, min(at + _INWARD, len(tokens))):
        word = tokens[place]
        if not word.text.islower() or word.lower in STOPS or word.lower in wording.NO_MONEY:
            return None
        if word.lower == "money" and place > at:
            return Named(f"{tokens[place - 1].lower} money", clause.amounts[number].unit)
        if word.lower in wording.MONEY_NOUNS:
            said = done_to(clause, number) if word.lower == "cash" else ""
            if word.lower == "cash" and not said:
                said = following_verb(clause, number)
            return Named(f"{word.lower} {said}".strip(), clause.amounts[number].unit)
    return None


def spent(clause: Clause, number: int) -> Named | None:
    """Read "cost the economy $85 million", "guaranteed 6 billion euros", "R$ 47m was diverted"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY:
        return None
    named = _verb_of_sum(clause, number)
    if named == "profit" and _is_by_time(clause, number):
        named = "wages"  # "earned 2.3 million francs a year"
    if named:
        return Named(named, amount.unit)
    following = [token.lower for token in tokens[amount.end : amount.end + 2]]
    if following == ["in", "cash"]:
        return Named("cash", amount.unit)
    said = done_to(clause, number) or of_money(clause, number) or _had(clause, number)
    said = said or _given_to(clause, number)
    if not said:
        return None
    if said in wording.CASH:
        return Named("cash found", amount.unit)
    stuff = nouns.noun_after(tokens, amount.end) if following[:1] == ["of"] else None
    if stuff is None and amount.first > 1 and tokens[amount.first - 1].lower == "of":
        many = tokens[amount.first - 2].lower  # "deposits of up to $5,000 are covered"
        if many.endswith("s") and many.isalpha() and many not in wording.LOOSE:
            return Named(f"{many} {said}", amount.unit)
    return Named(f"{stuff.label if stuff else 'money'} {said}", amount.unit)


def _given_to(clause: Clause, number: int) -> str:
    """Return the participle of "the captain had been promised $3m": the sum befell it."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    word = tokens[at].lower if at > 0 else ""
    return word if word in wording.GIVES and tokens[at - 1].lower in BE else ""


def _is_by_time(clause: Clause, number: int) -> bool:
    """Whether a sum comes by the year, the month or the hour."""
    behind = [one.lower for one in clause.tokens[clause.amounts[number].end :][:2]]
    return behind[:1] in (["a"], ["an"], ["per"]) and behind[-1] in wording.PAY_TIMES


def _had(clause: Clause, number: int) -> str:
    """Return the participle of a verb that only says who has a sum: "received $3m"."""
    at = clause.amounts[number].first - 1
    if at > 0 and clause.tokens[at].lower == "for" and clause.tokens[at - 1].lower in wording.ASKS:
        return "sought"  # "are asking for $4 million"
    word, before = clause.tokens[at].lower, clause.tokens[at - 1].lower if at > 0 else ""
    said = participle(word) or participle_of_base(word)
    if not said and word.endswith("ing"):
        said = next((one for one in HAD if one.startswith(word[:4])), "")
        said = "sought" if word == "seeking" else said
    return said if said in HAD and before not in NEGATIONS else ""


def _verb_of_sum(clause: Clause, number: int) -> str:
    """Return the name of a sum by the verb before it, past what it was done to."""
    tokens, first = clause.tokens, clause.amounts[number].first
    floor = clause.amounts[number - 1].end if number else 0
    for at in range(first - 1, max(floor, first - _INDIRECT) - 1, -1):
        word = tokens[at].lower
        name = wording.SUMS.get(word)
        phrase = wording.SUMS.get(f"{word} {tokens[at + 1].lower}") if at + 1 < first else None
        if phrase:
            return phrase
        if name and (at == first - 1 or word in wording.PAST_OBJECTS):
            return name
        if word in PARTICLES:
            continue
        if word in STOPS - {"the", "a", "an", "its", "their", "her", "his", "of"}:
            return ""
        if not word[0].isalnum() and word != "'s":
            return ""
    return ""
