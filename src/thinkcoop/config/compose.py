"""The one place where a server is put together: store, writer, screens and the web around them.

`build` is for everybody who needs a whole server: the command line, the demonstration, benchmarks
and tests. Nothing runs before `Server.running` is entered.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from thinkcoop.app.narration import Studio
from thinkcoop.app.ports import Chance, Clock, Press, Store, Wording
from thinkcoop.app.turns import Host
from thinkcoop.config.keys import cookie_key
from thinkcoop.config.network import addresses
from thinkcoop.config.restore import Sealed, restore_all
from thinkcoop.config.system import SystemChance, SystemClock, fresh_id, fresh_pin
from thinkcoop.core.cards import Sighting, Unreadable
from thinkcoop.core.paper import Document
from thinkcoop.core.paper.card_sheet import CardSheet
from thinkcoop.live.board import StateBoard
from thinkcoop.live.presence import LOOK_EVERY_S, Presence
from thinkcoop.live.publish import Publisher
from thinkcoop.live.sse import PING_S
from thinkcoop.live.writer import Writer
from thinkcoop.store.module_files import ModulesOnDisk, shipped_folder
from thinkcoop.store.pulse import FilePulse
from thinkcoop.store.site_words import SiteWordsOnDisk, glossaries_in
from thinkcoop.store.voices import VoiceFolder

if TYPE_CHECKING:
    from thinkcoop.web.app import Door
    from thinkcoop.web.house import House
    from thinkcoop.web.translator import Translator

MODULES_KEPT = "modules"
"""Folder in the data folder: the texts of modules that sessions began with."""
VOICES_KEPT = "voice"
"""Folder in the data folder: narration that was recorded on this device."""
PULSE = "alive"
"""File in the data folder: when this device was last known to be on."""
COUNT_EVERY_S = 60.0
SWITCH_S = 0.001
"""The writer and the loop hand Python over to each other this often at most. With the usual 5 ms
an answer that is on disk waits 20 ms for screens that are being drawn."""
EYES = ("cv2", "numpy", "PIL")
PRESS = ("fontpkg", "fontpkg_noto_sans", "fontpkg_noto_sans_khmer", "PIL", "typst")
"""What the press is made of (`pyproject.toml`)."""


class Shop(Store, Sealed, Protocol):
    """What a server needs of its store."""

    def close(self) -> None:
        """Close what the calling thread has open."""


@dataclass(slots=True, kw_only=True)
class Server:
    """A whole server, ready to run."""

    house: House
    app: Door
    """The ASGI application."""
    store: Shop
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Server]:
        """Take turns, watch over who is here and push screens, until the block ends.

        At the end all streams are closed first, then what waits is written down.
        """
        from thinkcoop.config.journal import Journal  # noqa: PLC0415 - loaded once settings stand

        house, loop = self.house, asyncio.get_running_loop()
        sys.setswitchinterval(SWITCH_S)
        journal = Journal(house)
        bells = [house.board.watch(loop, each) for each in (house.publisher.heard, journal.heard)]
        house.writer.start()
        every = (
            asyncio.ensure_future(_every(PING_S, house.publisher.ping)),
            asyncio.ensure_future(_every(LOOK_EVERY_S, house.presence.look)),
            asyncio.ensure_future(_every(COUNT_EVERY_S, journal.count)),
        )
        try:
            yield self
        finally:
            for task in every:
                task.cancel()
            for bell in bells:
                house.board.unwatch(bell)
            journal.count()
            await house.publisher.end_all()
            await asyncio.to_thread(house.writer.stop)


async def _every(seconds: float, do: Callable[[], None]) -> None:
    with suppress(asyncio.CancelledError):
        while True:
            await asyncio.sleep(seconds)
            do()


def build(
    data_dir: Path | None = None,
    *,
    clock: Clock | None = None,
    chance: Chance | None = None,
    store: Shop | None = None,
    shelves: Sequence[ModulesOnDisk] = (),
    port: int = 8000,
) -> Server:
    """Put a server together. Without `data_dir` everything is in memory and gone at the end.

    `shelves` are module folders that come before the shipped ones. Raises StoreTrouble when the
    data folder cannot be used. Whoever builds on a folder holds its `DeviceLock`.
    """
    clock, chance = clock or SystemClock(), chance or SystemChance()
    kept = store or _store(data_dir, clock)
    board = StateBoard()
    pulse = FilePulse(data_dir / PULSE) if data_dir is not None else None
    host = Host(store=kept, board=board, clock=clock, chance=chance, pulse=pulse)
    house = _house(host, board, data_dir=data_dir, shelves=shelves, port=port)
    house.over |= restore_all(host, kept, house.library)
    kept.close()  # this thread's connection; from now on the writer's thread has its own
    return Server(house=house, app=_app(house), store=kept)


def _store(data_dir: Path | None, clock: Clock) -> Shop:
    from thinkcoop.config import settings  # noqa: PLC0415 - Django is loaded only now

    if data_dir is None:
        from thinkcoop.store.memory_store import MemoryStore  # noqa: PLC0415 - as above

        settings.configure({})
        return MemoryStore(wall_ms=clock.wall_ms)
    from thinkcoop.config.database import open_store  # noqa: PLC0415 - as above

    return open_store(data_dir, clock)


def _house(
    host: Host,
    board: StateBoard,
    *,
    data_dir: Path | None,
    shelves: Sequence[ModulesOnDisk],
    port: int,
) -> House:
    from thinkcoop.web.cookies import Signer  # noqa: PLC0415 - loaded once settings stand
    from thinkcoop.web.gate import Gate  # noqa: PLC0415 - as above
    from thinkcoop.web.house import House, drawn  # noqa: PLC0415 - as above
    from thinkcoop.web.library import Library  # noqa: PLC0415 - as above
    from thinkcoop.web.limits import NumberTries  # noqa: PLC0415 - as above
    from thinkcoop.web.papers import Papers  # noqa: PLC0415 - as above
    from thinkcoop.web.voices import Voices  # noqa: PLC0415 - as above

    clock = host.clock
    today = _today_of(clock)
    writer = Writer(host)
    signer = Signer(cookie_key(data_dir) if data_dir is not None else fresh_id().encode())
    library = Library(
        (*shelves, ModulesOnDisk.shipped()),
        kept=ModulesOnDisk.kept,
        kept_dir=data_dir / MODULES_KEPT if data_dir is not None else None,
        today=today,
    )
    house: House
    publisher = Publisher(
        board,
        draw=lambda session, look, view, language: drawn(house, session, look, view, language),
        now=host.now,
        today=today,
        disk_trouble=lambda: bool(host.trouble),
    )
    house = House(
        host=host,
        writer=writer,
        board=board,
        publisher=publisher,
        presence=Presence(board, submit=writer.submit, seconds=time.monotonic),
        library=library,
        signer=signer,
        gate=Gate(
            signer, fresh_pin(), wall_s=lambda: clock.wall_ms() // 1000, seconds=time.monotonic
        ),
        clock=clock,
        chance=host.chance,
        fresh_id=fresh_id,
        today=today,
        site_words=SiteWordsOnDisk(data_dir, glossaries_in(shipped_folder())),
        number_tries=NumberTries(seconds=time.monotonic),
        addresses=lambda: addresses(port),
        card_press=_print_cards if can_press() else None,
        sheet_press=_tabulate if can_tabulate() else None,
        card_reader=_look if can_see() else None,
        papers=Papers(_press if can_press() else None),
        voices=Voices(
            open=VoiceFolder,
            kept=data_dir / VOICES_KEPT if data_dir is not None else None,
            folder_of=library.folder_named,
            studio=studio if can_narrate() else None,
        ),
    )
    return house


def can_narrate() -> bool:
    """Whether the extra `voice` is installed. Looks, and loads nothing."""
    return find_spec("av") is not None


def studio() -> Studio:
    """What makes recordings ready. Only where `can_narrate`."""
    from thinkcoop.voice import AvStudio  # noqa: PLC0415 - large, and not everywhere

    return AvStudio()


def can_press() -> bool:
    """Whether the extra `print` is installed. Looks, and loads nothing."""
    return all(find_spec(name) is not None for name in PRESS)


def can_tabulate() -> bool:
    """Whether what writes spreadsheets is installed. Looks, and loads nothing."""
    return find_spec("openpyxl") is not None


def _tabulate(document: Document, wording: Wording) -> bytes:
    from thinkcoop.press.report_sheet import report_sheet  # noqa: PLC0415 - not everywhere

    return report_sheet(document, wording)


def can_see() -> bool:
    """Whether the extra `cards` is installed. Looks, and loads nothing."""
    return all(find_spec(name) is not None for name in EYES)


def _look(picture: bytes, roster: frozenset[int]) -> Sighting | Unreadable:
    from thinkcoop.vision import read_cards  # noqa: PLC0415 - large, and not everywhere

    return read_cards(picture, roster)


def _print_cards(sheet: CardSheet, words: Translator) -> bytes:
    from thinkcoop.press.cards import pdf_of_cards  # noqa: PLC0415 - large, and not everywhere

    drawing = words.pictures.svg
    return pdf_of_cards(sheet, lambda name: str(drawing(name)), language=words.language)


def _press() -> Press:
    from thinkcoop.press import TypstPress  # noqa: PLC0415 - large, and not everywhere

    return TypstPress()


def _today_of(clock: Clock) -> Callable[[], date]:
    """The date where the clock hangs."""

    def today() -> date:
        seconds = clock.wall_ms() // 1000 + clock.zone_minutes() * 60
        return date.fromordinal(date(1970, 1, 1).toordinal() + seconds // 86_400)

    return today


def _app(house: House) -> Door:
    from thinkcoop.web.app import Door  # noqa: PLC0415 - loaded once settings stand
    from thinkcoop.web.pages import pages  # noqa: PLC0415 - as above

    return Door(house, pages())
