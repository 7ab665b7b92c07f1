"""What an author is told, in the words of the author."""

from __future__ import annotations

import pytest

from tests.core.module.tea import BUYING, PRICE, TEA, changed, read, told
from thinkcoop.core.kinds import KINDS


def after(file: str, right: str, wrong: str) -> list[str]:
    return told(read(changed(file, right, wrong)).diagnostics)


def hints(file: str, right: str, wrong: str) -> list[str]:
    return [each.hint for each in read(changed(file, right, wrong)).diagnostics]


def test_the_module_of_the_tests_has_every_kind_of_step() -> None:
    module = read(TEA).module
    assert module is not None
    kinds = {step.kind for activity in module.activities for step in activity.steps}
    assert kinds == set(KINDS)


def test_a_step_without_an_id_is_called_by_activity_and_number() -> None:
    module = read(TEA).module
    assert module is not None
    names = [step.id for step in module.activity("t2").steps]
    assert names == ["t2-1", "matters", "t2-3", "together", "t2-5", "t2-6"]


def test_the_short_form_of_show_names_the_step() -> None:
    module = read(TEA).module
    assert module is not None
    step = module.activity("t1").steps[3]
    assert step.model_dump(include={"kind", "of", "text"}) == {
        "kind": "show",
        "of": ("most",),
        "text": "This is what costs us most.",
    }


def test_show_may_have_its_sentence_first_and_the_step_after() -> None:
    long_form = changed(
        PRICE,
        "- show: most\n    text: This is what costs us most.",
        "- show: This is what costs us most.\n    of: most",
    )
    assert read(long_form).diagnostics == ()
    short = read(TEA).module
    long = read(long_form).module
    assert short is not None
    assert long is not None
    assert long.activities == short.activities


def test_mistakes_in_all_files_are_told_at_once() -> None:
    files = {
        **TEA,
        "module.yaml": TEA["module.yaml"].replace("funder: nobody\n", ""),
        PRICE: TEA[PRICE].replace("pick: one", "pick: once").replace("- pair:", "- pear:"),
        BUYING: TEA[BUYING].replace("keep: 2", "keep: 9"),
    }
    assert told(read(files).diagnostics) == [
        "module.yaml:2:1 M101 `funder` is missing",
        (
            f"{PRICE}:22:5 M105 `pick` is “once”; "
            "it must be one of one, several, scale, number, money, words"
        ),
        f"{PRICE}:37:5 M110 no kind of step is named here",
        f"{BUYING}:18:5 M104 `keep` is 9; it must be at most 6",
    ]


def test_a_missing_file_does_not_make_ten_mistakes_of_its_references() -> None:
    files = {**TEA, BUYING: "id: t2\nsteps: [\n"}
    assert told(read(files).diagnostics) == [
        f"{BUYING}:3:1 M005 the text cannot be told apart: a bracket or a comma is missing"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("text: The sugar,", "text: 5,", "M103 `text` needs words, and the number 5 stands here"),
        (
            "\n    only: [two-days]",
            "\n    only: two-days",
            "M103 `only` needs a list, and “two-days” stands here",
        ),
        ("minutes: {each: 0.4}", "minutes: soon", "M103 `minutes` needs keys with values, and"),
        ("keep: 2", "keep: true", "M103 `keep` needs a whole number, and true stands here"),
        ("keep: 2", "keep: '2'", "M103 `keep` needs a whole number, and “2” stands here"),
        ("keep: 2", "keep: [2]", "M103 `keep` needs a whole number, and a list stands here"),
        ("keep: 2", "keep: {}", "M103 `keep` needs a whole number, and a set of keys stands"),
        ("keep: 2", "keep:", "M103 `keep` needs a whole number, and nothing stands here"),
        ("id: matters", "id: Matters!", "M106 `id` is “Matters!”; it must be small letters"),
        ("share: 80", "share: 0", "M104 `share` is 0; it must be at least 1"),
        ("minutes: {each: 0.4}", "minutes: 0", "M104 `minutes` is 0; it must be more than 0"),
        (
            "title: Buying together",
            f"title: {'a' * 601}",
            "M107 `title` has 601 letters; it must have at most 600",
        ),
    ],
)
def test_a_wrong_value_is_told_with_what_is_needed(right: str, wrong: str, expected: str) -> None:
    file = BUYING if right in TEA[BUYING] else PRICE
    [line] = after(file, right, wrong)
    assert expected in line


