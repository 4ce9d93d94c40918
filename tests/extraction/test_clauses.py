"""Where clauses begin, what their verbs say of past and future, and how words date them."""

from __future__ import annotations

import pytest

from timeline.dates import When
from timeline.extraction.clauses._clauses import clauses_of
from timeline.extraction.dating._dating import (
    dated,
    days_in,
)
from timeline.extraction.dating._roles import (
    Role,
    role_of,
)
from timeline.extraction.dating._told_from import Anchor
from timeline.extraction.english._inflection import Form, is_participle, plural, verb_forms
from timeline.extraction.english._verb_groups import Mood, group_of
from timeline.extraction.page._page import page_of
from timeline.model import Article
from timeline.timex import tag


def _clauses(text: str) -> list[str]:
    page = page_of(Article("a", "gazette", "2025-02-07", text=text))
    return [
        text[sentence.tokens[clause.first].start : sentence.tokens[clause.last - 1].end]
        for sentence in page.sentences
        for clause in clauses_of(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("It may rain in May.", ["It may rain in May."]),
        ("It rained and the river rose.", ["It rained", "and the river rose."]),
        ("Rain and snow fell in May.", ["Rain and snow fell in May."]),
        (
            "The men who came in May have left.",
            ["The men", "who came in May", "have left."],
        ),
        (
            "A missile struck the post, killing dozens.",
            ["A missile struck the post,", "killing dozens."],
        ),
        ("He said that it was over.", ["He said", "that it was over."]),
        ("When it rained, the river rose.", ["When it rained,", "the river rose."]),
        ("Since the war began it has rained.", ["Since the war began it has rained."]),
        ("It has been so since May.", ["It has been so since May."]),
        (
            "The rate -- a third of them -- is falling.",
            ["The rate --", "a third of them --", "is falling."],
        ),
        ("Lt. Gen. Ruiz spoke.", ["Lt. Gen. Ruiz spoke."]),
        (
            "The plane, which crashed in May, had been sold.",
            ["The plane,", "which crashed in May,", "had been sold."],
        ),
        ("As of May, it works as well as ever.", ["As of May, it works as well as ever."]),
    ],
)
def test_a_sentence_is_cut_into_its_clauses(text: str, clauses: list[str]) -> None:
    assert _clauses(text) == clauses


@pytest.mark.parametrize(
    ("words", "form", "mood", "negated"),
    [
        ("they withdrew", Form.PAST, Mood.PAST, False),
        ("they have withdrawn", Form.PARTICIPLE, Mood.PERFECT, False),
        ("they had withdrawn", Form.PARTICIPLE, Mood.PLUPERFECT, False),
        ("they were withdrawn", Form.PARTICIPLE, Mood.PAST, False),
        ("they have not yet withdrawn", Form.PARTICIPLE, Mood.PERFECT, True),
        ("no army has withdrawn", Form.PARTICIPLE, Mood.PERFECT, True),
        ("they will soon withdraw", Form.BASE, Mood.FUTURE, False),
        ("they are expected to withdraw", Form.BASE, Mood.FUTURE, False),
        ("they may withdraw", Form.BASE, Mood.POSSIBLE, False),
        ("they may be trained and withdrawn", Form.PARTICIPLE, Mood.POSSIBLE, False),
        ("they appear to have withdrawn", Form.PARTICIPLE, Mood.PERFECT, False),
        ("they failed to withdraw", Form.BASE, Mood.PAST, True),
        ("they fight to withdraw", Form.BASE, Mood.UNREAL, False),
        ("if they withdraw", Form.BASE, Mood.UNREAL, False),
        ("so that they withdraw", Form.BASE, Mood.UNREAL, False),
        ("they are withdrawing", Form.GERUND, Mood.PRESENT, False),
    ],
)
def test_a_verb_group_has_its_mood(words: str, form: Form, mood: Mood, *, negated: bool) -> None:
    tokens = page_of(Article("a", "gazette", "2025-02-07", text=words)).sentences[0].tokens
    found = group_of(tokens, len(tokens) - 1, form)
    assert (found.mood, found.negated) == (mood, negated)


@pytest.mark.parametrize(
    ("text", "role", "mood", "when"),
    [
        ("struck on January 9", Role.AT, Mood.PAST, "2025-01-09"),
        (
            "out of combat since mid-January",
            Role.SINCE,
            Mood.PERFECT,
            "[2025-01-11..2025-01-20]/..",
        ),
        ("as of mid-January", Role.AS_OF, Mood.PERFECT, "[2025-01-11..2025-01-20]"),
        ("done by January 9", Role.BY, Mood.PERFECT, "[..2025-01-09]"),
        ("open until January 9, 2025", Role.UNTIL, Mood.PAST, "../2025-01-09"),
        ("before January 9", Role.BEFORE, Mood.PAST, "[..2025-01-08]"),
        ("after January 9", Role.AFTER, Mood.PAST, "[2025-01-09..]"),
        ("absent for about two weeks", Role.LASTING, Mood.PERFECT, "[2025-01-21..2025-01-27]/.."),
        ("in his New Year's message", Role.AT, Mood.PAST, "2025-01-01~"),
    ],
)
def test_words_before_a_date_say_how_it_bounds(
    text: str, role: Role, mood: Mood, when: str
) -> None:
    published = When("2025-02-07")
    (time,) = tag(text, published)
    assert role_of(text, time) is role
    found = dated(text, time, mood, Anchor(published))
    assert found is not None
    assert found[0] == When(when)


def test_a_weekday_in_a_quotation_is_counted_from_the_day_of_speaking() -> None:
    text = "We struck on Friday"
    (time,) = tag(text, When("2025-02-07"))
    found = dated(text, time, Mood.PAST, Anchor(When("2025-02-02")))
    assert found is not None
    assert found[0] == When("2025-01-31")


def test_a_forecast_begins_on_its_day_or_behind_a_longer_stretch() -> None:
    assert Anchor(When("2025-02-02")).ahead == When("[2025-02-02..]")
    assert Anchor(When("2024-12")).ahead == When("[2025-01-01..]")


@pytest.mark.parametrize(("text", "days"), [("three weeks", 21), ("two months", 61), ("a day", 1)])
def test_durations_have_days(text: str, days: int) -> None:
    (time,) = tag(f"for {text}", When("2025-02-07"))
    assert days_in(time) == days


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("flee", ["flee", "flees", "fled", "fled", "fleeing"]),
        ("die", ["die", "dies", "died", "died", "dying"]),
        ("swap", ["swap", "swaps", "swapped", "swapped", "swapping"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("deploy", ["deploy", "deploys", "deployed", "deployed", "deploying"]),
    ],
)
def test_verbs_are_inflected(verb: str, forms: list[str]) -> None:
    assert [word for word, _ in verb_forms(verb)] == forms
    assert is_participle(forms[3])


def test_nouns_have_plurals() -> None:
    assert [plural(noun) for noun in ("raid", "clash", "treaty", "delay")] == [
        "raids",
        "clashes",
        "treaties",
        "delays",
    ]
