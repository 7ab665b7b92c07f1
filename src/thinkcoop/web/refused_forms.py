"""Answers that were refused on phones without JavaScript, so that nobody types twice.

With JavaScript the phone itself keeps what was typed. Here it hangs in memory, the last form of
each phone and device, and is shown to nobody else: only on the very form that it was typed into.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from thinkcoop.core.screens.screen import Screen
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import Form

FIELD = re.compile(r"v\d*")
"""The fields that hold an answer's numbers."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class RefusedForms:
    """Knows what each phone sent last, when it was not taken."""

    def __init__(self) -> None:
        self._last: dict[Holder, Form] = {}

    def note(self, holder: Holder, form: Form, *, taken: bool) -> None:
        """An answer came. Once one is taken, what was refused before is of no use."""
        if taken:
            self._last.pop(holder, None)
        else:
            self._last[holder] = form

    def typed(self, holder: Holder, screen: Screen) -> Mapping[str, str]:
        """What was typed into the form on this screen, by field; nothing for any other form."""
        form, shown = self._last.get(holder), screen.form
        if form is None or shown is None:
            return NOTHING
        here = (screen.step, str(shown.seat or ""), str(shown.item) if shown.item >= 0 else "")
        if here != tuple(form.fields.get(name, [""])[-1] for name in ("step", "seat", "item")):
            return NOTHING
        return {name: values[-1] for name, values in form.fields.items() if FIELD.fullmatch(name)}
