"""The published names of the process, and that everything under them is plain."""

from __future__ import annotations

import json

from tests.core.figures.process_rooms import told
from tests.room import Room, tea
from thinkcoop.core.figures.process_json import process_json

MINUTES = ["of_file", "of_plan", "used", "by_table", "more_times", "more_minutes"]
CLEAR = [
    "people",
    "not_clear",
    "devices_not_clear",
    "share_not_clear",
    "said_again",
    "heard",
    "heard_again",
]
ANSWERING = ["asked", "answers", "on_forms", "passes", "share"]
COUNT = ["total", "counts", "spread"]
RANGE = ["of", "least", "median", "most"]


def inside(name: str, keys: list[str]) -> list[str]:
    """These keys as they stand inside of another."""
    return [name, *[f"{name}.{key}" for key in keys]]


STEP = [
    *["id", "kind", "outcome", "moved_on"],
    *inside("minutes", [*MINUTES[:3], *inside("by_table", RANGE), *MINUTES[4:]]),
    *inside("clear", CLEAR),
    *inside("answering", ANSWERING),
]
ACTIVITY = [
    *["id", "meeting", "is_break", "outcome"],
    *inside("minutes", [*MINUTES[:3], *inside("by_table", RANGE), *MINUTES[4:]]),
    *inside("clear", CLEAR),
    *inside("answering", ANSWERING),
    *inside("turns", ["turns", "people", "fairness"]),
    "questions",
    *inside("steps", STEP),
]
PROCESS = [
    "format",
    *["phase", "opened", "started", "ended", "ended_on_time", "cut", "events", "tables"],
    *["planned_min", "used_min", "steps", "steps_done", "steps_dropped", "steps_skipped"],
    *inside("people", ["expected", "came", "guests", "late", "left", "away_at_most"]),
    "people.by_meeting",
    *inside("people.channels", ["phone", "table", "card", "paper"]),
    *inside("people.languages", ["en"]),
    *inside("turns", ["turns", "people", "fairness"]),
    *inside("roles", ["role", "times", "people", *inside("each", RANGE), "fairness"]),
    *inside("answering", ANSWERING),
    *["promises", "questions"],
    *inside("votes", ["ways", *inside("first", COUNT), *inside("second", COUNT)]),
    *["votes.on_slips", "votes.moved", "votes.voted_twice", "votes.changed_at_least"],
    "twice",
    *inside("forms", ["forms", "without_seat", "twice", "differed", "fields_differed"]),
    *inside("cards", ["pictures", "asked", "seen", "disagreements", "share_seen"]),
    *inside("pauses", ["times", "minutes"]),
    *inside("restarts", ["times", "minutes"]),
    *inside("activities", ACTIVITY),
]


def names(value: object, before: str = "") -> list[str]:
    """Every key, with the keys it stands in; of a list what any of its entries has, once."""
    found: list[str] = []
    if isinstance(value, dict):
        for key, each in value.items():
            found += [f"{before}{key}", *names(each, f"{before}{key}.")]
    elif isinstance(value, list):
        for each in value:
            found += names(each, before)
    return found


def a_whole_day() -> Room:
    """Everybody does something wherever something can be done."""
    room = Room(tea("game")).open(90)
    room.join(6)
    while room.phase != "over":
        for seat in range(1, 7):
            room.answer(seat, 0) if room.open_steps() else None
        room.tick()
    return room


def test_every_name_is_published_once_and_none_is_missing() -> None:
    assert sorted(set(names(process_json(told(a_whole_day()))))) == sorted(PROCESS)


def test_the_names_come_in_the_same_order_for_an_empty_log() -> None:
    whole, empty = (process_json(told(room)) for room in (a_whole_day(), Room(tea("game"))))
    assert list(whole) == list(empty)


def test_everything_in_it_is_plain_and_comes_back_the_same() -> None:
    plain = process_json(told(a_whole_day()))
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert (plain["format"], plain["phase"], plain["tables"]) == (1, "over", 1)
