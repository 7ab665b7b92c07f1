"""Reading screens: what is not in the language of the phone is found, and nothing else is."""

from __future__ import annotations

from thinkcoop.rehearsal.reading import Misread, Reader, Sayings, read_all

SPANISH = {
    "Go on": "Adelante",
    "No": "No",
    "Table %(table)s": "Mesa %(table)s",
    "Pause now": "",
    "So says {who}": "Así dice {who}",
}
NAMES = frozenset({"ភាសាខ្មែរ 123"})
KNOWN = {
    "en": Sayings(sentences={}),
    "es": Sayings(sentences=SPANISH),
    "km": Sayings(sentences={"Go on": "បន្ត"}, digits="០១២៣៤៥៦៧៨៩", names=NAMES),
}


def misread(html: str, language: str) -> Misread:
    reader = Reader()
    reader.look(1, html)
    return read_all(reader.seen, {1: language}, KNOWN)


def test_what_is_translated_and_stands_there_in_english_is_told() -> None:
    html = '<main><p>Go on</p><b>Adelante</b><i title="Go on">No</i><p>Table 12</p></main>'
    assert misread(html, "es") == Misread(texts=4, left=("es: Go on", "es: Table 12"))
    assert misread(html, "en") == Misread(texts=4)


def test_a_sentence_that_nobody_translated_yet_is_told_apart() -> None:
    found = misread("<p>Pause  now</p>", "es")
    assert (found.new, found.left, found.went_well) == (("es: Pause now",), (), True)


def test_names_of_places_are_filled_or_told() -> None:
    assert misread("<p>Mesa %(table)s</p>", "es").unfilled == ("es: Mesa %(table)s",)
    assert misread("<p>Así dice {who}</p>", "es").unfilled == ("es: Así dice {who}",)
    assert misread("<p>Así dice Ana</p>", "es").went_well


def test_digits_are_those_of_the_language_but_codes_are_for_all() -> None:
    assert misread("<p>១២</p><p>4711</p><p>K7XB2</p><p>ភាសាខ្មែរ 123</p>", "km").went_well
    assert misread("<p>12 នាទី</p>", "km").digits == ("km: 12 នាទី",)


def test_scripts_and_drawings_are_not_read() -> None:
    html = '<script>var a = {"Go on": 1}</script><svg viewBox="0 0"><text>Go on</text></svg>'
    assert misread(html, "es") == Misread(texts=0)


def test_a_word_is_the_same_with_places_where_a_line_may_break() -> None:
    known = {"km": Sayings(sentences={"Yes": "បាទ\u200bចាស"})}
    assert read_all({1: {"បាទចាស"}}, {1: "km"}, known) == Misread(texts=1)
