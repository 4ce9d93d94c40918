"""One claim as linking compares it: everything worked out once, so that a comparison is cheap."""

from __future__ import annotations

import functools
import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from timeline.dates import When
from timeline.linking._dating import Dated, dated
from timeline.linking._english import root
from timeline.linking._keys import Keys, keys_of
from timeline.linking._words import letters_of, ranked_of, words_of
from timeline.model import Figure, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model import Claim

STATEMENT: Final = "statement"

_FREE: Final = 2
"""How many claims of an article a word may stand in before it counts less."""

_STEP: Final = 0.25

_SCENE: Final = 24
"""How many names say whom and where an article is about."""

Weights = tuple[dict[str, float], float]
"""What each word weighs, and the length of all of these as a vector."""


class Context:
    """How often an article's claims use the words of one: what all of them say tells none apart.

    Args:
        often: the words of a claim that count less, with how many claims use them.
        scene: the names that the claims use most.
    """

    __slots__ = ("_often", "_scene", "size")

    def __init__(self, often: dict[str, int], scene: frozenset[str] | None) -> None:
        self._often = often
        self._scene = scene
        self.size = 0
        """How often it changed, so that a telling knows when to weigh its words anew."""

    @property
    def scene(self) -> frozenset[str]:
        """The names that the claims use most: whom and where the article is about."""
        return self._scene or frozenset()

    def often(self, _words: Iterable[str]) -> dict[str, int]:
        """Return those of the claim's words that count less, with how many claims use them."""
        return self._often

    def weighed(self, words: dict[str, float]) -> dict[str, float]:
        """Return the part of its weight that each word keeps, the less the more often it stands."""
        often = self.often(words)
        if not often:
            return words
        found = dict(words)
        for word, count in often.items():
            found[word] *= 1 / (1 + _STEP * (count - _FREE))
        return found


class Counting(Context):
    """The same for all claims of an article, of which more may be counted, and counted out again.

    Args:
        words: how many claims use each word.
        names: how many use each name.
    """

    __slots__ = ("_names", "_words")

    def __init__(
        self, words: Mapping[str, int] | None = None, names: Mapping[str, int] | None = None
    ) -> None:
        self._words = Counter(words)
        self._names = Counter(names)
        super().__init__({}, None)

    def copy(self) -> Counting:
        """Return the same, to be changed apart."""
        return Counting(self._words, self._names)

    def count(self, tellings: Sequence[Telling]) -> None:
        """Count the words of claims of the article."""
        self.size += len(tellings)
        self._scene = None
        self._words.update(chain.from_iterable([one.base for one in tellings]))
        self._names.update(chain.from_iterable([one.names for one in tellings]))

    def discount(self, telling: Telling) -> None:
        """Take the words of a claim out again."""
        self.size += 1
        self._scene = None
        self._words.subtract(telling.base.keys())
        self._names.subtract(telling.names)

    def often(self, words: Iterable[str]) -> dict[str, int]:
        """Return those of *words* that count less, with how many claims use them."""
        counts = self._words
        return {word: counts[word] for word in words if word in counts and counts[word] > _FREE}

    def of(self, words: Iterable[str]) -> Context:
        """Return what of it tells of a claim with these words."""
        return Context(self.often(words), self.scene)  # one scene for all claims of the article

    @property
    def scene(self) -> frozenset[str]:
        """The names that the claims counted so far use most."""
        if self._scene is None:
            ranked = sorted((-often, name) for name, often in self._names.items() if often)
            self._scene = frozenset([name for _, name in ranked[:_SCENE]])
        return self._scene


@attrs.define(slots=True, eq=False)
class Telling:
    """What one claim tells, ready to be compared.

    Args:
        claim: the id of the claim; empty for the title of a fact.
        kind: the kind of happening; empty where it is not known.
        when: when it happened, as far as the claim says.
        dated: the same, ready to be compared.
        names: the actors and places, as roots.
        places: those that the words make the place or the target.
        base: all words, with what each weighs in any article.
        text: the text that they were read in.
        figures: the quantities, each with the root of its measure.
        speaker: the id of who is quoted; empty where the outlet speaks itself.
        about: the ids of actors and places, as they were given.
        said: the date of the statement, where one is given.
        span: where the words stand that say so; empty where no evidence is given.
        article: the article that they stand in.
        estimate: whether its figures are somebody's estimate.
        fact: the fact that it is linked to; empty where it is not.
        context: the claims of that article, where they are known.
    """

    claim: str
    kind: str
    when: When | None
    dated: Dated | None
    names: frozenset[str]
    places: frozenset[str]
    base: dict[str, float]
    text: str
    figures: tuple[tuple[str, Figure], ...]
    speaker: str
    about: tuple[str, ...]
    said: When | None
    span: tuple[int, int]
    article: str
    estimate: bool = False
    fact: str = ""
    context: Context | None = None
    _seen: int = 0
    _weights: Weights | None = None
    _keys: Keys | None = None
    _letters: str | None = None

    @property
    def spelled(self) -> dict[str, str]:
        """How each of its words is written; looked up again, since only reasons need it."""
        return words_of(self.text, self.about).spelled

    @property
    def keys(self) -> Keys:
        """What leads to it."""
        found = self._keys
        if found is None or found.kind != self.kind:
            found = self._keys = keys_of(ranked_of(self.base, self.names), self.when, self.kind)
        return found

    @property
    def letters(self) -> str:
        """All words in order, for comparing letter by letter."""
        if self._letters is None:
            self._letters = letters_of(self.base)
        return self._letters

    @property
    def weights(self) -> Weights:
        """All words, with what each weighs in this article, and their length as a vector."""
        context = self.context
        size = 0 if context is None else context.size
        if self._weights is None or self._seen != size:
            self._seen = size
            words = self.base if context is None else context.weighed(self.base)
            length = math.sqrt(sum([weight * weight for weight in words.values()]))
            self._weights = words, length
        return self._weights

    def within(self, context: Context) -> None:
        """Let it stand among these claims of its article."""
        self.context = context
        self._weights = None


