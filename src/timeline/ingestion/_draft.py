"""A curated stream to begin with: what an extractor read, as TOML that a person edits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tomlkit

from timeline.errors import InvalidValue
from timeline.linking import LinkIndex, link
from timeline.model import Evidence, Source

if TYPE_CHECKING:
    import os
    from collections.abc import Container

    from tomlkit.items import AoT, Table

    from timeline.extraction import Extraction
    from timeline.model import Article, Claim, Figure

_CONTEXT = 40
"""How many characters around a quote tell it from another place with the same words."""


def draft_of(
    article: Article,
    extraction: Extraction,
    *,
    text: str | os.PathLike[str],
    known: Container[str] = (),
    index: LinkIndex | None = None,
) -> str:
    """Return what an extractor read of an article as a curated stream, in TOML.

    It can be taken in as it stands. Each claim tells in a comment how sure the extractor is, and
    by which rules; new sources and facts stand at the end.

    Args:
        article: the article.
        extraction: what was read out of it.
        text: the file of its text, as the stream is to name it.
        known: the ids of sources that need no definition.
        index: facts that are known already, to link to.
    """
    linked = link(extraction.claims, LinkIndex() if index is None else index)
    facts = linked.facts
    document = tomlkit.document()
    document.add(tomlkit.comment(f"A draft: {article.title or article.id}"))
    document.add(tomlkit.comment("Read by machine. Edit what is wrong, and take it in as it is."))
    document.add(tomlkit.nl())
    head = tomlkit.table()
    head["text"] = Path(text).as_posix()
    head["id"] = article.id
    head["outlet"] = article.outlet
    head["published"] = str(article.published)
    for key, value in (("title", article.title), ("url", article.url)):
        if value:
            head[key] = value
    document["article"] = head
    document["claims"] = _tables(
        [_claim(claim, article, facts.get(claim.id)) for claim in extraction.claims]
    )
    named = {source.id: source for source in extraction.sources}
    used = dict.fromkeys(
        (article.outlet, *(one for claim in extraction.claims for one in claim.chain))
    )
    document["sources"] = _tables(
        [_source(named.get(one, Source(one))) for one in used if one not in known]
    )
    document["facts"] = _tables(
        [_fact(fact.id, fact.title, fact.kind) for fact in linked.new_facts]
    )
    return tomlkit.dumps(document)


def _tables(tables: list[Table]) -> AoT:
    found = tomlkit.aot()
    for table in tables:
        found.append(table)
    return found


def _claim(claim: Claim, article: Article, fact: str | None) -> Table:
    table = tomlkit.table()
    if claim.reading is not None:
        rules = ", ".join(claim.reading.rules)
        table.add(tomlkit.comment(f"{claim.reading.confidence:.0%} sure: {rules}"))
    table["id"] = int(claim.id.rpartition("#")[2])
    if fact is not None:
        table["fact"] = fact
    table["stance"] = str(claim.stance)
    table["text"] = claim.text
    if claim.occurred is not None:
        table["occurred"] = str(claim.occurred)
    table["basis"] = str(claim.basis)
    if claim.stated is not None:
        table["stated"] = str(claim.stated)
    if claim.chain[1:]:
        table["by"] = list(claim.chain[1:])
    assert claim.evidence is not None  # an extractor's claims have some
    assert article.text is not None  # as above
    table["quote"] = claim.evidence.exact
    try:
        Evidence.find(article.text, claim.evidence.exact)
    except InvalidValue:  # the same words stand at several places
        table["before"] = article.text[
            max(0, claim.evidence.start - _CONTEXT) : claim.evidence.start
        ]
        table["after"] = article.text[claim.evidence.end : claim.evidence.end + _CONTEXT]
    if claim.figures:
        figures = tomlkit.array()
        figures.multiline(multiline=True)
        for figure in claim.figures:
            figures.append(_figure(figure))
        table["figures"] = figures
    return table


def _figure(figure: Figure) -> tomlkit.items.InlineTable:
    table = tomlkit.inline_table()
    table["measure"] = figure.measure
    if figure.low is not None and figure.low == figure.high:
        table["value"] = figure.low
    else:
        for key, bound in (("low", figure.low), ("high", figure.high)):
            if bound is not None:
                table[key] = bound
    if figure.approximate:
        table["approximate"] = True
    if figure.of is not None:
        table["of"] = figure.of
    if figure.unit:
        table["unit"] = figure.unit
    if figure.as_of is not None:
        table["as_of"] = str(figure.as_of)
    return table


def _source(source: Source) -> Table:
    table = tomlkit.table()
    table["id"] = source.id
    if source.name:
        table["name"] = source.name
    if source.aliases:
        table["aliases"] = list(source.aliases)
    if source.group:
        table["group"] = True
    return table


def _fact(fact: str, title: str, kind: str) -> Table:
    table = tomlkit.table()
    table["id"] = fact
    table["title"] = title
    if kind:
        table["kind"] = kind
    return table
