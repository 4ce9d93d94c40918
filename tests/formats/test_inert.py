"""Nothing that a file says can act on the program that opens it, and honest text stays."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.formats.conftest import store_of, taken_in, written
from tests.formats.hostile import TEXTS, hostile
from timeline.formats import html_text, inert, json_for_pages, shortened, web_url
from timeline.formats._inert import plain_json

UNICODE = st.text(st.characters(codec="utf-8"))
ACTING = {"\u202e", "\u2066", "\x1b", "\x00", "\x07", "\r", "\x9b", "\x7f"}


@given(UNICODE | st.text(st.sampled_from(sorted(ACTING))))
def test_nothing_acts_on_a_terminal_or_turns_letters_around(text: str) -> None:
    shown = inert(text)

    assert not set(shown) & ACTING
    assert inert(shown) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])) | st.just("Zeile\n\tzwei"))
@example(
    "\u0633\u0644\u0627\u0645 \u200fworld\u200e \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
)
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(UNICODE)
@example("<" * 100)
@example("w" * 10_000)
def test_html_shows_the_text_and_has_no_tag_of_its_own(text: str) -> None:
    made = html_text(text).replace("<wbr>", "")

    assert "<" not in made
    assert ">" not in made
    assert '"' not in made
    assert html.unescape(made) == inert(text)


@given(st.text("abc", min_size=60, max_size=300))
def test_long_words_may_break(word: str) -> None:
    assert max(map(len, html_text(word).split("<wbr>"))) <= 40


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | UNICODE,
    lambda inner: st.lists(inner) | st.dictionaries(UNICODE, inner),
)


@given(VALUES)
@example("</script>\u2028\u202e")
def test_json_says_the_same_and_closes_no_script(value: object) -> None:
    data = json_for_pages(value)

    assert json.loads(data) == value
    assert not set(data.decode()) & set("<>&\u2028\u2029")


@given(VALUES)
@example("\u202e\U0001f600\x7f")
def test_plain_json_says_the_same_in_ascii(value: object) -> None:
    text = plain_json(value)

    assert json.loads(text) == value
    assert text.isascii()
    assert text.isprintable()


@given(UNICODE, st.integers(2, 50))
def test_shortened_text_is_one_short_line(text: str, limit: int) -> None:
    short = shortened(text, limit)

    assert len(short) <= limit
    assert short.splitlines() in ([], [short])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//example.org",
        "ftp://example.org/x",
        "file://example.org/x",
        "/path",
        "http:",
        "http://",
        "https://exa mple.org",
        'https://e.org/"onclick="x',
        "https://e.org/\u202egpj",
        "https://[::1",
        "https://e.org/\njavascript:x",
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_none(address: str) -> None:
    assert web_url(address) is None


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org:8080/a?b=c&d#e", "https://пример.example/тест"],
)
def test_addresses_of_the_web_stay(address: str) -> None:
    assert web_url(address) == address


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "cloudevents"])
def test_hostile_events_come_back_as_they_were(name: str) -> None:
    store = store_of(hostile())

    copy, _ = taken_in(written(store, name).data, name)

    assert list(copy.read_all()) == list(store.read_all())


@pytest.mark.parametrize("name", ["csv", "jsonl", "cloudevents", "timelinejs", "jsonld", "ical"])
def test_no_file_holds_what_would_act_on_a_screen(name: str) -> None:
    data = written(store_of(hostile()), name).data.decode()

    breaks = {"\r"} if name in {"csv", "ical"} else set()  # their lines end so
    assert not set(data) & (ACTING - breaks)
    assert len(TEXTS) == 11  # and each of them is in the file
