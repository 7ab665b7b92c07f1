"""Which sentences are read aloud in the rooms of a module, in the order of the day.

Knows the files of a module and what of them people hear; nothing of recordings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from thinkcoop.app.narration import Line, LineKey, Owner, Standing, english_of, key_of
from thinkcoop.core.kinds import KindStep, Seen
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import NEED, Decision
from thinkcoop.core.module.model import Activity, Module, Step
from thinkcoop.core.module.parts import texts_in
from thinkcoop.core.screens.screen import Text, Words

SPOKEN = frozenset(
    {
        "again",
        "ask",
        "ask_again",
        "because",
        "living",
        "levels",
        "monday",
        "not_known",
        "says",
        "stories",
        "story",
        "text",
        "uncertain",
        "unit",
        "without",
        "without_again",
        "women_few",
        "women_many",
    }
)
"""Fields of a module's files that people hear."""
PRODUCT_UNIT = -1
LAST_UNIT = 99
"""Where the decision and the law stand in the list: they are needed late in the day."""
FEWEST_WORDS = 3
"""A line of fewer words may well be the same in two languages."""


@dataclass(frozen=True, slots=True)
class ProductLine:
    """A sentence of the product that screens say."""

    name: str
    source: str
    said: str


def lines_of(
    module: Module,
    product: Iterable[ProductLine],
    say: Callable[[Words], str],
    language: str,
) -> tuple[Line, ...]:
    """All that is read aloud in the rooms of `module`, in the order of the day, each line once."""
    found: dict[LineKey, Line] = {}
    for each in product:
        at = _Place(f"product/{each.name}", PRODUCT_UNIT, "")
        line = _line(at, each.source, each.said, "product", language)
        found.setdefault(line.key, line)
    for at, words in _told(module):
        line = _line(at, english_of(words), say(words), "module", language)
        found.setdefault(line.key, line)
    return tuple(found.values())


class _Place(NamedTuple):
    way: str
    unit: int
    picture: str


def _line(at: _Place, source: str, said: str, owner: Owner, language: str) -> Line:
    english = language.split("-", maxsplit=1)[0] == "en"
    same = said == source and len(source.split()) >= FEWEST_WORDS
    return Line(
        key=key_of(source),
        source=source,
        said=said,
        place=at.way,
        owner=owner,
        unit=at.unit,
        picture=at.picture,
        translated=english or not same,
    )


Told = tuple[_Place, Text]


def _told(module: Module) -> Iterator[Told]:
    yield _Place("module/title", 0, ""), Text(module.title)
    for activity in _in_order(module):
        at = _Place(f"{activity.id}/title", activity.unit, activity.picture)
        yield at, Text(activity.title)
        for step in activity.steps:
            if isinstance(step, KindStep):
                yield from _of_step(step, activity, module)
    if module.decision is not None:
        yield from _of_decision(module, module.decision)
    for country in module.countries:
        yield from _of_country(country)


def _in_order(module: Module) -> Iterator[Activity]:
    """The activities as the longest editions go through them, then those of no edition."""
    editions = sorted(module.editions, key=lambda edition: -edition.minutes)
    rows = (row for edition in editions for day in edition.meetings for row in day.rows)
    named = dict.fromkeys(row.activity for row in rows if row.activity)
    for key in named:
        yield module.activity(key)
    yield from (each for each in module.activities if each.id not in named)


def _of_step(step: KindStep, activity: Activity, module: Module) -> Iterator[Told]:
    for unfolded in step.unfold(module):
        for path, text in texts_in(unfolded):
            of_a_round = isinstance(unfolded, Seen) and path[0] == "rounds"
            if not text or NEED in text or of_a_round or not _is_spoken(path):
                continue  # the question with a need comes with the decision, filled
            way = "/".join(str(part) for part in (activity.id, unfolded.id, *path))
            yield _Place(way, activity.unit, unfolded.picture or activity.picture), Text(text)


def _is_spoken(path: tuple[str | int, ...]) -> bool:
    return next((part for part in reversed(path) if isinstance(part, str)), "") in SPOKEN


def _of_decision(module: Module, decision: Decision) -> Iterator[Told]:
    for name in ("question", "rules", "ladder", "law_unknown"):
        for path, text in texts_in(getattr(decision, name), (name,)):
            if not _is_spoken(path) or not text:
                continue
            at = _Place("/".join(("decision", *map(str, path))), LAST_UNIT, "do-decide")
            if NEED not in text:
                yield at, Text(text)
                continue
            for key, need in _needs(module, decision):
                yield at._replace(way=f"{at.way}/{key}"), Text(text, (("need", need),))


def _needs(module: Module, decision: Decision) -> Iterator[tuple[str, str]]:
    """What may stand in the question: the options of the step that looks for the top need."""
    for activity in module.activities:
        for step in activity.steps:
            if step.id == decision.need_of and isinstance(step, KindStep):
                yield from ((option.id, option.text) for option in step.choices())


def _of_country(country: Country) -> Iterator[Told]:
    at = _Place(f"country/{country.code}", LAST_UNIT, "law")
    for key, fact in country.facts():
        if fact.value and fact.confidence == "confirmed":
            yield at._replace(way=f"{at.way}/{key}"), Text(fact.value)
    yield at._replace(way=f"{at.way}/ask"), Text(country.ask)
    yield at._replace(way=f"{at.way}/ask_again"), Text(country.ask_again)


def steps_without_voice(module: Module, standings: Iterable[Standing]) -> int:
    """How many steps of the files are not read aloud, by nobody and by no machine."""
    voiced = {each.line.key for each in standings if each.state in ("recorded", "synthetic")}
    steps = (step for activity in module.activities for step in activity.steps)
    return sum(not _is_voiced(step, module, voiced) for step in steps)


def _is_voiced(step: Step, module: Module, voiced: set[LineKey]) -> bool:
    unfolded = step.unfold(module) if isinstance(step, KindStep) else ()
    return all(key_of(each.text) in voiced for each in unfolded)
