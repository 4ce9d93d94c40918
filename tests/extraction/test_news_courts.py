"""Plain sentences of news of courts, parliaments, health, science, sport and schools.

Each case is one habit of such news, with others of the same words that tell something else.
"""

from __future__ import annotations

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim

_PRINTED = "2026-09-11"  # a Friday
_EXTRACTOR = RuleExtractor()


def _claims(text: str) -> tuple[Claim, ...]:
    return tuple(_EXTRACTOR.extract(Article("a", "gazette", _PRINTED, text=text)).claims)


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("The lander will fly no earlier than May 2028.", "[2028-05-01..]"),
        ("The mission will not launch earlier than March 2027.", "[2027-03-01..]"),
        ("The trial is not expected to begin before October.", "[2026-10-01..]"),
        ("The hearing will not take place before 20 October.", "[2026-10-20..]"),
        ("The verdict is not due before 2027.", "[2027-01-01..]"),
        ("The museum will reopen in 2027 at the earliest.", "[2027-01-01..]"),
        ("The election will be held no later than 30 June 2027.", "[2026-09-11..2027-06-30]"),
        ("The law must be passed not later than 1 December.", "[2026-09-11..2026-12-01]"),
        ("The stadium will be ready in May at the latest.", "[2026-09-11..2027-05-31]"),
        ("He did not pay before May.", "[..2026-04-30]"),
        ("Turnout was not lower than in 2022.", "[..2026-09-11]"),
        ("The bank was not told before Monday's vote.", "2026-09-07"),
    ],
)
def test_a_date_can_be_the_first_or_the_last_possible(text: str, occurred: str) -> None:
    assert str(_claims(text)[0].occurred) == occurred


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("The trial was postponed to 12 October.", "2026-10-12"),
        ("The judge set the sentencing for 14 October.", "2026-10-14"),
        ("The strike was moved to Thursday after talks failed.", "2026-09-17"),
        ("The school delayed its opening by two weeks to 21 September.", "2026-09-21"),
        ("The hearing had been moved to 12 June.", "2026-06-12"),
        ("The family moved to Leeds in May.", "2026-05"),
        ("The trial was delayed in May.", "2026-05"),
        ("The race had been postponed from Saturday because of high waves.", "[..2026-09-11]"),
        ("The launch was moved from 3 May after a leak.", "[..2026-09-11]"),
        ("Polls close at 8 p.m. on Sunday.", "2026-09-13"),
        ("Polls opened at 7 a.m. on Sunday.", "2026-09-06"),
    ],
)
def test_what_is_moved_gets_the_new_day(text: str, occurred: str) -> None:
    assert str(_claims(text)[0].occurred) == occurred


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        (
            "Police have arrested a man over the murder of a teacher in Lund in 2019.",
            "[2019-01-01..2026-09-11]",
        ),
        (
            "Prosecutors have charged three men with the killing of a judge in May.",
            "[2026-05-01..2026-09-11]",
        ),
        (
            "The club has sacked its coach after a 4-0 defeat by Almera on Saturday.",
            "[2026-09-05..2026-09-11]",
        ),
        (
            "The government has apologised for the massacre of villagers in 1968.",
            "[1968-01-01..2026-09-11]",
        ),
        ("The police have searched three homes since Monday.", "2026-09-07/.."),
        ("Prices have risen by 4 percent this year.", "[2026-01-01..2026-09-11]"),
        ("He has won three titles, most recently in 2024.", "2024"),
        (
            "Police arrested two men on Sunday in connection with a robbery last month.",
            "2026-09-06",
        ),
    ],
)
def test_a_perfect_is_not_of_the_day_of_its_cause(text: str, occurred: str) -> None:
    assert str(_claims(text)[0].occurred) == occurred


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("Officers recovered nine paintings, including a 17th-century portrait.", "[..2026-09-11]"),
        ("A fire destroyed the 19th-century town hall in Lako.", "[..2026-09-11]"),
        ("An 18th century violin was stolen from a train in Turin on Sunday.", "2026-09-06"),
        ("The museum bought a 1960s film camera.", "[..2026-09-11]"),
        ("The church was built in the 12th century.", "[1100-01-01..1199-12-31]"),
        ("The team studied samples taken in 2019.", "[2019-01-01..2026-09-11]"),
        ("The team will study samples taken in July.", "[2026-09-11..]"),
        ("The rules will be revised in October.", "2026-10"),
        ("The budget was cut by 15 percent in 2025.", "2025"),
    ],
)
def test_an_age_of_things_is_no_date(text: str, occurred: str) -> None:
    assert str(_claims(text)[0].occurred) == occurred


