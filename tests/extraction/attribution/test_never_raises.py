"""Whatever the text, names and frames are read in order, and stand in it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tests.extraction.attribution.reading import article
from timeline.extraction.frames._frames import frames_of
from timeline.extraction.names._names import names_of
from timeline.extraction.page._page import page_of
from timeline.model import Attribution, Source, check_id

PIECES = """
he She it they officials Officials analysts said says told adding citing according to Reuters the
BBC The agency report reports that which who , . " “ ” ' ’ : ; - -- ( ) [ ] denied confirmed
neither nor confirm deny reportedly it is thought by its estimate an estimate in an interview with
published on Wednesday Tuesday February 2 last week Kim Lopez-Ruiz Lt. Gen. President Ukraine 's
Ukrainian North Korean troops Moscow and but while put at 3,000 counted a video released footage
of as saying quoted declined comment NIS U.S. was were has had will “We must go,” "No
"""
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*PIECES.split(), "\n", "\n\n"]), max_size=40).map(" ".join),
)
KNOWN = {
    "bbc": Source("bbc", "BBC"),
    "kim": Source("kim", "Ana Kim", ("Kim",)),
    "moscow": Source("moscow", "Moscow", ("Russia", "the Kremlin")),
    "odd": Source("odd", ".", ("", "-", "the", "The a")),
    "officials": Source("officials", "Officials", group=True),
}
SOURCES = st.sampled_from([{}, KNOWN])


@given(TEXTS, SOURCES, st.text(max_size=10))
@example("said", {}, "")
@example("\u0130 said", {}, "")
@example("Kim", {}, "Kim")
def test_names_stand_in_the_text(text: str, sources: dict[str, Source], title: str) -> None:
    page = page_of(article(text, title))
    found = names_of(page, sources)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert check_id(mention.id, "mention") == mention.id
        end = mention.end
    assert names_of(page, sources) == found


@given(TEXTS, SOURCES, st.text(max_size=10))
@example('"', {}, "")
@example("He said.", {}, "")
@example("“A,” he said. “B.”\n\n“C.", {}, "")
@example("according to", {}, "")
@example("Reuters said, citing Reuters, that Reuters said Reuters told Reuters", {}, "")
def test_frames_stand_in_the_text(text: str, sources: dict[str, Source], title: str) -> None:
    page = page_of(article(text, title))
    names = names_of(page, sources)
    found = frames_of(page, names, sources)
    for frame in found:
        assert 0 <= frame.start <= frame.end <= len(text)
        assert list(frame.content) == sorted(frame.content)
        for start, end in frame.content:
            assert start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
        # The chain is an attribution behind the outlet, which is not said twice.
        assert Attribution(("the-outlet", *frame.chain)).origin == frame.chain[-1]
        assert frame.dated <= (frame.when is not None)
        new = {source.id for source in frame.sources}
        assert new == set(frame.chain) - set(sources)
    assert frames_of(page, names, sources) == found


@given(TEXTS)
def test_what_stands_before_changes_no_name(text: str) -> None:
    short = "Rain fell on the hills of the coast all night.\n\n"
    long = f"{short}Snow lay on the road to the pass for two days.\n\n"
    here = names_of(page_of(article(short + text)), {})
    moved = names_of(page_of(article(long + text)), {})
    by = len(long) - len(short)
    assert [(name.start + by, name.id) for name in here] == [(n.start, n.id) for n in moved]


@given(st.lists(st.sampled_from(["Rain fell on the hills.", "Snow lay on the road."]), max_size=5))
def test_where_nobody_speaks_there_are_no_frames(sentences: list[str]) -> None:
    page = page_of(article(" ".join(sentences)))
    assert frames_of(page, names_of(page, {}), {}) == ()
