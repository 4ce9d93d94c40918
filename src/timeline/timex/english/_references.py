"""Past, present and future without a date: "now", "recently", "in the future", "the past"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._words import REFERENCES

if TYPE_CHECKING:
    from timeline.timex._context import Context


def adverb(found: Found, _context: Context) -> Reading:
    """Read "now", "currently", "recently", "soon", and the adjectives "current" and "recent"."""
    return found.reading("DATE", REFERENCES[found.word("r")])


def past(found: Found, _context: Context) -> Reading:
    """Read "the past"."""
    return found.reading("DATE", "PAST_REF")


def present(found: Found, _context: Context) -> Reading:
    """Read "at present", "at the moment"."""
    return found.reading("DATE", "PRESENT_REF")


def future(found: Found, _context: Context) -> Reading:
    """Read "the near future"."""
    return found.reading("DATE", "FUTURE_REF")


RULES: Final = (
    Rule("adverb", "ref", r"(?:{more} |{very} )?(?P<r>{ref})(?! {as})", adverb),
    Rule(
        "adjective",
        "recent current",
        r"(?:{more} )?(?<!{most} )(?P<r>{REFADJ})(?! {units})",
        adverb,
    ),
    Rule(
        "past",
        "bygone",
        r"(?<={in} |{of} |{from} ){the} (?:{adv} |{early} |{name} )?{bygone}"
        r"(?! {ANYUNIT}| {NUM}| {VAGUE}| {word}| {name})|(?<={in} |{of} "
        r"|{from} ){the} {REFADJ} {bygone}(?! {ANYUNIT})",
        past,
    ),
    Rule(
        "present",
        "present moment",
        r"(?<={at} )(?:{the} {present}|{present}|{the} {moment}(?! {of}| {which}| {that}))",
        present,
    ),
    Rule(
        "future",
        "future",
        r"{the} (?:(?:{word}|{did}) )?{future}(?! (?:{word}|{name}|{units}))"
        r"|{future}(?= ?[.,;:)!\"']| {of}| {and}|$|\n)",
        future,
    ),
)
