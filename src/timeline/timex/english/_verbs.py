"""The verbs by which a clause looks back or ahead: data for the decision about tense.

Nothing here needs to be complete. Regular pasts are told by their ending; these are the irregular
ones, the auxiliaries, and the plain forms that news uses after "to".
"""

from __future__ import annotations

from typing import Final

WILL: Final = (
    *("will", "shall", "ll", "would", "wo", "could", "might", "may", "should", "must", "can"),
)
"""Auxiliaries of what is still to come."""

DUE: Final = (
    *("due", "scheduled", "slated", "expected", "planned", "upcoming", "forthcoming", "poised"),
    *("plans", "plan", "intends", "hopes", "aims", "going", "anticipated", "projected", "ready"),
    *("likely", "unlikely", "tomorrow", "expects", "expect", "planning", "tentatively"),
    *("promises", "wants"),
    *("want", "intend", "hope", "set"),
)
"""Words that announce."""

FORESAW: Final = {
    *("expected", "planned", "anticipated", "projected", "predicted", "forecast", "estimated"),
    *("hoped", "intended", "promised", "pledged", "foresaw"),
}
"""Pasts of looking ahead, with a date of their own: "it projected in April that it would"."""

PLANS: Final = {"plan", "plans", "hopes", "hope", "promises", "aims"}
"""Words of those that are nouns, too: "heard of the plans on Tuesday"."""

COMES: Final = (
    *("begins", "opens", "closes", "ends", "expires", "reopens", "resumes", "comes", "goes"),
    *("arrives", "takes", "meets", "faces", "hosts", "kicks", "launches", "runs", "departs"),
    *("leaves", "retires", "premieres", "continues", "concludes", "travels", "heads", "airs"),
)
"""Verbs whose present tense, with a date, tells what is arranged: "it reopens on Tuesday"."""

PUT_OFF: Final = {
    *("delayed", "postponed", "extended", "adjourned", "suspended", "deferred", "pushed", "banned"),
    *("gave", "give", "gives", "given", "granted", "allowed"),
    *("jailed", "rescheduled", "remanded", "valid", "closed", "barred", "blocked"),
}
"""What is done "until" a day that is still to come."""

MOVED: Final = {
    *("delayed", "postponed", "deferred", "adjourned", "pushed", "moved", "shifted", "extended"),
    *("rescheduled", "relisted", "brought", "put", "carried"),
}
"""What is done with a plan that gets another day, behind "to": "moved the vote to Sunday"."""

GAVE_A_DAY: Final = {
    *("set", "scheduled", "rescheduled", "fixed", "called", "booked", "listed", "relisted"),
    *("arranged", "planned", "slated", "summoned", "timetabled", "pencilled"),
}
"""What is done with a plan that gets a day, behind "for": "set the hearing for Monday"."""

STAYED: Final = {"remained", "stayed", "lasted", "persisted", "kept", "lingered", "dragged"}
"""What went on "until" a day that is gone: "remained closed until March"."""

LET: Final = {
    *("allowed", "permitted", "cleared", "authorised", "authorized", "licensed", "enabled", "able"),
    *("invited", "freed", "let"),
}
"""What was granted: "was allowed to reopen on 5 May" can be over or still to come."""

WENT_ON: Final = {
    *("appeared", "seemed", "looked", "continued", "began", "started", "ceased", "came", "got"),
    *("managed", "failed", "refused", "struggled", "tried", "attempted", "helped", "had", "forced"),
    *("proved", "turned", "happened", "went", "rushed", "raced", "scrambled", "used", "unable"),
}
"""Pasts whose "to" looks no further ahead than they do: "appeared to hold on Tuesday"."""

SPEECH: Final = {
    *("said", "told", "wrote", "written", "emailed", "email", "mail", "telephone", "telephoned"),
    *("phone", "phoned", "call", "called", "interview", "interviewed", "reply", "replied"),
    *("respond", "responded", "response", "message", "messaged", "statement", "letter", "asked"),
    *("reached", "contacted", "confirmed", "denied", "declined", "answered", "spoke", "speaking"),
    *("announced", "questions", "briefing", "conference", "spokesperson", "spokesman"),
    "spokeswoman",
}
"""Words of statements, which news has of the last weeks."""

WAS: Final = ("was", "were", "had", "did", "d", "wasn", "weren", "hadn", "didn")
IS: Final = ("is", "are", "am", "isn", "aren", "re")
HAVE: Final = ("has", "have", "ve", "having", "hasn", "haven")
BE: Final = ("be", "been", "being")

PAST: Final = (
    *("said", "told", "met", "made", "took", "came", "went", "began", "held", "killed", "won"),
    *("lost", "fell", "rose", "saw", "gave", "got", "found", "left", "became", "wrote", "spoke"),
    *("led", "sold", "bought", "paid", "sent", "kept", "brought", "thought", "fought", "caught"),
    *("taught", "sought", "built", "spent", "felt", "heard", "stood", "ran", "sat", "drew", "grew"),
    *("knew", "threw", "flew", "broke", "chose", "drove", "rode", "froze", "shook", "struck"),
    *("stuck", "sank", "sang", "swam", "swore", "tore", "wore", "woke", "bore", "beat", "bit"),
    *("bled", "blew", "bred", "clung", "crept", "dealt", "dug", "drank", "ate", "fed", "fled"),
    *("forbade", "forgot", "forgave", "ground", "hung", "hid", "laid", "lay", "lent", "lit"),
    *("meant", "overtook", "overthrew", "proved", "quit", "rang", "shot", "showed", "slept"),
    *("slid", "stole", "swept", "swung", "undertook", "understood", "withdrew", "wound", "shrank"),
    *("sprang", "withstood", "arose", "awoke", "befell", "done", "taken", "given", "seen", "known"),
    *("shown", "driven", "written", "spoken", "fallen", "risen", "gone", "begun", "born", "stolen"),
    *("launched", "died", "tied", "lied", "hit", "cut", "shut", "burst", "cast", "read"),
)
"""Irregular pasts and participles, and pasts too short to be told by their ending."""

NOT_PAST: Final = (
    *("need", "indeed", "speed", "proceed", "succeed", "exceed", "breed", "hundred", "united"),
    *("biased", "sacred", "naked", "wicked", "kindred", "seabed", "embed", "infrared", "weed"),
)
"""Words that end like a past and are none."""

BASE: Final = (
    *("begin", "start", "meet", "hold", "visit", "arrive", "return", "vote", "discuss", "run"),
    *("announce", "release", "sign", "open", "close", "launch", "end", "take", "go", "give"),
    *("make", "play", "face", "leave", "send", "travel", "appear", "attend", "deliver", "fly"),
    *("testify", "report", "publish", "decide", "hear", "join", "resume", "continue", "finish"),
    *("expire", "complete", "come", "get", "see", "have", "do", "pay", "sell", "buy", "build"),
    *("receive", "address", "speak", "talk", "host", "stage", "present", "reopen", "consider"),
    *("rule", "issue", "submit", "file", "withdraw", "retire", "resign", "step", "depart", "land"),
    *("celebrate", "mark", "swear", "replace", "introduce", "unveil", "reveal", "roll", "cut"),
    *("raise", "help", "reach", "stop", "remain", "stay", "occur", "happen", "debut", "premiere"),
    *("become", "move", "elect", "choose", "lift", "impose", "enter", "lead", "show", "ship"),
)
"""Plain forms that follow "to"."""
