"""Which sentences are read aloud, and how far each is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.module.tea import TEA, read
from thinkcoop.app.narration import (
    Kept,
    Line,
    LineKey,
    Made,
    Owner,
    State,
    Take,
    counted,
    key_of,
    said_digest,
    standing_of,
    take_of,
)
from thinkcoop.app.read_aloud import ProductLine, lines_of
from thinkcoop.core.module.model import Module
from thinkcoop.core.screens.screen import Text, Words

SOUND = Made(b"opus", b"aac", 2_000)
PRODUCT = (ProductLine("listen", "Listen.", "Listen."),)


def tea() -> Module:
    module = read(TEA).module
    assert module is not None
    return module


def english(words: Words) -> str:
    assert isinstance(words, Text)
    said = words.source
    for name, filled in words.places:
        said = said.replace(f"{{{name}}}", filled)
    return said


def lines(module: Module | None = None) -> tuple[Line, ...]:
    return lines_of(module or tea(), PRODUCT, english, "en")


def kept(*takes: tuple[LineKey, Take]) -> dict[Owner, list[Kept]]:
    return {"module": [dict(takes)], "product": [{}]}


def state_of(line: Line, has: dict[Owner, list[Kept]]) -> State:
    [standing] = [each for each in standing_of(lines(), has) if each.line.key == line.key]
    return standing.state


def test_every_line_is_there_once_in_the_order_of_the_day() -> None:
    listed = lines()
    assert len({line.key for line in listed}) == len(listed)
    assert [line.owner for line in listed[:2]] == ["product", "module"]
    longest = max(tea().editions, key=lambda edition: edition.minutes)
    planned = [row.activity for day in longest.meetings for row in day.rows if row.activity]
    told = dict.fromkeys(line.place.split("/")[0] for line in listed if "/title" in line.place)
    assert [name for name in told if name in planned] == planned


def test_a_step_is_read_in_both_ways_with_its_options() -> None:
    spoken = {line.source for line in lines()}
    for activity in tea().activities:
        for step in activity.steps:
            assert step.kind in {"game", "decide"} or step.text in spoken
            assert step.kind in {"game", "decide"} or not step.again or step.again in spoken


def test_ids_and_pictures_are_not_read() -> None:
    spoken = {line.source for line in lines()}
    assert not spoken & {step.id for activity in tea().activities for step in activity.steps}
    assert not spoken & {activity.picture for activity in tea().activities}


def test_no_line_has_a_place_that_nobody_fills() -> None:
    assert [line.source for line in lines() if "{" in line.said or "%(" in line.said] == []


def test_what_nobody_read_is_missing() -> None:
    assert {each.state for each in standing_of(lines(), kept())} == {"missing"}


@pytest.mark.parametrize(("synthetic", "state"), [(False, "recorded"), (True, "synthetic")])
def test_what_somebody_read_is_recorded_and_a_machine_is_told_apart(
    synthetic: bool,  # noqa: FBT001 - as pytest passes it
    state: State,
) -> None:
    line = lines()[5]
    take = take_of(line, SOUND, by="Dara", on="2026-11-28", synthetic=synthetic)
    assert state_of(line, kept((line.key, take))) == state


def test_another_translation_is_out_of_date() -> None:
    line = lines()[5]
    take = take_of(replace(line, said="Other words."), SOUND)
    assert state_of(line, kept((line.key, take))) == "out of date"


def test_a_changed_word_of_the_english_is_out_of_date_and_not_just_missing() -> None:
    line = lines()[5]
    old = key_of("What stood here before.")
    take = take_of(line, SOUND)
    assert state_of(line, kept((old, take))) == "out of date"


def test_of_two_folders_the_one_that_fits_counts_and_a_person_before_a_machine() -> None:
    line = lines()[5]
    old, machine, person = (
        replace(take_of(line, SOUND), said="0" * 16),
        take_of(line, SOUND, synthetic=True),
        take_of(line, SOUND, by="Sok"),
    )
    has: dict[Owner, list[Kept]] = {
        "module": [{line.key: old}, {line.key: machine}, {line.key: person}],
        "product": [],
    }
    [standing] = [each for each in standing_of(lines(), has) if each.line.key == line.key]
    assert (standing.state, standing.take) == ("recorded", person)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Table 3.", "Table  3. ", True),
        ("តុ\u200bទី", "តុទី", True),
        ("ម៉ោង ៣", "ម៉ោង 3", True),
        ("Yes.", "Yes!", False),
    ],
)
def test_only_what_is_heard_makes_words_other_words(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001 - as pytest passes it
) -> None:
    assert (said_digest(one) == said_digest(other)) is same


def test_a_sentence_that_is_still_english_waits_for_its_translation() -> None:
    spanish = lines_of(tea(), PRODUCT, english, "es")
    waiting = {line.source for line in spanish if not line.translated}
    assert "Listen." not in waiting
    assert {line.source for line in spanish if len(line.source.split()) > 2} == waiting


def test_the_states_are_counted() -> None:
    line = lines()[5]
    counts = counted(standing_of(lines(), kept((line.key, take_of(line, SOUND)))))
    assert counts == {
        "recorded": 1,
        "synthetic": 0,
        "out of date": 0,
        "missing": len(lines()) - 1,
    }
