"""Pulling the plug on the whole server while a room answers: nothing that was told is undone.

Five rooms, each killed again and again at random moments: while people answer and vote, while
somebody comes in, and while the server starts. After each kill the log is read from a copy, as the
disk holds it, before anybody can mend it.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from bench.hall import EDITION, MODULE_ID, Kind, step_name, write_hall
from tests.kill.crowd import Acknowledged, Crowd
from tests.kill.victim import Victim
from tests.store import databases
from thinkcoop.app.modules import load_module
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.program import Program, lay_out
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SessionId, StepId
from thinkcoop.store.database_store import DatabaseReader
from thinkcoop.store.module_files import ModulesOnDisk
from thinkcoop.store.setup import DATABASE

ROOMS = 5
KILLS = 42
COLD = (0, 21)
"""After these kills the server is started as from the shell."""
AT_FIRST = 6
LATE = 2
"""They come in while the server is being killed."""
KINDS: tuple[Kind, ...] = ("ask", "ask", "ballot") * 30
BALLOTS = tuple(StepId(step_name(n)) for n, kind in enumerate(KINDS, 1) if kind == "ballot")
SOON_S = 0.3
GOES_ON_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Stored:
    """What the disk holds after a kill."""

    events: list[e.Event]
    state: State
    papers: dict[StepId, int]


def read_copy(data_dir: Path, session: SessionId, program: Program) -> Stored:
    """Read a copy of the database, so that the next server finds it as it was left."""
    copy = data_dir.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in data_dir.glob(f"{DATABASE}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, copy)
    with databases.attached(copy) as alias:
        reader = DatabaseReader(alias=alias)
        events = reader.load(session)  # checks every seal
        papers = {step: len(reader.papers(session, step)) for step in BALLOTS}
    return Stored(events, fold(start(program), events), papers)


def check(stored: Stored, crowd: Crowd) -> None:
    """Whether all is there that anybody was told, once, and nothing of a counted ballot."""
    state = stored.state
    assert not crowd.refused
    assert crowd.seated <= state.seats.keys()
    assert state.version >= crowd.version
    assert state.room.step + 1 in (crowd.newest, crowd.newest + 1)
    assert [told for told in crowd.acknowledged if not is_known(state, told)] == []
    given = Counter(
        (event.seat, event.step, event.answer)
        for event in stored.events
        if isinstance(event, e.AnswerGiven | e.BallotCast)
    )
    assert [each for each, times in given.items() if times > 1] == []
    cast = Counter(event.step for event in stored.events if isinstance(event, e.BallotCast))
    counted = {step: count.total for step, count in state.counts.items()}
    assert stored.papers == {step: 0 if step in counted else cast[step] for step in BALLOTS}
    assert counted == {step: cast[step] for step in counted}


def is_known(state: State, told: Acknowledged) -> bool:
    """Whether the answer stands in the state under the name with which the phone sent it."""
    answer = state.answers.get(told.step, {}).get(told.seat)
    if answer is not None:
        return told.answer in answer.ids
    return state.votes.get(told.step, {}).get(told.seat) == told.answer


async def opened(victim: Victim, people: int) -> SessionId:
    """A new session with open doors."""
    wishes = {"module": MODULE_ID, "edition": EDITION, "expected": str(people)}
    reply = await victim.at_the_desk("new", wishes)
    found = re.fullmatch(r"/desk/(\w+)/", reply.header("location"))
    assert found
    return SessionId(found[1])


async def until(crowd: Crowd, *, seated: int = 0, newest: int = 0) -> None:
    """Wait until so many have a seat and somebody sees that question."""
    async with asyncio.timeout(GOES_ON_WITHIN_S):
        while len(crowd.seated) < seated or crowd.newest < newest:
            crowd.news.clear()
            await crowd.news.wait()


async def restarted(victim: Victim, chance: Random, *, cold: bool, page: str) -> float:
    """Start it and let it live for a random while, which may end before its first page."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    victim.start(cold=cold)
    took = 0.0
    if cold or chance.random() < 0.6:
        await victim.first_page(page)
        took = loop.time() - began
    await asyncio.sleep(chance.uniform(0, SOON_S))
    return took


def refuses_a_second(victim: Victim) -> bool:
    """Whether another server, on another port, refuses to work on the same folder."""
    command = [sys.executable, "-m", "thinkcoop.config.cli", *victim.command(0)]
    second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return second.returncode == 1 and "already running" in second.stderr


@pytest.mark.parametrize("seed", range(ROOMS))
async def test_a_room_loses_nothing_when_its_server_is_killed_again_and_again(
    tmp_path: Path, seed: int
) -> None:
    write_hall(tmp_path / "modules", KINDS)
    module = load_module(
        ModulesOnDisk.within(tmp_path / "modules"), MODULE_ID, today=date(2026, 11, 23)
    ).module
    assert module is not None
    with Victim(tmp_path / "data", tmp_path / "modules") as victim:
        await Ordeal(victim, lay_out(module, EDITION), Random(seed)).run()


class Ordeal:
    """One room and what it has to go through."""

    def __init__(self, victim: Victim, program: Program, chance: Random) -> None:
        self._victim = victim
        self._program = program
        self._chance = chance
        self._slowest = {True: 0.0, False: 0.0}

    async def run(self) -> None:
        self._victim.start(cold=True)
        await self._victim.first_page()
        session = await opened(self._victim, AT_FIRST)
        crowd = Crowd(self._victim.port, session, self._chance)
        people = [asyncio.ensure_future(crowd.live(n)) for n in range(AT_FIRST)]
        try:
            await until(crowd, seated=AT_FIRST)
            await self._victim.at_the_desk(f"{session}/go-on", {})
            await until(crowd, newest=1)
            for n in range(AT_FIRST, AT_FIRST + LATE):
                late = crowd.live(n, comes_after_s=self._chance.uniform(0, 4))
                people.append(asyncio.ensure_future(late))
            await self._suffer(crowd, session)
            await until(crowd, seated=AT_FIRST + LATE, newest=crowd.newest + 2)
            assert self._victim.end(signal.SIGTERM) == 0
            await self._look(crowd, session)
            assert not [person for person in people if person.done()]
        finally:
            for person in people:
                person.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*people)
        print(
            f"{KILLS} kills, {len(crowd.acknowledged)} answers, question {crowd.newest};"
            f" slowest restart to the first page: {self._slowest[True]:.2f} s from the shell,"
            f" {self._slowest[False]:.2f} s as a fork"
        )

    async def _suffer(self, crowd: Crowd, session: SessionId) -> None:
        for kill in range(KILLS):
            await asyncio.sleep(self._chance.uniform(0, SOON_S / 3))
            await asyncio.to_thread(self._victim.end, signal.SIGKILL)
            await self._look(crowd, session)
            cold = kill in COLD
            took = await restarted(self._victim, self._chance, cold=cold, page=f"/s/{session}/wall")
            self._slowest[cold] = max(self._slowest[cold], took)
            if kill == COLD[0]:
                assert await asyncio.to_thread(refuses_a_second, self._victim)
        await self._victim.first_page()

    async def _look(self, crowd: Crowd, session: SessionId) -> None:
        await asyncio.sleep(0.01)  # what had reached the phones before the end is read first
        told = Crowd(crowd.port, crowd.code, crowd.chance)
        told.acknowledged, told.seated = list(crowd.acknowledged), set(crowd.seated)
        told.version, told.newest, told.refused = crowd.version, crowd.newest, list(crowd.refused)
        stored = await asyncio.to_thread(read_copy, self._victim.data_dir, session, self._program)
        check(stored, told)
