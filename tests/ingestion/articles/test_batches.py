"""Many files at once: order, repetition, memory, and any bytes at all."""

from __future__ import annotations

import json
import sys
import tempfile
import weakref
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingestion.articles.files import BODY, DEFAULTS, TODAY, read, refused
from timeline.ingestion._article_draft import ArticleDefaults
from timeline.ingestion._article_left_out import LeftOut
from timeline.ingestion._articles import SUFFIXES, read_articles
from timeline.model import Article

if TYPE_CHECKING:
    import pytest

PIECES = (
    *(
        "---\n",
        "+++\n",
        "outlet = 'A'\n",
        "outlet: A\n",
        "published: 2023\n",
        "published: auto\n",
        "id: curation\n",
        BODY,
    ),
    *(
        "<html>",
        "<body>",
        "<p>",
        "<script>x</script>",
        '<figure><img src="a"><figcaption>A',
        "&#0;",
    ),
    *('<meta property="og:title" content="A">', '<script type="application/ld+json">', "</script>"),
    *(
        '{"@type": "NewsArticle", ',
        '"articleBody": "A b."',
        "}",
        "[",
        "]",
        '"text": "A b.", ',
        ": ",
    ),
    *("\n", "\x00", "\ufeff", "A b.", "2023-05-04", "mid-January", "Earlier this month", "]](("),
)
rough = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
contents = st.binary() | rough.map(str.encode) | rough.map(lambda text: text.encode("utf-16"))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["@type", "@graph", "@id", "uri", "type", "text", "publisher", "headline",
                         "bodies", "headlines", "versioncreated", "value", "name", "articleBody",
                         "datePublished", "contentType", "infosource", "body_html", "url", "id"])
        | st.text(), inner),
    max_leaves=12,
)  # fmt: skip
documents = values.map(json.dumps) | values.map(
    lambda value: json.dumps({"@type": "NewsArticle", "articleBody": BODY, "publisher": value})
)
defaults = st.sampled_from([DEFAULTS, ArticleDefaults(), ArticleDefaults(published="auto")])


def _outcome(content: bytes, name: str, given_defaults: ArticleDefaults) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), name, content, given_defaults)
        for one in found:
            if isinstance(one, LeftOut):
                assert one.reason
                assert "\n" not in one.reason
            else:
                assert one.published.earliest is None or one.published.earliest <= TODAY.toordinal()
        return [one.category if isinstance(one, LeftOut) else one for one in found]


@given(contents, st.sampled_from([*sorted(SUFFIXES), ".x", ""]), defaults)
@settings(deadline=None, max_examples=100)
def test_any_bytes_become_an_article_or_a_reason_and_always_the_same(
    content: bytes, suffix: str, given_defaults: ArticleDefaults
) -> None:
    name = f"a{suffix}"

    first = _outcome(content, name, given_defaults)

    assert first or suffix in {".jsonl", ".ndjson"}
    assert first == _outcome(content, name, given_defaults)


@given(documents, st.sampled_from([".json", ".jsonl"]), defaults)
@settings(deadline=None)
def test_any_json_becomes_articles_or_reasons(
    content: str, suffix: str, given_defaults: ArticleDefaults
) -> None:
    assert _outcome(content.encode(), f"a{suffix}", given_defaults)


def test_a_folder_is_read_by_name_with_its_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/b.txt2", "c.txt", "README.md", "x.toml", ".hidden.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BODY} {name}")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "d.txt").write_text(BODY)

    found = list(read_articles([tmp_path], defaults=DEFAULTS, today=TODAY))

    assert [one.id if isinstance(one, Article) else str(one.category) for one in found] == [
        *("unknown-kind", "c", "b", "same-id"),
    ]


def test_a_store_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BODY)
    for name in ("timeline.db", "timeline.db-wal", "timeline.db-shm", "b.sqlite3"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0")

    [found] = read_articles([tmp_path], defaults=DEFAULTS, today=TODAY)

    assert isinstance(found, Article)


def test_links_that_lead_nowhere_or_round_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BODY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.md").symlink_to("self.md")

    article, loop, itself = read_articles([tmp_path], defaults=DEFAULTS, today=TODAY)

    assert isinstance(article, Article)
    assert isinstance(loop, LeftOut)
    assert isinstance(itself, LeftOut)
    assert "found a link to a folder" in loop.reason
    assert "Too many levels of symbolic links" in itself.reason


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(BODY)

    assert len(list(read_articles([file, tmp_path, file], defaults=DEFAULTS, today=TODAY))) == 1


def test_two_texts_of_one_id_are_told_apart_and_one_text_twice_is_let_through(
    tmp_path: Path,
) -> None:
    for folder, text in (("x", BODY), ("y", BODY), ("z", f"{BODY} It was safe.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)

    one, same, other = read_articles([tmp_path], defaults=DEFAULTS, today=TODAY)

    assert one == same
    assert isinstance(other, LeftOut)
    assert str(other.category) == "same-id"
    assert str(tmp_path / "x" / "a.txt") in other.reason


def test_reasons_can_be_counted(tmp_path: Path) -> None:
    for name, content in {"a.txt": "", "b.txt": "", "c.pdf": "x", "d.txt": BODY}.items():
        (tmp_path / name).write_text(content)

    found = read_articles([tmp_path, tmp_path / "none.txt"], defaults=DEFAULTS, today=TODAY)

    assert Counter(str(one.category) for one in found if isinstance(one, LeftOut)) == {
        "empty": 2,
        "unknown-kind": 1,
        "unreadable": 1,
    }


def test_memory_holds_one_file_at_a_time(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(BODY)
    articles = read_articles([tmp_path], defaults=ArticleDefaults("2023", "A", "B"), today=TODAY)
    alive = weakref.WeakSet[Article | LeftOut]([next(articles)])
    for number in range(20):  # none of them is read before its turn
        (tmp_path / f"{number}.txt").write_text(f"Later on. {BODY}")

    most = later = 0
    for one in articles:
        alive.add(one)
        most = max(most, len(alive))
        later += isinstance(one, Article) and (one.text or "").startswith("Later on.")

    assert later == 19
    assert most <= 2  # the one in hand and the one before


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    long, short = ({"outlet": "A", "published": "2023", "text": BODY * n} for n in (100, 1))
    file.write_text(f"{json.dumps(long)}\n{json.dumps(short)}\n")

    first, second = read_articles([file], today=TODAY, max_bytes=1_000)

    assert isinstance(first, LeftOut)
    assert first.reason.startswith("line 1: expected at most 1,000 bytes, found 6,1")
    assert isinstance(second, Article)
    assert second.id == "a-2"


def test_a_page_without_its_library_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    found = refused(tmp_path, "a.html", "<html><p>It rained.</p></html>")

    assert found[0] == "missing-library"
    assert "pip install 'timeline-engine[html]'" in found[1]
