"""A total that is asked for only from some height on is the same from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.linking.strategies import articles
from timeline.linking._score import total_of
from timeline.linking._telling import telling_of

if TYPE_CHECKING:
    from timeline.model import Claim


@given(articles(), st.data(), st.floats(0, 1))
def test_what_reaches_the_least_is_the_total(
    news: tuple[tuple[Claim, ...], ...], data: st.DataObject, least: float
) -> None:
    tellings = [telling_of(claim) for claims in news for claim in claims]
    first, second = (data.draw(st.sampled_from(tellings)) for _ in "12")
    whole = total_of(first, second)
    asked = total_of(first, second, least)
    assert asked in {whole, 0.0}
    if abs(whole) >= least:
        assert asked == whole
