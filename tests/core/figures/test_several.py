from __future__ import annotations

from thinkcoop.core.figures.figure import Figure, Interval, TooFew
from thinkcoop.core.figures.several import adjusted


def of(p: float | None) -> Figure:
    return Figure(unit="steps", estimate=0.3, interval=Interval(0.1, 0.5), p=p, n=25, missing=0)


def test_holm_is_that_of_the_textbook() -> None:
    """The example of Wikipedia's *Holm-Bonferroni method*: the first and the fourth are rejected.

    By hand: times 4, 3, 2, 1 in order of size, and never falling.
    """
    found = adjusted([of(0.01), of(0.04), of(0.03), of(0.005)])
    assert [round(one.p_of_several or 0, 9) for one in found if isinstance(one, Figure)] == [
        0.03,
        0.06,
        0.06,
        0.02,
    ]


def test_what_has_no_p_stays_and_does_not_count() -> None:
    few = TooFew(3, 2)
    found = adjusted([few, of(0.02), of(None), of(0.5)])
    assert found[0] is few
    assert [one.p_of_several for one in found if isinstance(one, Figure)] == [0.04, None, 0.5]


def test_nothing_to_test_is_nothing_to_adjust() -> None:
    assert adjusted([]) == ()
    assert adjusted([TooFew(0, 9), of(None)]) == (TooFew(0, 9), of(None))


def test_a_single_item_stays_as_it_is_and_none_is_above_one() -> None:
    assert adjusted([of(0.04)])[0] == Figure(
        unit="steps",
        estimate=0.3,
        interval=Interval(0.1, 0.5),
        p=0.04,
        p_of_several=0.04,
        n=25,
        missing=0,
    )
    assert [one.p_of_several for one in adjusted([of(0.9)] * 3) if isinstance(one, Figure)] == [
        1.0,
        1.0,
        1.0,
    ]
