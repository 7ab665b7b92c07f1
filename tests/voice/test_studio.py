"""A recording is cut, levelled and written twice; what is none is told by its reason."""

from __future__ import annotations

import io
import math
import tracemalloc
import wave
from array import array
from pathlib import Path

import av
import pytest
from av.audio.stream import AudioStream

from tests.web.sounds import NO_SOUNDS, SOUNDS, wav
from thinkcoop.app.narration import Made, Unfit
from thinkcoop.voice import AvStudio, Espeak
from thinkcoop.voice.studio import LARGEST

RATE = 16_000
STUDIO = AvStudio()


def tone(*parts: tuple[float, float], noise: int = 0) -> bytes:
    """A sound file: so many seconds at so great a part of full loudness, one after the other."""
    samples = array("h")
    for seconds, loud in parts:
        for at in range(int(seconds * RATE)):
            hum = noise if at % 3 else -noise
            samples.append(int(32_000 * loud * math.sin(at * 0.17) * math.sin(at * 0.002)) + hum)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return out.getvalue()


def made(body: bytes) -> Made:
    done = STUDIO.make(body)
    assert isinstance(done, Made), done
    return done


def peak(body: bytes) -> float:
    """How loud the loudest moment is, in decibels below full."""
    most = 1
    with av.open(io.BytesIO(body), "r") as container:
        for frame in container.decode(audio=0):
            plane = array("f" if "flt" in frame.format.name else "h")
            plane.frombytes(bytes(frame.planes[0])[: frame.samples * plane.itemsize])
            scale = 32_768 if plane.typecode == "f" else 1
            most = max(most, *(int(abs(value) * scale) for value in plane))
    return 20 * math.log10(most / 32_768)


def test_it_comes_out_as_opus_and_as_aac_of_one_channel() -> None:
    done = made(tone((2, 0.5)))
    with av.open(io.BytesIO(done.opus), "r") as opus, av.open(io.BytesIO(done.aac), "r") as aac:
        streams = (opus.streams.audio[0], aac.streams.audio[0])
        assert [each.codec_context.name for each in streams] == ["opus", "aac"]
        assert [each.layout.name for each in streams] == ["mono", "mono"]
    assert len(done.opus) < 6_500


@pytest.mark.parametrize("noise", [0, 40])
def test_silence_before_and_after_is_cut_off(noise: int) -> None:
    done = made(tone((3, 0), (2, 0.5), (4, 0), noise=noise))
    assert 2_000 <= done.milliseconds <= 2_400


def test_a_pause_inside_stays() -> None:
    done = made(tone((1, 0), (1, 0.5), (1.5, 0), (1, 0.5), (1, 0)))
    assert 3_500 <= done.milliseconds <= 3_900


def test_a_quiet_voice_becomes_as_loud_as_a_loud_one() -> None:
    quiet, loud = made(tone((3, 0.02))), made(tone((3, 0.9)))
    assert abs(peak(quiet.opus) - peak(loud.opus)) < 1.5
    assert peak(quiet.opus) > -15


def test_what_came_out_may_go_in_again() -> None:
    first = made(tone((2, 0.5)))
    for body in (first.opus, first.aac):
        assert abs(made(body).milliseconds - first.milliseconds) < 150


def test_a_recording_that_breaks_off_is_good_as_far_as_it_goes() -> None:
    whole = tone((3, 0.5))
    assert 1_300 <= made(whole[: len(whole) // 2]).milliseconds <= 1_700


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", Unfit.NOT_SOUND),
        (wav(16_000), Unfit.SILENT),
        (tone((0.2, 0.5)), Unfit.TOO_SHORT),
        (wav(8_000 * 125), Unfit.TOO_LONG),
        (b"RIFF" + bytes(LARGEST), Unfit.TOO_LARGE),
        *((body, Unfit.NOT_SOUND) for body in NO_SOUNDS.values()),
    ],
)
def test_what_cannot_be_used_is_told_by_its_reason(body: bytes, why: Unfit) -> None:
    assert STUDIO.make(body) == why


@pytest.mark.parametrize("name", [name for name in SOUNDS if name != "wav"])
def test_a_head_without_a_sound_is_none(name: str) -> None:
    assert STUDIO.make(SOUNDS[name][0]) == Unfit.NOT_SOUND


def hours_in_one_piece() -> bytes:
    """One piece of 60,000 samples, a hundred to the second: 120 kB that would become 58 MB."""
    out = io.BytesIO()
    with av.open(out, "w", format="matroska") as file:
        stream = file.add_stream("pcm_s16le", rate=100, options={})
        assert isinstance(stream, AudioStream)
        stream.codec_context.layout = "mono"
        piece = av.Packet(bytes(120_000))
        piece.stream, piece.pts, piece.dts = stream, 0, 0
        file.start_encoding()
        file.mux(piece)
    return out.getvalue()


def test_a_piece_that_is_too_long_is_refused_before_it_fills_the_memory() -> None:
    body = hours_in_one_piece()
    tracemalloc.start()
    told = STUDIO.make(body)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (told, most < 20_000_000) == (Unfit.TOO_LONG, True)


def test_a_play_list_fetches_nothing() -> None:
    lists = (
        b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    )
    assert [STUDIO.make(each) for each in lists] == [Unfit.NOT_SOUND] * 2


def test_a_sentence_that_the_machine_cannot_read_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert STUDIO.make(Espeak().speak("Talk in twos.", "en")) == Unfit.NOT_SOUND
