"""What a person sees of a claim, or of two facts, before they decide: enough to do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.cli._options import today
from timeline.rendering import counted, fields, line

if TYPE_CHECKING:
    from rich.text import Text

    from timeline import Timeline
    from timeline.ingestion import DoubtfulClaim, DoubtfulPair
    from timeline.model import Article, Claim
    from timeline.queries import Knowledge

_CONTEXT = 160
"""How many characters of the text are shown around a quote."""

_CLAIMS = 3
"""How many claims of a fact are shown beside one that it may be."""

Rows = list[tuple[str, "Text"]]


def all_known(opened: Timeline) -> Knowledge:
    """Return what was known when all was; of an empty store, what is known today."""
    return opened.known(opened.last_news() or today())


def claim_screen(opened: Timeline, doubtful: DoubtfulClaim, place: str) -> Group:
    """Return what a claim says, where, and what else its fact is about."""
    claim, known = doubtful.claim, all_known(opened)
    reading = claim.reading
    assert reading is not None  # doubtful claims are a machine's
    rows = [
        ("claim", line(claim.text, (f"  [{claim.id}]", "dim"))),
        ("article", line(_article(doubtful.article))),
        (
            "about",
            line(
                _title(known, doubtful.fact),
                (f"  [{doubtful.fact}] ({reading.kind or 'no kind'})", "dim"),
            ),
        ),
        *_told(known, doubtful.fact, without=claim.id),
        ("stance", line(str(claim.stance))),
        ("by", line(" <- ".join(claim.chain))),
        ("occurred", line("no date" if claim.occurred is None else str(claim.occurred))),
        ("said", line(f"{claim.basis}" + ("" if claim.stated is None else f" {claim.stated}"))),
        *(("figure", line(str(figure))) for figure in claim.figures),
        *_answered(opened, reading.answers),
        ("read", line(f"{reading.confidence:.0%} sure: {', '.join(reading.rules)}")),
    ]
    quoted = line(*_quoted(claim, doubtful.article.text or ""))
    return Group(line((place, "dim")), fields(rows), quoted)


def pair_screen(known: Knowledge, pair: DoubtfulPair, place: str) -> Group:
    """Return what the claims of two facts say, each with who says it and when."""
    rows = [
        ("fact", line(_title(known, pair.fact), (f"  [{pair.fact}]", "dim"))),
        *_told(known, pair.fact, first=pair.claim.id),
        ("into", line(_title(known, pair.into), (f"  [{pair.into}]", "dim"))),
        *_told(known, pair.into),
        ("why", line(pair.score.why)),
    ]
    return Group(line((place, "dim")), fields(rows))


def _article(article: Article) -> str:
    """Return an article as one can find it, with the day by which its weekdays are read."""
    title = f'"{article.title}", ' if article.title else ""
    return f"{title}{article.outlet}, printed {article.published}"


def _title(known: Knowledge, fact: str) -> str:
    return known[fact].title if fact in known else fact


def _told(known: Knowledge, fact: str, first: str = "", without: str = "") -> Rows:
    """Return what the claims of a fact say, each with its stance, its sources and its dates."""
    found = [one for one in known[fact].claims if one.claim.id != without] if fact in known else []
    found.sort(key=lambda one: one.claim.id != first)
    rows = [
        (
            "",
            line(
                f"- {' <- '.join(one.claim.chain)} {one.claim.stance}: {one.claim.text}",
                (f"  [{one.claim.id}]", "dim"),
                (f" {one.claim.occurred or 'no date'}; said {one.stated}", "dim"),
            ),
        )
        for one in found[:_CLAIMS]
    ]
    if len(found) > _CLAIMS:
        rows.append(("", line((f"- and {counted(len(found) - _CLAIMS, 'claim')} more", "dim"))))
    return rows


def _answered(opened: Timeline, answers: str) -> Rows:
    """Return the claim that another one answers, in its own words."""
    from timeline.ingestion import claim_now  # noqa: PLC0415 - not light

    if not answers:
        return []
    claim = claim_now(opened.store, answers)
    return [("answers", line("" if claim is None else claim.text, (f"  [{answers}]", "dim")))]


def _quoted(claim: Claim, text: str) -> tuple[str | tuple[str, str], ...]:
    if claim.evidence is None:
        return ("",)
    start, end = claim.evidence.start, claim.evidence.end
    before = " ".join(text[max(0, start - _CONTEXT) : start].split())
    after = " ".join(text[end : end + _CONTEXT].split())
    # Whether a space stands at the edges of a quote is for the text to say.
    left = "" if text[start - 1 : start].strip() else " "
    right = "" if text[end : end + 1].strip() else " "
    return (
        (f"... {before}{left}" if before else "", "dim"),
        (claim.evidence.exact, "bold"),
        (f"{right}{after} ..." if after else "", "dim"),
    )
