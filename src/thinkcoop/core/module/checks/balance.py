"""Whether all ways of a decision are told in equal detail: points, words, and seconds of sound.

So are the two rules by which a room decides. Who hears more of one chooses it for that. So an
unlike telling is a mistake, not advice. The measures are plain numbers, for whoever shows them;
why they are so: `docs/methods/decision.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thinkcoop.core.module.decision import WAIT, Decision, Rules, Way
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, FileDraft
from thinkcoop.core.module.places import Path
from thinkcoop.core.module.spoken import spoken_seconds, words_of

FEWEST_WAYS = 6

ROOM_WORDS = 3
"""Words of any part that may be more besides the fourth: short parts cannot be cut to the word."""

SIDES = ("good", "bad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How much of one way is told. Points are counted, `words` are for each part of it."""

    way: str
    good: int
    bad: int
    words: Mapping[str, int]

    @property
    def seconds(self) -> int:
        """How long it takes to read the whole aloud, in seconds, rounded up."""
        return spoken_seconds(sum(self.words.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uneven:
    """Two ways that are told too unlike: the place of the longest, and what was measured."""

    part: str
    at: int
    way: str
    most: int
    other: str
    least: int


def measure(way: Way) -> Measure:
    """How much is told of a way."""
    counts = _words_of(way.parts())
    return Measure(way=way.id, good=len(way.good), bad=len(way.bad), words=counts)


def measure_rules(rules: Rules) -> tuple[Measure, Measure]:
    """How much is told of the two rules by which a room decides: agreement, then majority."""
    agreement, majority = (
        Measure(way=name, good=1, bad=1, words=_words_of(rule.parts()))
        for name, rule in (("agreement", rules.agreement), ("majority", rules.majority))
    )
    return agreement, majority


def _words_of(parts: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {part: words_of(texts) for part, texts in parts.items()}


def uneven_words(measures: Sequence[Measure]) -> Iterator[Uneven]:
    """The parts of which the longest has over a fourth and three words more than the shortest."""
    for part in measures[0].words if measures else ():
        counts = [each.words[part] for each in measures]
        if 4 * max(counts) > 5 * min(counts) + 4 * ROOM_WORDS:
            yield _uneven(part, measures, counts)


def uneven_seconds(measures: Sequence[Measure], seconds: Sequence[int]) -> Iterator[Uneven]:
    """The ways of which the longest takes over a tenth more seconds than the shortest, if any.

    `seconds[i]` is how long way i sounds: as estimated, or as it was recorded. Raises ValueError
    when there is not one for each way.
    """
    if len(seconds) != len(measures):
        raise ValueError(f"{len(seconds)} lengths for {len(measures)} ways")
    if measures and 10 * max(seconds) > 11 * min(seconds):
        yield _uneven("seconds", measures, seconds)


def _uneven(part: str, measures: Sequence[Measure], numbers: Sequence[int]) -> Uneven:
    at, least = numbers.index(max(numbers)), numbers.index(min(numbers))
    return Uneven(
        part=part,
        at=at,
        way=measures[at].way,
        most=numbers[at],
        other=measures[least].way,
        least=numbers[least],
    )


def check_ways(draft: Draft) -> Iterator[Diagnostic]:
    """There are six ways or more, waiting is one of them, and all are told in equal detail."""
    file = draft.decision
    if file is None or file.value is None:
        return
    ways = file.value.ways
    if len(ways) < FEWEST_WAYS:
        yield file.report("M601", "ways", count=len(ways))
    if all(way.id != WAIT for way in ways):
        yield file.report("M602", "ways")
    unlike = [*_without_a_side(file, file.value), *_unlike_points(file, file.value)]
    yield from unlike or _unlike_length(file, [measure(way) for way in ways])


def check_rules(draft: Draft) -> Iterator[Diagnostic]:
    """Both rules by which the room may decide are told in equal detail."""
    file = draft.decision
    if file is None or file.value is None:
        return
    for each in uneven_words(measure_rules(file.value.rules)):
        words_ = {"part": each.part, "most": each.most, "other": each.other, "least": each.least}
        yield file.report("M614", "rules", each.way, each.part, rule=each.way, **words_)


def _sides(decision: Decision) -> Iterator[tuple[Path, Way, str, int]]:
    for at, way in enumerate(decision.ways):
        for side in SIDES:
            yield ("ways", at, side), way, side, len(getattr(way, side))


def _without_a_side(file: FileDraft[Decision], decision: Decision) -> Iterator[Diagnostic]:
    for path, way, side, count in _sides(decision):
        if not count:
            yield file.report("M603", *path, way=way.id, side=side)


def _unlike_points(file: FileDraft[Decision], decision: Decision) -> Iterator[Diagnostic]:
    counts = [count for *_, count in _sides(decision) if count]
    usual = max(sorted(set(counts)), key=counts.count, default=0)
    for path, way, side, count in _sides(decision):
        if count not in (0, usual):
            yield file.report("M604", *path, way=way.id, side=side, count=count, usual=usual)


def _unlike_length(file: FileDraft[Decision], measures: Sequence[Measure]) -> Iterator[Diagnostic]:
    found = list(uneven_words(measures))
    for each in found:
        words_ = {"part": each.part, "most": each.most, "other": each.other, "least": each.least}
        yield file.report("M605", "ways", each.at, each.part, way=each.way, **words_)
    for each in () if found else uneven_seconds(measures, [one.seconds for one in measures]):
        words_ = {"most": each.most, "other": each.other, "least": each.least}
        yield file.report("M606", "ways", each.at, way=each.way, **words_)
