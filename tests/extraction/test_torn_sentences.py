"""Real sentences, torn and put together wrongly, are read without an error.

Made-up words reach few of the rules; the sentences of articles reach all of them, and a word left
out or put in brings rules together that no sound sentence brings together.

    python -m tests.extraction.test_torn_sentences SECONDS

looks for more of them for so long, and prints what each error came of.
"""

from __future__ import annotations

import random
import re
import sys
import time
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Article
from timeline.extraction import RuleExtractor

FIXTURES = Path(__file__).parents[2] / "fixtures"
_CUTS = re.compile(r"(?<=[.!?])\s+|\n+")
_AT_MOST = 8


@cache
def sentences() -> tuple[str, ...]:
    """Return the sentences of the articles that rules are developed on."""
    paths = [
        path
        for folder in ("articles", "unseen/articles", "practice/articles")
        for path in sorted((FIXTURES / folder).glob("*.md"))
        if path.stem != "README"
    ]
    texts = [Article.read(path).text or "" for path in paths]
    return tuple(found for text in texts for found in _CUTS.split(text) if found.strip())


def torn(rng: random.Random) -> str:
    """Return a few sentences with words left out, put in, or carried on by another sentence."""
    return "".join(_torn(rng) + rng.choice([" ", "\n\n"]) for _ in range(rng.randint(1, _AT_MOST)))


def _torn(rng: random.Random) -> str:
    words = rng.choice(sentences()).split()
    for _ in range(rng.randint(0, 4)):
        other = rng.choice(sentences()).split()
        place = rng.randrange(len(words)) if words else 0
        match rng.randrange(4):
            case 0:
                del words[place : place + 1]
            case 1:
                words[place:place] = other[:1]
            case 2:
                words[place : place + 1] = [rng.choice(other)]
            case _:
                words[place:] = other[rng.randrange(len(other)) :]
    return " ".join(words)


def read(text: str) -> None:
    """Read a text; each claim must stand in it."""
    for claim in RuleExtractor().extract(Article("a", "gazette", "2025-02-07", text=text)).claims:
        assert claim.evidence is not None
        assert claim.evidence.stands_in(text)
        assert claim.text


@settings(max_examples=120)
@given(st.randoms(use_true_random=False))
def test_torn_sentences_are_read(rng: random.Random) -> None:
    read(torn(rng))


def main(seconds: float) -> None:
    """Look for texts that raise, for so many seconds."""
    rng, count, errors = random.Random(), 0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text, count = torn(rng), count + 1
        try:
            read(text)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            errors += 1
            sys.stdout.write(f"{error!r}\n  {text!r}\n")
    sys.stdout.write(f"{count} texts, {errors} errors\n")
    sys.exit(errors > 0)


if __name__ == "__main__":
    main(float(sys.argv[1]))
