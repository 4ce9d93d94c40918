"""How English writes money: signs, codes and names, and the currency of each (ISO 4217)."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

CURRENCY_SIGNS: Final[dict[str, str]] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₸": "KZT",
    "₾": "GEL",
    "₵": "GHS",
    "Rs": "INR",
    "Rp": "IDR",
    "RM": "MYR",
    "Tk": "BDT",
    "KSh": "KES",
    "Ksh": "KES",
    "KSH": "KES",
    "Sh": "KES",
    "USh": "UGX",
    "TSh": "TZS",
    "R": "ZAR",
    "N": "NGN",
    "P": "PHP",
}
"""Signs before an amount of money, and their currencies (ISO 4217)."""

DOLLAR_PLACES: Final[dict[str, str]] = {
    "AUD": (
        "Australia|Sydney|Melbourne|Brisbane|Adelaide|Canberra|Hobart|Queensland|"
        "New South Wales|Tasmania|Gold Coast|Cairns|Townsville|Geelong|Wollongong|Ballarat|Bendigo"
    ),
    "CAD": (
        "Canad|Toronto|Ottawa|Vancouver|Montreal|Calgary|Edmonton|Winnipeg|Alberta|Ontario|"
        "Quebec|Saskatchewan|Manitoba|Nova Scotia|British Columbia"
    ),
    "NZD": "New Zealand|Auckland|Christchurch|Dunedin",
    "SGD": "Singapore",
    "HKD": "Hong Kong",
    "TWD": "Taiwan|Taipei",
}
"""What names a country that has dollars of its own."""

OTHER_DOLLARS: Final = (
    r"US|U\.S\.|USA|USD|America|Americans?|United States|Washington|New York|Wall Street|"
    r"California|Texas|Florida|Chicago|Los Angeles|Zimbabwe\w*|Jamaica\w*|Namibia\w*"
)
"""What names the United States, or another country with dollars."""

DOLLARS: Final[dict[str, str]] = {
    "us": "USD",
    "usd": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
"""Letters before a dollar sign."""

SUMS_OF: Final = words(
    """
    debt debts damage damages aid investment investments money cash funds funding fines fine savings
    losses loss profit profits revenue revenues sales cuts spending support subsidies tax taxes
    taxpayer taxpayers' taxpayer's public loans credit compensation benefits bonds shares stock
    assets costs expenses bills grants donations goods property equipment income wages bonuses
    earnings capital work business trade exports imports deposits arrears relief rent
    """
)
"""What is given in money, and by no weight: "40 million pounds of debt"."""

CURRENCY_CODES: Final[frozenset[str]] = words(
    """
    USD EUR GBP JPY CHF CNY RMB RUB UAH INR KRW TRY ILS AUD CAD NZD HKD SGD TWD BRL MXN ZAR SEK
    NOK DKK PLN CZK HUF NGN EGP SAR AED PEN GEL GHS ETB ISK QAR MAD KWD JOD KES UGX LKR IDR MYR
    TZS THB PHP VND PKR BDT IRR IQD KPW KZT ARS CLP COP BOB BYN DZD TND LYD RSD BGN RON MDL AMD AZN
    UZS KGS TJS TMT MNT NPR MUR MMK KHR LAK AFN ZMW MWK MZN AOA BWP SDG SSP SOS RWF CDF XOF XAF
    GTQ HNL NIO CRC PYG UYU DOP VES HTG LBP SYP YER OMR BHD MOP PGK FJD JMD TTD
    """
)
"""Codes that stand before or after an amount."""

CURRENCY_WORDS: Final[dict[str, str]] = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "rupee": "INR",
    "rupees": "INR",
    "won": "KRW",
    "lira": "TRY",
    "shekel": "ILS",
    "shekels": "ILS",
    "franc": "CHF",
    "francs": "CHF",
    "rand": "ZAR",
    "soles": "PEN",
    "kronor": "SEK",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "naira": "NGN",
    "taka": "BDT",
    "forints": "HUF",
    "forint": "HUF",
    "koruna": "CZK",
    "korunas": "CZK",
    "tenge": "KZT",
    "lari": "GEL",
    "cedis": "GHS",
    "birr": "ETB",
    "reais": "BRL",
    "dong": "VND",
    "riyals": "SAR",
    "dirhams": "AED",
    "kroner": "NOK",
    "pesos": "MXN",
    "peso": "MXN",
    "shillings": "KES",
    "dirham": "AED",
    "rials": "IRR",
    "zloty": "PLN",
    "zlotys": "PLN",
} | {
    word: code
    for code, names in {
        "BOB": "boliviano bolivianos", "PEN": "sol soles", "BRL": "reals", "VES": "bolivars",
        "PYG": "guarani guaranis", "GTQ": "quetzal quetzales", "HNL": "lempira lempiras",
        "NIO": "cordobas", "CRC": "colones", "HTG": "gourde gourdes", "SEK": "krona",
        "CZK": "korun", "BGN": "lev leva", "RON": "leu lei", "ALL": "lek leke",
        "MKD": "denar denars", "AMD": "dram drams", "AZN": "manat manats", "UZS": "soum soums",
        "KGS": "som soms", "TJS": "somoni somonis", "MNT": "tugrik tugriks togrog",
        "AFN": "afghani afghanis", "MMK": "kyat kyats", "LAK": "kip kips", "KHR": "riel riels",
        "ZMW": "kwacha", "AOA": "kwanza kwanzas", "MZN": "metical meticais", "BWP": "pula",
        "MGA": "ariary", "GMD": "dalasi dalasis", "SLE": "leone leones", "ERN": "nakfa",
        "MRU": "ouguiya", "PGK": "kina", "MOP": "patacas", "MVR": "rufiyaa", "KES": "shilling",
        "IQD": "dinar dinars", "SAR": "riyal", "IRR": "rial", "BDT": "takas", "NGN": "nairas",
        "GHS": "cedi", "PLN": "zlotych", "THB": "bahts", "MYR": "ringgits", "TRY": "liras",
        "NOK": "krone",
    }.items()
    for word in names.split()
}  # fmt: skip
"""Names of money after an amount; without a country, the largest one's."""

