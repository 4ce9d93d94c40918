"""Papers, files and pictures on whose word something is told, and what is done with them."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._titles import listed

# Papers and files that say something, besides the writings that are somebody's word.
DOCUMENTS: Final = listed(
    """
    log logs logbook logbooks diary diaries ledger ledgers list lists notice notices minutes order
    orders contract contracts transcripts audit audits autopsy autopsies post-mortem dossier
    dossiers file files chart charts certificate certificates manifest manifests invoice invoices
    receipt receipts register registers registry database databases dataset directive directives
    circular circulars advisory advisories prospectus leaflet leaflets pamphlet census polling
    submission submissions presentation spreadsheet spreadsheets letters memos memorandum memoranda
    emails e-mails logs chats correspondence scans measurements warrant warrants subpoena
    petition petitions deposition depositions screenshot screenshots messages statistics imagery
    studies surveys polls filings bulletins dispatches notebook notebooks manual manuals
    questionnaire questionnaires archive archives roster rosters tally tallies sheet sheets
    timetable inventory inventories permit permits licence license deed deeds will papers
    inspection inspections
    """
)
# Work of which somebody makes the results known: they are that one's word.
RESEARCH: Final = listed(
    """
    research modelling modeling analysis analyses surveillance testing tests mapping sequencing
    sampling monitoring screening calculations simulations experiments trials data figures
    statistics numbers estimates projections polling study studies survey surveys work
    """
)
# Questions put to many, whose answers are counted.
POLLS: Final = listed("poll polls survey surveys polling census questionnaire study studies")
# Who did so with a paper has written it.
AUTHORED: Final = listed(
    """
    written compiled prepared drafted produced authored drawn signed issued published released
    commissioned conducted carried done run commissioned penned filed submitted collected
    gathered assembled
    """
)
# Who did so has told the world of it.
PRINTED: Final = listed("published reported revealed disclosed leaked released printed aired")
# What is only done with a paper before it is quoted.
SEEN: Final = listed("seen obtained reviewed viewed read consulted copied dated examined")
# What is done to a picture, and says when it shows what it shows.
TAKEN: Final = listed("taken captured shot filmed recorded made acquired dated from of on")
# Before pictures that nobody is named for.
FROM_ABOVE: Final = listed(
    "satellite drone aerial thermal radar infrared surveillance security dashcam cctv"
)
# Words before a writing that do not say whose it is.
LOOSE: Final = listed(
    """
    media press news unconfirmed conflicting persistent recent various numerous multiple several
    earlier new first initial preliminary online social widespread early other further separate
    internal leaked confidential secret written signed copied false newspaper published
    unverified such more many some detailed full latest final
    """
)
# Records of fact; rumours and stories are nobody's, however they are called.
RECORDS: Final = listed(
    """
    records record data figures documents document papers files logs statistics filings filing
    memo memos analysis findings assessment review audit transcript tally count letters letter
    indictment affidavit lawsuit complaint accounts
    """
)
