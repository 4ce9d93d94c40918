"""What an index holds: facts, the claims about them, and what leads from words to these.

Each claim is held under a number, for itself, since what is read of another article is a claim or
two. How often the claims of its article use its words is kept with it; the claims of one article
at a time are held together, as long as more are linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.errors import UnknownName
from timeline.linking._fact import Fact
from timeline.linking._pages import Pages, spread
from timeline.linking._postings import Postings
from timeline.linking._telling import Counting, title_telling
from timeline.linking._titles import Titles
from timeline.linking._told import Members, dumped, loaded
from timeline.model import article_of, check_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.linking._keys import Keys
    from timeline.linking._pages import PageName, Read
    from timeline.linking._telling import Telling

_SHOWN: Final = 8
"""How many tellings of one fact are looked for; later ones only if they bring new words."""

_MOST: Final = 32

_FACTS: Final = 1 << 18
_ARTICLES: Final = 1 << 16
"""How many pages they are spread over; each telling has one of its own."""


class Archive:
    """Facts and the claims about them, by id, and by the words that lead to them.

    Args:
        limit: how many tellings one key leads to before it gives way to pairs of keys.
        read: gives the pages that were kept.
    """

    def __init__(self, limit: int, read: Read) -> None:
        self._facts: Pages[str, Fact] = Pages(
            "facts", _fact_place, read, load=Fact.load, dump=Fact.dump
        )
        self._members: Pages[str, Members] = Pages(
            "members", _article_place, read, load=Members.load, dump=Members.dump
        )
        self._tellings: Pages[int, Telling] = Pages("told", int, read, load=loaded, dump=dumped)
        self._postings = Postings(self._keys_at, limit, read)
        self._titles = Titles(read)
        self._counts: Pages[str, int] = Pages("counts", _one_page, read)
        self._untold: dict[str, None] = {}  # described, and not yet led to by their titles
        self._open = ""  # the article whose claims are held together
        self._context = Counting()

    # ---- Facts --------------------------------------------------------------------------------

    def fact(self, name: str) -> Fact | None:
        """Return a fact, to be looked at; None where there is none."""
        return self._facts.get(name)

    def known(self, name: str) -> Fact:
        """Return a fact, to be looked at.

        Raises:
            UnknownName: there is none.
        """
        found = self._facts.get(name)
        if found is None:
            raise UnknownName("fact", name, self.names())
        return found

    def changing(self, name: str) -> Fact:
        """Return a fact, made if it is new, to be changed."""
        kept = self._facts.change(name)
        if kept is None:
            kept = Fact()
            self._facts.put(check_id(name, "fact"), kept)
            self._add("facts", 1)
        return kept

    def surviving(self, name: str) -> str:
        """Return the fact that a fact became a part of, or itself."""
        while (kept := self._facts.get(name)) is not None and kept.into:
            name = kept.into
        return name

    def names(self) -> list[str]:
        """Return the ids of all facts, for somebody who has misspelled one."""
        return list(self._facts.keys_on(range(_FACTS)))

    def __len__(self) -> int:
        return self._count("facts")

    # ---- Claims -------------------------------------------------------------------------------

    def members(self, article: str) -> Members | None:
        """Return which claims of an article are linked, to be looked at; None where none are."""
        return self._members.get(article)

    def telling(self, number: int) -> Telling:
        """Return what the claim held under a number tells, to be looked at."""
        return self._tellings.held(number)

    def telling_of(self, claim: str) -> Telling | None:
        """Return what a claim tells, to be looked at; None where it is not linked."""
        members = self._members.get(article_of(claim))
        number = None if members is None else members.numbers.get(claim)
        return None if number is None else self.telling(number)

    def context(self, article: str) -> Counting:
        """Return how often the linked claims of an article use each word, to be counted on."""
        if article == self._open:
            return self._context.copy()
        context = Counting()
        members = self._members.get(article)
        if members is not None:
            context.count(list(map(self.telling, members.numbers.values())))
        return context

    def hold(self, name: str, kept: Fact, telling: Telling, *, fixed: bool = False) -> None:
        """Take in that a claim is about a fact, and whether a person said so."""
        self.untitle(name, kept)  # now a claim leads to the fact, which tells more than its title
        members = self._opened(telling.article)
        number = self._add("next", 1)
        members.numbers[telling.claim] = number
        if fixed:
            members.fixed.add(telling.claim)
        telling.fact = name
        telling.within(self._context)
        self._context.count((telling,))
        self._tellings.put(number, telling)
        kept.claims.append(number)
        kept.count(telling.dated)
        self._offer(kept, number, telling)

    def let_go(self, claim: str) -> tuple[Telling, bool]:
        """Hold a linked claim no more; return what it tells, and whether a person linked it."""
        members = self._opened(article_of(claim))
        number = members.numbers.pop(claim)
        fixed = claim in members.fixed
        members.fixed.discard(claim)
        telling = self.telling(number)
        kept = self.changing(telling.fact)
        kept.claims.remove(number)
        kept.count(telling.dated, -1)
        if self._withdraw(kept, number, telling):
            # Another one leads to the fact instead, if there are more than are looked for.
            successor = next((one for one in kept.claims if one not in kept.posted), None)
            if successor is not None:
                self._offer(kept, successor, self.telling(successor))
        self._context.discount(telling)
        self._tellings.drop(number)
        return telling, fixed

    def give_kind(self, name: str, kind: str) -> None:
        """Take in the kind of a fact; it is that of its claims without one."""
        kept = self.changing(name)
        kept.kind = kind
        for number in kept.claims:
            if not self.telling(number).kind:
                telling = self._tellings.change(number)
                assert telling is not None  # it was found a line above
                self._withdraw(kept, number, telling)
                telling.kind = kind
                self._offer(kept, number, telling)

    def _opened(self, article: str) -> Members:
        """Return the claims of an article, made if none is linked, to be changed with their words.

        They are held together until another article is opened: what one of them brings changes
        what words weigh in all.
        """
        members = self._members.change(article)
        if members is None:
            members = Members()
            self._members.put(article, members)
        if article != self._open:
            self._close()
            self._open, self._context = article, Counting()
            for number in members.numbers.values():
                telling = self._tellings.change(number)
                assert telling is not None  # it is held under that number
                self._context.count((telling,))
                telling.within(self._context)
        return members

    def _close(self) -> None:
        """Let the claims that are held together stand for themselves, which takes less memory."""
        members = self._members.get(self._open) if self._open else None
        if members is not None:
            for number in members.numbers.values():
                telling = self.telling(number)
                telling.within(self._context.of(telling.base))
        self._open = ""

    # ---- What leads to a fact -----------------------------------------------------------------

    def near(self, keys: Keys, count: int) -> Iterator[Telling]:
        """Return the *count* tellings that share most with *keys*; a title's tells its fact too."""
        near = self._postings.near(keys, count)
        if self._count("titled"):
            return self._near_or_titled(keys, near, count)
        return map(self._tellings.held, [number for number, _ in near])

    def _near_or_titled(
        self, keys: Keys, near: list[tuple[int, int]], count: int
    ) -> Iterator[Telling]:
        self._tell_titles()
        titled = self._titles.near(keys.words, count)
        for _ in range(count):
            # Of equals, what claims tell comes before what somebody called a fact.
            if near and not (titled and titled[0][1] > near[0][1]):
                yield self.telling(near.pop(0)[0])
            elif titled:
                yield self._title_of(titled.pop(0)[0])
            else:
                return

    def leading_to(self, name: str) -> Iterator[Telling]:
        """Yield the tellings by which a fact is found."""
        kept = self.known(name)
        yield from map(self._tellings.held, kept.posted)
        if kept.title:
            yield self._title_of(name)

    def _offer(self, kept: Fact, number: int, telling: Telling) -> None:
        """Make a telling one of those by which its fact is found, if it adds to them."""
        if len(kept.posted) >= _SHOWN:
            words = telling.base.keys()
            known = {word for one in kept.posted for word in self.telling(one).base}
            if len(kept.posted) >= _MOST or 2 * len(words - known) < len(words):
                return
        kept.posted.append(number)
        self._postings.add(number, telling.keys)

    def _withdraw(self, kept: Fact, number: int, telling: Telling) -> bool:
        """Let a telling lead to its fact no more; return whether it did."""
        if number not in kept.posted:
            return False
        kept.posted.remove(number)
        self._postings.remove(number, telling.keys)
        return True

    def _keys_at(self, number: int) -> Keys:
        return self.telling(number).keys

    # ---- Titles -------------------------------------------------------------------------------

    def give_title(self, name: str, kept: Fact, title: str) -> None:
        """Let a title lead to a fact without claims."""
        kept.title = title
        self._untold[name] = None
        self._add("titled", 1)

    def untitle(self, name: str, kept: Fact) -> None:
        """Let no title lead to a fact."""
        if not kept.title:
            return
        if name in self._untold:
            del self._untold[name]  # most facts find claims before anybody has looked for them
        else:
            self._titles.remove(name, self._title_words(name))
        kept.title = ""
        self._add("titled", -1)

    def _title_of(self, name: str) -> Telling:
        kept = self.known(name)
        return title_telling(kept.title, kept.kind, name)

    def _title_words(self, name: str) -> tuple[str, ...]:
        return self._title_of(name).keys.words

    def _tell_titles(self) -> None:
        """Let the titles of facts without claims lead to them, before somebody looks."""
        for name in self._untold:
            self._titles.add(name, self._title_words(name))
        self._untold.clear()

    # ---- What is kept -------------------------------------------------------------------------

    def changed(self) -> Iterator[tuple[PageName, bytes]]:
        """Yield the pages that are not as they were read, or as they were when last settled."""
        self._tell_titles()
        for pages in self._all_pages():
            yield from pages.changed()

    def settle(self) -> None:
        """Learn that all that `changed` gave was kept where it is read."""
        self._close()
        for pages in self._all_pages():
            pages.settle()

    def _all_pages(self) -> tuple[Pages[Any, Any], ...]:
        return (
            self._facts,
            self._members,
            self._tellings,
            *self._postings.pages,
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


def _fact_place(fact: str) -> int:
    return spread(fact, _FACTS)


def _article_place(article: str) -> int:
    return spread(article, _ARTICLES)


def _one_page(_key: str) -> int:
    return 0
