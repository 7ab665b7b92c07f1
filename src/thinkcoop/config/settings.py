"""What Django is told: it draws pages and keeps the tables. No sessions, users or admin."""

from __future__ import annotations

import secrets
from typing import Any

import django
from django.apps import apps
from django.conf import settings

WEB: dict[str, Any] = {
    "ROOT_URLCONF": "thinkcoop.web.urls",
    "MIDDLEWARE": [],  # headers, body limits and cross-site checks stand before Django (web.app)
    "ALLOWED_HOSTS": ["*"],  # a room's machine has many names; the desk checks its own (web.origin)
    # bodies are cut before they get here: at 16 kB, those with a recording at 1.5 MB
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 64 * 1024,
    # pictures of cards are held in memory whole, and are never written anywhere
    "FILE_UPLOAD_MAX_MEMORY_SIZE": 80_000_000,
    "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
    "DEBUG": False,
    "SECRET_KEY": secrets.token_hex(32),  # Django signs nothing here; our own key is on the disk
}


def configure(databases: dict[str, dict[str, object]]) -> None:
    """Set Django up for the web, whether or not somebody set it up for the store before."""
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=["thinkcoop.store"],
            DATABASES=databases,
            USE_TZ=True,
            USE_I18N=False,
            LOGGING_CONFIG=None,
            **WEB,
        )
    for name, value in WEB.items():
        setattr(settings, name, value)
    if not apps.ready:
        django.setup()
