from __future__ import annotations

import re

from tests.docs.papers import ROOT
from thinkcoop.core.kinds import KINDS
from thinkcoop.core.session.events import EVENTS
from thinkcoop.core.session.state import ROLES

LINES = [
    line
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if line.startswith("- ")
]
WORDS = [line.split("**")[1] for line in LINES]


def test_the_glossary_is_in_the_order_of_the_alphabet_and_has_each_word_once() -> None:
    assert sorted(set(WORDS), key=str.casefold) == WORDS


def test_every_word_is_told_on_one_line() -> None:
    assert [line for line in LINES if not re.fullmatch(r"- \*\*[\w &]+\*\*: .+", line)] == []


def test_every_event_is_in_the_glossary() -> None:
    told = {line.split("**")[1] for line in LINES if "**: event: " in line}
    assert told == {event.__name__ for event in EVENTS}


def test_every_step_kind_is_in_the_glossary() -> None:
    told = {line.split("**")[1] for line in LINES if "step kind: " in line}
    assert told == set(KINDS)


def test_every_role_is_in_the_glossary() -> None:
    told = {line.split("**")[1] for line in LINES if "**: role: " in line}
    assert told == set(ROLES)
