"""`thinkcoop rehearse`: what it says and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from shutil import copytree

import pytest

from tests.rehearsal.rooms import TEA, TODAY
from thinkcoop.rehearsal.command import Means, rehearse
from thinkcoop.rehearsal.web_access import RealServer

NAMES = [
    *("module", "edition", "people", "seed", "steps_total", "steps_done", "activities"),
    *("answers_given", "answers_refused", "answers_lost", "answers_resent", "refusals", "ballots"),
    *("turns", "turns_gini", "roles", "roles_repeated_early", "roles_had_again"),
    *("channels", "not_asked", "pictures", "languages", "untranslated"),
    *("ended_on_time", "events", "log_head"),
]

PROGRAM = """
import sys
from datetime import date
from thinkcoop.rehearsal.command import Means, rehearse
sys.exit(rehearse(sys.argv[1:], Means(server_for=None, today=date(2026, 11, 23))))
"""


def no_server(*_: object) -> nullcontext[RealServer]:
    raise AssertionError("no server is needed here")


def run(*typed: str) -> int:
    return rehearse(typed, Means(server_for=no_server, today=TODAY))


def test_the_json_has_the_published_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(TEA), "--people", "8", "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert list(figures) == NAMES
    assert (figures["module"], figures["edition"], figures["people"]) == ("tea", "short", 8)
    assert list(figures["activities"][0]) == ["id", "planned_min", "used_min", "skipped", "met"]


def test_a_mixed_room_is_told_by_ways_in_and_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    mixed = ("--cards", "4", "--paper", "3", "--devices", "1", "--language", "mixed")
    assert run(str(TEA), "--edition", "short", "--people", "15", *mixed, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    people = {channel: each["people"] for channel, each in figures["channels"].items()}
    assert people == {"phone": 5, "table": 3, "card": 4, "paper": 2}  # one comes late
    assert figures["channels"]["card"]["ballots"] > 0
    assert figures["channels"]["paper"]["ballots"] <= 1  # who sits at the device can vote there
    assert set(figures["languages"]) == {"en", "km"}
    assert figures["untranslated"] is None


def test_the_text_says_whether_all_went_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(TEA), "--people", "8", "--edition", "two-days") == 0
    text = capsys.readouterr().out
    assert "on time, after 2 meetings" in text
    assert "answers lost" in text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (["nowhere"], "There is no module nowhere; there is: "),
        (
            [str(TEA), "--edition", "long"],
            "There is no edition long; there is: short, two-days, game.",
        ),
        (["x" * 5_000], f"There is no module {'x' * 40}…; there is: "),
        ([str(TEA / "module.yaml")], "There is no module "),
        ([str(TEA), "--people", "3"], "--people takes a whole number from 4 to 400."),
        ([str(TEA), "--people", "many"], "--people takes a whole number from 4 to 400."),
        ([str(TEA), "--people", "4.5"], "--people takes a whole number from 4 to 400."),
        ([str(TEA), "--seed", "-1"], "--seed takes a whole number from 0 to 2147483647."),
        ([str(TEA), "--devices", ""], "--devices takes a whole number from 0 to 40."),
        ([str(TEA), "--cards", "26"], "--cards takes a whole number from 0 to 25."),
        (
            [str(TEA), "--people", "60", "--cards", "41"],
            "--cards takes a whole number from 0 to 40.",
        ),
        (
            [str(TEA), "--cards", "20", "--paper", "6"],
            "--paper takes a whole number from 0 to 5.",
        ),
        ([str(TEA), "--language", "fr"], "There is no language fr; there is: "),
        ([str(TEA), "--pictures"], "--pictures is only for --over-http."),
        ([str(TEA), "--colour"], "Unrecognized arguments: --colour."),
        ([str(TEA), "--end", "25:00"], "--end takes a time of the day like 15:30."),
        ([str(TEA), "--end", "08:30"], "--end must be after 08:30 and not later than 20:30."),
        ([], "The following arguments are required: MODULE."),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence(
    typed: Sequence[str], plain: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*typed) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(plain)
    assert err.count("\n") == 1


def test_pictures_that_nothing_here_can_read_are_not_shown_in_vain(
    capsys: pytest.CaptureFixture[str],
) -> None:
    means = Means(server_for=no_server, today=TODAY, no_pictures="Nothing here reads them.")
    assert rehearse(["thinkcoop", "--over-http", "--pictures"], means) == 2
    assert capsys.readouterr().err == "Nothing here reads them.\n"


def test_a_broken_module_is_told_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "tea"
    copytree(TEA, broken)
    first = broken / "activities" / "t1-the-price-of-sugar.yaml"
    first.write_text(first.read_text().replace("pick: one", "pick: none"))
    assert run(str(broken)) == 1
    [line, mend] = capsys.readouterr().out.splitlines()
    assert line.startswith("activities/t1-the-price-of-sugar.yaml:22:")
    assert mend.startswith("  mend: ")


def test_the_same_seed_gives_the_same_bytes_in_every_process() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(TEA), "--people", "6", "--devices", "1", "--json"],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert said[0] == said[1] != b""
