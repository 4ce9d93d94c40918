"""What the pieces of one sentence share: dates, subjects, one telling of a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction.clauses import Opening
from timeline.extraction.dating import (
    Role,
    role_of,
)
from timeline.extraction.drafts._draft import Draft, redate
from timeline.extraction.drafts._heads import is_headed, moved
from timeline.extraction.drafts._moods import finite_group
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import Mood

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction.dating import Anchor
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import (
        Kind,
    )
    from timeline.timex import TimeExpression

_MEANWHILE = frozenset({"while", "when", "as"})
_WHEN = frozenset({"when", "as"})
_POINTING = frozenset({"which", "that", "this", "it"})
_AND_THAT = (["and", "that"], ["but", "that"])
_TWO = 2
_SPANS = frozenset("extends lasts runs stretches spans goes falls".split())
_WENT_ON = frozenset(
    "opened began started ended closed happened occurred took lasted erupted struck killed "
    "destroyed followed resumed broke was were".split()
)
_DAY_FOLLOWS = frozenset("on in at during just only about around late early by back the".split())
_TOOK_PLACE = frozenset("happened occurred took was came began started".split())


_PROMISED = frozenset("promised pledged vowed threatened proposed".split())
"""What was promised on a day is to come: "she toured the site on Monday and promised aid"."""


def with_shared_dates(pieces: list[Piece]) -> list[Piece]:
    """Give a clause that has none the date of the clause before it.

    One with "while" has it, and one without a subject: "he was held on Monday and charged".
    """
    shared = list(pieces)
    for number in range(1, len(shared)):
        piece, before = shared[number], shared[number - 1]
        if (
            before.times
            and not any(time.when is not None for time in piece.times)
            and (
                (
                    piece.opening is Opening.SUBORDINATE
                    and piece.tokens[0].lower in _MEANWHILE
                    and (finite_group(before)[0] is Mood.PAST or _is_of_a_date(piece, before))
                )
                or (
                    piece.opening is Opening.COORDINATE
                    and piece.frame is before.frame
                    and is_past(piece.tokens[0].lower)
                    and piece.tokens[0].lower not in _PROMISED
                    and finite_group(before)[0] not in {Mood.UNREAL, Mood.FUTURE}
                )
            )
        ):
            dates = _when_of(piece, [time for time in before.times if time.when is not None])
            shared[number] = attrs.evolve(piece, times=tuple(dates[-1:]) or before.times)
        elif is_headed(before, piece):
            shared[number] = attrs.evolve(piece, times=before.times[:1])
        elif (
            piece.opening is Opening.SUBORDINATE
            and piece.tokens[0].lower in _WHEN
            and piece.times
            and not before.times
            and (before.happenings or before.quantities)
            and piece.frame is before.frame
            and finite_group(before) == (Mood.PAST, False)
            and finite_group(piece)[0] is Mood.PAST
        ):
            shared[number - 1] = attrs.evolve(before, times=_at(piece))
        elif (
            piece.opening is Opening.SUBORDINATE
            and piece.tokens[0].lower == "since"
            and piece.times
            and not before.times
            and _goes_on_since(before)
        ):
            shared[number - 1] = attrs.evolve(before, times=_since(piece.times))
        elif (
            number == 1
            and piece.opening is Opening.MAIN
            and before.tokens[0].lower == "since"
            and before.times
            and not piece.times
            and _goes_on_since(piece)
        ):
            shared[number] = attrs.evolve(piece, times=_since(before.times))
        elif (
            piece.opening is Opening.SUBORDINATE
            and piece.tokens[0].lower in _UNTIL
            and len(piece.times) == 1
            and not before.times
            and piece.frame is before.frame
            and finite_group(before)[0] is Mood.PAST
            and finite_group(piece) == (Mood.PAST, False)
        ):
            shared[number - 1] = attrs.evolve(before, times=piece.times)
    return shared


_UNTIL = frozenset({"until", "till"})


def _at(piece: Piece) -> tuple[TimeExpression, ...]:
    """Return the one day of a clause with "when": "five died when a boiler burst on Saturday"."""
    days = [
        time
        for time in piece.times
        if time.when is not None and time.when.earliest == time.when.latest
    ]
    if len(days) != 1 or len(piece.times) != 1:
        return ()
    place = moved(days[0], piece)
    return (days[0],) if role_of(piece.sentence.text, place) is Role.AT else ()


def _when_of(piece: Piece, dates: list[TimeExpression]) -> list[TimeExpression]:
    """Return a date without what bounds it: "silent until 2 August, when a report came out"."""
    if not dates or not _follows(piece, dates[-1]):
        return dates
    word, when = piece.tokens[0], dates[-1].when
    if when is not None and when.latest is not None and str(when).startswith("{"):
        when = When.day(when.latest)  # "on 3 May and again on 5 May, when a barn burned"
    return [attrs.evolve(dates[-1], start=word.start, end=word.end, when=when)]


def _is_of_a_date(piece: Piece, before: Piece) -> bool:
    """Whether "when" only says what a date was: "the worst since 1999, when five men died"."""
    dates = [time for time in before.times if time.when is not None]
    return bool(dates) and _follows(piece, dates[-1])


def _follows(piece: Piece, date: TimeExpression) -> bool:
    return piece.tokens[0].lower == "when" and date.end + _TWO >= piece.start


def begins_after(piece: Piece) -> bool:
    """Whether a clause tells what came before the main clause: "after his party lost the vote"."""
    return piece.opening is Opening.SUBORDINATE and "after" in piece.words[:_LAPSE]


_LAPSE = 4


def _goes_on_since(piece: Piece) -> bool:
    """Whether a clause is of what "since" bounds: "has confirmed 46 cases since it began"."""
    if piece.quantities and not piece.has_verb:
        return True
    return finite_group(piece)[0] is Mood.PERFECT


def _since(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return when began what has gone on "since it started on Friday"."""
    return tuple(
        attrs.evolve(time, when=When.interval(time.when.start, None))
        for time in times[:1]
        if time.when is not None and time.when.earliest is not None
    )


