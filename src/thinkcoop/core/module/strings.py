"""Which sentences of a module are translated, where each stands, and how much room it has.

A place is named by ids, not by lines, so that it is the same place when text around it moves:
`1a/pair-talk/text`, `decision/ways/alone/living`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.module.model import Module
from thinkcoop.core.module.parts import Shape

Room = Literal["button", "option", "title", "sentence", "story"]
"""What a text is shown as: how long it may become depends on it."""

TOLD: dict[str, Room] = {
    "about": "story",
    "aim": "sentence",
    "again": "sentence",
    "ask": "sentence",
    "ask_again": "sentence",
    "because": "sentence",
    "funder": "title",
    "help_text": "sentence",
    "levels": "option",
    "living": "story",
    "monday": "sentence",
    "name": "option",
    "not_known": "sentence",
    "says": "sentence",
    "say": "sentence",
    "say_again": "sentence",
    "see": "sentence",
    "story": "sentence",
    "talk": "sentence",
    "talk_again": "sentence",
    "text": "sentence",
    "title": "title",
    "uncertain": "sentence",
    "unit": "option",
    "value": "sentence",
    "without": "sentence",
    "without_again": "sentence",
    "women_few": "sentence",
    "women_many": "sentence",
}
"""The keys whose words people see or hear, with the room that they have there."""

KEPT = frozenset({"authors", "licence", "note", "reviewed_by", "source", "where"})
"""The keys whose words stay as they are: names, addresses, and notes for the organiser alone."""

SHORT = frozenset(
    {
        "by",
        "cards",
        "fit_answers",
        "groups",
        "options",
        "people",
        "ready_answers",
        "trades",
    }
)
"""Lists of things to tap: their `text` has the room of an option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleString:
    """One English text of a module. `places` are all places where it stands, the first one first.

    `room` is the narrowest room that it has at any of them.
    """

    source: str
    places: tuple[str, ...]
    room: Room

    @property
    def limit(self) -> int:
        """How many letters a translation may have; 0 where a text may grow."""
        return limit_of(self.room, self.source)


LIMITS: dict[Room, int] = {"button": 24, "option": 44, "title": 60, "sentence": 0, "story": 0}
"""Letters that fit on the narrowest phone, without going over more lines than the screen has.

Marks above and below letters take no room of their own and are not counted.
"""


def limit_of(room: Room, source: str) -> int:
    """Return how many letters may stand in that room: never fewer than half again the English."""
    least = LIMITS[room]
    return max(least, len(source) * 3 // 2) if least else 0


WIDTH: tuple[Room, ...] = ("button", "option", "title", "sentence", "story")
"""Rooms from the narrowest on."""


def strings(module: Module) -> tuple[ModuleString, ...]:
    """Return every text of `module` that is translated, once each, in the order of the day."""
    places: dict[str, list[str]] = {}
    rooms: dict[str, Room] = {}
    for place, room, source in _told(module):
        places.setdefault(source, []).append(place)
        rooms[source] = min(rooms.get(source, "story"), room, key=WIDTH.index)
    return tuple(
        ModuleString(source=source, places=tuple(dict.fromkeys(where)), room=rooms[source])
        for source, where in places.items()
    )


def _told(module: Module) -> Iterator[tuple[str, Room, str]]:
    for key in type(module).model_fields:
        if key in {"activities", "decision", "countries", "sources"}:
            continue
        yield from _inside(getattr(module, key), ("module", key))
    for activity in module.activities:
        yield from _inside(activity, (activity.id,))
    yield from _inside(module.decision, ("decision",))
    for country in module.countries:
        yield from _inside(country, ("countries", country.code))
    yield from _inside(module.sources, ("module", "sources"))


def _inside(value: object, way: tuple[str, ...]) -> Iterator[tuple[str, Room, str]]:
    if isinstance(value, str):
        room = _room(way)
        if room is not None and value:
            yield "/".join(way), room, value
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _inside(each, (*way, getattr(each, "id", "") or str(at)))
    elif isinstance(value, Shape):
        for key in type(value).model_fields:
            here = way if key == "steps" else (*way, key)
            yield from _inside(getattr(value, key), here)


def _room(way: tuple[str, ...]) -> Room | None:
    """The room of the text at that place; None for ids, names of pictures and what is kept."""
    key = next((part for part in reversed(way) if not part.isdigit()), "")
    if key == "title" and "sources" in way:
        return None  # the name of a publication
    room = TOLD.get(key)
    if room == "sentence" and key == "text" and SHORT.intersection(way):
        return "option"
    return room
