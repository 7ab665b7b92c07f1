"""Fixtures for tests of the web."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.web.cards_room import CardsRoom, room_with_cards
from tests.web.houses import House, running_house


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """A server in memory."""
    async with running_house() as made:
        yield made


@pytest.fixture
async def room(house: House) -> CardsRoom:
    """Two tables with cards in the first round of the pot."""
    return await room_with_cards(house)