def dates_what_came_before(piece: Piece) -> bool:
    """Whether a piece is of the kind ", which happened on January 9"."""
    if not piece.times or piece.opening is Opening.COORDINATE:
        return False  # "it closed on Wednesday and was still shut on Thursday"
    tokens = piece.tokens
    if tokens[tokens[0].lower in _POINTING and len(tokens) > 1].lower not in _TOOK_PLACE:
        return False
    if not any(piece.start <= time.start < piece.end for time in piece.times):
        # "was to be held on March 1 but was cancelled": the date is that of the clause before
        return tokens[0].lower in _TOOK_PLACE and not piece.happenings and not piece.quantities
    verb = int(tokens[0].lower in _POINTING)
    behind = verb + 1 + (verb + 1 < len(tokens) and tokens[verb + 1].lower == "place")
    return (
        behind < len(tokens)
        and tokens[verb].lower in _TOOK_PLACE
        and (
            tokens[behind].lower in _DAY_FOLLOWS
            or any(time.start <= tokens[behind].start < time.end for time in piece.times)
        )
        and not any(one.form is not None for one in piece.happenings)
        and not piece.quantities
    )


def remember_days(drafts: Sequence[Draft], days: dict[str, set[When]]) -> None:
    """Note on which days an article has happenings of each kind."""
    for draft in drafts:
        if draft.explicit and draft.kind is not None and draft.occurred is not None:
            days.setdefault(sort_of(draft.kind), set()).add(draft.occurred)


def sort_of(kind: Kind) -> str:
    """Return the name of a kind, one for all that strikes: a blast can be an attack's."""
    return "strike" if kind.name in _STRIKING else kind.name


_STRIKING = frozenset({"strike", "accident", "disaster", "losses"})


def date_like_before(draft: Draft, piece: Piece, days: Mapping[str, set[When]]) -> None:
    """Date "the first explosion occurred near the gate" like the explosions told before.

    That holds where the article has told of one day of that kind alone, and where the noun is
    definite and what its verb says is that it took place.
    """
    noun = piece.happenings[0] if piece.happenings else None
    if draft.explicit or draft.occurred is None or noun is None or noun.form is not None:
        return
    tokens, told = piece.sentence.tokens, days.get(sort_of(noun.kind), set())
    ahead = {token.lower for token in tokens[max(piece.first, noun.first - 2) : noun.first]}
    verb = tokens[noun.last].lower if noun.last < piece.last else ""
    if len(told) == 1 and "the" in ahead and verb in _TOOK_PLACE - {"was", "took"}:
        draft.occurred = next(iter(told))
        draft.by("dated by what was told before", 0.85)


