"""The facts that a new claim can be about, kept so that the likely ones are found at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.errors import UnknownName
from timeline.linking._archive import Archive
from timeline.linking._dating import fit
from timeline.linking._pages import no_page
from timeline.linking._postings import LIMIT
from timeline.linking._score import REVIEW, explained, total_of
from timeline.linking._telling import telling_of
from timeline.model import article_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.linking._dating import Dated
    from timeline.linking._pages import PageName, Read
    from timeline.linking._score import Score
    from timeline.linking._telling import Counting, Telling
    from timeline.model import Claim

LAYOUT: Final = 4
"""Raise it when words, keys, pages or their plain forms are worked out otherwise: what was kept
before is then worked out anew."""


class Near(NamedTuple):
    """The facts near a telling, each with its total, and those that only a few days keep away."""

    facts: dict[str, float]
    slips: dict[str, float]


class LinkIndex:
    """Facts and the claims about them, ready to be linked to.

    It only follows what others decide: `link` reads it, and whoever appends the links adds them.
    What it holds depends on these calls and their order alone. It lies on pages, which can be kept
    somewhere and are then read as they are needed.

    Args:
        limit: how many tellings one key leads to before it gives way to pairs of keys.
        read: gives the pages that `changed` gave when the index was kept; by default there are
            none.

    >>> from timeline.model import Claim
    >>> index = LinkIndex()
    >>> index.add("quake", Claim("wire-1#1", "asserts", "wire", text="A quake shakes Lima."))
    >>> "quake" in index, index.fact_of("wire-1#1"), len(index)
    (True, 'quake', 1)
    """

    def __init__(self, *, limit: int = LIMIT, read: Read = no_page) -> None:
        self._archive = Archive(limit, read)
        self._fresh: dict[str, tuple[Claim, Telling]] = {}
        """What `tellings_of` gave last: most of it is added next."""

    def __len__(self) -> int:
        return len(self._archive)

    def __contains__(self, fact: object) -> bool:
        return isinstance(fact, str) and self._archive.fact(fact) is not None

    def fact_of(self, claim: str) -> str | None:
        """Return the fact that a claim is linked to, or None."""
        telling = self._archive.telling_of(claim)
        return None if telling is None else telling.fact

    def is_fixed(self, claim: str) -> bool:
        """Whether a person linked the claim."""
        members = self._archive.members(article_of(claim))
        return members is not None and claim in members.fixed

    def claims_of(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the claims that are linked to *fact*, in the order of linking.

        Raises:
            UnknownName: there is no such fact.
        """
        kept = self._archive.known(fact)
        return tuple(self._archive.telling(number).claim for number in kept.claims)

    def add(self, fact: str, claim: Claim, kind: str = "", *, fixed: bool = False) -> None:
        """Take in that *claim* is about *fact*; the last word on a claim counts.

        Args:
            fact: the fact, known or new.
            claim: the claim.
            kind: the kind of the fact, where the claim itself has none.
            fixed: whether a person said so.
        """
        fact = self._archive.surviving(fact)
        kept = self._archive.changing(fact)
        if not kept.kind:
            kept.kind = kind or (claim.reading.kind if claim.reading is not None else "")
        self.discard(claim.id)
        self._archive.hold(fact, kept, self._telling(claim, kind or kept.kind), fixed=fixed)

    def describe(self, fact: str, title: str = "", kind: str = "") -> None:
        """Take in the title and kind of *fact*, known or new; its id is then taken.

        The title leads to the fact until a claim does; the kind is that of the claims without one.
        """
        kept = self._archive.changing(fact)
        self._archive.untitle(fact, kept)
        if kind and kind != kept.kind:
            self._archive.give_kind(fact, kind)
        if title and not kept.claims:
            self._archive.give_title(fact, kept, title)

    def merge(self, fact: str, into: str) -> None:
        """Take in that *fact* is *into*: its claims, and what is added to it from now on.

        The id of *fact* stays taken.

        Raises:
            UnknownName: there is no such fact.
        """
        into = self._archive.surviving(into)
        self._archive.known(fact)
        if fact == into:
            return
        new, old = self._archive.changing(into), self._archive.changing(fact)
        new.kind = new.kind or old.kind
        old.into = into
        for claim in self.claims_of(fact):
            telling, fixed = self._archive.let_go(claim)
            self._archive.hold(into, new, telling, fixed=fixed)
        self._archive.untitle(fact, old)

    def discard(self, claim: str) -> None:
        """Forget a claim, for instance since it is read anew; the fact stays."""
        if self._archive.telling_of(claim) is not None:
            self._archive.let_go(claim)

    def score(self, claim: Claim, fact: str) -> Score:
        """Say how likely *claim* is about *fact*, and why.

        Raises:
            UnknownName: there is no such fact, or nothing is known of it.
        """
        found = self.explain(telling_of(claim), fact)
        if found is None:
            raise UnknownName("fact", fact, self._archive.names())
        return found

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read, or as they were when last settled."""
        return self._archive.changed()

    def settle(self) -> None:
        """Learn that all that `changed` gave was kept where `read` finds it.

        What nobody asks for is then let go of in time, and read again when it is needed.
        """
        self._archive.settle()

    # ---- What `link` asks --------------------------------------------------------------------

    def tellings_of(self, claims: Iterable[Claim]) -> list[Telling]:
        """Return what new claims tell; those of an article know each other, and those linked."""
        contexts: dict[str, Counting] = {}
        self._fresh.clear()
        found = []
        for claim in claims:
            telling = telling_of(claim)
            context = contexts.get(telling.article)
            if context is None:
                context = contexts[telling.article] = self._archive.context(telling.article)
            telling.within(context)
            found.append(telling)
            self._fresh[claim.id] = claim, telling
        for article, context in contexts.items():
            context.count([telling for telling in found if telling.article == article])
        return found

    def near(self, telling: Telling, count: int = LIMIT) -> Near:
        """Return the facts that *telling* may be about, as far as a person should know of them."""
        best: dict[str, float] = {}
        slips: dict[str, float] = {}
        for other in self._archive.near(telling.keys, count):
            total = total_of(telling, other, REVIEW)
            if not total:
                continue
            if total >= REVIEW:
                best[other.fact] = max(total, best.get(other.fact, 0.0))
            elif -total >= REVIEW:
                slips[other.fact] = max(-total, slips.get(other.fact, 0.0))
        date = telling.dated
        if best and date is not None and date.is_certain:
            best = {fact: total for fact, total in best.items() if self.allows(fact, date)}
        return Near(best, slips)

    def total(self, telling: Telling, fact: str) -> float:
        """Return the total of *telling* with *fact*; not above 0 where something excludes it."""
        if not self.allows(fact, telling.dated):
            return 0.0
        others = self._archive.leading_to(fact)
        return max((total_of(telling, other) for other in others), default=0.0)

    def explain(self, telling: Telling, fact: str) -> Score | None:
        """Return the score of the best fitting telling of *fact*, or of one that vetoes."""
        others = list(self._archive.leading_to(fact))
        if not self.allows(fact, telling.dated):
            told = map(self._archive.telling, self._archive.known(fact).claims)
            others = [one for one in told if fit(telling.dated, one.dated) < 0]
        if not others:
            return None
        best = others[0]
        if len(others) > 1:
            best = max(others, key=lambda other: abs(total_of(telling, other)))
        return explained(telling, best)

    def agree(self, fact: str, other: str) -> bool:
        """Whether no certain date of one fact forbids one of another."""
        return all(self.allows(fact, date) for date, _ in self._archive.known(other).dates)

    def allows(self, fact: str, date: Dated | None) -> bool:
        """Whether no certain date of *fact* forbids *date*."""
        if date is None or not date.is_certain:
            return True
        return all(fit(date, known) >= 0 for known, _ in self._archive.known(fact).dates)

    def _telling(self, claim: Claim, kind: str) -> Telling:
        """Return what a claim tells, of a fact of some kind: what `tellings_of` gave, if it did."""
        fresh, telling = self._fresh.pop(claim.id, (None, None))
        if telling is not None and fresh is claim and (telling.kind or not kind):
            return telling
        return telling_of(claim, kind)
