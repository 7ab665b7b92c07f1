"""What screens say is what is recorded; and a sound is found by the words that stand there."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.module.tea import FOLDER
from tests.room import Room, tea
from thinkcoop.app.narration import Line, Made, english_of, take_of
from thinkcoop.core.kinds import Ask
from thinkcoop.core.module.parts import texts_in
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Screen, Text, phrase
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.words import SeatNo, TableNo
from thinkcoop.store.voices import VoiceFolder
from thinkcoop.web.narrated import BUTTONS, lines_for
from thinkcoop.web.phrases import SENTENCES
from thinkcoop.web.translator import translator
from thinkcoop.web.voices import LOOK_AGAIN_S, PRODUCT, Voices, sound_name, text_hash, words_in

ENGLISH = translator("en", FOLDER)
LINES = lines_for(tea().module, ENGLISH)
SOUND = Made(b"opus", b"aac", 2_500)
TALK = Screen(kind="discuss", heading=phrase(P.TALK_TABLE), text=Text("Say what sugar costs you."))

RECORDING = """
import sys
from pathlib import Path
from tests.web.test_narrated import LINES, record
record(Path(sys.argv[1]), next(line for line in LINES if line.key == sys.argv[2]))
"""


def record(folder: Path, line: Line, *, synthetic: bool = False) -> None:
    owner = "tea" if line.owner == "module" else PRODUCT
    take = take_of(line, SOUND, synthetic=synthetic)
    VoiceFolder(folder / owner / "en").keep(line.key, take, SOUND)


def line_of(source: str) -> Line:
    return next(line for line in LINES if line.source == source)


def screens_of_a_day(edition: str) -> list[Screen]:
    """Everything that phones, a table's device and the wall show while nobody does anything."""
    room = Room(tea(edition)).open(600, expected=5, starts_in=1)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(5)
    shown: list[Screen] = []
    while (at := alarm(room.state)) is not None:
        room.now = at
        room.do(c.Tick())
        shown += [phone_screen(room.state, SeatNo(seat)) for seat in room.state.seats]
        shown += [table_screen(room.state, TableNo(1)), wall_screen(room.state)]
    return shown


@pytest.mark.parametrize("edition", [edition.id for edition in tea().module.editions])
def test_every_sentence_of_a_whole_day_can_be_recorded(edition: str) -> None:
    listed = {line.source for line in LINES}
    unread = {option.text for option in tea().module.trades}
    said = {
        english_of(words)
        for screen in screens_of_a_day(edition)
        for words in words_in(screen)
        if isinstance(words, Text) and words.source
    }
    assert len(said) > 15
    assert said - listed - unread == set()


def test_every_phrase_without_a_place_can_be_recorded_unless_it_is_a_button() -> None:
    listed = {line.source for line in LINES if line.owner == "product"}
    phrases = {
        words.key
        for screen in screens_of_a_day("short")
        for words in words_in(screen)
        if isinstance(words, Phrase) and "%" not in SENTENCES[words.key]
    }
    assert {SENTENCES[key] for key in phrases - BUTTONS} - listed == set()


def test_what_a_module_holds_is_more_than_its_names() -> None:
    steps = [step for activity in tea().module.activities for step in activity.steps]
    asks = [step for step in steps if isinstance(step, Ask)]
    texts = {text for step in asks for path, text in texts_in(step) if path[-1] == "text"}
    assert texts <= {line.source for line in LINES}


def test_a_screen_brings_the_sounds_of_what_it_says(tmp_path: Path) -> None:
    line = next(line for line in LINES if line.place.endswith("/text"))
    record(tmp_path, line)
    record(tmp_path, line_of(SENTENCES[P.TALK_TABLE]), synthetic=True)
    voice = Voices(open=VoiceFolder, kept=tmp_path).of("tea", ENGLISH)
    screen = Screen(kind="discuss", heading=phrase(P.TALK_TABLE), text=Text(line.source))
    entries = {each[:7]: each[7:] for each in voice.heard(screen).split()[1:]}
    sound = sound_name(take_of(line, SOUND))
    assert entries[text_hash(line.said)] == sound
    machine = line_of(SENTENCES[P.TALK_TABLE])
    assert entries[text_hash(machine.said)] == f"_{sound}!"
    assert voice.milliseconds(words_in(screen)) == 5_000


