"""How English writes numbers, and how much its vague words promise: the one table of both."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.model import Number


def words(text: str) -> frozenset[str]:
    """Return the words of *text*: for lists that are long."""
    return frozenset(text.split())


@attrs.frozen(slots=True)
class Vague:
    """What a word that counts without a number promises.

    Args:
        low: the least that it can mean; None where it sets no lower bound.
        high: the most that it can mean; None where it sets no upper bound.
    """

    low: Number | None
    high: Number | None


CARDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        start=2,
    )
}
"""Numbers that are written as words."""

ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=3,
    )
}
"""Ordinals in words, from the third."""

SCALES: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
}
"""What multiplies the number before it."""

SUFFIXES: Final[dict[str, int]] = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
"""What multiplies the digits that it is written to, as in "3bn"."""

VOLUMES: Final[dict[str, int]] = {"bcm": 1_000_000_000, "mcm": 1_000_000}
"""Cubic meters by the billion and by the million, as trade writes them."""

DATA: Final[dict[str, str]] = {
    "kb": "KB",
    "mb": "MB",
    "gb": "GB",
    "tb": "TB",
    "pb": "PB",
    "kilobytes": "KB",
    "megabytes": "MB",
    "gigabytes": "GB",
    "terabytes": "TB",
    "petabytes": "PB",
    "gigabyte": "GB",
    "terabyte": "TB",
}
"""What data are measured in, and how figures write it."""

# A plural of a number word promises two of it, and nothing above: "dozens" are 24 or more. All of
# them are approximate.
VAGUE: Final[dict[str, Vague]] = {
    "several": Vague(3, None),
    "a few": Vague(3, None),
    "quite a few": Vague(3, None),
    "a handful": Vague(3, None),
    "a couple": Vague(2, 2),
    "a pair": Vague(2, 2),
    "tens": Vague(20, None),
    "dozens": Vague(24, None),
    "scores": Vague(40, None),
    "hundreds": Vague(200, None),
    "thousands": Vague(2_000, None),
    "millions": Vague(2_000_000, None),
    "billions": Vague(2_000_000_000, None),
    "trillions": Vague(2_000_000_000_000, None),
    "tens of thousands": Vague(20_000, None),
    "hundreds of thousands": Vague(200_000, None),
    "tens of millions": Vague(20_000_000, None),
    "hundreds of millions": Vague(200_000_000, None),
    "tens of billions": Vague(20_000_000_000, None),
    "hundreds of billions": Vague(200_000_000_000, None),
    "a dozen": Vague(12, 12),
    "half a dozen": Vague(6, 6),
    "half-dozen": Vague(6, 6),
    "a half-dozen": Vague(6, 6),
    "a half dozen": Vague(6, 6),
    "a score": Vague(20, 20),
    "a hundred": Vague(100, 100),
    "a thousand": Vague(1_000, 1_000),
    "a million": Vague(1_000_000, 1_000_000),
    "a billion": Vague(1_000_000_000, 1_000_000_000),
    "a trillion": Vague(1_000_000_000_000, 1_000_000_000_000),
    "half a million": Vague(500_000, 500_000),
    "half a billion": Vague(500_000_000, 500_000_000),
    "half a trillion": Vague(500_000_000_000, 500_000_000_000),
}
"""Words that count without naming a number, and the bounds that they promise."""


def _parts() -> dict[str, Vague]:
    """Return the fractions that have names, from "half" to "nineteen twentieths", in percent."""
    found = {"half": Vague(50, 50), "one-half": Vague(50, 50), "one half": Vague(50, 50)}
    names = {"half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6}
    names |= {"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20}
    for name, many in names.items():
        one = Vague(100 // many, -(-100 // many))
        if name != "fourth":  # "a fourth of July parade"
            found[f"an {name}" if name == "eighth" else f"a {name}"] = one
            found[f"an estimated {name}"] = one
        for count, word in enumerate(tuple(CARDINALS)[: many - 1], start=1):
            some = Vague(100 * count // many, -(-100 * count // many))
            plural = name if count == 1 else f"{name}s"
            found |= {f"{word} {plural}": some, f"{word}-{plural}": some}
    return found


FRACTIONS: Final[dict[str, Vague]] = _parts()
"""Parts of a whole, in percent: read where "of" or a whole follows. All are approximate."""

SMALL: Final = 12
"""Up to here "no more than two" means just two; above, it sets a bound."""

PERCENT_WORDS: Final[frozenset[str]] = frozenset({"%", "percent", "pct", "pc", "٪"})
"""One word for percent; "per cent" and "percentage points" are two."""

DEFINITE: Final = words(
    """
    the these those its their his her our your my both all 's whose this
    """
)
"""Words before a number that point to what was told before: "the three brigades"."""

LABELS: Final = words(
    """
    no number nos article articles section chapter page pages flight route highway terminal gate
    room resolution act type model mark phase stage round level version formula channel group area
    district paragraph figure table line platform grade class category magnitude apollo protocol
    directive rule clause annex appendix step lane exit track bus train unit building brigade
    regiment division battalion sector block zone point aged age
    """
)
"""Behind these words a number is a label and counts nothing."""

AGED: Final = words("man woman boy girl national citizen youth person pensioner teenager")
"""Who can be "of 52": years of age."""

NOT_NAMES: Final = words(
    """
    a about above after all almost although among an and another around as at before between but
    by despite during each even exactly fewer for from if in include including inside into its
    just killing last least less like more most nearly next no nor of off on only or other out
    over plus roughly since so some than that the their then there these they this those though
    through to under until up upwards was were when where which while who with within without yet
    officials police kills kill killed wounds wounded injures injured leaves left hurts arrests
    arrested detains sends sent jails says say said claims loses lost gains wins won cuts adds
    seizes captures destroys evacuates rescues kills puts has have had he she we it his her our
    not first second two three january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday
    """
)
"""A capitalised word before a number makes a name ("Boeing 787"), unless it is one of these."""