def test_a_list_that_is_too_short_is_told_once() -> None:
    right, wrong = "levels: [Not at all, Some, Much]", "levels: [None]"
    assert after(PRICE, right, wrong) == [
        f"{PRICE}:54:5 M108 `levels` has 1 parts; it must have at least 3"
    ]
    assert after(PRICE, right, "levels: [A, B, C, D]") == [
        f"{PRICE}:54:5 M108 `levels` has 4 parts; it must have at most 3"
    ]


def test_an_option_with_a_mistake_is_not_also_called_missing() -> None:
    right = "{id: carry, text: Carry the bags, picture: tuk-tuk}"
    assert after(BUYING, right, "{id: carry, picture: tuk-tuk}") == [
        f"{BUYING}:28:9 M101 `text` is missing"
    ]


def test_a_list_without_anything_is_too_short() -> None:
    assert after(PRICE, "steps:\n", "steps: []\nmore:\n") == [
        f"{PRICE}:9:1 M108 `steps` has 0 parts; it must have at least 1",
        f"{PRICE}:10:1 M102 `more` is not a key that is known here",
    ]


def test_a_key_of_a_card_that_is_no_id_is_told() -> None:
    assert after(BUYING, "{carry: one, count: all}", "{Carry it: one}") == [
        (
            f"{BUYING}:33:13 M106 `Carry it` is “Carry it”; "
            "it must be small letters and digits joined by -"
        )
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("- think: What", "- thnk: What", "Did you mean `think`?"),
        ("- think: What", "- brainstorm: What", "Known are: ask, ballot, break, decide, discuss,"),
        ("    ends_of: most", "    ends_off: most", "Did you mean `ends_of`?"),
        ("aim: Each", "am: Each", "Did you mean `aim`?"),
        ("pick: one", "pick: on", "Did you mean `one`?"),
        ("because: Sugar", "becos: Sugar", "Did you mean `because`?"),
    ],
)
def test_a_word_that_is_nearly_known_is_guessed(right: str, wrong: str, hint: str) -> None:
    assert any(each.startswith(hint) for each in hints(PRICE, right, wrong))


def test_what_a_missing_key_must_have_is_said() -> None:
    assert hints(PRICE, "    people:\n", "    folk:\n")[0] == "Add `people:` with a list."
    assert hints(PRICE, "unit: 1\n", "") == ["Add `unit:` with a whole number."]
    assert hints(PRICE, "minutes: {plan: 9, least: 4, most: 14}\n", "") == [
        "Add `minutes:` with the keys plan, least, most, each."
    ]
    assert hints("module.yaml", "check_by: 2027-11-01\n", "") == [
        "Add `check_by:` with a date, such as 2026-11-23."
    ]
    assert hints(PRICE, "met: {of: most, ", "met: {") == [
        "Add `of:` with small letters and digits joined by -, such as market-stall."
    ]


def test_a_step_that_is_only_words_is_told() -> None:
    lines = after(BUYING, "  - report: Tell the room", "  - Hello\n  - report: Tell the room")
    assert lines == [f"{BUYING}:41:5 M110 no kind of step is named here"]


def test_the_long_form_inside_is_not_for_authors() -> None:
    assert after(PRICE, "- pair: Tell", "- kind: pair\n    text: Tell") == [
        f"{PRICE}:37:5 M110 no kind of step is named here"
    ]
    assert after(PRICE, "- pair: Tell", "- pair: Hello\n    text: Tell") == [
        f"{PRICE}:38:5 M102 `text` is not a key that is known here"
    ]


def test_a_file_may_not_bring_its_own_digest() -> None:
    assert after("module.yaml", "funder: nobody", "funder: nobody\ndigest: abc") == [
        "module.yaml:9:1 M102 `digest` is not a key that is known here"
    ]


def test_a_file_that_is_only_a_list_has_no_keys() -> None:
    assert told(read({**TEA, BUYING: "- id: t2\n"}).diagnostics) == [
        f"{BUYING}:1:1 M012 this file has no keys"
    ]


def test_other_files_than_yaml_are_passed_over() -> None:
    assert read({**TEA, "plays/a.play": "\tx", "readme.md": "\x00"}).diagnostics == ()
    assert told(read({**TEA, "plays/a.yaml": ""}).diagnostics) == [
        "plays/a.yaml:1:1 M014 no part of a module is read from this file"
    ]
