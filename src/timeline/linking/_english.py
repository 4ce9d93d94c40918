"""What linking knows of English: which words say little, and which say the same.

All lists of the floor stand here. They are about the language of news, not about any collection, so
that what is linked does not depend on what else an archive holds.
"""

from __future__ import annotations

import functools
import re
from typing import Final

_EMPTY: Final = """
    a about above according across after again against all almost along already also although am
    among an and another any are around as at away back be became because become been before began
    begin behind being below between both but by came can cannot come could day days did do does
    done down during each earlier early either else end ended even ever every few first for former
    from further gave get give given go goes going got had has have having he her here him his how
    however i if in including into is it its itself just last late later latest least less like
    made make many may me might month months more most much must near nearly neither new next no
    nor not now of off often on once one only onto or other our out over own part per put rather
    really recent recently same second several shall she should since so some soon still such take
    taken than that the their them then there these they third this those though through time to
    together told too took toward towards two under until up upon us very was way we week weeks
    well went were what when where whether which while who whom whose why will with within without
    would year years yet you your today yesterday tomorrow tonight morning evening afternoon night
    said say saying says tell tells
    january february march april may june july august september october november december
    christmas easter ramadan eid diwali hanukkah passover thanksgiving halloween epiphany lent
    nowruz xmas
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue wed thu fri sat sun spring summer autumn winter
"""

EMPTY_WORDS: Final = frozenset(_EMPTY.split())
"""Words that say nothing of what happened; dates are compared as dates, not as words."""

_WEAK: Final = """
    people person man men woman women official officials authority authorities government state
    states country countries nation president minister ministry leader leaders chief head
    spokesman spokeswoman spokesperson source sources report reports reported statement announced
    announce announcement news agency media group company firm plan plans force forces troops
    soldiers soldier military army unit units area region province city town side number total
    percent million billion thousand hundred dozen international national local foreign public
    important major large big small high low set use used added called confirmed
"""

_WEAK_WORDS: Final = frozenset(_WEAK.split())

_SAME: Final = """
    attack strike struck hit shell shelled bomb bombed bombard bombardment raid airstrike target
        targeted slam slammed pound pounded barrage
    kill killed dead die died death deaths fatality fatalities slain lives toll perish perished
    wound wounded injure injured injury injuries hurt
    capture captured captive captives prisoner prisoners seize seized pow pows captivity
    arrest arrested detain detained custody held apprehend apprehended
    free freed release released liberated
    withdraw withdrew withdrawn withdrawal retreat retreated pullback pullout pulled
    deploy deployed deployment dispatch dispatched sent send station stationed
    invade invaded invasion incursion
    fight fighting fought combat battle battles clash clashes
    front frontline frontlines
    treaty pact accord agreement deal agreed sign signed signing ink inked
    meet met meeting summit talks talk negotiate negotiations
    visit visited trip travel travelled traveled flew tour
    truce ceasefire armistice
    quake earthquake tremor temblor
    flood floods flooding flooded deluge inundated
    fire blaze wildfire fires flames burned burnt
    storm hurricane typhoon cyclone
    crash crashed collide collided collision derail derailed wreck
    explosion explode exploded blast blew detonated
    elect elected election vote voted voting ballot poll polls referendum
    win won victory beat defeat defeated triumph winner
    lose lost loss losses
    resign resigned resignation quit quits stepped
    appoint appointed appointment named nominate nominated
    sack sacked fired dismiss dismissed ousted oust
    convict convicted guilty conviction sentence sentenced jailed jail prison verdict
    charge charged indict indicted indictment accuse accused
    sue sued lawsuit suit
    judge court tribunal
    ban banned prohibit prohibited outlaw
    sanction sanctions embargo penalties
    acquire acquired acquisition buy bought purchase purchased takeover merger merge buyout
    sell sold sale
    layoff layoffs jobs redundancies redundant
    bankrupt bankruptcy insolvency insolvent
    price prices cost costs
    rise rose risen climb climbed increase increased grew growth soar soared surge surged raise
        raised hike hiked jump jumped gain gained
    fall fell fallen drop dropped decline declined decrease cut cuts slump plunge plunged tumble
    profit profits earnings
    launch launched unveil unveiled introduce introduced debut
    evacuate evacuated evacuation evacuees
    rescue rescued saved
    protest protested protesters demonstration demonstrators rally rallied march marched
    outbreak epidemic infected infections infection
    vaccine vaccination vaccinated
    destroy destroyed wipe wiped ruin ruined demolished flattened
    missile missiles rocket rockets
    drone drones uav uavs
    plane jet aircraft airliner airplane aeroplane
    train railway rail
    training trained trainer exercise drill
    ship vessel boat ferry
    child children pupils
    lawmaker lawmakers mp mps legislator legislators deputies
    parliament legislature assembly
    law legislation bill act
    video footage clip
    film movie
    phone handset smartphone
    car cars vehicle vehicles auto
    automaker carmaker automakers carmakers
    plant factory plants factories
    worker workers staff employee employees
    suspect suspects gunman attacker shooter
    shoot shot shooting gunfire opened
    found discover discovered find discovery uncovered
    build built construct constructed construction
    offer offered propose proposed proposal
    refuse refused reject rejected rejection
    order ordered instruct instructed
    interview interviewed
    expect expected forecast predict predicted
    begin start started
    halt halted stop stopped suspend suspended ceased
    open opened reopen reopened
    close closed closure shut
    collapse collapsed cave caved
    spy intelligence
    aid relief assistance
    champion championship title cup
    goal goals scored
    hospital hospitals hospitalised hospitalized
    homeless displaced
    nuclear atomic
"""

