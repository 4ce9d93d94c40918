"""The facts that a new claim can be about, kept so that the likely ones are found at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.errors import UnknownName
from timeline.linking._dating import fit
from timeline.linking._postings import LIMIT, Postings, keys_of
from timeline.linking._score import REVIEW, explained, total_of
from timeline.linking._telling import Context, telling_of, title_telling
from timeline.model import check_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.linking._dating import Dated
    from timeline.linking._score import Score
    from timeline.linking._telling import Telling
    from timeline.model import Claim

_SHOWN: Final = 8
"""How many tellings of one fact are looked for; later ones only if they bring new words."""

_MOST: Final = 32


class _Fact:
    """What the index keeps of one fact."""

    __slots__ = ("claims", "dates", "kind", "posted", "words")

    def __init__(self) -> None:
        self.kind = ""
        self.claims: dict[str, Telling] = {}
        self.posted: dict[str, int] = {}  # the claim's id, or "" for the title
        self.words: set[str] = set()
        self.dates: Counter[Dated] = Counter()  # the certain ones, with how many claims give each


class Near(NamedTuple):
    """The facts near a telling, each with its total, and those that only a few days keep away."""

    facts: dict[str, float]
    slips: dict[str, float]


class LinkIndex:
    """Facts and the claims about them, ready to be linked to.

    It only follows what others decide: `link` reads it, and whoever appends the links adds them.

    Args:
        limit: how many tellings one key leads to before it gives way to pairs of keys.

    >>> from timeline.model import Claim
    >>> index = LinkIndex()
    >>> index.add("quake", Claim("wire-1#1", "asserts", "wire", text="A quake shakes Lima."))
    >>> "quake" in index, index.fact_of("wire-1#1"), len(index)
    (True, 'quake', 1)
    """

    def __init__(self, *, limit: int = LIMIT) -> None:
        self._facts: dict[str, _Fact] = {}
        self._fact_of: dict[str, str] = {}
        self._fixed: set[str] = set()
        self._postings = Postings(limit)
        self._tellings: dict[int, tuple[str, Telling]] = {}
        self._merged: dict[str, str] = {}
        self._contexts: dict[str, Context] = {}
        self._titles: dict[str, tuple[str, str]] = {}  # with kinds; most find claims before posting
        self._next = 0

    def __len__(self) -> int:
        return len(self._facts)

    def __contains__(self, fact: object) -> bool:
        return fact in self._facts

    def fact_of(self, claim: str) -> str | None:
        """Return the fact that a claim is linked to, or None."""
        return self._fact_of.get(claim)

    def is_fixed(self, claim: str) -> bool:
        """Whether a person linked the claim."""
        return claim in self._fixed

    def claims_of(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the claims that are linked to *fact*, in the order of linking.

        Raises:
            UnknownName: there is no such fact.
        """
        return tuple(self._known(fact).claims)

    def add(self, fact: str, claim: Claim, kind: str = "", *, fixed: bool = False) -> None:
        """Take in that *claim* is about *fact*; the last word on a claim counts.

        Args:
            fact: the fact, known or new.
            claim: the claim.
            kind: the kind of the fact, where the claim itself has none.
            fixed: whether a person said so.
        """
        fact = self._merged.get(fact, fact)
        kept = self._made(fact)
        if not kept.kind:
            kept.kind = kind or (claim.reading.kind if claim.reading is not None else "")
        self.discard(claim.id)
        self._hold(fact, kept, telling_of(claim, kind or kept.kind))
        if fixed:
            self._fixed.add(claim.id)

    def describe(self, fact: str, title: str = "", kind: str = "") -> None:
        """Take in the title and kind of *fact*, known or new; its id is then taken.

        The title leads to the fact until a claim does; the kind is that of the claims without one.
        """
        kept = self._made(fact)
        self._untitle(fact, kept)
        if kind and kind != kept.kind:
            kept.kind = kind
            for telling in [one for one in kept.claims.values() if not one.kind]:
                self._withdraw(kept, telling.claim)
                telling.kind = kind
                self._offer(fact, kept, telling)
        if title and not kept.claims:
            self._titles[fact] = (title, kept.kind)

    def merge(self, fact: str, into: str) -> None:
        """Take in that *fact* is *into*: its claims, and what is added to it from now on.

        The id of *fact* stays taken.

        Raises:
            UnknownName: there is no such fact.
        """
        into = self._merged.get(into, into)
        old, new = self._known(fact), self._made(into)
        if old is new:
            return
        new.kind = new.kind or old.kind
        self._merged[fact] = into
        for other, goal in self._merged.items():
            if goal == fact:
                self._merged[other] = into
        for claim in list(old.claims):
            self._hold(into, new, self._let_go(old, claim))
        self._untitle(fact, old)

    def discard(self, claim: str) -> None:
        """Forget a claim, for instance since it is read anew; the fact stays."""
        fact = self._fact_of.pop(claim, None)
        if fact is None:
            return
        self._let_go(self._facts[fact], claim)
        self._fixed.discard(claim)

    def score(self, claim: Claim, fact: str) -> Score:
        """Say how likely *claim* is about *fact*, and why.

        Raises:
            UnknownName: there is no such fact, or nothing is known of it.
        """
        found = self.explain(telling_of(claim), fact)
        if found is None:
            raise UnknownName("fact", fact, self._facts)
        return found

    def _known(self, fact: str) -> _Fact:
        try:
            return self._facts[fact]
        except KeyError:
            raise UnknownName("fact", fact, self._facts) from None

    # ---- What `link` asks --------------------------------------------------------------------

    def context_of(self, tellings: Iterable[Telling]) -> None:
        """Let the claims of one article know each other, and those of it that are linked."""
        contexts: dict[str, Context] = {}
        for telling in tellings:
            known = self._contexts.get(telling.article)
            if telling.article not in contexts:
                contexts[telling.article] = Context() if known is None else known.copy()
            telling.context = contexts[telling.article]
            telling.context.count(telling)

    def near(self, telling: Telling, count: int = LIMIT) -> Near:
        """Return the facts that *telling* may be about, as far as a person should know of them."""
        self._post_titles()
        best: dict[str, float] = {}
        slips: dict[str, float] = {}
        for number in self._postings.near(keys_of(telling), count):
            fact, other = self._tellings[number]
            total = total_of(telling, other, REVIEW)
            if total >= REVIEW:
                best[fact] = max(total, best.get(fact, 0.0))
            elif -total >= REVIEW:
                slips[fact] = max(-total, slips.get(fact, 0.0))
        for fact in [fact for fact in best if not self._allows(fact, telling.dated)]:
            del best[fact]
        return Near(best, slips)

    def total(self, telling: Telling, fact: str) -> float:
        """Return the total of *telling* with *fact*; not above 0 where something excludes it."""
        if not self._allows(fact, telling.dated):
            return 0.0
        self._post_titles()
        others = (self._tellings[number][1] for number in self._known(fact).posted.values())
        return max((total_of(telling, other) for other in others), default=0.0)

    def explain(self, telling: Telling, fact: str) -> Score | None:
        """Return the score of the best fitting telling of *fact*, or of one that vetoes."""
        self._post_titles()
        kept = self._known(fact)
        others = [self._tellings[number][1] for number in kept.posted.values()]
        if not self._allows(fact, telling.dated):
            others = [one for one in kept.claims.values() if fit(telling.dated, one.dated) < 0]
        if not others:
            return None
        return explained(telling, max(others, key=lambda other: abs(total_of(telling, other))))

    def agree(self, fact: str, other: str) -> bool:
        """Whether no certain date of one fact forbids one of another."""
        return all(self._allows(fact, date) for date in self._known(other).dates)

    def _allows(self, fact: str, date: Dated | None) -> bool:
        """Whether no certain date of *fact* forbids *date*."""
        if date is None or not date.is_certain:
            return True
        return all(fit(date, known) >= 0 for known in self._facts[fact].dates)

    # ---- Keeping it --------------------------------------------------------------------------

    def _made(self, fact: str) -> _Fact:
        kept = self._facts.get(fact)
        if kept is None:
            kept = self._facts[check_id(fact, "fact")] = _Fact()
        return kept

    def _hold(self, fact: str, kept: _Fact, telling: Telling) -> None:
        self._untitle(fact, kept)  # now a claim leads to the fact, which tells more than its title
        kept.claims[telling.claim] = telling
        telling.context = self._contexts.setdefault(telling.article, Context())
        telling.context.count(telling)
        self._fact_of[telling.claim] = fact
        if telling.dated is not None and telling.dated.is_certain:
            kept.dates[telling.dated] += 1
        self._offer(fact, kept, telling)

    def _let_go(self, kept: _Fact, claim: str) -> Telling:
        telling = kept.claims.pop(claim)
        if claim in kept.posted:
            self._withdraw(kept, claim)
            # Another one leads to the fact instead, if there are more than are looked for.
            rest = (one for name, one in kept.claims.items() if name not in kept.posted)
            successor = next(rest, None)
            if successor is not None:
                self._offer(self._fact_of[successor.claim], kept, successor)
        if telling.context is not None:
            telling.context.count(telling, -1)
        date = telling.dated
        if date is not None and date in kept.dates:
            kept.dates[date] -= 1
            if not kept.dates[date]:
                del kept.dates[date]
        return telling

    def _offer(self, fact: str, kept: _Fact, telling: Telling) -> None:
        """Make a telling one of those by which its fact is found, if it adds to them."""
        words = telling.base.keys()
        if len(kept.posted) >= _SHOWN and (
            len(kept.posted) >= _MOST or 2 * len(words - kept.words) < len(words)
        ):
            return
        self._next += 1
        kept.posted[telling.claim] = self._next
        kept.words |= words
        self._tellings[self._next] = (fact, telling)
        self._postings.add(self._next, keys_of(telling))

    def _post_titles(self) -> None:
        """Let the titles of facts without claims lead to them, before somebody looks."""
        for fact, (title, kind) in self._titles.items():
            self._offer(fact, self._facts[fact], title_telling(title, kind))
        self._titles.clear()

    def _untitle(self, fact: str, kept: _Fact) -> None:
        self._titles.pop(fact, None)
        self._withdraw(kept, "")

    def _withdraw(self, kept: _Fact, claim: str) -> None:
        number = kept.posted.pop(claim, None)
        if number is not None:
            self._postings.remove(number)
            del self._tellings[number]
