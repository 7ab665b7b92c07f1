"""What the check looks for beyond the shape. One example of each code stands with the codes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.module.tea import BUYING, PRICE, TEA, changed, read, told
from thinkcoop.core.module.checks.words import sentences
from thinkcoop.core.module.spoken import words

ROW = "- {break: 2, text: Drink some tea., picture: do-break}"
MORE_ASKS = """  - ask: How much?
    id: how-much
    again: How many coins?
    minutes: 0.5
"""


def after(file: str, right: str, wrong: str) -> list[str]:
    return [line.split(" ", 1)[1] for line in told(read(changed(file, right, wrong)).diagnostics)]


def with_ask(keys: str, *, then: str = "") -> list[str]:
    """What is told when t2 has one more question, with these keys."""
    return after(BUYING, "  - sort: Who", f"{MORE_ASKS}{keys}{then}  - sort: Who")


# ---- ids, names and pictures


@pytest.mark.parametrize(
    ("file", "right", "wrong", "expected"),
    [
        (BUYING, "id: together", "id: most", "M201 the step id `most` is used twice; first in "),
        ("module.yaml", "- id: two-days", "- id: short", "M201 the edition id `short` is used"),
        ("module.yaml", "number: 1, title", "number: 0, title", "M201 the unit id `0` is used"),
        ("module.yaml", "code: km", "code: en", "M201 the language id `en` is used twice; first"),
        ("module.yaml", "id: other, text", "id: seller, text", "M201 the trade id `seller` is"),
        (BUYING, "{id: count, text", "{id: carry, text", "M201 the option id `carry` is used"),
    ],
)
def test_an_id_is_used_once(file: str, right: str, wrong: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in after(file, right, wrong))


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("pot-0", "pot"),
        ("pot-silent-1", "pot"),
        ("pot-silent-1-say", "pot"),
        ("pot-talk-1-talk", "pot"),
        ("pot-check-see", "pot"),
        ("pot-after-1", "pot"),
        ("our-rule-told", "our-rule"),
    ],
)
def test_a_step_may_not_be_called_like_a_part_of_another(name: str, of: str) -> None:
    assert after(BUYING, "id: matters", f"id: {name}") == [
        f"M211 `{name}` is the name of a part of `{of}` here and of a step in {BUYING} line 14"
    ]


def test_a_game_that_is_there_twice_is_told_once() -> None:
    game = "activities/t3-a-game-at-tea.yaml"
    twice = {**TEA, "activities/t4-again.yaml": TEA[game].replace("id: t3", "id: t4", 1)}
    assert [each.what for each in read(twice).diagnostics if each.code == "M211"] == []


def test_an_activity_may_not_be_called_like_a_break() -> None:
    named = changed(PRICE, "id: t1", "id: break-short-1")
    named["activities/break-short-1.yaml"] = named.pop(PRICE)
    named["module.yaml"] = named["module.yaml"].replace("activity: t1}", "activity: break-short-1}")
    assert [each.what for each in read(named).diagnostics] == [
        "the activity id `break-short-1` is used twice; first for a break of edition short"
    ]


def test_two_files_may_not_have_the_same_activity() -> None:
    twice = {**TEA, "activities/t1-again.yaml": TEA[PRICE]}
    first = "activities/t1-again.yaml"
    assert f"{PRICE}:1:1 M201 the activity id `t1` is used twice; first in {first}" in told(
        read(twice).diagnostics
    )


def test_a_picture_that_is_nearly_known_is_guessed() -> None:
    [near] = read(changed(BUYING, "picture: do-vote", "picture: do-vode")).diagnostics
    assert near.hint == "Did you mean `do-vote`?"
    [far] = read(changed(BUYING, "picture: do-vote", "picture: zebra")).diagnostics
    assert far.hint == "Draw it and save it as SVG in the module's folder `pictures`."


@pytest.mark.parametrize(
    ("file", "right"),
    [
        ("module.yaml", "text: I sell tea, picture: market-stall"),
        ("module.yaml", "title: Arriving and resting, picture: do-break"),
        ("module.yaml", "title: In one go\n    picture: do-listen"),
        ("module.yaml", "text: Drink some tea., picture: do-break"),
        (BUYING, "title: Buying together\npicture: do-discuss"),
        (BUYING, "text: Carry the bags, picture: tuk-tuk"),
        (BUYING, "text: One of us, picture: face-good"),
        (BUYING, "text: This month, picture: do-round"),
    ],
)
def test_every_picture_is_looked_for(file: str, right: str) -> None:
    before, _, _ = right.rpartition(" ")
    assert after(file, right, f"{before} gone") == ["M206 there is no picture `gone`"]


# ---- rows, units and editions


@pytest.mark.parametrize(
    ("wrong", "trouble"),
    [
        ("- {minutes: 2}", "this row names no activity and no break"),
        ("- {activity: t1, break: 2}", "this row is an activity and a break at once"),
        ("- {activity: t1, text: Hello}", "only a break has `text` and `picture` here"),
        (
            ROW.replace("break: 2", "break: 2, minutes: 2"),
            "a break has its minutes after `break`; `minutes` means nothing here",
        ),
        ("- {break: 2, text: Rest.}", "a break needs `text` and `picture`"),
    ],
)
def test_a_row_is_an_activity_or_a_whole_break(wrong: str, trouble: str) -> None:
    assert after("module.yaml", ROW, wrong) == [f"M113 {trouble}"]


def test_rows_of_a_module_without_activities_name_nothing() -> None:
    found = read({"module.yaml": TEA["module.yaml"]}).diagnostics
    assert {each.code for each in found} == {"M208"}
    assert {each.hint for each in found} == {"There is nothing to choose from yet."}


def test_facts_may_be_used_until_the_day_of_the_next_check() -> None:
    assert read(TEA, today=date(2027, 11, 1)).diagnostics == ()
    late = read(TEA, today=date(2027, 11, 2))
    assert [each.code for each in late.diagnostics] == ["M501"]
    assert late.module is not None


# ---- references


def test_a_step_may_not_show_itself_or_what_comes_later() -> None:
    swapped = changed(PRICE, "- show: most\n    text: This", "- show: t1-8\n    text: This")
    assert [each.what for each in read(swapped).diagnostics] == [
        "`of` names the step `t1-8`, not done before this in edition short and two-days"
    ]


def test_a_step_that_is_not_in_an_edition_cannot_be_shown_there() -> None:
    lines = after(PRICE, "    id: most\n", "    id: most\n    only: [two-days]\n")
    assert [line for line in lines if line.startswith("M203")] == [
        "M203 `of` names the step `most`, not done before this in edition short",
        "M203 `ends_of` names the step `most`, not done before this in edition short",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("ends_of: most", "ends_of: mast", "M202 `ends_of` names the step `mast`, which does not"),
        ("ends_of: most", "ends_of: t1-2", "M204 `ends_of` names the step `t1-2`, but only an"),
        ("met: {of: most,", "met: {of: mast,", "M202 `met` names the step `mast`, which does not"),
        ("met: {of: most,", "met: {of: t1-1,", "M205 `met` names the step `t1-1`, in which nobody"),
    ],
)
def test_a_step_that_is_named_exists_and_can_be_meant(
    right: str, wrong: str, expected: str
) -> None:
    [line] = after(PRICE, right, wrong)
    assert line.startswith(expected)


def test_an_aim_is_checked_in_every_edition() -> None:
    welcome = (
        "  - think: Think back.\n    id: back\n    again: What was it?\n    only: [two-days]\n"
    )
    files = changed(BUYING, "met: {of: together,", "met: {of: back,")
    files[BUYING] = files[BUYING].replace("  - rank:", f"{welcome}    minutes: 0.5\n  - rank:")
    assert [each.what for each in read(files).diagnostics] == [
        "`met` names the step `back`, which is done in edition two-days alone"
    ]


def second_ballot(options: str) -> list[str]:
    ballot = (
        "  - ballot: And now?\n    again: Once more.\n    minutes: 0.5\n    again_of: together\n"
        f"    options:\n{options}"
    )
    return after(BUYING, "  - report: Tell", f"{ballot}  - report: Tell")


def test_a_second_ballot_has_the_options_of_the_first() -> None:
    yes = "      - {id: yes, text: Yes, picture: face-good}\n"
    no = "      - {id: no, text: No, picture: do-think}\n"
    assert second_ballot(yes + no) == []
    assert second_ballot(no + yes) == [
        "M204 `again_of` names the step `together`, but it is not a ballot with the same options"
    ]


# ---- what the kinds say


@pytest.mark.parametrize("pick", ["scale", "number", "money", "words"])
def test_a_question_without_options_may_stand_alone(pick: str) -> None:
    assert with_ask(f"    pick: {pick}\n") == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("    pick: several\n", ["M301 people are to pick several, and there is nothing to"]),
        ("    pick: words\n    unit: riel\n", ["M302 `unit` means nothing when `pick` is words"]),
        ("    pick: scale\n    highest: 3\n", ["M302 `highest` means nothing when `pick` is sca"]),
        ("    pick: number\n    lowest: 5\n    highest: 5\n", ["M303 the lowest number is 5 and"]),
        ("    pick: words\n    right: a\n", ["M302 `right` means nothing when `pick` is words"]),
        ("    pick: words\n    because: So.\n", ["M302 `because` means nothing when there is no"]),
    ],
)
def test_keys_of_a_question_go_with_what_is_picked(keys: str, expected: list[str]) -> None:
    found = with_ask(keys)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected


def test_options_go_with_picking_one_or_several() -> None:
    options = "    options:\n      - {id: a, text: A, picture: do-think}\n"
    assert with_ask("    pick: words\n" + options) == [
        "M302 `options` means nothing when `pick` is words"
    ]
    assert with_ask("    pick: one\n" + options) == [
        "M301 people are to pick one, and there is nothing to pick from"
    ]


def test_right_groups_are_groups_and_right_cards_are_cards() -> None:
    right = "right: {carry: one, count: all}"
    assert after(BUYING, right, "right: {carry: nobody}") == [
        "M304 `right` names nobody, which is not one of one, all"
    ]
    assert after(BUYING, right, "right: {carried: one}") == [
        "M304 `right` names carried, which is not one of carry, count"
    ]


# ---- minutes


@pytest.mark.parametrize(
    ("file", "right", "wrong", "expected"),
    [
        (PRICE, "minutes: {each: 0.25}", "minutes: {each: 0.25, plan: 2}", "M114 `each` and `pl"),
        (PRICE, "minutes: {plan: 9, least", "minutes: {least", "M114 an activity needs `plan` m"),
        (PRICE, "{plan: 9, least: 4, most: 14}", "{each: 9}", "M114 an activity needs `plan` min"),
        (PRICE, "{plan: 2, least: 1, most: 4}", "{plan: 2, least: 1, most: 1}", "M401 plan is 2 "),
        (PRICE, "{plan: 2, least: 1, most: 4}", "{least: 6}", "M401 least is 6 minutes and plan"),
        (PRICE, "least: 4, most: 14", "most: 8", "M401 plan is 9 minutes and most is 8"),
    ],
)
def test_minutes_go_together(file: str, right: str, wrong: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in after(file, right, wrong))


def test_steps_may_miss_their_activity_by_a_minute() -> None:
    think = "picture: do-think\n    minutes: 0.5"
    assert after(PRICE, think, think.replace("0.5", "1.5")) == []
    assert after(PRICE, think, think.replace("0.5", "1.6")) == [
        "M402 the steps of `t1` take 10.1 minutes in edition short and two-days; 9 are planned"
    ]


def test_minutes_of_a_row_count_before_those_of_the_activity() -> None:
    files = changed("module.yaml", "- {activity: t2, minutes: 10}", "- {activity: t2, minutes: 8}")
    files["module.yaml"] = files["module.yaml"].replace("minutes: 19", "minutes: 17")
    assert told(read(files).diagnostics) == [
        (
            "module.yaml:46:28 M402 the steps of `t2` take 10 minutes in edition two-days; "
            "8 are planned"
        )
    ]


def test_an_activity_without_steps_in_an_edition_does_not_add_up() -> None:
    one = TEA[BUYING].split("  - rank:")[0].replace("of: together,", "of: t2-1,")
    files = {**TEA, BUYING: one.replace("only: [two-days]", "only: [two-days]\n    minutes: 10")}
    assert "the steps of `t2` take 0 minutes in edition short; 9 are planned" in [
        each.what for each in read(files).diagnostics
    ]


def test_rows_may_miss_their_edition_by_a_minute() -> None:
    assert after("module.yaml", "minutes: 20", "minutes: 21") == []
    assert after("module.yaml", "minutes: 20", "minutes: 21.5") == [
        "M404 the rows of the edition `short` add up to 20 minutes; 21.5 are stated"
    ]


# ---- words


def test_a_sentence_ends_at_a_full_stop_and_a_blank() -> None:
    assert sentences("It costs 2.5 coins. “Why?” Nobody… knows!") == [
        "It costs 2.5 coins.",
        "“Why?",
        "Nobody…",
        "knows!",
    ]


def test_a_dash_between_blanks_is_no_word() -> None:
    assert words("Tea – for five, isn't it? 5 …") == 6


def test_twenty_words_are_no_long_sentence() -> None:
    fits = " ".join(["word"] * 20)
    assert after(PRICE, "Tell the other where you buy your sugar.", f"{fits}.") == []
    assert [
        line[:36] for line in after(PRICE, "Tell the other where you buy your sugar.", f"{fits} x.")
    ] == ["M502 a sentence of `pair` has 21 wor"]


def test_other_words_are_looked_at_too() -> None:
    long = " ".join(["word"] * 21)
    assert after(PRICE, "Sugar is half of what a cup costs.", f"{long}.")[0].startswith(
        "M502 a sentence of `because` has 21 words"
    )
    assert after(PRICE, "Turn to one other person. Where do you buy sugar?", f"{long}.")[
        0
    ].startswith("M502 a sentence of `again` has 21 words")


def test_results_and_breaks_need_no_other_words() -> None:
    assert "again" not in TEA[PRICE].split("- show:")[1].split("- round:")[0]
    assert read(TEA).diagnostics == ()
