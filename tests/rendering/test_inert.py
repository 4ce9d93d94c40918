"""Nothing that a file says can act on the terminal that shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.rendering import inert, line

JOINERS = "\u200c\u200d"


@given(st.text())
def test_what_is_shown_is_printable(text: str) -> None:
    assert all(char.isprintable() or char in JOINERS for char in inert(text))


@given(st.text())
def test_inert_text_stays_as_it_is(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_hostile_characters_are_spelled_out() -> None:
    assert inert("\x1b[2J") == r"\x1b[2J"
    assert inert("\u202egnp.exe") == r"\u202egnp.exe"
    assert inert("\x9b31m") == r"\x9b31m"
    assert inert("one\r\n\ttwo") == "one two"


def test_markup_is_only_text() -> None:
    text = line("[red]loud[/red] :boom:")

    assert text.plain == "[red]loud[/red] :boom:"
    assert text.spans == []
