"""Verbs with which news says who says what, their forms, and how the speaker stands to it."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.english._titles import listed
from timeline.model import Stance


@attrs.frozen(slots=True)
class Verb:
    """A form of a verb of saying.

    Args:
        lemma: its dictionary form.
        form: ``base``, ``s``, ``past`` or ``ing``; the past serves as participle.
        stance: how its subject stands to what is said.
        kind: ``say`` (takes a clause), ``tell`` (told to somebody), ``mean`` (only beside a clause
            or an object that says something), ``act`` (saying it is the deed: offered, condemned),
            ``cite`` (names a source), ``put`` (puts a number at), ``call`` (gives a name), ``of``
            (tells of something: "spoke of a lead").
        bare: whether it can stand behind or before what is said, with a comma ("..., he said").
    """

    lemma: str
    form: str
    stance: Stance
    kind: str
    bare: bool


_IRREGULAR: Final = {
    "say": ("said",),
    "tell": ("told",),
    "write": ("wrote", "written"),
    "put": ("put",),
    "forecast": ("forecast", "forecasted"),
    "foresee": ("foresaw", "foreseen"),
    "find": ("found",),
    "think": ("thought",),
    "read": ("read",),
    "show": ("showed", "shown"),
    "admit": ("admitted",),
    "infer": ("inferred",),
    "quip": ("quipped",),
    "rebut": ("rebutted",),
    "dub": ("dubbed",),
    "tweet": ("tweeted",),
    "swear": ("swore", "sworn"),
    "rebuff": ("rebuffed",),
    "feel": ("felt",),
    "hear": ("heard",),
    "slam": ("slammed",),
    "signal": ("signaled", "signalled"),
    "label": ("labeled", "labelled"),
    "beg": ("begged",),
    "peg": ("pegged",),
    "pin": ("pinned",),
    "sob": ("sobbed",),
    "snap": ("snapped",),
    "shrug": ("shrugged",),
    "weep": ("wept",),
    "concur": ("concurred",),
}
_SAY: Final = {
    Stance.ASSERTS: """say write report claim add note warn announce argue assert state insist
        suggest explain declare comment remark stress emphasise emphasize underline maintain
        allege contend reveal disclose recall conclude complain joke quip recount testify tweet
        post reply respond reiterate repeat mention boast lament caution hint observe continue
        recollect confide affirm proclaim advise clarify specify retort attest opine""",
    Stance.CONFIRMS: "confirm acknowledge admit grant concede",
    Stance.ESTIMATES: "estimate reckon calculate",
    Stance.FORECASTS: "predict forecast",
}
_MEAN: Final = {
    Stance.ASSERTS: """believe think indicate find show imply signal attribute suspect fear feel
        hear read agree assume request determine infer surmise remember guess
        protest object intimate insinuate profess divulge relay reassure underscore stipulate""",
    Stance.CONFIRMS: "corroborate verify recognise recognize",
    Stance.DENIES: "deny reject dismiss refute rebut dispute contradict disavow rebuff",
    Stance.ESTIMATES: "count assess tally",
    Stance.FORECASTS: "expect anticipate foresee project",
}
_ACTS: Final = """offer propose pledge promise vow threaten condemn denounce praise laud recommend
    criticise criticize accuse blame urge demand apologise apologize welcome hail appeal swear slam
    deplore decry applaud commend ask pin defend justify"""


# They report only beside a quotation: a storm poses risks, a rope snaps.
QUOTED_ONLY: Final = listed(
    """
    sigh pose thunder shout scream yell cry whisper mutter murmur snap fume roar growl moan groan
    plead beg laugh sob weep gush enthuse marvel muse exclaim bark sneer scoff gasp chuckle
    interject counter volunteer venture concur rejoin declaim intone
    bellow shrug smile
    """
)
# They tell of what somebody will do, before "to": "the bank plans to close".
INTENDED: Final = listed("plan intend aim hope")
_BEHIND: Final = listed(
    "believe think show indicate fear expect assume find suspect determine surmise guess infer"
)


def _forms(lemma: str) -> tuple[tuple[str, str], ...]:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    elif lemma.endswith("e"):
        third, past = f"{lemma}s", f"{lemma}d"
    else:
        ending = "es" if lemma.endswith(("s", "ch", "sh")) else "s"
        third, past = f"{lemma}{ending}", f"{lemma}ed"
    pasts = _IRREGULAR.get(lemma, (past,))
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if pasts[0] == f"{lemma}{lemma[-1]}ed" or lemma == "put":
        stem += lemma[-1]
    return (
        (lemma, "base"),
        (third, "s"),
        *((form, "past") for form in pasts),
        (f"{stem}ing", "ing"),
    )


def _verbs() -> dict[str, Verb]:
    found: dict[str, Verb] = {}

    def enter(lemma: str, stance: Stance, kind: str, *, bare: bool) -> None:
        for word, form in _forms(lemma):
            found.setdefault(word, Verb(lemma, form, stance, kind, bare))

    found["put"] = Verb("put", "past", Stance.ESTIMATES, "put", bare=False)
    found["read"] = Verb("read", "past", Stance.ASSERTS, "mean", bare=True)
    found["ruled"] = Verb("rule", "past", Stance.DENIES, "mean", bare=False)  # "ruled out"
    found["rule"] = Verb("rule", "base", Stance.DENIES, "mean", bare=False)
    found["forecast"] = Verb("forecast", "past", Stance.FORECASTS, "say", bare=True)
    for word, lemma in (("placed", "place"), ("valued", "value"), ("values", "value")):
        found[word] = Verb(
            lemma, "s" if word == "values" else "past", Stance.ESTIMATES, "put", bare=False
        )
    for word, form in (("see", "base"), ("sees", "s")):
        found[word] = Verb("see", form, Stance.FORECASTS, "put", bare=False)
    for lemma in INTENDED:
        found[f"{lemma}s"] = Verb(lemma, "s", Stance.FORECASTS, "mean", bare=False)
    for lemma in ("record", "register", "document"):
        found[f"{lemma}ed"] = Verb(lemma, "past", Stance.ASSERTS, "mean", bare=False)
    found["judged"] = Verb("judge", "past", Stance.ASSERTS, "mean", bare=False)
    found["logged"] = Verb("log", "past", Stance.ASSERTS, "mean", bare=False)
    found["spoke"] = Verb("speak", "past", Stance.ASSERTS, "of", bare=False)
    found["speaks"] = Verb("speak", "s", Stance.ASSERTS, "of", bare=False)
    enter("tell", Stance.ASSERTS, "tell", bare=True)
    for lemma in ("assure", "inform", "remind", "notify"):
        enter(lemma, Stance.ASSERTS, "tell", bare=True)
    found["ruling"] = Verb("rule", "ing", Stance.ASSERTS, "say", bare=False)  # ", ruling that"
    for stance, words in _SAY.items():
        for lemma in words.split():
            enter(lemma, stance, "say", bare=True)
    for lemma in QUOTED_ONLY:
        enter(lemma, Stance.ASSERTS, "say", bare=True)
    for stance, words in _MEAN.items():
        for lemma in words.split():
            enter(lemma, stance, "mean", bare=lemma in _BEHIND)
    for lemma in _ACTS.split():
        enter(lemma, Stance.ASSERTS, "act", bare=False)
    for lemma in ("cite", "quote"):
        enter(lemma, Stance.ASSERTS, "cite", bare=False)
    for lemma in ("put", "peg"):
        enter(lemma, Stance.ESTIMATES, "put", bare=False)
    for lemma in ("call", "describe", "brand", "dub", "label", "term"):
        enter(lemma, Stance.ASSERTS, "call", bare=False)
    return found


VERBS: Final = _verbs()

# They report only before "that" or beside a quotation: a carmaker recalls cars, a team replies.
CLAUSE_ONLY: Final = listed(
    """
    add recall continue repeat observe maintain find show feel hear read signal agree conclude
    reply respond post think imply request assume boast recognise recognize verify mention write
    tweet declare clarify specify attest judge grant determine infer surmise remember
    guess protest object intimate insinuate profess divulge relay reassure underscore
    stipulate
    """
)

# They report only before a number, of a body that counts: "the agency registered 300 cases".
COUNTS_ONLY: Final = frozenset({"record", "register", "document", "log"})
# They report only with a thing and its number: "placed the toll at 40", "sees rates at 3%".
AT_ONLY: Final = frozenset({"place", "value", "see"})

# Forms that are nouns as well: after an article, an adjective or a possessive they are nouns.
ALSO_NOUNS: Final = listed(
    """
    report reports claim claims note notes estimate estimates state states comment comments
    remark remarks count counts forecast forecasts project projects post posts tweet tweets
    plans aims hopes signal signals stress reply replies offer offers pledge pledges promise
    promises vow vows praise blame demand demands welcome appeal appeals call calls label term terms
    brand brands quote quotes caution read hint hints fear fears suspect suspects advise
    shout shouts scream screams yell yells cry cries whisper whispers laugh laughs smile smiles
    sigh sighs snap snaps counter counters venture ventures volunteer volunteers
    moan moans groan groans roar roars bark barks pose poses thunder fume fumes
    murmur murmurs shrug shrugs snapped
    peg pegs pin pins rule
    recorded registered logged documented see sees guess guesses protest protests object objects
    relay relays
    dispute show shows finding findings warning warnings saying feeling showing reading
    writing posting offering ruling request requests find finds think dismissed
    """
)

# "Reached by phone on Sunday, she said": whoever was asked answered then.
REACHED: Final = frozenset({"reached", "contacted", "interviewed", "quizzed", "phoned"})

# What somebody calls a report that he denies.
SCORN: Final = listed(
    """
    invention inventions fiction fictions fable fables fairy tale tales lie lies nonsense false
    fake fabrication fabrications fabricated baseless unfounded groundless untrue propaganda
    absurd ridiculous rubbish hoax slander slanderous fantasy fantasies myth myths ludicrous
    preposterous bogus disinformation misleading wrong incorrect laughable
    """
)

# What somebody calls a thing: "called the measures illegal".
JUDGED: Final = SCORN | listed(
    """
    illegal unlawful unconstitutional overdue reckless unfair unacceptable irresponsible shameful
    disgraceful unjust cowardly historic necessary unnecessary dangerous inadequate insufficient
    excessive unprecedented outrageous unforgivable inhuman inhumane barbaric criminal premature
    inappropriate deplorable appalling tragic catastrophic scandalous arbitrary discriminatory
    unworkable unrealistic meaningless useless pointless hypocritical provocative justified
    unjustified legitimate illegitimate invalid void unsafe safe credible incredible insulting
    offensive racist sexist undemocratic encouraging disappointing worrying alarming welcome
    positive negative constructive productive fair right good bad low high small late weak slow
    """
)

# What is given or not: "gave no details", "offered no explanation".
ANSWERS_GIVEN: Final = listed(
    """
    comment comments detail details explanation explanations figure figures reason reasons
    answer answers response information indication timetable timeframe estimate evidence
    """
)

# Behind a negation they tell of silence: "did not answer", "could not be reached".
KEPT_SILENT: Final = listed("answer discuss speculate want wish reached available return")

# Adverbs and other small words that may stand between a speaker and the verb.
ADVERBS: Final = listed(
    """
    also recently later earlier then officially publicly reportedly privately repeatedly
    already now again meanwhile however too only just even still further previously
    initially quickly soon immediately simply clearly openly explicitly flatly strongly
    firmly formally once twice never always often long since yet so far personally directly
    angrily famously categorically vehemently jointly separately similarly likewise
    apparently thus therefore nevertheless indeed instead subsequently today yesterday both
    all each themselves himself herself itself actually really briefly bluntly correctly
    independently implicitly swiftly promptly tacitly grudgingly reluctantly emphatically
    cautiously additionally furthermore moreover finally eventually lately hitherto
    accordingly wrongly falsely credibly out on as well sarcastically jokingly half-jokingly
    defiantly optimistically
    """
)

# "was reportedly sent": somebody says so who is not named.
HEARSAY: Final = listed("reportedly allegedly supposedly purportedly apparently")

# "it is thought that ...", "are believed to ...".
HELD: Final[dict[str, Stance]] = {
    "thought": Stance.ASSERTS,
    "believed": Stance.ASSERTS,
    "said": Stance.ASSERTS,
    "reported": Stance.ASSERTS,
    "understood": Stance.ASSERTS,
    "rumoured": Stance.ASSERTS,
    "rumored": Stance.ASSERTS,
    "alleged": Stance.ASSERTS,
    "claimed": Stance.ASSERTS,
    "suspected": Stance.ASSERTS,
    "feared": Stance.ASSERTS,
    "assumed": Stance.ASSERTS,
    "estimated": Stance.ESTIMATES,
    "expected": Stance.FORECASTS,
    "forecast": Stance.FORECASTS,
    "predicted": Stance.FORECASTS,
    "tipped": Stance.FORECASTS,
}

AUXILIARIES: Final = listed(
    """has have had 've 's is are was were be been being did does do having am"""
)
MODALS: Final = listed(
    """
    can will would may might could should must shall cannot can't couldn't won't wouldn't
    shouldn't
    """
)
NEGATIONS: Final = listed(
    """
    not never n't didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't
    neither nor cannot can't couldn't won't wouldn't
    """
)
