"""Words, names and places: which count as the same, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.linking._english import is_country, root
from timeline.linking._postings import LIMIT
from timeline.linking._words import ranked_of, words_of


@pytest.mark.parametrize(
    "words",
    [
        "ukraine ukrainian ukrainians",
        "russia russian russians kremlin",
        "china chinese beijing",
        "britain british uk briton",
        "france french",
        "zelensky zelenskyy zelenskiy",
        "withdraw withdrew withdrawn withdrawal retreat",
        "strike struck shelling attack bombed",
        "resign resigned resignation quit",
        "city cities",
        "drone drones uav",
        "three 3",
    ],
)
def test_forms_of_one_word_share_a_root(words: str) -> None:
    assert len({root(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "austria australia",
        "slovakia slovenia",
        "iran iraq",
        "niger nigeria",
        "visit verdict",
        "killed wounded",
        "rose fell",
        "300 3000",
        "election selection",
    ],
)
def test_other_words_have_roots_of_their_own(words: str) -> None:
    assert len({root(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("Missiles struck Kharkiv overnight.", "kharkiv", "kharkiv"),
        ("A shell fell in the city of Odesa.", "odesa", "odesa"),
        ("In Kharkiv and Odesa sirens were heard.", "kharkiv odesa", "kharkiv odesa"),
        ("Half of the Kursk region was dark.", "kursk", "kursk"),
        ("Envoys left New York for South Sudan.", "new-york south-sudan", "new-york"),
        ("Talks with the US went on.", "us", ""),
        ("They told us nothing.", "", ""),
        ("The port belongs to Brightwater’s owners.", "brightwater", ""),
        ("It was on Monday in January.", "", ""),
        ("Nobody was hurt.", "", ""),
        ("", "", ""),
    ],
)
def test_names_and_places_are_read_off_capitals(text: str, names: str, places: str) -> None:
    found = words_of(text)
    assert found.names == words_of("", tuple(names.split())).names
    assert found.places == words_of("", tuple(places.split())).names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("north-korea", "It came from North Korean troops."),
        ("united-states", "It came from the United States."),
        ("united-arab-emirates", "It came from the United Arab Emirates."),
        ("new-york-times", "It stood in the New York Times."),
        ("kim-jong-un", "It was for Kim Jong Un."),
        ("new", "The New was it."),
    ],
)
def test_ids_and_texts_name_alike(name: str, text: str) -> None:
    named, told = words_of("", (name,)), words_of(text)
    assert named.names <= told.names or name == "new"
    assert named.names


def test_words_are_spelled_as_in_the_text() -> None:
    spelled = words_of("Talks in North Korea.", ("north-korea", "kim")).spelled
    assert spelled == {"northkor": "North Korea", "=meet": "Talks", "kim": "kim"}


def test_years_and_empty_words_say_nothing() -> None:
    assert words_of("It was in 2024, and on Monday of last week.").weights == {}


@pytest.mark.parametrize("name", ["ukraine", "russia", "usa", "north-korea", "new-zealand"])
def test_countries_are_known(name: str) -> None:
    (key,) = words_of("", (name,)).names
    assert is_country(key)


@given(st.text(), st.lists(st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}", fullmatch=True), max_size=3))
def test_any_text_has_words(text: str, about: list[str]) -> None:
    found = words_of(text, tuple(about))
    assert found.names <= found.weights.keys() <= found.spelled.keys()
    assert found.places <= found.names
    assert sorted(ranked_of(found.weights, found.names)) == sorted(found.weights)
    assert all(0 < weight <= 1 for weight in found.weights.values())
    assert LIMIT > 0
