"""The forms in a page or a screen, as somebody finds them who can only tap what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from thinkcoop.rehearsal.person import Deed

Pairs = list[tuple[str, str]]

TAGS = re.compile(r"<(/?form|input|button|select|option|textarea)\b([^>]*)>")
ATTRIBUTES = re.compile(r'([a-z-]+)="([^"]*)"')
TAPPED = frozenset({"radio", "checkbox", "submit", "button"})
SCRIPTED = re.compile(r"v\d*")
"""Hidden fields that the phone's script fills in, tap by tap."""
SILENT = frozenset({"answer", "n", "step", "trim"})
"""Hidden fields that a tap need not be about."""


@dataclass(slots=True)
class WebForm:
    """One form: what goes along by itself, what can be tapped, and what can be typed."""

    action: str
    hidden: dict[str, str] = field(default_factory=dict)
    offered: dict[str, set[str]] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)

    @property
    def act(self) -> str:
        """The last part of its address."""
        return self.action.rstrip("/").rsplit("/", 1)[-1]

    def add(self, kind: str, name: str, value: str) -> None:
        """Take in one field."""
        if kind == "hidden" and not SCRIPTED.fullmatch(name):
            self.hidden[name] = value
        elif kind in TAPPED:
            self.offered.setdefault(name, set()).add(value)
        else:
            self.typed.add(name)

    def takes(self, name: str, value: str) -> bool:
        """Whether this value can be given here."""
        return name in self.typed or value in self.offered.get(name, ())


def forms_in(html: str) -> list[WebForm]:
    """All forms of a page, in order. Only for pages of our own, which quote what they say."""
    forms: list[WebForm] = []
    select, inside = "", False
    for tag, attributes in TAGS.findall(html):
        has = {name: unescape(value) for name, value in ATTRIBUTES.findall(attributes)}
        if tag == "form":
            forms.append(WebForm(has.get("action", "")))
            inside = True
        elif tag == "/form":
            inside = False
        elif not inside:
            continue
        elif tag == "select":
            select = has.get("name", "")
        elif tag == "option":
            forms[-1].add("radio", select, has.get("value", ""))
        elif "name" in has:
            kind = has.get("type", "submit" if tag == "button" else "text")
            forms[-1].add(kind, has["name"], has.get("value", ""))
    return forms


def fill(html: str, deed: Deed) -> Pairs | None:
    """What the form for `deed` sends; None when there is none on this screen that can say it."""
    filled = (_filled(form, deed) for form in forms_in(html) if form.act == deed.act)
    return next((pairs for pairs in filled if pairs is not None), None)


def _filled(form: WebForm, deed: Deed) -> Pairs | None:
    said = {name: value for name, value in deed.fields if name != "v"}
    hidden = [pair for pair in form.hidden.items() if pair[0] != "answer"]
    if any(said.get(name, _by_itself(name, value)) != value for name, value in hidden):
        return None
    tapped = [pair for pair in said.items() if pair[0] not in form.hidden and pair[0] != "answer"]
    places = _places(form, [value for name, value in deed.fields if name == "v"])
    if not all(form.takes(*pair) for pair in (*tapped, *places)):
        return None
    # the tap brings the answer's name, so that a resend is the same answer
    named = [("answer", said["answer"])] if "answer" in said else []
    return [*hidden, *named, *tapped, *places]


def _by_itself(name: str, value: str) -> str:
    """What a hidden field must be when the tap does not speak of it."""
    return value if name in SILENT else ""


def _places(form: WebForm, values: list[str]) -> Pairs:
    """The answer's numbers where this form has them: repeated, or one to a numbered place."""
    if not values or "v" in form.typed or "v" in form.offered:
        return [("v", value) for value in values]
    places = sorted(
        (name for name in form.typed | form.offered.keys() if re.fullmatch(r"v\d+", name)),
        key=lambda name: int(name[1:]),
    )
    rest = ["-1"] * (len(places) - len(values))
    return list(zip(places, [*values, *rest], strict=False))
