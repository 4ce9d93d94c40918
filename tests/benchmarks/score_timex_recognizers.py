"""Score `timeline.timex` on the specifications of Recognizers-Text that TIMEX3 can express.

    python tests/benchmarks/score_timex_recognizers.py FOLDER [--errors 40]

FOLDER holds ``specs.jsonl``. Which cases count is decided by rule, never by the outcome:

1. the record is of a parser of one kind or of the merged parser (models under special options
   change answers on purpose, extractors give no values), and its text stands once;
2. the result is a date, a month, year, week, season or weekend, a time, a duration or a set: its
   ``timex`` is one TIMEX3 value and not a range ``(start,end,length)``, and carries no ``Mod``;
3. TIMEX3 reads the same words as the same thing. It does not where they are: digits alone ("22",
   "9-18-15"); a length after "in" or "within", which is a duration; a vague amount ("few"), which
   gets no number; a unit with a mere "the", "my", "this", "past" ("my week"); a part of the day
   that is given an hour of its own ("mid-morning"); a feast of another calendar than the Gregorian;
   a word with digits grown on to it, or "tmrw"; a bare number for a day of the month or an hour
   ("8pm on 15", "to twenty"); a week given as its first day, the end of a day as its last second;
   a day that the calendar lacks ("2016-11-31").

A case is right if an expression overlaps the span and has the value: equal to ``timex`` or, where
that leaves digits open with X, to the past or the future ``value``. Of a time without a date the
part from ``T`` on counts. ``T08`` and ``T08:00``, ``T00`` and ``T24:00``, ``P0.5Y`` and ``P6M`` are
the same. A distance in weeks or longer is written by TIMEX3 in that unit: it is right if the day
asked for lies in it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from timeline.dates import Certainty, When
from timeline.timex import TimeExpression, tag

PARSERS = {
    *("DateParser", "DatePeriodParser", "TimeParser", "DateTimeParser", "DateTimePeriodParser"),
    *("DurationParser", "SetParser", "HolidayParser", "MergedParser"),
}
TIMEX3 = re.compile(
    r"(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?|-W[0-9X]{2}(?:-WE|-[1-7])?|-(?:SP|SU|FA|WI))?)?"
    r"(?:T(?:[0-9]{2}(?::[0-9]{2}){0,2}|MO|AF|EV|NI|DT))?"
    r"|P(?:[0-9.]+[YMWD])*(?:T(?:[0-9.]+[HMS])+)?|(?:PAST|PRESENT|FUTURE)_REF"
)
OTHERWISE = re.compile(
    r"[0-9\s./,-]{1,9}"
    r"|(?:the |on )?(?:[0-9]{1,2}(?:st|nd|rd|th)?|(?:twenty )?second|thirty|twenty[ -]\w+)"
    r"|(?:in|within) .*"
    r"|.*\b(?:few|tmrw|as possible)\b.*"
    r"|(?:the|my|this|past|last|the last|on|upcoming)? ?(?:day|week|weekend|month)"
    r"|mid[- ]?(?:morning|afternoon|night|day)|.*lunchtime.*"
    r"|[a-z]+[0-9].*|[0-9]+[a-z]+[0-9].*|.*ampm"
    r"|(?:at )?[0-9]{1,2}(?:th)?(?:,| at) .*|.* on (?:the )?[0-9]{1,2}|twenty|nine"
    r"|the week (?:of|starting|beginning) .*|the end of the day"
    r"|.*(?:Ram[az]|Eid|Islamic|Hijri|Arabic|Yuandan|Festival).*",
    re.IGNORECASE,
)
DISTANCE = re.compile(r".*(?:ago|later|from now|hence).*", re.IGNORECASE)
SAME = {"P0.5Y": "P6M", "PT0.5H": "PT30M", "PT1.5H": "PT90M", "PT2.5H": "PT150M", "T00": "T24"}


def cases(folder: Path) -> list[tuple[str, str, dict[str, Any], str]]:
    """Select the cases by the rule above: text, reference day, result, spec."""
    chosen = []
    seen = set()
    for line in (folder / "specs.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["spec"] not in PARSERS or record["text"] in seen:
            continue
        seen.add(record["text"])
        for result in record["results"]:
            timex = result["timex"]
            modified = any("Mod" in one or "mod" in one for one in result["values"])
            if not timex or modified or not TIMEX3.fullmatch(timex):
                continue
            if (
                not _is_day(timex)
                or OTHERWISE.fullmatch(result["text"])
                or result["type"] in ("timezone", "datetimealt")
            ):
                continue
            reference = (record["reference"] or "2016-11-07")[:10]
            chosen.append((record["text"], reference, result, record["spec"]))
    return chosen


def _is_day(timex: str) -> bool:
    """Whether a full date is one of the calendar; anything else passes."""
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", timex):
        return True
    try:
        date.fromisoformat(timex[:10])
    except ValueError:
        return False
    return True


def is_right(result: dict[str, Any], found: TimeExpression) -> bool:
    """Say whether *found* has the value of *result*."""
    value, timex = _plain(found.value), _plain(result["timex"])
    if value == timex or value == timex.replace("T00", "T24"):
        return True
    if DISTANCE.fullmatch(result["text"]) and found.when is not None and len(timex) >= 10:
        return When.parse(timex[:10]).lies_within(found.when) is not Certainty.IMPOSSIBLE
    if timex.startswith("T"):
        return value[value.find("T") :] == timex if "T" in value else False
    if "X" not in timex:
        return False
    if result["type"] == "set":
        return False
    tail = timex[timex.index("T") :] if "T" in timex else ""
    days = set(re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", json.dumps(result["values"])))
    head = value.removesuffix(tail)
    return value.endswith(tail) and any(_fits(head, day, timex) for day in days)


def _fits(value: str, day: str, timex: str) -> bool:
    if len(value) == len("2016-11-07"):
        return value == day
    return value == day[: len(value)] or (
        len(value) > 4 and value[4:] == timex[4:] and value[:4] == day[:4]
    )


def _plain(value: str) -> str:
    value = SAME.get(value, value)
    return re.sub(
        r"(T[0-9]{2}):00$", r"\1", re.sub(r":00$", "", value) if value.count(":") > 1 else value
    )


def _row(name: str, count: int, found: int, right: int) -> str:
    return f"{name:22} {count:5} found {found / count:7.1%}  right {right / count:7.1%}"


def main(arguments: list[str] | None = None) -> int:
    """Print the share of cases found and right, in all and by spec."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong cases")
    options = parser.parse_args(arguments)
    total: Counter[str] = Counter()
    found_in: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong = []
    for text, reference, result, spec in cases(options.folder):
        total[spec] += 1
        hits = [
            one
            for one in tag(text, reference, genre="news")
            if one.start < result["end"] and result["start"] < one.end
        ]
        found_in[spec] += bool(hits)
        if any(is_right(result, one) for one in hits):
            right[spec] += 1
        else:
            wrong.append((spec, reference, text, result, hits))
    lines = [_row(spec, total[spec], found_in[spec], right[spec]) for spec in sorted(total)]
    lines.append(_row("all", total.total(), found_in.total(), right.total()))
    for spec, reference, text, result, hits in wrong[: options.errors]:
        answers = [(one.text, one.value) for one in hits]
        lines.append(f"{spec} {reference} {text!r}: {result['text']!r} {result['timex']} {answers}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
