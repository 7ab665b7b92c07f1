"""Which rule holds in which room, and how the lint speaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.lint.__main__ import findings

REPOSITORY = Path(__file__).parents[2]
WORST = 'import time\nfrom gettext import gettext as _\n_(f"{time}")  # noqa: X1\n'


def test_each_rule_holds_in_its_own_rooms(tmp_path: Path) -> None:
    for room in ("src/thinkcoop/core/deep", "src/thinkcoop/web", "tests", "docs"):
        (tmp_path / room).mkdir(parents=True)
        (tmp_path / room / "some.py").write_text(WORST, encoding="utf-8")

    assert sorted((one.path.parent.as_posix(), one.line) for one in findings(tmp_path)) == [
        ("src/thinkcoop/core/deep", 1),
        ("src/thinkcoop/core/deep", 3),
        ("src/thinkcoop/core/deep", 3),
        ("src/thinkcoop/web", 3),
        ("src/thinkcoop/web", 3),
        ("tests", 3),
    ]


def test_a_finding_names_file_line_and_cure_and_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "src/thinkcoop/core").mkdir(parents=True)
    (tmp_path / "src/thinkcoop/core/clock.py").write_text("import time\n", encoding="utf-8")

    run = subprocess.run(
        [sys.executable, "-m", "tools.lint"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stdout) == (
        1,
        "src/thinkcoop/core/clock.py:1: `time` in the core: the time comes with the command\n",
    )
