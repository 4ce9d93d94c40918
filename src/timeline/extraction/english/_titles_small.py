"""Small words that a capital letter does not make a name: they open sentences and headlines."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._titles import listed

SMALL_WORDS: Final = listed(
    """
    a about above according across after again against all almost along already also
    although always am amid among an and another any anyone anything are around as aside
    asked at away back be because been before behind being below beneath beside besides
    between beyond both but by can cannot could currently despite did do does doing done
    down due during each earlier early either else elsewhere enough even ever every everyone
    everything except few fewer finally first five following for former formerly four from
    further furthermore given had half has have having he hence her here hers herself him
    himself his how however hundreds i if in indeed initially inside instead into is it its
    itself just last late later latest least less like likewise little local long many may
    me meanwhile might million millions mine moreover more most mostly much must my myself
    near nearly neither never nevertheless new next nine no nobody none nonetheless nor not
    nothing now of off officially often on once one only onto or other others otherwise our
    ours out outside over own per perhaps photo picture please possibly previously prior
    probably quite rather read really recent recently reportedly roughly said same scores
    second see several seven shall she should similarly since six so some somebody someone
    something sometimes soon still such suddenly ten than thanks that the their theirs them
    themselves then there thereafter therefore these they thing things third this those
    though thousands three through throughout thus till to today together tomorrow tonight
    too toward towards two under unless unlike until up upon us usually various very via was
    we well were what whatever when whenever where whereas whether which while who whole
    whom whose why will with within without would yes yesterday yet you your yours experts
    reports report dozens sources officials analysts people troops soldiers estimates heavy
    security photos video image images file caption by breaking update asia
    """
)

# How contractions end ("I'd", "We're", "Don't"): a small word with a verb, never a name.
CONTRACTIONS: Final = ("'d", "'ll", "'m", "'re", "'ve", "n't")
