"""What a line of an article looks like by itself, before its place among the others is known."""

# ruff: noqa: RUF001 - pages print curly quotes, and dashes of all lengths
from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from timeline.extraction._value import value
from timeline.extraction.english._boilerplate import (
    BEGINNING,
    BUTTONS,
    LINKS,
    PLEA_BEGINNING,
    PLEAS,
    STAMP,
    WHOLE,
)
from timeline.extraction.english._credits import (
    BYLINE,
    BYLINE_ROLE,
    CAPTION_LABEL,
    CONTRIBUTED,
    CREDIT_LINE,
    CREDIT_PIECES,
    CREDIT_TAIL,
)
from timeline.extraction.page._stretches import stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Look(enum.Enum):
    """What a line looks like."""

    PROSE = "prose"
    """It ends as a sentence does."""
    LOOSE = "loose"
    """Many words, but no end of a sentence."""
    SHORT = "short"
    """Few words and no end of a sentence: a headline, a crosshead, a label, a link."""
    CAPTION = "caption"
    CREDIT = "credit"
    """Nothing but the credit of the picture above."""
    BYLINE = "byline"
    LINKS = "links"
    """It opens a list of links."""
    NOISE = "noise"


@value
class Line:
    """A line, or a paragraph that was broken into lines, without the marks and credits around it.

    Args:
        start: where its words begin in the text.
        end: where they end, exclusive.
        text: its words.
        key: the words in lower case without punctuation around them, to compare lines by.
        words: how many words it has.
        look: what it looks like.
        rule: the rule that said so.
    """

    start: int
    end: int
    text: str
    key: str
    words: int
    look: Look = Look.PROSE
    rule: str = ""

    @property
    def stopped(self) -> bool:
        """Whether it ends with a full stop, or as a question or a call does."""
        return self.text.rstrip(_CLOSING)[-1:] in _STOPS


SHORT_WORDS: Final = 12
"""The most words of a headline or crosshead that has no final stop."""

_CAPTION_WORDS: Final = 90
_NAMES_WORDS: Final = 40
_BYLINE_WORDS: Final = 16
_SHOUT_WORDS: Final = 8
_CALL_WORDS: Final = 4
_LEAD_IN_WORDS: Final = 5
_CRUMB_WORDS: Final = 4
_PAIR: Final = 2
_TAIL: Final = 120
_LONG: Final = 400

_STRAIGHT: Final = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_EDGES: Final = " \t\r\n*#>•·+|-‐‑–—:»›→…!?.,()[]_~=\u200b\ufeff"
_MARK: Final = re.compile(r"(?:#{1,6}\s+|>\s+|[*•▪●◦‣·–-]\s+|\*\*|__)*")
_IMAGE: Final = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()]*\)")
_LINK: Final = re.compile(r"(?:\[[^\[\]]*\]\([^()\s]*\)[\s|,•·]*)+")
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+\.(?:com|org|net)(?:/\S*)?"
)
_TAGS: Final = re.compile(r"(?:#\w+[\s,]*)+")
_CRUMB: Final = re.compile(r"\s+[>»›/→|·•]\s+|\s*[»›]\s*")
_SURE_CRUMBS: Final = (" > ", "»", "›", "→")
_STOPS: Final = frozenset(".!?…")
_SAID: Final = re.compile(r"[:,]\s*[\"“'‘].*[\"”'’]$", re.DOTALL)
_CLOSING: Final = "\"'”’»)]*_"
_QUOTES: Final = frozenset('"“”«»')


def key_of(text: str) -> str:
    """Return *text* as lines are compared: lower case, straight quotes, no marks around it.

    >>> key_of("## Read  also:")
    'read also'
    """
    if not text.isascii():
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
    return " ".join(text.casefold().split()).strip(_EDGES)


def _sign(line: Line) -> Look | None:
    """Read a rule, a row of stars or a lone sign as no line at all."""
    return None if any(map(str.isalpha, line.key)) else Look.NOISE


def _opens_links(line: Line) -> Look | None:
    """Read a line that announces other stories."""
    return Look.LINKS if line.key in LINKS else None


def _button(line: Line) -> Look | None:
    """Read a line that is a button, or a bar of them."""
    if line.key in WHOLE:
        return Look.NOISE
    if line.words > _NAMES_WORDS or line.stopped:
        return None
    parts = line.key.replace("|", " ").replace("/", " ").replace(",", " ").split()
    return Look.NOISE if len(parts) >= _PAIR and BUTTONS.issuperset(parts) else None


def _row(line: Line) -> Look | None:
    """Read a row of a table in Markdown as no line: it holds no sentences."""
    text = line.text
    return Look.NOISE if len(text) > _PAIR and text[0] == "|" == text[-1] else None


def _address(line: Line) -> Look | None:
    """Read a line of nothing but links, addresses or hashtags."""
    if len(line.text) > _LONG or (line.words > 1 and line.text[0] not in "[#"):
        return None  # an address has no spaces
    patterns = (_LINK, _ADDRESS, _TAGS)
    return Look.NOISE if any(pattern.fullmatch(line.text) for pattern in patterns) else None


def _stamp(line: Line) -> Look | None:
    """Read a line that only says when the page was printed."""
    if line.words > SHORT_WORDS or not any(map(str.isdigit, line.key)):
        return None
    return Look.NOISE if STAMP.fullmatch(line.key) else None


def _byline(line: Line) -> Look | None:
    """Read a line that names the writers."""
    text = line.text
    if line.words > _NAMES_WORDS:
        return None
    found = BYLINE.fullmatch(text) or ("contributed" in text and CONTRIBUTED.fullmatch(text))
    if not found and not line.stopped and line.words <= _BYLINE_WORDS:
        found = BYLINE_ROLE.fullmatch(text)
    return Look.BYLINE if found else None


