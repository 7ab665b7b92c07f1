"""`decide`: the parts of the decision, with content from the module's `decision.yaml`.

An author places the parts in the day: private ones become one `path` through which each person
walks alone; the others are told to the room, asked, or voted on. What the room decides is worked
out in `core/decision/` and `core/session/deciding.py`; here is only what the steps are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.kinds.ask import Ask
from thinkcoop.core.kinds.base import Ends, KindStep
from thinkcoop.core.kinds.path import ItemKind, Path, PathItem
from thinkcoop.core.kinds.vote import Ballot
from thinkcoop.core.module.decision import Decision, Fit, Know, Ready, Reasons, Who
from thinkcoop.core.module.model import Level, Minutes, Module, Option
from thinkcoop.core.words import MINUTE, SECOND

Alone = Literal["ways", "beans", "fit", "know", "ready", "who", "choice"]
"""What each person walks through in private."""
Together = Literal[
    "need",
    "beans-seen",
    "fit-seen",
    "law",
    "rule",
    "vote",
    "object",
    "vote-again",
    "outcome",
    "next",
]
"""What the room does together: a step holds one of these and nothing else."""
Asked = Reasons | Fit | Know | Ready | Who
"""What is asked in a few words, in other words, and with a picture."""
ALONE: tuple[str, ...] = ("ways", "beans", "fit", "know", "ready", "who", "choice")
TELLING = 0.6
"""How much of the time for the rule goes into telling both; the rest is for choosing."""

NO = 2
"""Which of the three stones tells its story: yes, not yet, no."""
NOT_READY = 1
"""Which answer to a question of readiness brings help: yes, no."""


class Decide(KindStep):
    """One part of the decision, or several private ones that are walked through in one go."""

    kind: Literal["decide"] = "decide"
    parts: Annotated[tuple[Alone | Together, ...], Field(min_length=1, max_length=7)]
    options: Annotated[tuple[Option, ...], Field(max_length=2)] = ()
    """For `object`: I can live with it, and I am strongly against it."""
    to: Level = "all"
    ends: ClassVar[Ends] = "answers"
    plan_minutes: ClassVar[float] = 2.0

    def unfold(self, module: Module) -> tuple[KindStep, ...]:
        """The step that a session does. The checker has made sure that there is a decision."""
        decision = module.decision
        assert decision is not None
        if self.parts[0] in ALONE:
            return (self._path(decision),)
        return _TOGETHER.get(self.parts[0], _told)(self, decision)

    def path_seconds(self, decision: Decision) -> int:
        """How long it takes to hear all of its private parts once; 0 when it has none."""
        return sum(item.seconds for item in self._items(decision))

    def _items(self, decision: Decision) -> tuple[PathItem, ...]:
        alone = (part for part in self.parts if part in ALONE)
        return tuple(item for part in alone for item in ITEMS[part](decision))

    def unfolded_ids(self) -> tuple[str, ...]:
        """The ids of the steps that a session does: the rule is told before it is asked."""
        return (f"{self.id}-told", self.id) if self.parts[0] == "rule" else (self.id,)

    def _path(self, decision: Decision) -> Path:
        """The path. However late the room is, nobody gets less time than listening takes."""
        listening = self.path_seconds(decision) * SECOND / MINUTE
        least = max(self.minutes.least or 0.0, listening)
        fields = {
            **same(self),
            "minutes": self.minutes.model_copy(update={"least": least}),
            "items": self._items(decision),
        }
        return Path.model_validate({"to": "all", **fields})


class Told(KindStep):
    """Something about the decision that the room is told or shown."""

    kind: Literal["told"] = "told"
    part: Together
    to: Level = "all"
    ends: ClassVar[Ends] = "done"

    @property
    def has_other_words(self) -> bool:
        """Whether it can be said in other words: the question and the law bring their own."""
        return self.part in ("need", "law") or self.again is not None


class RuleAsk(Ask):
    """Which rule the second vote follows: the proposed one, or another. Not a secret."""


class WaysBallot(Ballot):
    """A secret vote on the ways. `again` is the second, which decides."""

    again_vote: bool = False


class ObjectionBallot(Ballot):
    """A secret vote on whether I can live with what most want."""


def same(step: Decide) -> dict[str, object]:
    """What a step has in common with the one that it unfolds into."""
    return {
        "id": step.id,
        "text": step.text,
        "again": step.again,
        "picture": step.picture,
        "minutes": step.minutes,
        "optional": step.optional,
        "protected": step.protected,
    }


def part_of(step: Decide, share: float) -> Minutes:
    """That share of the minutes of a step."""
    minutes = step.minutes
    plan = (minutes.plan or step.plan_minutes) * share
    least = None if minutes.least is None else minutes.least * share
    most = None if minutes.most is None else minutes.most * share
    return Minutes(plan=plan, least=least, most=most)


def _told(step: Decide, decision: Decision) -> tuple[KindStep, ...]:
    return (Told.model_validate({"part": step.parts[0], **same(step)}),)


def _rule(step: Decide, decision: Decision) -> tuple[KindStep, ...]:
    """Both rules, one of them proposed with its reason, and what each of us wants."""
    rules = decision.rules
    told = {**same(step), "id": f"{step.id}-told", "minutes": part_of(step, TELLING)}
    options = tuple(
        Option(id=name, text=rule.text, picture=rule.picture)
        for name, rule in (("agreement", rules.agreement), ("majority", rules.majority))
    )
    asked = {
        **same(step),
        "text": rules.text,
        "again": rules.again,
        "picture": rules.picture,
        "minutes": part_of(step, 1 - TELLING),
    }
    return (
        Told.model_validate({"part": "rule", **told}),
        RuleAsk.model_validate({"pick": "one", "to": "all", "options": options, **asked}),
    )


def _vote(step: Decide, decision: Decision) -> tuple[KindStep, ...]:
    again = step.parts[0] == "vote-again"
    fields = {"options": way_options(decision), **same(step), "protected": True}
    return (WaysBallot.model_validate({**fields, "again_vote": again}),)


def _object(step: Decide, decision: Decision) -> tuple[KindStep, ...]:
    fields = {"options": step.options, **same(step)}
    return (ObjectionBallot.model_validate(fields),)


_TOGETHER: Mapping[str, Callable[[Decide, Decision], tuple[KindStep, ...]]] = {
    "rule": _rule,
    "vote": _vote,
    "vote-again": _vote,
    "object": _object,
}


def way_options(decision: Decision) -> tuple[Option, ...]:
    """The ways as options of a ballot, in the order of the file."""
    return tuple(Option(id=way.id, text=way.text, picture=way.picture) for way in decision.ways)


def _ways(decision: Decision) -> tuple[PathItem, ...]:
    return tuple(
        PathItem(kind="way", key="ways", text=decision.question.text, ways=decision.ways)
        for _ in decision.ways
    )


def _item(kind: ItemKind, key: str, asked: Asked, **more: object) -> PathItem:
    """One item of a path that asks what `asked` says."""
    words = {"text": asked.text, "again": asked.again, "picture": asked.picture}
    return PathItem.model_validate({"kind": kind, "key": key, **words, **more})


def _beans(decision: Decision) -> tuple[PathItem, ...]:
    reasons = decision.reasons
    return (_item("beans", "beans", reasons, options=reasons.options, beans=reasons.beans),)


def _fit(decision: Decision) -> tuple[PathItem, ...]:
    answers = decision.fit_answers
    return tuple(
        _item("stone", each.id, each, options=answers, stories=_only(NO, each.story, answers))
        for each in decision.fit
    )


def _know(decision: Decision) -> tuple[PathItem, ...]:
    return tuple(
        _item(
            "know", each.id, each, options=each.options, right=_place_of(each.right, each.options)
        )
        for each in decision.know
    )


def _ready(decision: Decision) -> tuple[PathItem, ...]:
    answers = decision.ready_answers
    return tuple(
        _item(
            "ready",
            each.id,
            each,
            options=answers,
            stories=_only(NOT_READY, each.help_text, answers),
            help=each.help,
        )
        for each in decision.ready
    )


def _who(decision: Decision) -> tuple[PathItem, ...]:
    return (_item("who", "who", decision.who, options=decision.who.options),)


def _choice(decision: Decision) -> tuple[PathItem, ...]:
    question = decision.question
    item = PathItem(
        kind="choice",
        key="choice",
        text=question.without,
        again=question.without_again,
        picture=question.picture,
        options=way_options(decision),
    )
    return (item,)


def _only(place: int, story: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """A story for the option at `place`, none for the others."""
    return tuple(story if at == place else "" for at in range(len(options)))


def _place_of(key: str, options: tuple[Option, ...]) -> int:
    """Where the option of that id stands; -1 while a draft with another id is checked."""
    return next((at for at, option in enumerate(options) if option.id == key), -1)


ITEMS: Mapping[str, Callable[[Decision], tuple[PathItem, ...]]] = {
    "ways": _ways,
    "beans": _beans,
    "fit": _fit,
    "know": _know,
    "ready": _ready,
    "who": _who,
    "choice": _choice,
}
