from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.app.catalogue import (
    REVIEW,
    SEAL,
    SOURCE,
    BrokenCatalogue,
    compiled,
    corrected,
    digest_of,
    entries,
    is_reviewed,
    sayings,
    seal_of,
    updated,
)
from thinkcoop.core.module.strings import ModuleString, Room

ABOUT = "A small module. Licence CC BY 4.0."


def string(source: str, *places: str, room: Room = "sentence") -> ModuleString:
    return ModuleString(source=source, places=places, room=room)


HELLO = string("Hello, {name}.", "1a/hello/text")
BYE = string("Goodbye.", "1a/bye/text")
TAP = string("Go", "1a/go/options/a/text", room="option")


def said(text: str, **translations: str) -> str:
    """The catalogue with these translations: by the first word of the English."""
    catalogue = polib.pofile(text)
    for each in catalogue:
        word = each.msgid.split()[0].strip(",.").lower()
        each.msgstr = translations.get(word, each.msgstr)
    return f"{catalogue}\n"


def fresh(*strings: ModuleString) -> str:
    return updated("", strings, "km", ABOUT)


def order(text: str) -> list[str]:
    return list(entries(text))


def test_a_new_catalogue_has_every_text_with_its_places_and_nothing_said() -> None:
    text = fresh(HELLO, TAP)
    found = entries(text)
    assert order(text) == [HELLO.source, TAP.source]
    assert [found[each.source].places for each in (HELLO, TAP)] == [HELLO.places, TAP.places]
    assert [each.said for each in found.values()] == ["", ""]
    assert "# A small module. Licence CC BY 4.0." in text
    assert '"Language: km\\n"' in text
    assert "#. at most 44 letters" in text


def test_bringing_up_to_date_what_is_up_to_date_changes_nothing() -> None:
    text = said(fresh(HELLO, BYE, TAP), hello="សួស្តី {name}។", go="ទៅ")
    assert updated(text, (HELLO, BYE, TAP), "km", ABOUT) == text


def test_what_is_translated_is_kept_and_what_is_new_is_added_in_its_place() -> None:
    text = updated(said(fresh(HELLO), hello="សួស្តី {name}។"), (BYE, HELLO), "km", ABOUT)
    assert order(text) == [BYE.source, HELLO.source]
    assert entries(text)[HELLO.source].said == "សួស្តី {name}។"
    assert not entries(text)[HELLO.source].stale


def test_a_changed_text_keeps_its_translation_as_stale_beside_the_former_english() -> None:
    before = said(fresh(HELLO, BYE), goodbye="លាហើយ។")
    changed = string("Goodbye, all.", *BYE.places)
    found = entries(updated(before, (HELLO, changed), "km", ABOUT))[changed.source]
    assert (found.said, found.stale, found.was) == ("លាហើយ។", True, "Goodbye.")


def test_a_text_changed_twice_still_says_which_english_was_translated() -> None:
    text = said(fresh(BYE), goodbye="លាហើយ។")
    for words in ("Goodbye, all.", "Goodbye, all of you."):
        text = updated(text, (string(words, *BYE.places),), "km", ABOUT)
    found = entries(text)["Goodbye, all of you."]
    assert (found.said, found.was) == ("លាហើយ។", "Goodbye.")


def test_a_new_text_beside_one_that_goes_on_is_missing_and_not_stale() -> None:
    both = string(BYE.source, *BYE.places, "2a/bye/text")
    new = string("So long.", "2a/bye/text")
    text = updated(said(fresh(both), goodbye="លាហើយ។"), (BYE, new), "km", ABOUT)
    assert (entries(text)[new.source].said, entries(text)[new.source].stale) == ("", False)


def test_what_is_gone_stays_at_the_end_and_comes_back_with_its_text() -> None:
    before = said(fresh(HELLO, BYE), goodbye="លាហើយ។")
    without = updated(before, (HELLO,), "km", ABOUT)
    assert order(without) == [HELLO.source]
    assert without.rstrip().endswith('#~ msgid "Goodbye."\n#~ msgstr "លាហើយ។"')
    back = updated(without, (HELLO, BYE), "km", ABOUT)
    assert entries(back)[BYE.source].said == "លាហើយ។"


def test_a_review_is_kept_while_the_english_stays_and_lost_when_it_changes() -> None:
    text = corrected(said(fresh(BYE), goodbye="លា"), {BYE.source: "លាហើយ។"}, "Sok", "2026-11-28")
    kept = entries(updated(text, (HELLO, BYE), "km", ABOUT))[BYE.source]
    assert (kept.reviewed_by, kept.reviewed_on) == ("Sok", "2026-11-28")
    changed = string("Goodbye, all.", *BYE.places)
    lost = entries(updated(text, (changed,), "km", ABOUT))[changed.source]
    assert (lost.reviewed_by, lost.reviewed_on) == ("", "")


