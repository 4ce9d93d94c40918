"""The doors: formats by name, files that are whole or not there, formats of one's own."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import attrs
import pytest

from tests.formats.conftest import AS_OF, store_of, taken_in, written
from timeline.errors import InvalidInput, InvalidValue, MissingLibrary, StoreError, UnknownName
from timeline.formats import (
    COLUMNS,
    Arrival,
    Contents,
    Format,
    Losses,
    LossReport,
    Reading,
    export,
    format_of,
    formats,
    take_in,
)
from timeline.model import ClaimLinked, Source, SourceDefined
from timeline.queries import Engine
from timeline.store import GENESIS, UPCASTERS, MemoryStore, RecordedEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store import EventStore

PAGE = (Path(__file__).parents[2] / "docs/reference/formats.md").read_text(encoding="utf-8")


# ---- By name -------------------------------------------------------------------------------


def test_every_format_and_every_column_is_documented() -> None:
    for one in formats():
        assert f"| `{one.name}` |" in PAGE
        assert one.summary
        assert one.suffix.startswith(".")
    for column in COLUMNS:
        assert f"`{column.name}`" in PAGE


def test_an_unknown_name_is_refused_with_near_ones() -> None:
    with pytest.raises(UnknownName, match="no format is called 'jsonn'"):
        format_of("jsonn")


def test_what_is_only_read_cannot_be_written(five: EventStore) -> None:
    with pytest.raises(InvalidValue, match="must be one that can be written"):
        written(five, "timelinejs-csv")


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("parquet", "pyarrow", "tables"), ("ical", "icalendar", "ical")],
)
def test_a_missing_library_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, five: EventStore, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingLibrary, match=rf"needs {library}; .*timeline-engine\[{extra}\]"):
        written(five, name)


# ---- Files ---------------------------------------------------------------------------------


def test_a_path_gets_its_file_when_it_is_whole(tmp_path: Path, five: EventStore) -> None:
    report = export(Contents(Engine(five), AS_OF), tmp_path / "events.csv", "csv")

    with MemoryStore() as copy:
        assert take_in(copy, tmp_path / "events.csv", "csv").head == five.head()
    assert report.lossless
    assert [file.name for file in tmp_path.iterdir()] == ["events.csv"]


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, five: EventStore) -> None:
    (tmp_path / "notes").write_text("keep me")

    with pytest.raises(StoreError, match="there is such a file already"):
        export(Contents(Engine(five), AS_OF), tmp_path / "notes", "csv")

    assert (tmp_path / "notes").read_text() == "keep me"


def test_a_writer_that_fails_leaves_no_file(tmp_path: Path, five: EventStore) -> None:
    def failing(contents: Contents, file: IO[bytes], /) -> LossReport:
        del contents
        file.write(b"half")
        raise InvalidValue("this", expected="something else", got=None)

    with pytest.raises(InvalidValue):
        export(Contents(Engine(five), AS_OF), tmp_path / "x", Format("x", "fails", ".x", failing))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, five: EventStore) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        export(Contents(Engine(five), AS_OF), tmp_path / "no" / "x.csv", "csv")
    with pytest.raises(InvalidInput, match="cannot be read"):
        take_in(MemoryStore(), tmp_path / "no" / "x.csv", "csv")


def test_what_is_appended_meanwhile_is_not_written() -> None:
    store = store_of([SourceDefined(Source("nis"))])
    contents = Contents(Engine(store), AS_OF)
    store.append("curation", [SourceDefined(Source("army"))])
    file = io.BytesIO()

    assert export(contents, file, "csv").count == 1


# ---- Formats of one's own ------------------------------------------------------------------


def test_a_format_of_ones_own_is_written_and_read() -> None:
    def write(contents: Contents, file: IO[bytes], /) -> LossReport:
        for record in contents.records():
            assert isinstance(record.event, SourceDefined)
            file.write(f"{record.event.source.id}\n".encode())
        losses = Losses()
        losses.add("left out", "name", "all")
        return losses.report("names", "source", contents.position)

    def read(file: IO[bytes], reading: Reading, /) -> Iterator[Arrival]:
        for number, line in enumerate(file, start=1):
            reading.losses.add("without a name", "source", line.decode().strip())
            source = SourceDefined(Source(line.decode().strip()))
            yield Arrival("curation", source, f"line {number}")

    names = Format("names", "the ids of sources", ".txt", write, read)
    store = store_of([SourceDefined(Source("nis")), SourceDefined(Source("army"))])

    out = written(store, names)
    copy, taken = taken_in(out.data, names)

    assert out.data == b"nis\narmy\n"
    assert [one.event for one in copy.read_all()] == [one.event for one in store.read_all()]
    assert str(out.report) == "names: 2 sources\n  left out: 1 name (all)"
    assert taken.report.count == 2
    assert [str(loss) for loss in taken.report.losses] == ["without a name: 2 sources (nis, army)"]


# ---- Events under older names --------------------------------------------------------------


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "cloudevents"])
def test_old_events_are_written_as_their_type_is_today(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def newer(plain: dict[str, object]) -> dict[str, object]:
        return {"claim": plain["about"], "fact": plain["fact"]}

    monkeypatch.setitem(UPCASTERS, "claim-linked.v0", ("claim-linked.v1", newer))
    event = SourceDefined(Source("nis"))
    [made] = store_of([event]).read_all()
    old = RecordedEvent(
        "one",
        1,
        1,
        made.recorded_at,
        "claim-linked.v0",
        b'{"about":"one#1","fact":"raid"}',
        GENESIS,
        "",
    )
    store = MemoryStore()
    store.extend([attrs.evolve(old, hash=old.computed_hash())])

    out = written(store, name)

    assert "as its type is today" in str(out.report)
    found = format_of(name).read
    assert found is not None
    [arrival] = found(io.BytesIO(out.data), Reading("file"))
    assert arrival.event == ClaimLinked("one#1", "raid")
    assert arrival.place is None


# ---- Foreign readers -----------------------------------------------------------------------


def test_foreign_readers_see_the_same_rows(tmp_path: Path, five: EventStore) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    for name in ("csv", "jsonl", "parquet"):
        (tmp_path / f"events.{name}").write_bytes(written(five, name).data)
    names = [column.name for column in COLUMNS]
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    read = pandas.read_csv(tmp_path / "events.csv", dtype=str, keep_default_na=False)
    assert list(read.columns) == names
    assert read.to_dict("records") == rows
    lines = polars.read_ndjson(tmp_path / "events.jsonl", infer_schema_length=None)
    assert (set(lines.columns), len(lines)) == (set(names), len(rows))
    with duckdb.connect() as connection:
        found = connection.execute(
            "select count(*), count(occurred_earliest), min(occurred_earliest)::text"
            " from read_parquet(?)",
            [str(tmp_path / "events.parquet")],
        ).fetchone()
    days = [row["occurred_earliest"] for row in rows if row["occurred_earliest"]]
    assert found == (len(rows), len(days), min(days))


def test_timesketch_finds_its_fields(five: EventStore) -> None:
    pandas = pytest.importorskip("pandas")

    read = pandas.read_csv(io.BytesIO(written(five, "csv").data))

    # What its importer asks for: three columns, and instants that pandas can read.
    assert {"message", "datetime", "timestamp_desc"} <= set(read.columns)
    assert read["message"].notna().all()
    assert read["timestamp_desc"].notna().all()
    given_dates = read["datetime"].dropna()
    assert pandas.to_datetime(given_dates, utc=True, format="ISO8601").notna().all()
    assert 0 < len(given_dates) < len(read)
