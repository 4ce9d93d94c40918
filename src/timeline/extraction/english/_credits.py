"""How pictures, reporters and places are credited in English news: captions, bylines, datelines."""

from __future__ import annotations

import re
from typing import Final

_AGENCY: Final = (
    r"(?:AAP|ABACA|ABC|AFP|Agence\ France[- ]Presse|Alamy|Anadolu(?:\ Agency)?|ANI|Ansa|ANSA|AP|"
    r"Associated\ Press|The\ Associated\ Press|BBC|BELGA|Bernama|Bloomberg|CCTV|CNA|CNN|DPA|dpa|"
    r"E?PA[-/ ]?EFE|EFE|EPA|Europa\ Press|Getty(?:\ Images)?|GETTY(?:\ IMAGES)?|Handout|HANDOUT|"
    r"IANS|IMAGO|Imago|Interfax|iStock|ITAR-TASS|Jiji|JIJI|KCNA|Keystone|Kyodo(?:\ News)?|KYODO|"
    r"NASA|NurPhoto|PA(?:\ (?:Media|Wire|Images))?|Pool|POOL|Press\ Association|PTI|"
    r"REUTERS|Reuters|RIA(?:\ Novosti)?|Ritzau|Rex|REX|Scanpix|SCREEN\ CAPTURE|Screengrab|"
    r"Shutterstock|SIPA(?:\ USA)?|Sputnik|TASS|TT|UGC|Ukrinform|UKRINFORM|UNIAN|Unsplash|UPI|"
    r"Wikimedia(?:\ Commons)?|X(?=$|[)\]/])|Xinhua|XINHUA|Yonhap(?:\ News)?|YONHAP|"
    r"ZUMA(?:\ Press)?)"
)
_LABEL: Final = (
    r"(?:(?:File|FILE|Archive|Stock|Cover|Lead|Main|Handout|Courtesy)\s)?"
    r"(?:Photo(?:graph)?s?|PHOTO(?:GRAPH)?S?|Pictures?|PICTURES?|Images?|IMAGES?|Pic|Pix|Foto|"
    r"Credits?|CREDITS?|Screenshot|Screengrab|Still|Video|VIDEO|Graphics?|GRAPHICS?|Illustration)"
)
_NAME: Final = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}\s?"

CREDIT_TAIL: Final = re.compile(
    rf"""
    \s*(?:
        [(\[|/–—-]?\s*(?<!\w){_LABEL}(?:\s(?:credit|courtesy))?\s?
            (?::|/|\bby\b|\bcourtesy\sof\b|\bvia\b)\s*[^.!?:;"“”]{{2,80}}[)\]]?\.?
      | \((?=[^()]{{2,90}}\)$)(?:
            [^()]*\b(?i:photo(?:graph)?|image|picture|via|handout|file|courtesy|screenshot|screengrab|
            getty|credit|pool)\b[^()]*
          | [^()]*{_AGENCY}/[^()]* | [^()]*/\s?{_AGENCY})\)
      | (?<=[.!?"”’)])\s*\((?:(?i:supplied|provided|contributed|submitted)
            |[A-Z][\w.&'’ -]{{1,30}}/\s?[A-Z][^()/]{{1,40}})\)
      | \[[^\[\]]{{2,60}}\]
      | (?:(?<=[.!?"”’)])\s+|\s+[–—/|-]\s*|\s*©\s*|\s+via\s+)
            {_AGENCY}(?:[\ /,&-]+\w[\w.'’]*){{0,6}}
      | (?<=[.!?"”’)])\s+{_NAME}[/|,]\s?{_AGENCY}(?:[\ /,&-]+\w[\w.'’]*){{0,4}}
      | \s*©\s*[^.!?]{{2,50}}
    )$
    """,
    re.VERBOSE,
)
"""The credit at the end of a caption."""

CREDIT_PIECES: Final = (
    "Photo", "PHOTO", "Pic", "PIC", "Pix", "Image", "IMAGE", "Credit", "CREDIT", "Screen", "Still",
    "Video", "VIDEO", "Graphic", "GRAPHIC", "Illustration", "Foto", "©",
)  # fmt: skip
"""A credit that ends with a full stop has one of these in it."""

CREDIT_LINE: Final = re.compile(
    rf"""
    [(\[|–—-]?\s*(?:
        {_LABEL}(?:\s(?:credit|courtesy))?\s?(?::|/|\bby\b|\bcourtesy\sof\b|\bvia\b)\s*
            (?:(?:[A-Z©@][^\s]*|by|via|of|and|the|for|from|de|van|von|/|\||-|–|&|\d+)(?:\s|$)){{1,9}}
      | (?:via|©|Courtesy\sof|Courtesy:?)\s?(?:the\s)?[A-Z@][^.!?]{{1,60}}
      | {_AGENCY}(?:\s(?:Photo|Images|File(?:\sPhoto)?))?
            (?:\s?[/,|&]\s?[\w][\w.'’\ -]{{1,30}}){{0,4}}
      | {_NAME}[/|,]\s?{_AGENCY}(?:\s?[/,|]\s?[\w][\w.'’\ -]{{1,30}}){{0,3}}
      | (?:FILE|File)\s(?:PHOTO|Photo|photo|picture|image)
    )\s*[)\]]?\.?
    """,
    re.VERBOSE,
)
"""A line that is nothing but a credit: the line before it is the caption."""

