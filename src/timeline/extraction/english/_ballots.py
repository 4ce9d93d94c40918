"""The words of votes, and those of games, whose results are written alike."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

BALLOTS: Final[frozenset[str]] = words(
    """
    passed passes passing approved approves backed adopted rejected rejects voted votes vote cleared
    ratified endorsed repealed ruled ruling decided overturned confirmed defeated upheld decision
    """
)
"""Verbs of a vote, whose two numbers are those in favour and those against."""

VOTING: Final[frozenset[str]] = BALLOTS | words("voting ballot ballots verdict")
"""Words near two numbers with a dash, which are then those of a vote: "voted 7-2"."""

GAMES: Final[frozenset[str]] = words(
    """
    beat beaten beats win wins won lost goal goals match matches game games season cup league drew
    draw victory defeat scored score scores half-time final finals coach striker penalty penalties
    """
)
"""Words near two numbers that tell of a game."""

REFUSALS: Final[frozenset[str]] = words("rejected rejects reject defeated refused threw failed")
"""Verbs of a vote that went against something."""

ELECTORS: Final = words("voters electors")
"""Whose share that comes to vote is the turnout."""

VOTED: Final = words("turned voted cast participated polled")
"""What they do then."""
