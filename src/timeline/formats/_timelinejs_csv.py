"""The spreadsheet of TimelineJS, as CSV: each row becomes a claim of one article.

Such a timeline is a publication: somebody printed it, on a date. So it is taken for an article,
whose text is what the rows say, and each row for a claim in the voice of its outlet.
"""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import IO, TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidDate, InvalidInput
from timeline.formats._csv import LARGEST_CELL, unguarded
from timeline.formats._format import Arrival, Format
from timeline.model import ArticlePublished, Claim, ClaimStated, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.formats._format import Reading
    from timeline.model import Article

_DATES = (
    "Year",
    "Month",
    "Day",
    "End Year",
    "End Month",
    "End Day",
)
_TEXTS = ("Headline", "Text", "Type")
_SPACES = re.compile(r"[\s,]+")
_NUMBER = re.compile(r"-?[0-9]{1,6}")


def read_timelinejs_csv(file: IO[bytes], reading: Reading) -> Iterator[Arrival]:
    """Yield the article and its claims; dates are as fine as the row gives them.

    A row without a year becomes a claim without a date. Dates for display are not read: what
    they mean is for a person to say.

    Raises:
        InvalidInput: no article was named, or the file is no such spreadsheet.
    """
    article = reading.article
    if article is None:
        raise InvalidInput(
            reading.name, "", "expected the article that it is taken for: id, outlet, published"
        )
    claims: list[tuple[str, Claim]] = []
    text = ""
    for where, row in _rows(file, reading):
        kind = row["Type"].lower()
        if kind in {"title", "era"}:
            reading.losses.add(f"left out, as it is of the type {kind!r}", "row", where)
            continue
        headline, body = _without_markup(row["Headline"]), _without_markup(row["Text"])
        said = "\n\n".join(part for part in (headline, body) if part)
        if not said:
            reading.losses.add("left out, as it says nothing", "row", where)
            continue
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{said}" if text else said
        claim = Claim(
            f"{article.id}#{len(claims) + 1}",
            "asserts",
            article.outlet,
            text=headline or body,
            occurred=_occurred(row, where, reading),
            evidence=Evidence(said, start, start + len(said)),
        )
        claims.append((where, claim))
    published: Article = attrs.evolve(article, text=text, sha256="")
    yield Arrival(article.id, ArticlePublished(published), "the whole file")
    for where, claim in claims:
        evidence = claim.evidence
        assert evidence is not None
        placed = attrs.evolve(claim, evidence=Evidence.at(text, evidence.start, evidence.end))
        yield Arrival(article.id, ClaimStated(placed), where)


def _rows(file: IO[bytes], reading: Reading) -> Iterator[tuple[str, Mapping[str, str]]]:
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST_CELL))  # as in reading events
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        rows = csv.reader(text, strict=True)
        names = [name.strip() for name in next(rows, [])]
        for needed in ("Year", "Headline"):
            if needed not in names:
                problem = f"expected a column {needed!r}, got {', '.join(names) or 'no columns'}"
                raise InvalidInput(reading.name, "", problem)
        for number, row in enumerate(rows, start=2):
            cells = dict.fromkeys((*_DATES, *_TEXTS), "")
            cells |= {name: unguarded(cell).strip() for name, cell in zip(names, row, strict=False)}
            if not any(cells.values()):
                continue  # spreadsheets end in empty rows
            _count_unread(cells, reading)
            yield f"row {number}", cells
    except csv.Error as error:
        raise InvalidInput(reading.name, f"line {rows.line_num}", str(error)) from error
    except UnicodeDecodeError as error:
        raise InvalidInput(reading.name, "", "expected text in UTF-8") from error
    finally:
        text.detach()  # the file belongs to the caller


def _count_unread(cells: Mapping[str, str], reading: Reading) -> None:
    for name, cell in cells.items():
        if cell and name not in {*_DATES, *_TEXTS}:
            reading.losses.add(f"left out: what stands under {name!r}", "cell", cell[:40])


def _occurred(row: Mapping[str, str], where: str, reading: Reading) -> When | None:
    start = _moment(row["Year"], row["Month"], row["Day"])
    end = _moment(row["End Year"], row["End Month"], row["End Day"])
    try:
        if start is None:
            if end is not None:
                raise InvalidInput(reading.name, where, "expected a year beside the end year")
            return None
        first = When.parse(start)
        return first if end is None or end == start else When.interval(first, When.parse(end))
    except InvalidDate as error:
        raise InvalidInput(reading.name, where, str(error)) from error


def _moment(*parts: str) -> str | None:
    """Write a year, a month and a day in EDTF, as many of them as are given."""
    year, month, day = (_SPACES.sub("", part) for part in parts)
    if not year:
        return None
    if not _NUMBER.fullmatch(year):
        return year  # no date, as parsing it says
    number = int(year)
    long = f"{'-' if number < 0 else ''}{abs(number):04}"
    if abs(number) > 9999:  # noqa: PLR2004 - what four digits hold
        return f"Y{number}" if not month else f"{long}-{month:0>2}"
    if not month:
        return long if not day else f"{long}-?-{day}"  # a day of no month is no date
    return f"{long}-{month:0>2}-{day:0>2}" if day else f"{long}-{month:0>2}"


class _Text(HTMLParser):
    """Collects what a browser would show."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out what is not shown, and part what stands on lines of its own."""
        del attrs
        self._hidden += tag in {"script", "style"}
        if tag in {"br", "p", "div", "li"}:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Show again what stands behind."""
        if tag in {"script", "style"} and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self._hidden:
            self.parts.append(data)


def _without_markup(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    parser.close()
    return " ".join("".join(parser.parts).split())


FORMAT = Format(
    name="timelinejs-csv",
    summary="the spreadsheet of a TimelineJS timeline, taken for an article",
    suffix=".csv",
    read=read_timelinejs_csv,
    articles=False,
)
