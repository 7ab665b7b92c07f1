"""Words: short sentences, short options, lists in balance, instructions in two ways.

All of it is advice. How hard the words are is looked at elsewhere (`app/readability.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, Report, StepDraft, option_lists
from thinkcoop.core.module.model import Option
from thinkcoop.core.module.yaml_text import short

LONGEST_SENTENCE = 20
LONGEST_SPEECH = 60
LONGEST_OPTION = 8

WORD = re.compile(r"\S*[^\W_]\S*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in SENTENCE_END.split(" ".join(text.split())) if sentence]


def words(text: str) -> int:
    """How many words a text has; a dash between blanks is none."""
    return len(WORD.findall(text))


def check_sentences(draft: Draft) -> Iterator[Diagnostic]:
    """Nothing that is read aloud has a long sentence or goes on for long."""
    for step in draft.steps():
        for key in ("text", "again", "because"):
            spoken = getattr(step.step, key, None) or ""
            count = words(spoken)
            if count > LONGEST_SPEECH:
                yield step.report("M503", key, words=count)
            if count > LONGEST_SENTENCE:
                yield from _long_sentences(step, key, spoken)


def _long_sentences(step: StepDraft, key: str, spoken: str) -> Iterator[Diagnostic]:
    for sentence in sentences(spoken):
        if (count := words(sentence)) > LONGEST_SENTENCE:
            said = {"key": step.names.get(key, key), "words": count, "sentence": short(sentence)}
            yield step.report("M502", key, **said)


def check_options(draft: Draft) -> Iterator[Diagnostic]:
    """Options are short, and alike in length within a list."""
    if draft.module is not None:
        yield from _options("trades", draft.module.trades, draft.report)
    for step in draft.steps():
        for key, options in option_lists(step.step):
            yield from _options(key, options, step.report)


def _options(key: str, options: Sequence[Option], report: Report) -> Iterator[Diagnostic]:
    counts = [words(option.text) for option in options]
    for at, (option, count) in enumerate(zip(options, counts, strict=True)):
        if count > LONGEST_OPTION:
            yield report("M504", key, at, "text", option=option.id, words=count)
    if max(counts) > 2 * min(counts) + 2:
        yield report("M505", key, key=key, longest=max(counts), shortest=min(counts))


def check_again(draft: Draft) -> Iterator[Diagnostic]:
    """Every instruction can be said in other words."""
    for step in draft.steps():
        if draft.kinds.instructs(step.step) and step.step.again is None:
            yield step.report("M506")
