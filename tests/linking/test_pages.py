"""An index that lies on pages elsewhere links as one at hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from unittest import mock

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles, renamed, taken_in
from timeline.linking import LAYOUT, LinkIndex, _pages, likely, link
from timeline.linking._pages import Pages, packed, unpacked
from timeline.model import Claim, Figure, Reading

if TYPE_CHECKING:
    from timeline.linking import PageName

News = tuple[tuple[Claim, ...], ...]

CHANGES = ("merge", "merge into another", "split", "reword", "discard", "describe", "come")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "get", "append", "drop", "keep"]),
            st.integers(0, 20),
            st.integers(0, 9),
        ),
        max_size=60,
    ),
    st.integers(1, 4),
)
def test_pages_are_a_dictionary_that_holds_what_changed_and_little_else(
    steps: list[tuple[str, int, int]], held: int
) -> None:
    kept: dict[PageName, bytes] = {}
    pages: Pages[int, list[int]] = Pages("lists", lambda key: key // 2, kept.get)
    plain: dict[int, list[int]] = {}
    with mock.patch.object(_pages, "_HELD", held):
        for step, key, number in steps:
            match step:
                case "put":
                    pages.put(key, [number])
                    plain[key] = [number]
                case "append" if key in plain:
                    found = pages.change(key)
                    assert found is not None
                    found.append(number)
                    plain[key].append(number)
                case "drop" if key in plain:
                    pages.drop(key)
                    del plain[key]
                case "keep":
                    kept.update(pages.changed())
                    pages.settle()
                case _:
                    assert pages.get(key) == plain.get(key)
            assert len(pages._keys) - len(pages._pages) <= held
        assert sorted(pages.keys_on(range(11))) == sorted(plain)
        assert {key: pages.get(key) for key in plain} == plain


@given(st.lists(st.text(max_size=40), max_size=80))
def test_a_page_is_read_as_it_was_written(plain: list[str]) -> None:
    # Small ones are kept as they are, and large ones made smaller.
    assert unpacked(packed(plain)) == plain
    assert unpacked(packed(plain * 50)) == plain * 50


def changed(index: LinkIndex, claims: tuple[Claim, ...], fact: str, change: str) -> None:
    """Decide something, as a person may at any time."""
    match change:
        case "merge":
            index.merge(fact, "merged")
        case "merge into another":
            index.merge(
                "merged" if "merged" in index else fact, index.fact_of(claims[0].id) or fact
            )
        case "split":
            index.add("split-off", claims[-1], fixed=True)
        case "reword":
            index.add(fact, attrs.evolve(claims[0], text=claims[-1].text), "strike")
        case "discard":
            index.discard(claims[0].id)
        case "describe":
            index.describe(fact, "Envoys met in Seoul", "meeting")
            index.describe("to-come", "A depot in Odesa was struck", "strike")
        case "come":
            index.add("to-come", claims[0])


def all_of(index: LinkIndex, news: News) -> object:
    """Return all that can be asked of an index."""
    claims = [claim for told in news for claim in told]
    places = [(index.fact_of(claim.id), index.is_fixed(claim.id)) for claim in claims]
    facts = [index.claims_of(fact) for fact, _ in places if fact is not None]
    again = [
        link([renamed(one, f"x-1#{number}") for number, one in enumerate(told, 1)], index)
        for told in news
    ]
    return places, facts, again, [likely(claim, index) for claim in claims], len(index)


@settings(max_examples=60, deadline=None)
@given(articles(least=3, most=6), st.sampled_from([2, 3, 8]), st.data())
def test_an_index_on_pages_is_as_one_at_hand(news: News, limit: int, data: st.DataObject) -> None:
    # Given an index that holds all, and one that holds no more pages than it must,
    kept: dict[PageName, bytes] = {}
    read = kept.get
    hand, paged = LinkIndex(limit=limit), LinkIndex(limit=limit, read=read)
    with mock.patch.object(_pages, "_HELD", data.draw(st.sampled_from([1, 3]), label="held")):
        for place, claims in enumerate(news):
            linked = link(claims, hand)
            assert link(claims, paged) == linked
            for index in (hand, paged):
                taken_in(index, claims, linked)
            # when persons decide something, and it is kept and read again at any time,
            for change in data.draw(st.lists(st.sampled_from(CHANGES), max_size=3), label="change"):
                about = data.draw(st.sampled_from(news[: place + 1]), label="about")
                facts = sorted({hand.fact_of(one.id) or "to-come" for one in claims})
                fact = data.draw(st.sampled_from(facts), label="fact")
                for index in (hand, paged):
                    if fact in index or change in {"discard", "split", "come"}:
                        changed(index, about, fact, change)
                if data.draw(st.booleans(), label="keep"):
                    kept.update(paged.changed())
                    paged.settle()
            if data.draw(st.booleans(), label="open"):
                kept.update(paged.changed())
                paged = LinkIndex(limit=limit, read=read)
        # then no answer differs.
        assert all_of(paged, news) == all_of(hand, news)


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
    assert (LAYOUT, digest[:16]) == (4, "32572e0a6d02fb12")
