"""Years, decades, centuries and eras: "in 2008", "the 1980s", "the 19th century", "480 BC"."""

# ruff: noqa: PLR2004 - years and their digits are what is read here

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._calendar import Stretch, year_text
from timeline.timex._reading import Found, Reading, Rule
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._numbers import number, ordinal, year_in_words
from timeline.timex.english._words import DECADES

if TYPE_CHECKING:
    from timeline.timex._context import Context

_LABELS: Final = {
    *(
        "no",
        "number",
        "room",
        "page",
        "flight",
        "route",
        "section",
        "article",
        "chapter",
        "channel",
    ),
    *("model", "highway", "bus", "line", "suite", "apartment", "psalm", "unit", "lot"),
}
"""Words after which a number is a name."""
_OLDEST_PLAIN: Final = 1900
_AHEAD: Final = 80
_PLURAL: Final = 4
_BEFORE: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in (
        *("in", "since", "by", "of", "from", "until", "to", "and", "or", "between", "before"),
        *("after", "through", "during", "early", "late", "mid", "each", "for", "month", "may"),
        *("march", "mabbr", "season", "spring", "fall", "the", "begin", "end", "this", "on"),
    )
)
_QUANTITY: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in ("about", "nearly", "than", "some", "least", "most", "up", "over")
)
_NOUNS: Final = frozenset(GRAMMAR.code(kind) for kind in ("word", "adv", "did"))
_TO_YEAR: Final = GRAMMAR.compile(r" {to} {y}")
_NAME: Final = GRAMMAR.code("name")


def year(found: Found, context: Context) -> Reading | None:
    """Read four digits as a year where what stands around them does not count things."""
    if found.has("unit") and found.word("unit") != "year":
        return None
    value = int(found.word("y"))
    codes, doc = found.doc.codes, found.doc
    start, end = found.match.span("y")
    before = _kind_before(codes, start)
    if doc.word(start - 2) in _LABELS and codes[start - 1 : start] == " ":
        return None
    if before in _QUANTITY and value % 10 == 0 and doc.word(start - 2) != "circa":
        return None
    follows = codes[end + 1] if codes[end : end + 1] == " " and end + 1 < len(codes) else ""
    noun = doc.word(end + 1)
    plural = follows in _NOUNS and len(noun) > _PLURAL and noun[-1] == "s" and noun[-2] not in "su"
    if value % 100 == 0 and plural and not found.has("the"):
        return None
    told = (
        doc.word(start - 2) == "circa"
        or _TO_YEAR.match(codes, end) is not None
        or before in _BEFORE
        or codes[start - 1 : start] == "("
        or found.has("the")
    )
    if not _OLDEST_PLAIN <= value <= context.now.year + _AHEAD and not told:
        return None
    if not _OLDEST_PLAIN <= value <= context.now.year + _AHEAD and follows in _NOUNS and plural:
        return None
    if before == _NAME and value < _OLDEST_PLAIN and not (told or doc.opens(start - 2)):
        return None
    return found.date(Stretch("year", value))


def spelt_year(found: Found, _context: Context) -> Reading | None:
    """Read "in nineteen seventy-eight"."""
    words = [word for word in found.words("w") if word != "-"]
    value = year_in_words(words)
    return None if value is None else found.date(Stretch("year", value))


def numbered_year(found: Found, _context: Context) -> Reading | None:
    """Read "the year 247", which only the word makes a year."""
    value = number(found.words("n"))
    if "year" not in found.doc.words(found.start, found.end) or value is None:
        return None
    if _counts_behind(found):
        return None
    return found.date(Stretch("year", int(value))) if 31 < value < 10_000 else None


def _counts_behind(found: Found) -> bool:
    """Say whether the number counts what follows: "by the end of the year 300 men had died"."""
    place = found.end + 1
    noun = found.doc.pieces[place] if place < len(found.doc.pieces) else ""
    if not (noun.isalpha() and noun.islower()) or found.doc.pieces[found.end] != " ":
        return False
    if noun in _PERSONS or (len(noun) > _PLURAL and noun[-1] == "s" and noun[-2] not in "su"):
        return True
    return found.doc.word(found.start - 2) == "of" and noun not in _ON


