"""The decision: its sources, its answers and its ladder name things that exist.

Whether the ways are told in equal detail is looked at in `balance.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from thinkcoop.core.module.checks.ids import Named, told_twice
from thinkcoop.core.module.checks.words import long_sentences, option_words
from thinkcoop.core.module.decision import FIT_ANSWERS, NEED, READY_ANSWERS, WHO_ANSWERS, Decision
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, FileDraft, option_lists
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.model import Option
from thinkcoop.core.module.parts import texts_in
from thinkcoop.core.module.places import Path

File = FileDraft[Decision]


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its name in its list."""


def check_decision(draft: Draft) -> Iterator[Diagnostic]:
    """Every check of the decision file that needs no other file."""
    file = draft.decision
    if file is None or file.value is None:
        return
    for check in (_ids, _question, _answers, _right, _sources, _ladder, _next_steps, _words):
        yield from check(file, file.value)
    if file.value.check_by < draft.today:
        date = file.value.check_by.isoformat()
        yield file.report("M509", "check_by", name="the decision", date=date)


def check_need(draft: Draft) -> Iterator[Diagnostic]:
    """The step whose first place is the top need exists, and the ladder names its options."""
    file = draft.decision
    if file is None or file.value is None:
        return
    steps = {each.step.id: each.step for each in draft.steps()}
    to = file.value.need_of
    if to not in steps:
        yield file.report("M202", "need_of", key="need_of", to=to, mend=did_you_mean(to, steps))
        return
    options = [option.id for _, list_ in option_lists(steps[to]) for option in list_]
    if not options:
        wanted = "there is nothing to choose from in it"
        yield file.report("M204", "need_of", key="need_of", to=to, wanted=wanted)
        return
    for at, rung in enumerate(file.value.ladder):
        yield from _names(file, ("ladder", at, "when", "needs"), rung.when.needs, options)


def _ids(file: File, decision: Decision) -> Iterator[Diagnostic]:
    lists: tuple[tuple[str, Path, Sequence[Identified]], ...] = (
        ("way", ("ways",), decision.ways),
        ("reason", ("reasons", "options"), decision.reasons.options),
        ("question", ("fit",), decision.fit),
        ("question", ("know",), decision.know),
        ("question", ("ready",), decision.ready),
        ("step", ("ladder",), decision.ladder),
        ("source", ("sources",), decision.sources),
    )
    for thing, path, listed in lists:
        yield from told_twice(thing, _named(file, path, listed))
    for at, know in enumerate(decision.know):
        yield from told_twice("option", _named(file, ("know", at, "options"), know.options))


def _named(file: File, path: Path, listed: Sequence[Identified]) -> Iterator[Named]:
    for at, each in enumerate(listed):
        line = file.sheet.at((*path, at)).line
        yield each.id, file.report, (*path, at, "id"), f"in line {line}"


def _question(file: File, decision: Decision) -> Iterator[Diagnostic]:
    for key in ("text", "again"):
        if NEED not in getattr(decision.question, key):
            yield file.report("M607", "question", key, key=key)


def _answers(file: File, decision: Decision) -> Iterator[Diagnostic]:
    known: tuple[tuple[Path, tuple[Option, ...], tuple[str, ...]], ...] = (
        (("fit_answers",), decision.fit_answers, FIT_ANSWERS),
        (("ready_answers",), decision.ready_answers, READY_ANSWERS),
        (("who", "options"), decision.who.options, WHO_ANSWERS),
    )
    for path, options, ids in known:
        if tuple(option.id for option in options) != ids:
            yield file.report("M608", *path, key=path[0], ids=", ".join(ids))


def _right(file: File, decision: Decision) -> Iterator[Diagnostic]:
    for at, know in enumerate(decision.know):
        ids = [option.id for option in know.options]
        if know.right not in ids:
            words = {"name": f"`{know.right}`", "names": ", ".join(ids)}
            mend = did_you_mean(know.right, ids)
            yield file.report("M304", "know", at, "right", **words, mend=mend)


def _sources(file: File, decision: Decision) -> Iterator[Diagnostic]:
    ids = [source.id for source in decision.sources]
    for key in ("ways", "know", "ladder"):
        for at, each in enumerate(getattr(decision, key)):
            path = (key, at, "sources")
            if not each.sources:
                yield file.report("M609", *path, id=each.id)
            yield from _names(file, path, each.sources, ids)


def _ladder(file: File, decision: Decision) -> Iterator[Diagnostic]:
    ways = [way.id for way in decision.ways]
    fit = [question.id for question in decision.fit]
    for at, rung in enumerate(decision.ladder):
        yield from _names(file, ("ladder", at, "when", "ways"), rung.when.ways, ways)
        yield from _names(file, ("ladder", at, "when", "no"), rung.when.no, fit)


def _names(
    file: File, path: Path, names: Sequence[str], known: Sequence[str]
) -> Iterator[Diagnostic]:
    for at, name in enumerate(names):
        if name not in known:
            mend = did_you_mean(name, known)
            yield file.report("M610", *path, at, key=path[-1], name=name, mend=mend)


def _next_steps(file: File, decision: Decision) -> Iterator[Diagnostic]:
    """Whatever people choose, whatever they need, the ladder has something for them."""
    sure = [
        rung.when
        for rung in decision.ladder
        if not (rung.when.needs or rung.when.no or rung.when.unconfirmed or rung.when.unclear)
    ]
    for at, way in enumerate(decision.ways):
        if not any(not when.ways or way.id in when.ways for when in sure):
            yield file.report("M611", "ways", at, "id", way=way.id)


def _words(file: File, decision: Decision) -> Iterator[Diagnostic]:
    for path, text in texts_in(decision):
        if path[0] != "sources":
            yield from long_sentences(file.report, path, text)
    yield from option_words("options", decision.reasons.options, file.report, ("reasons",))
    for at, know in enumerate(decision.know):
        yield from option_words("options", know.options, file.report, ("know", at))
    for at, way in enumerate(decision.ways):
        option = Option.model_construct(id=way.id, text=way.text, picture=way.picture)
        yield from option_words("text", (option,), file.report, ("ways", at))
