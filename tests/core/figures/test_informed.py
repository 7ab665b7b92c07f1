from __future__ import annotations

from collections.abc import Sequence

import pytest

from thinkcoop.core.figures.figure import Figure, TooFew
from thinkcoop.core.figures.informed import CHOICES, Choice, Informed, informed, informed_shares

KNOWS = [True, True, True, True, False, False]
GUESSES = [True, True, False, False, False, False]


def person(
    choice: Choice | None = "yes",
    *,
    right: Sequence[bool | None] = KNOWS,
    attitude: tuple[int | None, ...] = (2, 2, 1),
    deliberation: tuple[bool | None, ...] = (True, False),
) -> Informed:
    return informed(choice, right=right, attitude=attitude, deliberation=deliberation)


@pytest.mark.parametrize("choice", CHOICES)
def test_an_informed_no_and_wait_count_as_much_as_a_yes(choice: Choice) -> None:
    assert person(choice) == Informed(
        choice=choice,
        knowledge=4 / 6,
        knows_enough=True,
        attitude=5 / 3,
        agrees=True,
        deliberated=True,
        whole=True,
    )


@pytest.mark.parametrize(
    ("one", "parts"),
    [
        (person(right=GUESSES), (False, True, True, False)),
        (person(attitude=(0, 1, 0)), (True, False, True, False)),
        (person(deliberation=(False, False)), (True, True, False, False)),
        (person(None), (True, None, True, None)),
        (person(attitude=(0, 1, 2)), (True, None, True, None)),
        (person(attitude=(None, None, None)), (True, None, True, None)),
        (person(right=[None] * 6), (None, True, True, None)),
        (person(deliberation=()), (True, True, None, None)),
        (person(right=[True] * 2 + [None] * 4), (None, True, True, None)),
        (person(right=[True] * 3 + [None] * 3), (True, True, True, True)),
        (person(right=GUESSES, attitude=(1, 1, 1)), (False, None, True, False)),
    ],
)
def test_the_whole_holds_when_every_part_does_and_a_skip_is_never_a_no(
    one: Informed, parts: tuple[bool | None, ...]
) -> None:
    assert (one.knows_enough, one.agrees, one.deliberated, one.whole) == parts


def test_who_skipped_everything_is_known_in_nothing() -> None:
    one = informed(None, right=[None] * 6, attitude=[None] * 3, deliberation=[None] * 2)
    assert one == Informed(
        choice=None,
        knowledge=None,
        knows_enough=None,
        attitude=None,
        agrees=None,
        deliberated=None,
        whole=None,
    )


def test_the_cut_off_is_the_callers() -> None:
    high = informed("no", right=KNOWS, attitude=[2], deliberation=[True], enough=0.8)
    assert (high.knows_enough, high.whole) == (False, False)


def test_all_ways_stand_side_by_side_with_their_parts() -> None:
    """18 of 42 women informed, 24 not: Marteau et al. (2001), Health Expect. 4, 99-108."""
    people = [person("no")] * 18 + [person("no", right=GUESSES)] * 24 + [person("wait")] * 4
    yes, no, wait = informed_shares([*people, person(None)])
    assert (yes.choice, no.choice, wait.choice) == CHOICES
    assert isinstance(no.whole, Figure)
    assert isinstance(no.knows_enough, Figure)
    assert isinstance(no.agrees, Figure)
    assert isinstance(no.deliberated, Figure)
    assert (no.whole.estimate, no.whole.n) == (18 / 42, 42)
    assert no.knows_enough.estimate == 18 / 42
    assert (no.agrees.estimate, no.deliberated.estimate) == (1.0, 1.0)
    assert (yes.whole, wait.whole) == (TooFew(0, 0), TooFew(4, 0))


def test_who_is_not_known_is_missing() -> None:
    people = [person("yes")] * 6 + [person("yes", attitude=(1, 1, 1))] * 2
    whole = informed_shares(people)[0].whole
    assert isinstance(whole, Figure)
    assert (whole.estimate, whole.n, whole.missing) == (1.0, 6, 2)


@pytest.mark.parametrize("enough", [0.0, 1.1])
def test_a_cut_off_is_a_share(enough: float) -> None:
    with pytest.raises(ValueError, match="cut-off"):
        informed("yes", right=KNOWS, attitude=[2], deliberation=[True], enough=enough)


def test_an_attitude_outside_the_scale_is_a_bug() -> None:
    with pytest.raises(ValueError, match="0, 1, 2 or None"):
        person(attitude=(3,))
