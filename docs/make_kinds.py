"""Write the table of kinds into its page, so that it cannot differ from the data: run this file.

python docs/make_kinds.py
"""

from __future__ import annotations

from pathlib import Path

from timeline.extraction import Kind, Kinds

PAGE = Path(__file__).parent / "reference/kinds.md"
BEGIN, END = "<!-- table of kinds -->\n", "<!-- end of table -->\n"
_WORDS_SHOWN = 4
_NOTATION = set("*|@")  # phrases with these are patterns, and read as such by few


def _words(kind: Kind) -> str:
    plain = dict.fromkeys(
        words for words in (*kind.verbs, *kind.nouns) if not set(words) & _NOTATION
    )
    return ", ".join(f"*{words}*" for words in list(plain)[:_WORDS_SHOWN])


def _row(kind: Kind) -> str:
    marks = {"public": kind.public, "speech": kind.speech, "ahead": kind.ahead}
    nature = ", ".join(name for name, holds in marks.items() if holds)
    cells = (f"`{kind.name}`", nature, kind.cameo, kind.ace, _words(kind))
    return "| " + " | ".join(cells) + " |\n"


def table(kinds: Kinds) -> str:
    """Return the table of *kinds* in Markdown, in the order of their file."""
    head = "| kind | nature | CAMEO | ACE 2005 | known by words such as |\n|---|---|---|---|---|\n"
    return head + "".join(_row(kind) for kind in kinds.by_name.values())


def page(text: str) -> str:
    """Return the text of the page with its table made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(Kinds.read())}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
