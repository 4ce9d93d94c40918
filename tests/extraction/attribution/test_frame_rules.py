"""One table of sentences for each rule of attribution, in the order of the rules."""

from __future__ import annotations

import pytest

from tests.extraction.attribution.papers import PAPERS
from tests.extraction.attribution.reading import said
from timeline.extraction.frames._frames import RULES

TABLES: dict[str, list[tuple[str, list[str]]]] = {
    "according_to": [
        (
            "The dam may give way, according to two engineers on the site.",
            ["engineers asserts: The dam may give way"],
        ),
        (
            "According to the Peruvian navy, the tanker sank on Monday.",
            ["peruvian-navy asserts: the tanker sank on Monday"],
        ),
        (
            "Sales fell by a tenth, according to estimates by Nordbank.",
            ["nordbank estimates: Sales fell by a tenth"],
        ),
        (
            "The port is shut, according to reports that quote the Harbour Authority.",
            ["harbour-authority asserts: The port is shut"],
        ),
        (
            "Turnout was 61 percent, according to figures released February 3 by Statland.",
            ["statland estimates [2025-02-03]: Turnout was 61 percent"],
        ),
        (
            "One well is dry, according to the water agency's annual report, published on Tuesday.",
            ["water-agency asserts [2025-02-04]: One well is dry"],
        ),
        (
            "According to a paper published last week in the journal Vita Nova, moss is older.",
            ["vita-nova asserts [[2025-01-27..2025-02-02]]: moss is older"],
        ),
        (
            "The bolt is weak, according to the Dutch daily Trouw, which quotes an internal memo.",
            ["trouw asserts: The bolt is weak"],
        ),
        ("They acted according to plan.", []),
    ],
    "held": [
        (
            "It is thought that the fire began in a kitchen.",
            ["unnamed-reports asserts: the fire began in a kitchen"],
        ),
        (
            "Two climbers are believed to have died on the ridge.",
            ["unnamed-reports asserts: Two climbers are believed to have died on the ridge"],
        ),
        (
            "The storm, it is feared, will reach the islands by night.",
            ["unnamed-reports asserts: The storm | will reach the islands by night"],
        ),
        (
            "Rivals are understood to be interested.",
            ["unnamed-reports asserts: Rivals are understood to be interested"],
        ),
        (
            "Snow is forecast for Monday.",
            ["unnamed-reports forecasts: Snow is forecast for Monday"],
        ),
        (
            "Brazil's navy, which runs the port, is expected to decide in May.",
            ["unnamed-reports forecasts: Brazil's navy | is expected to decide in May"],
        ),
        (
            "The drug, which is said to cost 4 dollars, was approved, regulators said.",
            ["regulators asserts: The drug, which is said to cost 4 dollars, was approved"],
        ),
        (
            "Talks are expected to open in June, two diplomats told Reuters.",
            ["reuters <- diplomats asserts: Talks are expected to open in June"],
        ),
        ("A judge is due to rule in June.", []),
        ("The money was thought through twice.", []),
    ],
    "speech": [
        # before, behind, inverted
        (
            "Mayor Ruth Okoro said on Monday that the bridge would reopen.",
            ["ruth-okoro asserts [2025-02-03]: the bridge would reopen"],
        ),
        (
            "The bridge would reopen, Mayor Ruth Okoro said Monday.",
            ["ruth-okoro asserts [2025-02-03]: The bridge would reopen"],
        ),
        (
            "“We won,” said Ruth Okoro, mayor of Benin.",
            ["ruth-okoro asserts: We won"],
        ),
        (
            "The river, Okoro said, is still rising.",
            ["okoro asserts: The river | is still rising"],
        ),
        # the date of the saying and the date of what is said
        (
            "Okoro said that on January 31 the levee broke.",
            ["okoro asserts: on January 31 the levee broke"],
        ),
        # through media
        (
            "Two nurses told Reuters on Tuesday that the ward was full.",
            ["reuters <- nurses asserts [2025-02-04]: the ward was full"],
        ),
        (
            (
                "Helvia, a Swiss news agency, reported February 4, citing the Interior Ministry, "
                "that the pass was closed."
            ),
            ["helvia <- interior-ministry asserts [2025-02-04]: the pass was closed"],
        ),
        (
            "Speaking with the broadcaster NHK, Governor Jun Mori said the plant was safe.",
            ["nhk <- jun-mori asserts: the plant was safe"],
        ),
        (
            "Mori denied reports that the dam had leaked, in an interview published on Tuesday.",
            ["mori denies [2025-02-04]: the dam had leaked"],
        ),
        ("Mori told reporters that the plant was safe.", ["mori asserts: the plant was safe"]),
        # stances
        ("The ministry confirmed the report on Tuesday.", ["ministry confirms [2025-02-04]: "]),
        (
            "Claims that the mine had collapsed were rejected by the operator.",
            ["operator denies: the mine had collapsed"],
        ),
        (
            "The bank put losses at more than 3 million dollars.",
            ["bank estimates: losses at more than 3 million dollars"],
        ),
        ("Ford expects to cut 900 jobs.", ["ford forecasts: to cut 900 jobs"]),
        (
            "Whether the jet was lost, Ruritania will neither confirm nor deny.",
            ["ruritania withholds: Whether the jet was lost"],
        ),
        (
            "The agency could not verify the footage.",
            ["agency withholds: the footage"],
        ),
        # deeds, names, quotations of quotations
        (
            "President Ilse Brandt offered on Sunday to free two captives.",
            ["ilse-brandt asserts [2025-02-02]: offered on Sunday to free two captives"],
        ),
        (
            "Kyodo quoted a diplomat as saying that talks had stalled.",
            ["kyodo <- diplomat asserts: talks had stalled"],
        ),
        (
            "Pavel Horak was quoted by Reuters as saying that talks had stalled.",
            ["reuters <- pavel-horak asserts: talks had stalled"],
        ),
        (
            "Brandt called the ruling “a farce” on her way out.",
            ["brandt asserts: the ruling “a farce” on her way out"],
        ),
        # who is meant
        (
            "“A gamble,” said Jonas Ek, chief economist at Nordbank, who expects prices to rise.",
            ["jonas-ek asserts: A gamble", "jonas-ek forecasts: prices to rise"],
        ),
        (
            "It was reported by Baltic radio on Tuesday that the bridge would reopen.",
            ["baltic-radio asserts [2025-02-04]: the bridge would reopen"],
        ),
        (
            "The Coast Agency shut the pier. A spokesman said the pier was unsafe.",
            ["coast-agency asserts: the pier was unsafe"],
        ),
        (
            "The bank cut its rate, and signalled that it would wait.",
            ["bank asserts: it would wait"],
        ),
        (
            "Kim Roe, 33, speaking at a briefing on Tuesday, described the sea as “calm”.",
            ["kim-roe asserts [2025-02-04]: the sea as “calm”"],
        ),
        # dates behind quotations and behind places
        (
            "Okoro said the plan was “a joke” in a radio address on Sunday.",
            ["okoro asserts [2025-02-02]: the plan was “a joke”"],
        ),
        (
            "“We hear it,” Lucia Rossi wrote on Mastodon on Sunday.",
            ["lucia-rossi asserts [2025-02-02]: We hear it"],
        ),
        ("Okoro said by June 5 all would leave.", ["okoro asserts: by June 5 all would leave"]),
        (
            "Yet on Wednesday Brazil's health ministry confirmed a first case.",
            ["brazil-health-ministry confirms [2025-02-05]: a first case"],
        ),
        # denials of what was said
        (
            "Lima called the report “pure fiction”.",
            ["peru denies: the report “pure fiction”"],
        ),
        (
            "The fund is empty, something the ministry denied on Tuesday.",
            ["ministry denies [2025-02-04]: The fund is empty"],
        ),
        (
            "Rangers shot nine elephants, a claim the governor denied.",
            ["governor denies: Rangers shot nine elephants"],
        ),
        (
            "Rangers said that nine elephants were shot, a claim the governor denied.",
            ["rangers asserts: nine elephants were shot", "governor denies: "],
        ),
        (
            "Diallo told state television on Sunday that it was over.",
            ["state-television <- diallo asserts [2025-02-02]: it was over"],
        ),
        (
            "Okoro told Reuters that no shots were fired, contrary to what villagers said.",
            ["reuters <- okoro denies: no shots were fired, contrary to what villagers said"],
        ),
        (
            "The mayor ruled out talks as recently as last Wednesday.",
            ["mayor denies [2025-02-05]: talks"],
        ),
        (
            "The ministry rejected his remarks on Tuesday.",
            ["ministry denies [2025-02-04]: his remarks"],
        ),
        (
            "The firm denied that the pier had burned on Tuesday.",
            ["firm denies: the pier had burned on Tuesday"],
        ),
        # going on
        (
            "Horak said the road was mined, adding that two bridges were down.",
            ["horak asserts: the road was mined", "horak asserts: two bridges were down"],
        ),
        (
            "Horak granted that ships were late and said more would follow.",
            ["horak confirms: ships were late", "horak asserts: more would follow"],
        ),
        (
            "The Gazette wrote that, according to a court official, the judge had resigned.",
            ["gazette <- court-official asserts: the judge had resigned"],
        ),
        (
            "The river was high, the BBC wrote, citing Ana Lopez, who said the dam would hold.",
            ["bbc asserts: The river was high", "bbc <- ana-lopez asserts: the dam would hold"],
        ),
        # no frames
        ("Neither Brandt nor Horak has confirmed the plan.", []),
        ("The company recalled 900 cars.", []),
        ("Nobody knows the speed they offer.", []),
        ("He hoped to say more in court.", []),
        ("Officials will report back in March.", []),
        ("I counted twice and I'd say it was 40, but we're no experts.", []),
        ("If the lab confirms the result, the runner is out.", []),
        ("The heads of the eight Gulf states ended their talks.", []),
        ("The rower appealed to the Court of Arbitration.", []),
        ("The queen ruled for 40 years.", []),
    ],
    "by_estimate": [
        (
            "More than 60 boats sank, by a Coast Guard estimate given in a statement on Jan. 13.",
            ["coast-guard estimates [2025-01-13]: More than 60 boats sank"],
        ),
        (
            "The Red Cross is worried: by its estimates 400 families are cut off.",
            ["red-cross estimates: 400 families are cut off"],
        ),
        ("The house was sold by estimate.", []),
    ],
    "shown_in": [
        (
            "A whale swims past a pier, in a video that Mayor Ruth Okoro put online on January 20.",
            ["ruth-okoro asserts [2025-01-20]: A whale swims past a pier"],
        ),
        ("A whale swims past a pier, in a video.", []),
    ],
    "released": [
        (
            "Mayor Ruth Okoro on January 21 shared a clip of a whale in the harbour.",
            ["ruth-okoro asserts [2025-01-21]: a whale in the harbour"],
        ),
        ("The footage was released on Monday.", []),
    ],
    "told_of": [
        (
            "There are reports that the queen will step down.",
            ["unnamed-reports asserts: the queen will step down"],
        ),
        (
            "The visit follows claims from Norway that cables had been cut.",
            ["norway asserts: cables had been cut"],
        ),
        (
            "Chilean officials also make a bold claim: that the lake is clean.",
            ["chilean-officials asserts: the lake is clean"],
        ),
        ("The report that quotes him is long.", []),
    ],
    "hearsay": [
        (
            "Two guards were reportedly hurt, but the gate held.",
            ["unnamed-reports asserts: Two guards were reportedly hurt"],
        ),
        (
            "Two guards were reportedly hurt, a Dutch official said.",
            ["dutch-official asserts: Two guards were reportedly hurt"],
        ),
    ],
    "declining": [
        ("The Pentagon declined to comment.", ["pentagon withholds: "]),
        ("The palace refused to say why.", ["palace withholds: "]),
        (
            "The union would not be drawn on whether it would strike.",
            ["union withholds: whether it would strike"],
        ),
        ("The army gave no figures.", ["army withholds: "]),
        ("The ministry had no immediate comment.", ["ministry withholds: "]),
        ("She declined to dance.", []),
        ("The mill gave no flour.", []),
        ("The lots were drawn on Monday.", []),
    ],
}
TABLES["put_in_turn"] = [
    (
        "Organisers put the crowd at 20,000 and the police at about 7,500.",
        ["organisers estimates: the crowd at 20,000", "police estimates: at about 7,500"],
    ),
    (
        "Unions put turnout at 60 percent, the ministry at 35 percent.",
        ["unions estimates: turnout at 60 percent", "ministry estimates: at 35 percent"],
    ),
    (
        "Unions put turnout at 60 percent, the highest at any plant.",
        ["unions estimates: turnout at 60 percent, the highest at any plant"],
    ),
    (
        "Analysts put growth at 3 percent and inflation at 4 percent.",
        ["analysts estimates: growth at 3 percent and inflation at 4 percent"],
    ),
]
TABLES |= PAPERS
CASES = [
    pytest.param(text, expected, id=f"{rule}-{number}")
    for rule, table in TABLES.items()
    for number, (text, expected) in enumerate(table, 1)
]


def test_each_rule_has_a_table() -> None:
    assert sorted(TABLES) == sorted(rule.__name__ for _, rule in RULES)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rule(text: str, expected: list[str]) -> None:
    assert said(text) == expected
