"""One recording: read, cut, levelled, and written as Opus and AAC.

What is read came from anywhere. Only plain sound files are opened at all (a play list would make
the reader fetch other files), only their first sound is decoded, and never more than fits.
"""

from __future__ import annotations

import io
from array import array
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.filter import Graph

from thinkcoop.app.narration import Made, Unfit

KINDS_READ = "matroska,webm,mov,mp4,m4a,3gp,ogg,wav,mp3,aac,amr,amrnb,amrwb,caf,flac,w64,aiff"
LARGEST = 24_000_000
"""Bytes. Two minutes as a studio records them."""
RATE = 48_000
LONGEST_S = 120
SHORTEST_MS = 250
SILENCE = 104
"""No sample is louder: 50 dB below the loudest there can be."""
BELOW_PEAK = 32
"""A pause is so many times quieter than the loudest moment (30 dB)."""
WINDOW = RATE // 100
MARGIN = 12
"""Windows that stay before and after the voice, so that no first or last sound is cut."""
OPUS_BITS, AAC_BITS = 16_000, 32_000
LEVEL = "I=-16:TP=-1.5:LRA=11"
FRAME = 960


class AvStudio:
    """Makes recordings ready (an adapter of `app.narration.Studio`)."""

    def make(self, body: bytes) -> Made | Unfit:
        """What came of the recording, or why nothing did."""
        if len(body) > LARGEST:
            return Unfit.TOO_LARGE
        samples = _read(body)
        if isinstance(samples, Unfit):
            return samples
        cut = _cut(samples)
        if cut is None:
            return Unfit.SILENT
        if len(cut) * 1000 // RATE < SHORTEST_MS:
            return Unfit.TOO_SHORT
        level = _levelled(cut)
        opus = _written(level, "ogg", "libopus", OPUS_BITS, {"application": "voip"})
        aac = _written(level, "ipod", "aac", AAC_BITS, {})
        return Made(opus, aac, len(level) * 1000 // RATE)


def _read(body: bytes) -> array[int] | Unfit:
    """The first sound in a file: one channel, 48,000 samples a second."""
    samples: array[int] = array("h")
    try:
        options = {"format_whitelist": KINDS_READ, "protocol_whitelist": "none"}
        with av.open(io.BytesIO(body), "r", options=options) as container:
            if not container.streams.audio:
                return Unfit.NOT_SOUND
            for frame in _filtered(_short_enough(container), ["highpass", "f=60"]):
                samples.extend(_samples(frame))
                if len(samples) > LONGEST_S * RATE:
                    return Unfit.TOO_LONG
    except _TooLong:
        return Unfit.TOO_LONG
    except (FFmpegError, ValueError, IndexError):
        # A recording that was cut off is as good as far as it goes.
        return samples if len(samples) * 1000 // RATE >= SHORTEST_MS else Unfit.NOT_SOUND
    return samples or Unfit.NOT_SOUND


class _TooLong(Exception):
    """One piece of a file holds more than a whole recording may."""


def _short_enough(container: InputContainer) -> Iterator[AudioFrame]:
    """Its pieces, as they come. Raises _TooLong for one that would fill the memory.

    Whoever makes a file says how long a piece is and how slow: hours fit in a megabyte.
    """
    for frame in container.decode(audio=0):
        if frame.samples > LONGEST_S * frame.sample_rate:
            raise _TooLong
        yield frame


def _cut(samples: array[int]) -> array[int] | None:
    """Without the silence before and after; None when all is silent."""
    peaks = [_peak(samples[at : at + WINDOW]) for at in range(0, len(samples), WINDOW)]
    loudest = max(peaks, default=0)
    if loudest <= SILENCE:
        return None
    voiced = [at for at, peak in enumerate(peaks) if peak * BELOW_PEAK > loudest]
    first = max(voiced[0] - MARGIN, 0) * WINDOW
    last = (voiced[-1] + 1 + MARGIN) * WINDOW
    return samples[first:last]


def _peak(samples: array[int]) -> int:
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest)


def _levelled(samples: array[int]) -> array[int]:
    level: array[int] = array("h")
    for frame in _filtered(_frames(samples), ["loudnorm", LEVEL]):
        level.extend(_samples(frame))
    return level


def _filtered(frames: Iterable[AudioFrame], *filters: list[str]) -> Iterator[AudioFrame]:
    """The frames through these filters, as one channel of 48,000 samples a second."""
    graph: Graph | None = None
    for frame in frames:
        if graph is None:
            graph = _graph(frame, filters)
        frame.pts = None
        graph.push(frame)
        yield from _pulled(graph)
    if graph is not None:
        graph.push(None)
        yield from _pulled(graph)


def _graph(first: AudioFrame, filters: Iterable[list[str]]) -> Graph:
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=first.sample_rate,
        format=first.format.name,
        layout=first.layout.name,
        time_base=Fraction(1, first.sample_rate),
    )
    one = "sample_fmts=s16:channel_layouts=mono"
    chain = [["aformat", one], *filters, ["aresample", str(RATE)], ["aformat", one]]
    nodes = [source, *(graph.add(name, options) for name, options in chain)]
    nodes.append(graph.add("abuffersink"))
    for node, after in pairwise(nodes):
        node.link_to(after)
    graph.configure()
    return graph


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (BlockingIOError, EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame


def _samples(frame: AudioFrame) -> array[int]:
    samples: array[int] = array("h")
    samples.frombytes(bytes(frame.planes[0])[: frame.samples * 2])
    return samples


def _frames(samples: array[int]) -> Iterator[AudioFrame]:
    """Pieces of 20 ms, the last one filled up with silence."""
    for at in range(0, len(samples), FRAME):
        piece = samples[at : at + FRAME].tobytes()
        frame = AudioFrame(format="s16", layout="mono", samples=FRAME)
        frame.sample_rate = RATE
        frame.time_base = Fraction(1, RATE)
        frame.pts = at
        frame.planes[0].update(piece.ljust(frame.planes[0].buffer_size, b"\0"))
        yield frame


def _written(
    samples: array[int], container: str, codec: str, bits: int, options: dict[str, str]
) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=container) as made:
        stream = made.add_stream(codec, rate=RATE, options=options)
        assert isinstance(stream, AudioStream)
        stream.codec_context.layout = "mono"
        stream.bit_rate = bits
        for frame in _frames(samples):
            made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
    return out.getvalue()
