"""Sentences for the rules of papers, polls, pictures and forecasts."""

from __future__ import annotations

PAPERS: dict[str, list[tuple[str, list[str]]]] = {
    "in_paper": [
        (
            "In a study by Leyburn University published last week, one in five bees was sick.",
            ["leyburn-university asserts [[2025-01-27..2025-02-02]]: one in five bees was sick"],
        ),
        (
            "In an Orbview image taken on Monday, the pier is gone.",
            ["orbview asserts: taken on Monday, the pier is gone"],
        ),
        ("In a poll on Tuesday, the mayor said he was sorry.", ["mayor asserts: he was sorry"]),
        ("In a picture on the wall, the sea is red.", []),
    ],
    "per": [
        (
            "The pump failed twice, per an audit drawn up by Hydrocheck.",
            ["hydrocheck asserts: The pump failed twice"],
        ),
        ("The flat costs 900 euros per month.", []),
        ("He eats an egg per day.", []),
    ],
    "revised": [
        (
            "The fund trimmed its estimate for 2026 to 2.2% from 2.5%.",
            ["fund forecasts: trimmed its estimate for 2026 to 2.2% from 2.5%"],
        ),
        (
            "Nordbank, a lender, on Monday lifted its growth forecast to 3%.",
            ["nordbank forecasts [2025-02-03]: lifted its growth forecast to 3%"],
        ),
        ("The fund trimmed its estimate.", []),
        ("The fund has not cut its forecast to 2%.", []),
        ("The fund may cut its forecast to 2%.", []),
    ],
    "pictured": [
        (
            "Drone footage taken on Monday shows a breach in the dyke.",
            ["drone-footage asserts: taken on Monday shows a breach in the dyke"],
        ),
        ("An Orbview image shows that the pier is gone.", ["orbview asserts: the pier is gone"]),
        ("Pictures show a pier.", []),
    ],
}
