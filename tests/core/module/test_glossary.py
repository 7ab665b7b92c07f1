from __future__ import annotations

from pathlib import Path

import pytest

from thinkcoop.core.module.glossary import read_glossary

FOLDER = Path(__file__).parents[3] / "modules" / "_glossary"
SHIPPED = sorted(FOLDER.glob("*.yaml"))

SMALL = """
language: km
state: draft
terms:
  - {en: cooperative, say: សហករណ៍, choices: [សហករណ៍, សហគមន៍], note: Ask the people.}
  - {en: member, say: សមាជិក}
"""


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_glossary_is_read_without_a_mistake(path: Path) -> None:
    glossary, found = read_glossary(path.name, path.read_text("utf-8"))
    assert found == []
    assert glossary is not None
    assert glossary.language == path.stem


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_one_word_stands_for_one_thing(path: Path) -> None:
    glossary, _ = read_glossary(path.name, path.read_text("utf-8"))
    assert glossary is not None
    english = [term.en for term in glossary.terms]
    said = [term.say for term in glossary.terms]
    assert [word for word in english if english.count(word) > 1] == []
    assert [word for word in said if said.count(word) > 1] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_said_is_one_of_the_choices(path: Path) -> None:
    glossary, _ = read_glossary(path.name, path.read_text("utf-8"))
    assert glossary is not None
    assert [term.en for term in glossary.choosable() if term.say not in term.choices] == []


def test_the_khmer_word_for_cooperative_may_be_chosen() -> None:
    glossary, _ = read_glossary("km.yaml", (FOLDER / "km.yaml").read_text("utf-8"))
    assert glossary is not None
    assert [term.en for term in glossary.choosable()] == ["cooperative"]


def test_only_words_with_choices_can_be_chosen() -> None:
    glossary, found = read_glossary("km.yaml", SMALL)
    assert (found, glossary and [term.en for term in glossary.choosable()]) == ([], ["cooperative"])


@pytest.mark.parametrize(
    ("wrong", "code", "line"),
    [
        ("state: draft", "M105", 3),
        ("language: km", "M106", 2),
        ("say: សមាជិក", "M102", 6),
    ],
)
def test_a_mistake_has_its_file_and_line(wrong: str, code: str, line: int) -> None:
    changed = {"state: draft": "state: perhaps", "language: km": "language: Khmer"}
    text = SMALL.replace(wrong, changed.get(wrong, "says: សមាជិក"))
    glossary, found = read_glossary("km.yaml", text)
    assert glossary is None
    assert (code, "km.yaml", line) in [(each.code, each.file, each.line) for each in found]
