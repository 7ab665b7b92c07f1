"""What people take home, as data: pure functions of a state, and for the private page of one sheet.

Words are those of the screens, not translated here; how they look is the business of `web/` and
`press/`. The page of the group knows no seat: nothing on it can say who chose what.
"""

from __future__ import annotations

from thinkcoop.core.paper.document import Document
from thinkcoop.core.paper.group import group_page
from thinkcoop.core.paper.private import own_page

__all__ = ["Document", "group_page", "own_page"]
