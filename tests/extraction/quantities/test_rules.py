"""One table of sentences for each rule that names a measure, in the order of the rules."""

from __future__ import annotations

import pytest

from tests.extraction.quantities.reading import figures, read
from timeline.extraction.quantities._rules import RULES

TABLES: dict[str, list[tuple[str, list[str]]]] = {
    "more_of": [
        ("The inn had 8 percent more tourists than in May.", ["tourists rise: 8 percent"]),
        ("The mill sold 8 percent fewer looms.", ["looms fall: 8 percent"]),
        ("About 8 percent more people died.", ["killed rise: about 8 percent"]),
        ("The loom is 8 percent more expensive.", []),
    ],
    "strength": [
        ("A 2,500-strong contingent crossed the river.", ["deployed: 2,500 people"]),
        ("A three-million-strong crowd was seen.", []),
        ("An 800-strong choir sang.", ["choir size: 800 people"]),
    ],
    "magnitude": [
        ("An earthquake of magnitude 6.4 struck at dawn.", ["magnitude: 6.4"]),
        ("A 5.9-magnitude quake and one with a magnitude of 5 followed.", [
            "magnitude: 5.9", "magnitude: 5"]),
        ("They are an order of magnitude 40 times larger.", []),
    ],
    "group_size": [
        ("They came in groups of 20, 40 or 60.", ["group size: 20 to 60 people"]),
        ("They left in convoys of 20.", []),
    ],
    "nth": [
        ("She is the 14th runner to be banned this year.", ["runners banned: 14 people"]),
        ("It was the fifth quondle to collapse.", ["quondles collapsed: 5 quondles"]),
        ("It is the fifth time to be there.", []),
        ("She was the first woman to be chosen.", []),
    ],
    "voted": [
        ("They passed the law by 62 votes to 41.", ["in favour: 62 people", "against: 41 people"]),
        ("They rejected the law by 62 votes to 41.", [
            "against: 62 people", "in favour: 41 people"]),
        ("The bill passed by 240 to 180.", ["in favour: 240 people", "against: 180 people"]),
        ("The team won by 24 to 18.", []),
        ("The board voted 7-2 to close it.", ["in favour: 7 people", "against: 2 people"]),
        ("In a 6-3 ruling the court let him go.", ["in favour: 6 people", "against: 3 people"]),
        ("Pupils aged 5-7 voted for it.", []),
        ("Ayr beat Wick 3-2.", []),
    ],
    "turnout": [
        ("About 71 percent of voters turned out.", ["turnout: about 71 percent"]),
        ("Only 48 percent of eligible voters have cast ballots.", ["turnout: 48 percent"]),
    ],
    "part_of_votes": [
        ("Some 3 percent of the votes were spoiled.", ["votes spoiled: about 3 percent"]),
        ("A quarter of the votes have not been counted.", ["votes: about 25 percent"]),
    ],
    "exchanged": [
        ("The naira crossed 2,000 to the dollar.", ["exchange rate: at least 2,000 NGN"]),
        ("He walked 2,000 metres to the bank.", []),
    ],
    "ratio": [
        ("One in five adults is infected.", ["adults infected: 1 of 5 people"]),
        ("Three in ten hospitals have closed.", ["hospitals closed: 3 of 10 hospitals"]),
        ("Nearly one in three children is homeless.", [
            "children homeless: about 1 or fewer of 3 people"]),
        ("Two out of every 50 customers complained.", ["customers complained: 2 of 50 people"]),
        ("One in five lifts was still working.", ["lifts working: 1 of 5 lifts"]),
        ("One in nine shops is family-run.", ["shops: 1 of 9 shops"]),
    ],
    "numbered": [
        ("The refugees, who number about 3,000, live in tents.", ["displaced: about 3,000 people"]),
        ("The marines numbered 400.", ["marines: 400 people"]),
        ("The house is number 40.", []),
    ],
    "bracketed": [
        ("It was fined 9 billion won (US$6.5 million).", [
            "fine: 9,000,000,000 KRW", "fine: 6,500,000 USD"]),
        ("It owes 9 billion won ($6.5 million a year).", [
            "debt: 9,000,000,000 KRW", "debt: 6,500,000 USD"]),
    ],
    "restated": [
        (
            "About 500 of them, or more than 20%, were killed, wounded or captured.",
            ["casualties: about 500 people", "casualty rate: at least 20 percent"],
        ),
        (
            "Some 500 miners (12 percent) were rescued.",
            ["miners rescued: about 500 people", "miners rescued: 12 percent"],
        ),
    ],
    "made_up": [
        ("Children under five make up nearly half of the dead.", [
            "children killed: about 50 or fewer percent"]),
        ("Two districts account for 71 percent of all infections.", ["infections: 71 percent"]),
        ("Women make up 20 to 25 percent of them.", ["women: 20 to 25 percent"]),
    ],
    "who_are": [
        ("About 60 percent of the arrivals are children.", ["children: about 60 percent"]),
    ],
    "who_they_were": [
        (
            "On Monday 40 people were hurt, of whom 12 were children.",
            ["wounded: 40 people", "children wounded: 12 of 40 people"],
        ),
    ],
    "stake": [
        ("The fund owns 6.2 percent of the brewery group.", ["stake: 6.2 percent"]),
        ("It bought nearly a third of the lender.", ["stake: about 34 or fewer percent"]),
        ("The weir holds 40 percent.", []),
    ],
    "of_rate": [
        ("The offer is a 31 percent premium to the last price.", ["premium: 31 percent"]),
        ("There is a 60 percent chance of frost.", ["chance: 60 percent"]),
    ],
    "put_at": [
        (
            "A poll in May put the Greens on 19 percent, five points down on April.",
            ["share of the vote: 19 percent", "share of the vote fall: 5 percentage points"],
        ),
        ("The thief put it on 19 percent power.", []),
    ],
    "counted_in_turn": [
        ("Unions put the crowd at 20,000 and the police at about 7,500.", [
            "attending: 20,000 people", "attending: about 7,500 people"]),
        ("They cleared the crowds, which unions put at 900 and the police at 400.", [
            "attending: 900 people", "attending: 400 people"]),
        ("The navy put the toll at 41, but the mayor put it at 300.", [
            "killed: 41 people", "killed: 300 people"]),
    ],
    "tabled": [
        ("The bishop put $650,000 on the table.", ["offer: 650,000 USD"]),
        ("He put $650 on a horse.", []),
    ],
    "taken_off": [
        ("The news wiped 2 billion euros off its market value.", [
            "market value fall: 2,000,000,000 EUR"]),
        ("The flood will add 3 million euros to the repair bill.", [
            "repair bill rise: 3,000,000 EUR"]),
        ("He wiped the table off.", []),
    ],
    "part_of": [
        ("The firm will close 12 plants, or 8 percent of its network.", [
            "plants closed: 12 plants", "network closed: 8 percent"]),
        ("Shares of Lumo lost a fifth of their value.", ["share fall: about 20 percent"]),
    ],
    "of_them": [
        ("Ninety people were rescued, 23 of them by fishermen.", [
            "rescued: 90 people", "rescued: 23 of 90 people"]),
        ("Some 61 miners were killed, 20 of them women.", [
            "miners killed: about 61 people", "women killed: 20 people"]),
        ("Fourteen people were injured, three of them critically.", [
            "wounded: 14 people", "in critical condition: 3 people"]),
        ("Twelve sailors were rescued, three of them by a trawler.", [
            "sailors rescued: 12 people", "sailors rescued: 3 of 12 people"]),
        ("Eight climbers are missing, three of them Poles.", [
            "climbers missing: 8 people", "Poles missing: 3 of 8 people"]),
    ],
    "pared": [
        ("The index fell to 4,812 points before paring losses to 4,850.", [
            "index: 4,812 points", "index: 4,850 points"]),
        ("They were trimming losses to 4,850.", []),
    ],
    "gapped": [
        ("Orda received a fine of 51 million euros and Toyama 21 million euros.", [
            "fine: 51,000,000 EUR", "fine: 21,000,000 EUR"]),
        ("Seventeen senators voted in favour and 13 against.", [
            "in favour: 17 people", "against: 13 people"]),
        ("Ilium won 31 percent of the vote and the Bloc 24 percent.", [
            "share of the vote: 31 percent", "share of the vote: 24 percent"]),
    ],
    "noun_of_state": [
        ("The brigade took 400 casualties.", ["casualties: 400 people"]),
        ("There were 20 deaths in the 900-strong unit.", [
            "killed: 20 of 900 people", "deployed: 900 people"]),
        ("She received 1.2 million votes.", ["votes: 1,200,000 votes"]),
        ("The party won 212 of the 400 seats.", ["seats: 212 of 400 seats"]),
        ("The airline announced 900 job cuts.", ["jobs cut: 900 jobs"]),
        ("It was hit hard, with 30 civilian deaths.", ["civilian deaths: 30 people"]),
        ("There were 340 suspected cases.", ["suspected cases: 340 cases"]),
    ],
    "modified": [
        ("He showed two captured pilots.", ["pilots captured: 2 people"]),
        ("They counted three destroyed tanks.", ["tanks destroyed: 3 tanks"]),
        ("He would trade 40 wounded prisoners.", ["prisoners wounded: 40 people"]),
    ],
    "acted_on": [
        ("The quake killed 17 people and destroyed 230 homes.", [
            "killed: 17 people", "homes destroyed: 230 homes"]),
        ("A rocket hit the base, killing dozens of sergeants.", [
            "sergeants killed: about 24 or more people"]),
        ("The rebels reported capturing or killing several soldiers.", [
            "captured or killed: about 3 or more people"]),
        ("The army lost 15 tanks and hundreds of men.", [
            "tanks lost: 15 tanks", "casualties: about 200 or more people"]),
        ("Nearly 40 villagers were killed, including 12 children.", [
            "villagers killed: about 40 or fewer people", "children killed: 12 people"]),
        ("They sent 300 tanks, 1,600 lorries and 48 howitzers.", [
            "tanks deployed: 300 tanks", "lorries sent: 1,600 lorries",
            "howitzers sent: 48 howitzers"]),
        ("The party lost 32 seats.", ["seats lost: 32 seats"]),
        ("Customs seized 2.4 tonnes of cocaine and rebels seized three villages.", [
            "cocaine seized: 2.4 tonnes", "villages captured: 3 villages"]),
        ("A bank fired 30 clerks; the fraud cost 4,000 investors dearly.", [
            "clerks fired: 30 people", "investors: 4,000 people"]),
        ("The flood claimed 98 lives.", ["killed: 98 people"]),
        ("Gunners shot down 58 of 71 drones.", ["drones shot down: 58 of 71 drones"]),
    ],
    "said_of": [
        ("Around 300 soldiers had been killed and 2,700 injured.", [
            "killed: about 300 people", "wounded: about 2,700 people"]),
        ("Another 3,000, by its estimate, had been wounded or were in captivity.", [
            "wounded or captured: about 3,000 people"]),
        ("One of the four regiments that came to help them has been wiped out.", [
            "regiments destroyed: 1 of 4 regiments"]),
        ("Of the four regiments, one was destroyed and two were mauled.", [
            "regiments destroyed: 1 of 4 regiments",
            "regiments with heavy losses: 2 of 4 regiments"]),
        ("Ten of the 12 hostages were released.", ["hostages released: 10 of 12 people"]),
        ("More than 60% of the villagers are homeless.", [
            "villagers homeless: at least 60 percent"]),
        ("Of an estimated 9,000 troops sent there, over 30% have been killed, hurt or captured.", [
            "deployed: about 9,000 people", "casualty rate: at least 30 percent"]),
        ("Some 900 rebels are fighting on.", ["rebels still active: about 900 people"]),
        ("About 1.5 million people have fled.", ["displaced: about 1,500,000 people"]),
        ("Two gunmen killed a guard.", []),
        ("At least 17 people, including three children, were killed.", [
            "killed: at least 17 people", "children killed: 3 people"]),
        ("It employs 3,200 people, a third of whom will be laid off.", [
            "employees: 3,200 people", "laid off: about 33 to 34 percent"]),
        ("More than 1,000 people (230 of them children) have been killed.", [
            "killed: at least 1,000 people", "killed: 230 people"]),
        ("Divers recovered 37 bodies and 12 sailors are missing.", [
            "bodies found: 37 people", "sailors missing: 12 people"]),
        ("Some 6.4 million people voted, or 59 percent of those entitled.", [
            "voters: about 6,400,000 people", "voters: 59 percent"]),
        ("They took 40 prisoner.", ["captured: 40 people"]),
        ("Schools in four districts were closed.", []),
    ],
    "fined": [
        ("The court fined the airline 3 million euros.", ["fine: 3,000,000 EUR"]),
        ("The firm was fined \u00a3200,000 for the spill.", ["fine: 200,000 GBP"]),
    ],
    "by_so_much": [
        ("Gold rose by $20 an ounce.", ["gold rise: 20 USD"]),
        ("The cartel cut output by 400,000 barrels a day.", ["output fall: 400,000 barrels"]),
        ("The city raised the fare by 20 cents to $2.50.", [
            "fare rise: 0.2 USD", "fare: 2.5 USD"]),
    ],
    "apposed": [
        ("It was told to pay 112 million euros, the largest fine so far.", [
            "fine: 112,000,000 EUR"]),
    ],
    "priced": [
        ("Silver rose to $31 an ounce.", ["price: 31 USD"]),
        ("Nestor agreed to buy the brewery for $2.1 billion.", ["price: 2,100,000,000 USD"]),
        ("The port was sold to a rival for 90 million euros.", ["price: 90,000,000 EUR"]),
    ],
    "worth": [
        ("Thieves stole jewels worth 2 million pounds.", ["jewels stolen: 2,000,000 GBP"]),
        ("Drugs worth $3m were seized.", ["drugs seized: 3,000,000 USD"]),
    ],
    "compared": [
        (
            "Inflation eased to 3.1 percent in May from 3.4 percent, above the 3 percent target.",
            ["inflation: 3.1 percent", "inflation: 3.4 percent", "inflation: 3 percent"],
        ),
        ("It won 61 seats, up from 47, while the rest slumped to 12 from 29.", [
            "seats: 61 seats", "seats: 47 seats"]),
        ("Nine parties cleared the 4 percent threshold.", ["threshold: 4 percent"]),
        ("Turnout was 48 percent, compared with 55 percent four years ago.", [
            "turnout: 48 percent", "turnout: 55 percent"]),
        ("Output at the mine rose to 41,000 tonnes, up from 38,000 a year before.", [
            "output: 41,000 tonnes", "output: 38,000 tonnes"]),
    ],
    "named_before": [
        ("The government announced a rescue package of 5 billion euros.", [
            "rescue package: 5,000,000,000 EUR"]),
        ("The mayor took monthly bribes of R$ 9,000.", ["bribes: 9,000 BRL"]),
        ("The bid is expected to yield savings of 15 million pounds.", [
            "savings: 15,000,000 GBP"]),
        ("It offered 48 francs, a premium of 31 percent.", [
            "offer: 48 CHF", "premium: 31 percent"]),
    ],
    "sum_behind": [
        ("He won a $40,000 prize.", ["prize: 40,000 USD"]),
        ("A 62 billion-won subsidy was scrapped.", ["subsidy: 62,000,000,000 KRW"]),
        ("They live in a $2 million villa.", []),
    ],
    "same_again": [
        ("Turnout was 48 percent; in 1998 it had been 61 percent.", [
            "turnout: 48 percent", "turnout: 61 percent"]),
        ("Revenue was $3.1bn, short of the $3.3bn expected by analysts.", [
            "revenue: 3,100,000,000 USD", "revenue: 3,300,000,000 USD"]),
        ("It was 61 percent.", []),
    ],
    "number_of": [
        ("They put the number of barns damaged at 4,300.", ["barns damaged: 4,300 barns"]),
        ("They put the number of goats at 80.", ["goats: 80 goats"]),
        ("The number of wolves fell to 120.", ["wolves: 120 wolves"]),
        ("The number of lifts that work is 30.", ["lifts: 30 lifts"]),
        ("They put the number of flooded barns at 80.", ["barns flooded: 80 barns"]),
        ("That brings to 14 the number of bridges repainted.", [
            "bridges repainted: 14 bridges"]),
        ("They put the number of guns the ring had pawned at 700.", ["guns pawned: 700 guns"]),
    ],
    "framed": [
        ("The bank put growth at 3 percent and inflation at 4 percent.", [
            "growth: 3 percent", "inflation: 4 percent"]),
        ("The death toll has risen to 1,204.", ["killed: 1,204 people"]),
        ("The agency put the number of dead at around 35.", ["killed: about 35 people"]),
        ("The number of casualties has surpassed 3,000.", ["casualties: at least 3,000 people"]),
        ("The casualty rate is said to be 36 per cent.", ["casualty rate: 36 percent"]),
        ("It made a profit of $3.5bn.", ["profit: 3,500,000,000 USD"]),
        ("It signed a \u20ac40 million contract.", ["deal: 40,000,000 EUR"]),
        ("They pledged 250 million Canadian dollars in aid.", ["aid: 250,000,000 CAD"]),
        ("The vaccine is 91 percent effective.", ["effectiveness: 91 percent"]),
        ("Turnout was 61%.", ["turnout: 61 percent"]),
        ("Net income more than doubled to $1.9 billion from $870 million.", [
            "profit: 1,900,000,000 USD", "profit: 870,000,000 USD"]),
        ("Its support fell four points to 31 percent.", [
            "support fall: 4 percentage points", "support: 31 percent"]),
        ("The number of infections rose to 3,412.", ["infected: 3,412 people"]),
        ("The brand is worth $3m.", ["worth: 3,000,000 USD"]),
        ("He won 52.5 percent of the vote.", ["share of the vote: 52.5 percent"]),
    ],
    "same_rate": [
        ("The key rate was cut to 4 percent. A year ago the rate stood at 9 percent.", [
            "interest rate: 4 percent", "interest rate: 9 percent"]),
        ("The key rate is 4 percent. Nobody had forecast a half-point cut.", [
            "interest rate: 4 percent", "interest rate fall: 0.5 percentage points"]),
        ("He made a half-point cut.", []),
    ],
    "change": [
        ("The rouble shed 2.3 percent against the dollar.", ["rouble fall: 2.3 percent"]),
        ("The peso, which lost 3 percent on Monday, recovered.", ["peso fall: 3 percent"]),
        ("House prices rose 0.8 percent. Economists had forecast a rise of 0.3 percent.", [
            "house price rise: 0.8 percent", "house price rise: 0.3 percent"]),
        ("Prices rose 0.8 percent in March and were 5.2 percent higher than a year earlier.", [
            "price rise: 0.8 percent", "price rise: 5.2 percent"]),
        ("Fuel costs rose by a third.", ["fuel cost rise: about 33 to 34 percent"]),
        ("Ministers agreed to cut emissions by 55 percent.", ["emissions fall: 55 percent"]),
        ("Fees fell in May by 3 percent.", ["fee fall: 3 percent"]),
        ("Gas prices fell 4 percent. They have dropped by more than a quarter this year.", [
            "gas price fall: 4 percent", "gas price fall: at least 25 percent"]),
        ("The Dow Jones fell 2 percent.", ["Dow Jones fall: 2 percent"]),
        ("Wheat prices jumped 9 percent after the ban.", ["wheat price rise: 9 percent"]),
        ("The economy grew 0.4 percent after shrinking by 0.2 percent.", [
            "economy rise: 0.4 percent", "economy fall: 0.2 percent"]),
        ("The bridge cost 40 million dollars, a quarter more than planned.", [
            "cost: 40,000,000 USD", "cost rise: about 25 percent"]),
        ("Fares were cut by half a percentage point.", ["fare fall: 0.5 percentage points"]),
        ("Exports fell by 7.2 percent.", ["exports fall: 7.2 percent"]),
        ("Revenue rose 8%.", ["revenue rise: 8 percent"]),
        ("It made a profit of \u00a35m, up 12 percent from a year before.", [
            "profit: 5,000,000 GBP", "profit rise: 12 percent"]),
    ],
    "of_one": [
        ("Two thirds of the reef has been bleached.", ["reef bleached: about 66 to 67 percent"]),
        ("Radio gave half of its airtime to the party.", ["airtime: about 50 percent"]),
        ("He spent half of the year abroad.", []),
    ],
    "level": [
        ("Inflation, which stood at 9 percent in May, is expected to fall below 5 percent.", [
            "inflation: 9 percent", "inflation: at most 5 percent"]),
        ("Passenger numbers rose to 3 million.", ["passengers: 3,000,000 people"]),
        ("Sales of bread fell. Deposits stood at 212 billion euros.", [
            "deposits: 212,000,000,000 EUR"]),
        ("Copper output reached 1.2 million tonnes in May.", ["copper output: 1,200,000 tonnes"]),
        ("The Nikkei index closed at a record 38,100 points.", ["index: 38,100 points"]),
        ("Shares rose 3 percent before slipping to close at $14.20.", [
            "share rise: 3 percent", "share price: 14.2 USD"]),
        ("Exports have fallen by 30 percent to 11 million tonnes.", [
            "exports fall: 30 percent", "exports: 11,000,000 tonnes"]),
        ("The river peaked at 7.1 metres on Friday.", ["water level: 7.1 metres"]),
        ("Some 210 millimetres of rain fell in a day.", ["rainfall: about 210 mm"]),
        ("Temperatures rose to 41 degrees.", ["temperature: 41 degrees"]),
        ("The road was cut at 40 metres from the river.", []),
        ("She scored 30 points and the team won by 12 points.", []),
    ],
    "spent": [
        ("Police found $40,000 in a wardrobe.", ["cash found: 40,000 USD"]),
        ("He embezzled 2 million euros.", ["money embezzled: 2,000,000 EUR"]),
        ("At least \u20b93 crore was diverted from the fund.", [
            "money diverted: at least 30,000,000 INR"]),
        ("The delay is costing the harbour $85,000 a day.", ["cost: 85,000 USD"]),
        ("The lender wrote down 40 million euros.", ["write-down: 40,000,000 EUR"]),
        ("The state would guarantee up to 2 billion kronor of bonds.", [
            "guarantee: at most 2,000,000,000 SEK"]),
        ("It sold $3 billion of bonds.", ["bonds sold: 3,000,000,000 USD"]),
        ("About 1 million euros changed hands.", []),
    ],
    "resumed": [
        ("The city says 40 people were hurt. The union says 90.", [
            "wounded: 40 people", "wounded: 90 people"]),
        ("More than 60 houses burned. Residents put the figure at 110.", [
            "houses burned: at least 60 houses", "houses burned: 110 houses"]),
        ("Pilots want 9 percent more pay; the airline has offered 4.5 percent.", [
            "pay rise: 9 percent", "pay rise: 4.5 percent"]),
        ("Nurses demand a raise of 12 percent. The hospital offered 5 percent.", [
            "pay rise: 12 percent", "pay rise: 5 percent"]),
    ],
    "polled": [
        ("Nia won 43 percent of the vote. The Bloc got 36.9 percent, after 43.8 percent in 1998.", [
            "share of the vote: 43 percent", "share of the vote: 36.9 percent",
            "share of the vote: 43.8 percent"]),
        ("The Bloc came to 36.9 percent.", []),
    ],
    "of_those": [
        ("57 percent of those questioned would move.", ["questioned: 57 percent"]),
        ("Those questioned were few.", []),
    ],
    "told": [
        ("It covers 40 towns, which feeds 900 mills.", [
            "towns covered: 40 towns", "mills fed: 900 mills"]),
        ("The raid cost the duke 61 boats.", ["boats lost: 61 boats"]),
        ("The yacht was pawned along with 40 crates.", ["crates pawned: 40 crates"]),
        ("There drowned on Monday 400 goats.", ["goats drowned: 400 goats"]),
        ("The extradition to Peru of 14 bakers began.", ["bakers extradited: 14 people"]),
        ("64 lists were filled in by one hand.", ["lists filled in: 64 lists"]),
        ("The regulator blacklisted 62 ships.", ["ships blacklisted: 62 ships"]),
        ("It ordered 40 Boeing 737 airliners and leased 25 others.", [
            "airliners ordered: 40 airliners", "leased: 25 people"]),
        ("More than 40 wells have been treated with chlorine.", [
            "wells treated: at least 40 wells"]),
        ("Up to 700 casuals could be stood down.", ["casuals stood down: at most 700 people"]),
        ("Up to 900 cabins were without heating.", ["cabins without heating: at most 900 cabins"]),
        ("At least four bridges collapsed.", ["bridges collapsed: at least 4 bridges"]),
        ("It jailed nine men and acquitted 12.", ["arrested: 9 people", "acquitted: 12 people"]),
        ("It filed 117 complaints, of which 96 have been rejected.", [
            "complaints filed: 117 complaints", "complaints rejected: 96 of 117 complaints"]),
        ("More than 900 people crossed the river.", ["crossed: at least 900 people"]),
        ("It inspected 140 bridges and found cracks.", ["bridges inspected: 140 bridges"]),
        ("The two barges were towed away.", []),
    ],
    "thing": [
        ("Four of the seven judges agreed.", ["judges: 4 of 7 people"]),
        ("The new pump is 20 percent more efficient.", []),
        ("They collected a sum of $900.", []),
        ("There are 40 passengers. The road has reopened to 90.", ["passengers: 40 people"]),
        ("At least four bridges are old.", ["bridges: at least 4 bridges"]),
        ("One of the two judges agreed.", []),
        ("Thirty barges were not inspected.", ["barges: 30 barges"]),
        ("Officials expect 40 barges.", ["barges: 40 barges"]),
        ("She got 62 votes, and steel makes up 40 percent of it.", [
            "votes: 62 votes", "share: 40 percent"]),
        ("In the fires two people were hurt in one of them, say 14 guests.", [
            "wounded: 2 people", "guests: 14 people"]),
        ("It took 840 orders, though some were cancelled.", ["orders: 840 orders"]),
        ("There are 189 passengers.", ["passengers: 189 people"]),
        ("The ship holds 1,100 tonnes of ammonium nitrate.", ["ammonium nitrate: 1,100 tonnes"]),
        ("Sixty percent of the parts are made here.", ["parts: 60 percent"]),
        ("The building has 12 floors and several doors.", []),
    ],
}  # fmt: skip

