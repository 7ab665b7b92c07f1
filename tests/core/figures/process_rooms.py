"""Rooms for figures of the process: begun in a line, and asked in another."""

from __future__ import annotations

from tests.room import Room, small
from thinkcoop.core.figures.process import Process, process_of
from thinkcoop.core.figures.process_parts import ActivityProcess, StepProcess
from thinkcoop.core.kinds import KindStep


def told(room: Room) -> Process:
    """How this room's session went so far."""
    return process_of(room.log, room.program)


def first(room: Room) -> ActivityProcess:
    """Its first activity."""
    return told(room).activities[0]


def step(room: Room, name: str) -> StepProcess:
    """One of its steps."""
    steps = (step for each in told(room).activities for step in each.steps)
    return next(each for each in steps if each.id == name)


def begun(*activities: tuple[KindStep, ...], people: int = 6, minutes: float = 60) -> Room:
    """So many people at their tables, and the first step open."""
    room = Room(small(*activities)).open(minutes, expected=people)
    room.join(people)
    room.wait(60)
    return room