def telling_of(claim: Claim, kind: str = "") -> Telling:
    """Work out what *claim* tells.

    Args:
        claim: the claim.
        kind: the kind of its fact, for a claim that no machine has read.
    """
    reading = claim.reading
    evidence = claim.evidence
    span = (0, 0) if evidence is None else (evidence.start, evidence.end)
    if reading is not None and reading.answers:
        # "The ministry denied this" has no word for what happened.
        return _telling("", claim=claim.id, when=claim.occurred, span=span)
    about = () if reading is None else reading.about
    kind = (reading.kind if reading is not None else "") or kind
    quoted = claim.attribution.chain[1:]
    if quoted and kind != STATEMENT:
        # Who is quoted is compared as such; only a statement is about its speaker.
        about = tuple([name for name in about if name not in quoted])
    own = claim.attribution.own_voice
    return _telling(
        told(claim),
        claim=claim.id,
        kind=kind,
        # A statement happens when it is made.
        when=claim.occurred or (claim.stated if kind == STATEMENT else None),
        ahead=claim.stance is Stance.FORECASTS,
        about=about,
        figures=claim.figures,
        speaker="" if own else claim.attribution.origin,
        said=claim.stated,
        span=span,
        estimate=claim.stance is Stance.ESTIMATES,
    )


def told(claim: Claim) -> str:
    """Return the words that tell what a claim is about.

    What a machine has read is compared by its evidence, which is cut as narrow as the claim; its
    text may be the whole sentence. A person's text is a sentence about that claim alone.
    """
    if claim.evidence is not None and (claim.reading is not None or not claim.text):
        return claim.evidence.exact
    return claim.text


def title_telling(title: str, kind: str, fact: str) -> Telling:
    """Work out what the title of a fact tells, as somebody described it."""
    telling = _telling(title, kind=kind)
    telling.fact = fact
    return telling


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
    span: tuple[int, int] = (0, 0),
    estimate: bool = False,
) -> Telling:
    words = words_of(text, about)
    return Telling(
        claim,
        kind,
        when,
        _awaited(said) if when is None and ahead else dated(when),
        words.names,
        words.places,
        words.weights,
        text,
        tuple([(_measure(figure.measure), figure) for figure in figures]),
        speaker,
        about,
        said,
        span,
        claim.rpartition("#")[0],
        estimate,
    )


def telling_again(  # noqa: PLR0913  # one for each thing that is compared
    *,
    claim: str,
    fact: str,
    kind: str,
    text: str,
    base: dict[str, float],
    context: Context,
    names: frozenset[str],
    places: frozenset[str],
    about: tuple[str, ...],
    when: When | None,
    said: When | None,
    ahead: bool,
    figures: tuple[tuple[str, Figure], ...],
    speaker: str,
    span: tuple[int, int],
    estimate: bool,
) -> Telling:
    """Return a telling whose words were worked out before."""
    return Telling(
        claim,
        kind,
        when,
        _awaited(said) if when is None and ahead else dated(when),
        names,
        places,
        base,
        text,
        figures,
        speaker,
        about,
        said,
        span,
        claim.rpartition("#")[0],
        estimate,
        fact,
        context,
    )


def _awaited(said: When | None) -> Dated | None:
    """Return when a forecast without a date can come true: after it was made."""
    made = dated(said)
    if made is None:
        return None
    low = made.start_earliest
    return Dated(low, math.inf, low, math.inf, is_interval=False, is_certain=False)


@functools.lru_cache(maxsize=4_096)  # a few measures come again and again
def _measure(measure: str) -> str:
    return " ".join(sorted({root(word) for word in measure.lower().split()}))
