"""Words that bound or soften a number, before it and behind it."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

# What a word in front of a number makes of it.
LOW = "low"  # the number is the least
HIGH = "high"  # the number is the most
NEAR = "near"  # the number is the most, and close
ABOUT = "about"  # the number is soft
PLAIN = "plain"  # the number is itself

BEFORE: Final[dict[str, str]] = {
    "more than": LOW,
    "greater than": LOW,
    "higher than": LOW,
    "over": LOW,
    "well over": LOW,
    "just over": LOW,
    "above": LOW,
    "beyond": LOW,
    "at least": LOW,
    "at the very least": LOW,
    "upwards of": LOW,
    "upward of": LOW,
    "north of": LOW,
    "in excess of": LOW,
    "no fewer than": LOW,
    "no less than": LOW,
    "not less than": LOW,
    "not fewer than": LOW,
    "a minimum of": LOW,
    "never fewer than": LOW,
    "never less than": LOW,
    "no lower than": LOW,
    "larger than": LOW,
    "bigger than": LOW,
    "not under": LOW,
    "not below": LOW,
    "at the least": LOW,
    "at a minimum": LOW,
    "minimum of": LOW,
    "as few as": LOW,
    "as little as": LOW,
    "surpass": LOW,
    "surpassed": LOW,
    "surpassing": LOW,
    "surpasses": LOW,
    "exceed": LOW,
    "exceeded": LOW,
    "exceeding": LOW,
    "exceeds": LOW,
    "topped": LOW,
    "topping": LOW,
    "tops": LOW,
    ">": LOW,
    "fewer than": HIGH,
    "less than": HIGH,
    "lower than": HIGH,
    "no more than": HIGH,
    "not more than": HIGH,
    "under": HIGH,
    "below": HIGH,
    "up to": HIGH,
    "at most": HIGH,
    "never more than": HIGH,
    "no greater than": HIGH,
    "no higher than": HIGH,
    "no larger than": HIGH,
    "smaller than": HIGH,
    "not exceeding": HIGH,
    "not over": HIGH,
    "not above": HIGH,
    "not even": HIGH,
    "at the most": HIGH,
    "at the very most": HIGH,
    "at a maximum": HIGH,
    "a maximum of": HIGH,
    "maximum of": HIGH,
    "as many as": HIGH,
    "as much as": HIGH,
    "as high as": HIGH,
    "<": HIGH,
    "almost": NEAR,
    "nearly": NEAR,
    "close to": NEAR,
    "just under": NEAR,
    "just short of": NEAR,
    "just below": NEAR,
    "approaching": NEAR,
    "not quite": NEAR,
    "getting on for": NEAR,
    "just shy of": NEAR,
    "shy of": NEAR,
    "about": ABOUT,
    "around": ABOUT,
    "some": ABOUT,
    "approximately": ABOUT,
    "approx": ABOUT,
    "roughly": ABOUT,
    "barely": ABOUT,
    "scarcely": ABOUT,
    "perhaps": ABOUT,
    "maybe": ABOUT,
    "more or less": ABOUT,
    "something like": ABOUT,
    "in the vicinity of": ABOUT,
    "circa": ABOUT,
    "estimated": ABOUT,
    "an estimated": ABOUT,
    "the estimated": ABOUT,
    "somewhere around": ABOUT,
    "closer to": ABOUT,
    "nearer to": ABOUT,
    "nearer": ABOUT,
    "in the region of": ABOUT,
    "in the order of": ABOUT,
    "on the order of": ABOUT,
    "~": ABOUT,
    "≈": ABOUT,
    "only": PLAIN,
    "just": PLAIN,
    "exactly": PLAIN,
    "precisely": PLAIN,
    "a total of": PLAIN,
    "a record": PLAIN,
    "another": PLAIN,
    "a further": PLAIN,
    "an additional": PLAIN,
    "an extra": PLAIN,
    "all": PLAIN,
    "the only": PLAIN,
    "a mere": PLAIN,
    "a good": LOW,
    "merely": PLAIN,
}
"""Words before a number, and what they make of it."""

AFTER: Final[dict[str, str]] = {
    "or more": LOW,
    "or so": ABOUT,
    "or fewer": HIGH,
    "or less": HIGH,
    "at least": LOW,
    "and counting": LOW,
    "+": LOW,
    "plus": LOW,
    "at most": HIGH,
}
"""Words after a number, and what they make of it."""

SPEAKING: Final = words(
    """
    complain complains complained complaining complaint complaints question questions asked
    asking ask asks talk talks talked talking concern concerns concerned worry worries worried
    doubts fears information report reports news story stories book books film documentary facts
    data details speak speaks spoke speaking think thinking thought learn learned learnt
    inquired enquired inquiries enquiries lied lies something anything nothing everything argue
    argued argument row dispute debate discussion statement statements allegations claims
    rumours rumors happy sad angry sure clear certain
    """
)
"""Words behind which "about" is of whom or what: "a complaint about six stations"."""
