"""Times of the day: "8 p.m.", "14:30 UTC", "half past six", "Friday morning", "last night"."""

# ruff: noqa: PLR2004 - hours and minutes are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._macros import NUMBER_OPENS
from timeline.timex.english._numbers import number
from timeline.timex.english._tense import look_back
from timeline.timex.english._weekdays import weekday
from timeline.timex.english._words import COUNTED, DAYS, PARTS, ZONES

if TYPE_CHECKING:
    from timeline.timex._context import Context

_CUES: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in (
        "at",
        "by",
        "until",
        "from",
        "about",
        "since",
        "before",
        "after",
        "to",
        "between",
        "and",
    )
)
_MODS: Final = {"early": "START", "mid": "MID", "late": "END"}
_HALVES: Final = {"a": "MO", "p": "AF"}
_HALF_DAY: Final = 12


def clock(found: Found, context: Context) -> Reading | None:
    """Read a time by the clock, on the day the text is speaking of."""
    time = _clock_value(found)
    if time is None:
        return None
    return _on_day(found, context, time)


_OF_THE_CLOCK: Final = {"minute", "minutes", "min", "mins", "quarters", "quarter"}


def spoken(found: Found, context: Context) -> Reading | None:
    """Read "half past six", "a quarter to five", "ten minutes to three", "eight o'clock"."""
    told = found.word("h")
    hour = number([told.rstrip("apm.")] if told[:1].isdigit() else [told])
    if hour is None or not 0 < hour <= _HALF_DAY:
        return None
    past = found.word("dir")
    if found.has("mm"):
        past, minutes = "past", number([word for word in found.words("mm") if word != "-"])
    else:
        minutes = None
    minutes = (
        minutes
        if minutes is not None
        else 30
        if found.has("half")
        else 15
        if found.has("quarter")
        else number(found.words("m"))
    )
    minutes = minutes or 0
    if found.has("us") and found.words("us")[0] not in _OF_THE_CLOCK:
        return None  # "the ten days to 3 March"
    if found.words("us") == ["quarters"]:
        minutes *= 15
    if not 0 <= minutes < 60:
        return None
    total = int(hour) * 60 + (-int(minutes) if past in ("to", "before", "till") else int(minutes))
    evening = (
        told.endswith(("pm", "p.m."))
        or (found.has("ap") and found.words("ap")[0][0] == "p")
        or (found.words("part") + found.words("part2"))[-1:] not in ([], ["morning"])
    )
    if evening and total < _HALF_DAY * 60:
        total += _HALF_DAY * 60
    return _on_day(found, context, f"T{total // 60:02}:{total % 60:02}")


def spelt_clock(found: Found, context: Context) -> Reading | None:
    """Read "seven thirty pm" and "at five fifteen"."""
    if found.has("h"):
        return spoken(found, context)
    hour, minutes = number(found.words("h2")), number(found.words("mm2"))
    if hour is None or minutes is None or not 0 < hour <= _HALF_DAY or minutes > 59:
        return None
    return _on_day(found, context, f"T{int(hour):02}:{int(minutes):02}")


def at_hour(found: Found, context: Context) -> Reading | None:
    """Read the hour in "this morning at 7", which the part of the day before it completes."""
    hour = number(found.words("t"))
    if hour is None or not 0 < hour <= _HALF_DAY:
        return None
    if not COUNTED.isdisjoint(found.doc.words(max(0, found.start - _COUNT_REACH), found.start)):
        return None  # "put the toll at seven"
    late = found.doc.word(found.start - 4) in ("afternoon", "evening", "night", "tonight")
    return _on_day(found, context, f"T{int(hour) % 12 + (12 if late else 0):02}:00")


_COUNT_REACH: Final = 16


def digits(found: Found, context: Context) -> Reading | None:
    """Read "at 0630" as soldiers write the time."""
    told = found.word("t")
    if len(told) != 4 or int(told[:2]) > 23 or int(told[2:]) > 59:
        return None
    return _on_day(found, context, f"T{told[:2]}:{told[2:]}")


def noon(found: Found, context: Context) -> Reading:
    """Read "noon" and "midnight"; midnight ends the day, as TIMEX3 has it."""
    return _on_day(found, context, "T24:00" if found.word("n") == "midnight" else "T12:00")


