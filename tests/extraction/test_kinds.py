"""Kinds that users add, and files of kinds that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.errors import InvalidInput, UnknownName
from timeline.extraction import Kinds, RuleExtractor
from timeline.model import Article

if TYPE_CHECKING:
    from pathlib import Path


def _file(folder: Path, text: str) -> Path:
    path = folder / "kinds.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_a_kind_of_ones_own_is_read(tmp_path: Path) -> None:
    own = _file(
        tmp_path,
        '[[kinds]]\nname = "concert"\npublic = true\nverbs = ["give * concert", "go on tour"]\n',
    )
    reader = RuleExtractor(Kinds.read(own))
    article = Article("a", "gazette", "2025-02-07", text="The band gave a free concert in May.")
    (claim,) = reader.extract(article).claims
    assert claim.reading is not None
    assert (claim.reading.kind, str(claim.basis)) == ("concert", "presumed")


def test_a_built_in_kind_can_be_replaced(tmp_path: Path) -> None:
    own = _file(tmp_path, '[[kinds]]\nname = "visit"\nverbs = ["drop in on"]\n')
    kinds = Kinds.read(own)
    assert kinds["visit"].verbs == ("drop in on",)
    assert not kinds["visit"].public
    assert set(Kinds.read(own, builtin=False).by_name) == {"visit"}


def test_idioms_of_ones_own_are_no_happening(tmp_path: Path) -> None:
    own = _file(tmp_path, '[idioms]\nverbs = ["visit ? dentist"]\nnouns = ["raid boss"]\n')
    text = (
        "She visited her dentist in May. The raid boss appeared in June. She visited Oslo in May."
    )
    article = Article("a", "gazette", "2025-02-07", text=text)
    read = [one.reading for one in RuleExtractor(Kinds.read(own)).extract(article).claims]
    assert [one.kind for one in read if one is not None] == ["", "", "visit"]


def _kinds_read(text: str, *own: Path) -> list[str]:
    claims = (
        RuleExtractor(Kinds.read(*own))
        .extract(Article("a", "gazette", "2025-02-07", text=text))
        .claims
    )
    return [one.reading.kind for one in claims if one.reading is not None]


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_a_hint_of_ones_own_names_a_claim_and_makes_none(tmp_path: Path) -> None:
    own = _file(tmp_path, '[hints.contest]\nverbs = ["bowl ? out"]\n')
    assert _kinds_read("He bowled them out on Monday.", own) == ["contest"]
    assert _kinds_read("He bowled them out.", own) == []


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_a_word_of_several_senses_has_that_of_its_article(tmp_path: Path) -> None:
    union = "The union wants higher pay for all shifts. "
    army = "The army says a missile and two drones were seen over the depot. "
    strike = "The strike lasted until Friday."
    assert _kinds_read(union + strike)[-1] == "labour-strike"
    assert _kinds_read(army + strike)[-1] == "strike"
    own = _file(
        tmp_path, '[[senses]]\nwords = ["visit"]\nvisit = ["king"]\ncontest = ["rink", "puck"]\n'
    )
    assert _kinds_read("The puck and the rink were new. The visit began on Monday.", own)[-1] == (
        "contest"
    )


def test_an_answer_is_of_the_kind_of_what_it_answers() -> None:
    kinds = _kinds_read("The army shelled a clinic on Monday. The ministry declined to comment.")
    assert kinds == ["strike", "strike"]


def test_what_takes_up_a_happening_is_of_its_kind() -> None:
    kinds = _kinds_read(
        "The two ministers met in Oslo on Monday. A second round is planned for March."
    )
    assert kinds == ["meeting", "meeting"]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[[kinds]]\nverbs = []\n", "kinds[1]", "a name"),
        ('[[kinds]]\nname = "a"\nverb = ["b"]\n', "kinds[1].verb", "one of"),
        ('[[kinds]]\nname = "a"\nverbs = "b"\n', "kinds[1].verbs", "a list of phrases"),
        ('[[kinds]]\nname = "a"\nverbs = ["go @nowhere"]\n', "kinds[1].verbs", "@nowhere"),
        ('[[kinds]]\nname = "a"\npublic = "yes"\n', "kinds[1].public", "'yes'"),
        ("idioms = 1\n", "idioms", "a table"),
        ('[idioms]\nwords = ["a"]\n', "idioms.words", "verbs or nouns"),
        ('[idioms]\nverbs = "a"\n', "idioms.verbs", "a list of phrases"),
        ('[idioms]\nverbs = ["go <nowhere"]\n', "idioms.verbs", "<nowhere"),
        ("hints = 1\n", "hints", "a table"),
        ('[hints.visit]\nwords = ["a"]\n', "hints.visit", "verbs or nouns"),
        ('[hints.visit]\nverbs = ["go @nowhere"]\n', "hints.visit.verbs", "@nowhere"),
        ('[[senses]]\nvisit = ["a"]\n', "senses[1]", "words"),
        ('[[senses]]\nwords = "a"\n', "senses[1].words", "a list of words"),
        ("kinds = 1\n", "kinds", "expected [[kinds]], found 1"),
        ("senses = 1\n", "senses", "expected [[senses]], found 1"),
        ("classes = 1\n", "classes", "a table"),
        ("[classes]\na = 1\n", "classes.a", "a list of words"),
        ("light = [1]\n", "light", "a list of words"),
        ('[[kinds]]\nname = "a"\nnouns = [" "]\n', "kinds[1].nouns", "a list of phrases"),
        ('[[kinds]]\nname = "a"\ncameo = 1\n', "kinds[1].cameo", "expected a text, found 1"),
        ('[[kinds]]\nname = "A b"\nverbs = ["go"]\n', "kinds[1].name", "found 'A b'"),
        ('[[kinds]]\nname = "a"\n[[kinds]]\nname = "a"\n', "kinds[2].name", "'a' once"),
        ('[hints.vist]\nverbs = ["go"]\n', "hints.vist", "did you mean 'visit'?"),
        ('[[senses]]\nwords = ["a"]\nvist = ["b"]\n', "senses[1].vist", "did you mean 'visit'?"),
        ("colour = 1\n", "colour", "light, classes, idioms, hints, senses or kinds"),
        ("[[kinds\n", "", ""),
    ],
)
def test_a_wrong_file_names_the_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(InvalidInput) as caught:
        Kinds.read(path)
    assert str(path) in str(caught.value)
    assert place in str(caught.value)
    assert words in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read: No such file or directory"):
        Kinds.read(tmp_path / "kinds.toml")


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_hints_may_be_for_a_kind_of_an_earlier_file(tmp_path: Path) -> None:
    first = tmp_path / "first.toml"
    first.write_text('[[kinds]]\nname = "concert"\nverbs = ["go on tour"]\n')
    hints = _file(tmp_path, '[hints.concert]\nnouns = ["encore"]\n')

    assert Kinds.read(first, hints)["concert"].name == "concert"
    with pytest.raises(InvalidInput, match=r"hints.concert: expected a kind"):
        Kinds.read(hints)


def test_an_unknown_kind_suggests_another() -> None:
    with pytest.raises(UnknownName, match="capture"):
        Kinds.read()["captur"]


def test_every_built_in_kind_maps_to_a_code_or_says_none() -> None:
    for kind in Kinds.read().by_name.values():
        assert kind.verbs or kind.nouns or kind.name == "state"
        assert not kind.cameo or kind.cameo.isdigit()
        assert not kind.ace or "." in kind.ace
