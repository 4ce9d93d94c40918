"""The words by which English pages give away what is not the article: the one list of them.

Three strengths: a whole line, a beginning of a line that is no prose, and phrases that no news
story says of itself, so that even a full sentence of them is the page speaking.
"""

from __future__ import annotations

import re
from typing import Final


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(" | "))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINKS: Final = _phrases(
    """
    also on this site | also read | also see | articles you may like | don't miss |
    editor's picks | editors' picks | explore more | for you | from the web | further reading |
    in case you missed it | keep reading | latest | latest news | latest stories |
    latest updates | more | more coverage | more for you | more from author |
    more from the author | more from this author | more from us | more headlines |
    more like this | more news | more on this | more on this story | more on this topic |
    more related news | more stories | more stories for you | more to explore | more to read |
    most popular | most read | most shared | most viewed | most watched | must read |
    must reads | next up | now trending | other news | other posts by this author |
    other posts by this writer | other stories | our picks | paid content | popular |
    popular now | popular stories | promoted content | read also | read more | read next |
    read this next | recent articles | recent news | recent posts | recent stories |
    recommended | recommended articles | recommended by our editors | recommended for you |
    recommended reading | recommended stories | related | related article | related articles |
    related content | related coverage | related headlines | related links | related news |
    related posts | related reading | related stories | related story | related topics |
    related video | related videos | see also | similar articles | similar stories |
    sponsored content | sponsored links | suggested reading | suggestions for you | the latest |
    top news | top picks | top stories | top stories today | trending | trending now |
    trending stories | trending today | trending topics | up next | watch next | we recommend |
    what to read next | what's hot | what's new | what's trending |
    you may also be interested in | you may also like | you may be interested in |
    you may like | you might also like | you might be interested in | you might like |
    you'll also like
    """
)
"""Lines that open a list of links to other stories."""

WHOLE: Final = _phrases(
    """
    accept | accept all | accept cookies | ad | ad feedback | add a comment | add comment |
    add yours | ads | advertisement | advertisements | advertising | agree | all comments |
    all rights reserved | audio | back to top | be the first to comment |
    be the first to reply | breaking news | buy now | cancel | click here | close | comment |
    comments | comments are closed | contact | contact us | continue | continue reading |
    continue reading the main story | continue with facebook | continue with google |
    cookie policy | cookie settings | copied | copy link | copy the link | copy url |
    create account | create an account | decline | dismiss | donate | donate now | download |
    download the app | email | email address | email this article | expand | facebook | follow |
    follow us | font size | forgot password | get the app | got it | hide caption | home |
    home page | homepage | house rules | image caption | join now | join the conversation |
    join the discussion | leave a comment | leave a reply | leave your comment | like |
    link copied | listen | listen to this article | live | live updates | load more |
    load more comments | loading | lock icon | log in | log out | login | main menu |
    manage cookies | media caption | menu | minutes read | more options | navigation |
    newsletter | newsletters | next | next article | next post | no comments |
    no comments so far | no comments yet | no thanks | notifications | ok | okay | open menu |
    our newsletter | photo | pin | play | play video | please wait | post | post a comment |
    post comment | prev | previous | previous article | previous post | print |
    print this article | privacy | privacy policy | read full story | read less | read more |
    read the full story | reader comments | register | reject | reject all | reply | report |
    report a typo | report an error | save | save article | save for later | scroll down |
    search | see all | send | share | share article | share now | share on | share this |
    share this article | share this page | share this post | share this story | share via |
    show all | show caption | show comments | show less | show more | sign in | sign out |
    sign up | skip | skip ad | skip advertisement | skip to content | skip to main content |
    skip to navigation | social comment | sponsored | spread the word | start the conversation |
    story continues below | story continues below advertisement | submit | subscribe |
    subscribe now | subscribe today | support us | swipe | tags | tap to unmute | terms |
    terms of service | terms of use | text size | thank you for reading |
    thank you for subscribing | thanks for reading | there are no comments | toggle menu |
    toggle navigation | topics | translate | tweet | twitter | unmute | video | view all |
    view all comments | view comments | view gallery | view more | visit website | watch |
    watch live | watch now | whatsapp | write a comment | write the first one | your email |
    your name | zoom
    """
)
"""Lines that are buttons, labels and counters of the page, as a whole."""

