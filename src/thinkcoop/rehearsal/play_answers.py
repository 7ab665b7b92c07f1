"""From the names in a play to the fields of an answer's form: `price`, `carry=one`, `500`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thinkcoop.app.acts import Fields
from thinkcoop.core.kinds import Ask, KindStep, Map, Path, Promise, Sort
from thinkcoop.core.module.model import Option
from thinkcoop.rehearsal.play_facts import options_of
from thinkcoop.rehearsal.play_text import Unplayable

LEVELS = ("none", "some", "much")


def answer_fields(step: KindStep, values: Sequence[str], keys: Mapping[str, str]) -> Fields:
    """Return the form's fields. A whole number stands for itself, also where it makes no sense."""
    match step:
        case Ask() if step.pick == "words":
            return {"text": (" ".join(values),)}
        case Ask() if step.pick in {"number", "money"}:
            return {"v": tuple(values)}
        case Sort():
            groups = [group.id for group in step.groups]
            return {"v": tuple(_placed(step.cards, groups, keys))}
        case Map():
            return {"v": tuple(_placed(step.people, LEVELS, keys, left="none"))}
        case Promise():
            what, when, *words = values
            names = [option.id for option in step.by]
            return {
                "v": (_position(what, options_of(step)), _position(when, names)),
                "text": (" ".join(words),),
            }
        case _:
            return {"v": tuple(_position(value, options_of(step)) for value in values)}


def item_fields(path: Path, item: int, values: Sequence[str]) -> Fields:
    """The fields of an item of a private path: an option's id, so many beans for each, or none."""
    names = [option.id for option in path.items[item].options] if item < len(path.items) else []
    return {"item": (str(item),), "v": tuple(_position(value, names) for value in values)}


def _placed(
    options: Sequence[Option], places: Sequence[str], keys: Mapping[str, str], left: str = "-1"
) -> list[str]:
    """Where each card or picture goes; one that is not named is left out."""
    strange = set(keys) - {option.id for option in options}
    if strange:
        raise Unplayable(f"there is no {min(strange)} in this step")
    return [_position(keys.get(option.id, left), places) for option in options]


def _position(name: str, names: Sequence[str]) -> str:
    if name in names:
        return str(names.index(name))
    if name.lstrip("-").isdigit():
        return name
    raise Unplayable(f"there is no {name} to choose; there are {', '.join(names)}")
