"""The page of all diagnostics, `docs/formats/diagnostics.md`, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thinkcoop.core.module.diagnostics import CODES, Code, Diagnostic, Example

HEAD = """\
# What the check of a module says

`thinkcoop module check PATH` names each thing to mend with file, line, column and one of these
codes. A **mistake** stops the module from running; **advice** does not, and is counted. Each
example is a change of the small module in `tests/modules/tea`, and is run as a test. This page is
made from the tables in `src/thinkcoop/core/module/diagnostics/` (`make golden`).
"""


def page(told: Mapping[str, Diagnostic]) -> str:
    """The whole page. `told` has, for each code, what its example was told."""
    parts = [HEAD, _contents()]
    parts.extend("\n".join(_section(code, told[name])) for name, code in CODES.items())
    return "\n".join(parts)


def _contents() -> str:
    rows = [f"| {code.code} | {code.severity} | {code.title} |" for code in CODES.values()]
    return "\n".join(["| code | | |", "| --- | --- | --- |", *rows, ""])


def _section(code: Code, told: Diagnostic) -> Iterator[str]:
    yield f"## {code.code} {code.title}"
    yield ""
    yield from _example(code.example)
    yield f"> `{told.file}:{told.line}` {code.severity}: {told.what}  "
    yield f"> mend: {told.hint}"
    yield ""


def _example(example: Example) -> Iterator[str]:
    if example.renamed is not None:
        yield f"`{example.file}` is called `{example.renamed}`."
    elif example.wrong is None:
        yield f"`{example.file}` is not there."
    elif example.right is None:
        yield f"`{example.file}` has"
        yield from _quoted(example.wrong, example.times)
    elif not example.wrong:
        yield f"`{example.file}` lacks"
        yield from _quoted(example.right, 1)
    else:
        yield f"`{example.file}` has"
        yield from _quoted(example.wrong, example.times)
        yield "in place of"
        yield from _quoted(example.right, 1)
    yield ""


def _quoted(text: str, times: int) -> Iterator[str]:
    visible = "".join(
        letter if letter.isprintable() or letter == "\n" else _escape(letter) for letter in text
    )
    yield "```yaml"
    yield visible.strip("\n")
    yield "```"
    if times > 1:
        yield f"{times} times over,"


def _escape(letter: str) -> str:
    return "→" if letter == "\t" else letter.encode("unicode_escape").decode()