BUTTONS: Final = _words(
    """
    a a+ a- aa and app bluesky bookmark by clipboard comment comments copied copy dictionary email
    e-mail facebook flipboard follow font gift google+ icon image instagram larger like line link
    linkedin listen live mail mastodon menu messenger more next on or pin pinterest play post
    prev previous print reddit reply rss save search send share size skype smaller sms social
    telegram text threads tiktok toggle translate tumblr tweet twitter url via viber video vk watch
    wechat whatsapp x xing youtube
    """
)
"""Words of which bars of buttons are made; two or more of them and nothing else are such a bar."""

BEGINNING: Final = re.compile(
    r"""
    (?:
        (?:read|see|watch|listen|more|also|hear|explore|discover|view)
            \ (?:also|more|next|all|read|from|on|stories|news|about|coverage|videos?|photos?|in|here
            |below|now|our|the\ full)\b
      | related\b | recommended\b | trending\b | most\ (?:read|viewed|popular|shared)\b
      | (?:you|we)\ (?:may|might|also)\ (?:also\ )?(?:like|be\ interested|recommend)\b
      | (?:other|more|similar|latest|recent|top)\ (?:posts|stories|articles|news|headlines|from)\b
      | (?:sign|log)(?:\ |-)?(?:in|up|on)\b | log-?in\b | subscribe\b
      | register\ (?:to|for|now|here)\b
      | follow\ (?:us|me|him|her|them|our|@|the\ \w+\ on|\w+\ on)\b | (?:like|find|join)\ us\b
      | share\ (?:this|on|via|with|it|your|article|post|story|the\ (?:article|story|news))\b
      | (?:print|email|save|bookmark|listen\ to|rate|download|gift)\ (?:this|the)
            \ (?:article|story|page|post)\b
      | (?:click|tap|swipe|press|scroll)\ (?:here|to|on|down|left|right|the)\b
      | (?:leave|write|post|add|view|show|see|hide|read|load)
            \ (?:(?:an?|all|your|the|more|first|\d+)\ )?(?:comments?|reply|replies|reviews?)\b
      | (?:no|\d[\d,]*)\ (?:comments?|replies|shares?|views?|likes?|reactions?|retweets?|votes?)\b
      | (?:house|community|comment|commenting)\ (?:rules|guidelines|policy|standards|help)\b
      | (?:get|download|try|install|open\ in)\ (?:the|our)
            \ (?:app|newsletter|latest|best|day's|morning|free)\b
      | (?:filed|posted|categori[sz]ed|published|tagged|listed)\ (?:under|in|with|as)\b
      | (?:tags?|topics?|keywords?|categor(?:y|ies)|labels?|sections?|filed\ under)\ ?:
      | (?:est(?:imated|\.)?\ )?(?:reading|read)\ time\b | time\ to\ read\b
      | (?:word|character)s?\ count\b
      | (?:(?:about|an?|under)\ )?\d+(?:-|\ )?(?:min(?:ute)?s?|sec(?:ond)?s?)\.?(?:-|\ )
            (?:read|listen|watch|video)\b
      | (?:©|\(c\)|copyright\b)
      | (?:we|this\ (?:web)?site)\ uses?\ cookies\b | (?:accept|manage|reject)\ (?:all\ )?cookies\b
      | (?:privacy|cookies?)\ (?:policy|notice|settings|preferences)\b | terms\ (?:of|and)\b
      | (?:image|media|photo|video|figure|picture)\ (?:caption|source|copyright)\b
      | (?:last\ |first\ )?(?:updated|modified|published|posted|edited)
            (?:\ on|\ at|:|\ \d|\ (?:an?|one|two)\ (?:hour|minute|day))
      | (?:\d+|an?|one|two|three)\ (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?)\ ago$
      | (?:story|article|content)\ continues\b
      | (?:advertisement|sponsored|promoted|partner\ content)\b
      | skip\ (?:to|past|advertisement)\b | back\ to\ (?:top|home|the)\b | jump\ to\b
      | (?:enter|type)\ your\b
      | your\ (?:e-?mail|name|comment|message|privacy|account|subscription)\b
      | (?:enable|turn\ on|allow)\ (?:java-?script|notifications|cookies)\b
      | (?:have|got)\ a\ (?:tip|story|question)\b
      | contact\ (?:us|the\ (?:author|editor|newsroom))\b
      | (?:report|submit)\ (?:a|an)\ (?:typo|error|correction|tip|mistake)\b
      | (?:photo|image|picture)\ gallery\b | in\ pictures\b | slideshow\b
      | (?:open|close|show|hide|expand|view)\ (?:the\ |in\ )?
            (?:gallery|image|photo|menu|caption|full\s?screen|transcript)\b
      | (?:page|photo|slide|image)\ \d+\ (?:of|/)\ \d+\b
    )
    """,
    re.VERBOSE,
)
"""How lines begin that are the page's own, where they are no full sentence; of a key."""

