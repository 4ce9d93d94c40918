"""What a store finds by its indexes is what a look at every row finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.worlds import ARTICLES, FACTS, by_stream, histories
from timeline.model import ClaimDismissed, ClaimLinked, CurationEvent, Event
from timeline.store import EventStore, MemoryStore, SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

names = st.sets(st.sampled_from([f"{article}#{n}" for article in ARTICLES for n in (1, 2)]))


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    history=histories(),
    claims=names,
    facts=st.sets(st.sampled_from(FACTS)),
    articles=st.sets(st.sampled_from(ARTICLES)),
    data=st.data(),
)
def test_rows_about_a_few_things(  # noqa: PLR0913, PLR0917 - each is drawn
    tmp_path_factory: pytest.TempPathFactory,
    kind: str,
    history: list[Event],
    claims: set[str],
    facts: set[str],
    articles: set[str],
    data: st.DataObject,
) -> None:
    upto = data.draw(st.integers(0, len(history)))
    with opened(kind, tmp_path_factory.mktemp("rows") / "log.db") as store:
        for stream, event in by_stream(history):
            store.append(stream, [event])
        rows = list(store.rows(upto=upto))
        assert store.rows_about(claims=claims, facts=facts, articles=articles, upto=upto) == [
            row
            for row in rows
            if row.claim in claims
            or row.fact in facts
            or (row.stream in articles and row.version == 1)
        ]
        events = {record.position: record.event for record in store.read_all(upto=upto)}
        assert store.curating_rows(upto=upto) == [
            row
            for row in rows
            if isinstance(events[row.position], CurationEvent)
            and not isinstance(events[row.position], ClaimLinked | ClaimDismissed)
        ]


def opened(kind: str, file: Path) -> EventStore:
    return MemoryStore() if kind == "memory" else SqliteStore.open(file)
