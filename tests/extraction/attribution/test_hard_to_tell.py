"""Sentences in which it is hard to tell who speaks, on which day, and who keeps silent."""

from __future__ import annotations

import pytest

from tests.extraction.attribution.reading import said

WHEN = [
    (
        ('"The reef is dying," the mayor told a crowded hearing at the town hall Monday evening.'),
        ["mayor asserts [2025-02-03]: The reef is dying"],
    ),
    (
        (
            '"The plane was sound," its chief engineer, Lars Berg, told a press '
            "conference in Oslo on Wednesday."
        ),
        ["lars-berg asserts [2025-02-05]: The plane was sound"],
    ),
    (
        (
            "Addressing journalists on Sunday, the police spokesman, Sgt Peter Hall, "
            "said the first shot was fired near a stall."
        ),
        ["peter-hall asserts [2025-02-02]: the first shot was fired near a stall"],
    ),
    (
        (
            "In a video message to reporters on Monday, its spokesman, Col. Jan Novak, "
            "said that troops had left."
        ),
        ["jan-novak asserts [2025-02-03]: troops had left"],
    ),
    (
        (
            "In a written statement on Monday, the operator, Ostline, denied that the "
            "bus had been overloaded."
        ),
        ["ostline denies [2025-02-03]: the bus had been overloaded"],
    ),
    (
        (
            "In Geneva, the head of the agency, Ana Costa, on Thursday called the "
            'decision "a scandal".'
        ),
        ['ana-costa asserts [2025-02-06]: the decision "a scandal"'],
    ),
    (
        "The minister ruled out a deal yesterday, but urged both sides to talk.",
        [
            "minister denies [2025-02-06]: a deal yesterday",
            "minister asserts [+2025-02-06]: urged both sides to talk",
        ],
    ),
    (
        "The minister denied that the bridge had burned on Friday.",
        ["minister denies: the bridge had burned on Friday"],
    ),
    (
        "Amaral denied it on the witness stand on January 24.",
        ["amaral denies [2025-01-24]: "],
    ),
    (
        (
            "Energy Minister Jan Novak put the cost at 15 million when he spoke to "
            "journalists on Wednesday."
        ),
        ["jan-novak estimates [2025-02-05]: the cost at 15 million"],
    ),
    (
        "Norway demanded on Monday that the ship leave.",
        ["norway asserts [2025-02-03]: demanded on Monday that the ship leave"],
    ),
    (
        "Peru's government requested in June that all foreign ships leave.",
        ["peru-government asserts [2024-06]: all foreign ships leave"],
    ),
    (
        ("The prime minister told reporters an hour after the quake that no bridges had fallen."),
        ["prime-minister asserts: no bridges had fallen"],
    ),
    (
        (
            "Ostline reported a second-quarter loss of 4 million on Monday, cut its "
            "guidance and shut two plants."
        ),
        ["ostline asserts [2025-02-03]: a second-quarter loss of 4 million"],
    ),
    (
        "Ostline announced a plan for 400 jobs on Monday.",
        ["ostline asserts [2025-02-03]: a plan for 400 jobs"],
    ),
    (
        "Police reported a raid on a depot on Monday.",
        ["police asserts: a raid on a depot on Monday"],
    ),
    (
        "She spoke in a book about the war in 1990 of hunger, the paper said.",
        ["paper asserts: She spoke in a book about the war in 1990 of hunger"],
    ),
    (
        (
            "According to the final result, which the Voting Office published on Monday, "
            "the alliance won."
        ),
        ["voting-office asserts [2025-02-03]: the alliance won"],
    ),
    (
        "In a poll which the firm Opinion North published on Monday, half of them agreed.",
        ["opinion-north asserts [2025-02-03]: half of them agreed"],
    ),
]
WHO = [
    (
        "The Minister of Finance, Mr Jan Novak, denied this on Sunday.",
        ["jan-novak denies [2025-02-02]: "],
    ),
    (
        (
            "The registered owner, Oslo-based Marvane Lines, denies that the anchor was "
            "dropped on purpose."
        ),
        ["marvane-lines denies: the anchor was dropped on purpose"],
    ),
    (
        (
            "When asked, the ministry's spokesman, Bala Idris, neither confirmed nor "
            "denied the report."
        ),
        ["bala-idris withholds: the report"],
    ),
    (
        (
            "Nordway, which runs stores in Oslo, Bergen, Narvik and Tromso, says it has "
            "lost 400 customers."
        ),
        ["nordway asserts: it has lost 400 customers"],
    ),
    (
        (
            "The navy would pass the Gulf of Riga, Norway's transport minister, Olav "
            "Berg, told Nordpol."
        ),
        ["nordpol <- olav-berg asserts: The navy would pass the Gulf of Riga"],
    ),
    (
        "Fourteen persons were hurt, District Collector P. Meera told reporters.",
        ["p-meera asserts: Fourteen persons were hurt"],
    ),
    (
        "The firm will lose its staff, the works council fears.",
        ["works-council asserts: The firm will lose its staff"],
    ),
    (
        "The vote was not fair, they criticised.",
        ["unnamed-reports asserts: The vote was not fair"],
    ),
    (
        (
            "An accord will be signed, say officials in the Department of Transport who "
            "did not want to be named."
        ),
        ["officials asserts: An accord will be signed"],
    ),
    (
        "Norway's embassy in Oslo called the boarding an act of piracy.",
        ["norway-embassy asserts: the boarding an act of piracy"],
    ),
    (
        "The court quashed the fine, ruling that no damage had been proved.",
        ["court asserts: no damage had been proved"],
    ),
    (
        "A fourth firm, which reported the cartel in November, was spared.",
        [],
    ),
    (
        (
            "About 30 engineers have been at work, the Delta News Agency reported, "
            "citing a lawmaker who had been briefed by Norway's spy agency."
        ),
        [
            (
                "delta-news-agency <- lawmaker <- norway-spy-agency asserts: About 30 "
                "engineers have been at work"
            )
        ],
    ),
    (
        (
            "Narrow Post wrote, with reference to the agency Polnews, which in turn "
            "quoted a European official, that men would come."
        ),
        ["narrow-post <- polnews <- european-official asserts: men would come"],
    ),
    (
        '"We lost it," a miner told the Daily.',
        ["daily <- miner asserts: We lost it"],
    ),
    (
        "Reserves fell, according to figures on the central bank's website.",
        ["central-bank estimates: Reserves fell"],
    ),
]
SILENCE = [
    (
        "The ministry did not answer e-mails.",
        ["ministry withholds: "],
    ),
    (
        "The envoy could not immediately be reached for comment.",
        ["envoy withholds: "],
    ),
    (
        "The village could not be reached by road.",
        [],
    ),
    (
        "The foreign minister would not discuss the demand.",
        ["foreign-minister withholds: the demand"],
    ),
    (
        "The president's office did not want to confirm this.",
        ["president-office withholds: "],
    ),
    (
        "Voters did not want to wait.",
        [],
    ),
    (
        "The department refused to name them.",
        ["department withholds: "],
    ),
    (
        "The plan did not answer the question of costs.",
        [],
    ),
]
GOES_ON = [
    (
        (
            "The dam is safe, engineer Ana Costa said on Monday. The wall will hold. "
            "Divers agree, a diver said. “We looked twice,” Costa said. She added that "
            "the gates were new."
        ),
        [
            "ana-costa asserts [2025-02-03]: The dam is safe",
            "diver asserts: Divers agree",
            "ana-costa asserts [+2025-02-03]: We looked twice",
            "ana-costa asserts [+2025-02-03]: the gates were new",
        ],
    ),
    (
        "The mayor, Ana Costa, denied this. “We were there,” she told the radio on Monday.",
        [
            "radio <- ana-costa denies [+2025-02-03]: ",
            "radio <- ana-costa asserts [2025-02-03]: We were there",
        ],
    ),
    (
        (
            "The port office said on Monday that 40 ships were waiting. A captain said "
            "the queue was longer. The office added that two had left."
        ),
        [
            "port-office asserts [2025-02-03]: 40 ships were waiting",
            "captain asserts: the queue was longer",
            "port-office asserts [+2025-02-03]: two had left",
        ],
    ),
    (
        (
            "The union, Nordlag, said on Saturday that guards had beaten four men. “It "
            "is a lie,” Minister Jan Novak told reporters the same day."
        ),
        [
            "nordlag asserts [2025-02-01]: guards had beaten four men",
            "jan-novak denies [2025-02-01]: It is a lie",
        ],
    ),
    (
        (
            "The bank raised its rate on Monday, after prices had jumped last Friday. "
            "Briefing reporters the same day, the governor, Ana Costa, said the rise was "
            "right."
        ),
        ["ana-costa asserts [2025-02-03]: the rise was right"],
    ),
    (
        (
            "Ostline lost 4 million, the firm said on Monday. Sales fell by a tenth, the "
            "maker of pumps said in the same statement."
        ),
        [
            "firm asserts [2025-02-03]: Ostline lost 4 million",
            "firm asserts [+2025-02-03]: Sales fell by a tenth",
        ],
    ),
    (
        (
            "Two doctors told the Daily that 16 patients had died. “We buried eleven,” "
            "one of them said."
        ),
        [
            "daily <- doctors asserts: 16 patients had died",
            "daily <- doctors asserts: We buried eleven",
        ],
    ),
    (
        (
            "“The hinge broke,” engineer Ana Costa wrote on Sunday. The hinge was old, "
            "Costa told the Daily. She put the chance at one in five."
        ),
        [
            "ana-costa asserts [2025-02-02]: The hinge broke",
            "daily <- ana-costa asserts [+2025-02-02]: The hinge was old",
            "daily <- ana-costa estimates [+2025-02-02]: the chance at one in five",
        ],
    ),
    (
        ("The ministry said 12 new cases were found. Bida accounts for most of them, it added."),
        [
            "ministry asserts: 12 new cases were found",
            "ministry asserts: Bida accounts for most of them",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_the_day_of_what_is_said(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_the_speaker_of_what_is_said(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), SILENCE)
def test_who_keeps_silent(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), GOES_ON)
def test_a_speaker_who_goes_on(text: str, expected: list[str]) -> None:
    assert said(text) == expected
