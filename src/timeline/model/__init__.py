"""The frozen nouns: articles, claims, sources, figures, evidence, and the events about them."""

from timeline.model._article import CURATION, Article
from timeline.model._as_of import AsOf
from timeline.model._claim import Claim, article_of, check_claim_id
from timeline.model._events import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    CurationEvent,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    NewsEvent,
    SourceDefined,
    SourcesMerged,
    stream_of,
)
from timeline.model._evidence import Evidence
from timeline.model._figure import Figure, Number
from timeline.model._front_matter import read_front_matter, slug
from timeline.model._known import Days, Known, spelled, stated_known
from timeline.model._reading import Reading
from timeline.model._source import Attribution, Source, check_id
from timeline.model._words import Basis, Clock, Stance, Word

__all__ = [
    "CURATION",
    "Article",
    "ArticleCorrected",
    "ArticlePublished",
    "ArticleRevised",
    "AsOf",
    "Attribution",
    "Basis",
    "Claim",
    "ClaimCorrected",
    "ClaimDismissed",
    "ClaimLinked",
    "ClaimRetracted",
    "ClaimRevised",
    "ClaimStated",
    "Clock",
    "CurationEvent",
    "Days",
    "Event",
    "Evidence",
    "FactDescribed",
    "FactSplit",
    "FactsMerged",
    "Figure",
    "Known",
    "NewsEvent",
    "Number",
    "Reading",
    "Source",
    "SourceDefined",
    "SourcesMerged",
    "Stance",
    "Word",
    "article_of",
    "check_claim_id",
    "check_id",
    "read_front_matter",
    "slug",
    "spelled",
    "stated_known",
    "stream_of",
]
