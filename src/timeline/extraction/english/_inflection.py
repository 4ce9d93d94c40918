"""The forms of English verbs and nouns: rules, and the table of those that break them."""

from __future__ import annotations

import functools
from typing import Final

from timeline.extraction._marks import Marks
from timeline.model import Word


class Form(Word):
    """The form in which a verb stands; past and participle are often the same word."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


# base: past, participle
_IRREGULAR: Final = {
    word[0]: (word[1], word[2])
    for word in (
        line.split()
        for line in """
        arise arose arisen / be was been / bear bore borne / beat beat beaten
        become became become / begin began begun / bend bent bent / bet bet bet / bid bid bid
        bind bound bound / bleed bled bled / blow blew blown / break broke broken
        bring brought brought / broadcast broadcast broadcast / build built built
        burn burned burned / burst burst burst / buy bought bought / cast cast cast
        catch caught caught / choose chose chosen / come came come / cost cost cost
        cut cut cut / deal dealt dealt / dig dug dug / do did done / draw drew drawn
        drink drank drunk / drive drove driven / eat ate eaten / fall fell fallen / feed fed fed
        feel felt felt / fight fought fought / find found found / flee fled fled
        fly flew flown / forbid forbade forbidden / forecast forecast forecast
        forget forgot forgotten / freeze froze frozen / get got got / give gave given
        go went gone / grow grew grown / hang hung hung / have had had / hear heard heard
        hide hid hidden / hit hit hit / hold held held / hurt hurt hurt / keep kept kept
        know knew known / lay laid laid / lead led led / leave left left / lend lent lent
        let let let / lie lay lain / lose lost lost / make made made / mean meant meant
        meet met met / overthrow overthrew overthrown / pay paid paid / put put put
        quit quit quit / read read read / ride rode ridden / ring rang rung / rise rose risen
        run ran run / say said said / see saw seen / seek sought sought / sell sold sold
        send sent sent / set set set / shake shook shaken / shed shed shed / shoot shot shot
        show showed shown / prove proved proven
        / shrink shrank shrunk / shut shut shut / sink sank sunk / sit sat sat
        slay slew slain / sleep slept slept / slide slid slid / speak spoke spoken
        spend spent spent / split split split / spread spread spread / stand stood stood
        steal stole stolen / stick stuck stuck / strike struck struck / swear swore sworn
        sweep swept swept / swim swam swum / swing swung swung / take took taken
        teach taught taught / tear tore torn / tell told told / think thought thought
        throw threw thrown / understand understood understood / undergo underwent undergone
        wear wore worn / retake retook retaken / overtake overtook overtaken
        rebuild rebuilt rebuilt / uphold upheld upheld / withstand withstood withstood
        undertake undertook undertaken / overrun overran overrun / resell resold resold
        outbid outbid outbid / spin spun spun / oversee oversaw overseen / cling clung clung
        win won won / withdraw withdrew withdrawn / withhold withheld withheld
        write wrote written
        """.replace("\n", " / ").split(" / ")
        if line.strip()
    )
}

_DOUBLING: Final = frozenset(
    "expel compel propel repel excel cancel patrol control fulfil distil "
    "ban bar bat beg chop clap commit cram cut dip drag drip drop equip flip grab hit hop jam "
    "jog kidnap knit nod occur omit pat permit pin plan plot plug prefer quit rebel refer rip rob "
    "rub scrap set shed ship shop shut skip slam slap slip snap split spot stab step stop strip "
    "submit swap tap tip top transfer trap trim win wrap admit begin forget get let put run "
    "sit acquit allot annul bid bob brag clip club commit con deter dim dispel drum emit enrol "
    "extol fan fit flog gag grin gun hem hug hum incur infer lag lob lug map mob mop mug nab nag "
    "net nip outfit outbid pen pet pin pop prod quiz ram remit rig rot sag scan scar scrub shred "
    "sin sip skid skim slam slot slum snag sob spar spin stem strap stun sum tag tan thin throb "
    "top trek trot tug unplug unwrap wed whip worship zap zip abet abhor confer concur defer "
    "recur regret spam tot vet".split()
)
"""Verbs that double their last consonant before -ed and -ing."""

_EITHER: Final = frozenset(
    "bus cancel channel counsel dial duel equal fuel grovel jewel label level marshal model panel "
    "pedal quarrel ravel refuel rival shovel shrivel signal snorkel spiral swivel total travel "
    "tunnel unravel victual focus program benefit bias combat".split()
)
"""Verbs that some double and some do not: "travelled" and "traveled"."""

_VOWELS: Final = "aeiou"
_PREFIXES: Final = ("re", "over", "under", "out", "mis")
_SHORTEST: Final = 4
"""Letters of the shortest form with -ed or -ing of a regular verb: "used"."""
_NO_PARTICIPLES: Final = frozenset(
    "need feed breed seed speed exceed proceed succeed indeed hundred shed sacred naked wicked "
    "hatred kindred weed greed creed deed reed steed bleed red bed".split()
)
"""Words that end as a participle does, and are none."""


@functools.cache
def verb_forms(base: str) -> tuple[tuple[str, Form], ...]:
    """Return the forms of a verb, each with what it can be.

    >>> [word for word, _ in verb_forms("carry")]
    ['carry', 'carries', 'carried', 'carried', 'carrying']
    >>> [word for word, _ in verb_forms("withdraw")]
    ['withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing']
    """
    regular = _regular_past(base)
    past, participle = _IRREGULAR.get(base, (regular, regular))
    forms = (
        (base, Form.BASE),
        (_third(base), Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_gerund(base), Form.GERUND),
    )
    if base not in _EITHER:
        return forms
    other = base if base in _DOUBLING else base + base[-1]
    return (
        *forms,
        (f"{other}ed", Form.PAST),
        (f"{other}ed", Form.PARTICIPLE),
        (f"{other}ing", Form.GERUND),
    )


_PARTICIPLES: Final = frozenset(participle for _, participle in _IRREGULAR.values())


_PASTS: Final = frozenset(past for past, _ in _IRREGULAR.values())


def is_past(word: str) -> bool:
    """Whether a word can be a simple past, by its form.

    >>> is_past("withdrew"), is_past("acknowledged"), is_past("withdrawn")
    (True, True, False)
    """
    return word in _PASTS or word.endswith("ed")


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle, by its form.

    >>> is_participle("withdrawn"), is_participle("acknowledged"), is_participle("language")
    (True, True, False)
    """
    if word in _PARTICIPLES or word.endswith("ed"):
        return word not in _NO_PARTICIPLES
    if not word.startswith(_PREFIXES):
        return False
    prefix = next(one for one in _PREFIXES if word.startswith(one))
    return word[len(prefix) :] in _PARTICIPLES


