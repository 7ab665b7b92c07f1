from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from thinkcoop.config.cli import main

NAMES = "accident-fund, bargaining, buying-together, common-pot, sharing-out, who-decides"


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    status = main(["game", *typed])
    told = capsys.readouterr()
    return status, told.out, told.err


def figures(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, Any]:
    status, out, err = said(capsys, *typed, "--json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_json_has_the_game_the_runs_the_seed_and_the_figures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = ("accident-fund", "--runs", "20000", "--seed", "1", "--set", "fund=2")
    found = figures(capsys, *typed)
    assert list(found)[:5] == ["game", "runs", "seed", "fund", "players"]
    assert (found["game"], found["runs"], found["fund"]) == ("accident-fund", 20_000, 2)
    # exactly 0.1368 and 0.1604; test_many_days.py works them out
    assert abs(found["share_in_debt"] - 0.1368) <= 3 * found["share_in_debt_error"]
    assert abs(found["share_claims_short"] - 0.1604) <= 3 * found["share_claims_short_error"]


def test_without_json_it_is_a_list_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "buying-together")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "buying-together, 20000 runs, seed 1"
    assert "cost_table 15,500" in " ".join(out.split())


def test_any_parameter_can_be_set(capsys: pytest.CaptureFixture[str]) -> None:
    steps = "steps=[{from: 1, price: 500}, {from: 10, price: 300}]"
    typed = ("--set", steps, "--set", "trip=1000", "--set", "need=2", "--set", "players=5")
    found = figures(capsys, "buying-together", *typed)
    assert (found["cost_alone_each"], found["cost_table"]) == (2_000, 4_000)
    found = figures(capsys, "accident-fund", "--runs", "100", "--set", "fees=[3]")
    assert "fee_3_share_in_debt" in found


@pytest.mark.parametrize("trip", ["12500", "12 500", "12,500", "១២៥០០", "១២,៥00"])
def test_numbers_are_read_in_any_digits(capsys: pytest.CaptureFixture[str], trip: str) -> None:
    found = figures(capsys, "buying-together", "--set", f"trip={trip}", "--set", "need=១")
    assert found["cost_alone_each"] == 13_500


def test_what_is_worked_out_exactly_may_have_any_number_of_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = ("--runs", "1000000", "--set", "players=400")
    assert figures(capsys, "common-pot", *typed)["players"] == 400
    assert figures(capsys, "who-decides", "--runs", "1000000")["exact"] == 1


def test_digits_in_a_list_are_read_too(capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(capsys, "accident-fund", "--runs", "១០០", "--set", "fees=[១, 2]")
    assert "fee_1_share_in_debt" in found


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ([], f"Say which game; there is: {NAMES}."),
        (["chess"], f"There is no game chess; there is: {NAMES}."),
        (["common-pot", "--runs", "0"], "--runs takes a whole number from 2 to 1000000."),
        (["common-pot", "--runs", "many"], "--runs takes a whole number from 2 to 1000000."),
        (["common-pot", "--seed", "-1"], "--seed takes a whole number from 0 to 2147483647."),
        (
            ["accident-fund", "--runs", "1000000", "--set", "players=400"],
            (
                "--runs 1000000 would simulate 7,200,000,000 moves of players, and 50,000,000 is "
                "the most; with these parameters take 6944 or fewer."
            ),
        ),
        (
            ["bargaining", "--runs", "1000000", "--set", "players=400"],
            (
                "--runs 1000000 would simulate 800,000,000 moves of players, and 50,000,000 is "
                "the most; with these parameters take 62500 or fewer."
            ),
        ),
        (
            ["common-pot", "--set", "=5"],
            (
                "common-pot has no parameter ; it has: "
                "beans, times, silent, talk, last, checker, players."
            ),
        ),
        (["x" * 5_000], f"There is no game {'x' * 40}…; there is: {NAMES}."),
        (["common-pot", "--colour"], "Unrecognized arguments: --colour."),
        (["common-pot", "--set"], "Argument --set: expected one argument."),
        (["common-pot", "--set", "beans"], "--set takes KEY=VALUE, like players=5."),
        (["common-pot", "--set", "beans=5", "--set", "beans=6"], "beans is set twice."),
        (
            ["common-pot", "--set", "peas=5"],
            (
                "common-pot has no parameter peas; it has: "
                "beans, times, silent, talk, last, checker, players."
            ),
        ),
        (
            ["common-pot", "--set", "last=1"],
            "last takes true or false.",
        ),
        (
            ["bargaining", "--set", "variant=king"],
            "variant takes one of: buyer, official.",
        ),
        (
            ["accident-fund", "--set", "fees=[]"],
            "fees takes a list of 1 to 3, each a whole number from 1 to 1000, like [1, 2].",
        ),
        (
            ["accident-fund", "--set", "living=5"],
            (
                "living makes no sense: nothing is left of a month, so nobody could ever save "
                "or pay into a fund; write less than the income, 5."
            ),
        ),
        (
            ["buying-together", "--set", "steps=[{from: 1, price: 1}, {from: 2, price: 2}]"],
            (
                "steps makes no sense: a piece costs more for who buys more; "
                "let each price be at most the one before."
            ),
        ),
        (
            ["buying-together", "--set", "steps=[{from: 1, price: -5}]"],
            (
                "steps takes a list of 1 to 6, each from: a whole number from 1 to 10000, price: "
                'a whole number from 1 to 1000000000, like [{"from": 1, "price": 1000}, '
                '{"from": 6, "price": 900}, {"from": 12, "price": 750}].'
            ),
        ),
    ],
)
def test_what_cannot_be_meant_gets_one_sentence(
    capsys: pytest.CaptureFixture[str], typed: list[str], plain: str
) -> None:
    assert said(capsys, *typed, "--json") == (2, "", f"{plain}\n")


@pytest.mark.parametrize(
    "value",
    ["-1", "1000000000000", "10000000000000000000000", "many", "2.5", "", "[", "{a: b}", "á"],
)
def test_a_number_that_cannot_be_says_which_can(
    capsys: pytest.CaptureFixture[str], value: str
) -> None:
    plain = "fund takes a whole number from 0 to 1000.\n"
    assert said(capsys, "accident-fund", "--set", f"fund={value}") == (2, "", plain)


def test_the_same_seed_prints_the_same_bytes_in_any_process() -> None:
    typed = [sys.executable, "-m", "thinkcoop.config.cli", "game", "accident-fund", "--json"]

    def printed(seed: str, hash_seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        command = [*typed, "--runs", "200", "--seed", seed]
        return subprocess.run(command, env=environment, check=True, capture_output=True).stdout

    assert printed("7", "1") == printed("7", "2")
    assert printed("7", "1") != printed("8", "1")
