"""Time expressions of English news: found, read as TIMEX3, and bounded as `timeline.dates.When`."""

from timeline.timex._expression import TimeExpression
from timeline.timex._tag import Genre, tag

__all__ = ["Genre", "TimeExpression", "tag"]