NATIONAL: Final[dict[str, dict[str, str]]] = {
    "us": {"dollar": "USD", "dollars": "USD"},
    "u.s.": {"dollar": "USD", "dollars": "USD"},
    "canadian": {"dollar": "CAD", "dollars": "CAD"},
    "australian": {"dollar": "AUD", "dollars": "AUD"},
    "singapore": {"dollar": "SGD", "dollars": "SGD"},
    "british": {"pounds": "GBP"},
    "egyptian": {"pounds": "EGP"},
    "indian": {"rupees": "INR"},
    "pakistani": {"rupees": "PKR"},
    "swiss": {"francs": "CHF"},
    "russian": {"rubles": "RUB", "roubles": "RUB"},
    "danish": {"kroner": "DKK", "krone": "DKK"},
    "norwegian": {"kroner": "NOK", "krone": "NOK"},
    "swedish": {"kronor": "SEK", "krona": "SEK"},
    "icelandic": {"kronur": "ISK"},
    "mexican": {"pesos": "MXN"},
    "argentine": {"pesos": "ARS"},
    "chilean": {"pesos": "CLP"},
    "colombian": {"pesos": "COP"},
    "philippine": {"pesos": "PHP"},
    "saudi": {"riyals": "SAR"},
    "qatari": {"riyals": "QAR"},
    "iranian": {"rials": "IRR"},
    "moroccan": {"dirhams": "MAD"},
    "iraqi": {"dinars": "IQD"},
    "kuwaiti": {"dinars": "KWD"},
    "jordanian": {"dinars": "JOD"},
    "kenyan": {"shillings": "KES"},
    "ugandan": {"shillings": "UGX"},
    "chinese": {"yuan": "CNY"},
    "turkish": {"lira": "TRY"},
    "cfa": {"franc": "XOF", "francs": "XOF"},
    "congolese": {"franc": "CDF", "francs": "CDF"},
    "rwandan": {"francs": "RWF"},
    "lebanese": {"pounds": "LBP", "lira": "LBP"},
    "syrian": {"pounds": "SYP"},
    "sudanese": {"pounds": "SDG"},
    "nepali": {"rupees": "NPR"},
    "nepalese": {"rupees": "NPR"},
    "tanzanian": {"shillings": "TZS"},
    "somali": {"shillings": "SOS"},
    "algerian": {"dinars": "DZD"},
    "tunisian": {"dinars": "TND"},
    "libyan": {"dinars": "LYD"},
    "serbian": {"dinars": "RSD"},
    "bahraini": {"dinars": "BHD"},
    "belarusian": {"rubles": "BYN", "roubles": "BYN"},
    "czech": {"crowns": "CZK", "korunas": "CZK", "koruna": "CZK"},
    "yemeni": {"rials": "YER", "riyals": "YER"},
    "omani": {"rials": "OMR", "riyals": "OMR"},
    "brazilian": {"reais": "BRL", "reals": "BRL"},
    "bolivian": {"bolivianos": "BOB"},
    "uruguayan": {"pesos": "UYU"},
    "dominican": {"pesos": "DOP"},
    "cuban": {"pesos": "CUP"},
}
"""Names of money behind the adjective of its country."""
