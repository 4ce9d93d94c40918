"""schema.org as JSON-LD: what was known on a date, for search engines and knowledge graphs.

A `Claim` says what a source said, a `NewsArticle` where it stands; both hold whatever is true. An
`Event` says that something happened, so only facts that are reported or corroborated are events;
what is denied, disputed, foretold or withdrawn is a thing without a type. A `ClaimReview` is the
verdict of a person who checked, of which a collection has none: none is written.

Names begin with ``#``: they are those of the page that the data is published on.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from timeline.formats._format import Format
from timeline.formats._inert import inert, json_for_pages, web_url
from timeline.formats._loss import Losses

if TYPE_CHECKING:
    from timeline.dates import When
    from timeline.formats._format import Contents
    from timeline.formats._loss import LossReport
    from timeline.queries import Fact, KnownClaim

CONTEXT = {"@vocab": "https://schema.org/", "edtf": "http://id.loc.gov/datatypes/edtf/"}
"""Names are those of schema.org; soft dates are literals of the Library of Congress's type."""

_HAPPENED = {"reported", "corroborated"}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?)?)?")

Node = dict[str, object]


def write_jsonld(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write a graph of the facts, the claims about them, their articles and their sources."""
    losses = Losses()
    facts = contents.knowledge.facts()
    claims = [(fact, claim) for fact in facts for claim in fact.claims]
    articles = dict.fromkeys(claim.claim.article for _, claim in claims)
    worded: dict[str, int] = {}
    told = [_claim(fact, claim, worded, losses) for fact, claim in claims]
    printed = [_article(contents, name, losses) for name in articles]
    sources = {claim.origin: None for _, claim in claims}
    sources |= {contents.resolution.article(name).outlet: None for name in articles}
    graph = [
        *({"@id": f"#source/{name}", "name": _text(contents, name)} for name in sources),
        *printed,
        *(_fact(fact) for fact in facts),
        *told,
    ]
    file.write(json_for_pages({"@context": CONTEXT, "@graph": graph}))
    return losses.report("jsonld", "fact", len(facts))


def _text(contents: Contents, source: str) -> str:
    return inert(contents.names.get(source, source))


def _date(when: When) -> object:
    """Write a date as ISO 8601 where that says the same, else as a literal of EDTF."""
    if _ISO.fullmatch(when.edtf):
        return when.edtf
    return {"@type": "edtf:EDTF", "@value": when.edtf}


def _fact(fact: Fact) -> Node:
    status = str(fact.status)
    node: Node = {"@id": f"#fact/{_id(fact.id)}", "name": inert(fact.title or fact.id)}
    node["description"] = status if fact.certain else f"{status}, only possibly known"
    if status not in _HAPPENED:
        return node
    node["@type"] = "Event"
    when = fact.occurred
    if when is None:
        return node
    if not when.is_interval:
        return node | {"startDate": _date(when)}
    start, end = when.edtf.split("/")
    if start not in {"", ".."}:
        node["startDate"] = _date(when.start)
    if end not in {"", ".."}:
        node["endDate"] = _date(when.end)
    return node


def _article(contents: Contents, name: str, losses: Losses) -> Node:
    article = contents.resolution.article(name)
    node: Node = {
        "@id": f"#article/{name}",
        "@type": "NewsArticle",
        "identifier": name,
        "publisher": {"@id": f"#source/{article.outlet}"},
        "datePublished": _date(article.published),
    }
    if article.title:
        node["headline"] = inert(article.title)
    if (url := web_url(article.url)) is not None:
        node["url"] = url
    elif article.url:
        losses.add("without a link, as its address is none of the web", "article", name)
    if article.text is not None:
        losses.add("without its text, which is its publisher's", "article", name)
    return node


def _claim(fact: Fact, known: KnownClaim, worded: dict[str, int], losses: Losses) -> Node:
    """Write one wording of a claim; *worded* counts those that were written before."""
    claim = known.claim
    number = worded[claim.id] = worded.get(claim.id, 0) + 1
    wording = "" if number == 1 else f"/wording-{number}"
    node: Node = {
        "@id": f"#claim/{_id(claim.id)}{wording}",
        "@type": "Claim",
        "about": {"@id": f"#fact/{_id(fact.id)}"},
        "author": {"@id": f"#source/{known.origin}"},
        "appearance": {"@id": f"#article/{claim.article}"},
        "datePublished": _date(known.stated),
        "description": _described(known),
        "creativeWorkStatus": str(known.standing),
    }
    if claim.text:
        node["text"] = inert(claim.text)
    if claim.evidence is not None:
        node["isBasedOn"] = {
            "@type": "Quotation",
            "text": inert(claim.evidence.exact),
            "isPartOf": {"@id": f"#article/{claim.article}"},
        }
    if len(claim.chain) > 2:  # noqa: PLR2004 - the outlet and the origin have their places
        losses.add("without the sources between the outlet and the origin", "claim", claim.id)
    if claim.figures:
        losses.add("without its figures, but for the text", "claim", claim.id)
    if claim.occurred is not None:
        losses.add("without its own date of happening; its fact has one", "claim", claim.id)
    return node


def _described(known: KnownClaim) -> str:
    told = f"{known.claim.stance}; stated: {known.claim.basis}"
    return told if known.certain else f"{told}; only possibly known"


def _id(name: str) -> str:
    return name.replace("#", "/")  # a claim that nobody has linked is a fact of its own


FORMAT = Format(
    name="jsonld",
    summary="what was known on a date, in schema.org's words as JSON-LD",
    suffix=".jsonld",
    write=write_jsonld,
    dated=True,
)
