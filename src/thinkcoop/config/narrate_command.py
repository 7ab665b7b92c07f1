"""`thinkcoop module narrate`: what is recorded of a module, and making or taking recordings."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track

from thinkcoop.app.narrating import Taken, speak, take_files, to_speak
from thinkcoop.app.narration import (
    STATES,
    Line,
    Made,
    Owner,
    Standing,
    Take,
    Unfit,
    counted,
    standing_of,
)
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.config.compose import can_narrate, studio
from thinkcoop.config.language_commands import module_in
from thinkcoop.config.system import SystemClock
from thinkcoop.core.module.model import Module
from thinkcoop.store.voices import VoiceFolder
from thinkcoop.store.whole_file import write_whole
from thinkcoop.web.narrated import lines_for
from thinkcoop.web.phrases_voice import UNFIT, VOICE_PAGE
from thinkcoop.web.translator import translator
from thinkcoop.web.voice_list import voice_list
from thinkcoop.web.voices import PRODUCT, SHIPPED

NO_ESPEAK = "espeak-ng is not installed here. On Debian and Ubuntu: sudo apt install espeak-ng"
NO_MACHINE = (
    "There is no free machine voice for {language} that people can follow. It waits for people who"
    " read it aloud; `--list FILE.html` prints what to read."
)
LISTED = 12
"""So many lines of each state are named; `--json` names all."""


@dataclass(frozen=True, slots=True)
class Work:
    """One language of one module."""

    module: Module
    language: str
    lines: tuple[Line, ...]
    folders: dict[Owner, VoiceFolder]

    def standings(self) -> tuple[Standing, ...]:
        """How far each line is. Raises StoreTrouble."""
        return standing_of(self.lines, {key: [each.takes()] for key, each in self.folders.items()})

    def keep(self, line: Line, take: Take, made: Made) -> None:
        """Put a recording where it belongs. Raises StoreTrouble."""
        self.folders[line.owner].keep(line.key, take, made)


def narrate(options: argparse.Namespace) -> int:
    """Say what is recorded, or make or take recordings. Returns 1 when that cannot be done."""
    found = module_in(options.path)
    if found is None:
        return 1
    folder, module = found
    try:
        return max(
            _one(work_on(folder, module, code, options.data), options) for code in options.lang
        )
    except StoreTrouble as trouble:
        return _no(trouble.plain)
    except OSError as trouble:
        return _no(f"That file cannot be used: {trouble}")


def work_on(folder: Path, module: Module, language: str, data: Path | None = None) -> Work:
    """One language of the module in `folder`; with `data` the recordings of that data folder."""
    lines = lines_for(module, translator(language, folder))
    if data is not None:
        places = (data / "voice" / module.id, data / "voice" / PRODUCT)
    else:
        places = (folder / "voice", SHIPPED)
    own, product = (VoiceFolder(place / language) for place in places)
    return Work(module, language, lines, {"module": own, "product": product})


def _one(work: Work, options: argparse.Namespace) -> int:
    if options.synthetic:
        return _synthetic(work)
    if options.list is not None:
        return _list(work, options.list)
    if options.take is not None:
        return _take(work, options.take, options.by)
    standings = work.standings()
    if options.json:
        print(json.dumps(_as_json(work, standings), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(work, standings)))
    return 0


def _no(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _as_json(work: Work, standings: tuple[Standing, ...]) -> dict[str, object]:
    return {
        "module": work.module.id,
        "language": work.language,
        "counts": counted(standings),
        "lines": [
            {
                "number": number,
                "key": each.line.key,
                "state": each.state,
                "place": each.line.place,
                "said": each.line.said,
                "translated": each.line.translated,
            }
            for number, each in enumerate(standings, 1)
        ],
    }


def _told(work: Work, standings: tuple[Standing, ...]) -> Iterator[str]:
    counts = ", ".join(f"{state} {count}" for state, count in counted(standings).items())
    yield f"{work.module.id} in {work.language}: {counts}"
    waiting = sum(not each.line.translated for each in standings)
    if waiting:
        yield f"not translated yet, so nothing to read: {waiting}"
    for state in ("out of date", "missing"):
        named = [
            f"  {number:>4} {each.line.place}: {' '.join(each.line.said.split())[:70]}"
            for number, each in enumerate(standings, 1)
            if each.state == state and each.line.translated
        ]
        if named:
            yield f"{state}:"
            yield from named[:LISTED]
            if len(named) > LISTED:
                yield f"  and {len(named) - LISTED} more (--json names all)"


def _list(work: Work, out: Path) -> int:
    words = translator(work.language)
    write_whole(out, voice_list(work.module, work.standings(), words).encode())
    print(f"{work.language}: {len(work.lines)} sentences are on the list in {out}.")
    return 0


def _take(work: Work, folder: Path, by: str) -> int:
    if not can_narrate():
        return _no(VOICE_PAGE["voice_no_studio"])
    if not folder.is_dir():
        return _no(f"{folder} is not a folder.")
    files = sorted(path for path in folder.iterdir() if path.is_file())
    taken = take_files(
        ((path.name, path.read_bytes()) for path in files),
        work.lines,
        studio=studio(),
        keep=work.keep,
        by=by,
        on=_today(),
    )
    print("\n".join(_reported(each) for each in taken))
    kept = sum(bool(each.number) and each.unfit is None for each in taken)
    print(f"{work.language}: files {len(taken)}, taken in {kept}.")
    return 0 if kept == len(taken) else 1


def _reported(taken: Taken) -> str:
    if taken.unfit is not None:
        return VOICE_PAGE["voice_file_unfit"] % {"file": taken.file, "why": UNFIT[taken.unfit]}
    named = {"file": taken.file, "number": taken.number}
    return VOICE_PAGE["voice_was_taken" if taken.number else "voice_no_match"] % named


def _today() -> str:
    today: date = SystemClock().today()
    return today.isoformat()


def _synthetic(work: Work) -> int:
    if not can_narrate():
        return _no(VOICE_PAGE["voice_no_studio"])
    from thinkcoop.voice import Espeak, has_espeak  # noqa: PLC0415 - large, and not everywhere

    speaker = Espeak()
    if not speaker.speaks(work.language):
        return _no(NO_MACHINE.format(language=work.language))
    if not has_espeak():
        return _no(NO_ESPEAK)
    lines, left = to_speak(work.standings()), 0
    console, maker = Console(stderr=True), studio()
    for line in track(lines, f"Reading {work.language}", console=console, transient=True):
        said = speak(line, work.language, speaker=speaker, studio=maker, on=_today())
        if isinstance(said, Unfit):
            left += 1
        else:
            work.keep(line, *said)
    print(f"{work.language}: a machine read {len(lines) - left}, could not read {left}.")
    print(f"{work.language}: {', '.join(f'{s} {counted(work.standings())[s]}' for s in STATES)}")
    return 0
