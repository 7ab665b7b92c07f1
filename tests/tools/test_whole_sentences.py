from __future__ import annotations

import pytest

from tests.tools.linting import lines_found
from tools.lint import whole_sentences

HEAD = "from django.utils.translation import gettext as _, ngettext, pgettext_lazy\n"


def found(code: str) -> list[int]:
    return lines_found(whole_sentences.check, HEAD + code)


@pytest.mark.parametrize(
    "code",
    [
        "_(f'{n} people are here')",
        "_('%(n)s people are here' % {'n': n})",
        "_('{n} people are here'.format(n=n))",
        "_('Hello, ' + name)",
        "_(sentence)",
        "_(SENTENCES[why])",
        "ngettext('one person', f'{n} people', n)",
        "pgettext_lazy('wall', title)",
        "from django.utils import translation\ntranslation.gettext(sentence)",
    ],
)
def test_a_text_that_is_put_together_is_refused(code: str) -> None:
    assert found(code) == [code.count("\n") + 2]


@pytest.mark.parametrize("text", ["%s here", "%d of 9", "{} here", "{0} here", "%.1f kg", "{!r} x"])
def test_a_placeholder_without_a_name_is_refused(text: str) -> None:
    assert found(f"_({text!r})") == [2]


@pytest.mark.parametrize(
    "code",
    [
        "_('Start')",
        "_('A long sentence, '\n  'over two lines')",
        "_('%(n)s people are here') % {'n': n}",
        "_('{n} people are here').format(n=n)",
        "_('100% sure, 50%, 5 % of all')",
        "_('a literal {{}} and %%s')",
        "ngettext('%(n)s person', '%(n)s people', count)",
        "pgettext_lazy('wall', 'Start')",
        "catalogue.gettext(sentence)",
    ],
)
def test_a_whole_sentence_is_welcome(code: str) -> None:
    assert found(code) == []
