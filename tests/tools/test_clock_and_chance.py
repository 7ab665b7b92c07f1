from __future__ import annotations

import pytest

from tests.tools.linting import lines_found
from tools.lint import clock_and_chance


def found(code: str) -> list[int]:
    return lines_found(clock_and_chance.check, code)


@pytest.mark.parametrize("module", ["os", "random", "secrets", "time", "uuid"])
def test_modules_that_are_nothing_but_clock_chance_or_machine_are_refused(module: str) -> None:
    assert found(f"import {module}") == [1]
    assert found(f"from {module} import something") == [1]
    assert found(f"def rule():\n    import {module} as m") == [2]


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\nnow = datetime.datetime.now(datetime.UTC)",
        "from datetime import datetime as when\nnow = when.utcnow()",
        "from datetime import date\ntoday = date.today()",
        "seat = names[0]\norder = hash(seat)",
        "seat = names[0]\nkey = id(seat)",
        "import numpy as np\nchance = np.random.rand(3)",
        "import numpy as np\nchance = np.random.default_rng()",
    ],
)
def test_calls_that_differ_from_run_to_run_are_refused(code: str) -> None:
    assert found(code) == [2]


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\nday = datetime(2017, 8, 25)",
        "import numpy as np\nchance = np.random.default_rng(seed)",
        "from thinkcoop.core.session import time\nleft = time.left(state)",
        "from .random import shuffled\nseats = shuffled(seats, seed)",
        "class Step:\n    id: str\n    def __hash__(self): return 0",
        "kept = state.now()",
    ],
)
def test_what_only_looks_like_them_is_welcome(code: str) -> None:
    assert found(code) == []


@pytest.mark.parametrize(
    "code",
    [
        "for seat in {1, 2}: call(seat)",
        "for seat in set(seats): call(seat)",
        "order = list({seat for seat in seats})",
        "order = [seat for seat in frozenset(seats)]",
        "first = next(iter(set(seats)))",
        "first = set(seats).pop()",
        "names = ', '.join({name(seat) for seat in seats})",
        "places = {seat: 1 for seat in set(seats)}",
    ],
)
def test_the_order_of_a_set_is_refused(code: str) -> None:
    assert found(code) == [1]


@pytest.mark.parametrize(
    "code",
    [
        "for seat in sorted(set(seats)): call(seat)",
        "order = sorted(place(seat) for seat in set(seats))",
        "most = max(count[seat] for seat in {1, 2})",
        "whole = {seat.table for seat in set(seats)}",
        "last = list(seats).pop()",
        "count = len(set(seats))",
    ],
)
def test_a_set_whose_order_cannot_be_seen_is_welcome(code: str) -> None:
    assert found(code) == []
