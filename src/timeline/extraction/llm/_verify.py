"""Holds what a model proposes against the article; what the text does not bear is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from timeline.dates import When
from timeline.errors import shown
from timeline.extraction._extractor import Extraction, Unread
from timeline.extraction._tokens import tokens_of
from timeline.extraction.english._deeds import NEGATIONS
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.happenings import Kinds
from timeline.extraction.llm._answer import Proposal, ProposedFigure, Refused
from timeline.extraction.llm._dates import supported_date
from timeline.extraction.llm._quotes import Plain
from timeline.extraction.names import (
    KnownSources,
    Mention,
    names_of,
)
from timeline.extraction.page import (
    Page,
    page_of,
)
from timeline.extraction.quantities import (
    Quantity,
    quantities_of,
)
from timeline.model import (
    Article,
    Attribution,
    Basis,
    Claim,
    Evidence,
    Figure,
    Number,
    Reading,
    Source,
    Stance,
    slug,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Sentence
    from timeline.timex import TimeExpression

_SHORTEST: Final = 2
_LONGEST: Final = 300
_CERTAIN: Final = 0.7
_DOUBTED: Final = 0.4
_MOST_SENTENCES: Final = 4
_BEFORE: Final = 3
"""So many words before a quote can turn it round: "denied that the | twelve had died"."""
_DENYING: Final = NEGATIONS | {"none", "nobody", "nothing", "deny", "denies", "denied", "denying"}


@attrs.frozen
class _Checked:
    """A claim that stands, without its number."""

    start: int
    end: int
    proposal: Proposal
    chain: tuple[str, ...]
    occurred: When | None
    stated: When | None
    figures: tuple[Figure, ...]
    text: str
    whole: bool


@attrs.define(eq=False)
class Verifier:
    """Holds the proposals for one article against its text.

    Args:
        article: the article; it has a text.
        known: the sources that are known, by id.
        kinds: the kinds of happening.
        name: the name of the extractor.
    """

    article: Article
    known: Mapping[str, Source]
    kinds: Kinds
    name: str
    page: Page = attrs.field(init=False)
    plain: Plain = attrs.field(init=False)
    new: dict[str, Source] = attrs.field(init=False, factory=dict)
    unread: list[Unread] = attrs.field(init=False, factory=list)
    quantities: tuple[Quantity, ...] = attrs.field(init=False)
    named: dict[str, Mention] = attrs.field(init=False)
    words: frozenset[str] = attrs.field(init=False)
    index: KnownSources = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.page = page_of(self.article)
        self.plain = Plain(self.page.text)
        self.quantities = quantities_of(self.page)
        self.index = KnownSources.of(self.known)
        mentions = names_of(self.page, self.index)
        self.named = {mention.text.casefold(): mention for mention in mentions}
        self.words = frozenset(token.lower for token in tokens_of(self.page.text))

    def verified(self, proposals: Sequence[Proposal | Refused]) -> Extraction:
        """Return the claims that stand, and why the others and parts of these do not."""
        checked: list[_Checked] = []
        seen: set[tuple[object, ...]] = set()
        for proposal in proposals:
            one = self._checked(proposal)
            if one is None:
                continue
            key = (one.start, one.end, proposal_key(one))
            if key in seen:
                self._leave(one.start, one.end, "said twice by the model")
            else:
                seen.add(key)
                checked.append(one)
        checked.sort(key=lambda one: (one.start, one.end))
        claims = tuple(self._claim(one, number) for number, one in enumerate(checked, 1))
        used = {link for claim in claims for link in claim.chain}
        unread = tuple(sorted(self.unread, key=lambda one: (one.start, one.end, one.reason)))
        sources = tuple(source for source in self.new.values() if source.id in used)
        return Extraction(claims, sources, unread, unread)

    def _leave(self, start: int, end: int, reason: str) -> None:
        self.unread.append(Unread(start, end, reason))

    def _checked(self, proposal: Proposal | Refused) -> _Checked | None:
        span = self.plain.find(proposal.quote)
        start, end = span or (0, len(self.page.text))
        sentences = [one for one in self.page.sentences if one.start < end and start < one.end]
        problem = self._problem(proposal, span, sentences)
        chain: list[str] = [self.article.outlet]
        for name in proposal.sources if isinstance(proposal, Proposal) and not problem else ():
            source = self._source(name)
            if source is None:
                problem = f"the article does not name the source {shown(name)}"
            elif source not in chain:
                chain.append(source)
        if isinstance(proposal, Refused) or problem:
            self._leave(start, end, problem)
            return None
        before = len(self.unread)
        occurred, stated = self._dates(proposal, sentences, (start, end))
        found = [self._figure(one, start, end, occurred) for one in proposal.figures]
        figures = dict.fromkeys(figure for figure in found if figure is not None)
        text = self._text(proposal, sentences, (start, end))
        return _Checked(
            start,
            end,
            proposal,
            tuple(chain),
            occurred,
            stated,
            tuple(figures),
            text,
            len(self.unread) == before,
        )

    def _problem(
        self,
        proposal: Proposal | Refused,
        span: tuple[int, int] | None,
        sentences: Sequence[Sentence],
    ) -> str:
        """Return why a claim cannot be kept at all; empty where it can."""
        quote = shown(proposal.quote)
        if isinstance(proposal, Refused):
            return f"not in the schema: {proposal.reason}"
        if span is None:
            return f"the quote does not stand in the text: {quote}"
        if len(proposal.quote.split()) < _SHORTEST:
            return f"the quote is too short to say anything: {quote}"
        if not sentences:
            return f"the quote is no part of the story: {quote}"
        if len(sentences) > _MOST_SENTENCES:
            return f"the quote is longer than {_MOST_SENTENCES} sentences: {quote}"
        return ""

    def _source(self, name: str) -> str | None:
        """Return the id of a source that the article names; None where it names none such."""
        plain = " ".join(name.split())
        folded = plain.casefold().removeprefix("the ")
        source = self.index.called(plain) if plain else None
        if source is not None:
            names = (plain, source.name, *source.aliases)
            stands = any(self.plain.find(one, whole=True) for one in names if one)
            return source.id if stands else None
        if self.plain.find(plain, whole=True) is None:
            return None
        mention = self.named.get(plain.casefold()) or self.named.get(folded)
        if mention is None and all(word.lower() in STOPS for word in plain.split()):
            return None  # "he" and "those who" are nobody
        made = slug(folded) if mention is None else mention.id
        if not made:
            return None
        if made != self.article.outlet and made not in self.known:
            group = mention is not None and mention.group
            self.new.setdefault(made, Source(made, name=plain, group=group))
        return made

    def _dates(
        self, proposal: Proposal, sentences: Sequence[Sentence], span: tuple[int, int]
    ) -> tuple[When | None, When | None]:
        """Return when it occurred and was stated, as far as the sentences bear it and it can be."""
        times = [time for sentence in sentences for time in sentence.times]
        occurred = self._date("occurred", proposal.occurred, span, times)
        stated = self._date("stated", proposal.stated, span, times)
        published = self.article.published.latest
        assert published is not None  # an article has a last day
        ahead = proposal.stance is Stance.FORECASTS
        if occurred is not None and not ahead and (occurred.earliest or 0) > published:
            self._leave(*span, f"occurred left out: {occurred} was still to come")
            occurred = None
        if stated is not None and (stated.latest is None or (stated.earliest or 0) > published):
            self._leave(*span, f"stated left out: {stated} goes beyond the article")
            stated = None
        return occurred, stated

    def _date(
        self, what: str, text: str | None, span: tuple[int, int], times: Sequence[TimeExpression]
    ) -> When | None:
        if text is None:
            return None
        when, problem = supported_date(text, times, self.article.published)
        if when is None:
            self._leave(*span, f"{what} left out: {problem}")
        return when

    def _figure(
        self, proposed: ProposedFigure, start: int, end: int, occurred: When | None
    ) -> Figure | None:
        """Return the quantity of the quote that a proposed figure is; never the model's own."""
        wanted = {value for value in (proposed.low, proposed.high) if value is not None}
        fitting = [
            quantity.figure
            for quantity in self.quantities
            if start < quantity.end and quantity.start < end and wanted <= _numbers(quantity)
        ]
        if wanted and fitting:
            meant = set(proposed.measure.casefold().split())
            best = max(fitting, key=lambda one: len(meant & set(one.measure.casefold().split())))
            return best if occurred is None else attrs.evolve(best, as_of=occurred)
        given = " to ".join(f"{value:,}" for value in sorted(wanted)) or "without a number"
        self._leave(start, end, f"figure left out: {given} is not in the quote")
        return None

    def _text(
        self, proposal: Proposal, sentences: Sequence[Sentence], span: tuple[int, int]
    ) -> str:
        """Return the model's sentence if it names, counts and turns nothing round.

        Else it is the quoted words; the whole sentences, where a "not" stands before those.
        """
        start, end = span
        own = " ".join(proposal.text.split())
        tokens = [token for sentence in sentences for token in sentence.tokens]
        near = {token.lower for token in tokens}
        news = [token.text for token in tokens_of(own) if _is_new(token, near, self.words)]
        if proposal.stance not in {Stance.DENIES, Stance.WITHHOLDS}:
            before = [token for token in tokens if token.end <= start][-_BEFORE:]
            denied = [token.text for token in before if token.lower in _DENYING]
            within = [one.text for one in tokens if start <= one.start < end and _denies(one)]
            if (denied or within) and not any(map(_denies, tokens_of(own))):
                what = shown(own or proposal.quote)
                self._leave(start, end, f"{what} left out: it lacks {shown((denied or within)[0])}")
                if denied:
                    start, end = sentences[0].start, max(end, sentences[-1].end)
                return " ".join(self.page.text[start:end].split())[:_LONGEST]
        if own and not news and len(own) <= _LONGEST:
            return own
        if news:
            self._leave(start, end, f"its sentence left out: {shown(news[0])} is not in the words")
        return " ".join(self.page.text[start:end].split())[:_LONGEST]

    def _claim(self, one: _Checked, number: int) -> Claim:
        kind = self.kinds.by_name.get(one.proposal.kind)
        own_voice = len(one.chain) == 1
        basis = Basis.PUBLISHED
        if one.stated is not None:
            basis = Basis.DATED
        elif one.occurred is not None and own_voice and one.proposal.stance is not Stance.FORECASTS:
            basis = Basis.PRESUMED if kind is not None and kind.public else Basis.BOUNDED
        return Claim(
            f"{self.article.id}#{number}",
            one.proposal.stance,
            Attribution(one.chain),
            text=one.text,
            occurred=one.occurred,
            basis=basis,
            stated=one.stated,
            figures=one.figures,
            evidence=Evidence.at(self.page.text, one.start, one.end),
            reading=Reading(
                self.name,
                _CERTAIN if one.whole else _DOUBTED,
                kind="" if kind is None else kind.name,
            ),
        )


def _denies(token: Token) -> bool:
    return token.lower in _DENYING


def proposal_key(one: _Checked) -> tuple[object, ...]:
    """Return what makes a claim the same as another about the same words."""
    return (one.proposal.stance, one.chain, one.occurred, one.stated, one.figures)


def _numbers(quantity: Quantity) -> set[Number]:
    figure = quantity.figure
    return {value for value in (figure.low, figure.high) if value is not None}


def _is_new(token: Token, near: set[str], words: frozenset[str]) -> bool:
    """Whether a word is a number that the sentences lack, or a name that the article lacks."""
    if token.text[0].isdigit() or token.lower in CARDINALS:
        return token.lower not in near
    return token.capital and token.lower not in words and token.lower not in STOPS