@pytest.mark.parametrize(
    ("text", "origin", "stated"),
    [
        (
            '"We have heard you," Brast told supporters in the capital, Orsk, late on Sunday.',
            "brast",
            "2026-09-06",
        ),
        (
            '"It was a mistake," Brast told a crowd in Lako, near the border, on Tuesday.',
            "brast",
            "2026-09-08",
        ),
        (
            "Reyes told fans in Porto, Portugal, on Saturday that he would retire in May.",
            "reyes",
            "2026-09-05",
        ),
        ("The minister declined to comment on Friday.", "minister", "2026-09-11"),
        ("The school did not respond to questions on Tuesday.", "school", "2026-09-08"),
        ("The club declined to comment. It said in March that it had paid.", "club", "None"),
        ("The firm refused to comment. In a note on Monday, it said it would go.", "firm", "None"),
        ('The mayor denied this. "We were there," he said on Monday.', "mayor", "2026-09-07"),
        ("The mayor denied this. In 2019 he said that the money was his.", "mayor", "None"),
    ],
)
def test_a_saying_and_a_silence_have_their_own_day(text: str, origin: str, stated: str) -> None:
    told = [claim for claim in _claims(text) if claim.attribution.origin == origin]
    assert str(told[0].stated) == stated


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Prosecutors had asked for 12 years. They said the firm won 14 tenders.", "prosecutors"),
        ("Doctors at the hospital treated 40 people. They said most had recovered.", "doctors"),
        ("Two local teachers walked out. They say pay has fallen by 20 percent.", "teachers"),
        ("Prices rose on Monday. They said the market was calm.", "unnamed-reports"),
        ("How the men came there is unclear. They said they had been robbed.", "unnamed-reports"),
        (
            "Doctors Without Borders said its teams had treated 640 people.",
            "doctors-without-borders",
        ),
        ("Lawyers for Verrell said he would appeal.", "lawyers"),
        ("Health Minister Per Lindahl said the ward would close.", "per-lindahl"),
        ("Health Minister Will Hart said the ward would close.", "will-hart"),
        ("The minister will hold talks, his aides said.", "aides"),
        ("Member states will vote on additional funding.", "gazette"),
        ("Bank notes will be replaced in 2027.", "gazette"),
        ("Neighbouring states have closed their borders, the union said.", "union"),
        (
            "Nyman will miss the final in Doha in February, her coach, Lars Ekman, said.",
            "lars-ekman",
        ),
        ("Rovano said they would fight the ban, which they called absurd.", "rovano"),
        (
            "The data authority has fined the chain Medix 3 million euros, it said.",
            "data-authority",
        ),
        ("FIFA has banned striker Luca Merin for six matches, it said on Friday.", "gazette"),
        (
            "The road was shut, a spokeswoman for the region's fire service said.",
            "region-fire-service",
        ),
        (
            "It was full, a spokesman for the city's university hospital said.",
            "city-university-hospital",
        ),
        ("Third-placed Omar Quiroga said he was ready.", "omar-quiroga"),
        ("The case was confirmed by laboratory tests, the ministry said.", "ministry"),
    ],
)
def test_who_says_so(text: str, origin: str) -> None:
    assert _claims(text)[-1].attribution.origin == origin


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said 90 cases were found, of which 12 were confirmed by tests.", "asserts"),
        ("The ministry said 640 died, of whom 30 were examined by a doctor.", "asserts"),
        ("The result was confirmed by the electoral commission.", "confirms"),
        (
            "The delay will cost 240 million euros, bringing the total to 2 billion euros.",
            "forecasts",
        ),
        ("The strike would close 40 schools, leaving 12,000 pupils at home.", "forecasts"),
        ("The fire destroyed 40 homes, leaving 120 people homeless.", "asserts"),
        ('"A city cannot be governed from a waiting room," said Lise Amar.', "asserts"),
        ("He said the dam could break at any time.", "forecasts"),
    ],
)
def test_how_its_source_stands_to_it(text: str, stance: str) -> None:
    assert str(_claims(text)[-1].stance) == stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The final was held in Porto in 2019.", "contest"),
        ("The next congress will be held in Bern in May.", "plan"),
        ("The men were held in a cell for two days.", "arrest"),
        ("The government collapsed in March.", ""),
        ("The stand collapsed during a match in 2009.", "accident"),
        ("The candidate withdrew in May.", ""),
        ("Troops withdrew from the town in May.", "withdrawal"),
        ("The bill was sent to the president on Tuesday.", "law"),
    ],
)
def test_what_kind_it_is_of(text: str, kind: str) -> None:
    reading = _claims(text)[0].reading
    assert reading is not None
    assert (reading.kind or "") == kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A helmet stolen from a museum in 1994 was handed back on Wednesday in London.",
            ["1994", "2026-09-09"],
        ),
        ("A swimmer banned in 2022 won gold on Sunday.", ["2022", "2026-09-06"]),
        (
            "A bill passed in May was struck down by the court on Tuesday.",
            ["2026-05", "2026-09-08"],
        ),
        ("He was elected in 2014 and resigned in 2022.", ["2014", "2022"]),
        ("A man was killed on Sunday.", ["2026-09-06"]),
    ],
)
def test_a_verb_behind_a_dated_participle_has_its_own_day(text: str, days: list[str]) -> None:
    assert [str(claim.occurred) for claim in _claims(text)] == days


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The Farmers' Party left the coalition over a plan to raise the fuel tax.", []),
        ("Two ministers resigned in May over a plan to cut pensions.", ["asserts"]),
        ("The government plans to raise the fuel tax.", ["forecasts"]),
    ],
)
def test_a_plan_that_something_was_about_is_no_forecast(text: str, stances: list[str]) -> None:
    assert [str(claim.stance) for claim in _claims(text)] == stances


def test_all_but_two_is_no_number_of_them() -> None:
    assert not any(claim.figures for claim in _claims("It spread to all but two of the counties."))
