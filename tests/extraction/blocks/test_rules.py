"""The rules for a line, each with lines that it reads and lines that look alike and are prose."""

from __future__ import annotations

from typing import Final

import pytest

from timeline.extraction.page._lines import (
    RULES,
    Look,
    lines_of,
)

EXAMPLES: Final[dict[str, tuple[Look, tuple[str, ...]]]] = {
    "sign": (Look.NOISE, ("* * *", "-----", "12", "…", "4.7")),
    "opens_links": (
        Look.LINKS,
        ("Read also", "RELATED ARTICLES", "Trending now:", "## More stories for you", "What’s Hot"),
    ),
    "button": (
        Look.NOISE,
        (
            "Close",
            "Print | Dictionary | Share",
            "Facebook Twitter Email",
            "Add yours",
            "Comments?",
            "+ There are no comments",
        ),
    ),
    "row": (Look.NOISE, ("| Party | Seats |", "| Greens: | 12. |")),
    "address": (
        Look.NOISE,
        (
            "https://example.org/a?b=c",
            "editor@example.org",
            "#floods #storm",
            "[More](/a) | [Less](/b)",
            "www.example.com",
        ),
    ),
    "stamp": (
        Look.NOISE,
        (
            "Published: 4 February 2025, 10:32 GMT",
            "Updated: Feb 4, 2025",
            "Tuesday, 4 February 2025",
            "2025-02-04T10:32:00+00:00",
        ),
    ),
    "byline": (
        Look.BYLINE,
        (
            "By Rosa Ibarra",
            "BY PARK JI-HOON [park@daily.example]",
            "By Rosa Ibarra and Tom Keane, Northern Ledger",
            "By Rosa Ibarra |",
            "(Reporting by Rosa Ibarra in Lima; Editing by Tom Keane)",
            "Additional reporting by Tom Keane",
            "Writing by Rosa Ibarra in Lima, editing by Tom Keane and Ann Lee.",
            "Rosa Ibarra, Foreign Correspondent",
            "Rosa Ibarra, tennis correspondent",
            "By Rosa Ibarra, court reporter",
            "BY ROSA IBARRA | Staff writer",
            "By our correspondent in Lima",
            "HARBOURS | By Rosa Ibarra",
            "Health correspondent, Northern Ledger",
            "Rosa Ibarra in Lima and Tom Keane in New York",
            "Rosa Ibarra in Lima contributed to this report.",
        ),
    ),
    "credit": (
        Look.CREDIT,
        (
            "Photo: Associated Press",
            "via Getty Images",
            "[SCREEN CAPTURE]",
            "(AP Photo/Rosa Ibarra)",
            "REUTERS/Rosa Ibarra/File Photo",
            "© AFP",
            "Photograph: Rosa Ibarra/AFP",
            "Rosa Ibarra/AFP/Getty Images",
        ),
    ),
    "plea": (
        Look.NOISE,
        (
            "Please sign in before you leave a comment.",
            "We use cookies to give you the best experience on our pages.",
            "By continuing to use this page, you agree to our terms.",
            "Sign up for our newsletter and get the day's news every morning.",
            "Click here to read how the vote is counted in the provinces.",
            "Read more: Who is who in the election of the new parliament.",
            "© 2024 The Northern Ledger. All rights reserved.",
            "This material may not be published, broadcast, rewritten or redistributed.",
        ),
    ),
    "caption": (
        Look.CAPTION,
        (
            "The port on Monday. [Ilya Brandt/AFP]",
            "A boat at the quay, 3 May 2021 Photo: EPA",
            "Picture: Ilya Brandt walks along the quay of the port on Monday morning",
            "FILE PHOTO: The port of Danura burns in May.",
            "The port burns. REUTERS/Ilya Brandt",
            "The port burns - AFP",
        ),
    ),
    "crumbs": (Look.NOISE, ("Home > World > Asia", "News » Business", "Sport / Football / Cup")),
    "beginning": (
        Look.NOISE,
        (
            "Reading time: 2 minutes",
            "2 min read",
            "3-minute read",
            "Share this on Facebook",
            "More on the floods in Tarland",
            "12 comments",
            "House rules (0 of 250 characters)",
            "Tags: floods, Tarland",
            "Leave your comment below",
            "5 hours ago",
            "Skip to navigation menu",
        ),
    ),
    "ending": (
        Look.PROSE,
        (
            "Share prices fell by three percent on Monday after the bank's warning.",
            "Related companies lost even more, according to figures of the exchange.",
            "More than 400 people have died in the floods since Friday, officials say.",
            "Read out in court, the letter showed that he had known since March.",
            "Follow-up talks are planned for June, the ministry said in a statement.",
            'He wrote: "Please sign in here, and we will give you the keys."',
            "By Friday the water had reached the old town, residents told the agency.",
            "Photographs of the port show that three of its cranes have fallen.",
            "The law on cookies was passed by parliament on Wednesday evening.",
            "Sign language interpreters were on strike for a second day on Friday.",
            "Copyright law does not allow it, the judge wrote in her decision.",
            "The newsletter of the party said that he had stepped down on Monday.",
            "She told the BBC: “We had an hour to leave”",
            "Heavy rain and poor drainage contributed.",
            "Reporting by The Gazette has shown that the bridge was never inspected.",
            "Editing by the censors left only four minutes of the film.",
            "He fell.",
        ),
    ),
}


def test_every_rule_has_examples_under_its_name() -> None:
    assert [rule.__name__.lstrip("_") for rule in RULES] == list(EXAMPLES)


@pytest.mark.parametrize(
    ("rule", "look", "text"),
    [(rule, look, text) for rule, (look, texts) in EXAMPLES.items() for text in texts],
)
def test_a_rule_reads_its_examples(rule: str, look: Look, text: str) -> None:
    assert [(line.rule, line.look) for line in lines_of(text)] == [(rule, look)]


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("Sent to die", Look.SHORT),
        ("'Only dead ones'", Look.SHORT),
        ("A second act?", Look.SHORT),
        ("'Can it go away?'", Look.SHORT),
        ('"Can it go away?"', Look.PROSE),
        ("Subscribe now!", Look.NOISE),
        ("What a day!", Look.SHORT),
        ("He says that they were not even asked!", Look.PROSE),
        ("Was it right to let the ships leave the port on Monday?", Look.PROSE),
        ("Three things are known about the fire so far:", Look.PROSE),
        (
            "Officials fear that more of the slope could give way before the weekend is over",
            Look.LOOSE,
        ),
    ],
)
def test_a_line_is_read_by_how_it_ends(text: str, look: Look) -> None:
    assert [line.look for line in lines_of(text)] == [look]
