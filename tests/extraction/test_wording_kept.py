"""What the words of a claim keep: a "not", who denies it, what was said, and what conditions it."""

from __future__ import annotations

import bisect
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Article
from timeline.extraction import RuleExtractor
from timeline.extraction.claims._wording import SHORT
from timeline.extraction.claims._wording_kept import NEGATIVE
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.page import page_of
from timeline.model import Claim, Stance

FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLES = sorted(
    path
    for folder in ("articles", "practice/articles", "unseen/articles")
    for path in (FIXTURES / folder).glob("*.md")
    if path.stem.lower() != "readme"
)
EXTRACTOR = RuleExtractor()


def claims(text: str) -> tuple[Claim, ...]:
    return EXTRACTOR.extract(Article("quay-1", "gazette", "2025-03-05", text=text)).claims


def texts(text: str) -> list[str]:
    return [claim.text for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "Neither the council nor the port authority would comment on the collapse.",
            "Neither the council nor the port authority would comment on the collapse.",
            id="the negation of a subject with two halves",
        ),
        pytest.param(
            "The council did not say that the bridge had collapsed on Monday.",
            "The council did not say that the bridge had collapsed on Monday.",
            id="the negation of the clause that a clause depends on",
        ),
        pytest.param(
            "Nothing suggests that the bridge was mined on Monday.",
            "Nothing suggests that the bridge was mined on Monday.",
            id="the negative subject of that clause",
        ),
        pytest.param(
            "The railway denied that its crane had hit the bridge on Monday.",
            "The railway denied that its crane had hit the bridge on Monday.",
            id="who denies what is told",
        ),
        pytest.param(
            "The council could neither confirm nor deny that 40 cars had been lost.",
            "The council could neither confirm nor deny that 40 cars had been lost.",
            id="who keeps silent about it",
        ),
        pytest.param(
            '"No car was lost on Sunday," the council said.',
            "No car was lost on Sunday.",
            id="a denial that is one by itself",
        ),
        pytest.param(
            "The council said on Monday that 40 cars had been lost.",
            "The council said on Monday that 40 cars had been lost.",
            id="what was said, behind",
        ),
        pytest.param(
            '"We will rebuild the bridge," the council said on Monday.',
            '"We will rebuild the bridge," the council said on Monday.',
            id="what was said, ahead",
        ),
        pytest.param(
            "Dockers will strike on Friday unless the talks succeed.",
            "Dockers will strike on Friday unless the talks succeed.",
            id="what conditions it",
        ),
        pytest.param(
            "The town of Arle, where 40 people were killed on Monday, mourns.",
            "The town of Arle, where 40 people were killed on Monday, mourns.",
            id="what a relative clause is about",
        ),
        pytest.param(
            "The bridge (built in 1990) was closed on Monday (3 March), the council said.",
            "The bridge (built in 1990) was closed on Monday (3 March).",
            id="the other half of a bracket",
        ),
        pytest.param(
            "The railway, founded in 1990, bought the bridge on Monday.",
            "The railway, founded in 1990, bought the bridge on Monday.",
            id="a main verb",
        ),
        pytest.param(
            "The relief agency put the number of cars lost in the river at 40.",
            "The relief agency put the number of cars lost in the river at 40.",
            id="who put a number where",
        ),
        pytest.param(
            "The council and its lawyer rejected claims that 40 cars had been lost.",
            "The council and its lawyer rejected claims that 40 cars had been lost.",
            id="who calls untrue what is told",
        ),
        pytest.param(
            "A ten-day truce, signed on Monday under the eyes of both presidents, collapsed.",
            "A ten-day truce, signed on Monday under the eyes of both presidents, collapsed.",
            id="the verb behind an aside",
        ),
        pytest.param(
            "Halm, 66, who ran the railway until May 2019, was cleared by a court on Monday.",
            "Halm … ran the railway until May 2019.",
            id="a subject with its age",
        ),
        pytest.param(
            "Prosecutors told the court that the bridge had been declared safe in May.",
            "The bridge had been declared safe in May.",
            id="a clause that stands alone is cut out as before",
        ),
        pytest.param(
            "The harbour master, who was not insured, said on Monday that 40 boats had been lost.",
            "40 boats had been lost.",
            id="the negation of another clause is not wanted",
        ),
    ],
)
def test_words_are_kept_that_a_claim_needs(text: str, shown: str) -> None:
    assert shown in texts(text)


_LONG = (
    "Inspectors had found cracks in the northern pier of the bridge in October, again in "
    "November and for a third time in the first days of December, when the water of the river was "
    "low enough for divers to reach the foundations, and the railway had been told of all of them"
)


def test_a_long_sentence_shows_that_something_is_left_out() -> None:
    told = texts(f"{_LONG}, the council said on Monday.")
    assert "… the council said on Monday." in told
    told = texts(f"The council said on Monday that {_LONG[0].lower()}{_LONG[1:]}.")
    assert "The council said on Monday …" in told


