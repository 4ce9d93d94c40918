"""The one place where words of others become text for a terminal, so that none can act on it.

Titles, quotes and ids come from files that anybody may have written. A control character in them
could recolour the screen, move the cursor or turn the order of letters around; rich's markup
could do the like. Everything that is shown passes through here and comes out inert.
"""

from __future__ import annotations

from rich.text import Text

Part = str | tuple[str, str]
"""Words, or words with the name of a style."""

_JOINERS = frozenset("\u200c\u200d")  # without them Persian and many emoji fall apart
_NOTHING = frozenset("\u00ad\u200b\ufeff")  # soft hyphens and the like, harmless and of no use


def inert(text: str) -> str:
    r"""Return *text* with white space as single spaces, and what is not printable spelled out.

    >>> print(inert("two\nlines, \x1b[31mred, \u202eturned"))
    two lines, \x1b[31mred, \u202eturned
    """
    if text.isprintable():
        return text
    return "".join(_inert(char) for char in " ".join(text.split()))


def _inert(char: str) -> str:
    if char.isprintable() or char in _JOINERS:
        return char
    if char in _NOTHING:
        return ""
    return char.encode("unicode_escape").decode("ascii")


def line(*parts: Part) -> Text:
    """Put *parts* together into a text that wraps and is never cut."""
    text = Text(overflow="fold")
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(inert(words), style)
    return text
