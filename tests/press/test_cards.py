from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from thinkcoop.core.cards import SIGNS, Reading, back, face, roster_of, sign_up
from thinkcoop.core.cards.codes import squares
from thinkcoop.core.paper.card_sheet import CardSheet, card_sheet
from thinkcoop.press.cards import COLOUR, pdf_of_cards, pictures_of_cards
from thinkcoop.vision import read_cards

PPI = 100
POINTS_A_MM = PPI / 25.4
A4_MM = (210, 297)
needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")


def drawing(name: str) -> str:
    return '<svg viewBox="0 0 64 64"><path fill="#B34700" stroke="#fff" d="M8 8h48v48H8z"/></svg>'


def pages(sheet: CardSheet, folder: Path, ppi: int = PPI) -> list[NDArray[np.uint8]]:
    """The pages in colours, as a printer would draw them."""
    (folder / "cards.pdf").write_bytes(pdf_of_cards(sheet, drawing, language="en"))
    typed = ["pdftoppm", "-r", str(ppi), "-png", "cards.pdf", "page"]
    subprocess.run(typed, cwd=folder, check=True)
    return [
        np.asarray(Image.open(each).convert("RGB")) for each in sorted(folder.glob("page*.png"))
    ]


def png(page: NDArray[np.uint8]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(page)).save(out, "PNG")
    return out.getvalue()


def readings(page: NDArray[np.uint8]) -> list[Reading]:
    seen = read_cards(png(page), roster_of(40))
    return sorted(getattr(seen, "readings", ()))


@needs_poppler
@pytest.mark.parametrize(("two", "millimetres"), [(False, 130), (True, 84)])
def test_markers_have_their_true_size_on_paper(
    *, two: bool, millimetres: int, tmp_path: Path
) -> None:
    front = pages(card_sheet(2, two=two), tmp_path)[0]
    paper = tuple(np.floor(mm * POINTS_A_MM) for mm in reversed(A4_MM))
    assert tuple(points - 1 for points in front.shape[:2]) == paper
    grey = np.asarray(Image.fromarray(front).convert("L"))
    black = np.argwhere(grey[: grey.shape[0] // (2 if two else 1)] < 60)
    tall, wide = (black.max(0) - black.min(0) + 1) / POINTS_A_MM
    assert (abs(tall - millimetres) < 0.6, abs(wide - millimetres) < 0.6) == (True, True)


@needs_poppler
@pytest.mark.parametrize("two", [False, True])
def test_round_each_marker_nothing_is_darker_than_its_small_letters(
    *, two: bool, tmp_path: Path
) -> None:
    sheet = card_sheet(2, two=two)
    page = np.asarray(Image.fromarray(pages(sheet, tmp_path)[0]).convert("L"))
    middle_mm = (A4_MM[1] / (4 if two else 2), A4_MM[0] / 2)
    y, x = (round(mm * POINTS_A_MM) for mm in middle_mm)
    edge = round(sheet.marker_mm / 2 * POINTS_A_MM) + 1
    for share, least in ((0.2, 255), (0.3, 150)):
        out = edge + round(sheet.marker_mm * share * POINTS_A_MM)
        around = page[y - out : y + out, x - out : x + out].copy()
        around[out - edge : out + edge, out - edge : out + edge] = 255
        assert int(around.min()) >= least


@needs_poppler
@pytest.mark.parametrize("two", [False, True])
def test_the_sign_that_its_holder_has_on_top_is_the_sign_that_is_read(
    *, two: bool, tmp_path: Path
) -> None:
    sheet = card_sheet(4, two=two)
    sides_of_paper = pages(sheet, tmp_path, 40)
    each = 2 if two else 1
    for at in range(0, len(sides_of_paper), 2):
        for turns in range(4):
            front = np.rot90(sides_of_paper[at], -turns)
            # the holder stands behind: for them the card turns the other way
            for card in range(at // 2 * each + 1, at // 2 * each + each + 1):
                holder_sees = back(card)[turns % 4]
                assert Reading(card, holder_sees) in readings(front)


COLOURS = {
    "A": (0xB3, 0x47, 0),
    "B": (0x0A, 0x5E, 0xB0),
    "C": (0x2B, 0x6B, 0x2B),
    "D": (0x6B, 0x3F, 0xA0),
}


@needs_poppler
def test_each_sign_is_drawn_behind_its_twin(tmp_path: Path) -> None:
    behind = pages(card_sheet(3), tmp_path)[1::2]
    for card, page in enumerate(behind, start=1):
        spots = {}
        for sign in SIGNS:
            there = np.abs(page.astype(int) - COLOURS[sign]).sum(2) < 12
            there[350:850, 200:620] = False  # the picture in the middle
            spots[sign] = np.argwhere(there).mean(0) / page.shape[:2]
        drawn = (
            min(SIGNS, key=lambda sign: spots[sign][0]),
            max(SIGNS, key=lambda sign: spots[sign][1]),
            max(SIGNS, key=lambda sign: spots[sign][0]),
            min(SIGNS, key=lambda sign: spots[sign][1]),
        )
        assert drawn == back(card)


@needs_poppler
def test_all_forty_are_read_from_paper(tmp_path: Path) -> None:
    fronts = pages(card_sheet(40, two=True), tmp_path, 40)[::2]
    found = [reading for page in fronts for reading in readings(page)]
    assert found == [Reading(card, face(card)[0]) for card in range(1, 41)]


@needs_poppler
def test_a_grey_sheet_has_no_colour(tmp_path: Path) -> None:
    for page in pages(card_sheet(2, grey=True), tmp_path):
        assert int(np.ptp(page.astype(int), axis=2).max()) == 0


def test_there_is_a_front_and_a_back_for_every_card() -> None:
    made = [pdf_of_cards(card_sheet(5, two=two), drawing, language="km") for two in (False, True)]
    assert [len(re.findall(rb"/Type\s*/Page\b", pdf)) for pdf in made] == [10, 6]


def test_the_picture_of_a_card_is_its_front() -> None:
    pictures = pictures_of_cards(card_sheet(3))
    assert sorted(pictures) == [1, 2, 3]
    for card, picture in pictures.items():
        with Image.open(io.BytesIO(picture)) as opened:
            assert (opened.size, opened.mode) == ((840, 840), "L")
            marker = np.asarray(opened)[160:680, 160:680]
        cells = marker.reshape(8, 65, 8, 65)[:, 20:45, :, 20:45].mean((1, 3))
        assert tuple(
            "".join("#" if cell < 128 else " " for cell in row) for row in cells
        ) == squares(card)
        seen = read_cards(picture, roster_of(3))
        assert getattr(seen, "readings", None) == {Reading(card, sign_up(card, 0))}


def test_a_drawing_in_grey_is_as_light_as_it_was() -> None:
    assert COLOUR.findall("#fff #B34700 #12345 url(#a1b2c3d)") == ["#fff", "#B34700"]
