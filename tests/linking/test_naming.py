"""What facts are called: titles that a person can read, and ids made of whole words."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import When
from timeline.linking._naming import fact_id, fact_title
from timeline.model import Attribution, Claim, Evidence, Figure, Reading, Stance


def _claim(text: str, exact: str = "", occurred: str = "", about: tuple[str, ...] = ()) -> Claim:
    return Claim(
        "a-1#1",
        Stance.ASSERTS,
        Attribution(("gazette",)),
        text=text,
        occurred=When.parse(occurred) if occurred else None,
        evidence=Evidence.at(f"{exact} ", 0, len(exact)) if exact else None,
        reading=Reading("rules", 1.0, about=about),
    )


@pytest.mark.parametrize(
    ("claim", "title"),
    [
        pytest.param(_claim("The mill closed."), "The mill closed", id="short"),
        pytest.param(
            _claim("But in May the mill in the valley closed.", occurred="2024-05"),
            "The mill in the valley closed",
            id="no conjunction and no date before it",
        ),
        pytest.param(
            _claim("In May the mill in the valley closed."),
            "In May the mill in the valley closed",
            id="the date where nothing else gives it",
        ),
        pytest.param(
            _claim("In May, the mill."), "In May, the mill", id="too little without its date"
        ),
        pytest.param(
            _claim(
                "The owner said on Monday that the mill would close in June.",
                "the mill would close in June",
            ),
            "The mill would close in June",
            id="from the evidence on",
        ),
        pytest.param(
            _claim(
                "Neither the owner nor the mayor would reopen the mill.",
                "the mayor would reopen the mill",
            ),
            "Neither the owner nor the mayor would reopen the mill",
            id="no negation is lost",
        ),
        pytest.param(
            _claim("… the owner of the mill said on Monday …"),
            "The owner of the mill said on Monday…",
            id="no mark before it",
        ),
        pytest.param(
            _claim("The owner sold the mill and closed two more.", "closed two more"),
            "The owner sold the mill and closed two more",
            id="from its subject on",
        ),
        pytest.param(
            _claim("So far no mill in the valley has closed."),
            "So far no mill in the valley has closed",
            id="so far is no conjunction",
        ),
        pytest.param(
            _claim("The owner of the mill said."), "The owner of the mill said…", id="said"
        ),
        pytest.param(_claim(""), "a-1#1", id="nothing at all"),
    ],
)
def test_a_title_tells_what_happened(claim: Claim, title: str) -> None:
    assert fact_title(claim) == title


_WORDS = st.sampled_from(["mill", "closed", "the", "of", "in", '"dear', 'friends"', "and", "old,"])


@given(st.lists(_WORDS, min_size=1, max_size=60).map(" ".join))
def test_a_title_that_was_cut_ends_whole(text: str) -> None:
    if text.count('"') % 2:
        text = text.replace('"', "")
    title = fact_title(_claim(f"Mills {text}."))
    assert title.count('"') % 2 == 0
    assert len(title) <= 92
    if title.endswith("…"):
        assert title.rstrip("…").split()[-1] not in {"the", "of", "in", "and"}


def test_a_title_that_cuts_off_what_was_counted_says_the_figure() -> None:
    text = "Officers used whistles and loudspeakers to separate the visitors of the old mill, whom "
    claim = attrs.evolve(
        _claim(f"{text}the owner put at 9,000.", "at 9,000"),
        figures=(Figure("attending", low=9_000, high=9_000, unit="people"),),
    )
    title = fact_title(claim)
    assert title.startswith("Officers used whistles and loudspeakers")
    assert title.endswith("… (attending: 9,000 people)")
    assert len(title) <= 92
    begun = attrs.evolve(claim, evidence=Evidence.at(text, 0, len(text) - 1))
    assert "attending" not in fact_title(begun)


@pytest.mark.parametrize(
    ("claim", "kind", "name"),
    [
        pytest.param(
            _claim("Troops left.", about=("ruritania",)), "withdrawal", "withdrawal-ruritania"
        ),
        pytest.param(
            _claim("Ruritania's old bells rang.", occurred="2024-05-03", about=("ruritania",)),
            "",
            "ruritania-old-bells-2024-05-03",
        ),
        pytest.param(
            _claim("The mayor's 3,000 São Pedro bells rang."), "", "mayor-sao-pedro", id="no actor"
        ),
    ],
)
def test_an_id_is_made_of_whole_words(claim: Claim, kind: str, name: str) -> None:
    assert fact_id(claim, kind, lambda _: False) == name
