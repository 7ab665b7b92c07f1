from __future__ import annotations

from math import log, sqrt

import pytest

from thinkcoop.core.figures.between import (
    Between,
    CannotTell,
    Session,
    Shrunken,
    between,
    combine,
    shrink,
)

BCG = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619),
    (33, 5036, 47, 5761), (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892),
    (29, 7470, 45, 7232), (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]  # fmt: skip
"""Colditz et al. (1994), JAMA 271, 698-702: with and without tuberculosis, vaccinated and not."""
TEACHERS = [
    (0.03, 0.0156), (0.12, 0.0216), (-0.14, 0.0279), (1.18, 0.1391), (0.26, 0.1362),
    (-0.06, 0.0106), (-0.02, 0.0106), (-0.32, 0.0484), (0.27, 0.0269), (0.80, 0.0630),
    (0.54, 0.0912), (0.18, 0.0497), (-0.02, 0.0835), (0.23, 0.0841), (-0.18, 0.0253),
    (-0.06, 0.0279), (0.30, 0.0193), (0.07, 0.0088), (-0.07, 0.0303),
]  # fmt: skip
"""Raudenbush and Bryk (1985), table 1: what teachers expect, estimates and variances."""
UP = (1, 1, 0, 1, 2, 1, 1, 0)
STILL = (0, 0, 1, -1, 0, 0, 1, -1)


def log_risks() -> tuple[list[float], list[float]]:
    """Log risk ratios and their variances."""
    ratios = [log(a / (a + b)) - log(c / (c + d)) for a, b, c, d in BCG]
    return ratios, [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in BCG]


def log_odds() -> tuple[list[float], list[float]]:
    """Log odds ratios and their variances."""
    ratios = [log(a * d / (b * c)) for a, b, c, d in BCG]
    return ratios, [1 / a + 1 / b + 1 / c + 1 / d for a, b, c, d in BCG]


def test_the_vaccine_trials_lie_as_far_apart_as_in_the_textbook() -> None:
    """As R's metafor has it for its example `dat.bcg`.

    tau2 0.3181 by Paule and Mandel (DerSimonian and Laird: 0.3088), by Q-profile 0.1197 to 1.1115;
    I2, of Q 152.233 at 12 degrees, 1 - 12 / 152.233.
    """
    found = combine(*log_risks())
    assert round(found.tau2, 4) == 0.3181
    assert (round(found.tau2_interval.low, 4), round(found.tau2_interval.high, 4)) == (
        0.1197,
        1.1115,
    )
    assert found.i2 == pytest.approx(1 - 12 / 152.233, abs=1e-5)
    assert round(found.mean, 4) == -0.7150
    assert (round(found.mean_interval.low, 3), round(found.mean_interval.high, 3)) == (
        -1.109,
        -0.321,
    )


def test_the_interval_of_tau2_is_that_of_a_second_textbook() -> None:
    """Van Houwelingen et al. (2002), Stat. Med. 21, 589-624, as metafor checks page 597.

    0.1302 to 1.1812; in the paper, by an approximation, 0.1350 to 1.1810.
    """
    interval = combine(*log_odds()).tau2_interval
    assert (interval.low, interval.high) == pytest.approx((0.1302, 1.1812), abs=1e-4)


def test_the_next_session_lies_farther_out_than_the_mean() -> None:
    """Higgins et al. (2009): t at 11 degrees is 2.201; tau2 0.3181 and s.e. 0.1809 as above."""
    found = combine(*log_risks()).prediction
    reach = 2.201 * sqrt(0.3181 + 0.1809**2)
    assert (found.low, found.high) == pytest.approx((-0.7150 - reach, -0.7150 + reach), abs=1e-3)


def test_estimates_are_drawn_in_as_in_the_textbook() -> None:
    """Raudenbush and Bryk (1985), figure 2, as metafor's check of that paper has it."""
    found = shrink(*zip(*TEACHERS, strict=True), mean=0.0837, tau2=0.0188)
    assert found == pytest.approx(
        [0.0543, 0.1006, -0.0064, 0.2144, 0.1051, -0.0082, 0.0174, -0.0293, 0.1604, 0.2485,
         0.1618, 0.1102, 0.0646, 0.1105, -0.0288, 0.0258, 0.1905, 0.0744, 0.0248],
        abs=3e-4,
    )  # fmt: skip


