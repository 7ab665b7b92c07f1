"""YAML text to plain values that remember their lines. A safe and small part of YAML.

Plain words stay words: `no`, `on`, `1:30`, `~` and `2026-11-23` are text. Only whole and decimal
numbers, `true` and `false` are values, and what stands in quotes is always text. The parser's
events are read one by one, never its node tree: that one is built by recursion in C and falls over
on deep brackets. This file does not know what a module is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.places import START, Path, Place, Plain, Sheet

LARGEST_FILE = 200_000
"""Bytes. The longest activity anyone wrote by hand is a twentieth of it."""

DEEPEST = 20
LONGEST_NUMBER = 15
"""Digits. Longer ones are telephone numbers or mischief, and stay words."""

FASTEST_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NEVER = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
UNREADABLE = re.compile(f"[{_NEVER}]")
"""Control characters, other line ends, halves of characters: never part of a sentence."""

UNREADABLE_ESCAPED = re.compile(rf"[{_NEVER}\t\r]")
"""What an escape in double quotes, the only ones with escapes, may not bring in either."""

WHOLE = re.compile(r"-?(0|[1-9][0-9]*)\Z")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")

LINES_UP = "Check the blanks at the start of this line and those above, and what follows quotes."
SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("mapping values", "there is a second colon", "Put words that contain ': ' in quotes."),
    ("escape", "there is a stray \\ in quotes", "Write \\\\ for \\, or use single quotes."),
    ("expected ':'", "a colon is missing", "Write `key: value`, with a blank after the colon."),
    ("quoted scalar", "quotes are not closed", "Close the quotes."),
    ("flow", "a bracket or a comma is missing", "Close what is open; put commas between."),
    ("node content", "no words can begin like this", "Put the words in quotes."),
    ("cannot start any token", "no words can begin like this", "Put the words in quotes."),
    ("block", "the line does not line up with those above", LINES_UP),
    ("document start", "the line does not line up with those above", LINES_UP),
)
"""What parsers say, and what it means to an author."""

BEGUN_EARLIER = ("scanning a simple key", "quoted scalar", "parsing a flow")
"""Signs that the mistake is where something began, not where the parser noticed."""

NOT_TOLD_APART = ("something is not as it must be", "Compare the line with docs/formats/module.md.")


class _Stop(Exception):
    """The rest of the file cannot be told apart."""


@dataclass(slots=True)
class _Open:
    """A list or a set of keys that is not closed yet."""

    node: list[Plain] | dict[str, Plain]
    path: Path
    key: str | None = None
    """The key that waits for its value."""
    double: bool = False
    """Whether that key was there before: its second value is read and dropped."""


def read_yaml(
    file: str, text: str, *, loader: type = FASTEST_LOADER
) -> tuple[Sheet | None, list[Diagnostic]]:
    """Read one file. The sheet is None when the text cannot be told apart at all."""
    text = text.removeprefix("\ufeff")
    blockers = list(_unreadable(file, text))
    if blockers:
        return None, blockers
    reading = _Reading(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            reading.take(event)
    except _Stop:
        return None, reading.diagnostics
    except yaml.YAMLError as trouble:
        return None, [*reading.diagnostics, _syntax(file, trouble)]
    if not reading.full:
        return None, [*reading.diagnostics, report("M012", file, START)]
    return Sheet(file, reading.root, reading.places), reading.diagnostics


def _unreadable(file: str, text: str) -> Iterator[Diagnostic]:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        yield report("M002", file, START)
        return
    if (at := text.find("\t")) >= 0:
        lines = sum("\t" in line for line in text.split("\n"))
        yield report("M003", file, _place(text, at), lines=lines)
    if found := UNREADABLE.search(text):
        yield _strange(file, _place(text, found.start()), ord(found.group()))


def _strange(file: str, place: Place, character: int) -> Diagnostic:
    if 0xDC80 <= character <= 0xDCFF:  # how `surrogateescape` hands over a byte it cannot read
        return report("M001", file, place, byte=f"0x{character - 0xDC00:02X}")
    return report("M004", file, place, character=f"U+{character:04X}")


def _place(text: str, at: int) -> Place:
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _syntax(file: str, trouble: yaml.YAMLError) -> Diagnostic:
    problem = str(getattr(trouble, "problem", None) or "")
    context = str(getattr(trouble, "context", None) or "")
    mark = getattr(trouble, "problem_mark", None)
    if any(sign in context for sign in BEGUN_EARLIER) and "escape" not in problem:
        mark = getattr(trouble, "context_mark", None) or mark
    place = Place(mark.line + 1, mark.column + 1) if mark else START
    said = f"{problem} {context}"
    known = ((what, mend) for sign, what, mend in SYNTAX if sign in said)
    what, mend = next(known, NOT_TOLD_APART)
    return report("M005", file, place, problem=what, mend=mend)


@dataclass(slots=True)
class _Reading:
    """Values as they grow, event by event."""

    file: str
    root: Plain = ""
    full: bool = False
    places: dict[Path, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Take the next thing the parser saw."""
        match event:
            case yaml.ScalarEvent():
                self._named(event, event.tag)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._named(event, event.tag)
                self._open(event, {})
            case yaml.SequenceStartEvent():
                self._named(event, event.tag)
                self._open(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._say("M007", event, name=event.anchor)
                raise _Stop
            case yaml.DocumentStartEvent():
                self._document(event)
            case _:
                pass  # where the stream and its one document begin and end

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self.full:
            self._say("M006", event)
            raise _Stop
        if event.tags:
            self._say("M008", event, tag="%TAG")

    def _named(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if event.anchor:
            self._say("M007", event, name=event.anchor)
        if tag:
            self._say("M008", event, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def _say(self, code: str, event: yaml.Event, **words: object) -> None:
        self.diagnostics.append(report(code, self.file, _at(event), **words))

    def _open(self, event: yaml.Event, node: list[Plain] | dict[str, Plain]) -> None:
        if len(self.stack) >= DEEPEST:
            self._say("M009", event)
            raise _Stop
        path = self._put(event, node)
        self.stack.append(_Open(node, path))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.style == '"' and (found := UNREADABLE_ESCAPED.search(event.value)):
            self._say("M004", event, character=f"U+{ord(found.group()):04X}")
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.node, dict) and top.key is None:
            self._key(event, top, top.node)
        else:
            self._put(event, _value(event))

    def _key(self, event: yaml.ScalarEvent, top: _Open, node: dict[str, Plain]) -> None:
        top.key = event.value
        top.double = event.value in node
        path = (*top.path, event.value)
        if top.double:
            self._say("M010", event, key=short(event.value), line=self.places[path].line)
        else:
            self.places[path] = _at(event)

    def _put(self, event: yaml.Event, value: Plain) -> Path:
        """Put a value where it belongs and return the way to it."""
        if not self.stack:
            self.root, self.full = value, True
            self.places[()] = _at(event)
            return ()
        top = self.stack[-1]
        if isinstance(top.node, list):
            path = (*top.path, len(top.node))
            top.node.append(value)
            self.places[path] = _at(event)
            return path
        if top.key is None:
            self._say("M011", event)
            raise _Stop
        path = (*top.path, top.key)
        if top.double:
            path = (*path, -1)  # no list is here, so no value stands under this name
        else:
            top.node[top.key] = value
        top.key = None
        return path


def _at(event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None  # every parser gives one
    return Place(mark.line + 1, mark.column + 1)


def _value(event: yaml.ScalarEvent) -> Plain:
    text: str = event.value
    if event.style or len(text) > LONGEST_NUMBER + 1:
        return text
    if text in ("true", "false"):
        return text == "true"
    if WHOLE.match(text):
        return int(text)
    return float(text) if DECIMAL.match(text) else text


def short(text: str) -> str:
    """The author's own words, cut so that a message stays one line."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 40 else one_line[:39] + "…"
