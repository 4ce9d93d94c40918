"""Words as a sentence: a capital first, a stop at the end, quotation marks and brackets in pairs.

What is cut out of a sentence may begin or end within a quotation or a bracket; both halves of it
are shown, or neither.
"""

from __future__ import annotations

import re

LONGEST = 300
"""How many characters of a claim's words are shown at the most."""
_PAIRS = (("(", ")"), ("[", "]"), ("‘", "’"))
_OPENED = re.compile(r'(?:^|[\s(—–-])"(?=\S)[^"]*$')
"""A straight quotation mark that opens what is not closed."""


def as_sentence(words: str) -> str:
    """Return words as a sentence: spaces made plain, a capital first, a stop at the end.

    >>> as_sentence('the  report was "a fairy tale')
    'The report was "a fairy tale."'
    """
    plain = " ".join(words.split()).strip(" ,;:-—–")
    if len(plain) > LONGEST:
        plain = plain[: plain.rfind(" ", 0, LONGEST)] + " …"
    plain = _balanced(plain)
    if not plain:
        return ""
    first = 0
    if plain[0] == "…":
        first = len(plain)  # the sentence has begun before
    elif not plain[0].isalnum():
        first = next((number for number, one in enumerate(plain) if one.isalnum()), 0)
    closed = plain.rstrip("\"”'’)")[-1:] in {".", "!", "?", "…"}
    if not closed and plain[-1] in '"”':
        plain = f"{plain[:-1]}.{plain[-1]}"
    elif not closed:
        plain += "."
    return plain[:first] + plain[first : first + 1].upper() + plain[first + 1 :]


def _balanced(words: str) -> str:
    """Return words with both halves of their quotation marks, or neither, where one was cut off.

    A bracket that was cut off is closed.
    """
    for opening, closing in _PAIRS:
        if opening in words:
            words += closing * (words.count(opening) - words.count(closing))
    if words.count('"') % 2:
        words = _mended(words, '"', '"', opened=_OPENED.search(words) is not None)
    while words.count("“") != words.count("”"):
        words = _mended(words, "“", "”", opened=words.count("“") > words.count("”"))
    return words.strip(" ,;:-—–")


def _mended(words: str, opening: str, closing: str, *, opened: bool) -> str:
    if opened:
        return words[1:] if words.startswith(opening) else words + closing
    return words[:-1] if words.endswith(closing) else opening + words
