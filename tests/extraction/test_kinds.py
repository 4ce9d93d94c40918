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
        ("colour = 1\n", "colour", "light, classes, idioms or kinds"),
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


def test_an_unknown_kind_suggests_another() -> None:
    with pytest.raises(UnknownName, match="capture"):
        Kinds.read()["captur"]


def test_every_built_in_kind_maps_to_a_code_or_says_none() -> None:
    for kind in Kinds.read().by_name.values():
        assert kind.verbs or kind.nouns
        assert not kind.cameo or kind.cameo.isdigit()
        assert not kind.ace or "." in kind.ace
