"""Words: short sentences, short options, lists in balance, instructions in two ways.

All of it is advice. How hard the words are is looked at elsewhere (`app/readability.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, Report, option_lists
from thinkcoop.core.module.model import Option
from thinkcoop.core.module.parts import texts_in
from thinkcoop.core.module.places import Path
from thinkcoop.core.module.spoken import words
from thinkcoop.core.module.yaml_text import short

LONGEST_SENTENCE = 20
LONGEST_SPEECH = 60
LONGEST_OPTION = 8

SPOKEN = (
    "text",
    "again",
    "because",
    "say",
    "say_again",
    "talk",
    "talk_again",
    "ask",
    "ask_again",
    "see",
)
"""The keys of steps, and of the rounds of games, that are read aloud."""

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in SENTENCE_END.split(" ".join(text.split())) if sentence]


def check_sentences(draft: Draft) -> Iterator[Diagnostic]:
    """Nothing that is read aloud has a long sentence or goes on for long."""
    for step in draft.steps():
        for path, spoken in texts_in(step.step):
            if path[-1] not in SPOKEN or "options" in path:
                continue
            count = words(spoken)
            if count > LONGEST_SPEECH:
                yield step.report("M503", *path, words=count)
            if count > LONGEST_SENTENCE:
                name = step.names.get(str(path[-1]), str(path[-1]))
                yield from long_sentences(step.report, path, spoken, name=name)


def long_sentences(
    report: Report, path: Path, spoken: str, *, name: str = ""
) -> Iterator[Diagnostic]:
    """Tell of each sentence that is too long. `name` is the author's word for the last key."""
    for sentence in sentences(spoken):
        if (count := words(sentence)) > LONGEST_SENTENCE:
            said = {"key": name or path[-1], "words": count, "sentence": short(sentence)}
            yield report("M502", *path, **said)


def check_options(draft: Draft) -> Iterator[Diagnostic]:
    """Options are short, and alike in length within a list."""
    if draft.module is not None:
        yield from option_words("trades", draft.module.trades, draft.report)
    for step in draft.steps():
        for path, options in option_lists(step.step):
            yield from option_words(str(path[-1]), options, step.report, path[:-1])


def option_words(
    key: str, options: Sequence[Option], report: Report, path: Path = ()
) -> Iterator[Diagnostic]:
    """Tell of the options under `key` that are long, or not alike in length."""
    counts = [words(option.text) for option in options]
    for at, (option, count) in enumerate(zip(options, counts, strict=True)):
        if count > LONGEST_OPTION:
            yield report("M504", *path, key, at, "text", option=option.id, words=count)
    if max(counts) > 2 * min(counts) + 2:
        words_ = {"longest": max(counts), "shortest": min(counts)}
        yield report("M505", *path, key, key=key, **words_)


def check_again(draft: Draft) -> Iterator[Diagnostic]:
    """Every instruction can be said in other words."""
    for step in draft.steps():
        if draft.kinds.instructs(step.step) and step.step.again is None:
            yield step.report("M506")
