"""Which parts of the decision stand with which, and how long a private path must be."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.module.tea import TEA, changed, read, told
from thinkcoop.app.modules import load_module
from thinkcoop.core.kinds import KindStep, Path
from thinkcoop.core.kinds.decide import Decide
from thinkcoop.store.module_files import ModulesOnDisk

GAME = "activities/t3-a-game-at-tea.yaml"
ALONE = "parts: [ways, beans, fit, know, ready, who, choice]"
OUTCOME = (
    "  - decide: This is what came out.\n    again: Look at both votes.\n"
    "    parts: [outcome]\n    picture: do-show\n    minutes: 1\n"
)


def after(right: str, wrong: str) -> list[str]:
    """What is told of the small module with one text in place of another."""
    found = told(read(changed(GAME, right, wrong)).diagnostics)
    return [line.split(" ", 1)[1] for line in found]


def test_two_first_votes_and_no_second_are_a_mistake() -> None:
    assert after("parts: [vote-again]", "parts: [vote]") == [
        "M616 the part `vote` is done a second time in edition game"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "part", "other", "where"),
    [
        (ALONE, ALONE.replace("who, ", ""), "rule", "who", "before"),
        (ALONE, ALONE.replace("beans, ", ""), "beans-seen", "beans", "before"),
        ("parts: [beans-seen]", "parts: [outcome]", "outcome", "vote", "before"),
        ("parts: [beans-seen]", "parts: [next]", "next", "vote", "before"),
    ],
)
def test_a_part_without_the_one_it_needs_is_a_mistake(
    right: str, wrong: str, part: str, other: str, where: str
) -> None:
    assert after(right, wrong)[0] == (
        f"M615 `{part}` needs a part `{other}` {where} it, in edition game"
    )


def test_a_rule_that_asks_who_is_against_it_needs_that_question() -> None:
    start, end = TEA[GAME].index("  - decide: Can you live"), TEA[GAME].index("  - decide: This is")
    assert after(TEA[GAME][start:end], "") == [
        "M615 `rule` needs a part `object` after it, in edition game"
    ]


def test_what_came_out_is_told_after_the_vote_that_decides() -> None:
    rule = "  - decide: How shall we decide?\n"
    early = changed(GAME, OUTCOME, "")[GAME].replace(
        "  - decide: Vote once more.\n", f"{OUTCOME}  - decide: Vote once more.\n"
    )
    assert rule in early
    found = told(read({**TEA, GAME: early}).diagnostics)
    assert [line.split(" ", 1)[1] for line in found] == [
        "M615 `outcome` needs a part `vote-again` before it, in edition game"
    ]


def test_the_question_and_the_law_may_be_told_twice() -> None:
    assert after("parts: [beans-seen]", "parts: [need]") == []


def test_parts_that_do_not_go_into_one_step_are_told_once() -> None:
    found = after("parts: [vote-again]", "parts: [vote, outcome]")
    assert [line.split(" ", 1)[0] for line in found] == ["M309"]


def test_a_path_has_the_minutes_that_listening_takes() -> None:
    assert after("picture: do-think\n    minutes: 4", "picture: do-think\n    minutes: 2.5") == [
        "M405 2.5 minutes are planned, and to hear all of it once takes 3"
    ]
    assert after("picture: do-think\n    minutes: 4", "picture: do-think\n    minutes: 3") == []


def test_a_path_is_as_long_as_its_words_and_never_shortened_below_that() -> None:
    module = read(TEA).module
    assert module is not None
    [path] = [
        step
        for each in module.activity("t3").steps
        if isinstance(each, KindStep)
        for step in each.unfold(module)
        if isinstance(step, Path)
    ]
    seconds = [item.seconds for item in path.items if item.kind == "way"]
    assert seconds == [14] * 6
    assert sum(item.seconds for item in path.items) == 176
    assert path.least_ms(seats=6, tables=5) == 176_000


EVERYWHERE = {
    *("need", "ways", "beans", "fit", "law", "know", "ready", "who", "choice"),
    *("vote", "rule", "vote-again", "object", "outcome", "next"),
}
"""What nobody may miss, however short the day is."""


@pytest.mark.parametrize("edition", ["full", "core", "games", "meetings"])
def test_every_edition_that_we_ship_has_the_whole_decision(edition: str) -> None:
    shipped = load_module(ModulesOnDisk.shipped(), "thinkcoop", today=date(2026, 12, 1)).module
    assert shipped is not None
    names = [row.activity for each in shipped.edition(edition).meetings for row in each.rows]
    steps = [step for name in names for step in shipped.activity(name or "").steps]
    done = [
        part
        for step in steps
        if isinstance(step, Decide) and (not step.only or edition in step.only)
        for part in step.parts
    ]
    assert EVERYWHERE - set(done) == set()
