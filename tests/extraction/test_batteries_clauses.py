"""Clauses by template times verb: clefts, nights, lapses, ends, what fell through, what remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXTRACTOR = RuleExtractor()
_PUBLISHED = "2026-09-11"  # a Friday
_TUESDAY, _PAST, _LASTING = "2026-09-08", "[..2026-09-11]", "../[2026-09-11..]"

_DEEDS = (
    ("the bridge", "collapse", "collapsed", ""),
    ("the minister", "resign", "resigned", ""),
    ("the ferry", "sink", "sank", ""),
    ("the army", "shell", "shelled", " the town"),
    ("the museum", "reopen", "reopened", ""),
    ("the airline", "cancel", "cancelled", " 40 flights"),
    ("the president", "dissolve", "dissolved", " the assembly"),
)


def _dates(text: str) -> list[str]:
    claims = _EXTRACTOR.extract(Article("a", "gazette", _PUBLISHED, text=text)).claims
    return [str(claim.occurred) for claim in claims]


def _sentences(template: str) -> Iterable[str]:
    for subject, base, past, rest in _DEEDS:
        told = template.format(subject=subject, base=base, past=past, rest=rest)
        yield told[0].upper() + told[1:]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("It was on Tuesday that {subject} {past}{rest}.", _TUESDAY),
        ("It was only in March that {subject} {past}{rest}.", "2026-03"),
        ("It was not until Tuesday that {subject} {past}{rest}.", _TUESDAY),
        ("It wasn't until 2019 that {subject} {past}{rest}.", "2019"),
        ("{subject} did not {base}{rest} until March.", "2026-03"),
        ("{subject} {past}{rest} overnight into Tuesday.", "[2026-09-07..2026-09-08]"),
        ("{subject} {past}{rest} in the night to Tuesday.", "[2026-09-07..2026-09-08]"),
        ("{subject} {past}{rest} on the night of 7-8 September.", "[2026-09-07..2026-09-08]"),
        ("{subject} {past}{rest} from Monday night into Tuesday.", "[2026-09-07..2026-09-08]"),
        ("{subject} {past}{rest} a day after the blast on Monday.", _TUESDAY),
        ("{subject} {past}{rest} the day after Monday's blast.", _TUESDAY),
        ("{subject} {past}{rest} two days after the vote on September 6.", _TUESDAY),
        ("{subject} {past}{rest} two days before the vote on Thursday.", _TUESDAY),
        ("The road was open until {subject} {past}{rest} on Tuesday.", _TUESDAY),
        ("The road was open until {subject} {past}{rest} on Tuesday.", "../2026-09-08"),
        ("By the time help came on Tuesday, {subject} had {past}{rest}.", "[..2026-09-08]"),
        ("Since {subject} {past}{rest} in March, the road has been shut.", "2026-03/.."),
    ],
)
def test_the_day_of_a_clause_is_found(template: str, expected: str) -> None:
    for sentence in _sentences(template):
        if "had sank" not in sentence:
            assert expected in _dates(sentence), sentence


@pytest.mark.parametrize(
    "template",
    [
        "{subject} was due to {base}{rest} on Tuesday but did not.",
        "{subject} was supposed to {base}{rest} on Tuesday.",
        "{subject} had been expected to {base}{rest} on Tuesday.",
    ],
)
def test_what_fell_through_is_not_told_as_done_or_to_come(template: str) -> None:
    for sentence in _sentences(template):
        assert not {_TUESDAY, "2026-09-15"}.intersection(_dates(sentence)[:1]), sentence


def test_what_is_due_is_still_to_come() -> None:
    for sentence in _sentences("{subject} is due to {base}{rest} on Thursday."):
        assert "2026-09-17" in _dates(sentence), sentence


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The army shelled the town on Tuesday, two days after the bridge collapsed.", "06"),
        ("The army shelled the town on Tuesday, the day before the bridge collapsed.", "09"),
    ],
)
def test_a_lapse_dates_the_other_clause(text: str, other: str) -> None:
    assert _dates(text) == [_TUESDAY, f"2026-09-{other}"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge collapsed shortly before midnight on Tuesday.",
        "The bridge collapsed minutes after 4 a.m. on Tuesday.",
    ],
)
def test_a_lapse_before_an_hour_leaves_the_day(text: str) -> None:
    assert _dates(text) == [_TUESDAY]


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted two days after the vote on September 6.",
        "Trading was halted for two days after the vote on September 6.",
    ],
)
def test_a_length_is_no_lapse(text: str) -> None:
    assert "2026-09-08" not in _dates(text)


@pytest.mark.parametrize("subject", ["The border", "The northern road", "Rossi", "His phone"])
@pytest.mark.parametrize(
    "state",
    [
        "remains closed",
        "remains in use",
        "continues to cause concern",
        "is not allowed to open",
        "has been slipping for years",
        "has been shut ever since",
        "is open at weekends",
    ],
)
def test_what_remains_so_lasts(subject: str, state: str) -> None:
    assert _dates(f"{subject} {state}.") == [_LASTING]


@pytest.mark.parametrize(
    "text",
    ["The remains of the ship.", "Divers found the remains.", "They want it to remain open."],
)
def test_remains_that_are_no_verb_last_not(text: str) -> None:
    assert _LASTING not in _dates(text)


@pytest.mark.parametrize("asked", ["called for an inquiry", "demanded a pay rise", "offered aid"])
def test_what_the_speaker_asked_for_is_asked_by_then(asked: str) -> None:
    assert _dates(f"Anna Holm {asked}.") == [_PAST]


@pytest.mark.parametrize("verb", ["were able to", "used to", "kept"])
def test_what_went_on_then_is_over(verb: str) -> None:
    done = "reading the messages" if verb == "kept" else "read the messages"
    assert _dates(f"The minister said the guards {verb} {done}.") == [_PAST]


def test_what_somebody_thinks_is_best_is_no_deed() -> None:
    assert _PAST not in _dates("Outside experts urged caution, the Herald said.")


def test_a_refusal_denies_nothing() -> None:
    text = "The minister said the owner failed to open a new office."
    claims = _EXTRACTOR.extract(Article("a", "gazette", _PUBLISHED, text=text)).claims
    assert [claim.stance.value for claim in claims] == ["asserts"]
    assert [str(claim.occurred) for claim in claims] == [_PAST]
