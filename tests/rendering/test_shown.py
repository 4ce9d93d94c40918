"""Answers print well by themselves, and show in a notebook, whatever stands in them."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.rendering.collections import every_answer, written_by
from tests.worlds import histories, points
from timeline import Timeline
from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model import Article, ArticlePublished, Claim, ClaimStated
from timeline.rendering import html_of, text_of

DAY = When("2025-01-20")
HARMLESS = {"div": {"style"}, "pre": {"style"}, "span": {"style"}}
JOINERS = "\u200c\u200d"


class Page(HTMLParser):
    """Reads HTML as a browser does, and keeps its elements and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.roots: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS
        assert {name for name, _ in attrs} <= HARMLESS[tag]
        assert not any("url" in (value or "") for _, value in attrs)
        if not self.open:
            self.roots.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def read(page: str) -> str:
    """Return the words of *page*, which is one element without anything that acts or loads."""
    parser = Page()
    parser.feed(page)
    parser.close()
    assert (parser.roots, parser.open) == (["div"], [])
    return parser.words


@pytest.fixture(scope="module")
def five() -> Timeline:
    return Timeline.read("fixtures/streams")


def test_printing_an_answer_shows_what_the_command_line_shows(five: Timeline) -> None:
    text = str(five.known("2025-01-20"))

    assert text.startswith("What was known by the end of 20 January 2025")
    assert "Two North Korean soldiers are taken prisoner  [pow-capture]" in text
    assert text.rstrip("\n") == text


def test_a_fact_prints_with_its_dates_and_claims(five: Timeline) -> None:
    text = " ".join(str(five.known("2025-01-20")["pow-capture"]).split())

    assert text.startswith("Two North Korean soldiers are taken prisoner [pow-capture] status")
    assert "status reported happened by 20 January 2025" in text
    assert "possibly would be corroborated (9 January 2025)" in text
    assert "zelenskyy, in kontur, said so [kontur-2025-02-07#11]" in text
    assert (
        "said: 20 January 2025 (the article dates the statement); printed: 7 February 2025" in text
    )
    assert "Only possibly known (3): may have been said by then, or later; not counted" in text


def test_what_is_taken_back_is_told_of_a_fact() -> None:
    text = " ".join(str(written_by("Erratum").known(DAY)["raid"]).split())

    assert "Taken back (1): corrected or retracted; not counted" in text
    assert "corrected on 12 January 2025: Erratum" in text


def test_every_answer_has_text_and_a_page_that_say_the_same(five: Timeline) -> None:
    one_of_each = {type(answer): answer for answer in every_answer(five, When("2025-01-20"))}

    assert len(one_of_each) == 8
    for answer in one_of_each.values():
        text = str(answer)

        assert text == text_of(answer)
        assert answer._repr_html_() == html_of(answer)
        assert read(html_of(answer)).split() == text.split()


def test_nothing_is_lost_where_the_environment_asks_for_colour(
    five: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowledge = five.known("2025-01-20")
    text, page = text_of(knowledge), html_of(knowledge)

    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "JUPYTER_COLUMNS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "dumb")

    assert (text_of(knowledge), html_of(knowledge)) == (text, page)


def test_a_notebook_gets_the_page_and_no_second_copy(
    five: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowledge = five.known("2025-01-20")
    text, page = text_of(knowledge), html_of(knowledge)

    # Within Jupyter, rich would show what is printed by itself, and keep nothing of it.
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)

    assert (text_of(knowledge), html_of(knowledge)) == (text, page)


def test_status_has_its_colour_in_a_page(five: Timeline) -> None:
    page = html_of(five.known("2025-02-07"))

    found = re.search(r'<span style="color: (#[0-9a-f]{6})[^"]*">In dispute \(2\)</span>', page)
    assert found is not None
    red, green, blue = rgb(found[1])
    assert red > max(green, blue)
    assert "background" not in page


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 255 for part in rgb(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2), from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_is_legible_on_a_light_page_and_on_a_dark_one(five: Timeline) -> None:
    pages = [html_of(one) for one in every_answer(five, When("2025-03-20"))]
    colours = {colour for page in pages for colour in re.findall(r"color: (#[0-9a-f]{6})", page)}

    assert len(colours) >= 6
    contrasts = {
        (colour, ground): contrast(colour, ground)
        for colour in colours
        for ground in ("#ffffff", "#111111")
    }
    assert {pair: found for pair, found in contrasts.items() if found < 4} == {}


@pytest.mark.parametrize("stranger", ["text", None, {"facts": []}])
def test_what_is_no_answer_is_refused(stranger: object) -> None:
    for form in (text_of, html_of):
        with pytest.raises(InvalidValue, match=r"an answer of timeline\.queries"):
            form(stranger)


def test_of_many_entries_the_first_are_shown_and_the_others_counted() -> None:
    collection = Timeline.in_memory()
    collection.record(ArticlePublished(Article("one", "herald", "2025-01-10")))
    collection.record(
        *(
            ClaimStated(Claim(f"one#{number}", "asserts", ("herald",), text=f"Claim {number}."))
            for number in range(1, 251)
        )
    )

    for answer in (collection.known(DAY), collection.chronology(on=DAY)):
        assert "[one#250]" not in str(answer) or "[one#9]" not in str(answer)
        assert "and 50 more, not shown here; to_dict() gives them all" in str(answer)
    diff = str(collection.diff("2025-01-01", DAY))
    assert "250 facts learned" in diff
    assert "and 50 more" in diff


@settings(max_examples=25, deadline=None)
@given(histories(), points)
def test_answers_of_any_world_print_and_show(history: list[object], day: int) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)  # type: ignore[arg-type]  # histories are of events

    for answer in every_answer(collection, When.day(day)):
        assert all(cell_len(line) <= 100 for line in str(answer).splitlines())
        assert read(html_of(answer)).split() == str(answer).split()


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><b onmouseover="alert(1)">',
    "</pre></div><iframe src='http://example.org'>",
    "<!-- hidden",
    "&lt;b&gt; &amp;amp;",
    "{code} {foreground} %s",
    "[link=http://example.org]click[/link] [red]loud[/red]",
    "\x1b[31m\x1b]8;;http://example.org\x1b\\click",
    "\u202egnp.exe\u2066",
    "$\\href{http://example.org}{x}$",
]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30))
def test_hostile_words_are_only_words(hostile: str) -> None:
    for answer in every_answer(written_by(hostile), DAY):
        text, page = text_of(answer), html_of(answer)

        assert read(page).split() == text.split()
        for shown in (*text.split("\n"), *html.unescape(page).split("\n")):
            assert all(char.isprintable() or char in JOINERS for char in shown)
