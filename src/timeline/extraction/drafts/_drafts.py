"""What a piece of a sentence tells of happenings, one draft for each."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from timeline.extraction.clauses import Opening
from timeline.extraction.dating import (
    Role,
    role_of,
)
from timeline.extraction.drafts._aspects import Aspect, aspect_of, is_quoted
from timeline.extraction.drafts._draft import Draft, date_by
from timeline.extraction.drafts._moods import BACKGROUND, group_in, light_verb
from timeline.extraction.drafts._not_so import is_left_undone, is_spared, is_still
from timeline.extraction.drafts._pieces import Piece, trimmed
from timeline.extraction.drafts._plain import is_able, kind_of
from timeline.extraction.drafts._sharing import begins_after
from timeline.extraction.drafts._tellings import Telling, subject_of, tellings_of
from timeline.extraction.drafts._timetables import is_timetabled
from timeline.extraction.english._aspects import PROMISED
from timeline.extraction.english._inflection import Form, is_participle, is_past
from timeline.extraction.english._verb_groups import BE, FINITE, Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.dating import Anchor
    from timeline.extraction.happenings import (
        Happening,
        Kind,
        Kinds,
    )
    from timeline.timex import TimeExpression

_NEAR = 7
"""How many words may stand between a noun and the date that goes with it."""
_WEIGHTS = {"verb of a happening": 0.95, "noun of a happening": 0.8, "taken for granted": 0.65}
_APART = frozenset(", ; : - – — and but or while when as after before following since".split())
_OF = frozenset({"with", "of", "for", "over"})
_ANSWERS = {Stance.CONFIRMS, Stance.DENIES, Stance.WITHHOLDS}


def drafts_of(piece: Piece, kinds: Kinds, anchor: Anchor, text: str) -> Iterator[Draft]:
    """Yield what a piece tells of happenings, one draft for each.

    Args:
        piece: the piece.
        kinds: the kinds of happening.
        anchor: from when it is told.
        text: the article's text.
    """
    if not piece.happenings:
        return
    told = [
        one
        for one, after in itertools.zip_longest(piece.happenings, piece.happenings[1:])
        if (_tells(piece, one, kinds) or (after is not None and subject_of(piece, one, after)))
        and group_in(piece, one, kinds).mood is not Mood.UNREAL
    ]
    told = [
        one
        for one, after in itertools.zip_longest(told, told[1:])
        if not (one.kind.ahead and one.form is Form.GERUND and _is_by_the_way(piece, one))
        and not (one.kind.ahead and after is not None and _planned(piece, one, after, kinds))
    ]
    for telling in tellings_of(piece, _ungoverned(piece, told)):
        draft = _happening_draft(telling, kinds, anchor, text)
        if draft is not None and not _mere_background(draft, piece):
            yield draft


def _ungoverned(piece: Piece, told: Sequence[Happening]) -> list[Happening]:
    """Leave out nouns that only say of what another word tells: "ordered a recount"."""
    kept: list[Happening] = []
    for one in told:
        if not (kept and one.form is None and _governs(piece, kept[-1], one)):
            kept.append(one)
    return kept


def _governs(piece: Piece, one: Happening, noun: Happening) -> bool:
    tokens = piece.sentence.tokens
    between = tokens[one.last : noun.first]
    if any(token.lower in _APART for token in between):
        return False
    if one.form is None and any(is_past(token.lower) for token in between):
        return False  # "the outbreak followed the floods of April"
    ahead = tokens[noun.first - 1]
    return not any(  # in "visited the site of the May 5 attack" the day is the noun's
        time.start >= one.end and time.end <= noun.start and ahead.start <= time.end + 1
        for time in piece.times
    )


def _is_by_the_way(piece: Piece, plan: Happening) -> bool:
    """Whether a plan is but why something is done: "he resigned, hoping to return"."""
    ahead = piece.sentence.tokens[max(piece.first, plan.first - 3) : plan.first]
    return not any(token.lower in BE for token in ahead)


def _planned(piece: Piece, plan: Happening, after: Happening, kinds: Kinds) -> bool:
    """Whether words for a plan are followed by what is planned: "intends to withdraw"."""
    between = piece.sentence.tokens[plan.last - 1 : after.first]
    near = len(between) <= _NEAR and any(token.lower == "to" for token in between)
    return near and group_in(piece, after, kinds).mood is Mood.FUTURE


def _mere_background(draft: Draft, piece: Piece) -> bool:
    """Whether an undated remark in a side clause says nothing new."""
    if draft.explicit:
        return False
    if draft.opening is Opening.RELATIVE and piece.opening is not Opening.RELATIVE:
        return True  # "the troops sent there"
    if piece.quantities or (begins_after(piece) and "noun of a happening" not in draft.rules):
        return False
    if draft.frame is not None:
        return False
    return piece.opening in BACKGROUND or "noun of a happening" in draft.rules


def _tells(piece: Piece, happening: Happening, kinds: Kinds) -> bool:
    """Whether words for a happening tell of it, and do not only mention it."""
    tokens = piece.sentence.tokens
    if happening.form is not None:
        return not (_is_attribute(tokens, happening) or _is_called_so(piece, happening))
    ahead = tokens[happening.first - 1].lower if happening.first > piece.first else ""
    if ahead in _OF and any(
        one.form is not None and one.first < happening.first for one in piece.happenings
    ):
        return False  # "charged with murder last week"
    if any(_near(piece, time, happening) for time in piece.times):
        return True
    if light_verb(piece, happening, kinds) is not None:
        return True
    if piece.frame is not None and piece.frame.stance in _ANSWERS:
        return True  # "denied the attack"
    return happening.kind.name in {"losses", "capture"} and any(
        kind_of(one.figure.measure, kinds) is happening.kind for one in piece.quantities
    )


def _is_called_so(piece: Piece, happening: Happening) -> bool:
    """Whether a verb stands in words that are quoted of something: 'declared "likely to burst"'."""
    if happening.form is not Form.BASE:
        return False
    start = piece.sentence.start
    ahead = piece.sentence.text[piece.start - start : happening.start - start]
    return ahead.count('"') % 2 == 1 or ahead.count("“") > ahead.count("”")


def _is_attribute(tokens: Sequence[Token], happening: Happening) -> bool:
    """Whether a form in "-ing" only says of which sort somebody is: "an investigating judge"."""
    number = happening.first
    return (
        happening.form is Form.GERUND
        and happening.last - number == 1
        and number > 0
        and tokens[number - 1].lower in _DETERMINERS
        and happening.last < len(tokens)
        and tokens[happening.last].lower.isalpha()
        and tokens[happening.last].lower not in _OF
    )


_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "two", "three", "some"})


def _near(piece: Piece, time: TimeExpression, happening: Happening) -> bool:
    """Whether a date goes with a noun: "the incursion in August", "the January 9 capture"."""
    if time.start >= happening.end:
        between = sum(1 for _ in piece.sentence.between(happening.end, time.start))
    else:
        between = sum(1 for _ in piece.sentence.between(time.end, happening.start))
    return between <= _NEAR


_ATTITUDES = frozenset(
    "calm caution care patience prudence restraint moderation vigilance unity tolerance".split()
)
_PONDERING = frozenset("considering weighing mulling contemplating".split())
_SO = frozenset("in on at out under behind missing unaccounted flat down up".split())
_BYGONE = {Mood.PAST, Mood.PLUPERFECT}
_EFFECTS = frozenset(
    {"losses", "strike", "evacuation", "accident", "treaty", "law", "discovery", "death"}
)


def _kind_of(first: Happening, main: Happening, mood: Mood) -> Kind:
    """Return which kind is told where a subject and its verb both speak of one.

    "The quake struck" tells of the quake, and so does "the quake killed 20"; but what it "has
    killed" so far is a toll, and in "the talks collapsed a deal was signed" the verb counts.
    """
    if first.form is None and main.kind.name in _EFFECTS and mood in _BYGONE:
        return first.kind
    return main.kind


def _is_so(tokens: Sequence[Token], main: Happening) -> bool:
    """Whether the words for a happening say that something goes on: "are in talks"."""
    return (
        main.last - main.first > 1
        and tokens[main.first].lower in BE
        and tokens[main.first + 1].lower in _SO
        and tokens[main.last - 1].lower != "for"
    )


def _happening_draft(telling: Telling, kinds: Kinds, anchor: Anchor, text: str) -> Draft | None:
    piece = telling.piece
    tokens = piece.sentence.tokens
    verbs = [one for one in telling.happenings if one.form is not None]
    main = verbs[0] if verbs else telling.happenings[0]
    if _only_says_which(telling, main):
        return None
    group = group_in(piece, main, kinds)
    kind = _kind_of(telling.happenings[0], main, group.mood)
    denied = group.mood in {Mood.POSSIBLE, Mood.FUTURE} and group.negated
    # "Is not expected to rule before May" says when it may come; all else says nothing.
    at_earliest = denied and any(role_of(text, time) is Role.BEFORE for time in telling.times)
    if group.mood is Mood.UNREAL or (denied and not at_earliest):
        return None
    if group.mood is Mood.POSSIBLE and piece.frame is not None and is_able(piece):
        return None  # "the battery can explode, it said": a state, and no accident
    first, last = trimmed(tokens, telling.first, telling.last)
    if first >= last:
        return None
    draft = Draft(
        tokens[first].start,
        tokens[last - 1].end,
        piece.frame,
        kind,
        mood=group.mood,
        negated=group.negated,
        opening=telling.opening,
    )
    draft.bare = (
        kind.speech
        and main.form in {Form.PAST, Form.PARTICIPLE, Form.THIRD}
        and main.first == first
        and any(start == draft.start for start, _ in (piece.frame.content if piece.frame else ()))
    )
    draft.by(main.rule, _WEIGHTS[main.rule])
    if main.kind.ahead:
        going_on = tokens[main.last - 1].lower in _PONDERING
        draft.mood, draft.state = (Mood.PRESENT, True) if going_on else (Mood.FUTURE, False)
    elif main.kind.name == "aid" and tokens[main.first].lower in PROMISED:
        draft.mood = Mood.FUTURE
    elif _is_so(tokens, main) and draft.mood in {Mood.PAST, Mood.PRESENT}:
        draft.state = draft.mood is Mood.PRESENT or piece.frame is not None
    if draft.mood is Mood.PLUPERFECT:
        bygone = piece.frame is None or is_quoted(piece)
        draft.mood = Mood.PAST if bygone else Mood.PERFECT
    draft.state = draft.state or (draft.negated and draft.mood is Mood.PERFECT)
    if draft.mood in {Mood.PAST, Mood.PRESENT} and piece.times and is_timetabled(piece, anchor):
        draft.mood = Mood.FUTURE
    figure = next((one.start for one in piece.quantities if one.start >= draft.start), None)
    date_by(draft, _own_dates(telling, main), main, anchor, text, figure=figure)
    if draft.bare and not draft.explicit:
        ahead = tokens[main.last].lower if main.last < last else ""
        if ahead in _ATTITUDES:
            draft.occurred = None  # "urged caution": no deed, but what somebody thinks
    if draft.explicit and _goes_on_now(draft, piece, anchor):
        draft.occurred, draft.explicit = None, False  # "is looking into a death on Monday"
    if (
        draft.occurred is None
        and draft.mood is Mood.PRESENT
        and not draft.negated
        and not kind.speech
        and aspect_of(piece) is Aspect.GOING_ON
    ):
        draft.occurred = anchor.lasting
        draft.by("still so when it was said", 0.8)
    if draft.negated and draft.explicit:
        draft.state = True  # that it did not happen then is all that is said
    elif draft.negated and (is_spared(draft, piece, main) or is_left_undone(piece, main)):
        draft.occurred, draft.state = anchor.past, False
        draft.by("over when it was said", 0.8)
    elif draft.negated and piece.frame is None and draft.mood in {Mood.PAST, Mood.PERFECT}:
        draft.state = True  # the outlet says so itself, and denies nobody's word
    elif draft.negated and draft.mood in {Mood.PAST, Mood.PERFECT} and not is_still(draft, piece):
        draft.occurred, draft.state, draft.stance = None, False, Stance.DENIES
    return draft


def _goes_on_now(draft: Draft, piece: Piece, anchor: Anchor) -> bool:
    """Whether what a clause says goes on, so that a day gone by in it is that of a noun."""
    when = draft.occurred
    return (
        draft.mood is Mood.PRESENT
        and not draft.state
        and when is not None
        and when.latest is not None
        and anchor.said.earliest is not None
        and when.latest < anchor.said.earliest
        and aspect_of(piece) is Aspect.GOING_ON
    )


def _only_says_which(telling: Telling, main: Happening) -> bool:
    """Whether a participle only says which: "the men sent to the front are badly trained"."""
    piece, tokens = telling.piece, telling.piece.sentence.tokens
    if main.form is None or telling.times or not is_participle(tokens[main.first].lower):
        return False
    if any(one.lower in FINITE for one in tokens[piece.first : main.first]):
        return False
    for token in tokens[main.last : piece.last]:
        if token.lower in _APART or token.lower in _QUESTIONS:
            return False
        if token.lower in FINITE:
            return token.lower in {"is", "are"}
    return False


_QUESTIONS = frozenset("what how why whether who which that where if".split())


def _own_dates(telling: Telling, main: Happening) -> Sequence[TimeExpression]:
    """Return the dates of a telling without those of what is said of its noun in passing.

    In "a curfew imposed on Monday will be reviewed on Tuesday" the first is not that of the verb.
    """
    times = telling.times
    if main.form is not None or len(times) == 1:
        return times
    behind = [token for token in telling.piece.tokens if token.start >= main.end]
    verb = next((one for one in behind if one.lower in FINITE and one.lower != "'s"), None)
    if verb is None:
        return times
    aside = any(is_participle(one.lower) for one in behind if one.end <= verb.start)
    later = [time for time in times if time.start > verb.start]
    return later if aside and later else times
