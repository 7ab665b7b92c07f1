"""What is read back after a restart, and with which text."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from thinkcoop.app.opening import Wishes, prepare
from thinkcoop.app.turns import Done, Work
from thinkcoop.config.compose import Server, build
from thinkcoop.config.keys import cookie_key
from thinkcoop.config.network import addresses
from thinkcoop.config.system import LETTERS, SystemChance, SystemClock
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import Millis, SessionId
from thinkcoop.store.memory_store import MemoryStore
from thinkcoop.store.module_files import ModulesOnDisk

TEA = Path(__file__).parents[1] / "modules" / "tea"
DAY_MS = 24 * 60 * 60 * 1000


class LaterClock(SystemClock):
    """A clock that another day can be put on."""

    later_ms = 0

    def wall_ms(self) -> int:
        return super().wall_ms() + self.later_ms


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the tea module, to be changed by the test."""
    shutil.copytree(TEA, tmp_path / "shelf" / "tea")
    return tmp_path / "shelf"


def opened(server: Server) -> SessionId:
    """Open a session of the tea module without anything running."""
    house = server.house
    module = house.library.module("tea")
    assert module is not None
    house.library.keep(module)
    work = prepare(house.host, module, Wishes(edition="short"))
    assert isinstance(work, Work)
    [reply] = house.host.turn([work])
    assert isinstance(reply, Done)
    return work.session


def test_a_session_goes_on_with_the_text_it_began_with(tmp_path: Path, shelf: Path) -> None:
    data_dir = tmp_path / "data"
    shelves = [ModulesOnDisk.within(shelf)]
    session = opened(build(data_dir, shelves=shelves))
    file = shelf / "tea" / "module.yaml"
    file.write_text(file.read_text().replace("Tea for five", "Coffee for six"))
    again = build(data_dir, shelves=shelves)
    assert again.house.host.rooms[session].state.program.module.title == "Tea for five"
    [now] = [module for module in again.house.library.modules() if module.id == "tea"]
    assert now.title == "Coffee for six"


def test_a_session_whose_module_is_gone_does_not_keep_the_others_down(
    tmp_path: Path, shelf: Path
) -> None:
    data_dir = tmp_path / "data"
    session = opened(build(data_dir, shelves=[ModulesOnDisk.within(shelf)]))
    shutil.rmtree(shelf / "tea")
    shutil.rmtree(data_dir / "modules")
    again = build(data_dir, shelves=[ModulesOnDisk.within(shelf)])
    assert session not in again.house.host.rooms


def test_what_was_over_long_ago_stays_on_the_disk(shelf: Path) -> None:
    clock = LaterClock()
    store = MemoryStore(wall_ms=clock.wall_ms)
    shelves = [ModulesOnDisk.within(shelf)]
    server = build(None, clock=clock, store=store, shelves=shelves)
    session = opened(server)
    host = server.house.host
    for number in range(4):
        taken = c.TakeSeat(
            answer=f"answer{number}",  # type: ignore[arg-type]  # a plain name is enough here
            picture=f"p{number}",
            trade="seller",
            reads=True,
        )
        host.turn([Work(session=session, command=taken, now=Millis(0))])
    for _ in range(60):
        host.turn([Work(session=session, command=c.GoOn(), now=Millis(1))])
    assert host.rooms[session].state.phase == "over"
    soon = build(None, clock=clock, store=store, shelves=shelves)
    assert (session in soon.house.host.rooms, soon.house.over) == (True, set())
    clock.later_ms = 2 * DAY_MS
    late = build(None, clock=clock, store=store, shelves=shelves)
    assert (session in late.house.host.rooms, late.house.over) == (False, {session})


async def test_a_server_that_only_runs_and_stops_writes_nothing(shelf: Path) -> None:
    server = build(None, shelves=[ModulesOnDisk.within(shelf)])
    async with server.running():
        await asyncio.sleep(0.01)
    assert server.store.sessions() == []


def test_a_broken_key_is_told_and_not_replaced(tmp_path: Path) -> None:
    assert cookie_key(tmp_path) == cookie_key(tmp_path)
    (tmp_path / "cookie.key").write_bytes(b"short")
    with pytest.raises(Exception, match="is damaged"):
        cookie_key(tmp_path)


def test_codes_are_no_words_and_hard_to_confuse() -> None:
    chance = SystemChance()
    codes = {chance.session_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 5 and set(code) <= set(LETTERS) for code in codes)
    assert not set("AEIOU01I") & set(LETTERS)
    assert all(len(chance.seat_code()) == 4 for _ in range(50))
    assert all(0 <= chance.seed() < 2**31 for _ in range(50))


def test_addresses_are_for_phones() -> None:
    for address in addresses(8123):
        assert address.startswith("http://")
        assert address.endswith(":8123")
        assert "127.0.0.1" not in address
