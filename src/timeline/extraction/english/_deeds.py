"""Words around verbs of any kind: what a verb that no table knows says of what is counted."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

AUXILIARIES: Final = words(
    """
    has have had having is are was were be been being will would could should may might must can
    shall did do does get got getting to
    """
)
"""What a group of verbs begins with."""

BE: Final = words("is are was were be been being get got getting")
"""Those that make a passive of a participle."""

MODALS: Final = words("will would could should may might must can shall did do does to")
"""Those behind which a verb stands in its base form."""

NEGATIONS: Final = words("not never no nor neither hardly n't without cannot")
"""What denies a verb."""

BETWEEN: Final = words(
    """
    also already still since so far now then all both just again ever yet later soon thus
    """
)
"""Adverbs within a group of verbs that do not end in -ly."""

AWAITED: Final = words(
    """
    expected due set thought believed reported said feared understood known scheduled likely able
    forced told ordered allowed supposed meant planned going ready poised estimated presumed
    """
)
"""What stands before "to" and the verb that tells: "is expected to be repaired"."""

BIDDEN: Final = words(
    """
    asked advised invited urged encouraged instructed begged reminded requested warned
    persuaded tempted implored counselled challenged
    """
)
"""What is said to somebody before "to" and a verb: whether it is done, nobody tells."""

PLACED: Final = words("put taken brought placed set called sent thrown laid")
"""Participles that a preposition and a bare noun make another verb of: "put on trial"."""

PARTICLES: Final = words("back up down off out away aside")
"""Adverbs that make another verb of one: "set up", "pushed back"."""

INWARD: Final = words(
    "taken brought called handed filled turned sworn phased ushered sent hauled drawn moved reeled "
    "fenced hemmed snowed"
)
"""Participles with which "in" makes another verb: "taken in", "filled in"."""

CRAFT: Final = words(
    """
    tankers ships vessels boats trawlers freighters barges ferries yachts planes aircraft jets
    helicopters trucks lorries vans cars vehicles buses trains trailers containers cargoes parcels
    shipments motorcycles cattle goods drones
    """
)
"""Things that are detained, released or held as persons are."""

CARERS: Final = words("doctors nurses medics surgeons paramedics midwives specialists ambulances")
"""Who goes to hospitals and is no patient there."""

NO_STRIKERS: Final = words(
    "people residents civilians families villagers inhabitants others men women"
)
"""Who walks out of a place, and of no work."""

LIGHT: Final = words(
    """
    been had got gotten given made taken done seen faced held kept included contained comprised
    needed wanted sought used received shown reached become remained marked witnessed suffered
    reported recorded registered announced claimed alleged expected counted listed numbered
    totalled totaled represented involved featured meant known called named based related compared
    followed required estimated put said told believed thought feared hoped noted warned
    declared predicted stressed insisted explained argued admitted denied confirmed acknowledged
    revealed disclosed mentioned cited described quoted linked suggested concluded agreed wrote
    written
    learned learnt stated asked seemed appeared looked felt considered led brought left
    let gone come stayed continued begun started stood sat lain run kept turned tended happened
    cost paid spent earned averaged exceeded surpassed topped hit served enjoyed allowed enabled
    helped caused combined averaged lasted amounted according touted offered provided supplied set
    boasted spanned comprised entered gained issued generated pinned attributed blamed ascribed
    """
) | frozenset(
    {"turned out", "turned up", "shown up", "ended up", "wound up", "made up",
    "come up"}
)  # fmt: skip
"""Participles of verbs that only say that there is something, or that it is told or had."""

NOMINALS: Final[dict[str, str]] = {
    noun: verb
    for verb, nouns in {
        "evacuated": "evacuation", "closed": "closure closing shutdown", "demolished": "demolition",
        "built": "construction building", "cancelled": "cancellation", "removed": "removal",
        "suspended": "suspension", "appointed": "appointment", "dismissed": "dismissal firing",
        "sold": "sale disposal", "bought": "purchase acquisition", "opened": "opening",
        "recalled": "recall", "withdrawn": "withdrawal", "destroyed": "destruction",
        "delivered": "delivery", "rescued": "rescue", "arrested": "arrest detention",
        "released": "release freedom freeing liberation", "executed": "execution",
        "murdered": "murder", "convicted": "conviction", "acquitted": "acquittal",
        "treated": "treatment", "buried": "burial", "hired": "hiring", "trained": "training",
        "collapsed": "collapse", "scrapped": "scrapping", "burned": "burning",
        "hijacked": "hijacking", "exhumed": "exhumation", "renovated": "renovation",
        "installed": "installation", "privatised": "privatisation privatization",
        "nationalised": "nationalisation nationalization", "disqualified": "disqualification",
        "beheaded": "beheading", "bombed": "bombing", "occupied": "occupation",
        "resigned": "resignation", "exported": "export", "converted": "conversion",
        "expelled": "expulsion", "seized": "seizure confiscation",
        "stolen": "theft", "approved": "approval", "rejected": "rejection",
        "nominated": "nomination", "discovered": "discovery", "launched": "launch",
        "repaired": "repair", "replaced": "replacement", "relocated": "relocation",
        "transferred": "transfer", "deported": "deportation", "recruited": "recruitment",
        "felled": "felling", "culled": "cull culling", "planted": "planting",
        "extradited": "extradition", "evicted": "eviction", "displaced": "displacement",
        "abducted": "abduction kidnapping", "imprisoned": "imprisonment jailing",
        "inspected": "inspection", "vaccinated": "vaccination", "smuggled": "smuggling",
        "grounded": "grounding", "slaughtered": "slaughter", "looted": "looting",
        "postponed": "postponement", "restored": "restoration", "imported": "importation",
        "blacklisted": "blacklisting", "designated": "designation", "resettled": "resettlement",
        "repatriated": "repatriation", "naturalised": "naturalisation naturalization",
    }.items()
    for noun in nouns.split()
}  # fmt: skip
"""Nouns of deeds: "the closure of 12 plants" is plants closed."""

CARRIED_OVER: Final = words("hand hands handed handing turn turns turned turning")
"""Verbs with "over" behind them, which bounds no number there: "handed over three agents"."""

ADMITS: Final = words("admitted admits admitting treated treats treating")
CARED_FOR: Final = words("patients casualties wounded injured victims")
"""Whom a hospital takes in: those that it admitted are hospitalised."""

FIRED: Final = words(
    "shells shell shots shot rounds bullets mortars grenades salvos volleys flares"
)
"""What is fired, and never launched."""

AT_IT: Final = words("working living staying waiting doing looking going")
"""What persons are always at: it says nothing of them."""

NO_VERBS: Final = words(
    """
    including following according during regarding concerning involving using having making
    evening morning ceiling wedding spring missing remaining existing excluding pending
    notwithstanding barring outstanding being anything something nothing everything
    """
)
"""Words in -ing before a number that tell of no deed."""

PREPOSITIONS: Final = words(
    """
    of in on at by to from for with across within inside outside throughout near along among into
    over under against between behind via per during since until after before around amid as than
    like upon onto towards toward
    """
)
"""Behind these stands no subject."""

PLAIN_FOLLOWERS: Final = PREPOSITIONS | words(
    """
    and or but while when where because if although though that which who so then there here
    today yesterday overnight again already now early late last this next alone together home
    abroad nationwide worldwide earlier later since ago overboard ashore aground apart short asleep
    """
)
"""What can follow a verb that has no object."""

RELATIVES: Final = words("who which that")
"""What opens a clause about the noun before it."""

COLLECTIVES: Final = words("families family households household couples")
"""Groups of people that are counted as such: what befalls people befalls them."""

OF_PERSONS: Final = frozenset(
    {"arrested", "laid off", "convicted", "on strike", "held hostage", "kidnapped", "expelled",
    "hired", "in critical condition", "stood down"}
)  # fmt: skip
"""What is said of people alone: whatever its word, people is what is counted."""

IMPLIED: Final[dict[str, frozenset[str]]] = {
    "killed": words("patients victims"),
    "infected": words("patients"),
    "hospitalised": words("patients"),
    "arrested": words("suspects"),
    "remanded in custody": words("suspects defendants"),
    "rescued": words("survivors"),
    "evacuated": words("residents inhabitants villagers locals"),
    "displaced": words("residents inhabitants villagers locals"),
    **dict.fromkeys(
        ("in favour", "against", "abstained"),
        words(
            "senators lawmakers deputies mps legislators councillors voters members directors "
            "judges justices jurors delegates representatives governors commissioners policymakers "
            "shareholders trustees councilors"
        ),
    ),
}
"""Persons of whom a measure is said as a matter of course: of them, only the measure is named."""

STATES_OF_PERSONS: Final = words("injured wounded dead missing sick")
"""Adjectives for persons that are part of no name: "nine of the injured were in danger"."""

DESCRIBING: Final = words(
    """
    striking remaining surviving existing leading missing neighbouring neighboring surrounding
    growing rising ruling winning losing competing visiting returning fleeing protesting outgoing
    incoming following living dying sitting standing participating opposing warring
    """
)
"""Adjectives in -ing; others before a noun are part of its name: "polling stations"."""

HAD: Final = words(
    "given received raised sought wanted needed requested demanded handed kept withheld set"
)
"""Verbs of money that is only had or given: "money received"."""

KIN: Final = words(
    """
    children child grandchildren grandchild stepchildren sons son daughters daughter brothers
    brother sisters sister siblings parents grandparents uncles aunts cousins nephews nieces
    husbands wives spouses relatives friends colleagues comrades neighbours neighbors babies twins
    """
)
"""Whom one can lose only by death."""

FOUND: Final = words(
    "found recovered retrieved discovered exhumed unearthed pulled located collected dug fished "
    "brought"
)
"""What is done with bodies when they are found."""

ACTORS: Final = words("survivors survivor hostages prisoners refugees evacuees captives")
"""Whom a noun says what befell, unless they are those who act."""

GATHERED: Final = words(
    """
    shipment shipments consignment cargo batch haul cache convoy fleet stockpile scheme plan project
    series string collection delivery load set swarm herd flock crop stash pile flotilla barrage
    salvo volley wave hoard development estate network chain pack bundle mountain
    """
)
"""What befalls these befalls each thing that they are "of": "seized a haul of 400 rifles"."""

NOTED: Final = words(
    """
    issued generated served seen reported recorded received registered announced held made faced
    shown given granted passed
    """
)
"""Verbs that only say that there is something, by which even a few of it are counted."""

HAVING: Final = words(
    """
    owned run operated maintained possessed lacked retained boasted experienced endured recorded
    counted received needed required suffered had held faced reached held gained cost
    """
)
"""Verbs by whose subject what is counted is had, needed or met with, even a few of it."""

HOLDING: Final = words(
    "hold own keep use need face want rely depend share lack owe possess earn get claim seek see"
)
"""Verbs in the present whose object has all participles behind them."""

BUILT_OF: Final = words(
    """
    floors storeys stories doors rooms bedrooms bathrooms windows pages chapters wheels legs arms
    eyes ears decks lanes letters acts verses rows corners walls wings compartments
    cylinders gears buttons strings petals colours colors layers sections volumes columns lines
    sets digits syllables holes heads tails
    """
)
"""What a thing has as its parts: that it has them is no news."""

BODIES: Final = words(
    "countries states nations companies firms governments groups parties banks members unions "
    "cities"
)
"""What is no person and acts all the same: "signed by 61 countries"."""