def test_sessions_that_differ_are_told_apart_and_drawn_to_the_mean() -> None:
    found = between([Session(name=n, changes=UP) for n in "abc"]
                    + [Session(name=n, changes=STILL, missing=2) for n in "def"])  # fmt: skip
    assert isinstance(found, Between)
    assert found.apart
    assert [one.name for one in found.each] == list("abcdef")
    up, still = found.each[0], found.each[-1]
    assert (up.own, still.own, up.n) == (0.875, 0.0, 8)
    assert still.own < still.shrunken < found.mean.estimate < up.shrunken < up.own
    assert found.mean.estimate == pytest.approx(0.4375)
    assert (found.mean.n, found.mean.missing, found.sessions, found.left_out) == (48, 6, 6, 0)
    assert found.mean.how == "hartung-knapp"


def test_sessions_that_chance_may_have_made_are_not_told_apart() -> None:
    found = between([Session(name=str(n), changes=UP) for n in range(6)])
    assert isinstance(found, Between)
    assert (found.apart, found.each, found.tau2, found.i2) == (False, (), 0.0, 0.0)
    assert found.tau2_interval.low == 0.0
    assert found.mean.estimate == pytest.approx(0.875)
    # Never narrower than chance among people alone: s2 = 0.4107, of 48 people; t at 5 degrees.
    assert found.mean.interval is not None
    assert found.mean.interval.width == pytest.approx(2 * 2.5706 * sqrt(0.410714 / 48), rel=1e-4)


def test_sessions_with_the_very_same_mean_are_no_division_by_zero() -> None:
    """Six rooms of 8, of each of which half moved a step: s.e. is the root of s2 0.2857 over 48."""
    found = between([Session(name=str(n), changes=(0, 1) * 4) for n in range(6)])
    assert isinstance(found, Between)
    assert (found.mean.estimate, found.tau2, found.i2, found.apart) == (0.5, 0.0, 0.0, False)
    assert (found.tau2_interval.low, found.tau2_interval.high) == (0.0, 0.0)
    assert found.mean.interval is not None
    assert found.mean.interval.width == pytest.approx(2 * 2.5706 * sqrt(0.285714 / 48), rel=1e-4)


def test_sessions_that_differ_less_than_chance_would_let_them_have_no_tau2() -> None:
    """Two rooms of one mean and four of another, closer than the scatter among their people."""
    rooms = [(0, 2, 0, 2, 0, 2, 0, 2)] * 2 + [(0, 2, 0, 2, 0, 2, 0, 2, 2)] * 4
    found = between([Session(name=str(n), changes=room) for n, room in enumerate(rooms)])
    assert isinstance(found, Between)
    assert (found.tau2, found.i2, found.each) == (0.0, 0.0, ())
    assert (found.tau2_interval.low, found.tau2_interval.high) == (0.0, 0.0)


def test_the_mean_may_be_a_share() -> None:
    found = between([Session(name=str(n), changes=UP) for n in range(5)], unit="share")
    assert isinstance(found, Between)
    assert found.mean.unit == "share"


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([], CannotTell("too-few-sessions", 0)),
        ([UP] * 4, CannotTell("too-few-sessions", 4)),
        ([UP] * 4 + [UP[:4]] * 9, CannotTell("too-few-sessions", 4)),
        ([()] * 9, CannotTell("too-few-sessions", 0)),
        ([(1,) * 8] * 6, CannotTell("all-equal", 6)),
        ([(1,) * 8, (0,) * 8] * 3, CannotTell("all-equal", 6)),
    ],
)
def test_what_cannot_be_told_is_said(
    sessions: list[tuple[float, ...]], expected: CannotTell
) -> None:
    assert between([Session(name="a", changes=one) for one in sessions]) == expected


def test_a_session_of_four_is_left_out_and_counted() -> None:
    found = between([Session(name=str(n), changes=UP) for n in range(5)]
                    + [Session(name="few", changes=UP[:4])])  # fmt: skip
    assert isinstance(found, Between)
    assert (found.sessions, found.left_out, found.mean.n) == (5, 1, 40)


def test_a_shrunken_estimate_has_a_name() -> None:
    assert Shrunken(name="a", own=1.0, shrunken=0.5, n=8).name == "a"
