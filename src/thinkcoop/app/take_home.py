"""The pages that people take home: the group's, and one for each person who may see it.

Who may see a private page is settled before (`web/views/take_home.py`); here only that seat's own
sheet is opened.
"""

from __future__ import annotations

from thinkcoop.app.turns import Room
from thinkcoop.core.paper import Document, group_page, own_page
from thinkcoop.core.words import SeatNo


def page_of_group(room: Room, *, language: str, head: str = "") -> Document:
    """The page of the group. `head` is the seal of the log's last event, empty while it grows."""
    return group_page(room.state, language=language, head=head)


def page_of_seat(room: Room, seat: SeatNo, *, language: str) -> Document:
    """The private page of a seat. Raises KeyError for a seat that nobody took."""
    return own_page(room.state, seat, room.sheets.get(seat, {}), language=language)
