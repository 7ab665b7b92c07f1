"""A hall for each file of browser tests, and what must never happen in any of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.hall import Hall, running_hall


@pytest.fixture(scope="module")
def hall(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A server of its own for each file."""
    with running_hall(tmp_path_factory.mktemp("hall")) as open_hall:
        yield open_hall
