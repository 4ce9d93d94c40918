"""What is said of an amount in its sentence: the words before, within and behind what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import Token
from timeline.extraction.english._deeds import (
    AWAITED,
    CARERS,
    COLLECTIVES,
    CRAFT,
    HOLDING,
    OF_PERSONS,
)
from timeline.extraction.english._numbers import words
from timeline.extraction.english._stops import STOPS
from timeline.extraction.page import Sentence
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._amounts import Amount
from timeline.extraction.quantities._measures import Hit, Measures, Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._nouns import Noun
from timeline.extraction.quantities._relatives import BREAKS, OBJECTS, first_verb, relative_at
from timeline.model import Number

if TYPE_CHECKING:
    from collections.abc import Iterable


_PASSIVE: Final = words("is are was were been being be get got getting")
# Between words that are said of one amount together: "had been wounded or had gone missing".
_BETWEEN: Final = words(
    ", and or nor either neither have has had been were was are is being be badly seriously "
    "severely then later else also otherwise"
)
_JOINTS: Final = words("and but while whereas or")
_REST: Final = words("rest others other remainder remaining")
_OTHERS: Final = words("others some many more most several dozens hundreds thousands scores none")
_OF_ANOTHER: Final = AWAITED | {"found"}
"""Behind these, "to" and another verb tell: "were ordered to close", "were found to leak"."""
_DETERMINERS: Final = words("the a an its their his her another some")
_REACH: Final = 24
_PLACING: Final = words("in across at near inside outside throughout on from")
_SIDES: Final = frozenset({"in favour", "against"})
_LISTED, _BRACKETED = 12, 6
_QUOTES: Final = frozenset('"“')


@attrs.define(slots=True)
class Clause:
    """A sentence with its amounts, and what each of them counts.

    Args:
        sentence: the sentence.
        amounts: its amounts, in order.
        hits: for each token, the words of measures that begin there.
        title: whether it is set like a headline.
        nouns: what each amount counts, where words behind it say so.
        wholes: for each amount that is a part, the place of the amount that is its whole.
        behind: for each amount, the token behind what it counts.
        measures: the table of measures.
        estimated: whether it gives its numbers by estimate.
        parts: for each amount that is a whole, the places of its parts.
        drawn: for each amount "of them" or "of which", the place of the amount that they are.
        named: for each amount that has been named, its name.
        earlier: the names of the amounts in the sentences before, in order.
        strengths: for each amount "of them" of which the sentence before gave the number, that.
        told: the measures of all amounts in the sentences before.
        tokens: the tokens of the sentence.
    """

    sentence: Sentence
    amounts: list[Amount]
    hits: Sequence[Sequence[Hit]]
    title: bool
    nouns: list[Noun | None]
    wholes: dict[int, int]
    behind: list[int]
    measures: Measures
    estimated: bool
    parts: dict[int, list[int]] = attrs.field(factory=dict)
    drawn: dict[int, int] = attrs.field(factory=dict)
    named: dict[int, Named] = attrs.field(factory=dict)
    earlier: list[Named] = attrs.field(factory=list)
    strengths: dict[int, Number] = attrs.field(factory=dict)
    told: frozenset[str] = frozenset()
    tokens: tuple[Token, ...] = attrs.field(init=False)
    _firsts: frozenset[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        self._firsts = frozenset(amount.first for amount in self.amounts)

    def hits_within(self, start: int, end: int, role: Role) -> Iterable[Hit]:
        """Yield the hits in one role that lie within tokens *start* to *end*."""
        for place in range(start, min(end, len(self.hits))):
            for hit in self.hits[place]:
                if hit.role is role and hit.end <= end:
                    yield hit

    def predicate(self, number: int) -> tuple[Hit, ...]:
        """Return what the words behind the noun phrase say of it: "were killed or wounded"."""
        found = self._predicate(number)
        if number in self.parts:
            return found
        after = number
        first = self.amounts[number].first
        if first and self.tokens[first - 1].lower.endswith("ed"):
            return found  # "recovered 37 bodies and 12 men are missing"
        while not found and after < number + _LISTED and self.coordinated(after):
            after += 1
            if None in {self.nouns[number], self.nouns[after]} or after in self.drawn:
                break
            # "two Israelis and 15 Palestinians died"
            found = tuple(hit for hit in self._predicate(after) if self.fits(hit, number))
        return found

    def included(self, number: int) -> tuple[Hit, ...]:
        """Return what is said of an amount of which this one is a part: "including 12 children"."""
        first = self.amounts[number].first
        words = [token.lower for token in self.tokens[max(0, first - 3) : first]]
        if not number or not (
            "including" in words or words[-2:] in (["among", "them"], [",", "among"])
        ):
            return ()
        said = self.objects(number - 1) or self.predicate(number - 1)
        return tuple(hit for hit in said if self.fits(hit, number))

    def _predicate(self, number: int) -> tuple[Hit, ...]:
        at = self.behind[number]
        first = self.amounts[number].first
        if first and self.tokens[first - 1].lower in _PLACING:
            # "Schools in four districts were closed": no district was.
            found = self._states(number, at, min(at + 1, len(self.tokens)))
            person = self.nouns[number]
            named = person is not None and person.sort == nouns.THING
            return () if named and found and found[0].measure.of == "people" else found
        before = [token.lower for token in self.tokens[max(0, first - 2) : first]]
        if before[-1:] == ["by"] and before[0].endswith("ed"):
            return ()  # "900 men backed by 12 aircraft fought the fire"
        relative, main = relative_at(self.tokens, at)
        part_of = self.wholes.get(number)
        is_whole = number in self.parts
        if is_whole:
            end = main or first_verb(self.tokens, at, self._end(number, at))
            found = self._states(number, at, end)
            if relative or not found:
                return found
            # "0.8 percent of 900 samples came back positive": not all of them did.
            at_once = found[0].start == at and not found[0].measure.before
            if at_once and min(self.parts[number]) > number:
                return found  # "Of 9,000 troops sent there, over 30 percent died"
            verb_follows = end < len(self.tokens) and first_verb(self.tokens, end, end + 1) == end
            return found if at_once and verb_follows else ()
        if main:
            found = self._states(number, main, self._end(number, main))
            if found or part_of is not None:
                return found
        if relative and part_of is not None and not main:
            return ()
        return self._states(number, at, self._end(number, at))

    def _end(self, number: int, at: int) -> int:
        """Return where the words about an amount end: at the next one that is no aside."""
        end = min(len(self.tokens), at + _REACH)
        for after in range(number + 1, len(self.amounts)):
            amount = self.amounts[after]
            if amount.first >= end:
                break
            if amount.end <= at or self.wholes.get(number) == after or self._aside(after):
                continue
            if amount.sort == numbers.STRONG or self._places(after, at):
                continue
            if amount.lone and amount.exact == 1 and self.tokens[amount.first - 1].lower == "of":
                continue  # "five members of one family"
            return amount.first
        return end

    def _places(self, number: int, at: int) -> bool:
        """Whether an amount only says where: "9,400 workers at three plants walked out"."""
        before = self.amounts[number].first - 1
        word = self.tokens[before].lower
        return (before == at and word in _PLACING) or (before == at + 1 and word == "by")

    def _aside(self, number: int) -> bool:
        """Whether an amount stands between dashes, commas or brackets by itself."""
        tokens, amount, end = self.tokens, self.amounts[number], self.behind[number]
        before = tokens[amount.first - 1].text if amount.first else ""
        if before == "including":  # "17 people, including three children, were killed"
            return end < len(tokens) and tokens[end].text in {",", ")", *numbers.DASHES}
        if before == "them" and end < len(tokens) and amount.first > 1:
            return tokens[amount.first - 2].text == "among" and tokens[end].text == ","
        if before == "(":  # "(230 of them children)"
            return any(token.text == ")" for token in tokens[end : end + _BRACKETED])
        after = tokens[amount.end].text if amount.end < len(tokens) else ""
        if before == "or" and amount.first > 1:
            before = tokens[amount.first - 2].text
        return before in {"(", ",", *numbers.DASHES} and after in {")", ",", *numbers.DASHES}

    def _states(self, number: int, at: int, end: int) -> tuple[Hit, ...]:
        tokens = self.tokens
        start = at
        if at < end and tokens[at].lower in HOLDING and at == self.behind[number]:
            return ()  # "9,000 households hold bonds that were sold to them"
        while at < end:
            token = tokens[at]
            if token.lower in BREAKS or (token.lower == "that" and tokens[at - 1].lower == "and"):
                break
            if token.text in {".", "?", "!"} and at + 1 < end and tokens[at + 1].capital:
                break
            if at > start and token.lower in _JOINTS and self._another_begins(at + 1, start):
                break
            for hit in self.hits[at]:
                backed = hit.end < end and tokens[hit.end].lower == "by"
                if backed and hit.measure.name in _SIDES:
                    continue  # "900 firefighters backed by 12 aircraft"
                awaited = hit.end < end and tokens[hit.end].lower == "to"
                if awaited and tokens[hit.end - 1].lower in _OF_ANOTHER:
                    continue  # "were ordered to close"
                if hit.role is Role.STATE and self.fits(hit, number) and self._passive(hit, start):
                    return self._joined(hit, number, end)
            at += 1
        return ()

    def _another_begins(self, at: int, start: int) -> bool:
        """Whether a verb has been told, and others follow: "40 were freed and the rest shot"."""
        word = self.tokens[at].lower if at < len(self.tokens) else ""
        if word == "the" and at + 1 < len(self.tokens):
            word = self.tokens[at + 1].lower if self.tokens[at + 1].lower in _REST else ""
        elif word not in _OTHERS:
            return False
        told = any(one.lower in _PASSIVE for one in self.tokens[start:at])
        return bool(word) and told

    def _passive(self, hit: Hit, start: int) -> bool:
        """Whether a participle tells what befell the subject, and not what the subject did."""
        words = " ".join(token.lower for token in self.tokens[hit.start : hit.end])
        if words not in self.measures.acts:
            return True
        before = {token.lower for token in self.tokens[max(start, hit.start - 4) : hit.start]}
        if before & _PASSIVE:
            return True
        if hit.end >= len(self.tokens):
            return True
        quoted = self.tokens[hit.end].text in _QUOTES and hit.end + 1 < len(self.tokens)
        following = self.tokens[hit.end + quoted]
        if following.lower in OBJECTS or self._amount_at(hit.end):
            return False
        if before & {"have", "has", "had"}:  # "have closed", but not "have closed roads"
            return following.lower in STOPS or not following.text[0].isalnum()
        return hit.start - start < 3 or bool(before & {"and", "or", ","})  # noqa: PLR2004 - a participle far behind its noun is a verb

    def _joined(self, first: Hit, number: int, end: int) -> tuple[Hit, ...]:
        found = [first]
        at = first.end
        while at < end:
            hit = next(
                (one for one in self.hits[at] if one.role is Role.STATE and self.fits(one, number)),
                None,
            )
            if hit is not None:
                if self._amount_at(hit.end) or at == found[-1].end:
                    break  # "killed and wounded 30": the second has an amount of its own
                found.append(hit)
                at = hit.end
            elif self.tokens[at].lower in _BETWEEN or (
                self.tokens[at].lower == "the"
                and any(
                    one.role is Role.STATE for one in self.hits[min(at + 1, len(self.hits) - 1)]
                )
            ):
                at += 1
            else:
                break
        return tuple(found)

    def _amount_at(self, at: int) -> bool:
        return at in self._firsts

    def objects(self, number: int) -> tuple[Hit, ...]:
        """Return the verbs whose object the amount is: "killing or wounding dozens"."""
        return self._acts_before(self.amounts[number].first, number)

    def shared_objects(self, number: int) -> tuple[Hit, ...]:
        """Return the verbs whose object it is with others: "15 tanks and hundreds of men"."""
        found: tuple[Hit, ...] = ()
        before = number - 1
        last = max(0, number - _LISTED)
        while not found and self.nouns[number] and before >= last and self.coordinated(before):
            found = self._acts_before(self.amounts[before].first, number)
            before -= 1
        return found

    def coordinated(self, number: int) -> bool:
        """Whether "and" alone joins an amount to the next: "15 tanks and hundreds of men"."""
        if number + 1 >= len(self.amounts):
            return False
        behind, after = self.behind[number], self.amounts[number + 1].first
        between = {token.lower for token in self.tokens[behind:after]}
        return bool(between) and between <= {"and", ",", "or", "plus"}

    def _acts_before(self, end: int, number: int) -> tuple[Hit, ...]:
        while end > 0 and self.tokens[end - 1].lower in _DETERMINERS:
            end -= 1
        found: list[Hit] = []
        hit = self._act_before(end, number)
        while hit is not None:
            found.insert(0, hit)
            end = hit.start
            while end > 0 and self.tokens[end - 1].lower in {",", "and", "or"}:
                end -= 1
            if end == hit.start:
                break
            hit = self._act_before(end, number)
        return tuple(found)

    def _act_before(self, end: int, number: int) -> Hit | None:
        for start in range(max(0, end - 4), end):
            for hit in self.hits[start]:
                if hit.role is Role.ACT and hit.end == end and self.fits(hit, number):
                    before = {one.lower for one in self.tokens[max(0, start - 2) : start]}
                    active = self.tokens[start].lower.endswith("ing")
                    if before & _PASSIVE and not active and self.tokens[end - 1].lower != "by":
                        return None  # "was killed 20 km away"
                    return hit
        return None

    def fits(self, hit: Hit, number: int) -> bool:
        """Whether a measure can be said of what an amount counts."""
        of = hit.measure.of
        noun = self.nouns[number]
        sort = self.amounts[number].sort
        if sort == numbers.MONEY:
            return of == "money"
        if of == "any":
            return True
        if of == "troops":
            return noun is None or noun.troops
        if of == "people":
            if hit.measure.name == "hospitalised" and noun is not None and noun.word in CARERS:
                return False  # "sent 40 doctors to hospitals"
            if noun is None or noun.sort in {nouns.PEOPLE, nouns.PRONOUN}:
                return True
            of_persons = hit.measure.name in OF_PERSONS and noun.word not in CRAFT
            return noun.word in COLLECTIVES or (of_persons and noun.sort == nouns.THING)
        if of == "things":
            return noun is not None and noun.sort == nouns.THING
        return False
