"""No text raises, and time grows with length and no faster; run by itself, on as many as told.

python tests/timex/test_fuzz.py 1000000
"""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

import pytest

from timeline.errors import InvalidValue
from timeline.timex import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 12_000
TIMES = 4
WORDS = (
    *("last", "next", "the", "first", "week", "of", "May", "may", "March", "January", "Feb.", "30"),
    *("31", "2025", "1999", "0", "99999999999999999999", "ago", "years", "year", "two", "and", "a"),
    *("half", "hundred", "thousand", "million", "Monday", "Sat", "Sun", "sun", "on", "in", "by"),
    *(
        "since",
        "until",
        "early",
        "late",
        "mid",
        "-",
        "\u2013",
        "\u2014",
        "/",
        ":",
        ".",
        ",",
        "'",
        "'s",
    ),
    *("80s", "1980s", "nineties", "19th", "century", "BC", "AD", "p.m.", "a.m", "12:61", "25:00"),
    *("noon", "midnight", "o'clock", "quarter", "third", "summer", "fall", "Easter", "Day", "New"),
    *("Year", "every", "daily", "twice", "per", "P2W", "2025-02-30", "2025-13-01", "31/02/2024"),
    *("February", "30", "will", "was", "said", "to", "be", "due", "now", "soon", "past", "future"),
    *(
        "same",
        "day",
        "before",
        "after",
        "later",
        "earlier",
        "that",
        "this",
        "these",
        "time",
        "(",
        ")",
    ),
    *(
        "\u0661\u0662",
        "\uff12\uff10\uff12\uff15",
        "\u0301",
        "\u202e",
        "\u05d9\u05d5\u05dd",
        "\x00",
        "\n",
    ),
    *(
        "\n\n",
        "\t",
        "\u00a0",
        "\u2028",
        "\U0001f4c5",
        "%",
        "$5",
        "1,000",
        "1.5",
        "1.2.3",
        "11th",
        "'60s",
    ),
)
ALPHABET = (
    "".join(map(chr, range(128)))
    + "\u0301\u202e\u0661\uff12\u2028\ud7ff\ue000\u0100\u0180\U0010ffff"
)
ADVERSARIAL = (
    *("1", "last ", "1,111,", "1.", "the first of ", "a ", "-", "May ", "January 1 ", "10:", "/1"),
    *(
        "two and a half ",
        "end of ",
        "early ",
        "2025-",
        "1980s ",
        "\n",
        " ",
        "'",
        "week of the ",
        "at 1",
    ),
    *("hundred ", "will be ", "in the ", "a year and two months ", "(", "every other ", "p.m. "),
)
ANCHORS = ("2025-02-07", "0001-01-01", "9999-12-31", "1600-02-29", "-0500-03-01")


def texts(seed: int) -> Iterator[str]:
    """Make texts without end: jumbled words, random characters, one thing over and over."""
    draw = random.Random(seed)
    while True:
        kind = draw.random()
        if kind < 0.7:
            gap = draw.choice((" ", " ", " ", "", "-", "\n"))
            yield gap.join(draw.choices(WORDS, k=draw.randrange(1, 14)))
        elif kind < 0.95:
            yield "".join(draw.choices(ALPHABET, k=draw.randrange(30)))
        else:
            yield draw.choice(ADVERSARIAL) * draw.randrange(1, 30)


def feed(count: int, seed: int = 1) -> int:
    """Tag *count* texts and check the spans; return how many expressions were found."""
    found = 0
    for number, text in zip(range(count), texts(seed), strict=False):
        end = 0
        for one in tag(text, ANCHORS[number % len(ANCHORS)]):
            if not end <= one.start < one.end <= len(text) or one.text != text[one.start : one.end]:
                raise AssertionError((number, text, one))
            end = one.end
            found += 1
    return found


def seconds(text: str) -> float:
    """Measure the time of the processor that tagging *text* takes, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        tag(text, "2025-02-07")
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_thousands_of_random_texts_raise_nothing() -> None:
    assert feed(5000, seed=2) > 2000


@pytest.mark.no_cover  # it is long, and other tests reach its lines
@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    small = seconds(unit * (SIZE // len(unit)))
    large = seconds(unit * (TIMES * SIZE // len(unit)))
    assert large < 3 * TIMES * max(small, 0.002)


def test_a_megabyte_of_digits_is_read_at_once() -> None:
    assert seconds("7" * 1_000_000) < 1


def test_an_unknown_genre_is_refused() -> None:
    with pytest.raises(InvalidValue, match="genre: must be one of auto, news, narrative"):
        tag("today", "2025-02-07", "poetry")  # type: ignore[arg-type]  # what a caller might do


def test_an_anchor_without_a_last_day_is_refused() -> None:
    with pytest.raises(InvalidValue, match="anchor: must be a date with a last day"):
        tag("today", "[2025-01-01..]")


if __name__ == "__main__":
    COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    START = time.perf_counter()
    FOUND = feed(COUNT)
    LINES = [f"{COUNT} texts, {FOUND} expressions, {time.perf_counter() - START:.0f} s"]
    for UNIT in ADVERSARIAL:
        SMALL, LARGE = (seconds(UNIT * (size // len(UNIT))) for size in (250_000, 1_000_000))
        LINES.append(f"{UNIT!r:28} 1 MB {LARGE:6.2f} s, {LARGE / SMALL:4.1f} times a quarter of it")
    sys.stdout.write("\n".join(LINES) + "\n")
