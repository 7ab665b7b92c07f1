from __future__ import annotations

import re

from tests.docs.papers import ROOT
from thinkcoop.core.module.strings import LIMITS
from thinkcoop.core.module.translations import CODES

PAGE = (ROOT / "docs" / "formats" / "translations.md").read_text("utf-8")


def test_every_code_of_translations_is_told_with_its_severity_and_no_other() -> None:
    told = dict(re.findall(r"^\| (T\d{3}) \| (\w+) \|", PAGE, re.MULTILINE))
    assert told == {code: severity for code, (severity, _, _) in CODES.items()}


def test_the_room_of_a_text_is_told_as_it_is_counted() -> None:
    told = re.search(r"(\d+) letters on a button, (\d+) in an option, (\d+) in a title", PAGE)
    assert told is not None
    assert [int(each) for each in told.groups()] == [each for each in LIMITS.values() if each]