def part(found: Found, context: Context) -> Reading | None:
    """Read "this morning", "last night", "the following evening", "in the morning", "overnight"."""
    code = PARTS.get(found.word("p"))
    if code is None:
        return None
    if found.has("next"):
        step = 1 if found.word("next") == "after" else -1
        return _timed(found, Stretch("day", context.day_reference() + step), "T" + code)
    which = found.word("which")
    if which in ("last", "past"):
        day = context.today - 1
    elif which in ("this", "overnight") or (not which and not context.narrative):
        day = context.day_reference() if which != "this" and context.day else context.today
    elif which in ("next", "following"):
        day = context.day_reference() + 1
    elif which in ("previous", "preceding"):
        day = context.day_reference() - 1
    else:
        day = context.day_reference()
    return _timed(found, Stretch("day", day), "T" + code, bare=not which)


def overnight(found: Found, context: Context) -> Reading | None:
    """Read "overnight"; the other words of its kind need an "at" before them."""
    if found.word("p") != "overnight":
        return None
    if not context.narrative and context.day is not None and context.day > context.today:
        return _timed(found, context.now, "TNI", bare=True)  # no night that is still to come
    return part(found, context)


def tonight(found: Found, context: Context) -> Reading:
    """Read "tonight"."""
    return _timed(found, context.now, "TNI")


def day_part(found: Found, context: Context) -> Reading | None:
    """Read "Friday morning", "yesterday afternoon", "next Tuesday evening"."""
    word = found.word("d")
    day: Stretch | None
    if word in DAYS:
        day = context.now.shifted(DAYS[word])
    else:
        reading = weekday(found, context)
        day = None if reading is None else reading.stretch
    return (
        None
        if day is None
        else _timed(found, day, "T" + (PARTS.get(found.word("p")) or _HALVES[found.word("p")[0]]))
    )


def _on_day(found: Found, context: Context, time: str) -> Reading:
    look_back(found, context)
    day = context.day
    if day is None:
        day = context.day_reference()
    return _timed(found, Stretch("day", day), time, bare=True)


def _timed(found: Found, day: Stretch, time: str, *, bare: bool = False) -> Reading:
    words = found.doc.words(found.start, found.end)
    mod = next((_MODS[word] for word in words if word in _MODS), None)
    return found.reading("TIME", day.value + time, mod=mod, stretch=day, time=time, bare=bare)


def _clock_value(found: Found) -> str | None:
    digits = found.word("t")
    after = found.words("ap")
    ampm = after[0][0] if after else ""
    if ampm == "i":  # "8 in the morning"
        ampm = "a" if after[-1] == "morning" else "p"
    if digits[-1] in "m.":
        ampm = "p" if "p" in digits else "a"
        digits = digits.rstrip("apm.")
    if digits.isalpha():
        spelt = number([digits])
        digits = "" if spelt is None else str(int(spelt))
    parts = digits.replace(".", ":").split(":")
    if any(len(one) > 2 for one in parts):
        if len(parts) == 1 and len(parts[0]) == 4:
            parts = [parts[0][:2], parts[0][2:]]
        else:
            return None
    if not all(one.isdigit() for one in parts):
        return None
    numbers = [int(one) for one in parts]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    zones = [found.word(group) for group in ("zone", "zone2", "zone3") if found.has(group)]
    zone = bool(zones)
    if hour > 24 or (hour == 24 and minute) or minute > 59 or (ampm and not 0 < hour <= 12):
        return None
    if not ampm and found.has("lead") and 0 < hour <= _HALF_DAY:  # "afternoon 7:00"
        ampm = "a" if found.word("lead") == "morning" else "p"
    if after[-1:] == ["night"] and hour == _HALF_DAY:
        return "T24:00"
    if not ampm and not zone and not _cued(found) and not (len(parts) > 1 and len(parts[0]) == 2):
        return None
    if ampm:
        hour = hour % _HALF_DAY + (_HALF_DAY if ampm == "p" else 0)
    value = f"T{hour:02}:{minute:02}" + (f":{numbers[2]:02}" if len(numbers) > 2 else "")
    return value + ("Z" if zones and ZONES.get(zones[0]) == "Z" else "")


def _cued(found: Found) -> bool:
    codes, start = found.doc.codes, found.start
    return start > 1 and codes[start - 1] == " " and codes[start - 2] in _CUES


_AP: Final = r"(?P<ap>(?: ?{ampm})(?: {in} {the} {part})?| {in} {the} {part})"
_OFFSET: Final = r"(?: ?[+-] ?{n})?"
_ZONE: Final = (
    r"(?:,? \((?P<zone>{zone})"
    + _OFFSET
    + r" ?\)|,? (?P<zone2>{zone})"
    + _OFFSET
    + r"|,? {local} {time}| {hours}|,? (?:{name} ){1,2}(?:{local} )?{time}|(?P<zone3>{zone}))"
)

