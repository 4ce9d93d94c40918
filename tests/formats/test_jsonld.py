"""JSON-LD in the words of schema.org: valid, checked by foreign tools, and no surer than known."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings

from tests.formats.conftest import AS_OF, store_of, written
from tests.formats.hostile import hostile
from timeline import Article, Claim, Status
from timeline.model import ArticlePublished, ClaimLinked, ClaimStated
from timeline.queries import Engine, Knowledge
from timeline.testing import newsrooms

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.store import EventStore
    from timeline.testing import Newsroom

BASE = "https://example.org/page"


def graph_of(store: EventStore) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = orjson.loads(written(store, "jsonld").data)["@graph"]
    return nodes


def expanded(store: EventStore) -> list[dict[str, Any]]:
    """Return the graph as a foreign processor of JSON-LD 1.1 reads it."""
    jsonld = pytest.importorskip("pyld.jsonld")
    plain = orjson.loads(written(store, "jsonld").data)
    nodes: list[dict[str, Any]] = jsonld.expand(plain, {"base": BASE})
    return nodes


@settings(max_examples=25, deadline=None)
@given(newsrooms())
def test_a_foreign_processor_reads_all_of_it(room: Newsroom) -> None:
    store = store_of(room.events)
    plain = graph_of(store)

    nodes = {node["@id"]: node for node in expanded(store)}

    assert len(nodes) == len(plain)
    for node in plain:
        read = nodes[f"{BASE}{node['@id']}"]
        assert {name.rpartition("/")[2] for name in read if name[0] != "@"} == {
            name for name in node if name[0] != "@"
        }
        if "@type" in node:
            assert read["@type"] == [f"https://schema.org/{node['@type']}"]


@settings(max_examples=25, deadline=None)
@given(newsrooms())
def test_every_reference_is_in_the_graph(room: Newsroom) -> None:
    nodes = graph_of(store_of(room.events))

    names = {node["@id"] for node in nodes}
    assert len(names) == len(nodes)
    for node in nodes:
        for value in node.values():
            if isinstance(value, dict) and "@id" in value:
                assert value["@id"] in names


@settings(max_examples=25, deadline=None)
@given(newsrooms())
def test_only_what_is_supported_and_undenied_is_an_event(room: Newsroom) -> None:
    store = store_of(room.events)
    types = {node["@id"]: node.get("@type") for node in graph_of(store)}

    for fact in Knowledge(Engine(store), AS_OF).facts():
        supported = fact.status in {Status.REPORTED, Status.CORROBORATED}
        name = f"#fact/{fact.id.replace('#', '/')}"
        assert (types[name] == "Event") is supported
    assert set(types.values()) <= {"Event", "NewsArticle", "Claim", None}  # no ClaimReview


def test_dates_are_plain_where_iso_says_the_same_and_typed_where_not() -> None:
    dates: dict[str, tuple[object, object]] = {
        "2025-01-09": ("2025-01-09", None),
        "2024-11": ("2024-11", None),
        "2025-01-09T10:00:00Z": ("2025-01-09T10:00:00Z", None),
        "2024-11~": ({"@type": "edtf:EDTF", "@value": "2024-11~"}, None),
        "[..2025-01-20]": ({"@type": "edtf:EDTF", "@value": "[..2025-01-20]"}, None),
        "2024-10/2024-11": ("2024-10", "2024-11"),
        "2025-01-15~/..": ({"@type": "edtf:EDTF", "@value": "2025-01-15~"}, None),
        "../2024-11": (None, "2024-11"),
    }
    events = [
        event
        for number, date in enumerate(dates, start=1)
        for event in (
            ClaimStated(Claim(f"one#{number}", "asserts", "daily", occurred=date)),
            ClaimLinked(f"one#{number}", f"fact-{number}"),
        )
    ]
    store = store_of([ArticlePublished(Article("one", "daily", "2025-02-01")), *events])

    nodes = {node["@id"]: node for node in graph_of(store)}

    for number, (start, end) in enumerate(dates.values(), start=1):
        fact = nodes[f"#fact/fact-{number}"]
        assert (fact.get("startDate"), fact.get("endDate")) == (start, end)


def test_hostile_words_are_inert() -> None:
    out = written(store_of(hostile()), "jsonld")

    assert b"<" not in out.data  # so that it can stand inside a script element
    assert "\u202e" not in out.data.decode()
    assert b'"url"' not in out.data
    assert "without a link, as its address is none of the web: 1 article (one)" in str(out.report)


@pytest.mark.no_cover  # it is long, and other tests reach its lines
@pytest.mark.browser
def test_the_vocabulary_has_every_type_and_property(five: EventStore, tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which fetches the types of schema.org, is not installed")
    packages = ("schema-dts@2.1.0", "typescript@5.9.3")
    ran = subprocess.run(
        [npm, "install", "--silent", "--ignore-scripts", "--prefix", str(tmp_path), *packages],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if ran.returncode:
        pytest.skip(f"npm could not fetch {packages}: {ran.stderr.strip()[-200:]}")
    typed = [node for node in graph_of(five) if "@type" in node]
    for node in typed:
        for name in ("startDate", "endDate", "datePublished"):
            if isinstance(node.get(name), dict):  # the types know of dates as plain text alone
                node[name] = node[name]["@value"]

    def written_as(name: str, nodes: list[dict[str, Any]]) -> None:
        graph = orjson.dumps({"@context": "https://schema.org", "@graph": nodes}).decode()
        source = f'import type {{Graph}} from "schema-dts";\nexport const graph: Graph = {graph};\n'
        (tmp_path / name).write_text(source, encoding="utf-8")

    written_as("ours.ts", typed)
    written_as("wrong.ts", [typed[0] | {"misspelled": "x"}])
    # Both at once: loading the vocabulary is what takes long.
    compiler = ("node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck")
    checked = subprocess.run(
        [*compiler, "ours.ts", "wrong.ts"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    complaints = re.findall(r"^\S.*", checked.stdout, re.MULTILINE)
    assert [one for one in complaints if not one.startswith("wrong.ts")] == []
    assert "misspelled" in checked.stdout  # the check can fail
