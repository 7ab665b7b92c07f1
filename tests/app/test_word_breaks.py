from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from thinkcoop.app.catalogue import sayings
from thinkcoop.app.word_breaks import ZERO_WIDTH_SPACE, khmer_words, with_breaks

ROOT = Path(__file__).parents[2]
CATALOGUES = (
    ROOT / "src" / "thinkcoop" / "web" / "languages" / "km.po",
    ROOT / "modules" / "thinkcoop" / "languages" / "km.po",
)
SHIPPED = sorted(
    {said for path in CATALOGUES for said in sayings(path.read_text("utf-8")).values()}
)
NOT_AFTER_A_BREAK = "។៕៖ៗ!?)%៛.,៌៍៎័្"
CUT = khmer_words()


def by_two(run: str) -> Sequence[str]:
    """Words of two letters."""
    return [run[at : at + 2] for at in range(0, len(run), 2)]


def seen(text: str) -> str:
    """Breaks as a stroke, to be read."""
    return text.replace(ZERO_WIDTH_SPACE, "|")


def test_breaks_stand_between_words_and_nowhere_else() -> None:
    assert seen(with_breaks("កខគឃ។ កខ abc គឃងច!", by_two)) == "កខ|គឃ។ កខ abc គឃ|ងច!"


@pytest.mark.parametrize("sign", [*"។៕៖%៛!?)", "ៗ", "១២៣", "%(count)s"])
def test_a_line_never_breaks_before_what_belongs_to_the_word_before(sign: str) -> None:
    assert seen(with_breaks(f"កខគឃ{sign}", by_two)) == f"កខ|គឃ{sign}"


def test_a_text_that_has_breaks_of_its_own_is_left_as_it_is() -> None:
    own = f"កខគ{ZERO_WIDTH_SPACE}ឃ កខគឃ"
    assert with_breaks(own, by_two) == own


@pytest.mark.parametrize("wrong", [["ក"], ["ក", "គ"], [], ["កខ", "ខ"]])
def test_words_that_are_not_the_text_again_are_not_believed(wrong: list[str]) -> None:
    assert with_breaks("កខ", lambda _: wrong) == "កខ"


def test_other_writing_has_no_breaks() -> None:
    for text in ("Go to table %(table)s.", "A ក", "", "២៧,៥០០៛"):
        assert with_breaks(text, by_two) == text


@pytest.mark.skipif(CUT is None, reason="khmercut is not installed")
def test_every_shipped_translation_is_the_same_when_breaks_are_taken_out() -> None:
    assert CUT is not None
    broken = {said: with_breaks(said, CUT) for said in SHIPPED}
    assert [
        said
        for said, text in broken.items()
        if text.replace(ZERO_WIDTH_SPACE, "") != said.replace(ZERO_WIDTH_SPACE, "")
    ] == []
    wrong = [ZERO_WIDTH_SPACE + sign for sign in (*NOT_AFTER_A_BREAK, " ", ZERO_WIDTH_SPACE)]
    assert [seen(text) for text in broken.values() if any(each in text for each in wrong)] == []
    assert [seen(text) for text in broken.values() if text.strip(ZERO_WIDTH_SPACE) != text] == []
    assert sum(map(str.count, broken.values(), [ZERO_WIDTH_SPACE] * len(broken))) > len(broken)


@pytest.mark.skipif(CUT is None, reason="khmercut is not installed")
def test_a_sentence_is_cut_where_its_words_end() -> None:
    assert CUT is not None
    assert seen(with_breaks("យើងទិញទឹកកកជាមួយគ្នា។", CUT)) == "យើង|ទិញ|ទឹកកក|ជាមួយគ្នា។"
