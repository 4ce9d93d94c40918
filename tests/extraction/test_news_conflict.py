"""Plain sentences of news of wars, disasters, migration and protest: dates, speakers, figures."""

from __future__ import annotations

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim, Stance

_READER = RuleExtractor()


def _read(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", "2026-09-11", text=text)).claims


def _days(text: str) -> list[str]:
    return [str(claim.occurred) for claim in _read(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union rejected the offer and called a general strike for Monday.", "2026-09-14"),
        ("The opposition called a mass rally for Saturday.", "2026-09-12"),
        ("The council scheduled a vote for Wednesday.", "2026-09-16"),
        ("The two sides agreed a fresh round of talks for Thursday.", "2026-09-17"),
        ("The government declared a day of mourning for Saturday.", "2026-09-12"),
        ("The president called an election for October 4.", "2026-10-04"),
        ("The minister offered 200 crowns to poor families from October.", "2026-10/.."),
        ("The government promised free school meals from January.", "2027-01/.."),
        ("The government approved a curfew from Saturday.", "2026-09-12/.."),
        ("The EU was unlikely to follow suit before its summit on October 15.", "2026-10-15"),
    ],
)
def test_what_is_called_for_a_day_is_still_to_come(text: str, day: str) -> None:
    (claim,) = _read(text)
    assert (str(claim.occurred), claim.stance) == (day, Stance.FORECASTS)


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 the union called a strike for May 1.",
        "Last year the president called an election for October 4.",
        "The union had called a strike for Monday.",
        "The army announced the death toll for August.",
        "Health officials recorded 12 deaths for Monday.",
        "The court jailed him for Monday's stabbing.",
        "The company announced a profit rise from August.",
        "The minister released footage from Monday.",
    ],
)
def test_what_was_told_of_a_day_gone_by_is_over(text: str) -> None:
    assert Stance.FORECASTS not in {claim.stance for claim in _read(text)}


@pytest.mark.parametrize(
    ("text", "origin", "count"),
    [
        ("Witnesses put the toll at seven.", "witnesses", 7),
        ("Witnesses put the toll at nineteen.", "witnesses", 19),
        ("The army put the number of dead at three.", "army", 3),
    ],
)
def test_a_toll_put_at_a_number_in_words_is_no_hour(text: str, origin: str, count: int) -> None:
    (claim,) = _read(text)
    assert (claim.attribution.origin, claim.figures[0].low) == (origin, count)
    assert str(claim.occurred) != "2026-09-11"


@pytest.mark.parametrize("text", ["The talks began at seven.", "The bomb went off at seven."])
def test_an_hour_in_words_is_one(text: str) -> None:
    assert _days(text) == ["2026-09-11"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "In the first six months of the year 240 people were killed on the roads.",
            "[2026-01-01..2026-06-30]",
        ),
        ("By the end of the year 300 soldiers had died.", "[2026-09-11..2026-12-31]"),
        ("The city was founded in the year 476.", "0476"),
        ("In the year 79 Vesuvius erupted.", "0079"),
    ],
)
def test_a_count_behind_the_year_is_no_year(text: str, day: str) -> None:
    assert _days(text) == [day]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The International Organization for Migration said 40 people had drowned.",
         "international-organization-for-migration"),
        ("The Centre for Strategic Research said 40 tanks had been lost.",
         "centre-for-strategic-research"),
        ("The Committee to Protect Journalists said 12 reporters had been jailed.",
         "committee-to-protect-journalists"),
        ("The agency for Libya said 40 people had died.", "agency"),
        ("A UN report said 40 people had died.", "un"),
        ("At least 40 people had died, a UN report said.", "un"),
        ("At least 40 people had died, a Red Cross report said.", "red-cross"),
        ("The Taliban claim that 40 people had died.", "taliban"),
        ("A survivor rescued by a patrol said 40 people had died.", "survivor"),
        ("An official briefed on the search said 40 people had died.", "official"),
        ("Villagers displaced by the fighting said 40 people had died.", "villagers"),
    ],
)  # fmt: skip
def test_whose_word_it_is(text: str, origin: str) -> None:
    (claim,) = _read(text)
    assert claim.attribution.origin == origin