_ALIASES: Final = """
    usa: us u.s united-states america american americans
    britain: uk u.k united-kingdom british briton britons
    france: french / spain: spanish / poland: polish poles / greece: greek / germany: german
    denmark: danish danes / netherlands: dutch / korea: korean koreans / kyiv: kiev kyiv's
    switzerland: swiss / sweden: swedish swedes / finland: finnish finns / ireland: irish
    turkey: turkish turks turkiye / wales: welsh / scotland: scottish / philippines: filipino
    peru: peruvian / thailand: thai / iceland: icelandic / ukraine: ukrainian ukrainians
    northkorea: pyongyang / russia: russian russians moscow kremlin / china: chinese beijing
    niger-republic: niger nigerien / eu: european-union / un: u.n united-nations
"""

_JOINED: Final = frozenset({"north", "south", "east", "west", "new", "united", "saint", "san"})

_COUNTRIES: Final = """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana
    brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia
    cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia
    europe fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea
    guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
    japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
    libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta
    mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
    namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama
    paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal
    serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland
    syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan uganda ukraine
    usa britain uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zimbabwe
    africa asia america
"""

_HALVES: Final = """
    north-korea south-korea south-africa south-sudan east-timor new-zealand saudi-arabia
"""

_COUNTS: Final = """
    3 three / 4 four / 5 five / 6 six / 7 seven / 8 eight / 9 nine / 10 ten / 11 eleven / 12 twelve
    20 twenty / 30 thirty / 40 forty / 50 fifty
"""

_ENDINGS: Final = (
    ("ations", 5), ("ation", 5), ("ings", 4), ("ing", 4), ("ians", 4), ("ian", 4), ("ied", 3),
    ("ies", 3), ("ese", 4), ("ed", 3), ("ly", 4), ("als", 5), ("al", 5), ("ers", 4), ("er", 4),
    ("ans", 5), ("an", 5), ("es", 4), ("s", 3),
)  # fmt: skip
"""An ending, and how many letters have to stand before it for it to be cut off."""

_DOUBLED: Final = re.compile(r"([bdgklmnprt])\1$")


@functools.lru_cache(maxsize=4_096)
def root(word: str) -> str:
    """Return what a word in lower case shares with its other forms and spellings.

    It is rough on purpose: it has to bring ``Ukrainian`` to ``Ukraine`` and ``Zelensky`` to
    ``Zelenskyy``, and is never shown.

    >>> root("ukrainians") == root("ukraine"), root("withdrew") == root("withdrawal")
    (True, True)
    >>> root("austrian") == root("australian")
    False
    """
    same = _ROOTS.get(word)
    if same is None:
        cut = _cut(word)
        same = _FORMS.get(cut, cut)
    return same


def joined(words: list[str]) -> str:
    """Return the root of a name of several words that mean nothing apart: ``North Korea``."""
    name = "-".join(words)
    return _ROOTS.get(name) or "".join((*words[:-1], root(words[-1])))


def is_country(name: str) -> bool:
    """Whether a root is that of a country or a continent, in which many places lie.

    >>> is_country(root("ukrainian")), is_country(root("kharkiv"))
    (True, False)
    """
    return name in _LANDS


def begins_name(word: str) -> bool:
    """Whether *word* is only the first half of a name, as in ``South Sudan``."""
    return word in _JOINED


def weight(word: str) -> float:
    """Return how much a word in lower case says of what happened; ordinary words say 1.

    >>> weight("earthquake"), weight("officials")
    (1.0, 0.4)
    """
    return 0.4 if word in _WEAK_WORDS else 1.0


def _cut(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = _DOUBLED.sub(r"\1", word[: -len(ending)])
            break
    return word.rstrip("aeiouy") or word


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().replace("\n", " / ").split(" / ")]


def _roots() -> dict[str, str]:
    roots = {word: digits for digits, word in (line.split() for line in _lines(_COUNTS))}
    groups = re.sub(r"\n {8}", " ", _SAME).strip().splitlines()
    for group in groups:
        head, *others = group.split()
        for word in (head, *others):
            roots.setdefault(word, f"={head}")
    for line in _lines(_ALIASES):
        head, _, names = line.partition(": ")
        for name in (head, *names.split()):
            roots[name] = _cut(head)
    return roots


_ROOTS: Final = _roots()
_FORMS: Final = {_cut(word): same for word, same in reversed(_ROOTS.items()) if same[0] == "="}
"""The same by what is left of each word, for forms that are not listed: "strikes"."""

_LANDS: Final = frozenset(
    (*map(root, _COUNTRIES.split()), *(joined(name.split("-")) for name in _HALVES.split()))
)
