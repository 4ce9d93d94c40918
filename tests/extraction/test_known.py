"""Known sources are looked up in tables that are kept as they come in, and found as by hand."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.known_laws import done, found_by_going_through, found_in, steps
from timeline.extraction import KnownSources, RuleExtractor
from timeline.extraction.names import _known
from timeline.model import Article, Source


@given(steps, st.booleans(), st.sampled_from([1, 8_192]))
def test_what_is_looked_up_is_what_going_through_all_finds(
    taken: list[Source | str],
    between: bool,  # noqa: FBT001 - drawn
    seen: int,
) -> None:
    known, plain = KnownSources(), dict[str, Source]()
    with mock.patch.object(_known, "_SEEN", seen):
        for step in taken:
            done(step, known, plain)
            if between:
                assert found_in(known) == found_by_going_through(plain)
        assert found_in(known) == found_by_going_through(plain)
        assert found_in(KnownSources.of(plain)) == found_in(known)


@given(steps)
def test_where_very_many_are_known_none_is_guessed_by_a_part_of_its_name(
    taken: list[Source | str],
) -> None:
    known, plain = KnownSources(), dict[str, Source]()
    guard = frozenset({"harbour", "guard"})
    with mock.patch.object(_known, "_MANY", 1):
        for step in taken:
            done(step, known, plain)
            anew = KnownSources.of(plain)
            assert known.holding(guard) == anew.holding(guard)
        known["guards"] = Source("guards", "Harbour Guard of Bergen", ("Coast Guard of Narvik",))
        assert known.holding(guard) == set()


def test_a_source_that_is_not_known_is_none() -> None:
    known = KnownSources()
    assert "horak" not in known
    assert known.get("horak") is None
    with pytest.raises(KeyError):
        known["horak"]


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
