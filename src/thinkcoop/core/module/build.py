"""The last step: drafts without mistakes become one immutable module.

Breaks of an edition become activities of one step, so that a session sees nothing but activities.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from thinkcoop.core.module.draft import Draft
from thinkcoop.core.module.model import Activity, Edition, Meeting, Met, Minutes, Module, Row, Step

BREAK = "break"


def build(draft: Draft, *, digest: str) -> Module:
    """Put the parts together. All of them must have been checked."""
    assert draft.module is not None
    rests: list[Activity] = []
    kind = draft.kinds.classes[BREAK]
    editions = tuple(_with_rests(edition, rests, kind) for edition in draft.module.editions)
    activities = tuple(each.activity for each in draft.activities if each.activity is not None)
    return draft.module.model_copy(
        update={
            "editions": editions,
            "activities": (*activities, *rests),
            "decision": None if draft.decision is None else draft.decision.value,
            "countries": tuple(each.value for each in draft.countries if each.value is not None),
            "digest": digest,
        }
    )


def digest_of(files: Mapping[str, str]) -> str:
    """SHA-256 (hex) over the sorted (path, text) pairs: names exactly this module text."""
    whole = sha256()
    for path in sorted(files):
        for part in (path, files[path]):
            bytes_ = part.encode("utf-8", "surrogatepass")
            whole.update(len(bytes_).to_bytes(8, "big"))
            whole.update(bytes_)
    return whole.hexdigest()


def rest_ids(edition: Edition) -> Iterator[str]:
    """The ids which the breaks of an edition get, in the order of its rows."""
    rests = [row for meeting in edition.meetings for row in meeting.rows if row.rest is not None]
    for number, _ in enumerate(rests, start=1):
        yield f"{BREAK}-{edition.id}-{number}"


def _with_rests(edition: Edition, rests: list[Activity], kind: type[Step]) -> Edition:
    ids = rest_ids(edition)
    meetings = tuple(
        meeting.model_copy(update={"rows": tuple(_rows(meeting, ids, rests, kind))})
        for meeting in edition.meetings
    )
    return edition.model_copy(update={"meetings": meetings})


def _rows(
    meeting: Meeting, ids: Iterator[str], rests: list[Activity], kind: type[Step]
) -> Iterator[Row]:
    for row in meeting.rows:
        if row.rest is None:
            yield row
        else:
            rest = _rest(row, next(ids), kind)
            rests.append(rest)
            yield row.model_copy(update={"activity": rest.id, "minutes": row.rest})


def _rest(row: Row, name: str, kind: type[Step]) -> Activity:
    step = kind(
        kind=BREAK,
        text=row.text or "",
        picture=row.picture,
        minutes=Minutes(plan=row.rest, least=row.rest),
        protected=True,
    ).model_copy(update={"id": f"{name}-1"})
    return Activity(
        id="break",
        unit=0,
        title="Break",
        aim="A rest.",
        met=Met(of="break"),
        picture=row.picture or "",
        minutes=Minutes(plan=row.rest, least=row.rest, most=row.rest),
        protected=True,
        steps=(step,),
    ).model_copy(update={"id": name, "met": Met.model_construct(of=step.id, share=1)})
