"""Money that several countries call by one name, and what names each of those countries."""

from __future__ import annotations

from typing import Final

SHARED: Final[dict[str, dict[str, str]]] = {
    "INR": {
        "INR": "India|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Hyderabad",
        "PKR": "Pakistan|Islamabad|Karachi|Lahore|Peshawar|Rawalpindi|Quetta|Punjab Assembly",
        "LKR": "Sri Lanka|Colombo|Kandy",
        "NPR": "Nepal|Kathmandu|Pokhara",
        "MUR": "Mauriti|Port Louis",
    },
    "MXN": {
        "MXN": "Mexic|Monterrey|Guadalajara|Tijuana",
        "PHP": "Philippine|Manila|Filipin|Cebu|Davao|Luzon|Mindanao",
        "ARS": "Argentin|Buenos Aires|Rosario",
        "CLP": "Chile|Santiago|Valpara",
        "COP": "Colombia|Bogot|Medell|Cali\\b",
        "UYU": "Urugua|Montevideo",
        "DOP": "Dominican|Santo Domingo",
        "CUP": "Cuba|Havana",
    },
    "PHP": {
        "PHP": "Philippine|Manila|Filipin|Cebu|Davao|Luzon|Mindanao",
        "BWP": "Botswana|Gaborone|Francistown",
    },
    "GBP": {
        "GBP": "Brit|United Kingdom|UK\\b|England|English|London|Scot|Wales|Welsh|Northern Ireland",
        "EGP": "Egypt|Cairo|Alexandria",
        "LBP": "Leban|Beirut",
        "SYP": "Syria|Damascus|Aleppo",
        "SDG": "(?<!South )Sudan|Khartoum|Omdurman|Darfur",
        "SSP": "South Sudan|Juba",
    },
    "CHF": {
        "CHF": "Switzerland|Swiss|Zurich|Bern\\b|Basel|Liechtenstein",
        "XOF": (
            "Senegal|Dakar|Ivory Coast|Ivorian|Abidjan|Mali\\b|Malian|Bamako|Burkina|Ouagadougou|"
            "Niger\\b|Niamey|Togo|Benin|Cotonou|Guinea-Bissau"
        ),
        "XAF": "Cameroon|Yaound|Douala|Gabon|Libreville|Chad\\b|Chadian|N'Djamena|Central African",
        "CDF": "Congo|Kinshasa|Goma",
        "RWF": "Rwanda|Kigali",
        "BIF": "Burundi|Bujumbura|Gitega",
        "GNF": "Guinea\\b|Conakry",
        "DJF": "Djibouti",
    },
    "NOK": {
        "NOK": "Norw|Oslo|Bergen|Stavanger|Trondheim",
        "DKK": "Denmark|Danish|Danes|Copenhagen|Aarhus|Greenland|Faroe",
    },
    "KES": {
        "KES": "Kenya|Nairobi|Mombasa|Kisumu|Eldoret",
        "UGX": "Uganda|Kampala|Entebbe",
        "TZS": "Tanzania|Dar es Salaam|Dodoma|Zanzibar",
        "SOS": "Somali|Mogadishu",
    },
    "IQD": {
        "IQD": "Iraq|Baghdad|Basra|Mosul",
        "KWD": "Kuwait",
        "JOD": "Jordan|Amman",
        "BHD": "Bahrain|Manama",
        "DZD": "Algeri|Algiers|Oran\\b",
        "TND": "Tunis",
        "LYD": "Libya|Tripoli|Benghazi",
        "RSD": "Serbia|Belgrade",
    },
    "SAR": {
        "SAR": "Saudi|Riyadh|Jeddah|Mecca",
        "QAR": "Qatar|Doha",
        "OMR": "Oman|Muscat",
        "YER": "Yemen|Sanaa|Aden\\b|Houthi",
    },
    "IRR": {
        "IRR": "Iran|Tehran|Isfahan|Tabriz",
        "OMR": "Oman|Muscat",
        "YER": "Yemen|Sanaa|Aden\\b|Houthi",
    },
    "AED": {
        "AED": "Emirat|UAE|Dubai|Abu Dhabi|Sharjah",
        "MAD": "Morocc|Rabat|Casablanca|Marrakesh|Marrakech",
    },
    "TRY": {
        "TRY": "Turk|T\u00fcrkiye|Ankara|Istanbul|Izmir",
        "LBP": "Leban|Beirut",
        "SYP": "Syria|Damascus|Aleppo",
    },
    "RUB": {
        "RUB": "Russia|Moscow|Kremlin|Petersburg",
        "BYN": "Belarus|Minsk",
    },
}
"""By the code that the name means alone: each country's code, and the names that tell of it."""

PLAIN_NAMES: Final[dict[str, str]] = {
    "INR": "rupees",
    "MXN": "pesos",
    "GBP": "pounds",
    "CHF": "francs",
    "KES": "shillings",
    "IQD": "dinars",
    "SAR": "riyals",
    "IRR": "rials",
    "AED": "dirhams",
}
"""What money is called of which a text does not say whose it is, by the code of the name alone."""

LOCAL_WORDS: Final[frozenset[str]] = frozenset(
    "rs rupee rupees peso pesos pound pounds franc francs krone kroner shilling shillings sh dinar "
    "dinars riyal riyals rial rials dirham dirhams lira rouble roubles ruble rubles lakh crore "
    "crores".split()
)
"""The names that are shared; a sign such as £ or a code is one country's."""

HUNDREDTHS: Final[dict[str, str]] = {
    "cents": "USD",
    "cent": "USD",
    "pence": "GBP",
    "p": "GBP",
    "penny": "GBP",
    "paise": "INR",
    "paisa": "INR",
    "kopecks": "RUB",
    "kopeks": "RUB",
    "centavos": "MXN",
    "centimes": "CHF",
    "sen": "MYR",
    "kobo": "NGN",
    "eurocents": "EUR",
    "agorot": "ILS",
}
"""What a hundredth of a money is called, and that money."""

MONEY_TOLD: Final[frozenset[str]] = frozenset(
    "fined fine fines cost costs costing paid pay pays paying price budget debt debts profit loss "
    "handed transferred repaid repay disbursed collected collect raised raise received receive "
    "withheld transfers collects raises receives owing recovered "
    "revenue invested spent spend earned earns owed owes worth donated fetch fetches "
    "fetched fetching".split()
)
"""Words before millions without a money that say that they are money."""
