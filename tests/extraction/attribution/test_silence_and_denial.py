"""Laws of silence and denial: whoever keeps silent withholds, and a repeated "no" denies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.attribution.reading import frames, mentions, said
from timeline.model import Source, Stance

BODIES = {
    "The Treasury": "treasury",
    "The Harbour Authority": "harbour-authority",
    "Nordbank": "nordbank",
    "The palace": "palace",
    "Ana Lopez": "ana-lopez",
    "Norway's foreign ministry": "norway-foreign-ministry",
    "Two Dutch officials": "dutch-officials",
}
SILENCES = [
    "declined to comment",
    "refused to comment on the case",
    "did not respond to questions",
    "would not comment on the deal",
    "refused to say why",
    "could not say when work would resume",
    "did not say whether the pier was safe",
    "would not be drawn on the date",
    "gave no reason",
    "offered no explanation",
    "said that nobody had anything to hide but that there was nothing to add",
]
NEGATED = [
    "We do not shell schools",
    "There is no leak",
    "I have never met them",
    "No money was paid",
    "Nobody was sent there",
    "It isn't ours",
]
PLAIN = ["We stand by our crews", "The yard is open", "I have met them twice"]
SMALL = ["I", "We", "You", "He", "She", "They", "It"]
ENDINGS = ["'d", "\u2019d", "'ll", "\u2019ll", "'m", "'re", "\u2019re", "'ve", "\u2019ve"]

bodies = st.sampled_from(sorted(BODIES))


@given(bodies, st.sampled_from(SILENCES))
def test_whoever_keeps_silent_withholds(who: str, silence: str) -> None:
    found = frames(f"{who} {silence}.")
    assert [(frame.chain, frame.stance) for frame in found] == [((BODIES[who],), Stance.WITHHOLDS)]


@given(bodies, st.sampled_from(["has yet to comment", "has not commented", "has not responded"]))
def test_silence_lasts(who: str, silence: str) -> None:
    (frame,) = frames(f"{who} {silence}.")
    assert frame.stance is Stance.WITHHOLDS
    assert frame.content == ()


@given(bodies, st.sampled_from(NEGATED), st.booleans())
def test_a_no_denies_only_behind_a_denial(who: str, what: str, denied: bool) -> None:  # noqa: FBT001 - drawn
    before = "The rebels denied the raid." if denied else "The rebels held a parade."
    found = frames(f"{before} \u201c{what},\u201d {who} said.")
    assert found[-1].stance is (Stance.DENIES if denied else Stance.ASSERTS)


@given(bodies, st.sampled_from(PLAIN))
def test_what_is_not_negated_denies_nothing(who: str, what: str) -> None:
    found = frames(f"The rebels denied the raid. \u201c{what},\u201d {who} said.")
    assert found[-1].stance is Stance.ASSERTS


@given(st.sampled_from(SMALL), st.sampled_from(ENDINGS), st.booleans())
def test_a_contraction_is_no_name(small: str, ending: str, opens: bool) -> None:  # noqa: FBT001 - drawn
    text = f"{small}{ending} say so." if opens else f"In May {small}{ending} say so to Ana Lopez."
    assert all(ending not in mention.text for mention in mentions(text))


@pytest.mark.parametrize(
    ("rumour", "answer", "stance"),
    [
        ("The ship is said to be leaking.", "no leak had been found", "denies"),
        ("The ship is said to be leaking.", "divers would look at it", "asserts"),
        ("The ship left on Monday.", "no leak had been found", "asserts"),
    ],
)
def test_a_no_denies_behind_a_rumour(rumour: str, answer: str, stance: str) -> None:
    assert said(f"{rumour} A yard worker said {answer}.")[-1] == f"yard-worker {stance}: {answer}"


def test_those_who_wrote_a_study_speak_as_it() -> None:
    text = (
        "The moss is older, according to a paper published on Tuesday in the journal Vita Nova. "
        "Its authors warn that it will spread."
    )
    assert said(text) == [
        "vita-nova asserts [2025-02-04]: The moss is older",
        "vita-nova asserts [+2025-02-04]: it will spread",
    ]


def test_a_nationality_stands_for_the_person() -> None:
    text = "Jan Peeters came last. The Belgian, 31, denied any link to the lab."
    assert said(text) == ["jan-peeters denies: any link to the lab"]


def test_what_one_tells_this_outlet_is_another_occasion() -> None:
    text = (
        "“We hear it,” Lucia Rossi wrote in a post on Sunday.\n\n"
        "The probe is whole, Rossi told The Outlet."
    )
    assert said(text, {"the-outlet": Source("the-outlet", "The Outlet")}) == [
        "lucia-rossi asserts [2025-02-02]: We hear it",
        "lucia-rossi asserts: The probe is whole",
    ]


def test_he_is_whom_the_last_sentence_began_with() -> None:
    text = (
        "“We were better,” coach Ivan Petrak said. "
        "His captain, Tom Reyes, did not agree. “We got lucky,” he said."
    )
    assert said(text)[-1] == "tom-reyes asserts: We got lucky"


def test_he_goes_on_where_nobody_else_came_first() -> None:
    text = (
        "“We were better,” coach Ivan Petrak said. "
        "The crowd sang for Tom Reyes. “We got lucky,” he said."
    )
    assert said(text)[-1] == "ivan-petrak asserts: We got lucky"
