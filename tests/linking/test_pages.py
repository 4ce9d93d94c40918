"""An index that lies on pages elsewhere links as one at hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles, taken_in
from timeline.linking import LAYOUT, LinkIndex, link
from timeline.linking._pages import unpacked
from timeline.model import Claim, Figure, Reading

if TYPE_CHECKING:
    from timeline.linking import PageName

News = tuple[tuple[Claim, ...], ...]


@settings(max_examples=30, deadline=None)
@given(articles(least=3, most=6), st.sampled_from([2, 3, 8]), st.data())
def test_an_index_on_pages_links_as_one_at_hand(
    news: News, limit: int, data: st.DataObject
) -> None:
    kept: dict[PageName, bytes] = {}
    hand, paged = LinkIndex(limit=limit), LinkIndex(limit=limit, read=kept.get)
    for claims in news:
        linked = link(claims, hand)
        assert link(claims, paged) == linked
        fact = data.draw(st.sampled_from(sorted(set(linked.facts.values()))), label="fact")
        for index in (hand, paged):
            taken_in(index, claims, linked)
        change = data.draw(
            st.sampled_from(["none", "merge", "discard", "describe"]), label="change"
        )
        for index in (hand, paged):
            if change == "merge":
                index.merge(fact, "merged")
            if change == "discard":
                index.discard(claims[0].id)
            if change == "describe":
                index.describe(fact, "Envoys met in Seoul", "meeting")
                index.describe("to-come", "A depot in Odesa was struck", "strike")
        step = data.draw(st.sampled_from(["hold", "keep", "open"]), label="step")
        if step != "hold":
            kept.update(paged.changed())
            paged.settle()
        if step == "open":
            paged = LinkIndex(limit=limit, read=kept.get)
        assert len(hand) == len(paged)


def test_what_is_kept_bears_the_number_of_its_layout() -> None:
    # Where this fails, words, keys or pages are worked out otherwise than before: raise `LAYOUT`,
    # so that nobody reads what was kept before, and put both numbers here.
    index = LinkIndex(limit=2)
    for number, town in enumerate(("Pelk", "Dakar", "Pelk", "Lima")):
        claim = Claim(
            f"wire-{number}#1",
            "estimates",
            ("wire", "army"),
            text=f"About {number + 2} rockets struck the fuel depot in {town}, the army said.",
            occurred=f"2031-0{number + 1}-02",
            figures=(Figure("rockets", low=number + 2, approximate=True),),
            reading=Reading("rules", 0.9, kind="strike", about=("army", town.lower())),
        )
        index.add(f"strike-{town.lower()}", claim)
    index.describe("raid", "A raid on the harbour of Ostia", "strike")
    pages = {name: unpacked(page) for name, page in index.changed()}
    digest = hashlib.sha256(repr(sorted(pages.items())).encode()).hexdigest()
    assert (LAYOUT, digest[:16]) == (1, "92735fc402d30053")
