"""Django as an ASGI application that draws pages, relieved of what it does for databases."""

from __future__ import annotations

import logging
from typing import Any, cast

from django.core.handlers.asgi import ASGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries

from thinkcoop.web.asgi import App


class Pages(ASGIHandler):
    """Answers in the loop's own thread: a thread for every page costs more than the page."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - Django's own types
        """Answer one request; without the thread that the parent would start for the database."""
        await self.handle(scope, receive, send)


def pages() -> App:
    """Return the application.

    Views never ask the database, so that nothing has to be tidied up before and after each of
    them, in a thread of its own, while the reader waits.
    """
    logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are counted by us
    request_started.disconnect(reset_queries)
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    return cast("App", Pages())
