"""What others wrote never acts: no markup, no script, no address, no turned letters."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.pages import Elements, data_of, page_text
from tests.rendering.collections import written_by
from timeline import Timeline
from timeline.model import Article, ArticlePublished, Claim, ClaimStated, Evidence
from timeline.rendering.page._links import quote_link, web_link

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]> --> </style><style>*{display:none}</style>",
    "</noscript><script>alert(1)</script><noscript>",
    "{{ 7 * 7 }}{% raw %}",
    "\\u003cscript\\u003ealert(1)",
    "\u202egnirts a \u2066turned\u2069 \u200f",
    "\x1b[31mred\x07\x00",
    "x" * 10_000,
    "\u2028\u2029",
)
LINKS = {
    "https://example.org/a": True,
    "http://example.org/a?b=1&c=2#d": True,
    "HTTPS://EXAMPLE.ORG/": True,
    "javascript:alert(1)": False,
    "java\tscript:alert(1)": False,
    "\x01javascript:alert(1)": False,
    "data:text/html,<script>alert(1)</script>": False,
    "file:///etc/passwd": False,
    "//example.org/a": False,
    "https://example.org@evil.example/": False,
    "https://exa mple.org/": False,
    'https://example.org/"><script>': False,
    "https://example.org/\u202egpj.exe": False,
    "https://[": False,
    "https://" + "a" * 3000 + ".example/": False,
    "": False,
}
TURNING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
KEPT = {"\n", "\u200c", "\u200d"}  # line ends of our own; joiners that scripts need


def assert_inert(page: str) -> None:
    """Nothing but what our template has can be in a page: no element, attribute or address more."""
    elements = Elements(page)
    scripts = elements.named("script")
    assert [one.get("type") for one in scripts] == ["application/json", None]
    assert len(elements.named("style")) == 1
    assert not {"img", "iframe", "object", "embed", "link", "base"} & {
        tag for tag, _ in elements.found
    }
    for tag, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "style" not in attributes
        address = attributes.get("href")
        assert address is None or re.match(r"#|https?://", address, re.IGNORECASE), address
    odd = {char for char in page if unicodedata.category(char) in TURNING} - KEPT
    assert odd == set()


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_only_words(hostile: str) -> None:
    assert_inert(page_text(written_by(hostile), title=hostile))


@given(st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_any_words_are_only_words(words: str) -> None:
    assert_inert(page_text(written_by(words), title=words))


def linked(url: str, text: str = "They said so, twice.") -> Timeline:
    collection = Timeline.in_memory()
    quote = Evidence.find(text, "They said so")
    collection.record(
        ArticlePublished(Article("one", "herald", "2025-01-10", title="News", text=text, url=url)),
        ClaimStated(Claim("one#1", "asserts", ("herald",), text="So it is.", evidence=quote)),
    )
    return collection


@pytest.mark.parametrize(("url", "plain"), LINKS.items(), ids=range(len(LINKS)))
def test_only_plain_addresses_of_the_web_become_links(url: str, *, plain: bool) -> None:
    page = page_text(linked(url))

    assert_inert(page)
    addresses = [one.get("href") or "" for one in Elements(page).named("a")]
    assert any(one.startswith(("http", "HTTP")) for one in addresses) is plain
    assert (web_link(url) is not None) is plain
    claim, article = data_of(page)["claims"][0], data_of(page)["articles"][0]
    assert bool(claim[12]) is bool(article[4]) is plain


@given(st.text(max_size=80), st.text(min_size=1, max_size=400))
def test_a_link_is_of_the_web_or_there_is_none(url: str, quote: str) -> None:
    for link in (web_link(url), quote_link(url, quote), quote_link("https://a.example/b", quote)):
        assert link is None or re.fullmatch(
            r"https?://[!-~\u00a1-\U0010ffff]+", link, re.IGNORECASE
        )


def test_the_policy_lets_nothing_run_but_the_script_and_the_style_of_the_page(
    five_articles_page: str,
) -> None:
    [policy] = [
        one["content"] or ""
        for one in Elements(five_articles_page).named("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    for rule, pattern in (
        ("script-src", r"<script>(.*?)</script>"),
        ("style-src", r"<style>(.*?)</style>"),
    ):
        [inline] = re.findall(pattern, five_articles_page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert rules.pop(rule) == f"'sha256-{digest}'"
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_the_page_fetches_nothing(five_articles_page: str) -> None:
    fetching = {"src", "srcset", "data", "poster", "action", "formaction", "background"}
    for _, attributes in Elements(five_articles_page).found:
        assert not fetching & set(attributes)
    style = five_articles_page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_of_the_five_articles_is_small(five_articles_page: str) -> None:
    assert len(five_articles_page.encode()) < 250_000
