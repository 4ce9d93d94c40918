"""Events from payloads whose hash was found to fit, built without checking them once more.

What was written was valid when it was written, and the hash says that it is what was written. So
the fields are put where the constructors would put them, by the descriptors of their slots: a
replay spends most of its time in converters and checks otherwise. `decode` stays the one reader
that takes nothing on trust; a test holds the two to equal answers.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import orjson

from timeline.dates import When
from timeline.errors import TimelineError
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRevised,
    ClaimStated,
    Event,
    Evidence,
    FactDescribed,
    Figure,
    Reading,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store._plain import Plain

    Setter = Callable[[Any, Any], None]

T = TypeVar("T")

_new: Callable[[type[T]], T] = object.__new__
_date = When.parse  # remembers what it read
_STANCES = {stance.value: stance for stance in Stance}
_BASES = {basis.value: basis for basis in Basis}


def _setters(cls: type[Any]) -> tuple[Setter, ...]:
    return tuple(vars(cls)[field.name].__set__ for field in attrs.fields(cls))


def trusted(type_: str, payload: bytes) -> Event | None:
    """Return the event that was written as *payload*, or None where `decode` has to read it.

    Types that are rare, and types of older versions, have no reader here.

    >>> trusted("claim-linked.v1", b'{"claim":"kontur-2025-02-07#14","fact":"pow-capture"}')
    ClaimLinked(claim='kontur-2025-02-07#14', fact='pow-capture')
    >>> trusted("claim-linked.v0", b"{}") is None
    True
    """
    reader = _READERS.get(type_)
    if reader is None:
        return None
    try:
        return reader(orjson.loads(payload))
    except (LookupError, TypeError, AttributeError, orjson.JSONDecodeError, TimelineError):
        return None  # forged with its hash; `decode` finds the words for what is wrong


# ---- Nouns ---------------------------------------------------------------------------------

_set_chain = vars(Attribution)["chain"].__set__


@functools.lru_cache(maxsize=4096)  # an archive has few chains
def _attribution(*chain: str) -> Attribution:
    attribution = _new(Attribution)
    _set_chain(attribution, chain)
    return attribution


_evidence_exact, _evidence_start, _evidence_end, _evidence_prefix, _evidence_suffix = _setters(
    Evidence
)


def _evidence(plain: Plain) -> Evidence:
    evidence = _new(Evidence)
    _evidence_exact(evidence, plain["exact"])
    _evidence_start(evidence, plain["start"])
    _evidence_end(evidence, plain["end"])
    _evidence_prefix(evidence, plain.get("prefix", ""))
    _evidence_suffix(evidence, plain.get("suffix", ""))
    return evidence


(
    _figure_measure,
    _figure_low,
    _figure_high,
    _figure_unit,
    _figure_approximate,
    _figure_of,
    _figure_as_of,
) = _setters(Figure)


def _figure(plain: Plain) -> Figure:
    figure, get = _new(Figure), plain.get
    as_of = get("as_of")
    _figure_measure(figure, plain["measure"])
    _figure_low(figure, get("low"))
    _figure_high(figure, get("high"))
    _figure_unit(figure, get("unit", ""))
    _figure_approximate(figure, get("approximate", False))
    _figure_of(figure, get("of"))
    _figure_as_of(figure, None if as_of is None else _date(as_of))
    return figure


(
    _claim_id,
    _claim_stance,
    _claim_attribution,
    _claim_text,
    _claim_occurred,
    _claim_basis,
    _claim_stated,
    _claim_figures,
    _claim_evidence,
    _claim_reading,
) = _setters(Claim)

_reading_by, _reading_confidence, _reading_kind, _reading_about, _reading_rules = _setters(Reading)


def _reading(plain: Plain) -> Reading:
    reading, get = _new(Reading), plain.get
    _reading_by(reading, plain["by"])
    _reading_confidence(reading, plain["confidence"])
    _reading_kind(reading, get("kind", ""))
    _reading_about(reading, tuple(get("about", ())))
    _reading_rules(reading, tuple(get("rules", ())))
    return reading


def _claim(plain: Plain) -> Claim:
    claim, get = _new(Claim), plain.get
    occurred, stated, figures, evidence, reading = (
        get("occurred"),
        get("stated"),
        get("figures"),
        get("evidence"),
        get("reading"),
    )
    _claim_id(claim, plain["id"])
    _claim_stance(claim, _STANCES[plain["stance"]])
    _claim_attribution(claim, _attribution(*plain["attribution"]))
    _claim_text(claim, get("text", ""))
    _claim_occurred(claim, None if occurred is None else _date(occurred))
    _claim_basis(claim, _BASES[plain["basis"]])
    _claim_stated(claim, None if stated is None else _date(stated))
    _claim_figures(claim, tuple(map(_figure, figures)) if figures else ())
    _claim_evidence(claim, None if evidence is None else _evidence(evidence))
    _claim_reading(claim, None if reading is None else _reading(reading))
    return claim


(
    _article_id,
    _article_outlet,
    _article_published,
    _article_title,
    _article_text,
    _article_url,
    _article_sha256,
) = _setters(Article)


def _article(plain: Plain) -> Article:
    article, get = _new(Article), plain.get
    text = get("text")
    _article_id(article, plain["id"])
    _article_outlet(article, plain["outlet"])
    _article_published(article, _date(plain["published"]))
    _article_title(article, get("title", ""))
    _article_text(article, text)
    _article_url(article, get("url", ""))
    # A text has its digest beside it; where it has not, `decode` works it out.
    _article_sha256(article, get("sha256", "") if text is None else plain["sha256"])
    return article


# ---- Events --------------------------------------------------------------------------------

_stated_claim = vars(ClaimStated)["claim"].__set__
_linked_claim, _linked_fact = _setters(ClaimLinked)


def _claim_stated_event(plain: Plain) -> ClaimStated:
    event = _new(ClaimStated)
    _stated_claim(event, _claim(plain["claim"]))
    return event


def _claim_linked_event(plain: Plain) -> ClaimLinked:
    event = _new(ClaimLinked)
    _linked_claim(event, plain["claim"])
    _linked_fact(event, plain["fact"])
    return event


# The events behind these two check little or nothing themselves; their nouns are what costs.
_READERS: dict[str, Callable[[Plain], Event]] = {
    "claim-stated.v1": _claim_stated_event,
    "claim-linked.v1": _claim_linked_event,
    "article-published.v1": lambda plain: ArticlePublished(_article(plain["article"])),
    "article-revised.v1": lambda plain: ArticleRevised(_article(plain["article"])),
    "claim-corrected.v1": lambda plain: ClaimCorrected(
        _claim(plain["claim"]), _date(plain["on"]), plain.get("note", "")
    ),
    "claim-revised.v1": lambda plain: ClaimRevised(
        _claim(plain["claim"]), plain.get("correction", 0)
    ),
    "fact-described.v1": lambda plain: FactDescribed(
        plain["fact"], plain["title"], plain.get("kind", "")
    ),
}
