"""The page in Chromium: what a reader sees, hears, types and waits for."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from tests.measured import unmeasured
from tests.page.archives import large
from tests.page.pages import Read, data_of, page_text
from tests.rendering.collections import written_by
from timeline import When

if TYPE_CHECKING:
    from pathlib import Path

    from tests.page.screen import Screen

pytestmark = pytest.mark.browser

# As codes, as WebDriver writes keys (W3C WebDriver, 17.4.2); selenium may not be installed.
LEFT, RIGHT, HOME, END = "\ue012", "\ue014", "\ue011", "\ue010"

FACTS = 5_000

_COUNTING = """
window.changed = 0;
new MutationObserver((all) => {
  for (const one of all) {
    changed += one.type === "childList" ? one.addedNodes.length + one.removedNodes.length : 1;
  }
}).observe(document.documentElement, {
  subtree: true, childList: true, attributes: true, characterData: true,
});
"""
"""Counts the parts of the page that come, go or change."""


@pytest.fixture
def page(screen: Screen, page_file: Path) -> Screen:
    """The page of the five articles on 30 January 2025, on a desk, in the light."""
    return screen.size(1280, 900).dark(on=False).open(page_file, "2025-01-30").settled()


@pytest.fixture(scope="session")
def data(five_articles_page: str) -> Read:
    return Read(data_of(five_articles_page))


def expected(data: Read, date: str) -> dict[str, str]:
    """Where each fact has to stand on a date, as the answers of the engine say."""
    facts = data.facts(When(date).latest or 0)
    return {name: fact["status"] if fact["certain"] else "possible" for name, fact in facts.items()}


# ---- The slider -------------------------------------------------------------------------------


def test_the_slider_moves_and_the_facts_change_accordingly(page: Screen, data: Read) -> None:
    slider = page.find("#slider")
    for keys, date in (("", "2025-01-30"), (RIGHT, "2025-01-31"), (LEFT * 2, "2025-01-20")):
        slider.send_keys(keys)
        page.settled()
        assert page.statuses() == expected(data, date)
    until = time.monotonic() + 2
    while "#2025-01-20" not in page.driver.current_url and time.monotonic() < until:
        time.sleep(0.05)
    assert page.driver.current_url.endswith("#2025-01-20")


def test_every_date_of_change_shows_what_the_engine_answers(page: Screen, data: Read) -> None:
    page.find("#slider").send_keys(HOME)
    for day, text, words in data.data["days"]:
        assert page.settled().text("#date") == words
        assert page.statuses() == expected(data, text), text
        assert page.find("#slider").get_attribute("aria-valuetext") == words
        changed = sum(
            data.data["days"][step[0]][0] == day
            for one in data.data["facts"]
            for step in one[2]
            if step[0] >= 0
        )
        assert f"{changed or 'no'} change" in page.text("#summary")
        page.find("#slider").send_keys(RIGHT)


def test_end_and_home_go_to_the_last_and_the_first_date(page: Screen) -> None:
    slider = page.find("#slider")
    slider.send_keys(END)
    assert page.settled().text("#date") == "1 January 2026"
    slider.send_keys(HOME)
    assert page.settled().text("#date") == "1 February 2022"


def test_the_track_can_be_clicked_and_dragged(page: Screen) -> None:
    page.drag("#track", 0.99, 0.99)
    assert page.settled().text("#date") == "1 January 2026"

    page.drag("#track", 0.99, 0.01)
    assert page.settled().text("#date") == "1 February 2022"


def test_playing_moves_on_and_pauses(page: Screen) -> None:
    play = page.find("#play")
    play.click()
    assert play.text == "Pause"
    deadline = time.monotonic() + 5
    while page.text("#date") == "30 January 2025" and time.monotonic() < deadline:
        time.sleep(0.05)
    play.click()
    assert page.text("#date") == "31 January 2025"
    assert play.text == "Play"


def test_the_buttons_go_to_the_next_date_and_back(page: Screen) -> None:
    page.find("#after").click()
    assert page.settled().text("#date") == "31 January 2025"
    page.find("#before").click()
    page.find("#before").click()
    assert page.settled().text("#date") == "20 January 2025"


# ---- Addresses and filters ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("2025-01-20", "20 January 2025"),
        ("2025-01-22", "22 January 2025"),
        ("2025-01", "31 January 2025"),
        ("2024", "31 December 2024"),
        ("2021-05-05", "5 May 2021"),
        ("2026-06-15", "15 June 2026"),
        ("2031", "30 June 2026"),
        ("2025-02-31", "1 January 2026"),
        ("<script>", "1 January 2026"),
    ],
)
def test_an_address_opens_its_date(
    page: Screen, page_file: Path, data: Read, address: str, date: str
) -> None:
    page.open(page_file, address).settled()

    assert page.text("#date") == date
    if address.startswith("2025-01-2"):
        assert page.statuses() == expected(data, address)


def test_an_address_can_name_a_fact(page: Screen, page_file: Path) -> None:
    page.open(page_file, "2025-02-07/combat-halt").settled()

    fact = page.find('[data-fact="combat-halt"]')
    assert "picked" in (fact.get_attribute("class") or "")
    assert len(page.all('[data-fact="combat-halt"] .claims > li')) == 8


def test_an_opened_fact_stays_open_as_the_dates_go_by(page: Screen) -> None:
    claims = '[data-fact="combat-halt"] .claims > li'
    page.click('[data-fact="combat-halt"] summary')
    assert len(page.settled().all(claims)) == 1

    page.find("#slider").send_keys(RIGHT * 2)
    page.settled().settled()
    assert page.text("#date") == "2 February 2025"
    assert len(page.all(claims)) == 2

    page.click('[data-fact="combat-halt"] summary').settled()
    assert not page.all("#facts .picked, #plane .ribbon")


def test_a_disputed_fact_names_those_who_deny_it(page: Screen, page_file: Path) -> None:
    page.open(page_file, "2025-02-05/combat-halt").settled()

    assert page.text('[data-fact="combat-halt"] .against') == "against it: Kyrylo Budanov"


def test_a_quote_leads_to_its_place_in_the_text(page: Screen, page_file: Path) -> None:
    page.open(page_file, "2025-02-07/combat-halt").settled()

    page.find('[data-fact="combat-halt"] blockquote a').click()
    page.settled()

    mark = page.find("mark:target")
    assert mark.is_displayed()
    assert "about two weeks" in mark.text


def test_filters_hold_for_list_and_drawing(page: Screen) -> None:
    everything = len(page.statuses())
    page.find("#f-text").send_keys("budanov")
    assert page.settled().statuses() == {}
    assert "No fact that was known by then fits" in page.text("#facts")

    page.find("#slider").send_keys(END)
    assert "budanov-interview" in page.settled().statuses()

    page.find("#f-reset").click()
    page.settled().find("#f-kind").send_keys("capture")
    assert set(page.settled().statuses()) == {"pow-capture", "border-towns", "paratrooper-capture"}
    assert len(page.run("return plane.marks")) == 2
    assert everything > 1


@pytest.fixture(scope="session")
def machine_read_file(machine_read_page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "machine-read.html"
    file.write_text(machine_read_page, encoding="utf-8")
    return file


def test_an_actor_can_be_chosen_where_a_machine_found_some(
    screen: Screen, machine_read_file: Path, machine_read_page: str
) -> None:
    facts = Read(data_of(machine_read_page)).facts(When("2025-02-07").latest or 0)
    about = {
        name
        for name, fact in facts.items()
        if any("Kim Jong Un" in actors for *_, actors in fact["claims"])
    }

    screen.size(1280, 900).open(machine_read_file, "2025-02-07").settled()
    screen.find("#f-actor").send_keys("Kim Jong")

    assert set(screen.settled().statuses()) == about
    assert 0 < len(about) < len(facts)
    screen.find("#f-reset").click()
    assert len(screen.settled().settled().statuses()) == len(facts)


def test_a_claim_that_no_person_has_looked_at_says_so(
    screen: Screen, machine_read_file: Path
) -> None:
    screen.open(machine_read_file, "2025-02-07/withdrawal-north-korea").settled()

    told = screen.text('[data-fact="withdrawal-north-korea"] .claims .read')
    assert re.fullmatch(r"read by rules, \d+% sure", told)


def test_facts_without_a_date_are_folded_where_they_are_many(
    screen: Screen, machine_read_file: Path
) -> None:
    group = ".s-reported .undated"
    opened = f"return document.querySelector('{group}').open"
    screen.size(390, 900).open(machine_read_file, "2025-02-07").settled()
    assert screen.run(opened) is False
    assert "of which nobody says when they happened" in screen.text(f"{group} > summary")

    screen.click(f"{group} > summary").find("#slider").send_keys(LEFT)
    assert screen.settled().run(opened) is True

    folded = screen.run(f"return document.querySelector('{group} .fact').dataset.fact")
    screen.open(machine_read_file, f"2025-02-07/{folded}").settled().settled()
    row = screen.find(f'[data-fact="{folded}"]')
    assert row.is_displayed()
    assert 0 < screen.run("return arguments[0].getBoundingClientRect().bottom", row) < 1200


def test_a_search_does_not_find_words_that_nobody_knew_yet(page: Screen, page_file: Path) -> None:
    page.open(page_file, "2025-02-04").find("#f-text").send_keys("budanov")
    assert page.settled().statuses() == {}


# ---- The drawings -----------------------------------------------------------------------------


def test_the_halt_is_drawn_as_begun_before_anybody_knew(page: Screen) -> None:
    label = page.text("#plane .label")

    assert "The North Koreans take no part in combat" in label
    assert "11 days or more before it was known" in label


def test_a_stroke_opens_its_fact(page: Screen) -> None:
    x, y = page.run(
        "const mark = plane.marks.find((one) => data.facts[one.number][0] === 'combat-halt');"
        "return [mark.x / plane.wide, plane.y(mark.begun) / plane.high]"
    )
    page.drag("#plane svg", x, x, y)

    assert len(page.settled().all('[data-fact="combat-halt"] .claims > li')) > 0
    assert page.all("#plane .ribbon")


def test_the_figures_are_told_in_a_table_and_in_words(page: Screen) -> None:
    page.find("#slider").send_keys(END)
    page.settled().find("#band summary").click()
    page.settled()

    assert "3,000 to 5,000" in page.text("#range")
    rows = [row.text for row in page.all("#readings tr")]
    assert any("Alexander Kovalenko about 5,000 people" in row for row in rows)


# ---- Everybody --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "dark"), [(1280, False), (390, True)], ids=["desk, light", "phone, dark"]
)
def test_axe_finds_nothing_serious(
    screen: Screen, page_file: Path, axe: str, width: int, *, dark: bool
) -> None:
    screen.size(width, 900).dark(on=dark).open(page_file, "2025-02-07/combat-halt").settled()
    # One of each kind: all claims of all facts would say the same, and take long.
    for one in ("#band details", ".text", '[data-fact="pow-capture"] details'):
        screen.run("document.querySelector(arguments[0]).open = true", one)
    screen.settled().run(axe)

    found = screen.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document).then((found) => done(found.violations))"
    )

    assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(screen: Screen, page_file: Path, width: int) -> None:
    screen.size(width, 900).open(page_file, "2025-02-07/combat-halt").settled()

    assert screen.run("return document.documentElement.scrollWidth") <= width


def test_without_script_it_is_a_list_with_every_claim(
    screen: Screen, page_file: Path, data: Read
) -> None:
    screen.scripts(on=False).open(page_file)
    try:
        facts = screen.all("#plain .fact")
        assert len(facts) == len(data.data["facts"])
        assert len(screen.all("#plain .claims > li")) == len(
            {one[0] for one in data.data["claims"]}
        )
        assert facts[0].is_displayed()
        assert not screen.find("#app").is_displayed()
        assert not screen.find("#waiting").is_displayed()
    finally:
        screen.scripts(on=True)


def test_in_print_the_controls_are_gone_and_the_facts_are_there(page: Screen) -> None:
    page.dark(on=True, medium="print")
    try:
        assert not page.find("#filters").is_displayed()
        assert page.find("#facts .fact").is_displayed()
        paper = page.run("return getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
    finally:
        page.dark(on=False)


def test_in_print_no_fact_stays_folded(screen: Screen, machine_read_file: Path) -> None:
    screen.open(machine_read_file).dark(on=False, medium="print").settled()
    try:
        folded = screen.find(".undated:not([open]) .fact h3")
        assert screen.run("return arguments[0].checkVisibility()", folded)
    finally:
        screen.dark(on=False)
    assert not screen.run("return arguments[0].checkVisibility()", folded)


def test_the_browser_complains_of_nothing(page: Screen) -> None:
    page.find("#slider").send_keys(END, LEFT, HOME)

    assert page.settled().complaints() == []


# ---- Hostile and large ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>document.title = 'owned'</script>",
        "</script><img src=x onerror=\"document.title = 'owned'\">",
        "\u202eturned",
        "x" * 10_000,
    ],
    ids=["script", "image", "turned", "long"],
)
def test_hostile_words_do_nothing(screen: Screen, tmp_path: Path, hostile: str) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(page_text(written_by(hostile), title="Safe"), encoding="utf-8")

    screen.size(390, 900).open(file).settled()
    screen.run("for (const one of document.querySelectorAll('details')) one.open = true")
    screen.settled()

    assert screen.driver.title == "Safe"
    assert screen.complaints() == []
    assert screen.run("return document.querySelectorAll('img').length") == 0
    assert screen.run("return document.documentElement.scrollWidth") <= 390
    assert "raid" in screen.statuses()


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of 5,000 facts and 10,000 claims."""
    file = tmp_path_factory.mktemp("page") / "large.html"
    with unmeasured():
        text = page_text(large(FACTS, per_fact=2))
    file.write_text(text, encoding="utf-8")
    return file


# How long a page takes depends on the computer; how much it has to paint does not.


def test_a_page_of_5000_facts_opens_with_few_of_them_painted(
    screen: Screen, large_page: Path
) -> None:
    screen.size(1280, 900).open(large_page).settled()

    assert 100 < len(screen.statuses()) <= FACTS / 10
    assert screen.run("return document.querySelectorAll('*').length") < 1.5 * FACTS


def test_with_5000_facts_a_step_changes_few_parts_of_the_page(
    screen: Screen, large_page: Path
) -> None:
    screen.size(1280, 900).open(large_page).settled()
    last = int(screen.find("#slider").get_attribute("max") or 0)
    screen.run(_COUNTING)

    for date in (last - 1, last - 2, last // 2, last // 2 + 1, 3):
        before = screen.text("#date")
        screen.run("changed = 0")
        screen.step(date)
        assert screen.text("#date") != before
        assert 0 < screen.run("return changed") < FACTS / 5
