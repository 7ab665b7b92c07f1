"""Pages and schemas made from the code are the ones in docs/formats. `make golden` renews them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.memory_modules import ModulesInMemory
from tests.core.module.tea import PICTURES, TODAY, made_wrong
from thinkcoop.app.modules import check_module
from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.diagnostics import CODES, Diagnostic
from thinkcoop.core.module.diagnostics.page import page
from thinkcoop.core.module.schema import schemas

FORMATS = Path(__file__).parents[2] / "docs" / "formats"


def assert_current(name: str, text: str, *, renew: bool) -> None:
    path = FORMATS / name
    if renew:
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def told(code: str) -> Diagnostic:
    """What the example of a code is told, bytes and hard words included."""
    files = {
        path: text.encode("utf-8", "surrogateescape")
        for path, text in made_wrong(CODES[code].example).items()
    }
    modules = ModulesInMemory({"tea": files}, PICTURES)
    found = check_module(modules, "tea", today=TODAY).diagnostics
    return next(each for each in found if each.code == code)


def test_the_page_of_diagnostics_is_current(*, renew: bool) -> None:
    assert_current("diagnostics.md", page({code: told(code) for code in CODES}), renew=renew)


@pytest.mark.parametrize("name", sorted(schemas(KIND_TABLE)))
def test_the_schemas_are_current(name: str, *, renew: bool) -> None:
    text = json.dumps(schemas(KIND_TABLE)[name], indent=1, ensure_ascii=False) + "\n"
    assert_current(name, text, renew=renew)
