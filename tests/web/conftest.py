"""Fixtures for tests of the web."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.web.houses import House, running_house


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """A server in memory."""
    async with running_house() as made:
        yield made
