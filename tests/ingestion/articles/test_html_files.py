"""Articles as saved web pages: the article's text, and what the page says of it where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.ingestion.articles.files import one_article, refused
from timeline.extraction.page._blocks import blocks_of
from timeline.ingestion._article_draft import ArticleDefaults

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = ArticleDefaults()
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry sinks off Luzon",
    "datePublished": "2023-05-04T00:30:00+08:00",
    "publisher": {"@type": "Organization", "name": "Northern Ledger"},
}
PARAGRAPHS = (
    "A ferry with 120 people on board sank off Luzon early on Sunday, the coast guard said.",
    "Eighty-four people have been rescued so far, and divers were looking for the others.",
    "The president has ordered an inquiry, her office said in a statement on Monday morning.",
)
META = '<meta property="{}" content="{}">'


def page(head: str, *inside: str, encoding: str = "utf-8") -> bytes:
    """Return a page as sites build them: a menu, the article, comments, a footer, scripts."""
    body = "\n".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{encoding}">{head}'
        "<script>var story = 'text of a script';</script><style>p { color: red }</style></head>"
        '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/asia">Asia</a></li></ul></nav>'
        f"<article><h1>Ferry sinks off Luzon</h1>{''.join(inside)}{body}"
        "<script>document.write('text of a script')</script></article>"
        '<section id="comments"><h3>Comments</h3><p>This is what a reader thinks.</p></section>'
        "<footer>© 2023 Northern Ledger. All rights reserved.</footer></body></html>"
    ).encode(encoding)


def linked(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_a_page_becomes_its_article_alone(tmp_path: Path) -> None:
    found = one_article(tmp_path, "Ferry sinks.html", page(linked(NEWS)), NOTHING)

    assert (found.id, found.outlet, str(found.published), found.title) == (
        *("ferry-sinks", "northern-ledger", "2023-05-04", "Ferry sinks off Luzon"),
    )
    assert found.text == "\n\n".join(["Ferry sinks off Luzon", *PARAGRAPHS])


def test_markup_in_the_words_of_linked_data_is_undone(tmp_path: Path) -> None:
    news = {**NEWS, "headline": "Fire &amp; rain", "publisher": {"name": "Ann &amp; Lee&#39;s"}}

    found = one_article(tmp_path, "a.html", page(linked(news)), NOTHING)

    assert (found.title, found.outlet) == ("Fire & rain", "ann-lee-s")


SITE = META.format("og:site_name", "Northern Ledger")
GRAPH = [
    {**NEWS, "publisher": {"@id": "#a"}},
    {"@type": "Organization", "@id": "#a", "name": "Northern Ledger"},
]
HEADS = {
    "list": linked([{"@type": "Organization", "name": "x"}, NEWS]),
    "graph": linked({"@graph": GRAPH}),
    "broken": f"{linked(NEWS)[:-30]}</script>{SITE}"
    + META.format("article:published_time", "2023-05-04T10:20:00Z"),
    "meta tags": SITE + META.format("parsely-pub-date", "2023-05-04 10:20"),
    "words": META.format("application-name", "Northern Ledger")
    + META.format("date", "4 May 2023").replace("property", "name"),
    "time element": '<link rel="canonical" href="https://www.northern-ledger/2023/a">',
}
TIME = '<time datetime="2023-05-04T10:20:00+08:00">yesterday</time>'


@pytest.mark.parametrize("where", HEADS)
def test_outlet_and_date_are_found_wherever_the_page_says_them(tmp_path: Path, where: str) -> None:
    inside = TIME if where == "time element" else ""

    found = one_article(tmp_path, "a.html", page(HEADS[where], inside), NOTHING)

    assert (found.outlet, str(found.published)) == ("northern-ledger", "2023-05-04")


WORDS = "A survivor in Batangas on Sunday."
FIGURES = {
    "figure": f"""<figure><img src="/img/a.jpg" alt="ferry"><figcaption>{WORDS}
        <span>Photo: Joel Ramos/AFP</span></figcaption></figure>""",
    "lazy": f"""<figure><div><picture><img data-src="/img/a.jpg"></picture></div>
        <figcaption>{WORDS} (AP Photo/Joel Ramos)</figcaption></figure>""",
    "wordpress": f"""<div class="wp-caption"><img src="/img/a.jpg">
        <p class="wp-caption-text">{WORDS} [AFP]</p></div>""",
}


@pytest.mark.parametrize("kind", FIGURES)
def test_captions_stay_captions(tmp_path: Path, kind: str) -> None:
    found = one_article(tmp_path, "a.html", page(linked(NEWS), FIGURES[kind]), NOTHING)

    assert found.text is not None
    captions = [b for b in blocks_of(found.text, found.title) if str(b.part) == "caption"]
    assert [found.text[b.start : b.end] for b in captions] == [WORDS]
    assert "/img/a.jpg" in found.text


def test_a_page_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    content = page(linked(NEWS), "<p>“Safe,” said Zoë.</p>", encoding="cp1252")

    found = one_article(tmp_path, "a.html", content, NOTHING)

    assert found.text is not None
    assert "“Safe,” said Zoë." in found.text


def test_a_page_is_known_by_its_content_under_any_name(tmp_path: Path) -> None:
    assert one_article(tmp_path, "a.txt", page(linked(NEWS)), NOTHING).title == NEWS["headline"]


@pytest.mark.parametrize(
    ("content", "category", "reason"),
    [
        (page(""), "no-date", "JSON-LD, meta tags and time elements"),
        (page("", "<p>Updated on 4 May 2023.</p>"), "no-date", "htmldate guesses 2023-05-04"),
        (page(linked({**NEWS, "datePublished": "2024-01-02T00:00Z"})), "future-date", "2024-01-02"),
        (page('<meta name="date" content="2023-05-04">'), "no-outlet", "--outlet"),
        (b"<!DOCTYPE html><html><head></head><body></body></html>", "html", "found no text of one"),
        (b"<html><script>var a = 'It rained on Monday.'</script></html>", "html", "no text of one"),
        (b"<html>", "html", "expected an article in the page"),
    ],
)
def test_what_a_page_lacks_is_said(
    tmp_path: Path, content: bytes, category: str, reason: str
) -> None:
    found, said = refused(tmp_path, "a.html", content, NOTHING)

    assert found == category
    assert reason in said


def test_the_address_of_a_page_can_date_it(tmp_path: Path) -> None:
    head = '<meta property="og:url" content="https://ledger.example/asia/2023/05/04/ferry-sinks">'

    found = one_article(tmp_path, "a.html", page(head), ArticleDefaults(published="auto"))

    assert str(found.published) == "2023-05-04"


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs(tmp_path: Path) -> None:
    body = "<br><br>".join(PARAGRAPHS)
    content = f"<html><body><table><tr><td><a>Home</a></td></tr><tr><td>{body}</td></tr></table>"

    found = one_article(tmp_path, "a.html", f"{content}</body></html>")

    assert found.text is not None
    assert [line for line in found.text.split("\n") if line in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize("tail", [" | Northern Ledger", " - northern ledger", ""])
def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path: Path, tail: str) -> None:
    head = SITE + META.format("og:title", f"Ferry - and two boats - sink{tail}")

    assert one_article(tmp_path, "a.html", page(head)).title == "Ferry - and two boats - sink"
