"""The page that each person fills in alone and takes home. It bears no number and no name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thinkcoop.core.kinds import Path
from thinkcoop.core.kinds.decide import way_options
from thinkcoop.core.kinds.path import PathItem
from thinkcoop.core.kinds.vote import Promise
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.paper.kit.decision import rung_line
from thinkcoop.core.paper.kit.pieces import Blank, Board, Leaf, Line, Options, Piece, Printed
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Choice, Text, phrase

LINES_TO_ASK = 2


def take_home(kit: KitFor) -> Printed:
    """What I think, what we chose, my next step, where to go, whom to ask."""
    steps = [step for stage in kit.program.stages for step in stage.steps]
    paths = tuple(step for step in steps if isinstance(step, Path))
    promises = tuple(step for step in steps if isinstance(step, Promise))
    leaves = (*_thinking(paths), Leaf(pieces=tuple(_after(kit, promises))))
    return Printed(name="take-home", title=phrase(K.TAKE_HOME), leaves=leaves, copies=kit.people)


def _thinking(paths: tuple[Path, ...]) -> Iterator[Leaf]:
    pieces = [piece for path in paths for piece in _path(path)]
    if pieces:
        secret = Line(text=phrase(K.HOME_SECRET), picture="hidden")
        yield Leaf(heading=phrase(K.HOME_THINK), picture="do-think", pieces=(secret, *pieces))


def _path(path: Path) -> Iterator[Piece]:
    """Questions that share their answers stand in one table."""
    table: list[PathItem] = []
    for item in path.items:
        if table and (item.kind not in ("stone", "ready") or item.options != table[0].options):
            yield _table(table)
            table = []
        if item.kind in ("stone", "ready"):
            table.append(item)
        elif item.kind == "beans":
            yield Line(text=Text(item.text), picture=item.picture, look="head")
            yield Line(text=phrase(K.HOME_DRAW, beans=item.beans), picture="bean", look="quiet")
            yield Options(choices=option_choices(item.options), mark="beans")
        elif item.kind in ("know", "choice"):
            yield Line(text=Text(item.text), picture=item.picture, look="head")
            yield Options(choices=option_choices(item.options), mark="box")
    if table:
        yield _table(table)


def _table(items: list[PathItem]) -> Board:
    rows = tuple(
        Choice(value=at, text=Text(item.text), picture=item.picture)
        for at, item in enumerate(items)
    )
    return Board(rows=rows, columns=option_choices(items[0].options))


def _after(kit: KitFor, promises: tuple[Promise, ...]) -> Iterator[Piece]:
    decision = kit.program.module.decision
    if decision is not None:
        yield from _chosen(decision)
    for promise in promises:
        yield Line(text=Text(promise.text), picture=promise.picture or "do-promise", look="head")
        yield Options(choices=option_choices(promise.options), mark="box")
        yield Line(text=phrase(K.HOME_BY), look="quiet")
        yield Options(choices=option_choices(promise.by), mark="box")
        yield Blank()
    if decision is not None:
        yield Line(text=phrase(K.HOME_LADDER), picture="keep-learning", look="head")
        for rung in kit.rungs:
            yield replace(rung_line(rung, decision), look="quiet")
    yield Line(text=phrase(K.HOME_WHERE), picture="ask-someone", look="head")
    yield Line(text=phrase(P.WHOM_TO_TRUST), look="quiet")
    yield Blank(text=phrase(K.HOME_PHONE), lines=LINES_TO_ASK)


def _chosen(decision: Decision) -> Iterator[Piece]:
    ways = option_choices(way_options(decision))
    none = Choice(value=len(ways), text=phrase(K.HOME_NOT_AGREED), picture="no-agreement")
    yield Line(text=phrase(K.HOME_GROUP), picture="whole-room", look="head")
    yield Line(text=phrase(K.HOME_GROUP_WRITE), look="quiet")
    yield Options(choices=(*ways, none), mark="box")
