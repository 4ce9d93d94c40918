"""The facts that a new claim can be about, kept so that the likely ones are found at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.errors import UnknownName
from timeline.linking._dating import fit
from timeline.linking._fact import Fact
from timeline.linking._pages import Pages, no_page, spread
from timeline.linking._postings import LIMIT, Postings, keys_of
from timeline.linking._score import REVIEW, explained, total_of
from timeline.linking._telling import Context, telling_of, title_telling
from timeline.linking._titles import Titles
from timeline.linking._told import Told
from timeline.model import article_of, check_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.linking._dating import Dated
    from timeline.linking._pages import PageName, Read
    from timeline.linking._postings import Keys
    from timeline.linking._score import Score
    from timeline.linking._telling import Telling
    from timeline.model import Claim

LAYOUT: Final = 1
"""Raise it when words, keys, pages or their plain forms are worked out otherwise: what was kept
before is then worked out anew."""

_SHOWN: Final = 8
"""How many tellings of one fact are looked for; later ones only if they bring new words."""

_MOST: Final = 32

_FACTS: Final = 8192
_ARTICLES: Final = 16_384
"""How many pages they are spread over."""

_RUN: Final = 128
"""How many numbers share a page."""


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
        self._facts: Pages[str, Fact] = Pages(
            "facts", _fact_place, read, load=Fact.load, dump=Fact.dump
        )
        self._told: Pages[str, Told] = Pages(
            "told", _article_place, read, load=Told.load, dump=Told.dump
        )
        self._numbers: Pages[int, str] = Pages("numbers", _number_place, read)
        self._postings = Postings(self._keys_at, limit, read)
        self._titles = Titles(read)
        self._untold: dict[str, None] = {}  # described, and not yet led to by their titles
        self._counts: Pages[str, int] = Pages("counts", _one_page, read)

    def __len__(self) -> int:
        return self._count("facts")

    def __contains__(self, fact: object) -> bool:
        return isinstance(fact, str) and self._facts.get(fact) is not None

    def fact_of(self, claim: str) -> str | None:
        """Return the fact that a claim is linked to, or None."""
        told = self._told.get(article_of(claim))
        return None if told is None else told.facts.get(claim)

    def is_fixed(self, claim: str) -> bool:
        """Whether a person linked the claim."""
        told = self._told.get(article_of(claim))
        return told is not None and claim in told.fixed

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
        fact = self._surviving(fact)
        kept = self._changing(fact)
        if not kept.kind:
            kept.kind = kind or (claim.reading.kind if claim.reading is not None else "")
        self.discard(claim.id)
        self._hold(fact, kept, telling_of(claim, kind or kept.kind))
        if fixed:
            self._changing_article(claim.article).fixed.add(claim.id)

    def describe(self, fact: str, title: str = "", kind: str = "") -> None:
        """Take in the title and kind of *fact*, known or new; its id is then taken.

        The title leads to the fact until a claim does; the kind is that of the claims without one.
        """
        kept = self._changing(fact)
        self._untitle(fact, kept)
        if kind and kind != kept.kind:
            kept.kind = kind
            for claim in kept.claims:
                telling = self._telling(claim)
                if not telling.kind:
                    self._changing_article(telling.article)
                    self._withdraw(kept, telling)
                    telling.kind = kind
                    self._offer(kept, telling)
        if title and not kept.claims:
            kept.title = title
            self._untold[fact] = None
            self._add("titled", 1)

    def merge(self, fact: str, into: str) -> None:
        """Take in that *fact* is *into*: its claims, and what is added to it from now on.

        The id of *fact* stays taken.

        Raises:
            UnknownName: there is no such fact.
        """
        into = self._surviving(into)
        self._known(fact)
        if fact == into:
            return
        new, old = self._changing(into), self._changing(fact)
        new.kind = new.kind or old.kind
        old.into = into
        for claim in list(old.claims):
            self._hold(into, new, self._let_go(old, claim))
        self._untitle(fact, old)

    def discard(self, claim: str) -> None:
        """Forget a claim, for instance since it is read anew; the fact stays."""
        fact = self.fact_of(claim)
        if fact is None:
            return
        self._let_go(self._changing(fact), claim)
        self._changing_article(article_of(claim)).fixed.discard(claim)

    def score(self, claim: Claim, fact: str) -> Score:
        """Say how likely *claim* is about *fact*, and why.

        Raises:
            UnknownName: there is no such fact, or nothing is known of it.
        """
        found = self.explain(telling_of(claim), fact)
        if found is None:
            raise UnknownName("fact", fact, self._names())
        return found

    # ---- What `link` asks --------------------------------------------------------------------

    def context_of(self, tellings: Iterable[Telling]) -> None:
        """Let the claims of one article know each other, and those of it that are linked."""
        contexts: dict[str, Context] = {}
        for telling in tellings:
            if telling.article not in contexts:
                told = self._told.get(telling.article)
                contexts[telling.article] = Context() if told is None else told.context.copy()
            telling.context = contexts[telling.article]
            telling.context.count(telling.base)

    def near(self, telling: Telling, count: int = LIMIT) -> Near:
        """Return the facts that *telling* may be about, as far as a person should know of them."""
        best: dict[str, float] = {}
        slips: dict[str, float] = {}
        for fact, other in self._candidates(keys_of(telling), count):
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
        others = self._leading_to(self._known(fact))
        return max((total_of(telling, other) for other in others), default=0.0)

    def explain(self, telling: Telling, fact: str) -> Score | None:
        """Return the score of the best fitting telling of *fact*, or of one that vetoes."""
        kept = self._known(fact)
        others = list(self._leading_to(kept))
        if not self._allows(fact, telling.dated):
            told = map(self._telling, kept.claims)
            others = [one for one in told if fit(telling.dated, one.dated) < 0]
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
        return all(fit(date, known) >= 0 for known in self._known(fact).dates)

    def _candidates(self, keys: Keys, count: int) -> Iterator[tuple[str, Telling]]:
        """Yield the *count* tellings that share most with *keys*, each with its fact."""
        near = self._postings.near(keys, count)
        titled = self._near_titles(keys, count) if self._count("titled") else []
        while near or titled:
            # Of equals, what claims tell comes before what somebody called a fact.
            if near and not (titled and titled[0][1] > near[0][1]):
                claim = self._claim_at(near.pop(0)[0])
                told = self._article(claim)
                yield told.facts[claim], told.telling(claim)
            else:
                fact, _ = titled.pop(0)
                yield fact, self._title_of(self._known(fact))
            count -= 1
            if not count:
                return

    def _near_titles(self, keys: Keys, count: int) -> list[tuple[str, int]]:
        self._tell_titles()
        return self._titles.near(keys.words, count)

    def _leading_to(self, kept: Fact) -> Iterator[Telling]:
        """Yield the tellings by which a fact is found."""
        yield from map(self._telling, kept.posted)
        if kept.title:
            yield self._title_of(kept)

    # ---- What is kept -------------------------------------------------------------------------

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read, or as they were when last settled."""
        self._tell_titles()
        for pages in self._all_pages():
            yield from pages.changed()

    def settle(self) -> None:
        """Learn that all that `changed` gave was kept where `read` finds it.

        What the claims tell is then held no more, and read again when it is compared: it is most
        of an index. What leads to them is held on, as nearly all of it is used by each article.
        """
        for pages in self._all_pages():
            pages.settle()
        self._told.forget()

    def _all_pages(self) -> tuple[Pages[Any, Any], ...]:
        return (
            self._facts,
            self._told,
            self._numbers,
            self._postings.pages,
            self._titles.pages,
            self._counts,
        )

    def _count(self, what: str) -> int:
        return self._counts.get(what) or 0

    def _add(self, what: str, number: int) -> int:
        """Count further, and return the new count."""
        found = self._count(what) + number
        self._counts.put(what, found)
        return found

    # ---- Facts --------------------------------------------------------------------------------

    def _known(self, fact: str) -> Fact:
        found = self._facts.get(fact)
        if found is None:
            raise UnknownName("fact", fact, self._names())
        return found

    def _changing(self, fact: str) -> Fact:
        """Return a fact, made if it is new, to be changed."""
        kept = self._facts.change(fact)
        if kept is None:
            kept = Fact()
            self._facts.put(check_id(fact, "fact"), kept)
            self._add("facts", 1)
        return kept

    def _surviving(self, fact: str) -> str:
        """Return the fact that *fact* became a part of, or itself."""
        while (kept := self._facts.get(fact)) is not None and kept.into:
            fact = kept.into
        return fact

    def _names(self) -> list[str]:
        """Return the ids of all facts, for somebody who has misspelled one."""
        return list(self._facts.keys_on(range(_FACTS)))

    # ---- Claims -------------------------------------------------------------------------------

    def _article(self, claim: str) -> Told:
        """Return what the claims of the article of a linked claim tell, to be looked at."""
        told = self._told.get(article_of(claim))
        assert told is not None  # the claim is linked
        return told

    def _changing_article(self, article: str) -> Told:
        """Return what the claims of an article tell, made if none is linked, to be changed."""
        told = self._told.change(article)
        if told is None:
            told = Told()
            self._told.put(article, told)
        return told

    def _telling(self, claim: str) -> Telling:
        return self._article(claim).telling(claim)

    def _hold(self, fact: str, kept: Fact, telling: Telling) -> None:
        self._untitle(fact, kept)  # now a claim leads to the fact, which tells more than its title
        kept.claims[telling.claim] = None
        self._changing_article(telling.article).hold(telling, fact)
        if telling.dated is not None and telling.dated.is_certain:
            kept.dates[telling.dated] += 1
        self._offer(kept, telling)

    def _let_go(self, kept: Fact, claim: str) -> Telling:
        del kept.claims[claim]
        telling = self._telling(claim)
        if claim in kept.posted:
            self._withdraw(kept, telling)
            # Another one leads to the fact instead, if there are more than are looked for.
            successor = next((name for name in kept.claims if name not in kept.posted), None)
            if successor is not None:
                self._offer(kept, self._telling(successor))
        date = telling.dated
        if date is not None and date in kept.dates:
            kept.dates[date] -= 1
            if not kept.dates[date]:
                del kept.dates[date]
        return self._changing_article(telling.article).let_go(claim)

    # ---- What leads to a fact -----------------------------------------------------------------

    def _offer(self, kept: Fact, telling: Telling) -> None:
        """Make a telling one of those by which its fact is found, if it adds to them."""
        if len(kept.posted) >= _SHOWN:
            words = telling.base.keys()
            known = {word for claim in kept.posted for word in self._telling(claim).base}
            if len(kept.posted) >= _MOST or 2 * len(words - known) < len(words):
                return
        number = self._add("next", 1)
        kept.posted[telling.claim] = number
        self._numbers.put(number, telling.claim)
        self._postings.add(number, keys_of(telling))

    def _withdraw(self, kept: Fact, telling: Telling) -> None:
        number = kept.posted.pop(telling.claim, None)
        if number is not None:
            self._postings.remove(number, keys_of(telling))
            self._numbers.drop(number)

    def _claim_at(self, number: int) -> str:
        claim = self._numbers.get(number)
        assert claim is not None  # lists hold numbers that were given
        return claim

    def _keys_at(self, number: int) -> Keys:
        return keys_of(self._telling(self._claim_at(number)))

    def _title_of(self, kept: Fact) -> Telling:
        return title_telling(kept.title, kept.kind)

    def _tell_titles(self) -> None:
        """Let the titles of facts without claims lead to them, before somebody looks."""
        for fact in self._untold:
            self._titles.add(fact, self._title_words(fact))
        self._untold.clear()

    def _title_words(self, fact: str) -> tuple[str, ...]:
        kept = self._known(fact)
        return keys_of(self._title_of(kept)).words

    def _untitle(self, fact: str, kept: Fact) -> None:
        if not kept.title:
            return
        if fact in self._untold:
            del self._untold[fact]  # most facts find claims before anybody has looked for them
        else:
            self._titles.remove(fact, self._title_words(fact))
        kept.title = ""
        self._add("titled", -1)


def _fact_place(fact: str) -> int:
    return spread(fact, _FACTS)


def _article_place(article: str) -> int:
    return spread(article, _ARTICLES)


def _number_place(number: int) -> int:
    return number // _RUN


def _one_page(_key: str) -> int:
    return 0
