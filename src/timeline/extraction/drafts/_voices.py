"""What it does to a draft that somebody says it, denies it, or calls it untrue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.extraction._marks import Marks, holding
from timeline.extraction.clauses import Opening
from timeline.extraction.english._verb_groups import Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.frames import Frame
    from timeline.extraction.page import Sentence

_FALSE = (
    r"(?:false|untrue|wrong|baseless|a lie|lies|a hoax|a myth|not true|fake|nonsense|fabricated"
    r"|invented|unfounded|incorrect)"
)
_UNTRUE = re.compile(
    rf"\b(?:(?:is|was|are|were) (?:\w+ly )?{_FALSE} that"
    r"|not true that|no (?:evidence|proof|sign|truth|indication) that"
    r"|(?:claims?|rumou?rs?|allegations?|suggestions?|idea|reports?|notion) that\b"
    rf"(?=[^.;]{{0,120}}\b(?:is|are|was|were|being) (?:\w+ly )?{_FALSE})"
    r"|(?:call(?:ed|s)|dismiss\w+|describ\w+|mock\w+|reject\w+|brand\w+|scorn\w+)"
    r" (?:\w+ ){0,2}(?:claims?|reports?|rumou?rs?|allegations?|suggestions?) that)",
    re.IGNORECASE,
)
"""Words behind which something stands that is called untrue; "that" is always among them."""
_UNTRUE_CUES = (
    "false", "true", "wrong", "baseless", " lie", "hoax", "myth", "fake", "nonsense", "fabricated",
    "invented", "unfounded", "incorrect", "evidence", "proof", "sign", "truth", "indication",
    "claim", "rumo", "allegation", "suggestion", "idea", "report", "notion", "call", "dismiss",
    "describ", "mock", "reject", "brand", "scorn",
)  # fmt: skip
"""Pieces of text without which those words do not stand in it; they are quickly looked for."""

_NOT_HELD = re.compile(
    r"\b(?:(?:doubt|wonder|fear|hope|imagine|pretend)(?:s|d|ed)?(?: on \w+)? that"
    r"|(?:wish|wishes|wished|suppose|joke|joked|dreamt|dreamed) that"
    r"|(?:did not|didn't|does not|doesn't|do not|don't|declined to|refused to|would not|wouldn't)"
    r" (?:\w+ly )?(?:confirm|deny|rule out|believe|claim|think) (?:reports )?(?:that|whether|if)"
    r"|(?:no one|nobody|none|few|hardly anyone)(?: \w+){0,3}"
    r" (?:claim\w*|believ\w*|think\w*|thought|sa(?:ys?|id)|suggest\w*|argu\w*)\b"
    r"|lied (?:when|about)|falsely|wrongly (?:said|claimed|reported)|apologi[sz]ed for saying"
    r"|contrary to (?:reports?|claims?|rumou?rs?)"
    r"|retract\w* (?:\w+ ){0,2}(?:statement|claim|report)"
    r"|(?:cleared|acquitted|exonerated)(?: \w+){0,4} of (?:kill|murder|wound|injur|kidnapp)ing"
    r"|(?:nearly|almost|narrowly) (?!doubl|tripl|trebl|quadrupl|halv)\w+ed\b"
    r"|earlier version of this (?:article|story|report))",
    re.IGNORECASE,
)
"""Words behind which nothing is said to be so, and nothing not to be: doubts, lies, corrections."""
_NOT_HELD_CUES = (
    (
        ("doubt", "wonder", "fear", "hope", "imagine", "pretend", "wish", "suppose", "joke",
         "dream", "confirm", "deny", "rule out", "believe", "claim", "think"),
        (" that", " whether", " if"),
    ),
    (
        ("no one", "nobody", "none", "few", "anyone"),
        (" claim", " believ", " think", " thought", " sa", " suggest", " argu"),
    ),
    (("cleared", "acquitted", "exonerated"), (" of ",)),
    (
        ("lied when", "lied about", "falsely", "wrongly", "apologi", "contrary", "retract",
         "earlier version", "nearly", "almost", "narrowly"),
        ("",),
    ),
)  # fmt: skip
"""Pieces of text, and others of which one stands beside them, wherever those words stand."""

_CALLED_OFF = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?"
    r"(?:cancell?ed|postponed|called off|scrapped|aborted|shelved|put off)\b",
    re.IGNORECASE,
)
_CALLED_OFF_CUES = ("cancel", "postponed", " off", "scrapped", "aborted", "shelved")
_MAY_BE_UNTRUE, _MAY_BE_UNHELD, _MAY_BE_OFF = 1, 2, 4
_CUES = Marks(
    holding(_UNTRUE_CUES),
    holding(cue for cues, _ in _NOT_HELD_CUES for cue in cues),
    holding(_CALLED_OFF_CUES),
)
"""Marks the words that may be a part of those pieces; most sentences have none."""
_DAY = re.compile(r"\d|day\b|\b(?:month|week|year|spring|summer|autumn)\b")
_ANOTHER_CLAUSE = re.compile(
    r"[,;:]|\b(?:and|after|before|when|as|while|because|since|so|that|which|who)\b", re.IGNORECASE
)


_SIDE = {Opening.RELATIVE, Opening.SUBORDINATE}
_LEAST = 5
"""How many letters of what somebody says may stand outside what is all of it."""
_NOBODY = ("unnamed-reports",)
_QUOTES = frozenset('"“”')


def by_frame(draft: Draft, frame: Frame) -> None:
    """Let a draft be denied, withheld, counted, or done by being said, as its frame has it."""
    match frame.stance:
        case Stance.DENIES | Stance.WITHHOLDS:
            if not draft.explicit:
                draft.occurred, draft.state = None, False
        case Stance.ESTIMATES if draft.quantities and not draft.explicit:
            _estimate(draft, frame)
        case Stance.ASSERTS if draft.quantities and not draft.explicit and frame.chain == _NOBODY:
            # "About 11,000 were reportedly sent": who knows when each of them was.
            if "over when it was said" in draft.rules and draft.quantities[0].figure.approximate:
                draft.rules.remove("over when it was said")
                draft.occurred = None
        case _ if draft.kind is not None and draft.kind.speech and not draft.explicit:
            first = any(start == draft.start for start, _ in frame.content)
            if first and frame.when is not None and frame.when.when is not None:
                # "We offered to sell", "two officers had been suspended": done by then
                if draft.mood in {Mood.PAST, Mood.PERFECT} and not draft.bare:
                    draft.occurred = When.between(None, frame.when.when.latest)
                    draft.by("over when it was said", 0.8)
                    return
                if draft.mood is Mood.PRESENT and not draft.bare:
                    return
                draft.occurred, draft.explicit = frame.when.when, True
                draft.by("done by saying so", 0.9)
        case _:
            pass


def _estimate(draft: Draft, frame: Frame) -> None:
    """A count holds for the day on which it was given, unless it names another."""
    draft.stance = Stance.ESTIMATES
    if draft.mood in {Mood.PRESENT, Mood.FUTURE, Mood.POSSIBLE}:
        return
    figure = draft.quantities[0].figure
    exact = not figure.approximate and figure.low == figure.high
    if exact and draft.kind is not None and draft.kind.name == "losses" and frame.when is None:
        return  # the dead that somebody counts are dead, whoever counts them
    if "over when it was said" not in draft.rules or frame.when is None:
        return  # whatever was counted was over when it was
    # A count of one day says how many there were by then, not when each of them came to be.
    draft.rules.remove("over when it was said")
    draft.occurred = frame.when.when
    if draft.occurred is not None:
        draft.by("counted on the day of the statement", 0.85)


def as_background(draft: Draft, text: str) -> None:
    """Take back to the outlet what it only mentions while it quotes somebody.

    In "the troops deployed in November have left, officials said" it is the outlet that knows of
    November. That holds for what is public, is dated, and stands in a side clause of reported
    speech.
    """
    if draft.frame is None or draft.kind is None or not draft.kind.public or not draft.explicit:
        return
    if draft.stance is Stance.FORECASTS:
        return  # what is to come is on their word
    if (
        draft.frame.when is None
        and draft.opening not in _SIDE
        and "noun of a happening" not in draft.rules
    ):
        return
    if draft.opening not in _SIDE and "noun of a happening" not in draft.rules:
        return
    start, end = next(
        ((start, end) for start, end in draft.frame.content if start <= draft.start < end),
        (draft.start, draft.end),
    )
    if _QUOTES & set(text[max(0, start - 1) : end + 1]):
        return
    first = draft.opening not in _SIDE and draft.start - start <= _LEAST
    if first and (end - draft.end <= _LEAST or draft.mood in {Mood.FUTURE, Mood.POSSIBLE}):
        return  # it is all that they say, or "would skip the talks, due on Monday, unless ..."
    draft.frame = None
    draft.by("background of a report", 0.85)


_OPENS_MADE_UP = ("In ", "During ", "But in ", "And in ")
_FICTION = re.compile(
    r"(?:In|But in|And in) (?:the|this|that|an?|his|her|their|its|one)(?: [\w'\u2019-]+){0,3}?"
    r" (?:film|movie|novel|thriller|sitcom|comedy|screenplay|short story|video ?game|musical)"
    r"(?:,| by | about )"
)
_DRILL = re.compile(
    r"(?:In|During) (?:the|this|that|an?|its|their|[A-Z]\w+['\u2019]s)(?: [\w-]+){0,3}?"
    r" (?:exercises?|drills?|simulation|war games?|man(?:oeuv|euv)(?:re|er)s?|re-?enactment)"
    r"\b(?! of)"
)
_IN_EARNEST = re.compile(
    r"\b(?:was|were|been|being)(?: \w+)? (?:captured|seized|taken|attacked|hit|struck|shot|bombed)"
    r"|\b(?:kill|wound|injur|accident|by mistake|ambush)"
)
_PLAYED = frozenset({"capture", "strike", "offensive", "invasion", "surrender"})
"""What troops do in a drill and have not done."""


def without_the_untrue(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Leave out what a sentence calls untrue or doubts; what somebody says of it is a denial."""
    drafts = _without_the_made_up(drafts, sentence)
    if not _CUES.of(sentence.vocabulary) & (_MAY_BE_UNTRUE | _MAY_BE_UNHELD):
        return drafts
    lower = sentence.text.lower()
    false = unheld = None
    if "that" in lower and _any_in(lower, _UNTRUE_CUES):
        false = _UNTRUE.search(sentence.text)
    if _may_be_unheld(lower):
        unheld = _NOT_HELD.search(sentence.text)
    if false is None and unheld is None:
        return drafts
    start = sentence.start + min(one.start() for one in (false, unheld) if one is not None)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.end <= start:
            kept.append(draft)
        elif (
            unheld is None and draft.frame is not None and draft.frame.chain != ("unnamed-reports",)
        ):
            draft.occurred, draft.stance, draft.explicit = None, Stance.DENIES, False
            draft.by("called untrue", 0.8)
            kept.append(draft)
    return kept