CAPTION_LABEL: Final = re.compile(
    r"(?:"
    r"(?:Image|Media|Photo|Video)\scaption\s?[:,]?"
    r"|(?:(?:FILE|File|Archive|ARCHIVE)\s(?:PHOTO|Photo|photo|PICTURE|picture|IMAGE|image)"
    r"|Photo|Picture|Image|Caption|PHOTO|CAPTION|FILE)\s?(?::|–|—|-(?=\s))"
    r")\s*(?=[A-Z\"“])"
)
"""What opens a caption that calls itself one."""

_WRITER: Final = (
    r"(?:[A-Z][\w.'’-]*|and|of|in|for|the|with|from|at|on|de|da|del|di|van|von|der|al|el|bin|&|"
    r"[|,;•·–—/-]|[Rr]eporting|[Ww]riting|[Ee]diting|[Aa]dditional|by|\d{1,2},?|\d{4}|\d{1,2}:\d\d|"
    r"\w+@\S+)"
)

BYLINE: Final = re.compile(
    rf"""
    (?:by|BY|By|From\sour|Author:|Reporter:
      |(?:Written|Interview|Reported|Story|Words|Edited|Text|Posted|Published)\sby)\s
    (?:{_WRITER}[,|]?(?:\s+|$)){{1,16}}(?:\[[^\]]*\]{{1,2}}|\([^)]*\)|<[^>]*>)?\s*[|•]?
  | \(?(?:Additional\s[Rr]eporting|Reporting|Writing|Editing|Compiled|Translated)\sby\s
        (?:{_WRITER}[,;]?(?:\s+|$|(?=[).]))){{1,40}}\.?\)?
  | (?:[A-Z][\w.'’-]+\s){{1,3}}[A-Z][\w.'’-]+,\s(?:\w+\s)?
        (?:Writer|Correspondent|Editor|Reporter|Bureau\sChief|BBC\sNews)
    """,
    re.VERBOSE,
)
"""A line that names who wrote the article."""

_CALLED: Final = (
    r"(?i:writers?|correspondents?|reporters?|editors?|columnists?|critics?|staff|"
    r"bureau\schief|journalists?|newsroom|newsdesk|fact-checker)"
)
_CAPITAL: Final = r"[^\W\d_a-z][\w.'’-]*"
_FULL: Final = rf"{_CAPITAL}(?:\s(?:(?:de|da|del|di|van|von|der|al|el|bin)\s)?{_CAPITAL}){{1,3}}"
_WORD: Final = r"[\w&'’-]+"

BYLINE_ROLE: Final = re.compile(
    rf"""
    (?:{_FULL}\s?[|•-]\s?)?(?:By:?\s|BY:?\s)?{_FULL}(?:(?:,\s|\sand\s|\s&\s){_FULL})*
        \s?[,|(–—-]\s?(?:{_WORD}\s){{0,5}}{_CALLED}(?:\)|(?:\s|,|\s?\|).{{0,60}})?
  | (?:By|BY|From):?\s(?:[Oo]ur\s)?(?:{_WORD}\s){{0,4}}{_CALLED}(?:\s{_FULL})?(?:,?\sin\s.{{2,40}})?
  | (?:{_WORD}\s){{0,3}}{_CALLED},\s{_FULL}
  | (?:[A-Z]+|\d\d?\s\w+\s\d{{4}})\s?[|•]\s?By\s.{{3,60}}
  | {_FULL}\sin\s{_FULL.replace("{1,3}", "{0,2}")}
        (?:(?:,\s|\sand\s|,\sand\s){_FULL}\sin\s{_FULL.replace("{1,3}", "{0,2}")})+
    """,
    re.VERBOSE,
)
"""A line without a full stop that names writers by their work or the places where they wrote."""

CONTRIBUTED: Final = re.compile(
    r"""
    [A-Z][^.!?]{3,160}\scontributed\s(?:to\sthis\s(?:report|story|article)|reporting|research)
        (?:\sfrom\s[A-Z][\w,\s]{2,60})?\.
  | [A-Z][^.!?]{0,80}\b(?:writers?|reporters?|journalists?|correspondents?)\s
        (?:[A-Z][\w.'’-]*,?\s|and\s|in\s){1,16}contributed\.
    """,
    re.VERBOSE,
)
"""A line that names who helped to write it; "contributed" is always among its words."""

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_PLACE: Final = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,4}"
_TITLED: Final = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"

DATELINE: Final = re.compile(
    rf"""
    (?:
        (?:
            {_PLACE}(?:,\s{_TITLED}){{0,2}}(?:[,.]\s(?:{_DATE}))?\s?(?:\([^()]{{2,40}}\))?
          | {_TITLED}(?:,\s{_TITLED}){{0,2}}(?:[,.]\s(?:{_DATE}))?\s?\((?:{_AGENCY}|[A-Z]{{2,6}})\)
          | {_TITLED}(?:,\s{_TITLED}){{0,2}}[,.]\s(?:{_DATE})
          | {_TITLED},\s{_TITLED}
          | \({_AGENCY}\)
        )
        \s?(?:--+|—|–|-(?=\s))\s*
      | {_PLACE}(?:,\s{_TITLED})?,\s{_DATE}:\s+
    )
    (?=["“'‘]?[A-Z0-9])
    """,
    re.VERBOSE,
)
"""The place, and perhaps the day and the agency, before the first sentence."""
