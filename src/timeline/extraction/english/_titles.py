"""Titles and offices: they stand before a name without being part of it, or stand for a person."""

from __future__ import annotations

from typing import Final


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is set as prose, so that it can be read and added to.

    >>> sorted(listed("mr mrs dr"))
    ['dr', 'mr', 'mrs']
    """
    return frozenset(words.split())


# Before a name, with or without a capital letter: "Lt. Gen. Kyrylo Budanov", "Dr Ruiz".
RANKS: Final = listed(
    """
    mr mrs ms miss dr prof sir lord lady dame baron baroness count prince princess king
    queen emperor sheikh ayatollah pope cardinal archbishop bishop rev reverend father
    sister imam rabbi gen general lt lieutenant col colonel maj major capt captain sgt
    sergeant cpl corporal pvt private adm admiral cmdr commander brig brigadier marshal vice
    rear petty chief warrant officer sen senator rep representative congressman
    congresswoman gov governor mayor president premier chancellor minister secretary
    ambassador envoy judge justice sheriff inspector detective superintendent constable
    professor doctor coach comrade alhaji alhaja hajiya mallam engr barrister asp dsp csp
    shri smt datuk
    """
)

# Offices and callings of one person; the plural speaks for a group.
PERSONS: Final = listed(
    """
    director-general secretary-general vice-president commander-in-chief co-founder counsel
    goalscorer midfielder defender man woman person ally spokesman spokeswoman spokesperson official
    minister president premier chancellor chief head leader director general colonel
    commander governor mayor analyst expert correspondent reporter journalist captive
    prisoner detainee soldier officer diplomat source lawyer attorney judge prosecutor
    witness resident doctor adviser advisor chairman chairwoman chair ceo secretary
    ambassador envoy senator lawmaker professor economist scientist researcher aide dictator
    king queen prince pope politician candidate editor author historian strategist trader
    investor manager executive founder owner partner survivor victim suspect defendant
    relative mother father brother sister son daughter wife husband widow neighbour neighbor
    coach captain player striker goalkeeper pilot driver engineer activist campaigner
    organiser organizer negotiator mediator representative delegate deputy counterpart
    collector commissioner superintendent harbormaster harbourmaster bishop archbishop registrar
    chairperson coroner nurse surgeon virologist epidemiologist meteorologist seismologist geologist
    inspector detective sheriff firefighter rescuer veteran fighter rebel militant gunman
    teacher student worker farmer shopkeeper fisherman eyewitness insider whistleblower
    informant taoiseach treasurer congressman congresswoman parliamentarian mp councillor
    councilor speaker blogger columnist commentator observer specialist consultant broker
    banker pollster paratrooper member regulator clerk auditor comptroller administrator
    geophysicist physicist astronomer biologist chemist climatologist hydrologist oceanographer
    archaeologist psychologist sociologist criminologist pathologist statistician demographer
    cfo coo cto cio ciso cmo barrister solicitor pharmacist paramedic midwife dentist carpenter
    electrician plumber innkeeper landlord tenant caretaker janitor waiter waitress bartender
    hairdresser beekeeper herder gardener postman
    athlete runner swimmer cyclist boxer sprinter jockey referee umpire
    singer actor actress musician painter sculptor novelist poet playwright photographer
    translator librarian curator architect surveyor
    """
)

# Those through whom somebody else speaks.
SPOKESMEN: Final = listed("spokesman spokeswoman spokesperson spokespeople")

# Words that make part of an office: "Defence Minister", "US Secretary of State", "former deputy".
OFFICE_WORDS: Final = (
    PERSONS
    | RANKS
    | listed(
        """
    prime deputy vice foreign defence defense interior finance health energy trade economy
    justice education transport environment agriculture former ex acting first second then
    senior junior chief lead leading late retired veteran opposition press state attorney
    executive managing news agency commander-in-chief co-founder
    """
    )
)

# Written with a full stop that ends no sentence.
ABBREVIATED: Final = listed(
    """
    lt gen col sgt maj capt dr mr mrs ms st sen rep gov adm cmdr brig prof rev cpl pvt corp inc
    ltd co jr sr
    """
)
