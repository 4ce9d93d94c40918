"""Verbs that tell of a state, of an opinion or of a habit, and words with which a state stands."""

from __future__ import annotations

from typing import Final

NEVER_DONE: Final = frozenset(
    "thought knew known believed felt wanted seemed appeared looked meant lived needed remained "
    "stayed kept averaged hoped liked loved hated feared deserved owned belonged contained "
    "included existed consisted depended mattered used tended resembled lacked relied stood lay "
    "sat bore cost bid cast read forecast broadcast bet "
    "quit deemed indeed need speed hundred kindred sacred naked wicked embed seed "
    "feed breed exceed proceed succeed agreed weed deed steed said added continued "
    "warned insisted argued noted lasted "
    "explained stressed alleged claimed called described led".split()
)
"""Pasts that tell of no deed, or that can be other forms: nothing is over because of them."""

SAME_IN_PAST: Final = frozenset("cut put set hit shut split spread let hurt burst shed".split())
"""Verbs whose past is like their present: past for sure behind "he" or "the man" alone."""

SEEN_OR_TOLD: Final = frozenset({"told", "saw"})
"""Pasts that tell of a deed only of people: "she saw a light", but "the year saw a rise"."""

NEVER_OVER: Final = frozenset(
    "been had seen known meant felt held kept remained stayed lived grown left become got "
    "paid bowed wanted needed believed thought hoped pushed driven helped caused fuelled "
    "contributed".split()
)
"""Participles that behind "has" tell of no deed: "has grown", "have seen"."""

NEVER_PASSIVE: Final = frozenset(
    "licensed known called based located supposed meant said thought believed expected due "
    "concerned worried interested involved related married born named surprised pleased tired "
    "crowded limited used needed required allowed intended made composed designed aimed scheduled "
    "planned set convinced scared determined prepared united opposed divided supposed tied linked "
    "considered seen felt told heard feared understood estimated reported valued priced inclined "
    "delighted shocked saddened satisfied disappointed impressed committed entitled owed "
    "left gone done".split()
)
"""Participles that behind "was" tell of what somebody or something was like."""

STANDING: Final = frozenset(
    "suspected accused wanted closed shut blocked stranded trapped detained held barred banned "
    "besieged occupied surrounded flooded submerged cut missing displaced quarantined "
    "hospitalised hospitalized suspended awaited pending underway ongoing stuck stalled grounded "
    "marooned jammed sealed shuttered deadlocked paralysed paralyzed disrupted overrun moored "
    "anchored docked stationed deployed isolated buried open unclear unknown uncertain "
    "unaccounted".split()
)
"""Participles that behind "is" tell of what goes on: "four are suspected of fraud"."""

STATES: Final = frozenset(
    "employs wants owns accounts demands seeks faces remains houses controls operates stands "
    "employ want own seek control operate account stand works lives serves produces processes "
    "handles carries generates supplies accommodates covers work live serve holds hold runs run "
    "affects affect costs cost fetches fetch contains contain comprises comprise spans span weighs "
    "weigh exceeds exceed owes owe lends manages manage treats "
    "treat pumps consumes consume requires require needs need represents represent boasts boast "
    "occupies occupy imports exports provides provide threatens threaten involves involve uses use "
    "shelters shelter feeds feed trains train lacks lack includes include".split()
)
"""Verbs that in the present tell of what goes on: "it employs 900 people"."""
NOUNS_TOO: Final = frozenset(
    "holds hold runs run costs cost spans span exports imports needs need uses use "
    "shelters shelter feeds feed trains train treats treat pumps lack boast".split()
)
"""Forms among them that are nouns, too, and nouns before "of" or another verb."""
REMAINING: Final = frozenset("remains remain stays stay continues continue keeps keep".split())
"""Presents of what goes on as before: "the road remains blocked", "prices continue to rise"."""
ALLOWED: Final = frozenset("allowed permitted able unable entitled".split())
"""What somebody is or is not free to do, which lasts either way."""
ACCOUNTING: Final = frozenset({"account", "stand", "accounts", "stands"})
"""Verbs among them that need "for" or "at"."""

IN_A_STATE: Final = frozenset(
    "talks condition custody hospital prison jail detention treatment contact care isolation "
    "quarantine hiding place operation force office lines duty strike shelters camps".split()
)
"""Nouns behind "was in" or "were on" by which reported speech tells of what goes on."""

SO: Final = frozenset(
    "way run large loose power water electricity heating work custody hospital prison jail "
    "detention quarantine hiding force effect trial arrest investigation review threat siege "
    "attack fire alert strike hold session talks".split()
)
"""Nouns right behind "is on" or "are under" by which the present tells of what goes on."""

NOT_GOING_ON: Final = frozenset(
    "going misleading shocking alarming surprising worrying frightening interesting willing "
    "lacking exciting disappointing promising encouraging heartbreaking outstanding nothing "
    "something anything everything morning evening during including amazing devastating king "
    "according being staggering appalling terrifying embarrassing".split()
)
"""Words that end like a progressive and are none."""

NO_DEED_AHEAD: Final = frozenset(
    "have like rather prefer love say argue think seem appear need want depend mean not only "
    "never be suggest imply indicate explain hope expect know understand remember welcome".split()
)
"""Verbs behind "would" and "could" that tell of no deed to come."""

HABIT: Final = frozenset(
    "always often usually every each seldom rarely sometimes typically regularly mostly "
    "normally generally certainly probably".split()
)
"""Words that make a habit of a deed, or a guess."""

AGAIN: Final = frozenset(
    "second seconds minute minutes hour hours day days night nights morning mornings afternoon "
    "evening evenings week weeks weekend weekends fortnight month months quarter quarters season "
    "seasons spring summer autumn fall winter year years decade decades time times monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december once other".split()
)
"""Words that behind "every" and "each" say when something is done again."""

JUDGING: Final = frozenset(
    "never wrong sorry proud mistake mistakes ashamed unfair honest honestly".split()
)
"""Words by which what somebody is quoted with judges, and tells of no deed."""

PROMISED: Final = frozenset("promised pledged promises pledges".split())
ANNOUNCED: Final = frozenset("announced announces".split())
GRANTS: Final = frozenset(
    "compensation fund funds grant grants package aid relief bonus bonuses payout payouts "
    "investment subsidies subsidy loan loans".split()
)
"""What is promised or announced before it is given."""
