"""The nouns as plain JSON values and back, one explicit pair of functions for each.

What these functions write is on disk for ever: a field may be added with a default, but a change
of meaning needs a new version of every event that carries the noun. Absent optional fields are
left out, so that a field added later does not change how older events are written.
"""

from __future__ import annotations

from typing import Any

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.model import Article, Attribution, Claim, Evidence, Figure, Number, Reading, Source

Plain = dict[str, Any]
"""An object of JSON: text, numbers, booleans, lists and more of its kind."""


def only(plain: object, required: frozenset[str], allowed: frozenset[str], place: str) -> Plain:
    """Return *plain* if it is an object with these fields and no others.

    A field that nobody reads would be lost on the next writing, so it is refused.
    """
    if not isinstance(plain, dict):
        raise InvalidValue(place, expected="an object", got=plain)
    if not plain.keys() >= required:
        raise InvalidValue(
            place, expected=f"an object with {_listed(required)}", got=_listed(plain.keys())
        )
    if not plain.keys() <= allowed:
        raise InvalidValue(
            place, expected=f"fields among {_listed(allowed)}", got=_listed(plain.keys())
        )
    return plain


def text_of(value: object, place: str) -> str:
    """Return *value* if it is text."""
    if not isinstance(value, str):
        raise InvalidValue(place, expected="text", got=value)
    return value


def texts_of(values: object, place: str) -> list[str]:
    """Return *values* if they are a sequence of texts."""
    if not isinstance(values, list | tuple):
        raise InvalidValue(place, expected="a list of texts", got=values)
    return [text_of(value, place) for value in values]


def when_of(value: object, place: str) -> When:
    """Return the date that *value* writes in EDTF."""
    return When.parse(text_of(value, place))