RULES: Final = (
    Rule(
        "clock",
        "clock clock_ampm",
        r"(?<![$.:/-])(?:(?P<lead>{part}) )?(?:(?P<t>{clock}|{clock_ampm})"
        + _AP
        + r"?)"
        + _ZONE
        + r"?(?![-\u2013:/]{n})",
        clock,
    ),
    Rule(
        "clock-hour", "ampm part", r"(?<![$.:/-])(?P<t>{n}|{dec}|{nw})" + _AP + _ZONE + r"?", clock
    ),
    Rule("hours", "zone hours", r"(?P<t>{big}|{y}) (?P<zone>{zone}|{hours})", clock),
    Rule(
        "spoken",
        "half quarter units unit",
        r"(?:(?:(?P<half>{half})|(?:{a} )?(?P<quarter>{quarter})|(?P<m>{NUM})"
        r"(?P<us> (?:{units}|{unit}))) (?P<dir>{bygone}|{to}|{before}|{after}"
        r"|{until}) (?P<h>{nw}|{n}|{clock_ampm})(?=[ .,;]|$)(?! {units}"
        r"| {scale}| {word}| {name}))(?: {oclock})?(?P<ap> ?{ampm})?"
        r"(?P<part> (?:{in} {the} )?{part})?",
        spoken,
        opens=f"half quarter {NUMBER_OPENS}",
    ),
    Rule(
        "oclock",
        "oclock",
        r"(?P<h>{nw}|{n}) {oclock}(?P<ap> ?{ampm})?(?P<part> (?:{in} {the} )?{part})?",
        spoken,
    ),
    Rule("noon", "noon", r"(?:{n} )?(?P<n>{noon})", noon),
    Rule(
        "spelt-clock",
        "ampm nw",
        r"(?<!{nw} )(?<!{tens} )(?P<h>{nw}) (?P<mm>{tens}(?:[- ]{nw})?|{nw})"
        r"(?:(?P<ap> ?{ampm})(?P<part> (?:{in} {the} )?{part})?|(?P<part2> {in} {the} {part}))"
        r"|(?<={at} |{for} )(?P<h2>{nw}) (?P<mm2>{tens}(?:[- ]{nw})?|{nw})(?=[.,;!]|$)",
        spelt_clock,
        opens="nw",
    ),
    Rule("at-word", "nw", r"(?<={at} )(?P<t>{nw})(?=[.,;!)]|$| {on} )", at_hour, opens="nw"),
    Rule(
        "at-hour",
        "part tonight",
        r"(?<={part} {at} |{tonight} {at} )(?P<t>{n}|{nw})(?=[.,;!)]|$)",
        at_hour,
    ),
    Rule("tonight", "tonight", r"{tonight}", tonight),
    Rule(
        "part",
        "part",
        r"(?:{the} |{that} (?={same}))?(?P<which>{last}|{this}|{that}|{same}|{next}|{following}"
        r"|{previous}) (?:{early} |{late} |{mid}-)?(?P<p>{part})"
        r"|(?<={in} |{by} |{on} )(?:{the} )(?:{early} |{late} )?(?P<p2>{part})(?! {of})",
        part,
    ),
    Rule(
        "part-before",
        "part",
        r"{the} (?P<p>{part}) (?P<next>{before}|{after})(?=[.,;:)!\n]|$| {and})",
        part,
    ),
    Rule(
        "at-digits",
        "big y",
        r"(?<={at} )(?P<t>{big}|{y})(?=[.,;)]|$| {on} | {and} | {that} )",
        digits,
    ),
    Rule(
        "in-the-part",
        "part",
        r"(?<={in} |{of} |{by} |{during} ){the} (?:(?:{early}|{late}|{mid})[- ])?"
        r"(?P<p>{part})(?! {of})",
        part,
    ),
    Rule(
        "trading",
        "part",
        r"(?<={in} |{on} )(?:(?:{early}|{late}|{mid})[- ])?(?P<p>{part})(?= {word})",
        part,
    ),
    Rule(
        "at-night",
        "part dawn",
        r"(?<={at} |{by} |{until} |{before} |{after} |{since} )(?P<p>{part}|{dawn})(?! {word})",
        part,
    ),
    Rule(
        "overnight",
        "dawn",
        r"(?P<p>{dawn})",
        overnight,
    ),
    Rule(
        "day-part",
        "part ampm",
        r"(?:(?P<which>{last}|{next}|{this}) )?(?P<d>(?P<w>{wday}|{wabbr}\.)"
        r"|{today}|{yesterday}|{tomorrow}),? (?:(?:{early}|{late}|{mid})[- ])?"
        r"(?P<p>{part}|{ampm})",
        day_part,
    ),
    Rule("bare-part", "part", r"(?<![-])(?:(?:{early}|{late}|{mid})[- ])(?P<p>{part})", part),
)
