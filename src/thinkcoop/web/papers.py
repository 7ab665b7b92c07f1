"""Files of pages: made by the press in a thread, one at a time, and the group's kept for a while.

The room must not feel it when forty phones ask for the same picture at once. Private pages are
made for one request and kept nowhere.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal

from thinkcoop.app.ports import Press
from thinkcoop.core.paper import Document
from thinkcoop.web.wording import OnPaper

Format = Literal["png", "pdf"]
Key = tuple[Document, OnPaper, Format]
MOST_KEPT = 8


class Papers:
    """Knows the press, if this device has one. It is large and comes with the first file."""

    def __init__(self, press: Callable[[], Press] | None = None) -> None:
        self._bring = press
        self._press: Press | None = None
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._turn = asyncio.Lock()

    @property
    def can_print(self) -> bool:
        """Whether there is a press."""
        return self._bring is not None

    async def file(self, document: Document, wording: OnPaper, form: Format) -> bytes | None:
        """The document as a file of that form; None when this device has no press."""
        if self._bring is None:
            return None
        key = (document, wording, form)
        async with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            made = await asyncio.to_thread(self._make, self._bring, key)
            if document.kind == "group":
                self._kept[key] = made
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            return made

    def _make(self, bring: Callable[[], Press], key: Key) -> bytes:
        document, wording, form = key
        if self._press is None:
            self._press = bring()
        make = self._press.picture if form == "png" else self._press.pdf
        return make(document, wording)