def test_a_sound_of_other_words_is_not_played(tmp_path: Path) -> None:
    line = next(line for line in LINES if line.place.endswith("/text"))
    folder = VoiceFolder(tmp_path / "tea" / "en")
    old = take_of(line, SOUND)
    folder.keep(line.key, replace(old, said="0" * 16), SOUND)
    voice = Voices(open=VoiceFolder, kept=tmp_path).of("tea", ENGLISH)
    assert voice.heard(Screen(kind="say", text=Text(line.source))) == ""


def test_a_module_brings_its_own_voice_and_that_of_the_device_comes_first(tmp_path: Path) -> None:
    line = next(line for line in LINES if line.place.endswith("/text"))
    take, own = take_of(line, SOUND), Made(b"of this device", b"", 900)
    VoiceFolder(tmp_path / "modules" / "tea" / "voice" / "en").keep(line.key, take, SOUND)
    voices = Voices(
        open=VoiceFolder, kept=tmp_path / "kept", folder_of=(tmp_path / "modules").joinpath
    )
    name = sound_name(take)
    assert voices.sound("tea", "en", name, "opus") == b"opus"
    VoiceFolder(tmp_path / "kept" / "tea" / "en").keep(line.key, take_of(line, own), own)
    voices.forget()
    found = voices.of("tea", ENGLISH).take(Text(line.source))
    assert found == (line.key, take_of(line, own))
    assert voices.sound("tea", "en", sound_name(take_of(line, own)), "opus") == own.opus


def test_what_a_command_beside_the_server_records_is_heard_soon(tmp_path: Path) -> None:
    first, second = [line for line in LINES if line.place.endswith("/text")][:2]
    now = [0.0]
    voices = Voices(open=VoiceFolder, kept=tmp_path, seconds=lambda: now[0])
    record(tmp_path, first)
    assert voices.of("tea", ENGLISH).take(Text(second.source)) is None
    command = [sys.executable, "-c", RECORDING, str(tmp_path), second.key]
    subprocess.run(command, check=True)
    now[0] = LOOK_AGAIN_S
    voice = voices.of("tea", ENGLISH)
    assert [voice.take(Text(line.source)) for line in (first, second)] == [
        (line.key, take_of(line, SOUND)) for line in (first, second)
    ]


def test_a_list_that_cannot_be_read_is_as_if_nothing_were_recorded(tmp_path: Path) -> None:
    (tmp_path / "tea" / "en").mkdir(parents=True)
    (tmp_path / "tea" / "en" / "voice.json").write_text("not a list", "utf-8")
    voice = Voices(open=VoiceFolder, kept=tmp_path).of("tea", ENGLISH)
    assert (bool(voice), voice.heard(TALK)) == (False, "")


@pytest.mark.parametrize(
    ("owner", "language"), [("..", "en"), ("tea", ".."), ("tea/x", "en"), ("", "en"), ("tea", "")]
)
def test_no_address_leads_out_of_the_folder(tmp_path: Path, owner: str, language: str) -> None:
    voices = Voices(open=VoiceFolder, kept=tmp_path)
    assert (voices.folders(owner, language), voices.takes(owner, language)) == ([], [])


@pytest.mark.parametrize(
    ("said", "code"),
    [("", "0ztntfp"), ("a", "1r9wi7g"), (" Talk  in twos. ", text_hash("Talk in twos."))],
)
def test_the_hash_of_words_is_that_of_the_browser(said: str, code: str) -> None:
    assert text_hash(said) == code
