"""The index that is kept as sources come in is the one that is made of all of them at once."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction import KnownSources, RuleExtractor
from timeline.extraction.names._index import SourceIndex
from timeline.model import Article, Source

_NAMES = (
    "Pavel Horak",
    "Horak",
    "the Harbour Guard",
    "Harbour Guard",
    "HG",
    "Guard of the Harbour",
    "officials",
    "Norwegian officials",
)
_IDS = ("horak", "pavel-horak", "guard", "officials")


@st.composite
def _sources(draw: st.DrawFn) -> Source:
    named = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3, unique=True))
    return Source(draw(st.sampled_from(_IDS)), named[0], named[1:], draw(st.booleans()))


_STEPS = st.lists(_sources() | st.sampled_from(_IDS), max_size=12)


@given(_STEPS, st.booleans())
def test_an_index_kept_is_the_index_made_anew(steps: list[Source | str], between: bool) -> None:  # noqa: FBT001 - drawn
    known, plain = KnownSources(), dict[str, Source]()
    for step in steps:
        if isinstance(step, Source):
            known[step.id] = plain[step.id] = step
        else:
            known.pop(step, None)
            plain.pop(step, None)
        if between:
            assert known.index.sources == plain
    assert dict(known) == plain
    made = SourceIndex.of(plain)
    kept = known.index
    assert (kept.names, kept.keys, kept.people) == (made.names, made.keys, made.people)
    assert (kept.persons, kept.cues) == (made.persons, made.cues)
    assert (kept.whole, kept.lengths) == (made.whole, made.lengths)


@given(_sources(), st.sampled_from(_NAMES))
def test_a_further_name_is_found_at_once(source: Source, name: str) -> None:
    known = KnownSources({source.id: source})
    longer = attrs.evolve(source, aliases=(*source.aliases, name))
    known[source.id] = longer
    assert known.index.names == SourceIndex.of({source.id: longer}).names


def test_what_is_read_does_not_depend_on_how_the_sources_are_kept() -> None:
    sources = {
        one.id: one
        for one in (
            Source("horak", "Pavel Horak", ("Horak",)),
            Source("harbour-guard", "Harbour Guard", ("HG",)),
        )
    }
    text = "Horak said on Monday that the HG had lost two boats. The Harbour Guard denied it."
    article = Article("a", "daily", "2025-02-07", text=text)
    plain = RuleExtractor().extract(article, sources)
    assert plain.claims
    assert RuleExtractor().extract(article, KnownSources(sources)) == plain
