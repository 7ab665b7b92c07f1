"""Django as an ASGI application that draws pages, relieved of what it does for databases."""

from __future__ import annotations

import logging
from typing import cast

from django.core.handlers.asgi import ASGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries

from thinkcoop.web.asgi import App


def pages() -> App:
    """Return the application.

    Views never ask the database, so that nothing has to be tidied up before and after each of
    them, in a thread of its own, while the reader waits.
    """
    logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are counted by us
    request_started.disconnect(reset_queries)
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    return cast("App", ASGIHandler())
