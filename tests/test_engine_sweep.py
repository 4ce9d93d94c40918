"""All days of a fact judged at once read as each judged for itself; the short way as the long."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_engine_weighing import WHENS, Script, scripts
from tests.worlds import by_stream, histories
from timeline import AsOf, Clock, Timeline
from timeline.dates import When
from timeline.model import Basis
from timeline.queries import _fact_steps
from timeline.queries._entries import NONE, plain_bounds
from timeline.queries._sweep import UNKNOWN, WIDTH, News, Plain, swept
from timeline.queries._weigher import Weigher
from timeline.testing import whens

if TYPE_CHECKING:
    from timeline.model import Event

fewer = settings(max_examples=settings().max_examples * 2 // 5, deadline=None)
days = st.integers(0, 40).map(lambda number: (When.parse("2025-01-01").latest or 0) + number)


@fewer
@given(histories(), st.sampled_from(Clock), st.sets(st.sampled_from(Basis), max_size=1))
def test_all_days_at_once_read_as_each_for_itself(
    history: list[Event], clock: Clock, refused: set[Basis]
) -> None:
    tl = Timeline.in_memory()
    for stream, event in by_stream(history):
        tl.store.append(stream, [event])
    view = tl._engine.view(AsOf("2025-01-01", clock=clock, refused=frozenset(refused)))
    for fact in list(view.resolution.facts()):
        steps = view.steps.of(fact)
        if steps is None:
            continue
        # When all its days are judged at once,
        at_once = swept(steps._readings, steps.line, steps.days)
        for step in range(len(steps.days) + 1):
            # then each reads as it does judged by itself, from the first claim,
            answer = steps.answer(step)
            if answer is None:
                assert at_once[step * WIDTH] == UNKNOWN
                continue
            apart = _fact_steps.Steps(steps.index, fact, steps.line, steps.days, None)
            with mock.patch.object(_fact_steps, "LONG", 0):
                alone = apart._judge(step)
            here = slice(step * WIDTH, (step + 1) * WIDTH)
            assert at_once[here] == alone[here]


@fewer
@given(histories(), st.sampled_from(Clock), st.data())
def test_a_step_that_tells_more_is_one_with_another_claim(
    history: list[Event], clock: Clock, data: st.DataObject
) -> None:
    tl = Timeline.in_memory()
    for stream, event in by_stream(history):
        tl.store.append(stream, [event])
    view = tl._engine.view(AsOf("2025-01-01", clock=clock))
    for fact in list(view.resolution.facts()):
        steps = view.steps.of(fact)
        assert steps is not None
        ends = st.integers(0, len(steps.days))
        one, other = data.draw(ends, label="one"), data.draw(ends, label="other")
        # What was heard at a step, whatever has become of it, and whether that was certain:
        heard = [
            {(heard.entry, place < len(told.sure)) for place, heard in enumerate(told.heard)}
            for told in (steps.telling(one), steps.telling(other))
        ]
        # it is seen without them whether two steps differ in it.
        assert steps.tells_more(one, other) == (heard[0] != heard[1])


def news_of(script: Script) -> list[News]:
    """Return a script as news, in which dates that are no plain moments are left out."""
    news: list[News] = []
    told: set[int] = set()
    for step in script:
        if isinstance(step, int):
            news.append((step, None))
            continue
        one = step if step.bounds else step._replace(occurred=NONE, bounds=None)
        news.append((step.claim if step.claim in told else NONE, one))
        told.add(step.claim)
    return news


@settings(deadline=None)
@given(scripts, days, st.data())
def test_numbers_alone_judge_as_weighing_does(
    script: Script, day: int, data: st.DataObject
) -> None:
    news = news_of(script)
    plain, weigher = Plain(news), Weigher(WHENS)
    for place in range(len(news)):
        plain.take(place)
        weigher.carry(news[place : place + 1])
        assert plain.judged(day) == weigher.judged(day)
        rest = range(place + 1, len(news))
        tail = sorted(data.draw(st.sets(st.sampled_from(rest), max_size=3))) if rest else []
        more = weigher.with_more([news[one] for one in tail])
        assert plain.judged_with(tail, day) == more.judged(day)
        # What was supposed has moved nothing.
        assert plain.judged(day) == weigher.judged(day)


@given(whens())
def test_a_date_is_plain_if_its_days_are_all_of_it(when: When) -> None:
    first, last = when.start_earliest, when.start_latest
    is_plain = None not in {first, last} and when == When.between(first, last)
    assert (plain_bounds(when) is not None) == (is_plain and abs(first or 0) < 2**31)
