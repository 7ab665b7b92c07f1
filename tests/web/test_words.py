from __future__ import annotations

import re
from pathlib import Path

import pytest

from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.people import PEOPLE as PICTURES
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.core.words import Why
from thinkcoop.web.phrases import PAGE, PEOPLE, REASONS, ROLES, SENTENCES, STATES
from thinkcoop.web.translator import translator

EVERY = list(
    dict.fromkeys(
        [*SENTENCES.values(), *REASONS.values(), *PAGE.values(), *ROLES.values(), *STATES.values()]
    )
)

KHMER = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#. heading
msgid "Each in turn."
msgstr "ម្នាក់ម្តងៗ"

#, fuzzy
msgid "Not sure."
msgstr "?"

msgid "A long "
"sentence."
msgstr "ប្រយោគ"
"វែង"
"""


def test_every_key_of_the_screens_has_a_sentence() -> None:
    assert set(SENTENCES) == {*P, *L, *K, *R}


def test_every_reason_has_a_sentence() -> None:
    assert set(REASONS) == set(Why)


@pytest.mark.parametrize("sentence", EVERY)
def test_every_place_in_a_sentence_has_a_name(sentence: str) -> None:
    places = re.findall(r"%(?!%)(\(\w+\)s)?", sentence)
    assert "" not in places


def test_every_picture_of_a_person_has_a_name() -> None:
    assert {f"p-{name}" for name in PEOPLE} >= set(PICTURES)


def test_a_sentence_is_filled_and_a_missing_value_leaves_a_gap() -> None:
    words = translator("en")
    assert words.text(phrase(P.WAITING_FOR, count=1200)) == "Still to answer: 1,200"
    assert words.text(phrase(P.WAITING_FOR)) == "Still to answer: …"
    assert words.why(Why.STEP_CLOSED) == "That question is closed now. Look for the next one."


def test_a_translation_is_read_and_what_is_missing_or_unsure_stays_english(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "km.po").write_text(KHMER, encoding="utf-8")
    words = translator("km", tmp_path)
    assert words.text(Text("Each in turn.")) == "ម្នាក់\u200bម្តងៗ"
    assert words.text(Text("A long sentence.")) == "ប្រយោគ\u200bវែង"
    assert words.text(Text("Not sure.")) == "Not sure."
    assert words.text(Text("Another.")) == "Another."


def test_figures_are_in_the_readers_digits() -> None:
    assert translator("km").number(27_500) == "២៧,៥០០"
    assert translator("en").number(27_500) == "27,500"