SPEAKERS = ("the council", "a spokeswoman for the railway", "Mayor Ruth Halm", "the port of Arle")
DEEDS = (
    "40 cars had been lost",
    "two men had been arrested in May",
    "the bridge had collapsed on Sunday",
    "the railway had paid a fine of 3 million euros",
)
DAYS = ("on Monday", "on 2 March", "last week", "yesterday")
PARTICIPLES = {"foreseen", "shown", "sworn", "written"}
SAYING = sorted(
    word
    for word, verb in VERBS.items()
    if verb.form == "past"
    and verb.kind == "say"
    and verb.bare
    and word not in PARTICIPLES | {"read", "put"}
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_GOES_ON = re.compile(r"[\s\"”’)]*[^\W_]")


def _negated(words: str) -> bool:
    return any(word in NEGATIVE for word in _WORD.findall(words.lower().replace("’", "'")))


NEGATED = st.one_of(
    st.builds(
        "Neither {0} nor {1} would comment {2}.".format,
        st.sampled_from(SPEAKERS),
        st.sampled_from(SPEAKERS),
        st.sampled_from(DAYS),
    ),
    st.builds(
        "{0} {1} {2} that {3}.".format,
        st.sampled_from(["The council", "The port"]),
        st.sampled_from(["did not say", "has never confirmed", "had not announced"]),
        st.sampled_from(DAYS),
        st.sampled_from(DEEDS),
    ),
    st.builds(
        "{0} that {1}.".format,
        st.sampled_from(
            ["Nothing suggests", "It is not true", "It is unclear", "Nobody has shown"]
        ),
        st.sampled_from(DEEDS),
    ),
    st.builds(
        "No {0} or {1} was {2} {3}.".format,
        st.sampled_from(["soldier", "docker", "passenger"]),
        st.sampled_from(["sailor", "clerk", "child"]),
        st.sampled_from(["killed", "hurt", "arrested", "dismissed", "freed"]),
        st.sampled_from(DAYS),
    ),
    st.builds(
        "The {0} {1} been {2} {3}.".format,
        st.sampled_from(["ferry", "bridge", "minister"]),
        st.sampled_from(["has not", "hasn't", "had never", "has yet to have"]),
        st.sampled_from(["attacked", "closed", "sold", "charged", "replaced"]),
        st.sampled_from(DAYS),
    ),
)


@settings(max_examples=60)
@given(NEGATED)
def test_a_negation_is_never_lost(text: str) -> None:
    for shown in texts(text):
        assert _negated(shown)


@settings(max_examples=60)
@given(
    st.sampled_from(SPEAKERS),
    st.sampled_from(["denied", "denies", "has denied", "rejected", "dismissed"]),
    st.sampled_from(["that ", "reports that ", "claims that "]),
    st.sampled_from(DEEDS),
)
def test_a_denial_is_shown_with_who_denies(who: str, verb: str, that: str, deed: str) -> None:
    for claim in claims(f"{who[0].upper()}{who[1:]} {verb} {that}{deed}."):
        if claim.stance is Stance.DENIES:
            assert verb in claim.text


@settings(max_examples=60)
@given(
    st.sampled_from(SPEAKERS),
    st.sampled_from(SAYING),
    st.sampled_from(DAYS),
    st.sampled_from((*DEEDS, _LONG)),
    st.sampled_from(["{who} {verb} {day} that {said}.", "{said}, {who} {verb} {day}."]),
)
def test_a_saying_shows_what_was_said_or_that_it_is_left_out(
    who: str, verb: str, day: str, said: str, frame: str
) -> None:
    text = frame.format(who=who, verb=verb, day=day, said=said)
    text = text[0].upper() + text[1:]
    for claim in claims(text):
        last = _WORD.findall(claim.text)[-1].lower()
        assert claim.text.endswith("…") or last not in VERBS
        if claim.reading is not None and claim.reading.kind == "statement":
            short = len(text) <= SHORT
            assert said.lower() in claim.text.lower() if short else "…" in claim.text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_claim_of_an_article_breaks_off_or_turns_round(path: Path) -> None:
    article = Article.read(path)
    page = page_of(article)
    starts = [sentence.start for sentence in page.sentences]
    for claim in EXTRACTOR.extract(article).claims:
        assert claim.text.count("(") <= claim.text.count(")")
        assert claim.text.count("[") <= claim.text.count("]")
        assert claim.evidence is not None
        sentence = page.sentences[bisect.bisect_right(starts, claim.evidence.start) - 1]
        printed = " ".join(sentence.text.split())
        place = printed.lower().find(claim.text.strip('.…"“” ').lower())
        if place < 0:
            continue  # with something left out, or with the name of who did it
        before = _WORD.findall(printed[:place].lower())
        assert not before or printed[place - 1] in ',;:."“(' or before[-1] not in NEGATIVE - {"yet"}
        behind = printed[place + len(claim.text.strip('.…"“” ')) :]
        if _GOES_ON.match(behind) and not claim.text.endswith("…"):
            after = _WORD.findall(behind.lower())[0]
            assert after not in {"that", "which", "whose", "whether", "unless", "if", "of", "than"}
