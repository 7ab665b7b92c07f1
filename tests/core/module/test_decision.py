"""`decision.yaml`: what is told of it beyond the shape, and what a module has of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.module.tea import TEA, changed, read, told

FILE = "decision.yaml"


def after(right: str, wrong: str) -> list[str]:
    return [line.split(" ", 1)[1] for line in told(read(changed(FILE, right, wrong)).diagnostics)]


def test_a_module_has_its_decision() -> None:
    module = read(TEA).module
    assert module is not None
    assert module.decision is not None
    assert [way.id for way in module.decision.ways] == [
        "alone",
        "two",
        "shop",
        "club",
        "purse",
        "wait",
    ]


def test_a_module_may_do_without_a_decision() -> None:
    result = read({path: text for path, text in TEA.items() if path != FILE})
    assert result.draft.decision is None
    assert [each for each in result.diagnostics if each.file == FILE] == []


def test_a_module_file_may_not_bring_a_decision() -> None:
    files = changed("module.yaml", "funder: nobody", "funder: nobody\ndecision: yes")
    assert "M102 `decision` is not a key that is known here" in [
        line.split(" ", 1)[1] for line in told(read(files).diagnostics)
    ]


def test_a_way_is_found_by_its_name() -> None:
    decision = read(TEA).draft.decision
    assert decision is not None
    assert decision.value is not None
    assert decision.value.way("two").text == "Buy in twos"
    with pytest.raises(KeyError):
        decision.value.way("three")


def test_a_decision_with_a_mistake_is_told_once_and_not_looked_into() -> None:
    assert after("beans: 10", "beans: ten") == [
        "M103 `beans` needs a whole number, and “ten” stands here"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("- id: two\n", "- id: alone\n", "M201 the way id `alone` is used twice; first in line 9"),
        ("{id: safety, text", "{id: money, text", "M201 the reason id `money` is used twice"),
        ("- id: share\n", "- id: trust\n", "M201 the question id `trust` is used twice"),
        ("- id: lost\n", "- id: votes\n", "M201 the question id `votes` is used twice"),
        ("- id: sure\n", "- id: clear\n", "M201 the question id `clear` is used twice"),
        ("- id: careful\n", "- id: law\n", "M201 the step id `law` is used twice"),
        ("{id: cannot, text", "{id: can, text", "M201 the option id `can` is used twice"),
        ("right: one", "right: three", "M304 `right` names `three`, which is not one of one, two"),
        ("need_of: most", "need_of: must", "M202 `need_of` names the step `must`"),
        ("need_of: most", "need_of: t1-2", "M204 `need_of` names the step `t1-2`, but there is"),
        ("needs: [sugar]", "needs: [salt]", "M610 `needs` names `salt`, which does not exist"),
        ("ways: [club]", "ways: [clubs]", "M610 `ways` names `clubs`, which does not exist"),
        ("no: [trust]", "no: [rust]", "M610 `no` names `rust`, which does not exist"),
        ("{id: man, text", "{id: boy, text", "M608 `who` must have the ids woman, man, rather-not"),
        ("this: {need}. What", "this. What", "M607 `text` of the question has no place"),
        ("picture: tuk-tuk}]", "picture: tuc-tuc}]", "M206 there is no picture `tuc-tuc`"),
    ],
)
def test_what_makes_no_sense_is_a_mistake(right: str, wrong: str, expected: str) -> None:
    assert any(line.startswith(expected) for line in after(right, wrong))


def test_a_source_that_is_not_there_is_guessed() -> None:
    files = changed(
        FILE, "who will buy.\n    sources: [invented]", "who will buy.\n    sources: [in]"
    )
    [found] = read(files).diagnostics
    assert (found.code, found.hint) == ("M610", "Known are: invented.")


def test_a_rung_for_a_need_alone_is_no_next_step_for_sure() -> None:
    assert after("when: {}", "when: {needs: [sugar]}") == [
        f"M611 whoever chooses `{way}` may find no next step on the ladder"
        for way in ("alone", "two", "shop", "club", "purse", "wait")
    ]


def test_long_sentences_and_long_options_are_told_as_advice() -> None:
    long = "Lay ten beans on what matters to you " + "and think of it " * 4 + "well."
    assert after("Lay ten beans on what matters to you.", long)[0].startswith(
        "M502 a sentence of `text` has 25 words"
    )
    options = "{id: money, text: More money for me and all of my family}"
    wrong = options.replace("}", ", picture: market-stall}")
    assert [
        line.split(" ")[0]
        for line in after("{id: money, text: More money, picture: market-stall}", wrong)
    ] == ["M505", "M504"]


def test_the_facts_of_a_decision_grow_old() -> None:
    late = read(TEA, today=date(2028, 11, 2))
    found = [(each.file, each.code) for each in late.diagnostics]
    assert (FILE, "M509") in found
    assert late.module is not None
