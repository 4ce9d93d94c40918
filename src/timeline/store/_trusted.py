"""Events from payloads whose hash was found to fit, built without checking them once more.

What was written was valid when it was written, and the hash says that it is what was written. A
replay would spend most of its time in converters and checks. `decode` stays the one reader that
takes nothing on trust; a test holds the two to equal answers.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

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
from timeline.store._made import maker

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store._plain import Plain

_date = functools.lru_cache(maxsize=65_536)(When.parse)  # an archive has few dates
_STANCES = {stance.value: stance for stance in Stance}
_BASES = {basis.value: basis for basis in Basis}


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

_make_attribution = maker(Attribution)
_make_evidence = maker(Evidence)
_make_figure = maker(Figure)
_make_reading = maker(Reading)
_make_claim = maker(Claim)
_make_article = maker(Article)


@functools.lru_cache(maxsize=4096)  # an archive has few chains
def _attribution(*chain: str) -> Attribution:
    return _make_attribution(chain)


def _evidence(plain: Plain) -> Evidence:
    exact, start, end = plain["exact"], plain["start"], plain["end"]
    if len(plain) == 3:  # noqa: PLR2004  # these alone
        return _make_evidence(exact, start, end, "", "")
    return _make_evidence(exact, start, end, plain.get("prefix", ""), plain.get("suffix", ""))


def _figure(plain: Plain) -> Figure:
    get = plain.get
    as_of = get("as_of")
    return _make_figure(
        plain["measure"],
        get("low"),
        get("high"),
        get("unit", ""),
        get("approximate", False),
        get("of"),
        None if as_of is None else _date(as_of),
    )


def _reading(plain: Plain) -> Reading:
    get = plain.get
    return _make_reading(
        plain["by"],
        plain["confidence"],
        get("kind", ""),
        tuple(get("about", ())),
        tuple(get("rules", ())),
        get("answers", ""),
    )


def _claim(plain: Plain) -> Claim:
    get = plain.get
    occurred, stated, figures, evidence, reading = (
        get("occurred"),
        get("stated"),
        get("figures"),
        get("evidence"),
        get("reading"),
    )
    return _make_claim(
        plain["id"],
        _STANCES[plain["stance"]],
        _attribution(*plain["attribution"]),
        get("text", ""),
        None if occurred is None else _date(occurred),
        _BASES[plain["basis"]],
        None if stated is None else _date(stated),
        tuple(map(_figure, figures)) if figures else (),
        None if evidence is None else _evidence(evidence),
        None if reading is None else _reading(reading),
    )


def _article(plain: Plain) -> Article:
    get = plain.get
    text = get("text")
    return _make_article(
        plain["id"],
        plain["outlet"],
        _date(plain["published"]),
        get("title", ""),
        text,
        get("url", ""),
        # A text has its digest beside it; where it has not, `decode` works it out.
        get("sha256", "") if text is None else plain["sha256"],
    )


# ---- Events --------------------------------------------------------------------------------

_make_stated = maker(ClaimStated)
_make_linked = maker(ClaimLinked)


def _stated(plain: Plain) -> ClaimStated:
    return _make_stated(_claim(plain["claim"]))


def _linked(plain: Plain) -> ClaimLinked:
    return _make_linked(plain["claim"], plain["fact"])


# The events behind the first two check little or nothing themselves; their nouns are what costs.
_READERS: dict[str, Callable[[Plain], Event]] = {
    "claim-stated.v1": _stated,
    "claim-linked.v1": _linked,
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
