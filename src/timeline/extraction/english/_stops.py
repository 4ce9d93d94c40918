"""Small words with which no noun phrase goes on."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._numbers import words

STOPS: Final = words(
    """
    a an the of in on at by to from for with without within into onto over under after before
    since until during through throughout across along among amid against between behind beside
    beyond near off out up down around about as than like per via and or nor but if when while
    where who whom whose which that this these those there here it he she they we you i him her
    them his its their our my your is are was were be been being am has have had having do does
    did done will would shall should can could may might must not n't so yet also still ever never
    again then now just only even more less fewer said says say told tells because although though
    however what why how whether each every both either neither some any no all such too very went
    go goes going came come comes took take takes taken taking made make makes making got get gets
    gave give gives given held hold holds died die dies lost lose loses fled flee came became
    become
    """
)
"""Where a noun phrase ends, unless nothing of it has been read."""