def _without_the_made_up(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Leave out what happens in a film, and what is only played in a drill."""
    if not drafts or not sentence.text.startswith(_OPENS_MADE_UP):
        return drafts
    if _FICTION.match(sentence.text):
        return [draft for draft in drafts if draft.frame is not None]
    if _DRILL.match(sentence.text) and not _IN_EARNEST.search(sentence.text):
        return [draft for draft in drafts if draft.kind is None or draft.kind.name not in _PLAYED]
    return drafts


def _any_in(text: str, cues: tuple[str, ...]) -> bool:
    for cue in cues:  # noqa: SIM110 - a generator costs twice as much
        if cue in text:
            return True
    return False


def _may_be_unheld(text: str) -> bool:
    for cues, beside in _NOT_HELD_CUES:  # noqa: SIM110 - a generator costs twice as much
        if _any_in(text, beside) and _any_in(text, cues):
            return True
    return False


_CALLED = (" cancelled", " postponed", " suspended", " shelved", " called off", " delayed")


def without_what_was_called_off(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Leave out what did not take place: "the visit on March 3 was postponed"."""
    found = None
    if _CUES.of(sentence.vocabulary) & _MAY_BE_OFF:
        found = _CALLED_OFF.search(sentence.text)
    if found is None:
        return drafts
    kept: list[Draft] = []
    for draft in drafts:
        before = sentence.text[max(0, draft.start - sentence.start) : found.start()]
        behind = sentence.text[found.end() : draft.end - sentence.start]
        # "A scheme was shelved in 2019": the day is that of the calling off.
        itself = _DAY.search(before) is None and _DAY.search(behind) is not None
        # "40 flights were cancelled": that they were is what is counted.
        counted = any(one.figure.measure.endswith(_CALLED) for one in draft.quantities)
        if not before or itself or counted or _ANOTHER_CLAUSE.search(before):
            kept.append(draft)
    return kept
