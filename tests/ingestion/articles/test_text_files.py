"""Articles as text: front matter, defaults, encodings, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingestion.articles.files import BODY, DEFAULTS, TODAY, one_article, read, refused
from timeline.dates import When
from timeline.ingestion._article_draft import ArticleDefaults
from timeline.ingestion._articles import read_articles
from timeline.model import Article

FIXTURES = Path(__file__).parents[3] / "fixtures" / "articles"
NOTHING = ArticleDefaults()


def test_the_five_articles_are_read_as_article_read_does() -> None:
    files = sorted(FIXTURES.glob("*.md"))

    assert list(read_articles([FIXTURES])) == [Article.read(file) for file in files]


def test_front_matter_goes_before_defaults(tmp_path: Path) -> None:
    content = f"---\nid: gash\noutlet: Korea Daily\npublished: 2023-05\ntitle: 'A'\n---\n{BODY}"

    found = one_article(tmp_path, "a.md", content)

    assert (found.id, found.outlet, str(found.published), found.title, found.text) == (
        *("gash", "korea-daily", "2023-05", "A"),
        BODY,
    )


def test_defaults_fill_in_what_a_plain_text_does_not_say(tmp_path: Path) -> None:
    found = one_article(tmp_path, "Bridge falls!.txt", f"Bridge falls\n\n{BODY}\n")

    assert (found.id, found.outlet, str(found.published), found.title) == (
        *("bridge-falls", "the-gazette", "2023-05-04", "Bridge falls"),
    )


def test_front_matter_of_programs_that_clip_pages_is_read(tmp_path: Path) -> None:
    content = (
        '---\ntitle: "Bridge falls"\nurl: https://www.gazette.example/a\nauthor:\n  - "[[Ann]]"\n'
        f"published: 2023-05-04\n# a note\ntags: [a, b]\n---\n{BODY}"
    )

    found = one_article(tmp_path, "a.md", content, NOTHING)

    assert (found.outlet, found.url) == ("gazette.example", "https://www.gazette.example/a")


@pytest.mark.parametrize(
    ("content", "category", "reason"),
    [
        (f"---\noutlet: A\n{BODY}\n", "front-matter", "line 3: expected 'key: value'"),
        ("---\noutlet: A\n", "front-matter", "expected a second '---'"),
        ("+++\noutlet = 'A'\n", "front-matter", "line 3: expected a second '+++'"),
        ("+++\na = 1\noutlet = A\n+++\nB.", "front-matter", "line 3: expected TOML, found: Inv"),
        (
            f"---\noutlet: A\noutlet: B\n---\n{BODY}",
            "front-matter",
            "line 3: expected 'outlet' once",
        ),
        (f"---\noutlet: A\ndate: 2023\n---\n{BODY}", "no-date", "'date' is not read, write 'publ"),
        (f"---\noutlet: A\npublished: May 4\n---\n{BODY}", "invalid", "'May 4'"),
        (f"---\noutlet: A\npublished: 2023-02-30\n---\n{BODY}", "invalid", "February 2023"),
        (f"---\noutlet: A\npublished: 2023/..\n---\n{BODY}", "invalid", "a date with a last day"),
        (f"---\nid: A b\noutlet: A\npublished: 2023\n---\n{BODY}", "invalid", "article.id"),
        (f"---\noutlet: A\npublished: 2024-01-02\n---\n{BODY}", "future-date", "found 2024-01-02"),
        (f"---\npublished: 2023\n---\n{BODY}", "no-outlet", "--outlet"),
        (f"---\noutlet: 新聞\npublished: 2023\n---\n{BODY}", "no-outlet", "'新聞'"),
        (
            f"---\noutlet: A\n---\n{BODY}",
            "no-date",
            "published: expected a date in the front matter",
        ),
        ("---\noutlet: A\npublished: 2023\n---\n\n * * *\n", "empty", "no words"),
        ("", "empty", "found 0 empty bytes"),
        (" \n\t\n", "empty", "empty bytes"),
        ("…—…", "empty", "no words"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, content: str, category: str, reason: str
) -> None:
    found, said = refused(tmp_path, "a.md", content, NOTHING)

    assert found == category
    assert reason in said


def test_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    content = (
        '+++\noutlet = "The Gazette"\npublished = 2023-05-04T10:00:00+09:00\ntags = ["a"]\n'
        f'title = "It \\"fell\\""\n[extra]\nx = 1\n+++\n{BODY}'
    )

    found = one_article(tmp_path, "a.md", content, NOTHING)

    assert (found.outlet, str(found.published), found.title, found.text) == (
        *("the-gazette", "2023-05-04", 'It "fell"', BODY),
    )


def test_names_lose_their_accents_and_no_letter(tmp_path: Path) -> None:
    found = one_article(tmp_path, "Łódź–Öl.md", f"---\noutlet: Süßes Ørsted\n---\n{BODY}")

    assert (found.id, found.outlet) == ("lodz-ol", "susses-orsted")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_known_by_its_nulls(tmp_path: Path, encoding: str) -> None:
    text = f"“{BODY}” – Zoë"

    assert one_article(tmp_path, "a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_or_without_its_mark(tmp_path: Path, encoding: str) -> None:
    text = f"“{BODY}” – Zoë"

    assert one_article(tmp_path, "a.txt", text.encode(encoding)).text == text


def test_text_of_old_windows_is_read(tmp_path: Path) -> None:
    text = f"{BODY}\r\n\r\n“It was safe,” said Zoë Müller of the café “Straße” – in résumé."

    found = one_article(tmp_path, "a.txt", text.encode("cp1252"))

    assert found.text == text.replace("\r\n", "\n")


def test_without_a_guess_the_wrong_byte_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "charset_normalizer", None)

    found = refused(tmp_path, "a.txt", b"It rained in Z\xfcrich.")

    assert found[0] == "encoding"
    assert found[1].startswith("byte 14: expected UTF-8")
    assert "0xfc" in found[1]


@pytest.mark.parametrize(
    ("content", "category", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "binary", "found a PDF document"),
        (b"PK\x03\x04abc", "binary", "found a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0", "binary", "found a picture"),
        (b"It rained.\0\0", "binary", "byte 10: expected text, found the control character 0x00"),
        (b"\xff\xfeI\0t\0\x00\xd8", "encoding", "byte 6: expected UTF-16-LE"),
        (b"x" * 2_000, "too-large", "expected at most 1,000 bytes, found 2,000"),
    ],
)
def test_what_is_no_text_is_named(
    tmp_path: Path, content: bytes, category: str, reason: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)

    [found] = read_articles([file], defaults=DEFAULTS, today=TODAY, max_bytes=1_000)

    assert not isinstance(found, Article)
    assert str(found.category) == category
    assert reason in found.reason


def test_a_missing_date_is_proposed_from_the_text(tmp_path: Path) -> None:
    text = "Forty were dead as of mid-January.\n\nA bridge on 29 November 2022. (AP Photo/A)"

    category, reason = refused(tmp_path, "a.txt", text, ArticleDefaults(outlet="A"))

    assert category == "no-date"
    assert "the text implies [2023-01-16..2023-03-21]" in reason
    assert "line 1: 'mid-January'" in reason
    assert "--published auto" in reason


def test_auto_takes_the_date_that_is_implied(tmp_path: Path) -> None:
    text = "Forty were dead as of mid-January.\n\nA bridge on 29 November 2022. (AP Photo/A)"

    found = one_article(tmp_path, "a.txt", text, ArticleDefaults(published="auto", outlet="A"))

    assert found.published == When("[2023-01-16..2023-03-21]")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Forty were dead as of mid-January.", "the text tells no year"),
        ("Forty were dead.", "the text implies none either"),
    ],
)
def test_auto_asks_where_nothing_is_implied(tmp_path: Path, text: str, reason: str) -> None:
    auto = ArticleDefaults(published="auto", outlet="A")

    category, said = refused(tmp_path, "a.txt", text, auto)

    assert category == "no-date"
    assert reason in said


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bridge falls.md", "bridge-falls"),
        ("2023/bridge/index.md", "bridge"),
        ("curation.md", "article-0ba7c4c4dfd1"),
        ("大橋.md", "article-"),
    ],
)
def test_a_file_names_its_article_the_same_every_time(
    tmp_path: Path, name: str, expected: str
) -> None:
    first, again = (one_article(tmp_path, name, BODY).id for _ in range(2))

    assert first == again
    assert first.startswith(expected.removesuffix("0ba7c4c4dfd1"))


def test_a_file_of_no_known_ending_is_read_by_its_content(tmp_path: Path) -> None:
    assert [one.text for one in read(tmp_path, "a.story", BODY) if isinstance(one, Article)] == [
        BODY
    ]
