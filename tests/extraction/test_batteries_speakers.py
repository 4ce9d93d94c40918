"""Who speaks, over many words at once: a frame must not ask which noun stands in it."""

from __future__ import annotations

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim

READER = RuleExtractor()
TRADES = """
    accountant advocate agent artist astronaut baker barber botanist builder butcher caretaker
    chef climber composer conductor contractor courier curator dancer dealer designer diver
    economist farmhand filmmaker forester gardener geologist guide hairdresser headteacher
    homeowner hunter imam inmate interpreter investigator juror lecturer linguist magistrate
    mechanic midwife monk naturalist notary painter passenger pastor plumber ranger sculptor
    shepherd solicitor sommelier stockbroker tailor tutor upholsterer violinist waitress
    watchmaker welder zoologist
""".split()
PLACES = """
    abattoir academy airport aquarium bakery brewery cathedral clinic creamery dairy depot
    dockyard foundry garage greenhouse ironworks laundry mill monastery museum nursery
    observatory orchard quarry refinery school shipyard smelter stadium tannery theatre
    vineyard warehouse zoo
""".split()
VERBS = """
    acknowledged added admitted alleged argued asserted believed boasted cautioned claimed
    complained conceded concluded confirmed contended declared determined disclosed divulged
    emphasised explained guessed hinted inferred insinuated insisted intimated lamented
    maintained mentioned noted observed predicted professed protested recalled relayed
    remarked remembered reported revealed said stated stipulated stressed suggested surmised
    testified thought underscored warned wrote
""".split()


def _read(text: str) -> list[Claim]:
    claims = READER.extract(Article("a", "gazette", "2026-09-11", text=text)).claims
    return [claim for claim in claims if str(claim.occurred) == "2026-09-08"]


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


@pytest.mark.parametrize(
    "frame",
    [
        "According to {}, the bridge collapsed on Tuesday.",
        "The bridge collapsed on Tuesday, according to {} who saw it.",
        '"The bridge collapsed on Tuesday," said {} who asked not to be named.',
        "It collapsed on Tuesday, said {} from Lund.",
        "On Wednesday {} told reporters the bridge had collapsed on Tuesday.",
        "On Wednesday {} said that the bridge had collapsed on Tuesday.",
    ],
)
def test_whoever_has_a_trade_can_be_a_source(frame: str) -> None:
    lost = [
        trade
        for trade in TRADES
        if [claim.chain[1:] for claim in _read(frame.format(_article(trade)))] != [(trade,)]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("frame", "source"),
    [
        ("A spokesman for the {} said the bridge collapsed on Tuesday.", "{}"),
        ("Sweden's {} said the bridge collapsed on Tuesday.", "sweden-{}"),
        ("The bridge collapsed on Tuesday, according to the {}.", "{}"),
    ],
)
def test_any_place_can_speak_and_have_a_spokesman(frame: str, source: str) -> None:
    lost = [
        place
        for place in PLACES
        if source.format(place) not in {claim.chain[-1] for claim in _read(frame.format(place))}
    ]
    assert lost in ([], ["zoo"])  # too short to be sure of


@pytest.mark.parametrize("who", ["Officials", "Anna Holm"])
def test_verbs_of_saying_give_what_they_say_to_their_subject(who: str) -> None:
    source = who.lower().replace(" ", "-")
    lost = [
        verb
        for verb in VERBS
        if [claim.chain[1:] for claim in _read(f"{who} {verb} that the bridge fell on Tuesday.")]
        != [(source,)]
    ]
    assert lost == []


@pytest.mark.parametrize(
    "text",
    [
        "According to the plan, the bridge opened on Tuesday.",
        "According to tradition, the fair opened on Tuesday.",
        "A second sample, opened in Montreal, confirmed the finding on Tuesday.",
        "That saw Tigist Mekuria, who came home behind her, declared the winner on Tuesday.",
        "The farmer told the girl a story on Tuesday.",
    ],
)
def test_what_is_so_by_rule_or_done_to_a_thing_is_on_nobodys_word(text: str) -> None:
    assert [claim.chain for claim in _read(text)] == [("gazette",)]