@pytest.mark.parametrize(
    ("text", "origin", "stated"),
    [
        ("Some 40 people had died, according to United Nations estimates published in July.",
         "united-nations", "2026-07"),
        ("Some 300 schools were hit, according to a UN report issued last month.",
         "un", "2026-08"),
        ("The dam was unsafe, according to a World Bank report published in May.",
         "world-bank", "2026-05"),
        ("A study published in August said 40 villages were cut off.", "study", "2026-08"),
        ("A report released on Monday by the UN said 40 villages were cut off.",
         "un", "2026-09-07"),
    ],
)  # fmt: skip
def test_a_paper_says_so_when_it_is_published(text: str, origin: str, stated: str) -> None:
    said = [(one.attribution.origin, str(one.stated)) for one in _read(text)]
    assert (origin, stated) in said


@pytest.mark.parametrize(
    ("text", "day", "origin"),
    [
        ("A survivor rescued on Monday said the crew had fled.", "2026-09-07", "survivor"),
        ("A man arrested on Monday told police that he had been paid.", "2026-09-07", "man"),
        ("The ship attacked on Monday said it had lost power.", "2026-09-07", "ship"),
    ],
)
def test_the_outlet_tells_what_befell_a_speaker(text: str, day: str, origin: str) -> None:
    own, said = _read(text)
    assert (own.attribution.origin, str(own.occurred)) == ("gazette", day)
    assert (said.attribution.origin, said.stated) == (origin, None)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The coast guard declined to comment, citing an investigation opened in May.",
         "coast-guard"),
        ("The army refused to say how many had died, citing a report due on Monday.", "army"),
    ],
)  # fmt: skip
def test_a_reason_for_silence_is_no_source(text: str, origin: str) -> None:
    silent = [one for one in _read(text) if one.stance is Stance.WITHHOLDS]
    assert [one.attribution.origin for one in silent] == [origin]


@pytest.mark.parametrize(
    "behind", ["unless the attacks stopped", "because of the floods", "if the sanctions stayed"]
)
def test_a_plan_beside_a_day_stays_with_its_speaker(behind: str) -> None:
    (claim,) = _read(f"The minister said she would skip the talks, due on October 3, {behind}.")
    assert claim.attribution.origin == "minister"
    assert (claim.stance, str(claim.occurred)) == (Stance.FORECASTS, "2026-10-03")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Over 1,400 people died this year, compared with 1,150 in the same period of 2025.",
         ("1150", "2025")),
        ("Some 300 people fled last month, police said, against 120 in the same month of 2025.",
         ("120", "2025-08")),
        ("Some 18,000 people were moved to shelters, police said, up from 11,000 on Wednesday.",
         ("11000", "2026-09-09")),
        ("The death toll rose to 64 on Friday from 46 on Wednesday.", ("46", "2026-09-09")),
    ],
)  # fmt: skip
def test_a_count_compared_holds_for_its_own_day(text: str, then: tuple[str, str]) -> None:
    told = [[(str(one.low), str(claim.occurred)) for one in claim.figures] for claim in _read(text)]
    assert then in [figure for figures in told for figure in figures]
    assert all(len(figures) <= 1 for figures in told)


@pytest.mark.parametrize(
    "text",
    [
        "Many blocks built before 1990 would not withstand a strong quake.",
        "Houses built before 1990 will be checked.",
        "Engineers have warned that bridges built in 1960 could collapse.",
    ],
)
def test_when_things_were_built_is_not_when_they_will_fall(text: str) -> None:
    assert _days(text) == ["[2026-09-11..]"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The region's last big earthquake, in November 1977, killed 1,500 people.", "1977-11"),
        ("The last such flood, in 2019, killed 112 people.", "2019"),
        ("The previous strike, on August 3, destroyed 40 homes.", "2026-08-03"),
    ],
)
def test_a_verb_has_the_day_between_commas_before_it(text: str, day: str) -> None:
    assert set(_days(text)) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "All but five were released on Monday.",
        "All but three of the 40 hostages were freed on Monday.",
        "The army destroyed all but two of its 30 tanks.",
    ],
)
def test_those_left_out_are_not_counted_in(text: str) -> None:
    (claim,) = _read(text)
    assert claim.figures == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels who captured 30 soldiers released 10 of them on Monday.", "2026-09-07"),
        ("Gunmen who killed two men wounded the driver on Monday.", "2026-09-07"),
        ("The court that convicted 30 men freed 12 on Monday.", "2026-09-07"),
    ],
)
def test_the_day_of_the_main_verb_is_not_that_of_the_relative_clause(text: str, day: str) -> None:
    before, main = _read(text)
    assert str(before.occurred) != day
    assert str(main.occurred) == day


@pytest.mark.parametrize("text", ["The firm met demand in May.", "The army attacked on Monday."])
def test_a_verb_of_its_own_is_no_participle(text: str) -> None:
    (claim,) = _read(text)
    assert claim.attribution.origin == "gazette"
