"""Laws of extractors, which read claims out of articles, and the check that runs them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import attrs

from timeline.errors import UnknownName
from timeline.extraction import Extraction
from timeline.extraction import Extractor as Extractor  # noqa: PLC0414  # the kit gives it, too
from timeline.model import Article, ArticlePublished, Claim, Event, Known, Stance
from timeline.testing._code import code, imports_of
from timeline.testing._law import Checked, Law, LawBroken, Raised, as_script_test
from timeline.testing._prose import written_articles
from timeline.testing._run import EXAMPLES, smallest_failure
from timeline.testing._trial import guarded
from timeline.testing._watch import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hypothesis.strategies import SearchStrategy


@attrs.define(eq=False)
class ExtractorTrial:
    """An extractor and an article.

    Args:
        extractor: the extractor under test.
        article: what it reads.
    """

    extractor: Extractor
    article: Article

    def claims(self, article: Article | None = None) -> list[Claim]:
        """Return what the extractor reads out of the article, or out of another one."""
        read = self.article if article is None else article
        extraction: object = guarded("extract(…)", lambda: self.extractor.extract(read))
        if not isinstance(extraction, Extraction):
            raise Raised("extract(…)", TypeError(f"expected an Extraction, got {extraction!r}"))
        found: list[object] = list(extraction.claims)
        claims = [one for one in found if isinstance(one, Claim)]
        wrong = [one for one in found if not isinstance(one, Claim)]
        if wrong:
            raise Raised("extract(…)", TypeError(f"expected claims, got {wrong[0]!r}"))
        return claims


def _total(trial: ExtractorTrial) -> str | None:
    found = trial.claims(attrs.evolve(trial.article, text=None, sha256=""))
    if found:
        return f"out of an article without a text, it reads {found!r}"
    trial.claims()
    return None


def _evidence(trial: ExtractorTrial) -> str | None:
    text = trial.article.text or ""
    for claim in trial.claims():
        if claim.evidence is None:
            return f"{claim.id} has no evidence"
        start, end = claim.evidence.start, claim.evidence.end
        if not claim.evidence.stands_in(text):
            return (
                f"{claim.id} quotes {claim.evidence.exact!r} at {start} to {end}, where the text "
                f"has {text[start:end]!r}"
            )
        before = claim.evidence.prefix
        after = claim.evidence.suffix
        if not text[:start].endswith(before) or not text[end:].startswith(after):
            return f"{claim.id} has a context that is not around its quote in the text"
    return None


def _order(trial: ExtractorTrial) -> str | None:
    claims = trial.claims()
    spans = [(one.evidence.start, one.evidence.end) for one in claims if one.evidence is not None]
    if spans != sorted(spans):
        return f"the spans of the evidence are not in the order of the text: {spans}"
    return None


def _ids(trial: ExtractorTrial) -> str | None:
    claims = trial.claims()
    expected = [f"{trial.article.id}#{number}" for number in range(1, len(claims) + 1)]
    found = [claim.id for claim in claims]
    if found != expected:
        return f"the claims are called {found}; expected {expected}"
    for claim in claims:
        if claim.attribution.outlet != trial.article.outlet:
            return f"{claim.id} is told by {claim.attribution}, not by {trial.article.outlet!r}"
    for place, claim in enumerate(claims):
        told = "" if claim.reading is None else claim.reading.answers
        if told and told not in found[:place]:
            return f"{claim.id} answers {told!r}, which is no claim before it"
    return None


def _determinism(trial: ExtractorTrial) -> str | None:
    looked: list[str] = []
    watched(trial.claims, looked)
    if looked:
        return f"it looks at {looked[0]}, which is another every time"
    claims = trial.claims()
    if trial.claims() != claims:
        return "it reads other claims out of the same article the second time"
    text = "Officials confirmed on January 9 that it was over. " + (trial.article.text or "")
    trial.claims(attrs.evolve(trial.article, id="another", text=text, sha256=""))
    if trial.claims() != claims:
        return "it reads other claims out of the article after it has read another one"
    return None


_OF_WHAT_COMES = {Stance.FORECASTS, Stance.DENIES, Stance.WITHHOLDS}
"""How one may stand to what is still to come: foretell it, deny that it will be, say nothing."""


def _publication(trial: ExtractorTrial) -> str | None:
    published = Known.of(trial.article.published).latest
    for claim in trial.claims():
        for name, when in (("stated", claim.stated), ("occurred", claim.occurred)):
            ahead = name == "occurred" and claim.stance in _OF_WHAT_COMES
            if when is None or ahead or when.earliest is None:
                continue
            if when.earliest > published:
                return (
                    f"{claim.id} {claim.stance}: {name} {when}, after its article of "
                    f"{trial.article.published}"
                )
    return None


def _law(
    name: str, why: str, problem: Callable[[ExtractorTrial], str | None]
) -> Law[ExtractorTrial]:
    return Law(name, why, problem)


EXTRACTOR_LAWS: Mapping[str, Law[ExtractorTrial]] = {
    law.name: law
    for law in (
        _law("every text", "one article that raises stops the whole archive", _total),
        _law(
            "evidence stands in the text",
            "a claim that cannot be found where it says cannot be checked by anybody",
            _evidence,
        ),
        _law(
            "spans in order",
            "readers and writers of curated streams go through the text once",
            _order,
        ),
        _law(
            "claims are numbered",
            "ids are how corrections and links find their claims, in this article alone",
            _ids,
        ),
        _law(
            "the same claims again",
            "ingesting an article a second time must be no news",
            _determinism,
        ),
        _law(
            "nothing after publication",
            "an article can foretell or deny what is to come, not report it; a later date is a "
            "weekday or a month read the wrong way",
            _publication,
        ),
    )
}
"""The laws of extractors by name, in the order in which they are tried."""


def check_extractor(
    extractor: Extractor,
    *,
    laws: Iterable[str] | None = None,
    articles: SearchStrategy[Article] | None = None,
    examples: int = EXAMPLES,
) -> Checked:
    """Hold an extractor to the laws, over many articles.

    Args:
        extractor: the extractor; each article is read by a copy of it.
        laws: the names of the laws; None for all of `EXTRACTOR_LAWS`.
        articles: where articles come from; by default short ones that read like news.
        examples: how many articles are tried.

    Returns:
        The laws that held.

    Raises:
        LawBroken: a law does not hold; it shows the shortest article found, as a test.
    """
    named = [_named(name) for name in (EXTRACTOR_LAWS if laws is None else laws)]

    def broken(article: Article, tried: Sequence[Law[ExtractorTrial]]) -> LawBroken | None:
        return _breach(extractor, article, tried)

    failure = smallest_failure(
        written_articles() if articles is None else articles, named, broken, examples
    )
    if failure is not None:
        raise failure
    return Checked(tuple(law.name for law in named), {}, examples)


def extractor_holds(law: str, extractor: Extractor, article: Article) -> None:
    """Hold an extractor to one law on one article: what the test that a failure prints calls.

    Args:
        law: the name of the law.
        extractor: the extractor.
        article: what it reads.

    Raises:
        LawBroken: the law does not hold.
    """
    failure = _breach(extractor, article, [_named(law)])
    if failure is not None:
        raise failure


def _named(law: str) -> Law[ExtractorTrial]:
    if law not in EXTRACTOR_LAWS:
        raise UnknownName("law", law, EXTRACTOR_LAWS)
    return EXTRACTOR_LAWS[law]


def _breach(
    extractor: Extractor, article: Article, laws: Sequence[Law[ExtractorTrial]]
) -> LawBroken | None:
    for law in laws:
        found = law
        try:
            problem = law.problem(ExtractorTrial(copy.deepcopy(extractor), article))
        except Raised as error:
            found, problem = EXTRACTOR_LAWS["every text"], str(error)
        if problem is not None:
            return found.broken(
                problem, _as_events(article), _test(law, extractor, article), law.name
            )
    return None


def _as_events(article: Article) -> tuple[Event, ...]:
    return (ArticlePublished(article),)


def _test(law: Law[ExtractorTrial], extractor: Extractor, article: Article) -> str:
    call = f'extractor_holds("{law.name}", {type(extractor).__name__}(), article)'
    imports = [*imports_of([article]), "from timeline.testing import extractor_holds"]
    body = [*f"article = {code(article)}".splitlines(), call]
    return as_script_test(law.identifier, imports, body)