def whole_of(value: object, place: str) -> int:
    """Return *value* if it is a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidValue(place, expected="a whole number", got=value)
    return value


def _listed(names: object) -> str:
    return ", ".join(sorted(names)) or "nothing"  # type: ignore[call-overload]  # names of fields


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue(place, expected="true or false", got=value)
    return value


# ---- Articles ------------------------------------------------------------------------------

_ARTICLE = frozenset({"id", "outlet", "published"})
_ARTICLE_ALL = _ARTICLE | {"title", "text", "url", "sha256"}


def article_plain(article: Article) -> Plain:
    """Write an article."""
    plain: Plain = {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published.edtf,
    }
    if article.title != "":
        plain["title"] = text_of(article.title, "article.title")
    if article.text is not None:
        plain["text"] = text_of(article.text, "article.text")
    if article.url != "":
        plain["url"] = text_of(article.url, "article.url")
    if article.sha256 != "":
        plain["sha256"] = text_of(article.sha256, "article.sha256")
    return plain


def article_from(value: object) -> Article:
    """Read an article; a text that its digest does not fit is refused."""
    plain = only(value, _ARTICLE, _ARTICLE_ALL, "article")
    text = plain.get("text")
    return Article(
        id=plain["id"],
        outlet=plain["outlet"],
        published=when_of(plain["published"], "article.published"),
        title=text_of(plain.get("title", ""), "article.title"),
        text=None if text is None else text_of(text, "article.text"),
        url=text_of(plain.get("url", ""), "article.url"),
        sha256=text_of(plain.get("sha256", ""), "article.sha256"),
    )


# ---- Claims --------------------------------------------------------------------------------

_CLAIM = frozenset({"id", "stance", "attribution", "basis"})
_CLAIM_ALL = _CLAIM | {"text", "occurred", "stated", "figures", "evidence", "reading"}


def claim_plain(claim: Claim) -> Plain:
    """Write a claim."""
    # In the order of the alphabet, so that there is nothing left to sort. (`value` of an enum is a
    # property written in Python, and slow.)
    plain: Plain = {"attribution": claim.attribution.chain, "basis": claim.basis._value_}
    if claim.evidence is not None:
        plain["evidence"] = _evidence_plain(claim.evidence)
    if claim.figures:
        plain["figures"] = [_figure_plain(figure) for figure in claim.figures]
    plain["id"] = claim.id
    if claim.occurred is not None:
        plain["occurred"] = claim.occurred.edtf
    if claim.reading is not None:
        plain["reading"] = _reading_plain(claim.reading)
    plain["stance"] = claim.stance._value_
    if claim.stated is not None:
        plain["stated"] = claim.stated.edtf
    if claim.text != "":
        plain["text"] = text_of(claim.text, "claim.text")
    return plain


def claim_from(value: object) -> Claim:
    """Read a claim."""
    plain = only(value, _CLAIM, _CLAIM_ALL, "claim")
    occurred, stated, evidence = plain.get("occurred"), plain.get("stated"), plain.get("evidence")
    reading = plain.get("reading")
    figures = plain.get("figures", [])
    if not isinstance(figures, list):
        raise InvalidValue("claim.figures", expected="a list of figures", got=figures)
    return Claim(
        id=plain["id"],
        stance=plain["stance"],
        attribution=Attribution(tuple(texts_of(plain["attribution"], "claim.attribution"))),
        text=text_of(plain.get("text", ""), "claim.text"),
        occurred=None if occurred is None else when_of(occurred, "claim.occurred"),
        basis=plain["basis"],
        stated=None if stated is None else when_of(stated, "claim.stated"),
        figures=tuple(_figure_from(figure) for figure in figures),
        evidence=None if evidence is None else _evidence_from(evidence),
        reading=None if reading is None else _reading_from(reading),
    )


_FIGURE = frozenset({"measure"})
_FIGURE_ALL = _FIGURE | {"low", "high", "unit", "approximate", "of", "as_of"}


def _figure_plain(figure: Figure) -> Plain:
    plain: Plain = {"measure": text_of(figure.measure, "figure.measure")}
    if figure.low is not None:
        plain["low"] = _number(figure.low)
    if figure.high is not None:
        plain["high"] = _number(figure.high)
    if figure.unit != "":
        plain["unit"] = text_of(figure.unit, "figure.unit")
    if figure.approximate:
        plain["approximate"] = True
    if figure.of is not None:
        plain["of"] = _number(figure.of)
    if figure.as_of is not None:
        plain["as_of"] = figure.as_of.edtf
    return plain


def _number(value: Number) -> Number:
    # JSON keeps 2 and 2.0 apart, and so do we; a subclass of either becomes plain.
    return int(value) if isinstance(value, int) else float(value)


def _figure_from(value: object) -> Figure:
    plain = only(value, _FIGURE, _FIGURE_ALL, "figure")
    as_of = plain.get("as_of")
    return Figure(
        text_of(plain["measure"], "figure.measure"),
        low=plain.get("low"),
        high=plain.get("high"),
        unit=text_of(plain.get("unit", ""), "figure.unit"),
        approximate=_flag(plain.get("approximate", False), "figure.approximate"),
        of=plain.get("of"),
        as_of=None if as_of is None else when_of(as_of, "figure.as_of"),
    )


_EVIDENCE = frozenset({"exact", "start", "end"})
_EVIDENCE_ALL = _EVIDENCE | {"prefix", "suffix"}


def _evidence_plain(evidence: Evidence) -> Plain:
    plain: Plain = {
        "end": whole_of(evidence.end, "evidence.end"),
        "exact": text_of(evidence.exact, "evidence.exact"),
    }
    if evidence.prefix != "":
        plain["prefix"] = text_of(evidence.prefix, "evidence.prefix")
    plain["start"] = whole_of(evidence.start, "evidence.start")
    if evidence.suffix != "":
        plain["suffix"] = text_of(evidence.suffix, "evidence.suffix")
    return plain


def _evidence_from(value: object) -> Evidence:
    plain = only(value, _EVIDENCE, _EVIDENCE_ALL, "evidence")
    return Evidence(
        exact=text_of(plain["exact"], "evidence.exact"),
        start=whole_of(plain["start"], "evidence.start"),
        end=whole_of(plain["end"], "evidence.end"),
        prefix=text_of(plain.get("prefix", ""), "evidence.prefix"),
        suffix=text_of(plain.get("suffix", ""), "evidence.suffix"),
    )


_READING = frozenset({"by", "confidence"})
_READING_ALL = _READING | {"kind", "about", "rules", "answers"}


def _reading_plain(reading: Reading) -> Plain:
    plain: Plain = {
        "by": text_of(reading.by, "reading.by"),
        "confidence": _number(reading.confidence),
    }
    if reading.kind != "":
        plain["kind"] = text_of(reading.kind, "reading.kind")
    if reading.about:
        plain["about"] = texts_of(reading.about, "reading.about")
    if reading.rules:
        plain["rules"] = texts_of(reading.rules, "reading.rules")
    if reading.answers:
        plain["answers"] = text_of(reading.answers, "reading.answers")
    return plain


def _reading_from(value: object) -> Reading:
    plain = only(value, _READING, _READING_ALL, "reading")
    return Reading(
        text_of(plain["by"], "reading.by"),
        plain["confidence"],
        kind=text_of(plain.get("kind", ""), "reading.kind"),
        about=texts_of(plain.get("about", []), "reading.about"),
        rules=texts_of(plain.get("rules", []), "reading.rules"),
        answers=text_of(plain.get("answers", ""), "reading.answers"),
    )


# ---- Sources -------------------------------------------------------------------------------

_SOURCE = frozenset({"id"})
_SOURCE_ALL = _SOURCE | {"name", "aliases", "group"}


def source_plain(source: Source) -> Plain:
    """Write a source."""
    plain: Plain = {"id": source.id}
    if source.name != "":
        plain["name"] = text_of(source.name, "source.name")
    if source.aliases:
        plain["aliases"] = texts_of(source.aliases, "source.aliases")
    if source.group:
        plain["group"] = True
    return plain


def source_from(value: object) -> Source:
    """Read a source."""
    plain = only(value, _SOURCE, _SOURCE_ALL, "source")
    return Source(
        id=plain["id"],
        name=text_of(plain.get("name", ""), "source.name"),
        aliases=tuple(texts_of(plain.get("aliases", []), "source.aliases")),
        group=_flag(plain.get("group", False), "source.group"),
    )
