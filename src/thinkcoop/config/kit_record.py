"""What a printed kit was made from: `kit.json` in its folder.

With it the same kit can be worked out again from the module as it is now, and compared file by
file: whoever has paper in the hand must be able to know that a word has changed since.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from thinkcoop.core.paper.kit.wishes import MOST_PEOPLE

KIT_FILE = "kit.json"
FORMAT = 1


class NoRecord(Exception):
    """There is no kit in the folder; `plain` says so in a sentence."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


@dataclass(frozen=True, slots=True, kw_only=True)
class KitRecord:
    """What was wished, and the digest of what each file says: path in the folder, 64 hex digits."""

    edition: str = ""
    people: int = 30
    paper: Literal["a4", "a5"] = "a4"
    grey: bool = False
    country: str = ""
    address: str = ""
    code: str = ""
    files: dict[str, str] = field(default_factory=dict)


def write_record(folder: Path, record: KitRecord) -> None:
    """Put the record into the folder of the kit."""
    told = {"format": FORMAT, **asdict(record)}
    path = folder / KIT_FILE
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


def read_record(folder: Path) -> KitRecord:
    """Return the record of the kit in the folder. Raises NoRecord."""
    path = folder / KIT_FILE
    if not path.is_file():
        raise NoRecord(f"There is no kit in {folder}; {KIT_FILE} is missing.")
    try:
        told = json.loads(path.read_text("utf-8"))
        if told.pop("format") != FORMAT:
            raise NoRecord(f"{path} was written by another version.")
        record = KitRecord(**told)
    except (ValueError, TypeError, KeyError, AttributeError) as broken:
        raise NoRecord(f"{path} cannot be read.") from broken
    if not _is_whole(record):
        raise NoRecord(f"{path} cannot be read.")
    return record


def _is_whole(record: KitRecord) -> bool:
    """Whether each of its fields is of its kind: somebody may have written into the file."""
    kinds = {name: type(value) for name, value in asdict(KitRecord()).items()}
    alike = all(type(value) is kinds[name] for name, value in asdict(record).items())
    return alike and 1 <= record.people <= MOST_PEOPLE and record.paper in ("a4", "a5")
