"""Whole classes of words in everyday frames: kinds by their words, and deeds that were not done.

Each test multiplies a few frames with many words, and names every combination that fails.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Basis, Stance

if TYPE_CHECKING:
    from timeline.model import Claim

_READER = RuleExtractor()
_NO_DEED = {"", "state", "statement", "plan", "order", "offer"}

_DEEDS = (
    ("The army", "attack", "attacked", "attacking", "the town"),
    ("The police", "arrest", "arrested", "arresting", "the mayor"),
    ("The navy", "deploy", "deployed", "deploying", "two frigates"),
    ("The company", "buy", "bought", "buying", "its rival"),
    ("The council", "ban", "banned", "banning", "the cars"),
    ("The sides", "sign", "signed", "signing", "a treaty"),
)
_NOT_DONE = (
    "{S} did not {b} {o} on Tuesday.",
    "{S} failed to {b} {o} on Tuesday.",
    "{S} was unable to {b} {o} on Tuesday.",
    "{S} tried to {b} {o} on Tuesday.",
    "{S} was supposed to {b} {o} on Tuesday.",
    "{S} decided not to {b} {o} on Tuesday.",
    "{S} stopped short of {g} {o} on Tuesday.",
    "{S} came close to {g} {o} on Tuesday.",
    "{S} decided against {g} {o} on Tuesday.",
    "{S} refrained from {g} {o} on Tuesday.",
    "{S} was prevented from {g} {o} on Tuesday.",
    "{S} considered {g} {o} on Tuesday.",
    "{S} nearly {d} {o} on Tuesday.",
    "{S} hardly {d} {o} on Tuesday.",
    "{S} was accused of {g} {o} on Tuesday.",
)
_NOUNS = "attack strike war invasion robbery collapse crash takeover treaty visit ban flood".split()
_NO_NOUN = (
    "No {n} took place on Tuesday.",
    "There was no {n} on Tuesday.",
    "The {n} did not take place on Tuesday.",
    "The {n} was called off on Tuesday.",
    "The {n} was averted on Tuesday.",
    "The police prevented a {n} on Tuesday.",
    "Fears of a {n} grew on Tuesday.",
    "Without a {n}, nothing changed on Tuesday.",
)


def _read(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", "2026-09-11", text=text)).claims


def _deeds(text: str) -> list[str]:
    """Return the kinds of what a text says was done."""
    claims = [one for one in _read(text) if one.stance in {Stance.ASSERTS, Stance.CONFIRMS}]
    return [one.reading.kind for one in claims if one.reading and one.reading.kind not in _NO_DEED]


def test_what_was_not_done_is_not_told_as_done() -> None:
    wrong = {}
    for frame, (who, base, past, gerund, what) in itertools.product(_NOT_DONE, _DEEDS):
        text = frame.format(S=who, b=base, d=past, g=gerund, o=what)
        if found := _deeds(text):
            wrong[text] = found
    assert not wrong


def test_a_noun_that_came_to_nothing_is_not_told_as_done() -> None:
    wrong = {}
    for frame, noun in itertools.product(_NO_NOUN, _NOUNS):
        text = frame.format(n=noun)
        if found := _deeds(text):
            wrong[text] = found
    assert not wrong


def test_what_was_done_keeps_its_kind_beside_such_words() -> None:
    for text, kind in (
        ("The police arrested the mayor on Tuesday without firing a shot.", "arrest"),
        ("The attack on Tuesday killed no fewer than 20 people.", "strike"),
        (
            "After the attack was called a crime, the army invaded the island on Tuesday.",
            "invasion",
        ),
        ("The planned visit took place on Tuesday.", "visit"),
    ):
        assert kind in _deeds(text), text


@pytest.mark.parametrize(
    ("kind", "sentences"),
    [
        (
            "disaster",
            "The town was hit by a quake. Lightning struck the church. The river crested.",
        ),
        ("disaster", "The coast was struck by a storm. A wildfire broke out."),
        ("accident", "A fire broke out at the plant. The barge sank. The network went down."),
        ("offensive", "Troops poured over the border."),
        ("protest", "Students clashed with police. Farmers demonstrated. Crowds marched."),
        ("ceasefire", "Fighting stopped. The sides declared a truce."),
        ("bankruptcy", "The airline went under. The chain collapsed into administration."),
        ("deployment", "Peacekeepers arrived in the town. The navy deployed two frigates."),
        ("delivery", "The yard delivered the ferry. The first jets arrived."),
    ],
)
def test_everyday_words_name_their_kind(kind: str, sentences: str) -> None:
    wrong = []
    for sentence in sentences.rstrip(".").split(". "):
        for when in ("on Tuesday", "in March"):
            text = f"{sentence} {when}."
            if kind not in [one.reading.kind for one in _read(text) if one.reading]:
                wrong.append(text)
    assert not wrong


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The train went under the river in March.", "bankruptcy"),
        ("The bank failed to meet the rules on Tuesday.", "bankruptcy"),
        ("The bank declined to say on Tuesday.", "price"),
        ("More rain is forecast for Thursday.", "price"),
        ("The minister accused the army of shelling the town on Tuesday.", "charge"),
        ("The minister accused the army of shelling the town on Tuesday.", "strike"),
        ("The market crashed on Tuesday.", "accident"),
        ("Stocks rallied on Tuesday.", "protest"),
        ("The battery died on Tuesday.", "losses"),
        ("The jury retired on Tuesday.", "resignation"),
        ("The deadline was met on Tuesday.", "meeting"),
        ("The weather was fine on Tuesday.", "verdict"),
        ("The shipment arrived in March.", "visit"),
        ("The firm released its report on Tuesday.", "release"),
        ("The sector was hardest hit in March.", "strike"),
        ("The firm was hit by a fine on Tuesday.", "strike"),
        ("An outbreak of violence shook the city on Tuesday.", "outbreak"),
        ("The electricity bill arrived on Tuesday.", "law"),
        ("Ants invaded the kitchen on Tuesday.", "invasion"),
        ("The team surrendered the lead on Tuesday.", "surrender"),
        ("The cars were recalled last week, officials said.", "withdrawal"),
    ],
)
def test_a_word_in_another_sense_gets_no_wrong_kind(text: str, kind: str) -> None:
    assert kind not in [one.reading.kind for one in _read(text) if one.reading]


def test_a_kind_only_hinted_at_is_never_presumed() -> None:
    for text in ("The pipe leaked on Tuesday.", "The dam released water on Tuesday."):
        for claim in _read(text):
            if claim.reading and "kind hinted at" in claim.reading.rules:
                assert claim.basis not in {Basis.PRESUMED, Basis.DATED}
