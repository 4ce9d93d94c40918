"""The words of changes, levels, sales and replies around a figure: each list in one place."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._directions import CREPT, DOWNWARDS, MULTIPLIED, UPWARDS
from timeline.extraction.english._numbers import words

WORTH: Final[frozenset[str]] = frozenset({"value", "worth", "price"})
"""What loses a part of itself when it falls."""

MORE: Final[dict[str, str]] = {
    "more": "rise",
    "higher": "rise",
    "less": "fall",
    "lower": "fall",
    "fewer": "fall",
}
"""Words behind a percentage that compare, and the change that they tell of."""

BESIDE: Final[dict[str, str]] = {
    "below": "fall",
    "under": "fall",
    "above": "rise",
    "over": "rise",
}
"""Words behind a percentage that set a level beside another one: "11% below April's"."""

AGAINST: Final[tuple[str, ...]] = (
    "compared with",
    "compared to",
    "from",
    "against",
    "versus",
    "rather than",
    "and with",
    "and at",
)
"""What stands before an amount of another time or place."""

BEYOND: Final[frozenset[str]] = frozenset({"below", "under", "above", "beyond", "over"})
"""What a level can be of which a verb of change tells: "fell below 20 percent"."""

TIMES: Final[frozenset[str]] = frozenset(
    {"double", "twice", "triple", "treble", "quadruple", "half", "quarter", "third", "times"}
)
"""What stands before "the" and an earlier amount of which the later is so many times as much."""

TARGETS: Final[frozenset[str]] = frozenset(
    {"target", "goal", "threshold", "ceiling", "limit", "mark"}
)
"""What a percentage before them is set for."""

STANDS: Final[frozenset[str]] = (
    UPWARDS
    | DOWNWARDS
    | (CREPT - {"go"})
    | MULTIPLIED
    | words(
        """
        averaged averages average totalled totaled reached reaches reach hit hits topped stood
        stands was were is are remained remains stayed peaked closed ended opened traded settled
        finished close end open settle finish trade peak hold holds held holding steadied recovered
        closing ending finishing settling trading shot moved
        """
    )
)
"""Verbs that say at which level something stands: "closed at", "fell to"."""

SET: Final[frozenset[str]] = words(
    "raised lowered cut reduced boosted expanded lifted scaled trimmed doubled halved capped kept"
)
"""What is done to a level: "will be raised to 10 million tonnes"."""

CROSSED: Final[frozenset[str]] = words("crossed crosses crossing past breached breaching passed")
"""What a rate of exchange does to a number that it is then beyond."""

AWAITED: Final[frozenset[str]] = words(
    "expected forecast planned predicted projected budgeted anticipated originally previously"
)
"""What stands behind a sum that was told to come: "the $3bn expected by analysts"."""

GUESSES: Final[frozenset[str]] = words(
    "forecast estimate count target figure projection guidance average peak high low record total"
)
"""Nouns of what was said of an amount before: "down from an earlier forecast of 900"."""

POLLS: Final[frozenset[str]] = words(
    "won got took polled received scored secured gained on has had with garnered"
)
"""Verbs that parties have their votes by."""

COMPARING: Final[frozenset[str]] = frozenset(
    {"compares with", "compares to", "compared with", "compared to", "is against", "was against"}
)
"""What a number of before stands behind, of what the sentence before measured."""

MONEYS: Final[frozenset[str]] = frozenset(
    {"dollar", "euro", "pound", "yen", "franc", "yuan", "rouble"}
)
"""What other moneys are exchanged for."""

PRICED: Final[frozenset[str]] = words(
    "barrel ounce tonne ton litre liter gallon kilo kilogram bushel unit ticket bottle dose head "
    "person passenger piece pair copy plate loaf carton packet bag sack night seat gram pound item "
    "bale crate box metre meter acre hectare mile bunch dozen"
)
"""What a price is the price of one of: "$71 a barrel"."""

INDEXES: Final[frozenset[str]] = frozenset({"index", "benchmark", "gauge", "average", "barometer"})
"""What is measured in points."""

TRADES: Final[frozenset[str]] = words(
    """
    sell sells sold selling buy buys bought buying acquire acquires acquired acquiring purchase
    purchased sale takeover acquisition snapped auctioned
    """
)
"""Verbs and nouns of a sale, whose sum is the price."""

LOOSE: Final[frozenset[str]] = words(
    """
    amount sum total amounts sums figure figures lot minimum maximum average record estimate range
    basis region order tune excess series number cost price value share level rate fraction
    """
)
"""Nouns before "of" and a sum that name nothing."""

SUMS: Final[dict[str, str]] = {
    verb: name
    for name, verbs in {
        "cost": "cost costs costing",
        "payment": "pay pays paid paying",
        "profit": "earn earned earns earning made makes",
        "loss": "lost loses losing lose",
        "spending": "spend spends spent spending",
        "offer": "offer offered offers offering",
        "guarantee": "guarantee guarantees guaranteed guaranteeing",
        "donation": "donate donated donates donating",
        "investment": "invest invested invests investing",
        "loan": "lend lent lends lending borrow borrowed borrows borrowing",
        "debt": "owe owed owes owing",
        "award": "award awarded awards awarding",
        "grant": "granted granting",
        "bid": "bid bidding",
        "savings": "saved saving saves save",
        "compensation": "compensated compensating",
        "repayment": "repay repays repaid repaying",
        "insurance": "insure insures insured insuring",
        "aid": "pledge pledged pledges pledging",
        "price": "fetch fetched fetches fetching",
    }.items()
    for verb in verbs.split()
} | {
    f"{verb} {particle}": f"write-{particle}"
    for verb in ("write", "wrote", "written", "writing", "writes")
    for particle in ("down", "off")
}
"""What a sum is called by the verb whose object it is: the noun of that verb."""

PAST_OBJECTS: Final[frozenset[str]] = words(
    "cost costs costing pay pays paid paying offer offered offers offering award awarded owe owed "
    "owes lend lent save saved saving granted"
)
"""Verbs that have somebody between them and the sum: "cost the economy $85 million"."""

CASH: Final[frozenset[str]] = words("found discovered")
"""Verbs that make cash of money."""

SUM_NOUNS: Final[frozenset[str]] = words(
    """
    package programme program fund grant bid agreement order purchase scheme facility bond subsidy
    levy bribe ransom reward prize award pension fee settlement bailout payout stimulus budget
    guarantee write-down advance allowance bonus donation endowment pledge rebate refund surcharge
    toll tranche credit injection jackpot inheritance dowry salary stipend
    """
)
"""Nouns that are money: a sum before them is called so, "a $90 million bid"."""

FIGURES: Final[frozenset[str]] = words("figure number toll total count tally estimate")
"""Nouns that point to a number told before: "the true figure is 20"."""

TELLS: Final[frozenset[str]] = words(
    "says say said counted counts reckons reckon claims claimed believes"
)
"""Verbs with which the next speaker gives a number of his own: "the union says 90"."""

OFFERS: Final[frozenset[str]] = words(
    """
    tabled offered offers offer offering proposed proposes demanded demands demand wants want sought
    seeks
    """
)
"""Verbs before a percentage of pay that is asked for or offered."""

MOVES: Final[frozenset[str]] = UPWARDS | DOWNWARDS | {"up", "down"}
"""Verbs of a change that have no object: the money behind them is by how much."""

CHANGE_NOUNS: Final[dict[str, str]] = {
    noun: changed
    for changed, nouns in {
        "rise": "rise increase gain jump climb surge hike uptick upturn advance raise boost uplift",
        "fall": (
            "fall decline drop decrease slump slide dip reduction cut contraction plunge downturn "
            "slip slowdown discounting"
        ),
    }.items()
    for noun in nouns.split()
}
"""Nouns of a change: "a 3 percent decline in sales"."""

TRADED: Final[frozenset[str]] = words(
    "closed ended opened finished traded trading settled close end open finish trade settle "
    "closing ending finishing settling"
)
"""Verbs of what is traded on an exchange: a firm of which they are said is its shares."""

MARKETS: Final[frozenset[str]] = words(
    """
    nikkei topix dow nasdaq s&p ftse dax cac kospi kosdaq sensex nifty hang ibex mib stoxx bovespa
    ibovespa jse asx tsx shanghai shenzhen csi moex psei jakarta bist tadawul egx nse brent wti
    crude gold silver copper nickel aluminium aluminum zinc tin cocoa coffee wheat corn sugar
    bitcoin ether ethereum oil gas russell composite index industrials all-share merval ipsa
    """
)
"""Indexes and goods that are traded and are no firms."""

SHARES_OF_RATE: Final[frozenset[str]] = words(
    """
    premium discount chance probability likelihood risk majority margin swing surcharge commission
    markup mark-up royalty deposit quota dividend occupancy chance odds coupon overlap haircut
    """
)
"""Nouns that are themselves a percentage: "a 31 percent premium"."""

TAKEN_OFF: Final[frozenset[str]] = words(
    """
    wipe wiped wipes wiping knock knocked knocks knocking shave shaved shaves shaving slash slashed
    slashing lop lopped cut cuts cutting trim trimmed trimming strip stripped erase erased erasing
    """
)
"""Verbs that take a sum off something: "wiping $2bn off its market value"."""

PUT_ON: Final[frozenset[str]] = words("add added adds adding")
"""Verbs that add a sum to something."""

OWNS: Final[frozenset[str]] = words(
    """
    own owns owned owning hold holds held holding controls control controlled controlling buy buys
    bought buying acquire acquires acquired acquiring sold sell sells selling
    """
)
OWNED: Final[frozenset[str]] = words(
    """
    stock shares company firm business group bank equity lender airline club carmaker retailer
    venture unit subsidiary publisher insurer utility operator maker manufacturer producer
    """
)
"""A percentage of these that somebody owns, buys or sells is a stake."""

NOUNS_IN_ING: Final[frozenset[str]] = words(
    """
    sterling spending housing lending shipping building manufacturing mining borrowing pricing
    hiring saving funding staffing farming fishing banking advertising drilling flooding trading
    gambling smuggling poaching logging training
    """
)
"""Nouns that end as verbs do, and that rise and fall."""

PAID_FOR: Final[dict[str, str]] = {
    verb: name
    for name, verbs in {
        "insurance": "insured insuring insures",
        "cost": (
            "built build building constructed constructing renovated refurbished restored rebuilt "
            "completed repaired upgraded"
        ),
        "settlement": "settled settle settling",
        "compensation": "sued suing sue sues",
    }.items()
    for verb in verbs.split()
}
"""Verbs before "for" and a sum, and what that is."""

SURVEYS: Final[frozenset[str]] = words(
    "poll polls polling polled pollster pollsters survey surveys"
)
"""Words of a question to many: what parties then have are shares of the vote."""

BEYOND_VERBS: Final[frozenset[str]] = words(
    "exceeded exceeds exceeding surpassed surpasses surpassing topped topping"
)
"""Verbs that bound the number of a level: "exports surpassed 3 million tonnes"."""

MONEY_NOUNS: Final[frozenset[str]] = words(
    """
    bribes kickbacks donations taxes subsidies grants fees bonuses royalties dividends contributions
    payments refunds rebates ransoms premiums tips tariffs duties arrears savings cash bonds gold
    winnings sponsorship interest rent tuition commissions contracts
    """
)
"""What a sum "in" these is called by: "$4m in bribes"."""

NO_MONEY: Final[frozenset[str]] = words("total all value full part advance return cash-flow")
"""What "in" before them says no such thing."""

PAY_TIMES: Final[frozenset[str]] = words("year month week fortnight day hour season")
"""What somebody's pay comes by."""

GOES: Final[frozenset[str]] = words("go goes went gone going")
"""What is sold does "for" its price."""

VALUES: Final[dict[str, str]] = {
    verb: name
    for name, verbs in {
        "worth": (
            "value valued values valuing appraise appraised appraises assess assessed assesses"
        ),
        "price": "price priced prices pricing",
    }.items()
    for verb in verbs.split()
}
"""Verbs that set "at" which sum a thing stands, and what that sum is."""

GIVES: Final[frozenset[str]] = words(
    """
    promised given offered handed sent granted lent denied owed refunded allotted allocated assigned
    loaned wired guaranteed awarded paid charged slipped
    """
)
"""What is done to somebody with a sum: "was promised $3m" and "has promised $3m" alike."""

ASKS: Final[frozenset[str]] = words("ask asks asked asking appealed appealing appeals")
"""Verbs that seek a sum, with "for"."""