_PERSONS: Final = {"people", "men", "women", "children", "police", "aid", "staff", "troops"}
_ON: Final = frozenset(
    "a an the and or but when that which in on at of by to for with as it he she they we is was "
    "were are had has will would until before after under from into his her its their".split()
)
"""Words with which a sentence goes on behind the number of a year."""


def years(found: Found, _context: Context) -> tuple[Reading, ...] | None:
    """Read "1941-45" and "2008/09" as two years."""
    first = int(found.word("y"))
    text = found.word("z")
    second = int(text) if len(text) == 4 else first - first % 100 + int(text)
    if len(text) not in (2, 4) or not first < second <= first + 300:
        return None
    return (
        Reading(
            found.match.start("y"),
            found.match.end("y"),
            "DATE",
            str(first),
            None,
            Stretch("year", first),
        ),
        Reading(
            found.match.start("z"),
            found.match.end("z"),
            "DATE",
            str(second),
            None,
            Stretch("year", second),
        ),
    )


def era_year(found: Found, _context: Context) -> Reading | None:
    """Read "480 BC", "AD 79" and "the year 1066 AD"."""
    value = number(found.words("n") or found.words("n2"))
    if value is None or value != int(value) or not 0 < value <= 9999:
        return None
    before = found.word("era").startswith("b")
    index = 1 - int(value) if before else int(value)
    return found.reading("DATE", year_text(index), stretch=Stretch("year", index))


def era_years(found: Found, _context: Context) -> tuple[Reading, ...] | None:
    """Read "218-201 BC" and "between 264 and 146 BC" as two years."""
    first, second = number(found.words("n")), number(found.words("m"))
    if first is None or second is None or not 0 < second < first <= 9999:
        return None
    one, two = Stretch("year", 1 - int(first)), Stretch("year", 1 - int(second))
    return (
        Reading(found.start, found.match.end("n"), "DATE", one.value, None, one),
        Reading(found.match.start("m"), found.end, "DATE", two.value, None, two),
    )


def fiscal(found: Found, _context: Context) -> Reading | None:
    """Read "fiscal 2009" and "the 2009 financial year": which months it has differs by country."""
    value = int(found.word("y"))
    first, last = Stretch("year", value - 1).first, Stretch("year", value).last
    return found.reading("DATE", f"FY{value}", bounds=(first, last))


