"""All ways of a decision are told in equal detail, by count, by words and by seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.module.tea import TEA, changed, read, told
from thinkcoop.core.module.checks.balance import (
    Measure,
    Uneven,
    measure,
    measure_rules,
    uneven_seconds,
    uneven_words,
)
from thinkcoop.core.module.decision import Decision, Point, Way
from thinkcoop.core.module.shape import Origin, shaped
from thinkcoop.core.module.spoken import spoken_seconds
from thinkcoop.core.module.yaml_text import read_yaml

FILE = "decision.yaml"
SHIPPED = Path(__file__).parents[3] / "modules" / "thinkcoop" / FILE
CHOOSE = "{text: I choose the shop., picture: market-stall}"
PAY = "{text: I pay the full price., picture: do-think}"


def after(right: str, wrong: str) -> list[str]:
    """What is told of the tea module's decision with one text in place of another."""
    return [line.split(" ", 1)[1] for line in told(read(changed(FILE, right, wrong)).diagnostics)]


def measured(name: str, **words: int) -> Measure:
    return Measure(way=name, good=3, bad=3, words=words)


def shipped() -> Decision:
    """The decision that comes with the program."""
    sheet, _ = read_yaml(FILE, SHIPPED.read_text("utf-8"))
    assert sheet is not None
    decision, troubles = shaped(Decision, sheet.value, Origin(sheet))
    assert troubles == []
    assert decision is not None
    return decision


def test_a_way_is_measured_part_by_part() -> None:
    way = Way(
        id="alone",
        text="Go on alone",
        picture="x",
        good=(Point(text="It is fast.", picture="x"), Point(text="It is mine.", picture="x")),
        bad=(Point(text="It is hard.", picture="x"),),
        living="Nary sells fruit – alone. She likes it.",
        uncertain="Nobody knows.",
        sources=("seen",),
    )
    assert measure(way) == Measure(
        way="alone",
        good=2,
        bad=1,
        words={"text": 3, "good": 6, "bad": 3, "living": 7, "uncertain": 2},
    )
    assert measure(way).seconds == 11


def test_reading_aloud_goes_at_two_words_a_second() -> None:
    assert [spoken_seconds(count) for count in (0, 1, 2, 3, 240)] == [0, 1, 1, 2, 120]


def test_a_part_may_be_a_fourth_and_three_words_longer_and_no_more() -> None:
    assert list(uneven_words([measured("a", living=100), measured("b", living=128)])) == []
    assert list(uneven_words([measured("a", living=100), measured("b", living=129)])) == [
        Uneven(part="living", at=1, way="b", most=129, other="a", least=100)
    ]


def test_a_way_may_take_a_tenth_longer_and_no_more() -> None:
    ways = [measured("a"), measured("b"), measured("c")]
    assert list(uneven_seconds(ways, [60, 66, 63])) == []
    assert list(uneven_seconds(ways, [67, 60, 63])) == [
        Uneven(part="seconds", at=0, way="a", most=67, other="b", least=60)
    ]


def test_seconds_are_needed_for_every_way() -> None:
    with pytest.raises(ValueError, match="1 lengths for 2 ways"):
        list(uneven_seconds([measured("a"), measured("b")], [60]))


def test_nothing_is_uneven_where_there_is_nothing() -> None:
    assert list(uneven_words([])) == []
    assert list(uneven_seconds([], [])) == []


def test_one_point_more_than_the_others_is_a_mistake() -> None:
    assert after(f"good: [{CHOOSE}]", f"good: [{CHOOSE}, {CHOOSE}]") == [
        "M604 `alone` has 2 points under `good`; the other lists have 1"
    ]


def test_more_bad_points_than_good_ones_are_a_mistake() -> None:
    assert after(f"bad: [{PAY}]", f"bad: [{PAY}, {PAY}]") == [
        "M604 `alone` has 2 points under `bad`; the other lists have 1"
    ]


def test_a_way_without_a_bad_side_is_a_mistake() -> None:
    assert after(f"bad: [{PAY}]", "bad: []") == ["M603 `alone` has nothing under `bad`"]


def test_a_way_without_a_good_side_is_a_mistake() -> None:
    assert after(f"good: [{CHOOSE}]", "good: []") == ["M603 `alone` has nothing under `good`"]


def test_what_differs_in_points_is_not_also_told_to_differ_in_words() -> None:
    long = "{text: I choose the shop and the day and the price and the way., picture: market-stall}"
    told_ = after(f"good: [{CHOOSE}]", f"good: [{CHOOSE}, {long}]")
    assert [line.split(" ")[0] for line in told_] == ["M604"]


def test_ways_without_any_point_have_no_usual_number() -> None:
    text = TEA[FILE]
    for side in ("good", "bad"):
        for line in [line for line in text.split("\n") if line.startswith(f"    {side}: [")]:
            text = text.replace(line, f"    {side}: []")
    codes = [each.code for each in read({**TEA, FILE: text}).diagnostics]
    assert codes == ["M603"] * 12


def test_a_decision_without_ways_has_too_few() -> None:
    text = TEA[FILE]
    start, end = text.index("ways:\n  - id: alone"), text.index("reasons:\n")
    found = read({**TEA, FILE: f"{text[:start]}ways: []\n{text[end:]}"}).diagnostics
    assert [each.code for each in found if each.code < "M610"] == ["M601", "M602"]


def test_the_ways_that_we_ship_are_told_alike() -> None:
    measures = [measure(way) for way in shipped().ways]
    assert [(each.good, each.bad) for each in measures] == [(3, 3)] * 7
    assert list(uneven_words(measures)) == []
    assert list(uneven_seconds(measures, [each.seconds for each in measures])) == []


def test_every_story_of_living_with_a_way_takes_about_a_minute() -> None:
    seconds = [spoken_seconds(measure(way).words["living"]) for way in shipped().ways]
    assert all(55 <= each <= 65 for each in seconds)


def test_the_story_of_the_cooperative_has_meetings_and_quarrels() -> None:
    story = shipped().way("cooperative").living
    assert "meeting" in story
    assert "quarrel" in story


def test_the_fit_card_that_we_ship_has_ten_questions_and_four_red_ones() -> None:
    fit = shipped().fit
    assert len(fit) == 10
    assert [at for at, question in enumerate(fit, 1) if question.red] == [1, 4, 5, 9]


def test_the_right_answers_that_we_ship_stand_in_different_places() -> None:
    places = [[option.id for option in each.options].index(each.right) for each in shipped().know]
    assert sorted(set(places)) == [0, 1, 2]
    assert len(places) == 6


def test_a_rule_that_is_told_in_more_words_than_the_other_is_a_mistake() -> None:
    assert after(
        "text: Each must be heard.", "text: Each of us must be heard before we decide."
    ) == ["M614 `good` of `agreement` has 9 words, and of `majority` it has 4"]


def test_a_rule_of_which_less_is_told_is_a_mistake_too() -> None:
    assert after("says: It counts when more than half vote for it.", "says: Count.") == [
        "M614 `says` of `agreement` has 8 words, and of `majority` it has 1"
    ]


def test_the_rules_that_come_with_the_program_are_told_alike() -> None:
    agreement, majority = measure_rules(shipped().rules)
    assert list(uneven_words((agreement, majority))) == []
