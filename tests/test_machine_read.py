"""What the rules make of the articles, beside what a person made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.score_extraction import Tally, scored
from timeline import Timeline
from timeline.extraction import RuleExtractor
from timeline.model import Claim, ClaimLinked, ClaimStated

if TYPE_CHECKING:
    from timeline.queries import Knowledge

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES, STREAMS = FIXTURES / "articles", FIXTURES / "streams"


@pytest.fixture(scope="module")
def machine() -> Timeline:
    return Timeline.read(ARTICLES)


@pytest.fixture(scope="module")
def curated() -> Timeline:
    return Timeline.read(STREAMS)


def _by_fact(collection: Timeline) -> dict[str, list[Claim]]:
    claims: dict[str, Claim] = {}
    facts: dict[str, list[Claim]] = {}
    for recorded in collection.store.read_all():
        match recorded.event:
            case ClaimStated(claim=claim):
                claims[claim.id] = claim
            case ClaimLinked(claim=name, fact=fact):
                facts.setdefault(fact, []).append(claims[name])
            case _:
                pass
    return facts


def _same_words(one: Claim, other: Claim) -> bool:
    assert one.evidence is not None
    assert other.evidence is not None
    shared = min(one.evidence.end, other.evidence.end) - max(
        one.evidence.start, other.evidence.start
    )
    shorter = min(one.evidence.end - one.evidence.start, other.evidence.end - other.evidence.start)
    return one.article == other.article and 2 * shared > shorter


def _corresponding(fact: str, curated: Timeline, machine: Timeline) -> str:
    """Return the machine's fact that rests on most of the words that a curated fact rests on."""
    gold = _by_fact(curated)[fact]
    votes = {
        name: sum(1 for one in gold if any(_same_words(one, claim) for claim in claims))
        for name, claims in _by_fact(machine).items()
    }
    return max(votes, key=lambda name: votes[name])


def _answer(knowledge: Knowledge, fact: str) -> tuple[str, str, str] | None:
    found = knowledge.get(fact)
    if found is None or not found.claims:
        return None
    return str(found.status), str(found.occurred), str(found.certainty)


@pytest.mark.parametrize(
    "fact",
    [
        "putin-visit",
        "kursk-incursion",
        "deployment",
        "pow-capture",
        "nis-casualty-estimate",
        "combat-halt",
        "withdrawal",
        "command-post-strike",
        "second-wave",
    ],
)
def test_the_machine_agrees_on_what_was_known_on_january_20(
    fact: str, curated: Timeline, machine: Timeline
) -> None:
    theirs = _answer(machine.known("2025-01-20"), _corresponding(fact, curated, machine))
    assert theirs == _answer(curated.known("2025-01-20"), fact)


def test_the_machine_finds_the_withdrawal_disputed_on_february_6(
    curated: Timeline, machine: Timeline
) -> None:
    fact = _corresponding("withdrawal", curated, machine)
    assert str(machine.known("2025-02-06")[fact].status) == "disputed"
    assert str(machine.known("2025-01-31")[fact].status) == "reported"


def _share(tally: Tally) -> float:
    return tally.right / tally.of


def test_the_rules_read_the_five_articles_as_well_as_they_are_meant_to() -> None:
    table, misses = scored(ARTICLES, STREAMS, RuleExtractor(), FIXTURES / "known" / "stated.csv")
    assert _share(table["facts found with right bounds of occurred"]) >= 0.90, misses
    assert _share(table["facts found with right origin and stated"]) >= 0.85, misses
    assert _share(table["figures with right bounds and measure"]) >= 0.85, misses
    assert _share(table["precision: dated claims aligned, with right bounds"]) >= 0.80, misses


def test_the_rules_do_not_get_worse_on_news_of_other_fields() -> None:
    unseen = FIXTURES / "unseen"
    table, misses = scored(unseen / "articles", unseen / "streams", RuleExtractor())
    assert _share(table["facts found with right bounds of occurred"]) >= 0.60, misses
    assert _share(table["facts found with right origin and stated"]) >= 0.57, misses
    assert _share(table["precision: dated claims aligned, with right bounds"]) >= 0.75, misses


def test_the_names_of_files_have_no_say(machine: Timeline, tmp_path: Path) -> None:
    files = sorted(ARTICLES.glob("*.md"), reverse=True)
    for number, file in enumerate(files):
        (tmp_path / f"{number}.md").write_bytes(file.read_bytes())
    renamed = Timeline.read(tmp_path)
    for day in ("2025-01-20", "2025-02-08"):
        assert renamed.known(day).to_dict() == machine.known(day).to_dict()