def decade(found: Found, context: Context) -> Reading | None:
    """Read "the 1980s", "the '60s", "the nineties"."""
    word = found.word("d")
    if word in DECADES:
        index = _century(context, DECADES[word]) * 10 + DECADES[word]
    else:
        digits = int(word[:-1])
        short = len(word) == 3
        index = _century(context, digits // 10) * 10 + digits // 10 if short else digits // 10
    if len(word) > 3 and word[:1].isdigit() and int(word[:-1]) < 1000:
        return None
    if word[0].isdigit() and len(word) == 3 and not (found.has("the") or found.has("quote")):
        before = found.doc.codes[: found.start]
        if not before.endswith(
            (
                GRAMMAR.expand("{and} "),
                GRAMMAR.expand("{early} "),
                GRAMMAR.expand("{late} "),
                GRAMMAR.expand("{mid}-"),
            )
        ):
            return None
    if word in DECADES and not found.has("the"):
        return None
    return found.date(Stretch("decade", index))


def century(found: Found, _context: Context) -> Reading | None:
    """Read "the 19th century", "the fifth century BC"."""
    place = ordinal(found.words("o"))
    if found.word("c") != "century" or place is None or not 0 < place <= 30:
        return None
    if found.has("era") and found.word("era").startswith("b"):
        first = Stretch("year", 1 - place * 100).first
        last = Stretch("year", 100 - place * 100).last
        return found.reading("DATE", f"BC{place - 1:02}", bounds=(first, last))
    return found.date(Stretch("century", place - 1))


def centuries(found: Found, _context: Context) -> tuple[Reading, ...] | None:
    """Read "the 18th and 19th centuries" as two centuries."""
    first, second = ordinal(found.words("o")), ordinal(found.words("p"))
    if found.word("c") != "centuries" or first is None or second is None:
        return None
    one, two = Stretch("century", first - 1), Stretch("century", second - 1)
    return (
        Reading(found.start, found.match.end("o"), "DATE", one.value, None, one),
        Reading(found.match.start("p"), found.end, "DATE", two.value, None, two),
    )


def _century(context: Context, decade_digit: int) -> int:
    """The century of a decade told by one digit: the last one that has begun."""
    told = context.point or context.year_point
    base = told.year if context.narrative and told else context.now.year
    here = base // 100
    return here if here * 10 + decade_digit <= base // 10 else here - 1


def _kind_before(codes: str, place: int) -> str:
    """The code before *place*, a gap or hyphen skipped; empty at the beginning."""
    while place > 0 and codes[place - 1] in " -(":
        place -= 1
    return codes[place - 1] if place else ""


RULES: Final = (
    Rule(
        "year",
        "y",
        r"(?<![-$.,:/+=])(?<![-\u2013]{n}-)(?:(?P<the>{the} (?P<unit>{unit}) )"
        r"|(?={y}))(?<!{big} )(?<!{y} )(?P<y>{y})(?! {y}|[-\u2013/]{n}|[-\u2013/]{y}|[%/:]|-{big}"
        r"| {count}| {rate}| {scale}| {units}| {bc}|'{unit}|[.,]{n})",
        year,
    ),
    Rule(
        "hyphened-year",
        "y",
        r"(?<={mid}-|{late}-|{early}-|{name}-|{post}-)(?P<the>)(?P<y>{y})(?![-\u2013/%])",
        year,
    ),
    Rule(
        "years",
        "y",
        r"(?<![-\u2013$/])(?P<y>{y}) ?[-\u2013/] ?(?P<z>{y}|{n}|{big})(?![-\u2013/%\w]"
        r"| {MONTH}| {count}| {units})",
        years,
    ),
    Rule(
        "spelt-year",
        "nw",
        r"(?<={in} |{of} |{unit} )(?P<w>{nw} {scale} {nw} {scale}(?: {and})? {SMALLW}"
        r"|{YEARW})(?! {ANYUNIT}| {word}| {count}| {name}| {adv}|-)",
        spelt_year,
    ),
    Rule(
        "numbered-year",
        "unit",
        r"(?:{the} )?{unit} (?P<n>{big}|(?P<w>{nw} {scale}(?: {and})? {SMALLW}))(?![-,.%]{n})",
        numbered_year,
        opens="the unit",
    ),
    Rule(
        "era-years",
        "bc",
        r"(?<![-\u2013])(?P<n>{DIGITS})(?: ?[-\u2013/] ?| {and} | {to} | {until} )"
        r"(?P<m>{DIGITS}) {bc}",
        era_years,
    ),
    Rule(
        "era-year",
        "bc ad",
        r"(?:{the} {unit} )?(?P<n>{DIGITS}) (?P<era>{ERA})|(?P<era2>{ad}) (?P<n2>{DIGITS})",
        era_year,
    ),
    Rule("fiscal", "fiscal", r"(?:{the} )?{fiscal}(?: {unit})? (?P<y>{y})", fiscal),
    Rule("decade", "decs decw", r"(?P<the>{the} )?(?P<quote>')?(?P<d>{decs}|{decw})", decade),
    Rule(
        "centuries",
        "units",
        r"(?:{the} )?(?P<o>{ord}|{ORDW}) (?:{and}|{to}|{or}) (?P<p>{ord}|{ORDW}) (?P<c>{units})",
        centuries,
        opens="the ord ordw second tens",
    ),
    Rule(
        "century",
        "unit",
        r"(?:{the} )?(?P<o>{ord}|{ORDW})[- ](?P<c>{unit})(?: (?P<era>{ERA}))?",
        century,
        opens="the ord ordw second tens",
    ),
)
