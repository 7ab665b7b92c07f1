"""How many years of school it takes to understand what people hear: Flesch-Kincaid, for English.

It needs a library that only authors install, and is looked for when asked. Short texts are left
out: with few words the formula judges one long word, not the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryDirectory

from thinkcoop.core.module.decision import Decision, Rules
from thinkcoop.core.module.model import Step
from thinkcoop.core.module.places import Path

HARDEST_GRADE = 6.0
FEWEST_WORDS = 8
ENDS = (".", "!", "?", "…")

HOW_TO_ADD = (
    "How hard the words are was not looked at. "
    "This adds it: python -m pip install 'thinkcoop[authors]'"
)


def grades(texts: Iterable[str]) -> list[float] | None:
    """The school years that each text takes, 0 where it is too short to tell.

    None when the library is not there.
    """
    with TemporaryDirectory() as cache:
        grade_of = _formula(cache)
        if grade_of is None:
            return None
        return [grade_of(text) if len(text.split()) >= FEWEST_WORDS else 0.0 for text in texts]


def _formula(cache: str) -> Callable[[str], float] | None:
    try:
        from readsight import ReadSight  # noqa: PLC0415 - only authors have it; it is slow to load
    except ImportError:
        return None
    english = ReadSight("en-us", cache_dir=cache)
    return lambda text: float(english.score("flesch_kincaid_grade_level", text).score)


def spoken(*parts: str | None) -> str:
    """All that is read aloud of something, each part as sentences of its own."""
    told = (" ".join(part.split()) for part in parts if part)
    return " ".join(part if part.endswith(ENDS) else f"{part}." for part in told)


def spoken_of_step(step: Step) -> str:
    """All that is read aloud of a step."""
    return spoken(step.text, step.again, getattr(step, "because", None))


def spoken_of_decision(decision: Decision) -> Iterator[tuple[Path, str]]:
    """What people hear of a decision, piece by piece, each with the way to it in the file.

    What is for the organiser's eyes alone is not among it.
    """
    question = decision.question
    yield ("question",), spoken(question.text, question.again)
    yield ("question", "without"), spoken(question.without, question.without_again)
    for at, way in enumerate(decision.ways):
        for name, texts in way.parts().items():
            yield ("ways", at, name), spoken(*texts)
    for at, fit in enumerate(decision.fit):
        yield ("fit", at), spoken(fit.text, fit.again)
        yield ("fit", at, "story"), spoken(fit.story)
    for at, know in enumerate(decision.know):
        yield ("know", at), spoken(know.text, know.again, know.because)
    for at, ready in enumerate(decision.ready):
        yield ("ready", at), spoken(ready.text, ready.again, ready.help_text)
    for at, rung in enumerate(decision.ladder):
        yield ("ladder", at), spoken(rung.text, rung.monday)
    for name, said in (
        ("reasons", decision.reasons),
        ("who", decision.who),
        ("rules", decision.rules),
        ("law_unknown", decision.law_unknown),
    ):
        yield (name,), spoken(said.text, said.again)
    yield from _spoken_of_rules(decision.rules)


def _spoken_of_rules(rules: Rules) -> Iterator[tuple[Path, str]]:
    for name, rule in (("agreement", rules.agreement), ("majority", rules.majority)):
        told = (rule.text, rule.again, rule.says, rule.good.text, rule.bad.text)
        yield ("rules", name), spoken(*told)
    for name in ("women_few", "women_many", "not_known"):
        yield ("rules", "because", name), spoken(getattr(rules.because, name))
