"""The words of English that tell of time, by kind: data that the lexicon and the rules share."""

from __future__ import annotations

from typing import Final

_FULL_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
SHORT_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
)
MONTHS: Final = {name: place for place, name in enumerate(_FULL_MONTHS, 1)} | {
    short: next(i for i, full in enumerate(_FULL_MONTHS, 1) if full.startswith(short[:3]))
    for short in SHORT_MONTHS
}
"""Names and abbreviations of months, to 1 for January."""

_FULL_WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
SHORT_WEEKDAYS: Final = (
    *("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"),
)
WEEKDAYS: Final = (
    {name: place for place, name in enumerate(_FULL_WEEKDAYS)}
    | {f"{name}s": place for place, name in enumerate(_FULL_WEEKDAYS)}
    | {
        short: next(i for i, full in enumerate(_FULL_WEEKDAYS) if full.startswith(short[:3]))
        for short in SHORT_WEEKDAYS
    }
)
"""Names, plurals and abbreviations of weekdays, to 0 for Monday."""

SEASONS: Final = {
    "spring": 0,
    "springtime": 0,
    "summer": 1,
    "summertime": 1,
    "autumn": 2,
    "fall": 2,
    "winter": 3,
    "wintertime": 3,
}
"""Seasons, to 0 for spring."""

UNITS: Final = {
    "second": "second",
    "sec": "second",
    "secs": "second",
    "minute": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hr": "hour",
    "hrs": "hour",
    "day": "day",
    "night": "night",
    "week": "week",
    "wk": "week",
    "wks": "week",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "season": "season",
    "year": "year",
    "yr": "year",
    "yrs": "year",
    "decade": "decade",
    "century": "century",
    "centuries": "century",
    "millennium": "millennium",
    "millennia": "millennium",
    "semester": "half",
}
"""Units of time, singular and odd plurals; regular plurals are made by the lexicon."""

DURATION: Final = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}N",
    "week": "P{}W",
    "weekend": "P{}WE",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "season": "P{}S",
    "half": "P{}H",
    "year": "P{}Y",
    "decade": "P{}Y",
    "century": "P{}Y",
    "millennium": "P{}Y",
}
"""How TIMEX3 writes a number of each unit."""

MANY: Final = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
"""How many of the unit written does one unit hold: a fortnight is two weeks."""

DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
"""Days named from publication, to their distance in days."""

PARTS: Final = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "nighttime": "NI",
    "daytime": "DT",
    "midday": "MI",
    "lunchtime": "MI",
    "mid-day": "MI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "overnight": "NI",
}
"""Parts of the day, to the letters of TIMEX3."""

DIGITS: Final = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
DECADES: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

ZONES: Final = {
    "utc": "Z",
    "gmt": "Z",
    "z": "Z",
    "est": "-05",
    "edt": "-04",
    "cst": "-06",
    "cdt": "-05",
    "mst": "-07",
    "mdt": "-06",
    "pst": "-08",
    "pdt": "-07",
    "cet": "+01",
    "cest": "+02",
    "bst": "+01",
    "ist": "+05:30",
    "msk": "+03",
    "jst": "+09",
    "kst": "+09",
    "aest": "+10",
    "eet": "+02",
    "eest": "+03",
    "et": "",
    "pt": "",
    "ct": "",
    "mt": "",
}
"""Zones that may follow a clock time, with their offset where they have one."""

REFERENCES: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
    "recent": "PAST_REF",
    "current": "PRESENT_REF",
}
"""Adverbs and adjectives that place things against now without a date."""

FREQUENCIES: Final = {
    "daily": "P1D",
    "hourly": "PT1H",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biannual": "P6M",
    "biannually": "P6M",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}
"""Words for how often, to the stretch in which it happens once."""

COUNTED: Final = frozenset(
    "put puts putting pegged toll tolls number numbers count total score figure figures rate rates "
    "stood stands standing estimated estimates valued unemployment inflation odds tally "
    "casualties level".split()
)
"""Words behind which "at seven" is a number and no hour."""
