"""Files that were recorded elsewhere find their sentences; a machine reads only what nobody has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from thinkcoop.app.narrating import Taken, name_of, number_of, speak, take_files, to_speak
from thinkcoop.app.narration import Line, Made, Standing, Take, Unfit, key_of, said_digest, take_of

SOUND = Made(b"opus", b"aac", 2_000)
WORDS = ("Welcome!", "Talk in twos.", "Choose one.", "Thank you!")


def line(source: str) -> Line:
    return Line(
        key=key_of(source), source=source, said=source, place=source, owner="module", unit=1
    )


LINES = tuple(line(source) for source in WORDS)


@dataclass
class FakeStudio:
    """Takes whatever is not empty."""

    def make(self, body: bytes) -> Made | Unfit:
        return Made(body, body, len(body)) if body else Unfit.SILENT


@dataclass
class FakeSpeaker:
    """Reads aloud by giving the words back."""

    said: list[tuple[str, str]] = field(default_factory=list)

    def speaks(self, language: str) -> bool:
        return language == "en"

    def speak(self, text: str, language: str) -> bytes:
        self.said.append((text, language))
        return text.encode()


@dataclass
class Shelf:
    kept: dict[str, Take] = field(default_factory=dict)

    def keep(self, line: Line, take: Take, made: Made) -> None:
        self.kept[line.source] = take


@pytest.mark.parametrize(
    ("file", "number"),
    [
        ("2.wav", 2),
        ("002.m4a", 2),
        ("002-" + LINES[1].key[:4] + ".wav", 2),
        ("phone/2 twos.3gp", 2),
        (LINES[2].key + ".opus", 3),
        (LINES[2].key.upper() + ".WAV", 3),
        ("002-" + LINES[2].key[:4] + ".wav", 3),
        ("5.wav", 0),
        ("0.wav", 0),
        ("recording.wav", 0),
        ("002-ffff.wav", 0),
        ("", 0),
    ],
)
def test_a_file_is_known_by_its_number_or_better_by_its_key(file: str, number: int) -> None:
    assert number_of(file, LINES) == number


def test_the_names_on_the_list_are_understood() -> None:
    assert [number_of(name_of(n, one), LINES) for n, one in enumerate(LINES, 1)] == [1, 2, 3, 4]


def test_every_file_is_told_what_became_of_it() -> None:
    shelf = Shelf()
    files = [("1.wav", b"hello"), ("2.wav", b""), ("holiday.wav", b"sea")]
    taken = take_files(
        files, LINES, studio=FakeStudio(), keep=shelf.keep, by="Dara", on="2026-11-28"
    )
    assert taken == (Taken("1.wav", 1), Taken("2.wav", 2, Unfit.SILENT), Taken("holiday.wav"))
    assert shelf.kept == {
        "Welcome!": take_of(
            LINES[0], Made(b"hello", b"hello", 5), by="Dara", on="2026-11-28", synthetic=False
        )
    }


def test_a_sentence_without_a_translation_takes_no_recording() -> None:
    shelf = Shelf()
    waiting = (replace(LINES[0], translated=False),)
    taken = take_files([("1.wav", b"hello")], waiting, studio=FakeStudio(), keep=shelf.keep)
    assert (taken, shelf.kept) == ((Taken("1.wav"),), {})


def test_a_machine_reads_what_is_missing_and_never_instead_of_a_person() -> None:
    person, machine = (
        replace(take_of(LINES[0], SOUND, synthetic=m), said="0") for m in (False, True)
    )
    standings = (
        Standing(LINES[0], "out of date", person),
        Standing(LINES[1], "out of date", machine),
        Standing(LINES[2], "missing"),
        Standing(LINES[3], "recorded", take_of(LINES[3], SOUND)),
        Standing(replace(LINES[2], translated=False), "missing"),
    )
    assert to_speak(standings) == (LINES[1], LINES[2])


def test_what_a_machine_read_is_marked_as_that() -> None:
    speaker = FakeSpeaker()
    said = speak(LINES[1], "en", speaker=speaker, studio=FakeStudio(), on="2026-11-28")
    assert not isinstance(said, Unfit)
    take, made = said
    assert speaker.said == [("Talk in twos.", "en")]
    assert (take.synthetic, take.said, made.opus) == (
        True,
        said_digest("Talk in twos."),
        b"Talk in twos.",
    )
