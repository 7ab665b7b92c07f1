"""Reading a play (`docs/formats/play.md`): lines of text become deeds and looks, or a complaint.

What a verb or a key means is not known here; `play` does what is written, `play_facts` looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from thinkcoop.core.words import MINUTE, SECOND, Millis

ROLES = "speaker|hand|reader|timekeeper|encourager|reporter|recorder"
WHO = re.compile(rf"[A-Z]\d?|T\d{{1,2}}|p-[a-z]+|convener|everyone|({ROLES})@\d{{1,2}}")
"""How people and devices are named: `A`, `B2`, `T1` (a table's device), a picture, a role."""

TOKEN = re.compile(r'(?:[^\s"]|"[^"]*")+')

REFUSAL = "-> refusal."
NOTHING = "-> nothing"


MIDNIGHT_TO_ZERO = Millis(8 * 60 * MINUTE)
"""The rehearsal clock begins at eight in the morning."""


class Unplayable(Exception):
    """A line that says nothing that can be done or seen. The text is for the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a play.

    `who` is empty for what no person does (`at`, `wait`, `open`). `words` are what is left without
    names and keys; `keys` are the `key=value` pairs in order. `expects` is a refusal's name,
    `nothing` for a resend, or empty.
    """

    number: int
    source: str
    looks: bool = False
    who: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    expects: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A whole play. `title` is its first comment."""

    file: str
    title: str
    lines: tuple[Line, ...]


def read_play(text: str, file: str) -> Play:
    """Return the play. Raises Unplayable with file and line for a line that cannot be read."""
    title = next((row.strip("# ") for row in text.splitlines() if row.startswith("#")), file)
    return Play(file=file, title=title, lines=tuple(_lines(text, file)))


def _lines(text: str, file: str) -> Iterator[Line]:
    for number, row in enumerate(text.splitlines(), 1):
        source = row.strip()
        if not source or source.startswith("#"):
            continue
        try:
            yield _line(number, source)
        except (Unplayable, ValueError) as wrong:
            raise Unplayable(f"{file}:{number}: {wrong}: {source}") from wrong


def _line(number: int, source: str) -> Line:
    deed, expects = _expectation(source)
    looks = deed.startswith("?")
    tokens = _tokens(deed.removeprefix("?"))
    who: list[str] = []
    while tokens and WHO.fullmatch(tokens[0]):
        who.append(tokens.pop(0))
    if looks and not who and tokens and tokens[0] in {"wall", "desk"}:
        who.append(tokens.pop(0))
    if looks and not who:
        raise Unplayable("nobody looks; write ?A, ?T1, ?wall or ?desk")
    if not tokens and not looks:
        raise Unplayable("nothing is done")
    keys = dict(_pair(token) for token in tokens if _is_pair(token))
    words = tuple(_unquoted(token) for token in tokens if not _is_pair(token))
    return Line(
        number=number,
        source=source,
        looks=looks,
        who=tuple(who),
        words=words,
        keys=keys,
        expects=expects,
    )


def _expectation(source: str) -> tuple[str, str]:
    """The deed, and what must come of it: a refusal's name, `nothing`, or empty for a yes."""
    if source.endswith(NOTHING):
        return source.removesuffix(NOTHING).strip(), "nothing"
    deed, mark, why = source.partition(REFUSAL)
    if mark:
        return deed.strip(), why.strip()
    if "->" in source:
        raise Unplayable("after -> stands refusal.<why> or nothing")
    return source, ""


def _tokens(text: str) -> list[str]:
    """Words; what stands in double quotes belongs to one word. A comment ends the line."""
    tokens = TOKEN.findall(text)
    comment = next((place for place, token in enumerate(tokens) if token[0] == "#"), len(tokens))
    return list(tokens[:comment])


def _is_pair(token: str) -> bool:
    return not token.startswith('"') and "=" in token


def _pair(token: str) -> tuple[str, str]:
    key, _, value = token.partition("=")
    return key, _unquoted(value)


def _unquoted(token: str) -> str:
    return token[1:-1] if len(token) > 1 and token[0] == token[-1] == '"' else token


def moment_of(text: str) -> Millis:
    """A moment of the day, `08:31` or `08:31:20`, on the rehearsal's clock."""
    hours, minutes, *seconds = text.split(":")
    if not all(part.isdigit() for part in (hours, minutes, *seconds)):
        raise Unplayable(f"{text} is no time of day")
    whole = (int(hours) * 60 + int(minutes)) * MINUTE + int(seconds[0] if seconds else 0) * SECOND
    return Millis(whole - MIDNIGHT_TO_ZERO)


def span_of(text: str) -> tuple[Millis, Millis]:
    start, dash, end = text.partition("-")
    if not dash:
        raise Unplayable(f"{text} is no span; write 08:30-12:00")
    return moment_of(start), moment_of(end)


def length_of(text: str) -> Millis:
    """`30s`, `2m` or `1h`."""
    units = {"s": SECOND, "m": MINUTE, "h": Millis(60 * MINUTE)}
    if not text[:-1].isdigit() or text[-1] not in units:
        raise Unplayable(f"{text} is no length of time; write 30s, 2m or 1h")
    return Millis(int(text[:-1]) * units[text[-1]])
