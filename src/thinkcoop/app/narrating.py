"""Making recordings of lines: from files that were named by a list, or by a machine that reads.

Knows no files and no pages. What cannot be used is said file by file, and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from thinkcoop.app.narration import Line, Made, Speaker, Standing, Studio, Take, Unfit, take_of

NUMBER = re.compile(r"\d{1,4}(?![0-9a-z])")
KEY = re.compile(r"(?:\d{1,4}[-_ ])?(?P<key>[0-9a-f]{4,16})(?![0-9a-z])")
SHORT_KEY = 4

Keep = Callable[[Line, Take, Made], None]
"""Puts a recording where it belongs. May raise StoreTrouble."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: the number of its line (1 is the first), or why it was left."""

    file: str
    number: int = 0
    unfit: Unfit | None = None


def name_of(number: int, line: Line) -> str:
    """How a recording of a line should be named: its number, and the first part of its key.

    The key tells the sentence also when the list has changed since it was printed.
    """
    return f"{number:03}-{line.key[:SHORT_KEY]}"


def number_of(file: str, lines: Sequence[Line]) -> int:
    """Which line (1 is the first) the name of a file means; 0 when it means none or several."""
    stem = file.rsplit("/", maxsplit=1)[-1].lower()
    by_number = NUMBER.match(stem)
    number = int(by_number[0]) if by_number is not None else 0
    by_key = KEY.match(stem)
    if by_key is not None and not (
        number and by_key["key"].isdigit() and stem.startswith(by_key["key"])
    ):
        named = [at for at, line in enumerate(lines, 1) if line.key.startswith(by_key["key"])]
        if number in named:
            return number
        return named[0] if len(named) == 1 else 0
    return number if 0 < number <= len(lines) else 0


def take_files(
    files: Iterable[tuple[str, bytes]],
    lines: Sequence[Line],
    *,
    studio: Studio,
    keep: Keep,
    by: str = "",
    on: str = "",
) -> tuple[Taken, ...]:
    """Keep every file that means a line and holds a voice; say what became of each."""
    return tuple(
        _taken(
            name,
            body,
            lines,
            studio,
            lambda line, made: keep(line, take_of(line, made, by=by, on=on), made),
        )
        for name, body in files
    )


def _taken(
    name: str,
    body: bytes,
    lines: Sequence[Line],
    studio: Studio,
    keep: Callable[[Line, Made], None],
) -> Taken:
    number = number_of(name, lines)
    if not number or not lines[number - 1].translated:
        return Taken(name)
    made = studio.make(body)
    if isinstance(made, Unfit):
        return Taken(name, number, made)
    keep(lines[number - 1], made)
    return Taken(name, number)


def to_speak(standings: Iterable[Standing]) -> tuple[Line, ...]:
    """What a machine should read: what nobody has read, and what it read before in other words.

    A person's recording is never replaced, not even an old one.
    """
    return tuple(
        each.line
        for each in standings
        if each.line.translated
        and each.state in ("missing", "out of date")
        and (each.take is None or each.take.synthetic)
    )


def speak(
    line: Line, language: str, *, speaker: Speaker, studio: Studio, on: str
) -> tuple[Take, Made] | Unfit:
    """One line, read by a machine, and marked as that."""
    made = studio.make(speaker.speak(line.said, language))
    if isinstance(made, Unfit):
        return made
    return take_of(line, made, on=on, synthetic=True), made
