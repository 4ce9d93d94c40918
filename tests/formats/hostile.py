"""What somebody writes who wants to harm those who open a file: every format is tried with it."""

from __future__ import annotations

from timeline.model import (
    Article,
    ArticlePublished,
    Claim,
    ClaimLinked,
    ClaimStated,
    Event,
    Evidence,
    FactDescribed,
    Figure,
    Source,
    SourceDefined,
)

SCRIPT = "<script>window.harmed = true</script><img src=x onerror='window.harmed=true'>"
CLOSING = "</script></blockquote><script>window.harmed = true</script>"
ADDRESS = "javascript:window.harmed=true"
TURNED = "harm\u202egnp.exe\u2066\x1b[31m\x00\x07"
LONG = "w" * 10_000
FORMULA = '=HYPERLINK("http://harm.invalid","click")'
BREAKS = "one\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:two"
EMBEDDED = "see https://youtu.be/x and spotify, an iframe and a.pdf"

TEXTS = (SCRIPT, CLOSING, ADDRESS, TURNED, LONG, FORMULA, BREAKS, EMBEDDED, "+1", "@x", "'quoted'")
"""Each is the title of a fact, the text and the quote of a claim, and the name of a source."""


def hostile() -> list[Event]:
    """Return a collection of which every word is hostile."""
    text = "\n".join(TEXTS)
    events: list[Event] = [
        SourceDefined(Source("daily", CLOSING, (SCRIPT, FORMULA))),
        ArticlePublished(
            Article("one", "daily", "2025-01-20", title=SCRIPT, text=text, url=ADDRESS)
        ),
    ]
    at = 0
    for number, words in enumerate(TEXTS, start=1):
        claim = f"one#{number}"
        forecast = number % 2 == 0
        events += [
            SourceDefined(Source(f"source-{number}", words)),
            ClaimStated(
                Claim(
                    claim,
                    "forecasts" if forecast else "asserts",
                    ("daily", f"source-{number}"),
                    text=words,
                    occurred="2025-03" if forecast else "2025-01-09",
                    figures=(Figure(words, low=1, unit=words),),
                    evidence=Evidence.at(text, at, at + len(words)),
                )
            ),
            ClaimLinked(claim, f"fact-{number}"),
            FactDescribed(f"fact-{number}", words, words),
        ]
        at += len(words) + 1
    return events
