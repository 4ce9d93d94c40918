"""Laws of attribution: one statement in many orders, by many people, on many dates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.attribution.reading import frames, mentions
from timeline.model import Source, Stance

PEOPLE = {
    "Ana Lopez": "ana-lopez",
    "Kofi Mensah": "kofi-mensah",
    "President Ilse Brandt": "ilse-brandt",
    "Lt. Gen. Pavel Horak": "pavel-horak",
    "Norwegian Foreign Minister Liv Dahl": "liv-dahl",
    "analysts": "analysts",
    "unnamed Peruvian officials": "peruvian-officials",
    "the Harbour Authority": "harbour-authority",
    "Reuters": "reuters",
}
CONTENTS = [
    "the bridge over the river was closed",
    "40 houses burned down in two villages",
    "the talks would go on without them",
    "prices rose faster than wages",
]
VERBS = {
    "said": Stance.ASSERTS,
    "warned": Stance.ASSERTS,
    "added": Stance.ASSERTS,
    "confirmed": Stance.CONFIRMS,
    "acknowledged": Stance.CONFIRMS,
    "estimated": Stance.ESTIMATES,
    "predicted": Stance.FORECASTS,
}
DATES = {
    "on Tuesday": "2025-02-04",
    "on February 2": "2025-02-02",
    "in January": "2025-01",
    "earlier this month": "[2025-02-01..2025-02-06]",
    "": None,
}

people = st.sampled_from(sorted(PEOPLE))
contents = st.sampled_from(CONTENTS)
verbs = st.sampled_from(sorted(VERBS))
dates = st.sampled_from(sorted(DATES))


def sentence(words: str) -> str:
    """Set *words* as a sentence."""
    words = " ".join(words.replace(" ,", ",").split())
    return f"{words[0].upper()}{words[1:]}."


@given(people, verbs, dates, contents, st.integers(0, 3))
def test_every_order_says_the_same(who: str, verb: str, date: str, what: str, order: int) -> None:
    text = sentence(
        (
            f"{who} {verb} {date} that {what}",
            f"{what}, {who} {verb} {date}",
            f"{date} {who} {verb} that {what}",
            f"“{what},” {who} {verb} {date}",
        )[order]
    )
    (frame,) = frames(text)
    assert frame.chain == (PEOPLE[who],)
    assert frame.stance is VERBS[verb]
    assert [text[a:b].lower() for a, b in frame.content] == [what]
    assert (frame.when and str(frame.when.when)) == DATES[date]
    assert frame.dated == bool(date)


@given(people, contents)
def test_according_to_and_inversion_say_the_same(who: str, what: str) -> None:
    for form in (
        f"{what}, according to {who}",
        f"according to {who}, {what}",
        f"{what}, said {who}",
    ):
        text = sentence(form)
        (frame,) = frames(text)
        assert frame.chain == (PEOPLE[who],)
        assert frame.stance is Stance.ASSERTS
        assert [text[a:b].lower() for a, b in frame.content] == [what]


@given(people, contents, st.integers(0, 4))
def test_a_medium_stands_before_its_source(who: str, what: str, form: int) -> None:
    text = sentence(
        (
            f"{who} told the BBC that {what}",
            f"{what}, {who} told the BBC",
            f"the BBC reported, citing {who}, that {what}",
            f"{what}, the BBC reported, citing {who}",
            f"in an interview with the BBC, {who} said that {what}",
        )[form]
    )
    (frame,) = frames(text)
    assert frame.chain == ("bbc", PEOPLE[who])
    assert [text[a:b].lower() for a, b in frame.content] == [what]


@given(people.filter(lambda who: who != "Reuters"), contents)
def test_the_outlet_is_no_link(who: str, what: str) -> None:
    outlet = {"the-outlet": Source("the-outlet", "The Outlet", ("Outlet",))}
    (frame,) = frames(sentence(f"{who} told The Outlet that {what}"), outlet)
    assert frame.chain == (PEOPLE[who],)


@given(
    st.sampled_from(["Ana", "Kofi", "Liv"]),
    st.sampled_from(["Lopez", "Mensah", "Dahl-Berg"]),
    st.sampled_from(["{0}", "{1}", "President {0}", "Mr. {1}", "the Norwegian minister {0}"]),
    contents,
)
def test_a_known_person_is_found_by_any_form_of_the_name(
    first: str, last: str, form: str, what: str
) -> None:
    full = f"{first} {last}"
    known = {"known": Source("known", full, (last,))}
    (frame,) = frames(sentence(f"{form.format(full, last)} said that {what}"), known)
    assert frame.chain == ("known",)
    assert frame.sources == ()


@given(st.sampled_from(["operator", "mayor", "report", "agency", "pilots"]), contents)
def test_a_common_noun_of_one_article_is_no_name_in_the_next(noun: str, what: str) -> None:
    before = {noun: Source(noun, noun.capitalize()), "acme": Source("acme", "Acme")}
    for text in (f"A {noun} left.", f"The {noun} of Acme said that {what}."):
        assert [name.id for name in mentions(text, before)] in ([], ["acme"])


@given(people, contents)
def test_a_source_that_was_not_known_is_handed_on_once(who: str, what: str) -> None:
    (frame,) = frames(sentence(f"{who} said that {what}"))
    (source,) = frame.sources
    assert source.id == PEOPLE[who]
    again = {source.id: source}
    (known,) = frames(sentence(f"{who} said that {what}"), again)
    assert known.chain == frame.chain
    assert known.sources == ()


@given(people, verbs, dates, contents, contents)
def test_two_sentences_do_not_mix(who: str, verb: str, date: str, what: str, own: str) -> None:
    text = f"{sentence(own)} {sentence(f'{who} {verb} {date} that {what}')} {sentence(own)}"
    (frame,) = frames(text)
    first = text.index(".") + 1
    assert all(first < a < b for a, b in frame.content)
    assert len(frame.content) == 1


@given(st.sampled_from(["Ana Lopez", "Kofi Mensah"]), dates.filter(bool), contents, contents)
def test_a_pronoun_goes_on_with_speaker_and_date(who: str, date: str, what: str, more: str) -> None:
    text = f"{sentence(f'{who} said {date} that {what}')} {sentence(f'he added that {more}')}"
    first, second = frames(text)
    assert first.chain == second.chain == (PEOPLE[who],)
    assert first.dated
    assert not second.dated
    assert second.when == first.when
    assert second.rule.endswith("continued")