PLEA_BEGINNING: Final = re.compile(
    r"""
    (?:read|see|watch|listen|also)\ (?:also|more|next|read|here)\ ?(?:[:|>»–—]|-\ )
  | (?:also\ )?(?:related|recommended|trending|more|next|previous)
        (?:\ (?:articles?|stor(?:y|ies)|reading|news|coverage|links?|posts?|videos?|topics?))?\ ?:
  | (?:more\ on\ (?:this|the)\ (?:story|topic)|you\ (?:may|might)\ also\ like)\b
  | (?:©|\(?c\)|copyright)\ (?:©\ )?(?:19|20)\d\d\b
  | (?:view|see|read)\ (?:all\ )?(?:more\ )?(?:articles|posts|stories)\ by\b
  | our\ (?:editorial\ )?standards\ ?:
    """,
    re.VERBOSE,
)
"""How only the page begins, so that even a full sentence of it is not the article's; of a key."""

_ON: Final = r"on\ (?:twitter|x|facebook|instagram|telegram|bluesky|threads|mastodon|linkedin)\b"

PLEAS: Final = {
    word: re.compile(pattern, re.VERBOSE)
    for word, pattern in {
        "please": r"\bplease\ (?:sign|log|register)[\s-]?(?:in|up|on|to)\b"
        r"|\bto\ (?:leave|write|post|view|see|read)\ (?:a\ |your\ |the\ )?(?:comments?|reply),?"
        r"\ please\b",
        "sign": r"\bsign\s?-?in\ (?:with|to|or)\ (?:your|twitter|facebook|google|comment|leave"
        r"|post|read|continue|an?\b)"
        r"|\bsign\ up\ (?:for|to)\ (?:our|the\ newsletter|receive|get|your|a\ free|free)\b",
        "log": r"\blog\s?-?in\ (?:with|to|or)\ (?:your|twitter|facebook|google|comment|leave"
        r"|post|read|continue|an?\b)",
        "subscri": r"\bsubscribe\ (?:to\ (?:our|the\ newsletter|my|us|read|continue|unlock)|now"
        r"|today|here|for\ (?:free|full|unlimited|just))\b|\balready\ a\ subscriber\b",
        "our ": r"\bour\ (?:free\ |daily\ |weekly\ |morning\ |evening\ |e-?mail\ )*"
        r"(?:newsletters?|app|(?:whatsapp|telegram|youtube)\ channel|podcast)\b",
        " us ": r"\b(?:follow|like|find|join)\ us\ (?:on|at|in|here)\b",
        "follow": rf"\bfollow\ (?:him|her|them|me|@\S+|\w+(?:\ \w+)?)\ {_ON}",
        "cookies": r"\b(?:we|this\ (?:web)?site|our\ (?:web)?site)(?:\ and\ our\ partners)?"
        r"\ uses?\ cookies\b"
        r"|\b(?:accept|consent\ to|agree\ to)\ (?:all\ |the\ |our\ )*(?:use\ of\ )?cookies\b",
        " you ": r"\bby\ (?:continuing|clicking|using|browsing|signing|subscribing|submitting)\b"
        r".{0,60}\byou\ (?:agree|accept|consent|acknowledge)\b",
        "e-mail": r"\byour\ e-mail\ address\ will\ (?:not|never)\b",
        "email": r"\byour\ email\ address\ will\ (?:not|never)\b"
        r"|\bemail\ (?:the\ (?:author|reporter|editor|writer)|us)\ at\b",
        "contact": r"\bcontact\ (?:the\ (?:author|reporter|editor|writer)|us)\ at\b",
        "required": r"\brequired\ fields\ are\ marked\b|\bjava-?script\ is\ required\b",
        "rights": r"\ball\ rights\ (?:are\ )?reserved\b",
        "not be": r"\b(?:may|must)\ not\ be\ (?:published|reproduced|copied)[^.]{0,40}"
        r"\b(?:broadcast|rewritten|redistributed|without)\b",
        "script": r"\b(?:enable|turn\ on)\ java-?script\b"
        r"|\bjava-?script\ is\ (?:disabled|required)\b",
        "click": r"\bclick\ (?:here|below|on\ the\ link)\ (?:to|for)\b",
        "journalism": r"\bsupport\ (?:our|independent)\ journalism\b",
        "contribution": r"\bmake\ a\ (?:one-time\ )?contribution\ to\ (?:our|us)\b",
        "syndicated": r"\b(?:this|our)\ (?:article|story|post|content)\ (?:was|is)"
        r"\ (?:auto-?generated|syndicated)\ (?:by|from)\b",
        "edited by": r"\bthis\ story\ has\ not\ been\ edited\ by\b",
        "your ": r"\b(?:get|receive)\ (?:the\ |our\ )?(?:latest|top|breaking|best)\b.{0,60}"
        r"\b(?:in|to)\ your\ (?:inbox|e-?mail|phone)\b"
        r"|\bdelivered\ (?:straight\ |directly\ )?to\ your\ (?:inbox|e-?mail)\b",
        "download": r"\bdownload\ (?:the|our)\ (?:\w+\ )?app\b",
        "you have": r"\byou\ have\ (?:reached|read|used)\ (?:your|all|the\ limit|\d+\ of)\b"
        r".{0,50}\b(?:articles?|stories|limit)\b",
        "affected": r"\b(?:have\ you\ been|are\ you)\ (?:personally\ )?affected\ by\b"
        r".{0,80}\b(?:get\ in\ touch|e-?mail|contact|tell\ us)\b",
        "opinions": r"\bopinions\ expressed\ (?:in\ this|here)\b",
    }.items()
}
"""What only the page says, anywhere in a sentence, by a piece of it that is quickly looked for."""

STAMP: Final = re.compile(
    r"""
    (?:(?:first|last|originally|article|story)\ )?
        (?:published|updated|posted|modified|edited|created|issued|date)
        (?:\ (?:on|at))?\ ?[:|]?\ ?(?=.{0,40}\d)[\w\s,.:/|()+-]{4,60}
  | (?:\d{1,2}[:.]\d\d(?:\ ?[ap]\.?m\.?)?,?\ (?:[a-z]{2,4},?\ )?)?
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)?(?:day)?[,.]?\ ?
    (?:\d{1,2}(?:st|nd|rd|th)?\ )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?
        \ (?:\d{1,2}(?:st|nd|rd|th)?,?\ )?(?:19|20)\d\d
        (?:,?\ (?:at\ |-\ |\|\ |[–—]\ )?\d{1,2}[:.]\d\d[\w\s:.()+-]{0,20})?
  | (?:19|20)\d\d[-/.]\d\d[-/.]\d\d(?:[t\ ]\d\d:\d\d[\w:.+\ -]{0,20})?
  | \d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?:,?\ \d{1,2}:\d\d[\w:.+\ -]{0,20})?
    """,
    re.VERBOSE,
)
"""A line that is nothing but when the page was printed; of a key in lower case."""
