from __future__ import annotations

import pytest

from tests.tools.linting import lines_found
from tools.lint import reasons

SILENCERS = [
    "# noqa: PLC0415",
    "# noqa: PLC0415, S603",
    "# noqa",
    "# NOQA:E501",
    "# ruff: noqa: E501",
    "# type: ignore[index]",
    "# type:ignore",
    "# pragma: no cover",
    "# pragma: no branch",
]


@pytest.mark.parametrize("silencer", SILENCERS)
def test_a_silenced_line_without_a_reason_is_refused(silencer: str) -> None:
    assert lines_found(reasons.check, f"first = 1\nsecond = 2  {silencer}") == [2]


@pytest.mark.parametrize("silencer", SILENCERS)
@pytest.mark.parametrize("between", [" - ", "  # ", ": ", "  "])
def test_a_silenced_line_with_a_reason_is_welcome(silencer: str, between: str) -> None:
    code = f"value = 1  {silencer}{between}the schema has no sixth kind"

    assert lines_found(reasons.check, code) == []


def test_one_reason_serves_two_silencers_on_a_line() -> None:
    two = "value = 1  # type: ignore[index]  # noqa: SLF001"

    assert lines_found(reasons.check, two) == [1]
    assert lines_found(reasons.check, f"{two} - the law looks inside") == []


def test_one_word_is_no_reason() -> None:
    assert lines_found(reasons.check, "value = 1  # noqa: S603 - safe") == [1]


def test_text_about_silencers_is_no_silencer() -> None:
    code = '''
    """Every `# noqa` carries its reason."""
    # about noqa and type: ignore in general
    '''

    assert lines_found(reasons.check, code) == []
