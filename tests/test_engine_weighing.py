"""A fact judged claim by claim is judged as by all claims at once, whatever comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.dates import When
from timeline.model import Attribution, Claim, Stance
from timeline.projections import joined, judge
from timeline.queries._agreement import agreement_of
from timeline.queries._entries import NONE, Whens
from timeline.queries._readings import Said
from timeline.queries._voices import Voices
from timeline.queries._weigher import BOUNDED, CONFLICT, NUMBERED, STATUSES, Weigher
from timeline.testing import whens

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCES = "abcdefgh"
STANCES = tuple(Stance)
DAYS = [When.parse(f"2025-01-{day:02}") for day in (1, 2, 3, 9)]
DATES = [None, *DAYS, When.parse("2025-01"), When.parse("[2025-01-02..2025-01-05]")]
DATES += [When.parse("2025-01-02/2025-01-05"), When.parse("../2025-01-03"), When.parse("2025-01~")]

WHENS = Whens()
NUMBERS = [WHENS.number(date) for date in DATES]


def said(claim: int, stance: int, chain: tuple[str, ...], article: int, date: int = NONE) -> Said:
    return Said(claim, stance, chain, article, date, WHENS.plain(date))


def chained(*chains: str) -> list[Said | int]:
    """Return claims of an article each, that had it from one another."""
    return [said(number, 0, tuple(chain), number) for number, chain in enumerate(chains)]


chains = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True).map(tuple)
wordings = st.builds(
    said,
    claim=st.integers(0, 12),
    stance=st.sampled_from([0, 0, 0, 1, *range(len(STANCES))]),
    chain=chains,
    article=st.integers(0, 3),
    date=st.sampled_from(NUMBERS),
)
Script = list[Said | int]
scripts: st.SearchStrategy[Script] = st.lists(wordings | st.integers(0, 12), max_size=14)


def claim_of(one: Said) -> Claim:
    name = f"article-{one.article}#{one.claim + 1}"
    occurred = WHENS.get(one.occurred)
    return Claim(name, STANCES[one.stance], Attribution(one.chain), occurred=occurred)


def all_at_once(standing: Iterable[Said], day: int) -> tuple[object, ...]:
    verdict = judge([claim_of(one) for one in standing], day)
    return (verdict.status, verdict.occurred, verdict.conflict, verdict.origins)


def claim_by_claim(weigher: Weigher, day: int) -> tuple[object, ...]:
    flags, first, last = weigher.judged(day)
    when = WHENS.get(first) if flags & NUMBERED else None
    if flags & BOUNDED:
        when = When.between(first, last)
    return (STATUSES[flags & 7], when, bool(flags & CONFLICT), weigher.origins())


@settings(deadline=None)
@given(scripts, st.integers(0, 14), st.sampled_from(DAYS))
@example(
    # An exit from a circle that is told of behind another one.
    chained("ab", "ba", "bc", "ad"),
    3,
    DAYS[0],
)
@example(
    # A new source in the middle of a chain closes a circle behind an older link.
    chained("ca", "ce", "ad", "abc"),
    4,
    DAYS[0],
)
def test_claim_by_claim_is_all_at_once(script: Script, branch: int, today: When) -> None:
    day = today.latest or 0
    weigher = Weigher(WHENS)
    standing: dict[int, Said] = {}
    for place, step in enumerate(script):
        if place == branch:
            left, left_standing = weigher, dict(standing)
            weigher = weigher.copy()
        gone = step if isinstance(step, int) else step.claim
        if isinstance(step, int) or gone in standing:
            weigher.drop(gone)
            standing.pop(gone, None)
        if not isinstance(step, int):
            weigher.add(step)
            standing[gone] = step
        assert claim_by_claim(weigher, day) == all_at_once(standing.values(), day)
    if branch < len(script):
        # What was carried on elsewhere has not changed where it was left.
        assert claim_by_claim(left, day) == all_at_once(left_standing.values(), day)


@given(scripts, st.sampled_from(DAYS))
def test_judging_seldom_is_judging_often(script: Script, today: When) -> None:
    day = today.latest or 0
    often, seldom = Weigher(WHENS), Weigher(WHENS)
    held: set[int] = set()
    for step in script:
        for weigher in (often, seldom):
            if isinstance(step, int) or step.claim in held:
                weigher.drop(step if isinstance(step, int) else step.claim)
            if not isinstance(step, int):
                weigher.add(step)
        held.add(step if isinstance(step, int) else step.claim)
        often.judged(day)
    assert claim_by_claim(often, day) == claim_by_claim(seldom, day)


@settings(deadline=None)
@given(st.lists(wordings, max_size=10), st.lists(wordings, max_size=4))
def test_what_would_be_said_is_what_is_said_then(some: list[Said], more: list[Said]) -> None:
    """Supposing claims moves nothing, and tells what taking them in does."""
    voices, bulk = Voices(), Voices.of(some)
    for one in some:
        voices.add(one)
    before = list(voices.speak())
    supposed = list(voices.speak_with(more))
    assert list(voices.speak()) == before == list(bulk.speak())
    assert list(bulk.speak_with(more)) == supposed
    for one in more:
        voices.add(one)
        bulk.add(one)
    assert list(voices.speak()) == supposed == list(bulk.speak())
    assert voices.origins() == bulk.origins()


@given(
    st.lists(st.sampled_from([date for date in DATES if date]) | whens(), min_size=1, max_size=6)
)
def test_dates_agree_one_by_one_as_all_at_once(dates: list[When]) -> None:
    carried = agreement_of([])
    for count, when in enumerate(dates, 1):
        carried.add(when)
        assert carried.copy().value() == joined(dates[:count])
    assert agreement_of(dates).value() == joined(dates)
