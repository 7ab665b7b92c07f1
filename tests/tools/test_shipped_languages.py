"""What is shipped in Khmer and Spanish is whole, and up to date with the English."""

from __future__ import annotations

from pathlib import Path

import pytest

from thinkcoop.app.catalogue import entries, updated
from thinkcoop.config.language_commands import about, module_in
from thinkcoop.core.module.strings import ModuleString, strings
from thinkcoop.core.module.translations import TranslationReport, look_at
from thinkcoop.core.screens.screen import Phrase
from thinkcoop.store.module_files import shipped_folder
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.translator import translator
from tools.product_strings import ABOUT, LANGUAGES, product_strings

LANGUAGES_SHIPPED = ("es", "km")
HINT = "make strings brings it up to date"


def folder_of(what: str) -> Path:
    return LANGUAGES if what == "product" else shipped_folder() / what / "languages"


def english(what: str) -> tuple[tuple[ModuleString, ...], str]:
    """What is translated, and the head of its catalogues."""
    if what == "product":
        return product_strings(), ABOUT
    found = module_in(shipped_folder() / what)
    assert found is not None
    return strings(found[1]), about(found[1])


def report(what: str, language: str) -> TranslationReport:
    text = (folder_of(what) / f"{language}.po").read_text("utf-8")
    return look_at(english(what)[0], entries(text), language=language, state="draft")


@pytest.mark.parametrize("language", LANGUAGES_SHIPPED)
@pytest.mark.parametrize("what", ["product", "thinkcoop"])
def test_every_text_has_a_translation_that_can_be_shown(what: str, language: str) -> None:
    found = report(what, language)
    lacks = [f"{each.line}: {each.what}" for each in found.diagnostics if each.code != "T006"]
    assert [each for each in lacks if "letters where" not in each] == []
    assert (found.missing, found.stale, found.whole) == (0, 0, True)


@pytest.mark.parametrize("language", LANGUAGES_SHIPPED)
@pytest.mark.parametrize("what", ["product", "thinkcoop"])
def test_the_catalogue_has_every_text_of_the_english_and_no_other(what: str, language: str) -> None:
    texts, head = english(what)
    text = (folder_of(what) / f"{language}.po").read_text("utf-8")
    assert list(entries(text)) == [each.source for each in texts], HINT
    assert updated(text, texts, language, head) == text, HINT


@pytest.mark.parametrize("language", ["en", *LANGUAGES_SHIPPED])
def test_no_sentence_has_a_percent_sign_that_breaks_the_screen_on_which_it_stands(
    language: str,
) -> None:
    words = translator(language)
    filled = [words.say(name) for name in PAGE] + [words.text(Phrase(key)) for key in SENTENCES]
    assert len(filled) == len(PAGE) + len(SENTENCES)


@pytest.mark.parametrize("what", ["product", "thinkcoop"])
def test_no_other_language_is_shipped_by_mistake(what: str) -> None:
    assert sorted(path.stem for path in folder_of(what).glob("*.po")) == [*LANGUAGES_SHIPPED]


def test_every_marked_sentence_of_the_program_is_found_with_its_place() -> None:
    found = {each.source: each for each in product_strings()}
    places = {
        "Welcome!": ("phrases/P.WELCOME",),
        "There is no such page here.": ("refusals/No.NO_SUCH_PAGE",),
        "Words of this place": ("phrases_desk/words_title",),
    }
    assert {source: found[source].places for source in places} == places
    assert (found["Welcome!"].room, found["There is no such page here."].room) == (
        "button",
        "sentence",
    )
