"""Events to and from other formats, with a report of what a format could not carry.

>>> import io
>>> from timeline.formats import Contents, export, take_in
>>> from timeline.model import AsOf, Source, SourceDefined
>>> from timeline.queries import Engine
>>> from timeline.store import MemoryStore
>>> store, copy, file = MemoryStore(), MemoryStore(), io.BytesIO()
>>> _ = store.append("curation", [SourceDefined(Source("nis", "=1+1"))])
>>> print(export(Contents(Engine(store), AsOf("2025-02-07")), file, "csv"))
csv: 1 event, nothing lost
>>> _ = file.seek(0)
>>> take_in(copy, file, "csv").head == store.head()
True
"""

from timeline.formats._columns import COLUMNS, Column
from timeline.formats._csv import guarded, unguarded
from timeline.formats._format import (
    Arrival,
    Contents,
    Format,
    Place,
    Reader,
    Reading,
    Writer,
)
from timeline.formats._frame import frame
from timeline.formats._inert import html_text, inert, json_for_pages, shortened, web_url
from timeline.formats._loss import Loss, Losses, LossReport
from timeline.formats._registry import TakenIn, export, format_of, formats, take_in

__all__ = [
    "COLUMNS",
    "Arrival",
    "Column",
    "Contents",
    "Format",
    "Loss",
    "LossReport",
    "Losses",
    "Place",
    "Reader",
    "Reading",
    "TakenIn",
    "Writer",
    "export",
    "format_of",
    "formats",
    "frame",
    "guarded",
    "html_text",
    "inert",
    "json_for_pages",
    "shortened",
    "take_in",
    "unguarded",
    "web_url",
]
