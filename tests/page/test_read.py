"""How a machine read a claim comes into the page: in words, with actors by readable names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.page.pages import Elements
from timeline.model import Reading
from timeline.rendering.page._read import NOBODY, Readings, title_of, words_of

IDS = ("north-korea", "korea-north", "kursk", "ukraine", "kim-jong-un", "uk")
ids = st.sampled_from(IDS)
readings = st.builds(
    Reading,
    st.sampled_from(("rules", "a-model")),
    st.floats(0, 1),
    about=st.lists(ids, max_size=4),
)
names = st.dictionaries(ids, st.sampled_from(("Kursk", "The North", "")))


@given(st.lists(st.none() | readings), names)
def test_a_reading_comes_back_from_its_number(
    given_: list[Reading | None], called: dict[str, str]
) -> None:
    table = Readings(called, {})
    numbers = [table.number(one) for one in given_]

    for one, number in zip(given_, numbers, strict=True):
        if one is None:
            assert number == NOBODY
            assert table.words(number) == ""
            continue
        words, about = table.rows[number]
        assert words == table.words(number) == words_of(one)
        assert isinstance(about, list)
        for actor, shown in zip(one.about, about, strict=True):
            assert table.actors[shown].startswith(called.get(actor) or title_of(actor))


@given(st.lists(readings), names)
def test_no_two_actors_are_called_the_same(given_: list[Reading], called: dict[str, str]) -> None:
    table = Readings(called, {})
    for one in given_:
        table.number(one)

    assert len(set(table.actors)) == len({actor for one in given_ for actor in one.about})


@given(readings, ids, ids)
def test_a_merged_actor_goes_by_the_one_that_stands_for_it(
    reading: Reading, name: str, into: str
) -> None:
    table = Readings({}, {name: into})
    table.number(reading)

    stand = {into if actor == name else actor for actor in reading.about}
    assert set(table.actors) == {title_of(actor) for actor in stand}


@given(st.lists(readings, min_size=1))
def test_what_was_read_alike_is_kept_once(given_: list[Reading]) -> None:
    table = Readings({}, {})
    first = [table.number(one) for one in given_]

    assert [table.number(one) for one in given_] == first
    assert len(table.rows) == len({(words_of(one), one.about) for one in given_})


def test_only_a_page_with_actors_has_their_filter(
    five_articles_page: str, machine_read_page: str
) -> None:
    def selects(page: str) -> set[str | None]:
        return {one.get("id") for one in Elements(page).named("select")}

    assert "f-actor" not in selects(five_articles_page)
    assert "f-actor" in selects(machine_read_page)


def test_the_list_without_script_tells_what_a_machine_read(
    five_articles_page: str, machine_read_page: str
) -> None:
    def listed(page: str) -> str:
        return page.partition("<noscript>")[2].partition("</noscript>")[0]

    assert "read by" not in listed(five_articles_page)
    assert listed(machine_read_page).count("read by rules, ") == listed(machine_read_page).count(
        "<blockquote>"
    )
