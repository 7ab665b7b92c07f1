"""Pages to take home as files: a picture for chat apps and a PDF, set by typst.

Needs the extra `print`; without it nothing here can be imported, and the web says so in a sentence.
Knows documents of `core/paper/` and nothing of sessions, seats, requests or Django.
"""

from __future__ import annotations

from thinkcoop.press.printer import TypstPress

__all__ = ["TypstPress"]