def test_a_correction_takes_the_mark_fuzzy_away_and_the_last_review_counts() -> None:
    stale = updated(
        said(fresh(BYE), goodbye="លា"), (string("Goodbye, all.", *BYE.places),), "km", ABOUT
    )
    once = corrected(stale, {"Goodbye, all.": "លាហើយ។"}, "Sok", "2026-11-27")
    twice = corrected(once, {"Goodbye, all.": "លាហើយ។"}, "Dara", "2026-11-28")
    found = entries(twice)["Goodbye, all."]
    assert (found.said, found.stale, found.was) == ("លាហើយ។", False, "")
    assert (found.reviewed_by, twice.count("reviewed by")) == ("Dara", 1)


def test_a_catalogue_is_reviewed_when_all_of_it_is() -> None:
    text = said(fresh(HELLO, BYE), hello="សួស្តី {name}។", goodbye="លាហើយ។")
    half = corrected(text, {BYE.source: "លាហើយ។"}, "Sok", "2026-11-28")
    whole = corrected(half, {HELLO.source: "សួស្តី {name}។"}, "Sok", "2026-11-28")
    assert [is_reviewed(each) for each in (text, half, whole, "")] == [False, False, True, False]


def test_only_what_fits_its_english_may_be_shown() -> None:
    text = said(fresh(HELLO, BYE, TAP), hello="សួស្តី។", goodbye="លាហើយ។")
    assert sayings(text) == {BYE.source: "លាហើយ។"}
    stale = updated(text, (string("Goodbye, all.", *BYE.places),), "km", ABOUT)
    assert sayings(stale) == {}


def test_a_built_catalogue_says_the_same_with_its_breaks_and_names_its_text(tmp_path: Path) -> None:
    text = said(fresh(HELLO, BYE), hello="សួស្តី {name}។")
    (tmp_path / "km.mo").write_bytes(compiled(text, str.upper))
    mo = polib.mofile(str(tmp_path / "km.mo"))
    assert {each.msgid: each.msgstr for each in mo} == {HELLO.source: "សួស្តី {NAME}។"}
    assert (mo.metadata[SOURCE], mo.metadata[REVIEW]) == (digest_of(text), "draft")
    assert mo.metadata[SEAL] == seal_of({HELLO.source: "សួស្តី {NAME}។"})


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid oops\n', 4),
        ("title: no catalogue at all\n", 1),
        ('msgid "a\nmsgstr "b"\n', 1),
        ('msgid "a"\nmsgstr "b" c\n', 2),
    ],
)
def test_a_file_that_is_no_catalogue_is_told_with_its_line(broken: str, line: int) -> None:
    for use in (entries, sayings, is_reviewed):
        with pytest.raises(BrokenCatalogue) as no:
            use(broken)
        assert (no.value.plain, no.value.line) == ("this is no gettext catalogue", line)


def test_the_mark_that_some_editors_put_first_is_no_part_of_the_text() -> None:
    text = said(fresh(BYE), goodbye="លាហើយ។")
    assert entries(f"\ufeff{text}") == entries(text)


def test_a_text_that_is_the_name_of_a_file_is_not_opened() -> None:
    with pytest.raises(BrokenCatalogue):
        entries(__file__)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12
)
PIECES = st.sampled_from(
    ("msgid", "msgstr", "msgctxt", '"', "\\", "\n", "#~ ", "#, fuzzy", "#: a/b", "[0]", "%(x)s")
)


@given(st.lists(st.one_of(PIECES, WORDS)).map("".join))
def test_whatever_stands_in_a_file_the_answer_is_entries_or_a_plain_no(text: str) -> None:
    try:
        answer = set(sayings(text)) <= set(entries(text))
    except BrokenCatalogue as no:
        answer = (no.plain, no.line >= 1) == ("this is no gettext catalogue", True)
    assert answer


@given(st.lists(WORDS.filter(str.strip), unique=True, min_size=1, max_size=5), st.data())
def test_whatever_is_said_comes_back_as_it_was_said(
    sources: list[str], data: st.DataObject
) -> None:
    strings = [string(source, f"at/{number}") for number, source in enumerate(sources)]
    told = {source: data.draw(WORDS.filter(str.strip)) for source in sources}
    text = corrected(fresh(*strings), told, "Sok", "2026-11-28")
    assert {source: each.said for source, each in entries(text).items()} == told
    assert updated(text, strings, "km", ABOUT) == text
