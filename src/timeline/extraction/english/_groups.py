"""Who speaks in the news without a name: officials, agencies, papers, reports and the like."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._titles import PERSONS, listed

_IRREGULAR: Final = {
    "chairman": "chairmen",
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "fisherman": "fishermen",
    "gunman": "gunmen",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "wife": "wives",
    "witness": "witnesses",
    "eyewitness": "eyewitnesses",
    "mp": "mps",
    "man": "men",
    "woman": "women",
}


def plural(noun: str) -> str:
    """Return the plural of a *noun* of the lists.

    >>> plural("official"), plural("agency"), plural("witness")
    ('officials', 'agencies', 'witnesses')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "sh")) else f"{noun}s"


# Bodies that speak with one voice.
BODIES: Final = listed(
    """
    lender insurer carrier brewer drugmaker chain shipbuilder steelmaker refinery utility
    miner publisher studio brokerage grocer restaurant shipper agency ministry government
    army military navy police company firm bank court university department office council
    commission party union service directorate administration bureau institute institution
    organisation organization group watchdog regulator parliament congress senate house
    embassy presidency cabinet carmaker automaker manufacturer airline maker retailer giant
    team club federation association charity foundation think-tank tank board committee
    panel body authority hospital church alliance coalition bloc command staff republic
    state nation country kingdom city force guard militia corporation consortium operator
    supplier planemaker automakers chipmaker startup developer campaign tribunal centre
    center laboratory observatory exchange fund treasury secretariat
    opposition brigade battalion regiment league wing
    """
)

# Several people without names; singulars are in PERSONS.
GROUPS: Final = frozenset(plural(noun) for noun in PERSONS | BODIES) | listed(
    """
    authorities people troops forces locals villagers sources spokespeople police activists
    critics supporters opponents doctors medics rescuers crews teams investigators
    detectives firefighters prosecutors militants rebels insurgents protesters demonstrators
    refugees allies diplomats academics scholars markets shareholders unions campaigners
    charities governments agencies militaries media newspapers outlets regulators powers
    nations states countries intelligence firms companies banks families prisoners
    executives insiders economists forecasters seismologists pollsters islanders commanders
    backers elders leaders loyalists lawmakers staff employees fans clubs parents men women
    """
)

# Groups that are sources when nothing more is said of them.
SAYERS: Final = listed(
    """
    officials analysts observers experts authorities sources witnesses eyewitnesses
    residents investigators police prosecutors economists scientists researchers critics
    activists locals diplomats lawmakers insiders doctors lawyers traders campaigners
    rescuers regulators forecasters historians academics scholars commentators organisers
    organizers villagers seismologists meteorologists epidemiologists pollsters spokespeople
    medics
    """
)

# Bodies that count and measure what others do; a firm that registers patents is none.
COUNTERS: Final = listed(
    """
    agency office bureau institute institution ministry police commission observatory mission
    service department authority centre center council observatory survey laboratory directorate
    administration watchdog coastguard monitor ombudsman inspectorate academy organisation
    organization charity cross crescent watch network nations foundation committee rescuers
    observers monitors researchers doctors activists volunteers
    """
)

# Common adjectives and nouns before the head of a group: "defence officials".
GROUP_WORDS: Final = listed(
    """
    military health security political government company industry human rights aid
    intelligence police court opposition union rebel state media law enforcement defence
    defense foreign interior finance financial economic legal medical election electoral
    union trade labour labor hospital local regional national federal international
    provincial municipal civil public private army naval air navy border customs tax weather
    climate energy oil market stock bank banking technology tech software aviation airline
    railway transport church religious tribal community student youth women's children's
    environmental conservation scientific academic diplomatic administration party
    parliamentary pro-government anti-government separatist islamist emergency rescue fire
    relief humanitarian county city district village prison news ground special paramilitary
    allied retired captured wounded surviving eye spy counter-terrorism counterterrorism
    counterintelligence justice agriculture education immigration space
    """
)

# What carries the word of others to the public.
MEDIA: Final = listed(
    """
    paper newspaper broadcaster outlet channel network magazine website site station daily
    weekly tabloid newswire wire portal publication blog podcast programme program journal
    radio television tv
    """
) | {"news agency", "news service"}

# Writings that say something; who wrote them is the source.
WRITINGS: Final = listed(
    """
    report reports statement statements study survey poll filing document documents article
    letter memo update communique communiqué bulletin estimate estimates figures data
    assessment assessments analysis findings investigation inquiry review account accounts
    claim claims story stories papers records dispatch summary release message post tweet
    testimony calculation calculations reckoning count forecast forecasts projection
    projections headlines rumours rumors allegations paper indictment ruling verdict lawsuit
    complaint affidavit transcript leak leaks prediction predictions count tally
    """
)
COUNTED: Final = listed(
    """
    estimate estimates figures assessment assessments calculation calculations reckoning
    count tally projection projections data
    """
)

