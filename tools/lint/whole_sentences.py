"""Only whole, literal sentences are given to the translators.

`_(f"{n} people are here")` runs and looks right, in English. The catalogue is made by reading the
source, so what it finds is nothing, or a half sentence; at run time the finished text is looked up
and never found, and the room sees English. No test in English can notice.

The incident: a large content system met this so often, at `_(f"…")` and `_("…" % x)`, that it bans
both by machine. We ban unnamed placeholders as well: in Khmer the words come in another order, and
a translator who sees `%s … %s` cannot tell which is which.

Say `_("%(people)s people are here") % {"people": n}`: the whole sentence first, the values after.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tools.lint.source import Finding, Source

_SENTENCES = {
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
    "npgettext": 3,
    "npgettext_lazy": 3,
    "pgettext": 2,
    "pgettext_lazy": 2,
}
"""How many of the first arguments of each are texts for the translator."""

TRANSLATORS = {"_": 1} | {
    f"{home}.{name}": count
    for home in ("django.utils.translation", "gettext")
    for name, count in _SENTENCES.items()
}
UNNAMED = re.compile(
    r"""(?<!%)(?:%%)* % [-+#0-9.]* [sdrif](?![a-z])
      | (?<!\{)(?:\{\{)* \{ \d* (?:[:!][^}]*)? \}""",
    re.VERBOSE,
)


def check(source: Source) -> Iterator[Finding]:
    """Yield each text for translators that is put together, or has placeholders without names."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            count = TRANSLATORS.get(source.full_name(node.func) or "", 0)
            for argument in node.args[:count]:
                yield from _judged(source, argument)


def _judged(source: Source, text: ast.expr) -> Iterator[Finding]:
    """Judge one text that a translator would get."""
    match text:
        case ast.Constant(value=str(sentence)):
            if not UNNAMED.search(sentence):
                return
            message = "name the placeholder: `%(people)s`, not `%s` or `{}`"
        case ast.JoinedStr():
            message = "no f-string to translators: `_('…%(x)s…') % {'x': x}`"
        case ast.BinOp() | ast.Call():
            message = "translate the sentence, then fill it: `_('…') % {…}`"
        case _:
            message = "translators see only text that stands here in full"
    yield source.finding(text.lineno, message)