def _credit(line: Line) -> Look | None:
    """Read a line that only credits the picture above."""
    found = line.words <= SHORT_WORDS and CREDIT_LINE.fullmatch(line.text)
    return Look.CREDIT if found else None


def _plea(line: Line) -> Look | None:
    """Read what only the page says, be it a full sentence, unless somebody is quoted."""
    key = line.key
    for quote in _QUOTES:
        if quote in line.text:
            return None
    if PLEA_BEGINNING.match(key):
        return Look.NOISE
    found = any([pattern.search(key) for piece, pattern in PLEAS.items() if piece in key])  # noqa: C419 - quicker
    return Look.NOISE if found else None


def _caption(line: Line) -> Look | None:
    """Read a line that calls itself a caption, or ends with a credit."""
    if line.words > _CAPTION_WORDS:
        return None
    found = CAPTION_LABEL.match(line.text) or _tail(line.text)
    return Look.CAPTION if found else None


def _crumbs(line: Line) -> Look | None:
    """Read a path through the site, such as "Home > World > Europe"."""
    if line.stopped or len(line.text) > _LONG:
        return None
    parts = _CRUMB.split(line.text)
    if len(parts) < _PAIR or any(len(part.split()) > _CRUMB_WORDS for part in parts):
        return None
    sure = len(parts) > _PAIR or any(sign in line.text for sign in _SURE_CRUMBS)
    return Look.NOISE if sure or line.key.startswith(("home", "news")) else None


def _beginning(line: Line) -> Look | None:
    """Read a line that begins as the page's own words do, and is no full sentence."""
    if line.words > (_SHOUT_WORDS if line.stopped else 2 * SHORT_WORDS):
        return None
    return Look.NOISE if BEGINNING.match(line.key) else None


def _ending(line: Line) -> Look:
    """Read the rest by how it ends."""
    last = line.text.rstrip(_CLOSING)[-1:]
    if last in {".", "…"}:
        return Look.PROSE
    if last == "!":
        return Look.SHORT if line.words <= _CALL_WORDS else Look.PROSE
    if last == "?":
        said = line.text[0] in _QUOTES  # somebody asks; headings stand in single quotes
        return Look.SHORT if line.words <= _SHOUT_WORDS and not said else Look.PROSE
    if last in {":", ";", ","}:
        return Look.SHORT if line.words <= _LEAD_IN_WORDS else Look.PROSE
    if line.text[-1] in _CLOSING and _SAID.search(line.text):
        return Look.PROSE
    return Look.SHORT if line.words <= SHORT_WORDS else Look.LOOSE


RULES: Final[tuple[Callable[[Line], Look | None], ...]] = (
    _sign,
    _opens_links,
    _button,
    _row,
    _address,
    _stamp,
    _byline,
    _credit,
    _plea,
    _caption,
    _crumbs,
    _beginning,
    _ending,
)
"""The rules for a line, in order: the first that says something decides."""


def lines_of(text: str) -> Iterator[Line]:
    """Cut *text* into lines, pictures apart, and say what each looks like."""
    pictured = "![" in text
    for start, end in stretches(text):
        position = start
        for image in _IMAGE.finditer(text, start, end) if pictured else ():
            yield from _line(text, position, image.start())
            yield from _picture(text, *image.span(1))
            position = image.end()
        yield from _line(text, position, end)


def _line(text: str, start: int, end: int) -> Iterator[Line]:
    start, end = _stripped(text, start, end)
    marked = _MARK.match(text, start, end)
    if marked is not None and marked.end() > start:
        if marked[0].endswith(("**", "__")) and text.startswith(marked[0][-2:], end - 2):
            end -= 2
        start, end = _stripped(text, marked.end(), end)
    if start >= end:
        return
    plain = _plain(text, start, end)
    for rule in RULES:
        look = rule(plain)
        if look is None:
            continue
        if look is Look.CAPTION:
            plain = _plain(text, *_uncredited(text, start, end))
        yield _looking(plain, look, rule.__name__.lstrip("_"))
        return


def _picture(text: str, start: int, end: int) -> Iterator[Line]:
    start, end = _uncredited(text, *_stripped(text, start, end))
    if any(map(str.isalpha, text[start:end])):
        yield _looking(_plain(text, start, end), Look.CAPTION, "picture")


def _plain(text: str, start: int, end: int) -> Line:
    words = text[start:end]
    return Line(start, end, words, key_of(words), len(words.split()))


def _looking(line: Line, look: Look, rule: str) -> Line:
    return Line(line.start, line.end, line.text, line.key, line.words, look, rule)


def _tail(text: str) -> re.Match[str] | None:
    # Most lines end as sentences do, and only a few words can make such an end a credit.
    end = text[-_TAIL:]
    last = end[-1:]
    if last in _QUOTES or (
        last == "." and not any([piece in end for piece in CREDIT_PIECES])  # noqa: C419 - quicker
    ):
        return None
    return CREDIT_TAIL.search(text, max(0, len(text) - _TAIL))


def _uncredited(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what a caption calls itself, and whom it credits, if words are left."""
    label = CAPTION_LABEL.match(text, start, end)
    if label is not None:
        start = label.end()
    for _ in range(_PAIR):  # "REUTERS/Gleb Garanich (File Photo)"
        tail = _tail(text[start:end])
        if tail is None or not tail.start():
            break
        end = start + tail.start()
    return start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end
