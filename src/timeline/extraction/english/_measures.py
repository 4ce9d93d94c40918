"""The words of counted things: persons, adjectives that name no kind, nations and their people."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._directions import DOWNWARDS, UPWARDS
from timeline.extraction.english._numbers import words
from timeline.extraction.english._places import PLACE_WORDS

GENERIC_PERSONS: Final[frozenset[str]] = words(
    """
    people person persons soldiers soldier troops troop men man servicemen serviceman servicewomen
    fighters fighter personnel combatants combatant warriors others other individuals humans souls
    lives life recruits conscripts reinforcements force forces contingent army victims victim
    casualties casualty them women-and-men occupants
    """
)
"""Words for persons that say nothing of which: "300 soldiers killed" measures the killed."""

PERSONS: Final[frozenset[str]] = words(
    """
    officers officer civilians civilian children child women woman boys boy girls girl generals
    general police policemen policeman firefighters firefighter paramedics rescuers medics doctors
    doctor nurses nurse patients patient workers worker employees employee staff miners miner
    passengers passenger crew sailors sailor pilots pilot students student pupils pupil teachers
    teacher journalists journalist reporters reporter residents resident villagers villager
    citizens citizen migrants migrant refugees refugee tourists tourist hostages hostage prisoners
    prisoner inmates inmate detainees detainee suspects suspect protesters protester protestors
    demonstrators demonstrator activists activist militants militant rebels rebel insurgents
    insurgent gunmen gunman terrorists terrorist mercenaries mercenary paratroopers paratrooper
    marines marine guards guard commanders commander officials official politicians politician
    lawmakers lawmaker ministers minister senators senator deputies deputy mps delegates delegate
    candidates candidate voters voter supporters supporter fans fan players player athletes
    athlete runners swimmers drivers driver farmers farmer engineers engineer technicians
    scientists scientist experts expert analysts analyst observers observer volunteers volunteer
    members member customers customer users user visitors visitor guests guest attendees
    spectators witnesses witness executives executive managers manager directors director
    shareholders shareholder judges judge lawyers lawyer jurors defendants plaintiffs
    relatives adults adult teenagers teenager infants infant babies baby
    brothers sisters parents parent mothers fathers friends survivors survivor evacuees immigrants
    peacekeepers peacekeeper diplomats diplomat monks priests nuns worshippers pilgrims climbers
    hikers divers fishermen fisherman foreigners foreigner nationals national veterans veteran
    reservists reservist agents agent spies spy operatives captives captive pows servants
    dissidents clerics youths youth servicepersons inhabitants shoppers commuters motorists
    bystanders elderly homeless wounded injured dead missing gamers subscribers subscriber
    investors investor contractors contractor sergeants captains colonels majors lieutenants
    partisans looters rioters hackers contacts applicants participants claimants tenants
    bodies grandchildren grandchild stepchildren schoolchildren sons daughters grandparents uncles
    aunts cousins nephews nieces husbands wives siblings spouses toddlers newborns
    respondents respondent correspondents adolescents delinquents incumbents opponents dependents
    accountants assistants merchants peasants entrants recipients clients presidents
    pensioners pensioner seniors clerks clerk travellers traveller travelers traveler
    """
)
"""Words for persons that say which: "officers killed" is a measure of its own."""

IRREGULAR_PLURALS: Final[frozenset[str]] = words(
    """
    people men women children police troops personnel aircraft staff cattle sheep crew infantry
    servicemen policemen gunmen fishermen firemen servicewomen dead wounded injured missing
    homeless spacecraft hovercraft elderly mice geese feet teeth media criteria bacteria others
    artillery equipment ammunition grandchildren stepchildren schoolchildren lives wives knives
    leaves halves data offspring youth oxen deer fish salmon trout cod tuna herring bison elk moose
    reindeer swine poultry livestock cannon midwives housewives alumni clergy gentry cavalry
    crossroads chassis fungi cacti nuclei larvae algae vertebrae curricula strata kibbutzim
    """
)
"""Words that stand for many without an s."""

MODIFIERS: Final[frozenset[str]] = words(
    """
    new old more other further additional extra fresh large small big huge massive major minor
    main key key important significant different separate various certain several similar same
    young local regional national international foreign military civilian armed unarmed heavy
    light long short high low deep wide full empty whole entire total overall average mere good
    bad poor rich best worst top senior junior female male many few first second third last next
    late early recent current former future present past alleged suspected possible potential
    confirmed unconfirmed known unknown unnamed nearby remote southern northern eastern western
    central rural urban public private black white red green blue yellow strong weak hostile enemy
    innocent ordinary extra such own ex advanced modern candidate temporary secret
    """
)
"""Adjectives before a counted noun that are no part of its name."""

MODIFIER_ENDINGS: Final[tuple[str, ...]] = (
    "al", "ic", "ive", "ous", "able", "ible", "ful", "less", "ed", "ing", "est", "ish", "ary",
    "ian", "ern", "ese", "ly", "ular", "ent", "ant", "long", "based", "sized", "made",
)  # fmt: skip
"""How most other adjectives end."""

NOUNS_BEFORE: Final[frozenset[str]] = words(
    """
    hospital metal coal canal signal animal capital terminal journal trial coral mineral chemical
    festival arsenal cathedral crystal pedal cereal medal traffic music clinic fabric plastic
    picnic archive olive executive automotive cable vegetable forest protest harvest chest nest fish
    dish rubbish library salary secretary seed feed weed bed speed steel breed parent patient
    student client agent resident president accident incident patent event tent rent talent
    continent plant tenant restaurant elephant infant merchant giant grant consultant immigrant
    garment lantern pattern library diary dictionary ferry family supply assembly reed
    """
)
"""Nouns that end as adjectives do: what stands behind them keeps them, "patient records"."""

TIME_UNITS: Final[frozenset[str]] = words(
    """
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends
    fortnight month months year years decade decades century centuries season seasons quarter
    quarters am pm a.m. p.m. o'clock gmt utc est times
    """
)
"""What counts time: a duration, which the reader of dates takes."""

DISTANCES: Final[frozenset[str]] = words(
    """
    cents cent pence millimetres millimeters
    km kilometres kilometers kilometre kilometer miles mile metres meters metre
    meter m cm mm centimetres centimeters feet foot ft yards yard inches inch mph kph km/h knots
    knot nautical degrees degree °c celsius fahrenheit kg kilograms kilogrammes lb lbs
    pounds-force ghz mhz gb mb megapixels mw gw kw kwh volts watts light-years points point runs
    goals sets overs laps seed sq square litres liters decibels bits bytes kilobits
    megabits gigabits kilobytes megabytes gigabytes terabytes
    """
)
"""What measures how far, how heavy, how fast, or a game: no count of news."""

NOT_COUNTED: Final[frozenset[str]] = words(
    """
    sides side things thing ways way reasons reason parts part kinds kind types type factors
    cases-of aspects issues options steps points sources occasions fronts sectors directions
    stages phases words halves ends hands feet us
    """
)
"""Nouns that news counts in passing: read only where the text says what befell them."""

NATIONS: Final[dict[str, str]] = {
    " ".join(name).lower(): word.country.adjective
    for name, word in PLACE_WORDS.items()
    if word.role == "name"
}
"""Names of countries, in lower case, and the adjective of each."""

PEOPLES: Final[dict[str, str]] = {
    name[-1].lower(): word.country.adjective.split()[-1]
    for name, word in PLACE_WORDS.items()
    if word.role == "people"
}
"""What the people of a country are called, in lower case and by their last word."""

PLURALS: Final[dict[str, str]] = {
    word.country.adjective: " ".join(name)
    for name, word in reversed(PLACE_WORDS.items())
    if word.role == "people"
}
"""The people of an adjective: "North Koreans" of "North Korean"."""

ADJECTIVES: Final[frozenset[str]] = frozenset(
    name[-1].lower() for name, word in PLACE_WORDS.items() if word.role == "adjective"
)
"""Adjectives of countries, in lower case and by their last word."""

TROOPS: Final[frozenset[str]] = words(
    """
    soldiers soldier troop troops men servicemen serviceman personnel forces fighters fighter
    people recruits conscripts reinforcements mercenaries militants officers officer police
    policemen peacekeepers marines paratroopers sailors rescuers firefighters brigades brigade
    battalions battalion regiments divisions units unit tanks ships warships planes aircraft jets
    helicopters helicopter frigates corvettes gunboats destroyers submarines drones gunships
    warplanes vessels boats vehicles workers doctors medics engineers observers experts guards
    agents volunteers
    reservists them others combatants servicewomen contingent
    """
)
"""What is sent and deployed; the people of a nation are, too."""

STRENGTHS: Final[frozenset[str]] = words(
    """
    contingent contingency force forces army unit group corps brigade battalion detachment
    garrison deployment troops mission expedition company platoon squadron
    """
)
"""What an "11,000-strong" thing is where its strength was sent."""

GROUPS: Final[frozenset[str]] = words(
    """
    groups parties teams batches squads columns waves packs bands clusters units
    """
)
"""What comes "of 20, 40 or 60": the number is the size of each."""

_SPACES: Final = words("metres meters kilometres kilometers miles feet yards")
CONTAINERS: Final[frozenset[str]] = words(
    """
    tonnes tons hectares acres litres liters gallons kilos kilograms grams grammes bushels ounces
    pounds kg kgs kilogrammes
    """
) | frozenset(f"{of} {unit}" for of in ("cubic", "square") for unit in _SPACES)
"""What measures a stuff: of "20 tonnes of aid" the aid is measured, in tonnes."""

PACKS: Final[frozenset[str]] = words("barrels bottles boxes doses bags crates packages rounds")
"""Things that are counted by themselves, and in which the level of a stuff is given, too."""

RISES: Final[frozenset[str]] = UPWARDS | words(
    "up gained gain gains gaining higher raise raised raising adding expanded expanding"
)
"""Words of a change upwards."""

FALLS: Final[frozenset[str]] = DOWNWARDS | words(
    """
    down lost lower less fewer cut cuts cutting reduction reduced reducing discount shed losing
    lowered lowering trimmed trimming slashed slashing devalued devaluing
    """
)
"""Words of a change downwards."""

PLACES: Final[frozenset[str]] = words(
    """
    towns town villages village settlements settlement cities city districts district hamlets
    positions hills islands island bases base ports regions provinces strongholds outposts trenches
    airports airfields bridges areas territories kilometres buildings posts checkpoints
    """
)
"""What is captured when it is seized; other things are seized."""

SINGULARS: Final[dict[str, str]] = {
    "shares": "share", "stocks": "stock", "prices": "price", "costs": "cost", "wages": "wage",
    "rates": "rate", "rents": "rent", "fares": "fare", "bills": "bill", "yields": "yield",
    "salaries": "salary", "tariffs": "tariff", "fees": "fee", "taxes": "tax",
}  # fmt: skip
"""What stands in the singular before "rise" and "fall"; exports and sales do not."""

SHARE_WORDS: Final[frozenset[str]] = words("share shares stock stocks")
"""What has a price on an exchange."""

_LENGTHS: Final = words("metres meters metre meter m feet foot ft cm centimetres inches")
_DEPTHS: Final = words("mm millimetres millimeters cm centimetres centimeters inches inch metres")

_RAINS: Final = words("mm millimetres millimeters")

SIZES: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "rainfall": ("rainfall", _DEPTHS), "rain": ("rainfall", _DEPTHS),
    "snow": ("snowfall", _DEPTHS), "snowfall": ("snowfall", _DEPTHS),
    "river": ("water level", _LENGTHS), "rivers": ("water level", _LENGTHS),
    "lake": ("water level", _LENGTHS), "reservoir": ("water level", _LENGTHS),
    "level": ("water level", _LENGTHS), "levels": ("water level", _LENGTHS),
    "water": ("water level", _LENGTHS), "waters": ("water level", _LENGTHS),
    "floodwaters": ("water level", _LENGTHS), "flood": ("water level", _LENGTHS),
    "tide": ("water level", _LENGTHS), "mud": ("mud", _LENGTHS), "ash": ("ash", _LENGTHS),
    "fell": ("rainfall", _RAINS),
    "temperature": ("temperature", words("degrees degree \u00b0c celsius fahrenheit")),
    "temperatures": ("temperature", words("degrees degree \u00b0c celsius fahrenheit")),
}  # fmt: skip
"""What news measures, by its word: the name of the measure, and the units that it can have."""

SIZE_UNITS: Final[dict[str, str]] = {
    "mm": "mm", "millimetres": "mm", "millimeters": "mm", "cm": "cm", "centimetres": "cm",
    "centimeters": "cm", "metre": "metres", "meter": "metres", "meters": "metres", "m": "metres",
    "foot": "feet", "ft": "feet", "inch": "inches", "degree": "degrees", "\u00b0c": "degrees",
}  # fmt: skip
"""How the units of what is measured are written in figures, where that differs from the text."""

TAKE_LIVES: Final[frozenset[str]] = words("cost costs costing claimed claiming claims")
LIVES: Final[frozenset[str]] = words("lives life victims victim")
"""A disaster claims lives and costs lives; what costs people anything else kills nobody."""
