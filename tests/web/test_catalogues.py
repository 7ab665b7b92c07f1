from __future__ import annotations

from pathlib import Path

import pytest

from thinkcoop.app.catalogue import compiled
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.web.catalogues import EMPTY, Catalogue, catalogue
from thinkcoop.web.translator import SiteWords, Translator

HEAD = 'msgid ""\nmsgstr "Language: km\\n"\n\n'
TABLE = HEAD + 'msgid "Go to table {n}."\nmsgstr "ទៅតុ {n}។"\n'
REVIEWED = TABLE.replace("\nmsgid", "\n# reviewed by Sok on 2026-11-28\nmsgid")


def upper(text: str) -> str:
    """Stands for word breaks, so that what was built can be told from what was read."""
    return text.replace("។", "!")


def folder(tmp_path: Path, text: str = TABLE, built: bytes | None = None) -> Path:
    (tmp_path / "km.po").write_text(text, "utf-8")
    if built is not None:
        (tmp_path / "km.mo").write_bytes(built)
    return tmp_path


def test_the_built_catalogue_is_read_where_it_is_fresh(tmp_path: Path) -> None:
    found = catalogue(folder(tmp_path, built=compiled(TABLE, upper)), "km")
    assert found == Catalogue({"Go to table {n}.": "ទៅតុ {n}!"}, reviewed=False)


def test_one_that_was_built_from_another_text_is_not_believed(tmp_path: Path) -> None:
    old = compiled(TABLE.replace("ទៅតុ", "តុ"), upper)
    found = catalogue(folder(tmp_path, built=old), "km")
    assert found.sayings == {"Go to table {n}.": "ទៅ\u200bតុ {n}។"}


def test_a_built_catalogue_that_is_cut_off_is_not_believed(tmp_path: Path) -> None:
    whole = compiled(TABLE, upper)
    said = {
        tuple(catalogue(folder(tmp_path, built=whole[:at]), "km").sayings.items())
        for at in range(len(whole) - 1)
    }
    assert said == {(("Go to table {n}.", "ទៅ\u200bតុ {n}។"),)}


def test_whether_all_was_reviewed_is_known_of_both_kinds(tmp_path: Path) -> None:
    for text, reviewed in ((TABLE, False), (REVIEWED, True)):
        for built in (None, compiled(text, upper)):
            assert catalogue(folder(tmp_path, text, built), "km").reviewed == reviewed
            (tmp_path / "km.mo").unlink(missing_ok=True)


def test_a_region_has_its_own_words_before_those_of_the_language(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "km-KH.po").write_text(HEAD + 'msgid "Go"\nmsgstr "ទៅ"\n', "utf-8")
    assert catalogue(tmp_path, "km-KH").sayings == {
        "Go to table {n}.": "ទៅ\u200bតុ {n}។",
        "Go": "ទៅ",
    }


@pytest.mark.parametrize("text", ["msgid oops\n", "\udcff", "{"])
def test_a_catalogue_that_cannot_be_read_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "km.po").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert catalogue(tmp_path, "km") == EMPTY
    assert catalogue(tmp_path / "nowhere", "km") == EMPTY
    assert catalogue(None, "km") == EMPTY


# ------------------------------------------------------------------- as the reader sees it


def translator(
    tmp_path: Path, *texts: tuple[str, str], code: str = "km", **more: SiteWords
) -> Translator:
    """The words of a module that says this."""
    said = "\n".join(f'msgid "{english}"\nmsgstr "{said}"\n' for english, said in texts)
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "km.po").write_text(f"{HEAD}{said}", "utf-8")
    return Translator(code, tmp_path, **more)


def test_a_translation_whose_places_differ_is_not_shown(tmp_path: Path) -> None:
    words = translator(tmp_path, ("Say {need}.", "និយាយ {ned}។"), ("Sit.", "អង្គុយ។"))
    assert words.text(Text("Say {need}.", (("need", "Sit."),))) == "Say អង្គុយ។."
    assert words.text(Text("Sit.")) == "អង្គុយ។"


def test_digits_of_a_translation_are_the_readers_and_places_stay(tmp_path: Path) -> None:
    texts = ("Pay 500 to {2nd}.", "បង់ 500 {2nd}")
    khmer = translator(tmp_path, texts)
    latin = Translator("km-u-nu-latn", tmp_path)
    asked = Text("Pay 500 to {2nd}.", (("2nd", "x"),))
    assert [words.text(asked).replace("\u200b", "") for words in (khmer, latin)] == [
        "បង់ ៥០០ x",
        "បង់ 500 x",
    ]
    assert [words.number(12_500) for words in (khmer, latin)] == ["១២,៥០០", "12,500"]
    assert [words.language for words in (khmer, latin)] == ["km", "km-u-nu-latn"]


def test_a_time_of_day_is_in_the_readers_digits(tmp_path: Path) -> None:
    khmer = translator(tmp_path)
    latin = Translator("km-u-nu-latn", tmp_path)
    said = [words.text(phrase(P.BACK_AT, time="8:30")) for words in (khmer, latin)]
    assert ["៨:៣០" in said[0], "8:30" in said[1]] == [True, True]
    assert khmer.number("K7RM") == "K7RM"


OURS, THEIRS = "សហករណ៍", "សហគមន៍"


def test_the_word_of_the_site_stands_in_place_of_ours_however_it_is_broken(tmp_path: Path) -> None:
    texts = (("A", f"ក {OURS} ខ"), ("B", f"ក {OURS[:3]}\u200b{OURS[3:]}\u200bខ"))
    words = translator(tmp_path, *texts, site_words=((OURS, THEIRS),))
    assert [words.text(Text(each)) for each in "AB"] == [f"ក {THEIRS} ខ", f"ក {THEIRS}\u200bខ"]


def test_two_words_can_change_places_and_none_is_changed_twice(tmp_path: Path) -> None:
    chosen = ((OURS, THEIRS), (THEIRS, OURS), (f"{OURS}កសិកម្ម", "ក"))
    words = translator(tmp_path, ("A", f"{OURS} {THEIRS} {OURS}កសិកម្ម\u200b"), site_words=chosen)
    assert words.text(Text("A")) == f"{THEIRS} {OURS} ក\u200b"


def test_a_word_with_strange_letters_is_put_in_as_it_is(tmp_path: Path) -> None:
    words = translator(tmp_path, ("A", f"ក {OURS}"), site_words=((OURS, r"\1\g<0>"),))
    assert words.text(Text("A")) == r"ក \១\g<០>"
