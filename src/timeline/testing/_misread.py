"""What we who keep the collection read wrong at first, and the curation that repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import (
    Article,
    ArticleRevised,
    Attribution,
    Claim,
    ClaimLinked,
    ClaimRevised,
    CurationEvent,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
    Stance,
)
from timeline.testing._nouns import FACTS, SPEAKERS
from timeline.testing._page import events_of
from timeline.testing._plan import Mishap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.testing._page import Draft, Page
    from timeline.testing._plan import CurationPlan


def misread(
    planned: Sequence[CurationPlan], pages: Sequence[Page], drafts: Sequence[Draft]
) -> tuple[Callable[[Page], list[Event]], list[CurationEvent]]:
    """Return how each article is read at first, and what repairs that.

    After the repairs everything reads as it truly is.
    """
    desk = _Desk(pages, drafts)
    for one in planned:
        desk.err(one)
    return desk.first_read, desk.repairs


class _Desk:
    def __init__(self, pages: Sequence[Page], drafts: Sequence[Draft]) -> None:
        self._pages = pages
        self._drafts = drafts
        self._articles: dict[str, Article] = {}
        self._claims: dict[str, Claim] = {}
        self._links: dict[str, str] = {}
        self._linked: set[str] = set()
        self.repairs: list[CurationEvent] = []

    def first_read(self, page: Page) -> list[Event]:
        article = self._articles.get(page.article.id, page.article)
        return events_of(page, article, self._claims, self._links)

    def err(self, planned: CurationPlan) -> None:
        """Misread something, if there is something to misread, and repair it."""
        if planned.mishap is Mishap.TITLE:
            self._title(planned.which)
        elif planned.mishap is Mishap.ARTICLE and self._pages:
            self._article(self._pages[planned.which % len(self._pages)])
        elif self._drafts:
            draft = self._drafts[planned.which % len(self._drafts)]
            match planned.mishap:
                case Mishap.CLAIM if draft.claim.id not in self._claims:
                    self._claim(draft)
                case Mishap.SOURCE if draft.claim.id not in self._claims:
                    self._source(draft)
                case Mishap.LINK | Mishap.MERGE | Mishap.SPLIT if (
                    draft.claim.id not in self._linked
                ):
                    self._link(draft, planned.mishap)
                case _:
                    pass  # it is misread already

    def _title(self, which: int) -> None:
        name, fact = SPEAKERS[which % len(SPEAKERS)], FACTS[which % len(FACTS)]
        if which % len(FACTS):
            source = Source(name, f"The {name}", group=name == SPEAKERS[-1])
            self.repairs.append(SourceDefined(source))
        else:
            self.repairs.append(FactDescribed(fact, f"The {fact}", "event"))

    def _article(self, page: Page) -> None:
        if page.article.id in self._articles:
            return
        wrong = When.day(page.printed + 2)
        self._articles[page.article.id] = attrs.evolve(page.article, published=wrong)
        self.repairs.append(ArticleRevised(page.article))

    def _claim(self, draft: Draft) -> None:
        stance = Stance.DENIES if draft.claim.stance is Stance.ASSERTS else Stance.ASSERTS
        self._claims[draft.claim.id] = attrs.evolve(draft.claim, stance=stance)
        self.repairs.append(ClaimRevised(draft.claim))

    def _source(self, draft: Draft) -> None:
        chain = draft.claim.attribution.chain
        if len(chain) == 1:
            return  # nobody misreads the name on the masthead
        alias = f"the-{chain[-1]}"
        self._claims[draft.claim.id] = attrs.evolve(
            draft.claim, attribution=Attribution((*chain[:-1], alias))
        )
        self.repairs.append(SourcesMerged(alias, chain[-1]))

    def _link(self, draft: Draft, mishap: Mishap) -> None:
        name, fact = draft.claim.id, draft.fact
        self._linked.add(name)
        if mishap is Mishap.MERGE:
            self._links[name] = f"{fact}-2"
            # A merge needs a fact that is there, whether or not another claim is linked to it.
            self.repairs += [FactDescribed(fact, f"The {fact}"), FactsMerged(f"{fact}-2", fact)]
        else:
            wrong = FACTS[(FACTS.index(fact) + 1) % len(FACTS)]
            if mishap is Mishap.LINK:
                if draft.linked:  # else nobody had seen before what it is about
                    self._links[name] = wrong
                self.repairs.append(ClaimLinked(name, fact))
            else:
                self._links[name] = wrong
                self.repairs.append(FactSplit(wrong, fact, (name,)))
        draft.linked = True
