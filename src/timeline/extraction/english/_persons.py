"""Words for persons in the plural: by their endings, and those that end as things do."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

AT_WORK: Final = words(
    """
    passengers prisoners villagers foreigners settlers strangers followers customers teenagers
    consumers pensioners protesters voters buyers commuters holders survivors debtors minors
    seniors donors
    """
)
"""Persons by their endings who are not sent anywhere as workers and soldiers are."""

PERSON_ENDINGS: Final = ("ists", "ees", "eers", "ians", "ers", "ors")
"""How words for persons end in the plural that no list has."""

THING_ENDINGS: Final = (
    "liners", "tankers", "copters", "papers", "letters", "meters", "towers", "flowers", "quarters",
    "conductors", "computers", "orders", "chargers", "containers", "oors",
)  # fmt: skip
"""How compounds end that are things, whatever comes before: "supertankers", "newspapers"."""

NO_PERSONS: Final = words(
    """
    otters plovers adders hamsters woodpeckers kingfishers warblers salamanders retrievers terriers
    harriers oystercatchers sandpipers flycatchers grasshoppers roosters condors crawlers anteaters
    clovers junipers creepers peppers ferrets gophers platters trackers zanders groupers floaters
    accelerators adapters adders airliners alligators amplifiers anchors answers antlers
    automakers badgers banners barriers batters bears beavers beers bees binders blasters
    blisters blockers boilers bombers boosters borders boulders breakers broadcasters broilers
    buffers builders bulldozers bumpers bunkers burgers burners calculators cancers canisters
    careers carmakers carriers casters centers chambers chapters characters chargers charters
    chipmakers choppers clusters coasters coffees collars colors combiners committees
    compressors computers condensers connectors containers controllers conveyors coolers corners
    corridors counters couplers covers crackers craters cruisers crushers cucumbers cutters
    cylinders dangers decoders decrees degrees destroyers detectors detonators developers
    digesters diggers dinners disasters dispensers dollars doors dozers draggers drawers
    dressers drugmakers dryers dumpers ears elevators embers employers encounters endeavors
    errors escalators excavators exporters extractors factors favors feathers feeders fees
    fevers fibers fillers filters fingers fists floors flowers flyers folders freezers
    freighters frontiers gears generators geysers glaciers gliders grinders growers guarantees
    gutters hammers hangers harbors haulers headquarters heaters helicopters hoppers hours
    howitzers icebreakers importers incinerators incubators indicators injectors insurers
    interceptors inverters jammers jetliners jubilees knees ladders lasers launchers layers
    ledgers lenders letters levees levers lighters liners lists liters litters loaders lobsters
    lockers makers maneuvers manners manors manufacturers markers masters matters mergers
    meteors meters milliliters minesweepers mirrors mists mixers monitors monsters mortars
    motors multipliers murders numbers offers operators orders others oysters pacemakers pagers
    panthers papers parameters pedigrees pillars pipers planers platters pliers polymers posters
    powers precursors predators printers processors producers projectors propellers providers
    publishers pullovers quarters radars radiators razors reactors receivers recorders refiners
    refrigerators registers reminders reservoirs resistors retailers rivers rollers rosters
    rotors routers rovers rudders rumors rupees sabers scanners schooners scooters scrapers
    sectors semesters semiconductors sensors separators servers sewers shelters shipbuilders
    shoulders showers shutters simulators skyscrapers sliders slippers smelters sneakers
    spanners spears spiders sprinklers steamers stickers strollers summers supercomputers
    superconductors superpowers suppliers sweaters sweepers switchers takeovers tankers tapers
    tears tenders terrors theaters thermometers thrillers thrusters tigers timbers timers
    tippers toasters toffees toners towers trackers tractors trailers transfers transformers
    transistors transmitters transponders trawlers trees tremors trenchers triggers trimmers
    trousers tubers tumblers tumors tuners turnovers tweezers twisters twists vapors vectors
    vipers vouchers wafers wagers waists warmers waters weathers whalers whiskers wholesalers
    winters wipers wonders wrappers wrists years zippers
    """
)
"""Things whose words end as those of persons do."""

MEN: Final = "men"
"""How words for persons end in the plural without an s: "airmen", "policewomen"."""

NO_MEN: Final = words(
    "specimen regimen abdomen acumen omen stamen lumen semen ramen cyclamen hymen"
)
"""Words with that end that are no persons."""

PERSONS_TOO: Final = words(
    """
    abbesses abbots accomplices acolytes acrobats adolescents aides apostles apprentices
    aristocrats artisans astronauts attendants attorneys bachelors bailiffs bandits barons
    beneficiaries bigwigs billionaires bishops bosses boys brides burglars busboys caddies
    cadets cardinals celebrities champions chaplains chefs chiefs choirboys clients colleagues
    commandos communists compatriots comrades confidants conscripts constables convicts cooks
    correspondents cosmonauts cousins cowboys criminals crooks culprits curates deacons
    dependants dependents descendants detectives dignitaries diplomats disciples dockhands dukes
    emissaries enthusiasts envoys exiles fans farmhands fiances fugitives geniuses ghostwriters
    girls godparents graduates grandmasters guardsmen guerrillas guests heiresses heirs herdsmen
    hermits heroes hooligans hostesses imams infants informants inmates interns invalids
    journeymen kings knights lads landlords laureates legionnaires lifeguards locals louts
    magistrates maids marines martyrs masseurs mechanics mercenaries millionaires missionaries
    mistresses monarchs monks nannies nationals natives neonates nobles nomads notaries novices
    nuns occupants oligarchs orphans outlaws paedophiles pals pastors patriarchs patriots
    peasants pickpockets pilgrims pirates playwrights poets postgraduates priests princes
    princesses prodigies prostitutes pundits pupils rabbis recluses recruits refugees residents
    rogues rookies saints savants scholars scouts secretaries serfs sergeants sheikhs shepherds
    sherpas signatories skinheads slaves sophomores spies spouses stagehands stevedores
    stewardesses stewards stuntmen surgeons thieves thugs toddlers truants typists umpires
    undergraduates vagrants vandals vicars villains wardens widows yachtsmen youths zealots
    """
)
"""Persons whose words end as those of things do, too."""
