"""Recorded narration on the disk: sounds, and beside them what was said in each.

One folder holds one language of one module (or of the product): `KEY.opus`, its twin `KEY.m4a` for
old Safari, and `voice.json`. A sound is whole on the disk before `voice.json` names it. A server
and a command beside it may keep recordings in one folder: one waits for the other.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import asdict
from pathlib import Path

from thinkcoop.app.narration import LineKey, Made, Take
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.store.alone import alone
from thinkcoop.store.whole_file import write_whole

INDEX = "voice.json"
LOCK = ".voice.lock"
VERSION = 1
OPUS, AAC = "opus", "m4a"
ENDINGS = (OPUS, AAC)
LARGEST_INDEX = 4_000_000
_KINDS: dict[str, type] = {
    "said": str,
    "sound": str,
    "milliseconds": int,
    "place": str,
    "by": str,
    "on": str,
    "synthetic": bool,
}
_HEX = re.compile(r"[0-9a-f]{16}")


class VoiceFolder:
    """The recordings of one language in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def takes(self) -> dict[LineKey, Take]:
        """What is recorded here. Raises StoreTrouble for a `voice.json` that cannot be read."""
        path = self.folder / INDEX
        try:
            with path.open("rb") as file:
                text = file.read(LARGEST_INDEX + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StoreTrouble(f"{path} cannot be read: {error.strerror}.") from error
        try:
            return _read(text)
        except (ValueError, RecursionError):
            raise StoreTrouble(
                f"{path} is not a list of recordings as Think.Coop writes it. Take it away or "
                "bring back an older one."
            ) from None

    def changed(self) -> int:
        """A number that changes when the list of recordings does, whoever wrote it.

        Each list is a new file: two in one tick of the disk's clock are told apart, too.
        """
        try:
            now = (self.folder / INDEX).stat()
        except OSError:
            return 0
        return hash((now.st_mtime_ns, now.st_ino, now.st_size))

    def sound(self, key: LineKey, ending: str) -> bytes | None:
        """The sound of that line, or None."""
        try:
            return (self.folder / f"{key}.{ending}").read_bytes()
        except OSError:
            return None

    def keep(self, key: LineKey, take: Take, sound: Made) -> None:
        """Keep a recording in place of the one before. Raises StoreTrouble when it cannot."""
        try:
            with alone(self.folder / LOCK):
                takes = self.takes()
                write_whole(self.folder / f"{key}.{OPUS}", sound.opus)
                write_whole(self.folder / f"{key}.{AAC}", sound.aac)
                write_whole(self.folder / INDEX, _written({**takes, key: take}))
        except OSError as error:
            plain = f"The recording cannot be kept in {self.folder}: {error.strerror}."
            raise StoreTrouble(plain) from error

    def packed(self, inside: str) -> dict[str, bytes]:
        """All files of this folder that belong to a recording, by the names in a zip file."""
        takes = self.takes()
        files = {
            f"{inside}/{key}.{ending}": body
            for key in sorted(takes)
            for ending in ENDINGS
            if (body := self.sound(key, ending)) is not None
        }
        return {**files, f"{inside}/{INDEX}": _written(takes)} if takes else {}


def zipped(files: dict[str, bytes]) -> bytes:
    """One zip file of all of them. The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(files):
            made.writestr(zipfile.ZipInfo(name), files[name])
    return out.getvalue()


def _read(text: bytes) -> dict[LineKey, Take]:
    if len(text) > LARGEST_INDEX:
        raise ValueError("too large")
    told = json.loads(text)
    listed = told.get("takes") if isinstance(told, dict) else None
    known = isinstance(told, dict) and told.get("version") == VERSION
    if not known or not isinstance(listed, dict):
        raise ValueError("of another version")
    return {LineKey(str(key)): _take(fields) for key, fields in listed.items() if _is_key(key)}


def _is_key(key: str) -> bool:
    if not _HEX.fullmatch(key):
        raise ValueError("not a key")
    return True


def _take(fields: object) -> Take:
    if not isinstance(fields, dict) or set(fields) != set(_KINDS):
        raise ValueError(fields)
    if any(type(fields[name]) is not kind for name, kind in _KINDS.items()):
        raise ValueError(fields)
    if not _HEX.fullmatch(fields["sound"]):  # it is the name of a sound in addresses
        raise ValueError(fields)
    return Take(**fields)


def _written(takes: dict[LineKey, Take]) -> bytes:
    told = {"version": VERSION, "takes": {key: asdict(takes[key]) for key in sorted(takes)}}
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