NATIONS = [
    # The nation that the article counts goes without saying; another is named.
    (
        (
            "At least 30 Greek soldiers died. Some 50 Greek troops were wounded."
            " Six Turkish soldiers were wounded."
        ),
        [
            "killed: at least 30 people",
            "wounded: about 50 people",
            "Turks wounded: 6 people",
        ],
    ),
    (
        "Two Israelis and 15 Palestinians died.",
        ["Israelis killed: 2 people", "Palestinians killed: 15 people"],
    ),
    (
        (
            "Some 400 Syrian fighters were killed and 90 Syrian fighters were wounded."
            " Twenty Syrian fighters are missing."
            " Around 700 Iraqis sent to Aleppo were not seen."
            " The ministry put Iraq's casualties at more than 90."
        ),
        [
            "killed: about 400 people",
            "wounded: about 90 people",
            "missing: 20 people",
            "Iraqi troops sent to Aleppo: about 700 people",
            "Iraqi casualties: at least 90 people",
        ],
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [(rule, *row) for rule, rows in TABLES.items() for row in rows],
)
def test_a_rule_reads_its_table(rule: str, text: str, expected: list[str]) -> None:
    assert figures(text) == expected
    if expected:
        assert rule in {quantity.rule for quantity in read(text)}


@pytest.mark.parametrize(("text", "expected"), NATIONS)
def test_another_nation_than_the_running_one_is_named(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


def test_each_rule_has_a_table() -> None:
    assert [rule.__name__ for rule in RULES] == list(TABLES)


def test_a_quantity_spans_its_bounds_and_what_it_counts() -> None:
    text = "Officials say that more than 3,000 North Korean soldiers were killed."
    (quantity,) = read(text)
    assert text[quantity.start : quantity.end] == "more than 3,000 North Korean soldiers"
