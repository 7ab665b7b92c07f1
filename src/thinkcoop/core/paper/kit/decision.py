"""The decision on paper: the ways, the private path, the law, both rules, boards for the results.

The booklet lies open on the table, so nothing is ticked in it that is private: a path is walked on
the page that each person takes home (`take_home.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from thinkcoop.core.kinds import Path, Told
from thinkcoop.core.kinds.decide import way_options
from thinkcoop.core.kinds.path import PathItem
from thinkcoop.core.module.decision import Decision, RuleWords, Rung, Way
from thinkcoop.core.paper.kit.pieces import Blank, Board, Inner, Line, Options, Turned, WayTold
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.screen import Choice, Text, Words, phrase


def path_on_paper(step: Path) -> tuple[tuple[Words, ...], tuple[Inner, ...]]:
    """How a private path is walked, and all that must be known for it."""
    ways = next((item.ways for item in step.items if item.kind == "way"), ())
    asked = [item for item in step.items if item.kind != "way"]
    how = (phrase(K.HOW_WAYS),) if ways else ()
    private = (phrase(K.HOW_PRIVATE),) if asked else ()
    told = tuple(_way(way) for way in ways)
    return (*how, *private), (*told, *_asked(asked))


def _way(way: Way) -> WayTold:
    return WayTold(
        name=Text(way.text),
        picture=way.picture,
        good=tuple(Line(text=Text(each.text), picture=each.picture) for each in way.good),
        bad=tuple(Line(text=Text(each.text), picture=each.picture) for each in way.bad),
        living=Text(way.living),
        uncertain=Text(way.uncertain),
    )


def _asked(items: list[PathItem]) -> Iterator[Inner]:
    """Each question with its other words; options once for those that share them."""
    before: tuple[Choice, ...] = ()
    for item in items:
        yield Line(text=Text(item.text), picture=item.picture, look="head")
        if item.again:
            yield Line(text=Text(item.again), look="quiet")
        choices = option_choices(item.options)
        if choices != before:
            yield Options(choices=choices)
        before = choices
        yield from _stories(item)


def _stories(item: PathItem) -> Iterator[Inner]:
    for story in item.stories:
        if story:
            yield Turned(
                lines=(
                    Line(text=phrase(K.IF_NO), look="quiet"),
                    Line(text=Text(story), picture=item.picture),
                )
            )


def answers_of(step: Path, decision: Decision) -> tuple[Line, ...]:
    """Why each right answer of a path is right."""
    because = {each.id: each.because for each in decision.know}
    return tuple(
        Line(
            text=Text(item.text),
            picture=item.picture,
            more=Text(because[item.key]),
            fits=(item.options[item.right].picture,),
        )
        for item in step.items
        if item.kind == "know"
    )


# ------------------------------------------------------------------------- what the room does


def told_on_paper(step: Told, kit: KitFor) -> tuple[Inner, ...]:
    """What the room is told, and where it writes what came out."""
    decision = kit.program.module.decision
    assert decision is not None  # the checker has made sure
    return tuple(TOLD[step.part](decision, kit))


def _need(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    yield Line(text=Text(decision.question.without), picture=decision.question.picture, look="head")
    yield Line(text=Text(decision.question.without_again), look="quiet")
    yield Blank(text=phrase(K.OUR_BIGGEST_NEED), lines=2)


def _law(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    law = kit.law
    if law is None or not law.facts:
        unknown = decision.law_unknown
        yield Line(text=Text(unknown.text), picture=unknown.picture)
        yield Line(text=Text(unknown.again), look="quiet")
    if law is not None:
        yield Line(text=Text(law.name), picture="law", look="head")
        for fact in law.facts:
            yield Line(text=Text(fact.text), picture="law")
        yield Line(text=Text(law.ask), picture="ask-someone")
        yield Line(text=Text(law.ask_again), look="quiet")


def _rule(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    for rule in (decision.rules.agreement, decision.rules.majority):
        yield from _rule_words(rule)


def _rule_words(rule: RuleWords) -> Iterator[Inner]:
    yield Line(text=Text(rule.text), picture=rule.picture, look="head")
    yield Line(text=Text(rule.again), look="quiet")
    yield Line(text=Text(rule.says), picture=rule.picture)
    for point in (rule.good, rule.bad):
        yield Line(text=Text(point.text), picture=point.picture)


def _beans(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    rows = option_choices(decision.reasons.options)
    yield Board(rows=rows, columns=(bean_column(),), wide=True)


def bean_column() -> Choice:
    """The head of a column into which beans are drawn."""
    return Choice(value=0, text=phrase(K.BEANS_HERE), picture="bean")


def _stones(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    yield Board(rows=fit_rows(decision), columns=option_choices(decision.fit_answers))


def fit_rows(decision: Decision) -> tuple[Choice, ...]:
    """The questions of the fit card as lines of a table."""
    return tuple(
        Choice(value=at, text=Text(each.text), picture=each.picture)
        for at, each in enumerate(decision.fit)
    )


def _outcome(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    columns = (
        Choice(value=0, text=phrase(K.FIRST_VOTE), picture="do-vote"),
        Choice(value=1, text=phrase(K.SECOND_VOTE), picture="do-vote"),
    )
    yield Board(rows=option_choices(way_options(decision)), columns=columns, wide=True)
    yield Blank(text=phrase(K.STRONGLY_AGAINST))


def _next(decision: Decision, kit: KitFor) -> Iterator[Inner]:
    for rung in kit.rungs:
        yield rung_line(rung, decision)
        yield Line(text=Text(rung.monday), look="quiet")


def rung_line(rung: Rung, decision: Decision) -> Line:
    """A next step with the pictures of the ways that lead to it, unless all do."""
    ways = tuple(decision.way(way).picture for way in rung.when.ways)
    fits = ways if len(ways) < len(decision.ways) else ()
    return Line(text=Text(rung.text), picture=rung.picture, fits=fits)


TOLD: Mapping[str, Callable[[Decision, KitFor], Iterator[Inner]]] = {
    "need": _need,
    "law": _law,
    "rule": _rule,
    "beans-seen": _beans,
    "fit-seen": _stones,
    "outcome": _outcome,
    "next": _next,
}
