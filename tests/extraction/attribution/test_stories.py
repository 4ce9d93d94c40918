"""Frames that hold together over sentences and paragraphs: quotations, reports, interviews."""

from __future__ import annotations

from tests.extraction.attribution.reading import frames, said
from timeline.model import Source


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“The roof came down at noon,” Ana Lopez said on Monday.\n\n"
        "“Then the walls went. We ran as fast as we could.\n\n"
        "“Nobody helped us for hours.”\n\n"
        "The town is still without water and without power."
    )
    assert said(text) == [
        "ana-lopez asserts [2025-02-03]: The roof came down at noon",
        "ana-lopez asserts [+2025-02-03]: Then the walls went.",
        "ana-lopez asserts [+2025-02-03]: We ran as fast as we could.",
        "ana-lopez asserts [+2025-02-03]: Nobody helped us for hours.",
    ]


def test_a_confirmed_report_is_confirmed_in_what_follows() -> None:
    text = (
        "On Tuesday the Grain Control Board (GCB) confirmed the report. "
        "It said that two silos had burned. The board suggested that lightning was to blame."
    )
    assert said(text) == [
        "grain-control-board confirms [2025-02-04]: ",
        "grain-control-board confirms [+2025-02-04]: two silos had burned",
        "grain-control-board asserts [+2025-02-04]: lightning was to blame",
    ]


def test_a_report_is_that_of_its_medium_and_its_source() -> None:
    text = (
        "The Times reported on Jan. 30 that the fleet had left, citing unnamed Chilean officials. "
        "It might return in spring, the report suggested."
    )
    assert said(text) == [
        "times <- chilean-officials asserts [2025-01-30]: the fleet had left",
        "times <- chilean-officials asserts [+2025-01-30]: It might return in spring",
    ]


def test_an_interview_takes_the_medium_that_is_named_next() -> None:
    text = (
        "Pavel Horak denied that the line had broken, in an interview published on Wednesday. "
        "Some 80 tanks are still there, Horak told The Valley Post, a local newspaper."
    )
    assert said(text) == [
        "valley-post <- pavel-horak denies [2025-02-05]: the line had broken",
        "valley-post <- pavel-horak asserts [+2025-02-05]: Some 80 tanks are still there",
    ]


def test_officials_of_the_lead_are_those_of_the_body() -> None:
    text = (
        "Some 90 miners have been freed from the shaft, officials say.\n\n"
        "Unnamed Bolivian officials told the BBC that the shaft was now empty and safe."
    )
    assert said(text) == [
        "bbc <- bolivian-officials asserts: Some 90 miners have been freed from the shaft",
        "bbc <- bolivian-officials asserts: the shaft was now empty and safe",
    ]


def test_who_is_described_is_found_by_other_words() -> None:
    text = (
        "Rescuers pulled a driver of the Alpine Bus Company from the snow. "
        "According to him, the road had iced over. The man said nobody had warned him."
    )
    assert said(text) == [
        "driver-of-alpine-bus-company asserts: the road had iced over",
        "driver-of-alpine-bus-company asserts: nobody had warned him",
    ]


def test_a_described_person_is_a_known_one_where_the_words_fit() -> None:
    driver = Source("bus-driver", "A rescued driver of the Alpine Bus Company")
    text = (
        "Rescuers pulled a driver of the Alpine Bus Company from the snow. "
        "According to him, the road had iced over."
    )
    assert said(text, {"bus-driver": driver}) == ["bus-driver asserts: the road had iced over"]


def test_a_description_points_back_only_to_whom_it_fits() -> None:
    text = (
        "Hamas said that it had handed over the bodies. "
        "The Israeli military confirmed that it had received them, and the Pentagon said that the "
        "handover went well."
    )
    assert said(text) == [
        "hamas asserts: it had handed over the bodies",
        "israeli-military confirms: it had received them",
        "pentagon asserts: the handover went well",
    ]