# Occasions at which somebody speaks: "said in an interview with X", "wrote in a post on X".
OCCASIONS: Final = listed(
    """
    interview statement video message post tweet speech address briefing update report
    letter call conference broadcast article note filing hearing testimony remarks comments
    email e-mail memo release recording clip footage podcast blog column editorial bulletin
    meeting  summit debate press telephone phone email communique communiqué
    television tv radio interviews op-ed essay book study paper forecast estimate assessment
    announcement affidavit complaint ruling facebook twitter telegram instagram x
    conversation evening court parliament congress visit rally ceremony dispatch story
     documents advisory advisories newsletter circular submission memorandum presentation notice
    """
)

# At which somebody speaks who is named before: "the board, at a session on Monday, announced".
MEETINGS: Final = OCCASIONS | listed(
    """
    session sessions rally vigil gathering gala dinner lunch breakfast reception convention congress
    sitting forum plenary assembly inquest trial lecture seminar webinar sermon mass funeral talk
    talks tour march protest launch presser
    """
)

# They say that nobody is named, or how many: no part of the name of a group.
UNNAMED: Final = listed(
    """
    unnamed anonymous unidentified undisclosed senior several some many most other various
    two three four five top high-ranking high-level former leading numerous multiple both
    certain few additional more all these those the a an its their his her our another one
    any local unspecified recent new latest previous earlier own first
    initial early independent key prominent respected well-placed familiar
    """
)

# Who is told without passing it on.
LISTENERS: Final = listed(
    """
    jurors magistrates readers viewers listeners mourners guests shoppers worshippers parishioners
    passengers
    reporters journalists lawmakers parliament congress senate investors employees staff
    workers supporters crowd crowds audience people him her them me us court jury judge
    police council committee security conference briefing mps deputies members shareholders
    analysts fans voters press media pupils students friends family troops soldiers
    colleagues customers everyone nation senators pm ps dg
    """
)

# Words of names of organisations: a capitalised phrase with one of them is one.
ORGANISATION_WORDS: Final = listed(
    """
    ministry agency service university council bank corp corp. corporation inc inc. ltd ltd.
    plc llc co co. company party army navy air force forces union committee court department
    office police institute institution group airlines airways motors association federation
    commission directorate bureau board authority administration society foundation fund
    organisation organization centre center college school hospital club team league
    alliance brigade division regiment battalion corps guard command staff parliament
    congress senate assembly house cabinet intelligence security trust network holdings
    industries technologies systems electronics pharmaceuticals energy oil gas petroleum
    partners capital securities exchange observatory nations reserve treasury headquarters
    lines shipping railways railway brothers stores foods laboratories survey mission fleet
    ag se gmbh nv spa ab asa oyj kg chiefs computer computers aircraft services airplanes
    store software motor automotive aerospace space mobile pictures records studios
    entertainment financial investment investments equity management research solutions labs
    healthcare health insurance steel mining logistics cars trucks electric power telecom
    communications express chemical chemicals petrochemicals refining metals minerals plastics
    cement materials beverages biotech therapeutics semiconductor semiconductors robotics ventures
    properties
    """
)
MEDIA_WORDS: Final = listed(
    """
    times post news journal daily gazette herald tribune radio tv television guardian press
    magazine broadcasting telegraph independent observer mirror standard chronicle express
    mail globe inquirer monitor review reporter today wire media diario zeitung presse
    gazeta novosti corriere país pais mundo courier register ledger argus examiner sentinel
    dispatch messenger weekly bulletin
    """
)

# Media whose names say nothing of it.
MEDIA_NAMES: Final = listed(
    """
    Reuters AFP Agence France-Presse AP BBC CNN CNBC NPR NBC ABC CBS PBS MSNBC ITV DPA ANSA
    EFE TASS Tass Xinhua Yonhap Kyodo NHK KCNA CCTV RIA Interfax Ukrinform Bloomberg Axios
    Politico Vox Slate Wired Forbes Fortune Newsweek Time Guardian Economist Nikkei Spiegel
    Bild Zeit Welt Monde Figaro Libération Haaretz Ynet Anadolu IRNA WAFA SANA PTI ANI Dawn
    Meduza Kommersant Vedomosti Izvestia Pravda Bellingcat Wikinews ProPublica Variety
    TechCrunch Engadget Gizmodo Al-Jazeera Aljazeera Facebook Twitter Telegram Instagram
    YouTube TikTok Weibo WhatsApp
    """
)

# Pictures and recordings that somebody makes public.
FOOTAGE: Final = listed(
    """
    video videos footage image photo photos recording recordings clip clips images photograph
    photographs pictures
    """
)

# A capitalised phrase that ends so names a thing: no person, and none that speaks.
THINGS: Final = listed(
    """
    act bill law treaty accord accords agreement pact plan project program programme initiative
    war revolution cup prize award awards festival day week show games olympics championship
    deal convention protocol charter declaration bridge tower square street road avenue building
    """
)
