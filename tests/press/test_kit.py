from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.core.paper.kit.kits import kit, printed
from tests.press.test_press import HOSTILE, Plain, pages
from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.kit import Printed, kit_files
from thinkcoop.core.paper.kit.pieces import Leaf, Line
from thinkcoop.core.screens.screen import Text
from thinkcoop.press.kit import Foot, KitPress, Look, font_licences
from thinkcoop.press.kit_laid_out import digest_of, greyed, kit_data, qr_rows

PRESS = KitPress()
FOOT = Foot(text="module 1.0.0 · text {digest}")


def pdf(file: Printed, look: Look | None = None, wording: Wording | None = None) -> bytes:
    return PRESS.pdf(file, wording or Plain(), FOOT, look or Look()).pdf


def digest(file: Printed, wording: Wording | None = None) -> str:
    return digest_of(kit_data(file, wording or Plain()))


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("file", kit_files(kit("games", people=4)), ids=lambda file: file.name)
def test_every_file_is_a_tagged_pdf_of_the_paper_that_was_asked_for(
    file: Printed, paper: str
) -> None:
    made = pdf(file, Look(paper="a4" if paper == "a4" else "a5"), Plain(language="km"))
    boxes = {
        tuple(round(float(side)) for side in box.split())
        for box in re.findall(rb"/MediaBox\s*\[([^]]*)\]", made)
    }
    size = {"a4": (0, 0, 595, 842), "a5": (0, 0, 420, 595)}[paper]
    tagged = b"/StructTreeRoot" in made and b"/Lang(km)" in made.replace(b"/Lang (", b"/Lang(")
    assert (made[:5], boxes, tagged) == (b"%PDF-", {size}, True)


@pytest.mark.parametrize(
    ("name", "count"), [("role-cards", 1), ("table-signs", 2), ("posters", 6), ("convener", 2)]
)
def test_what_hangs_or_stands_in_the_room_has_a_page_for_each(name: str, count: int) -> None:
    assert pages(pdf(printed(name, kit("core")))) == count


def test_the_same_texts_give_the_same_file() -> None:
    file = printed("role-cards", kit("core"))
    first, second = (PRESS.pdf(file, Plain(), FOOT, Look()) for _ in range(2))
    assert (first.digest, first.digest) == (second.digest, digest(file))


def test_one_word_that_changes_changes_the_digest_of_the_files_that_say_it() -> None:
    before, after = Plain(), Plain(said={"Talk about it at home": "Talk about it at work"})
    files = kit_files(kit("core", people=4))
    changed = [file.name for file in files if digest(file, before) != digest(file, after)]
    assert changed == ["booklet", "take-home"]


def test_where_a_word_may_be_broken_is_not_part_of_what_is_said() -> None:
    plain = Plain(said={"Talk about it at home": "ក ខ"})
    broken = Plain(said={"Talk about it at home": "ក\u200b ខ"})
    file = printed("take-home", kit("core"))
    assert digest(file, plain) == digest(file, broken)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_module_says_is_only_text(text: str) -> None:
    leaf = Leaf(heading=Text(text), pieces=(Line(text=Text(text)),))
    file = replace(printed("convener", kit("core")), leaves=(leaf,))
    data = kit_data(file, Plain())
    assert (pages(pdf(file)), data["leaves"][0]["heading"].replace("\u200b", "")) == (
        1,
        text.replace("\u200b", ""),
    )


def test_without_colours_a_drawing_is_as_bright_as_before() -> None:
    assert greyed('<path fill="#FF0000"/><path fill="#00ff00" stroke="#FFFFFF"/>') == (
        '<path fill="#4C4C4C"/><path fill="#969696" stroke="#FFFFFF"/>'
    )


def test_a_sign_for_a_table_has_the_address_as_a_code_or_an_empty_place() -> None:
    rows = qr_rows("http://192.168.1.20:8000/s/KXM4P/")
    corner = [row[:7] for row in rows[:7]]
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert (corner, {len(row) for row in rows}, qr_rows("")) == (finder, {len(rows)}, [])


def test_the_licences_of_both_fonts_lie_beside_the_files() -> None:
    told = font_licences()
    assert (told.count("SIL OPEN FONT LICENSE"), "Noto Sans Khmer\n" in told) == (2, True)