def date_last(draft: Draft, piece: Piece) -> None:
    """Date a happening by the clause behind it: ", which happened on January 9"."""
    when = piece.times[0].when
    if when is not None:
        draft.occurred, draft.explicit = when, True
        draft.by("dated by what follows", 0.95)


def with_subject(
    draft: Draft, pieces: Sequence[Piece], number: int, anchor: Anchor, text: str
) -> None:
    """Let the words of a draft begin with its subject, where a relative clause cut it off."""
    if pieces[number].opening not in {Opening.RELATIVE, Opening.RESUMED}:
        return
    back = number - 1
    while back > 0 and pieces[back].opening in {Opening.RELATIVE, Opening.RESUMED}:
        back -= 1
    subject = pieces[back] if back >= 0 else None
    if subject is None or subject.frame is not pieces[number].frame or subject.happenings:
        return
    if pieces[number].opening is Opening.RESUMED or not subject.finite:
        draft.start, draft.bare = min(draft.start, subject.start), False
        if not draft.explicit and subject.times:
            redate(draft, subject.times, anchor, text)


def kind_behind(subject: Piece, piece: Piece) -> Kind | None:
    """Return the kind of the happening of which "which opened in May" says when it was."""
    if piece.opening is not Opening.RELATIVE or not subject.happenings or len(piece.tokens) < _TWO:
        return None
    noun = subject.happenings[-1]
    close = noun.form is None and subject.last - noun.last <= 1
    return noun.kind if close and piece.tokens[1].lower in _WENT_ON else None


def and_that(piece: Piece) -> bool:
    """Whether a piece is one of two things that somebody says: "that X, and that Y"."""
    tokens = piece.sentence.tokens
    before = [one.lower for one in tokens[max(0, piece.first - 2) : piece.first]]
    behind = [one.lower for one in tokens[piece.last : piece.last + 2]]
    return before in _AND_THAT or behind in _AND_THAT


def is_usual(piece: Piece) -> bool:
    """Whether a relative clause tells of what is so every time: "which lasts from May to July"."""
    if piece.opening is not Opening.RELATIVE or len(piece.tokens) < _TWO:
        return False
    return piece.tokens[1].lower in _SPANS


def is_cut_off(draft: Draft, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a piece is but a subject of which the next ones tell."""
    return (
        not (draft.explicit or draft.quantities)
        and [one.opening for one in pieces[number + 1 : number + 3]]
        == [Opening.RELATIVE, Opening.RESUMED]
        and not pieces[number].has_verb
    )


def inherit(draft: Draft, main: Draft) -> None:
    """Date a participle (", killing dozens") like the clause that it goes on with."""
    if not draft.explicit and main.explicit and draft.frame is main.frame:
        draft.occurred, draft.explicit, draft.mood = main.occurred, True, main.mood
        draft.by("date of the main clause", 0.9)


def merged(drafts: list[Draft]) -> list[Draft]:
    """Join what one voice tells of one kind in clauses side by side."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and _one_telling(before, draft):
            before.end = max(before.end, draft.end)
            before.quantities += draft.quantities
            before.by("told in two clauses", 0.95)
        else:
            joined.append(draft)
    return joined


def _one_telling(one: Draft, other: Draft) -> bool:
    if one.frame is not other.frame or one.kind is None:
        return False
    if (
        other.opening is Opening.RESUMED
        and "figure" in other.rules
        and not other.explicit
        and one.quantities
        and one.kind.name != "price"
        and one.quantities[-1].figure.measure == other.quantities[0].figure.measure
    ):
        return True  # "18,000 were moved to shelters, the agency said, up from 11,000 on Monday"
    if one.state is not other.state:
        return False
    if other.opening is Opening.PARTICIPLE and other.occurred == one.occurred:
        return one.explicit and other.kind is not None and other.kind.name == "losses"
    if one.kind.name == "price" and other.opening is Opening.COORDINATE:
        return False  # of something else: "the euro fell, and shares rose"
    beside = other.opening in {Opening.COORDINATE, Opening.RESUMED, one.opening}
    return beside and one.kind is other.kind and one.occurred == other.occurred
