"""Articles as JSON: schema.org, ninjs of three generations, plain records, lines of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.ingestion.articles.files import BODY, one_article, read, refused
from timeline.ingestion._article_draft import ArticleDefaults
from timeline.ingestion._article_left_out import LeftOut
from timeline.model import Article

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = ArticleDefaults()
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge falls",
    "datePublished": "2023-05-04T00:30:00+09:00",
    "publisher": {"@type": "Organization", "name": "The Gazette"},
    "url": "https://gazette.example/2023/05/bridge-falls",
    "articleBody": BODY,
}
NINJS_1 = {
    "uri": "http://agency.example/items/20230504-1",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2023-05-04T10:37:00Z",
    "headline": "Bridge falls",
    "infosource": [{"name": "The Gazette"}],
    "body_text": "in one line",
    "body_xhtml": f"<p>{BODY}</p><script>x()</script><p>It was safe.</p>",
}
NINJS_2 = {
    "uri": "urn:newsml:agency.example:20230504:1",
    "versioncreated": "2023-05-04T10:37:00Z",
    "headlines": [{"role": "short", "value": "Fall"}, {"role": "main", "value": "Bridge falls"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": BODY}],
    "infosources": [{"name": "The Gazette"}],
}
NINJS_3 = {
    "uri": "urn:newsml:agency.example:20230504:1",
    "versionCreated": "2023-05-03T23:37:00Z",
    "firstCreated": "2023-05-01T23:37:00Z",
    "embargoed": "2023-05-04T06:00:00Z",
    "pubStatus": "usable",
    "headlines": [{"role": "main", "value": "Bridge falls"}],
    "bodies": [
        {"role": "plain", "contentType": "text/plain", "value": "in one line"},
        {"role": "rich", "contentType": "text/html", "value": f"<div><p>{BODY}</p></div>"},
    ],
    "copyrightHolder": "The Gazette",
}
RECORD = {"outlet": "The Gazette", "published": "2023-05-04", "title": "Bridge falls", "text": BODY}


@pytest.mark.parametrize(
    ("item", "article"),
    [
        (NEWS, "a"),
        ({**NEWS, "@type": ["CreativeWork", "https://schema.org/ReportageNewsArticle"]}, "a"),
        ({**NEWS, "publisher": "The Gazette"}, "a"),
        ({**NEWS, "publisher": [{"name": ["The Gazette", "x"]}]}, "a"),
        ({**NEWS, "articleBody": f"<p>{BODY}</p>"}, "a"),
        ([NEWS], "gazette.example-2023-05-bridge-falls"),
        ({"@graph": [{"@id": "#us", "name": "The Gazette"}, {**NEWS, "publisher": {"@id": "#us"}}]},
         "gazette.example-2023-05-bridge-falls"),
        (NINJS_2, "urn-newsml-agency.example-20230504-1"),
        (NINJS_3, "urn-newsml-agency.example-20230504-1"),
        (RECORD, "a"),
        ({**RECORD, "id": "bridge"}, "bridge"),
    ],
)  # fmt: skip
def test_an_item_is_read_as_what_it_is(tmp_path: Path, item: object, article: str) -> None:
    found = one_article(tmp_path, "a.json", json.dumps(item), NOTHING)

    assert found == Article(
        *(article, "the-gazette", "2023-05-04", "Bridge falls", BODY, found.url),
    )


def test_markup_goes_before_plain_text_since_it_knows_its_paragraphs(tmp_path: Path) -> None:
    found = one_article(tmp_path, "a.json", json.dumps(NINJS_1), NOTHING)

    assert found.text == f"{BODY}\n\nIt was safe."
    assert found.url == NINJS_1["uri"]


@pytest.mark.parametrize(
    ("item", "category", "reason"),
    [
        ("{", "json", "line 1: expected JSON"),
        ("[]", "json", "found an empty list"),
        ("3", "json", "found 3"),
        ('{"a": 1, "b": 2}', "json", "found an object with the keys a, b"),
        (json.dumps({**NINJS_1, "type": "picture"}), "unknown-kind", "'picture'"),
        (json.dumps({**NINJS_1, "pubstatus": "canceled"}), "not-published", "'canceled'"),
        (json.dumps({**NEWS, "datePublished": "yesterday"}), "invalid", "'yesterday'"),
        (json.dumps({**NEWS, "datePublished": None}), "no-date", "datePublished and publisher"),
        (json.dumps({**NEWS, "articleBody": ""}), "empty", "no words"),
        (json.dumps({**NEWS, "datePublished": "2024-01-02"}), "future-date", "2024-01-02"),
        ("[" * 5_000, "json", "expected JSON"),
    ],
)
def test_what_is_wrong_with_an_item_is_said(
    tmp_path: Path, item: str, category: str, reason: str
) -> None:
    found, said = refused(tmp_path, "a.json", item, NOTHING)

    assert found == category
    assert reason in said


def test_lines_of_json_are_read_one_by_one_and_bad_ones_named(tmp_path: Path) -> None:
    lines = [
        json.dumps(RECORD),
        "",
        "{",
        json.dumps({**RECORD, "text": ""}),
        "\xff",
        json.dumps(NEWS),
    ]

    found = read(tmp_path, "a.jsonl", "\n".join(lines), NOTHING)

    assert [str(one.category) if isinstance(one, LeftOut) else one.id for one in found] == [
        *("a-1", "json", "empty", "json", "gazette.example-2023-05-bridge-falls"),
    ]
    assert [one.reason.split(":")[0] for one in found if isinstance(one, LeftOut)] == [
        *("line 3", "line 4", "line 5"),
    ]
    assert not [one for one in found if isinstance(one, LeftOut) and ": line 1" in one.reason]


def test_a_list_names_the_items_that_are_no_articles(tmp_path: Path) -> None:
    _, left_out, _ = read(tmp_path, "a.json", json.dumps([RECORD, 7, NINJS_1]), NOTHING)

    assert isinstance(left_out, LeftOut)
    assert left_out.reason.startswith("item 2: expected a schema.org NewsArticle")