def test_a_company_is_the_one_named_last() -> None:
    text = (
        "Shares of Nordbank AG fell after the lender warned that profits would drop. "
        "The company expects to cut 40 jobs."
    )
    assert said(text) == [
        "nordbank-ag asserts: profits would drop",
        "nordbank-ag forecasts: to cut 40 jobs",
    ]


def test_who_speaks_without_a_name_in_reach_is_nobody_in_particular() -> None:
    text = "The house had stood empty for years. “I never liked it,” she said."
    assert said(text) == ["unnamed-reports asserts: I never liked it"]


def test_a_source_has_its_full_name_and_the_others_beside_it() -> None:
    text = "The jury cleared Ana Lopez of all charges. Lopez said she was glad."
    (frame,) = frames(text)
    assert frame.sources == (Source("ana-lopez", "Ana Lopez", ("Lopez",)),)
    (frame,) = frames("Survivors said the boat had been full.")
    assert frame.sources == (Source("survivors", "Survivors", group=True),)


def test_he_and_she_are_not_one_person() -> None:
    text = (
        "Ana Lopez said the well was dry. She added that the river was low. "
        "“Rain will come,” he said."
    )
    assert said(text) == [
        "ana-lopez asserts: the well was dry",
        "ana-lopez asserts: the river was low",
        "unnamed-reports asserts: Rain will come",
    ]


def test_a_rumour_in_a_quotation_is_not_the_word_of_the_speaker() -> None:
    text = (
        "“Nobody goes there,” Ana Lopez said. "
        "“There is a story going round: the well is haunted by a monk.”"
    )
    assert said(text) == [
        "ana-lopez asserts: Nobody goes there",
        "ana-lopez <- unnamed-reports asserts: the well is haunted by a monk.",
    ]


def test_behind_a_semicolon_the_article_speaks_again() -> None:
    text = "Local media reported that the captain had fled; his ship lies off the coast."
    assert said(text) == ["media asserts: the captain had fled"]


def test_what_goes_on_meanwhile_is_not_said() -> None:
    text = "Forty huts burned, Ana Lopez said on Tuesday, as rain began to fall."
    assert said(text) == ["ana-lopez asserts [2025-02-04]: Forty huts burned"]


def test_one_frame_may_stand_within_another() -> None:
    text = "According to a Harbour Board statement on Jan. 12, the agency estimates that 40 sank."
    assert said(text) == ["harbour-board estimates [2025-01-12]: 40 sank"]


def test_a_caption_does_not_point_to_the_text_around_it() -> None:
    text = (
        "Ana Lopez said the road was closed to all traffic until the spring.\n\n"
        "![He said the road was open. [Jo Ruiz/AFP]](/a/b.jpg)\n\n"
        "Snow fell on the road to the pass all day and all night."
    )
    assert said(text) == [
        "ana-lopez asserts: the road was closed to all traffic until the spring",
        "unnamed-reports asserts: the road was open",
    ]


def test_a_name_between_commas_is_that_of_the_office() -> None:
    text = (
        "“It is over,” said the head of the union, Kofi Mensah. "
        "The union's lawyer, Liv Dahl, said the strike would end."
    )
    assert said(text) == [
        "kofi-mensah asserts: It is over",
        "liv-dahl asserts: the strike would end",
    ]


def test_what_cannot_be_checked_is_withheld() -> None:
    text = "Reuters said that it had no means of checking the account independently."
    assert said(text) == [
        "reuters withholds: it had no means of checking the account independently"
    ]


def test_a_vague_date_does_not_cross_paragraphs_by_itself() -> None:
    text = (
        "In mid-January the BBC put the toll at 40.\n\n"
        "Boats still leave the harbour every day, the BBC wrote."
    )
    assert said(text) == [
        "bbc estimates [[2025-01-11..2025-01-20]]: the toll at 40",
        "bbc asserts: Boats still leave the harbour every day",
    ]
