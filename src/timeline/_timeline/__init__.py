"""The facade: one object that takes articles in and answers what was known."""

from timeline._timeline import _results as _results  # it says how answers are shown
from timeline._timeline._facade import Timeline
from timeline._timeline._question import Date, Question

__all__ = ["Date", "Question", "Timeline"]
