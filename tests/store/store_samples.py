"""Events of every type by hand, each with the name of its golden file, and a clock to set."""

from __future__ import annotations

import datetime as dt

from timeline.dates import When
from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    Evidence,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Figure,
    Reading,
    Source,
    SourceDefined,
    SourcesMerged,
    stream_of,
)
from timeline.store import EventStore, ExpectedVersion

ARTICLE = "courier-2025-02-07"
OTHER = "gazette-2025-01-30"
TEXT = "Two men were led away on January 9. — “Über”"

FULL_ARTICLE = Article(
    ARTICLE, "courier", "[2025-02-06..2025-02-07]", title="Led away", text=TEXT, url="urn:x:1"
)
FULL_CLAIM = Claim(
    f"{ARTICLE}#1",
    "estimates",
    ("courier", "wire", "ministry"),
    text="Two were captured.",
    occurred=When.parse("2025-01-09~/.."),
    basis="dated",
    stated="2025-01-20",
    figures=(
        Figure(
            "captured",
            low=2,
            high=2.5,
            unit="people",
            approximate=True,
            of=11000,
            as_of=When.parse("2025-01"),
        ),
        Figure("losses", low=3000),
    ),
    evidence=Evidence("Two men", 0, 7, suffix=" were led"),
)
SPARSE_CLAIM = Claim(f"{ARTICLE}#2", "asserts", ("courier",))

SAMPLES: dict[str, Event] = {
    "article-published.v1-full": ArticlePublished(FULL_ARTICLE),
    "article-published.v1-sparse": ArticlePublished(Article(ARTICLE, "courier", "2025-02-07")),
    "article-corrected.v1-full": ArticleCorrected(ARTICLE, "2025-02-09", "Three men", "A count."),
    "article-corrected.v1-sparse": ArticleCorrected(ARTICLE, "2025-02-09"),
    "article-revised.v1-full": ArticleRevised(FULL_ARTICLE),
    "claim-stated.v1-full": ClaimStated(FULL_CLAIM),
    "claim-stated.v1-sparse": ClaimStated(SPARSE_CLAIM),
    "claim-stated.v1-bounded": ClaimStated(
        Claim(
            f"{ARTICLE}#3",
            "denies",
            ("courier",),
            occurred="[2025-01-11..2025-01-20]/[2025-01-30..]",
            basis="bounded",
        )
    ),
    "claim-stated.v1-read": ClaimStated(
        Claim(
            f"{ARTICLE}#4",
            "asserts",
            ("courier",),
            reading=Reading(
                "rules",
                0.75,
                kind="capture",
                about=("courier", "kursk"),
                rules=("happening", "own voice"),
            ),
        )
    ),
    "claim-corrected.v1-full": ClaimCorrected(FULL_CLAIM, "2025-02-10", "One, not two."),
    "claim-corrected.v1-sparse": ClaimCorrected(SPARSE_CLAIM, "2025-02-10T09:30:00+09:00"),
    "claim-retracted.v1-full": ClaimRetracted(f"{ARTICLE}#1", "2025-02", "No longer held."),
    "claim-retracted.v1-sparse": ClaimRetracted(f"{ARTICLE}#1", "[..2025-02-11]"),
    "claim-revised.v1-full": ClaimRevised(FULL_CLAIM, 2),
    "claim-revised.v1-sparse": ClaimRevised(SPARSE_CLAIM),
    "claim-linked.v1-full": ClaimLinked(f"{ARTICLE}#1", "capture"),
    "claim-dismissed.v1-full": ClaimDismissed(f"{ARTICLE}#1", "A caption, not a claim."),
    "claim-dismissed.v1-sparse": ClaimDismissed(f"{ARTICLE}#1"),
    "fact-described.v1-full": FactDescribed("capture", "Two are captured", "capture"),
    "fact-described.v1-sparse": FactDescribed("capture", ""),
    "facts-merged.v1-full": FactsMerged("seizure", "capture"),
    "fact-split.v1-full": FactSplit("capture", "seizure", (f"{ARTICLE}#1", f"{ARTICLE}#3")),
    "source-defined.v1-full": SourceDefined(
        Source("officials", "Unnamed officials", ("two officials", "an official"), group=True)
    ),
    "source-defined.v1-sparse": SourceDefined(Source("ministry")),
    "sources-merged.v1-full": SourcesMerged("the-ministry", "ministry"),
}


def claim(number: int, article: str = ARTICLE) -> ClaimStated:
    return ClaimStated(Claim(f"{article}#{number}", "asserts", ("courier",)))


def append_samples(store: EventStore) -> list[Event]:
    """Append every sample to its stream, and return them in order."""
    store.append_all(
        [(stream_of(event), [event], ExpectedVersion.ANY) for event in SAMPLES.values()]
    )
    return list(SAMPLES.values())


START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Clock:
    """Shows what it was set to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, seconds: float) -> dt.datetime:
        self.now += dt.timedelta(seconds=seconds)
        return self.now
