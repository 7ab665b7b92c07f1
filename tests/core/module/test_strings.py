from __future__ import annotations

from collections.abc import Iterator
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import Field
from pydantic.fields import FieldInfo

from tests.core.module.tea import TEA, read
from thinkcoop.core.kinds import KINDS
from thinkcoop.core.module.model import Module, Shape, Step
from thinkcoop.core.module.strings import KEPT, LIMITS, SHORT, TOLD, ModuleString, limit_of, strings

PLAIN_NAMES = {"digest", "id", "kind"}
"""Fields of plain `str`, which name things. Whatever people read is a `Line` or another text."""


def shapes(kind: type[Shape], known: set[type[Shape]]) -> Iterator[type[Shape]]:
    """The class, and all of which it is made, once each."""
    if kind in known:
        return
    known.add(kind)
    yield kind
    for told in get_type_hints(kind, include_extras=True).values():
        for inner in parts(told):
            if isinstance(inner, type) and issubclass(inner, Shape):
                for each in (inner, *(KINDS.values() if inner is Step else ())):
                    yield from shapes(each, known)


def parts(told: Any) -> Iterator[Any]:  # noqa: ANN401 - a type, as `typing` gives it
    """A type and what it is made of; texts with their rules come whole."""
    origin = get_origin(told)
    if origin is Annotated and get_args(told)[0] is str:
        yield told
    elif origin is not None and origin is not dict:
        for inner in get_args(told):
            yield from parts(inner)
    elif told is not NoneType:
        yield told


def is_text(told: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a type is a text of words: a `str` of some length that has no pattern."""
    if get_origin(told) is not Annotated:
        return False
    rules = [rule for info in get_args(told)[1:] for rule in rules_of(info)]
    return not any(getattr(rule, "pattern", None) for rule in rules)


def rules_of(info: object) -> list[Any]:
    return list(info.metadata) if isinstance(info, FieldInfo) else [info]


ALL = list(shapes(Module, set()))
FIELDS = {
    (kind.__name__, name): list(parts(told))
    for kind in ALL
    for name, told in get_type_hints(kind, include_extras=True).items()
    if name in kind.model_fields
}


@pytest.mark.parametrize("field", FIELDS, ids=".".join)
def test_every_text_that_a_module_may_hold_is_translated_or_kept(field: tuple[str, str]) -> None:
    _, name = field
    if any(is_text(told) for told in FIELDS[field]):
        assert (name in TOLD) + (name in KEPT) == 1
    else:
        assert name not in KEPT
        assert str not in FIELDS[field] or name in PLAIN_NAMES


def test_the_walk_finds_what_is_hidden_in_lists_and_kinds() -> None:
    names = {kind.__name__ for kind in ALL}
    assert names >= {"Module", "Option", "Way", "Fact", "RoundWords", "Sort", "RuleReasons"}
    texts = {name for (_, name), told in FIELDS.items() if any(map(is_text, told))}
    assert texts == {*TOLD, *KEPT}


def test_a_field_of_another_name_would_be_noticed() -> None:
    line = Annotated[str, Field(min_length=1, max_length=600)]
    slug = Annotated[str, Field(pattern="^[a-z]+$", max_length=40)]
    found = [[is_text(told) for told in parts(each)] for each in (line, line | None, slug, str)]
    assert found == [[True], [True], [False], [False]]


def test_every_list_of_things_to_tap_has_the_room_of_an_option() -> None:
    lists = {
        name
        for (_, name), told in FIELDS.items()
        for part in told
        if isinstance(part, type) and part.__name__ == "Option"
    }
    assert lists == SHORT


def tea() -> dict[str, ModuleString]:
    module = read(TEA).module
    assert module is not None
    return {each.source: each for each in strings(module)}


def test_a_text_is_named_by_ids_and_keys_and_not_by_lines() -> None:
    found = tea()
    places = {
        "Tea for five": ("module/title",),
        "I sell tea": ("module/trades/seller/text",),
        "Drink some tea.": (
            "module/editions/short/meetings/0/rows/1/text",
            "break-short-1/break-short-1-1/text",
        ),
        "The price of sugar": ("t1/title",),
        "Which costs you most?": ("t1/most/text",),
        "Sugar is half of what a cup costs.": ("t1/most/because",),
        "Much": ("t1/t1-8/levels/2",),
    }
    assert {source: found[source].places for source in places} == places


def test_what_stands_at_several_places_is_one_text_with_the_narrowest_room() -> None:
    found = tea()
    several = [each for each in found.values() if len(each.places) > 1]
    assert len({place for each in found.values() for place in each.places}) > len(found)
    assert [each.source for each in several if len(set(each.places)) < len(each.places)] == []


def test_rooms_are_those_of_the_places() -> None:
    found = tea()
    rooms = {
        "Tea for five": "title",
        "I sell tea": "option",
        "Much": "option",
        "Which costs you most?": "sentence",
        "Five sellers of tea find out in twenty minutes whether to buy their sugar together.": (
            "story"
        ),
    }
    assert {source: found[source].room for source in rooms} == rooms


def test_names_addresses_and_notes_stay_as_they_are() -> None:
    found = tea()
    kept = ("CC BY 4.0", "The Think.Coop team", "tests/modules/tea", "Invented", "market-stall")
    assert [source for source in kept if source in found] == []


def test_room_is_never_less_than_half_again_the_english() -> None:
    assert [limit_of(room, "x" * 100) for room in LIMITS] == [150, 150, 150, 0, 0]
    assert [limit_of(room, "x") for room in LIMITS] == [24, 44, 60, 0, 0]
