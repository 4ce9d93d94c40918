"""One claim as linking compares it: everything worked out once, so that a comparison is cheap."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.linking._english import root
from timeline.linking._words import words_of
from timeline.model import Figure, Stance

if TYPE_CHECKING:
    from timeline.model import Claim


@attrs.frozen(slots=True, eq=False)
class Telling:
    """What one claim tells, ready to be compared.

    Args:
        claim: the id of the claim; empty for the title of a fact.
        kind: the kind of happening; empty where it is not known.
        when: when it happened, as far as the claim says.
        ahead: whether it is told before it happened.
        names: the actors and places, as roots.
        places: those that the words make the place or the target.
        words: all words with their weights.
        length: the length of these weights as a vector.
        figures: the quantities, each with the root of its measure.
        speaker: the id of who is quoted; empty where the outlet speaks itself.
        about: the ids of actors and places, as they were given.
        said: the date of the statement, where one is given.
        plain: the words in order of the alphabet, for comparing letters.
    """

    claim: str
    kind: str
    when: When | None
    ahead: bool
    names: frozenset[str]
    places: frozenset[str]
    words: dict[str, float]
    length: float
    figures: tuple[tuple[str, Figure], ...]
    speaker: str
    about: frozenset[str]
    said: When | None
    plain: str


def telling_of(claim: Claim, kind: str = "") -> Telling:
    """Work out what *claim* tells.

    Args:
        claim: the claim.
        kind: the kind of its fact, for a claim that no machine has read.
    """
    reading = claim.reading
    about = () if reading is None else reading.about
    own = claim.attribution.own_voice
    return _telling(
        claim.text or ("" if claim.evidence is None else claim.evidence.exact),
        claim=claim.id,
        kind=(reading.kind if reading is not None else "") or kind,
        when=claim.occurred,
        ahead=claim.stance is Stance.FORECASTS,
        about=about,
        figures=claim.figures,
        speaker="" if own else claim.attribution.origin,
        said=claim.stated,
    )


def title_telling(title: str, kind: str) -> Telling:
    """Work out what the title of a fact tells, as somebody described it."""
    return _telling(title, kind=kind)


def _telling(  # noqa: PLR0913  # one for each thing that is compared
    text: str,
    *,
    claim: str = "",
    kind: str = "",
    when: When | None = None,
    ahead: bool = False,
    about: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    speaker: str = "",
    said: When | None = None,
) -> Telling:
    words = words_of(text, about)
    return Telling(
        claim,
        kind,
        when,
        ahead or kind in {"plan", "forecast"},
        words.names,
        words.places,
        words.weights,
        math.sqrt(sum(weight * weight for weight in words.weights.values())),
        tuple((_measure(figure.measure), figure) for figure in figures),
        speaker,
        frozenset(about),
        said,
        " ".join(sorted(words.weights)),
    )


def _measure(measure: str) -> str:
    return " ".join(sorted({root(word) for word in measure.lower().split()}))
