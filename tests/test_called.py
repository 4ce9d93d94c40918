"""A source is the curated one by its id, or by a part of a name that is nobody else's."""

from __future__ import annotations

import pytest

from tests.benchmarks.called import Called, named_in
from timeline.model import Attribution, Claim, Source, Stance

DEFINED = {
    "daily": Source("daily", "The Daily"),
    "ward-doctor": Source("ward-doctor", "A doctor at the hospital of Ulm"),
    "town-doctor": Source("town-doctor", "The town's doctor", aliases=("Town physician",)),
    "mayor": Source("mayor", "Mayor of Ulm"),
}
READ = {
    name: Source(name, words)
    for name, words in {
        "hospital-doctor": "Hospital doctor",
        "doctor": "Doctor",
        "physician": "The physician",
        "nurse": "Nurse",
        "the-two": "The two",
    }.items()
}


def _claim(origin: str) -> Claim:
    chain = ("daily",) if origin == "daily" else ("daily", origin)
    return Claim("a#1", Stance.ASSERTS, Attribution(chain))


def _called(*, by_id: bool = False) -> Called:
    there = named_in([_claim("ward-doctor"), _claim("town-doctor"), _claim("daily")], "daily")
    return Called(DEFINED, there, READ, ("daily", "daily-online"), by_id)


@pytest.mark.parametrize(
    ("curated", "read", "right"),
    [
        ("ward-doctor", "ward-doctor", True),
        ("ward-doctor", "hospital-doctor", True),
        ("town-doctor", "physician", True),
        ("ward-doctor", "doctor", False),  # it may be either
        ("ward-doctor", "nurse", False),
        ("ward-doctor", "the-two", False),  # no word of it tells
        ("ward-doctor", "town-doctor", False),  # somebody else, by id
        ("ward-doctor", "nobody-knows", False),
    ],
)
def test_an_origin(curated: str, read: str, *, right: bool) -> None:
    assert _called().origin(_claim(curated), _claim(read)) is right


def test_by_id_alone() -> None:
    assert not _called(by_id=True).origin(_claim("ward-doctor"), _claim("hospital-doctor"))
    assert _called(by_id=True).origin(_claim("mayor"), _claim("mayor"))


def test_the_outlet_goes_by_two_ids() -> None:
    online = Claim("a#1", Stance.ASSERTS, Attribution(("daily-online",)))
    assert _called().origin(_claim("daily"), online)
