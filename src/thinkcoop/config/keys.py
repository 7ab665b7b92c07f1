"""The key that signs cookies: made once, kept in the data folder, readable to nobody else."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from thinkcoop.app.ports import StoreTrouble

NAME = "cookie.key"
BYTES = 32


def cookie_key(data_dir: Path) -> bytes:
    """Return the key of this device; make it when there is none. Raises StoreTrouble."""
    path = data_dir / NAME
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreTrouble(f"The file {path} cannot be used: {error.strerror}.") from error
    if len(key) != BYTES:
        raise StoreTrouble(
            f"The file {path} is damaged. Remove it; phones will have to join again."
        )
    return key


def _make(path: Path) -> None:
    """Write a new key under another name first, so that a power cut leaves no half of one."""
    draft = path.with_suffix(".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(BYTES))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
