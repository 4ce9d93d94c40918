"""Articles whose claims often speak of one happening: few words, few dates, all combined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from timeline.linking import Linked, LinkIndex, link
from timeline.model import Claim, Figure, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hypothesis.strategies import DrawFn

DATES = (
    "2025-01-09", "2025-01-30", "2025-01-31", "2025-01-31~", "2025-01", "2025-02?", "2025-02-01",
    "[2025-01-21..2025-01-31]", "[..2025-02-07]", "[2025-02-01..]", "2025-01-16~/..", "2024",
    "2025-01-21/..", "../[2025-02-07..]", "2025-02-01/2025-02-03", "2025-02-02/2025-02-05", None,
)  # fmt: skip
KINDS = ("strike", "withdrawal", "statement", "plan", "meeting", "")
ACTORS = ("russia", "ukraine", "north-korea", "nis")
PLACES = ("Kharkiv", "Odesa", "Seoul")
DEEDS = (
    "A missile hit a depot in {}.",
    "Rockets struck a fuel depot in {} overnight.",
    "Envoys of both sides met in {}.",
    "The brigade was pulled out of {}.",
    "Talks were held at {} between the envoys.",
)


@st.composite
def told(draw: DrawFn, number: int, article: str) -> Claim:
    outlet = article.partition("-")[0]
    speaker = draw(st.sampled_from((None, "nis", "zelenskyy")))
    count = draw(st.sampled_from((None, 2, 12)))
    before = [f"{article}#{other}" for other in range(1, number)]
    return Claim(
        f"{article}#{number}",
        draw(st.sampled_from(("asserts", "denies", "forecasts"))),
        (outlet, speaker) if speaker else outlet,
        text=draw(st.sampled_from(DEEDS)).format(draw(st.sampled_from(PLACES))),
        occurred=draw(st.sampled_from(DATES)),
        figures=() if count is None else (Figure.exactly("killed", count, "people"),),
        reading=Reading(
            "rules",
            0.9,
            kind=draw(st.sampled_from(KINDS)),
            about=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2))),
            answers=draw(st.sampled_from(("", "", "", *before))),
        ),
    )


@st.composite
def articles(
    draw: DrawFn, *, least: int = 1, most: int = 4, claims: int = 5
) -> tuple[tuple[Claim, ...], ...]:
    sizes = draw(st.lists(st.integers(1, claims), min_size=least, max_size=most))
    return tuple(
        tuple(draw(told(number + 1, f"outlet{place}-x")) for number in range(size))
        for place, size in enumerate(sizes)
    )


def renamed(claim: Claim, name: str) -> Claim:
    """Return the same claim under another id, as one that answers none of its new article."""
    reading = claim.reading and attrs.evolve(claim.reading, answers="")
    return attrs.evolve(claim, id=name, reading=reading)


def taken_in(index: LinkIndex, claims: Sequence[Claim], linked: Linked) -> None:
    """Append what was found, as whoever feeds the index does."""
    kinds = {fact.id: fact.kind for fact in linked.new_facts}
    for claim in claims:
        fact = linked.facts.get(claim.id)
        if fact is not None:
            index.add(fact, claim, kinds.get(fact, ""))


def indexed(news: Iterable[Sequence[Claim]], *, limit: int = 16) -> LinkIndex:
    """Return the index of articles linked one after another."""
    index = LinkIndex(limit=limit)
    for claims in news:
        taken_in(index, claims, link(claims, index))
    return index
