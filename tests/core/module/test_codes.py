import pytest

from tests.core.module.tea import TEA, made_wrong, read
from thinkcoop.core.module.diagnostics import CODES, Code

BESIDES_THE_READER = {"M508"}
"""Codes that somebody else reports: tests/app/test_check_module.py has them."""

READ_HERE = [code for name, code in CODES.items() if name not in BESIDES_THE_READER]


def test_the_module_of_the_tests_has_nothing_wrong() -> None:
    assert read(TEA).diagnostics == ()


@pytest.mark.parametrize("code", READ_HERE, ids=lambda code: code.code)
def test_each_code_has_an_example_that_yields_it_and_no_other(code: Code) -> None:
    result = read(made_wrong(code.example))
    assert {each.code for each in result.diagnostics} == {code.code}
    assert (result.module is None) == (code.severity == "mistake")


@pytest.mark.parametrize("code", READ_HERE, ids=lambda code: code.code)
def test_every_word_of_a_diagnostic_is_filled_in(code: Code) -> None:
    for each in read(made_wrong(code.example)).diagnostics:
        assert "{" not in each.what
        assert each.hint.rstrip()[-1] in ".?"
