"""What is said, as it is read, and whether it denies: an answer to a rumour, a denial repeated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._reporting import SCORN
from timeline.extraction.sources import (
    UNNAMED_REPORTS,
    Speaker,
)
from timeline.model import Stance
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING: Final = re.compile(r"\b(?:nothing (?:more |further |else )?to (?:add|say)|no comment)\b")
_CONTRARY: Final = re.compile(r"\b[Cc]ontrary to (?:what|reports|claims|rumours|rumors)\b")
_NEGATED: Final = re.compile(
    r"(?:no|nobody|none|nothing|never|there(?:'s| is| are| was| were| has been| have been) "
    r"(?:no|nothing|not)|(?:I|we|he|she|it|they|that|this|our|its|his|her|their|the)\b"
    r"[^.,;:]{0,40}?(?:\bnot|\bnever|n['’]t|\bnothing))\b",
    re.IGNORECASE,
)
_UNTRUE: Final = re.compile(
    r"(?:(?:this|that|it|they|these|those|(?:the|such|those|all|her|his|their|its)(?: \w+)? "
    r"(?:claims?|reports?|allegations?|accusations?|charges?|suggestions?|story|stories|rumou?rs?|"
    r"figures?|accounts?)) (?:is|was|are|were)(?: \w+ly| all| simply| just| pure| a| plain)* "
    rf"(?:{'|'.join(sorted(SCORN))})\b|not so\b|not true\b)",
    re.IGNORECASE,
)
_BACK: Final = 6


@attrs.define(slots=True, eq=False)
class Said:
    """A frame on its way: what `Frame` becomes when the whole article is read."""

    start: int
    end: int
    content: list[tuple[int, int]]
    chain: tuple[str, ...]
    stance: Stance
    time: TimeExpression | None
    dated: bool
    rule: str
    block: int
    number: int
    origin: Speaker
    told: bool = False
    cited: bool = False
    goes_on: bool = False
    interview: bool = False
    quoted: bool = False
    waits: bool = False
    bare: bool = False
    earlier: bool = False  # "initially denied": on another day than what follows


def denies(said: Said, frames: Sequence[Said], text: str) -> bool:
    """Whether what is said, "no leak was found", denies what others or oneself told before.

    Args:
        said: the frame.
        frames: those before it, in order.
        text: the article.
    """
    if said.stance is not Stance.ASSERTS or not said.content:
        return False
    start, end = said.content[0]
    if _UNTRUE.match(text, start, end):
        return any(last.block == said.block for last in frames[-1:])
    if not _NEGATED.match(text, start, end):
        return False
    if said.rule.startswith("insist") or _CONTRARY.search(text, start, end):
        return True
    for back, last in enumerate(reversed(frames[-_BACK:])):
        if last.block != said.block:
            return False
        next_to = back == 0 and said.number - last.number <= 1
        told = last.chain[-1] == UNNAMED_REPORTS != said.chain[-1]
        if next_to and told and not said.origin.medium:
            return True
        same = next_to or last.chain[-1] == said.chain[-1]
        if said.quoted and same and last.stance is Stance.DENIES:
            return True
    return False
