from __future__ import annotations

from thinkcoop.core.cards import back, face
from thinkcoop.core.cards.codes import squares
from thinkcoop.core.paper.card_sheet import PaperCard, card_sheet
from thinkcoop.core.screens.people import PEOPLE


def test_a_sheet_has_a_card_for_each_person_with_that_persons_picture() -> None:
    sheet = card_sheet(3)
    expected = tuple(
        PaperCard(
            number=number,
            squares=squares(number),
            front=face(number),
            back=back(number),
            picture=PEOPLE[number - 1],
        )
        for number in (1, 2, 3)
    )
    assert (sheet.cards, sheet.marker_mm, sheet.two, sheet.grey) == (expected, 130, False, False)


def test_two_on_a_page_have_smaller_markers() -> None:
    assert card_sheet(40, two=True).marker_mm == 84
