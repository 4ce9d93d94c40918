"""Events printed as Python run, and give the same events."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from timeline import AsOf, Clock, When
from timeline.model import Basis, ClaimRetracted, Event
from timeline.testing import Newsroom, code_of, events, newsrooms, streams
from timeline.testing._code import imports_of, question

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(code: str) -> dict[str, Any]:
    scope: dict[str, Any] = {}
    exec(code, scope)  # it is what a reader would paste
    return scope


@given(st.lists(events(), max_size=4) | streams())
def test_code_gives_the_same_events(history: Sequence[Event]) -> None:
    assert run(code_of(history))["history"] == list(history)


@given(newsrooms())
def test_a_newsroom_is_shown_as_its_code(room: Newsroom) -> None:
    code = repr(room)
    assert run(code)["history"] == list(room.events)
    assert max(map(len, code.splitlines())) <= 120


@given(st.lists(events(), max_size=4))
def test_nothing_is_imported_that_is_not_used(history: Sequence[Event]) -> None:
    tree = ast.parse(code_of(history))
    imported = {
        name.name for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names
    }
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - {"history"}
    assert imported == used


def test_the_variable_can_be_named() -> None:
    assert code_of([], "told").endswith("told = []")
    assert run(code_of([ClaimRetracted("one#1", "2025-01")], "told"))["told"] == [
        ClaimRetracted("one#1", "2025-01")
    ]


@given(st.sampled_from(Clock), st.none() | st.integers(0, 9), st.sets(st.sampled_from(Basis)))
def test_questions_are_written_as_code(
    clock: Clock, recorded: int | None, refused: set[Basis]
) -> None:
    as_of = AsOf("2025-01-20", clock=clock, recorded=recorded, refused=refused)
    code = "\n".join([*imports_of([as_of]), f"asked = {question(as_of)}"])
    assert run(code)["asked"] == as_of
    assert as_of.known == When("2025-01-20")
