"""Which of the product's own sentences are read aloud, and what is read aloud in a module's rooms.

Sentences with places to fill (a table's number, a time) cannot be recorded once for all: they are
left to the device's own speech.
"""

from __future__ import annotations

from thinkcoop.app.narration import Line
from thinkcoop.app.read_aloud import ProductLine, lines_of
from thinkcoop.core.games.labels import L
from thinkcoop.core.module.model import Module
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.translator import Translator

BUTTONS = frozenset(
    {
        P.CHANGE,
        P.COME_BACK,
        P.DONE,
        P.IT_IS_ME,
        P.MORE_TIME,
        P.NEW_CARD,
        P.NEW_PERSON,
        P.NEXT_PERSON,
        P.NONE_OF_THESE,
        P.NOT_CLEAR,
        P.NOT_HERE,
        P.ONE_BACK,
        P.PASS,
        P.PUT_IN_BOX,
        P.RATHER_NOT,
        P.READY,
        P.SEND,
        P.TAKE_HOME,
    }
)
"""These stand on buttons, which have pictures and are not read aloud."""
PAGE_LINES = ("good_sides", "bad_sides")
IN_TEMPLATES = tuple(PAGE[name] for name in PAGE_LINES)
"""What templates say by themselves beside what a screen brings."""
ROLE_PHRASES = {
    "reader": P.ROLE_READER,
    "timekeeper": P.ROLE_TIMEKEEPER,
    "encourager": P.ROLE_ENCOURAGER,
    "reporter": P.ROLE_REPORTER,
    "recorder": P.ROLE_RECORDER,
}


def sentence_said(phrase: Phrase) -> str:
    """The English of a sentence of the screens."""
    return SENTENCES[phrase.key]


def product_lines(words: Translator) -> tuple[ProductLine, ...]:
    """The product's sentences that can be recorded, in the order in which they are written."""
    on_screens = {key: said for key, said in SENTENCES.items() if isinstance(key, P | L)}
    named = [(str(key), said) for key, said in on_screens.items() if key not in BUTTONS]
    named += [(name, PAGE[name]) for name in PAGE_LINES]
    return tuple(
        ProductLine(name, source, words.product(source))
        for name, source in named
        if "%" not in source
    )


def lines_for(module: Module, words: Translator) -> tuple[Line, ...]:
    """All that is read aloud in the rooms of `module`, in the language of `words`."""
    return lines_of(module, product_lines(words), words.text, words.language)
