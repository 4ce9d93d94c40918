"""The columns that CSV, JSON lines and Parquet share: one row for each event.

Some columns hold what the event says, and are read back. Others are worked out from the collection
for those who work with tables, and are not. `more` holds, as JSON, what no column can.
"""

from __future__ import annotations

import attrs

from timeline.errors import UnknownName


@attrs.frozen
class Column:
    """A column of the event table.

    Args:
        name: its name.
        kind: ``text``, ``whole`` (a whole number), ``number``, ``day`` or ``instant``.
        meaning: what it holds.
        derived: whether it is worked out, so that a reader does not need it. Some are worked out
            for some types of event alone; `meaning` says which.
    """

    name: str
    kind: str
    meaning: str
    derived: bool = False


def _date(name: str, meaning: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_edtf", "text", f"{meaning}, in EDTF"),
        Column(f"{name}_earliest", "day", "its first possible day; empty where open", derived=True),
        Column(f"{name}_latest", "day", "its last possible day; empty where open", derived=True),
    )


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "text", "`stream_id@seq`", derived=True),
    Column("stream_id", "text", "the stream: an article, or `curation`"),
    Column("seq", "whole", "the number of the event within its stream, from 1"),
    Column("position", "whole", "the number of the event within the log, from 1"),
    Column("type", "text", "the name under which the event is stored"),
    Column("claim_id", "text", "the claim"),
    Column("fact_id", "text", "the fact; of a claim, the one that it is linked to (worked out)"),
    Column("into_id", "text", "what a fact or a source is merged or split into"),
    Column("stance", "text", "how the origin stands to the claim"),
    *_date("occurred", "when it happened, as the claim says"),
    *_date("stated", "when the source said so (worked out where the basis is not `dated`)"),
    Column("basis", "text", "what the date of the statement rests on"),
    *_date("published", "when the article was printed (of a claim, worked out)"),
    *_date("on", "when the outlet corrected or retracted it"),
    Column("recorded_at", "instant", "when the store took the event in"),
    Column("measure", "text", "what the claim's figure counts"),
    Column("value_low", "number", "the least it can be; empty where open, never 0 for that"),
    Column("value_high", "number", "the most it can be; empty where open"),
    Column("unit", "text", "what one of it is"),
    Column("source_id", "text", "the outlet; of a source event, the source"),
    Column("attributed_to", "text", "the sources behind the outlet, nearest first, with spaces"),
    Column("origin_id", "text", "the last of them, or the outlet", derived=True),
    Column("title", "text", "of an article, a fact or a source"),
    Column("kind", "text", "the kind of a fact"),
    Column("text", "text", "the article's text, or the claim in a sentence"),
    Column("note", "text", "what the outlet said of a correction or a retraction"),
    Column("quote", "text", "the exact words of the article"),
    Column("quote_prefix", "text", "the characters before them"),
    Column("quote_suffix", "text", "the characters behind them"),
    Column("quote_start", "whole", "the offset of the first character, in code points"),
    Column("quote_end", "whole", "the offset behind the last character"),
    Column("article_id", "text", "the article (of a claim, worked out)"),
    Column("article_url", "text", "where it was found (of a claim, worked out)"),
    Column("article_sha256", "text", "the digest of its text (of a claim, worked out)"),
    Column("supersedes", "text", "the `event_id` of the wording that it replaces", derived=True),
    Column("message", "text", "the event in a sentence", derived=True),
    Column(
        "datetime", "instant", "see `timestamp_desc`; empty where nobody dates it", derived=True
    ),
    Column("timestamp_desc", "text", "what `datetime` is", derived=True),
    Column("more", "text", "JSON: what of the event no column can hold"),
    Column("hash", "text", "the hash of the event in its log"),
)
"""The columns, in order."""

NAMES = tuple(column.name for column in COLUMNS)

_BY_NAME = {column.name: column for column in COLUMNS}


def column(name: str) -> Column:
    """Return a column by its name.

    Raises:
        UnknownName: there is none.
    """
    if name not in _BY_NAME:
        raise UnknownName("column", name, NAMES)
    return _BY_NAME[name]
