from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from thinkcoop.core.module.strings import ModuleString
from thinkcoop.core.module.translations import (
    CODES,
    Entry,
    TranslationReport,
    letters_in,
    look_at,
    places_in,
    told,
)

FILE = "languages/km.po"
TEXT = ModuleString(source="Go to table {n}.", places=("1a/go/text",), room="sentence")
TAP = ModuleString(source="Go", places=("1a/go/options/a/text",), room="option")


def entry(said: str = "ទៅតុ {n}។", **more: Any) -> Entry:  # noqa: ANN401 - fields of an Entry
    given: dict[str, Any] = {"source": TEXT.source, "line": 7, "places": TEXT.places, **more}
    return Entry(said=said, **given)


def report(
    *entries: Entry, strings: tuple[ModuleString, ...] = (TEXT,), state: str = "draft"
) -> TranslationReport:
    known = {each.source: each for each in entries}
    return look_at(strings, known, language="km", state=state)


def codes(found: TranslationReport) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in found.diagnostics]


REVIEWED = {"reviewed_by": "A reader", "reviewed_on": "2026-11-01"}

EXAMPLES: Mapping[str, TranslationReport] = {
    "T002": report(entry("", **REVIEWED)),
    "T003": report(entry(stale=True, was="Go to the table {n}.")),
    "T004": report(entry("ទៅតុ។", **REVIEWED)),
    "T005": report(entry("ទ" * 45, source="Go", **REVIEWED), strings=(TAP,)),
    "T006": report(entry()),
    "T007": report(entry(**REVIEWED), state=""),
    "T009": report(entry(), state="reviewed"),
}
"""What `look_at` says. T001 and T008 are of files: tests/app/test_check_module.py has them."""


def test_every_code_has_an_example_here_or_where_files_are_read() -> None:
    assert {*EXAMPLES, "T001", "T008"} == set(CODES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_code_is_told_once(code: str) -> None:
    found = [each.code for each in EXAMPLES[code].diagnostics]
    assert found.count(code) == 1
    assert set(found) - {code} <= {"T006"}


@pytest.mark.parametrize("code", CODES)
def test_no_place_of_a_diagnostic_stays_empty(code: str) -> None:
    words = dict.fromkeys(
        ("text", "was", "wanted", "found", "length", "limit", "count", "language"), "WORD"
    )
    one = told(code, FILE, 3, **words)
    assert (one.code, one.file, one.line) == (code, FILE, 3)
    assert "{" not in one.what + one.hint.replace("{code: WORD, state: draft}", "")


def test_a_whole_translation_that_was_reviewed_has_nothing_to_mend() -> None:
    found = report(entry(**REVIEWED), state="reviewed")
    assert (found.texts, found.missing, found.stale, found.unreviewed) == (1, 0, 0, 0)
    assert (found.diagnostics, found.whole) == ((), True)


def test_counts_are_of_texts() -> None:
    found = report(entry("", source="Go"), entry(stale=True), strings=(TEXT, TAP))
    assert (found.texts, found.missing, found.stale, found.unreviewed) == (2, 1, 1, 2)
    assert not found.whole


def test_what_is_filled_in_must_be_the_same_in_any_order() -> None:
    pairs = {
        "%(here)s of %(all)s": "%(all)s / %(here)s",
        "Say {need}.": "{need}!",
        "50 %% of %(all)s": "%(all)s",
        "{a} {a}": "{a}",
    }
    assert [places_in(english) == places_in(said) for english, said in pairs.items()] == [
        True,
        True,
        False,
        False,
    ]


def test_a_changed_text_is_known_by_its_place() -> None:
    old = entry(source="Go to the table {n}.")
    found = report(old)
    assert codes(found) == [("T003", 7), ("T006", 1)]
    assert "Go to the table {n}." in found.diagnostics[0].what
    assert (found.missing, found.stale) == (0, 1)


def test_a_text_that_is_still_said_elsewhere_has_not_become_another() -> None:
    new = ModuleString(source="Stay.", places=TEXT.places, room="sentence")
    found = report(entry(), strings=(TEXT, new))
    assert codes(found) == [("T002", 1), ("T006", 1)]


def test_a_text_too_long_for_its_room_is_advice_and_is_shown_all_the_same() -> None:
    found = EXAMPLES["T005"]
    assert (found.whole, found.diagnostics_of("mistake")) == (True, ())


def test_letters_are_what_stands_beside_each_other() -> None:
    said = ("table", "តុ", "ខ្មែរ", "ក\u200bក", "សហករណ៍", "")
    assert [letters_in(each) for each in said] == [5, 1, 2, 2, 5, 0]