PASTS: Final = Marks(is_past)
"""Marks the words that can be a simple past."""
PARTICIPLES: Final = Marks(is_participle)
"""Marks the words that can be a past participle."""


_OF_FORMS: Final = {
    form: participle
    for base, (past, participle) in _IRREGULAR.items()
    for form in (past, participle)
} | {"dying": "died", "lying": "lain"}


def participle(word: str) -> str:
    """Return the past participle of the verb of which a word is a past or gerund, by its form.

    >>> participle("withdrew"), participle("closing"), participle("studying"), participle("homes")
    ('withdrawn', 'closed', 'studied', '')
    """
    found = _OF_FORMS.get(word) or _OF_GERUNDS.get(word)
    if found:
        return found
    prefix = next((one for one in _PREFIXES if word.startswith(one)), "")
    if prefix and word[len(prefix) :] in _OF_FORMS:
        return f"{prefix}{_OF_FORMS[word[len(prefix) :]]}"
    if len(word) < _SHORTEST or word in _NO_PARTICIPLES:
        return ""
    if word.endswith("ed"):
        return word
    stem = word.removesuffix("ing")
    if stem == word or not set(stem) & set(_VOWELS + "y"):
        return ""
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if stem[-1] == "y" and stem[-2:-1] not in _VOWELS else f"{stem}ed"


def participle_of_base(word: str) -> str:
    """Return the past participle of a verb in its base form.

    >>> participle_of_base("blacklist"), participle_of_base("send"), participle_of_base("ban")
    ('blacklisted', 'sent', 'banned')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word][1]
    for prefix in _PREFIXES:  # "repay", "overpay", "resell"
        rest = word.removeprefix(prefix)
        if rest != word and rest in _IRREGULAR and word != "relay":
            return f"{prefix}{_IRREGULAR[rest][1]}"
    return _regular_past(word)


def participle_of_third(word: str) -> str:
    """Return the past participle of a verb in the third person.

    >>> participle_of_third("closes"), participle_of_third("reaches"), participle_of_third("bans")
    ('closed', 'reached', 'banned')
    """
    if word.endswith("ies"):
        return participle_of_base(f"{word[:-3]}y")
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return participle_of_base(word[:-2])
    return participle_of_base(word.removesuffix("s"))


def plural(noun: str) -> str:
    """Return the regular plural of a noun, or of the last word of a phrase.

    >>> plural("strike"), plural("incursion"), plural("ceasefire deal"), plural("treaty")
    ('strikes', 'incursions', 'ceasefire deals', 'treaties')
    """
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


_PERSONS: Final = {"child": "children", "person": "people", "grandchild": "grandchildren"}


def plural_of_person(noun: str) -> str:
    """Return the plural of a word for a person.

    >>> plural_of_person("policewoman"), plural_of_person("child"), plural_of_person("soldier")
    ('policewomen', 'children', 'soldiers')
    """
    if noun in _PERSONS:
        return _PERSONS[noun]
    is_man = noun.endswith("man") and noun not in {"human", "German", "german"}
    return f"{noun[:-2]}en" if is_man else plural(noun)


def _third(base: str) -> str:
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(base)
    return special or plural(base)


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{_doubled(base)}ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def _doubled(base: str) -> str:
    return base + base[-1] if base in _DOUBLING else base


_OF_GERUNDS: Final = {_gerund(base): forms[1] for base, forms in _IRREGULAR.items()}
