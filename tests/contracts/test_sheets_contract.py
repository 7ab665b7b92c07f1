"""What every store promises of private sheets. Run on memory, SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from tests.contracts.stores import SealedStore
from thinkcoop.app.ports import Mark, Paper, Writing
from thinkcoop.core.session.events import Event, Paused, SessionClosed
from thinkcoop.core.words import Millis, SeatNo, SessionId, StepId
from thinkcoop.store.trouble import Conflict

ABC = SessionId("ABC23")
XYZ = SessionId("XYZ89")
PATH = StepId("5c-private")
UPPER = StepId("5C-private")
OTHER = StepId("5c/other")
CLOSED: tuple[Event, ...] = (SessionClosed(at=Millis(9)),)


def pause(moment: int) -> tuple[Event, ...]:
    return (Paused(at=Millis(moment)),)


def mark(seat: int, item: int, *value: int, step: StepId = PATH) -> Mark:
    return Mark(seat=SeatNo(seat), step=step, item=item, value=value)


def off(seat: int, item: int, step: StepId = PATH) -> Mark:
    """This question was skipped: nothing is to stand there."""
    return Mark(seat=SeatNo(seat), step=step, item=item, value=None)


def keep(store: SealedStore, session: SessionId, *marks: Mark) -> None:
    """Write these marks in one commit, with an event."""
    first, _head = store.standing(session)
    store.write([Writing(session=session, first=first, events=pause(first), marks=marks)])


def shred(store: SealedStore, session: SessionId, *marks: Mark) -> None:
    """Close a session in a commit that brings these marks, too."""
    first, _head = store.standing(session)
    store.write([Writing(session=session, first=first, events=CLOSED, marks=marks, shredded=True)])


def test_a_session_without_sheets_has_no_marks(store: SealedStore) -> None:
    assert store.marks(ABC) == []


def test_marks_come_back_by_seat_step_and_item_however_they_came(store: SealedStore) -> None:
    keep(store, ABC, mark(10, 0, 3, 0, 7), mark(2, 11, 1), mark(2, 2, 0))
    keep(store, ABC, mark(2, 0, 5, step=OTHER), mark(1, 0), mark(2, 0, 6, step=UPPER))
    assert store.marks(ABC) == [
        mark(1, 0),
        mark(2, 0, 6, step=UPPER),
        mark(2, 2, 0),
        mark(2, 11, 1),
        mark(2, 0, 5, step=OTHER),
        mark(10, 0, 3, 0, 7),
    ]


@pytest.mark.parametrize(
    "value", [(), (0,), (-1,), (3, 0, 7), tuple(range(400)), (2**63, -(10**30))]
)
def test_a_value_comes_back_as_it_was_given(store: SealedStore, value: tuple[int, ...]) -> None:
    keep(store, ABC, mark(1, 0, *value))
    assert store.marks(ABC) == [mark(1, 0, *value)]


def test_a_later_mark_of_the_same_item_replaces_the_earlier_one(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1), mark(1, 1, 1), mark(2, 0, 1))
    keep(store, ABC, mark(1, 0, 2), mark(1, 0, 3))
    assert store.marks(ABC) == [mark(1, 0, 3), mark(1, 1, 1), mark(2, 0, 1)]


def test_a_mark_is_taken_off_and_no_other_with_it(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1), mark(1, 1, 1), mark(2, 0, 1), mark(1, 0, 1, step=OTHER))
    keep(store, XYZ, mark(1, 0, 1))
    keep(store, ABC, off(1, 0))
    assert store.marks(ABC) == [mark(1, 1, 1), mark(1, 0, 1, step=OTHER), mark(2, 0, 1)]
    assert store.marks(XYZ) == [mark(1, 0, 1)]


def test_where_nothing_stands_there_is_nothing_to_take_off(store: SealedStore) -> None:
    keep(store, ABC, off(1, 0))
    assert (store.marks(ABC), store.load(ABC)) == ([], list(pause(0)))


def test_in_one_commit_the_last_word_counts_be_it_an_answer_or_a_skip(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1), off(1, 0), off(1, 1), mark(1, 1, 2), mark(1, 2), off(1, 2))
    assert store.marks(ABC) == [mark(1, 1, 2)]


def test_a_mark_may_be_taken_off_in_the_commit_that_closes_another_session(
    store: SealedStore,
) -> None:
    keep(store, ABC, mark(1, 0, 1), mark(2, 0, 1))
    keep(store, XYZ, mark(1, 0, 1))
    store.write(
        [
            Writing(session=ABC, first=1, events=pause(1), marks=(off(1, 0),)),
            Writing(session=XYZ, first=1, events=CLOSED, shredded=True),
        ]
    )
    assert (store.marks(ABC), store.marks(XYZ)) == ([mark(2, 0, 1)], [])


def test_a_resend_of_the_same_mark_changes_nothing(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 4))
    keep(store, ABC, mark(1, 0, 4))
    assert store.marks(ABC) == [mark(1, 0, 4)]


def test_several_writings_of_a_session_in_one_commit_count_in_their_order(
    store: SealedStore,
) -> None:
    store.write(
        [
            Writing(session=ABC, first=0, events=pause(1), marks=(mark(1, 0, 1), mark(1, 1, 1))),
            Writing(session=XYZ, first=0, events=pause(1), marks=(mark(1, 0, 9),)),
            Writing(session=ABC, first=1, events=pause(2), marks=(mark(1, 0, 2),)),
        ]
    )
    assert store.marks(ABC) == [mark(1, 0, 2), mark(1, 1, 1)]
    assert store.marks(XYZ) == [mark(1, 0, 9)]


def test_no_mark_is_kept_without_its_event(store: SealedStore) -> None:
    with pytest.raises(Conflict):
        store.write(
            [
                Writing(session=XYZ, first=0, events=pause(1), marks=(mark(1, 0, 1),)),
                Writing(session=ABC, first=3, events=pause(1), marks=(mark(1, 0, 1),)),
            ]
        )
    assert (store.marks(ABC), store.marks(XYZ), store.sessions()) == ([], [], [])


@pytest.mark.parametrize("value", [(1.5,), (True,), ("1",), [1]])
def test_a_value_that_could_not_be_read_back_stores_nothing(
    store: SealedStore, value: object
) -> None:
    bad = Mark(seat=SeatNo(1), step=PATH, item=0, value=value)  # type: ignore[arg-type]  # as a bug would
    with pytest.raises(TypeError):
        keep(store, ABC, mark(1, 1, 1), bad)
    assert (store.marks(ABC), store.sessions()) == ([], [])


def test_a_session_that_closes_loses_all_its_sheets_and_no_other_does(store: SealedStore) -> None:
    for session in (ABC, XYZ):
        keep(store, session, mark(1, 0, 3, 0, 7), mark(2, 0, 1), mark(2, 0, 1, step=OTHER))
    shred(store, ABC)
    assert store.marks(ABC) == []
    assert store.marks(XYZ) == [mark(1, 0, 3, 0, 7), mark(2, 0, 1), mark(2, 0, 1, step=OTHER)]
    assert store.load(ABC) == [*pause(0), *CLOSED]


def test_marks_of_the_commit_that_closes_are_destroyed_with_the_others(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1))
    store.write(
        [
            Writing(session=ABC, first=1, events=pause(1), marks=(mark(1, 1, 1),)),
            Writing(session=XYZ, first=0, events=pause(1), marks=(mark(5, 0, 5),)),
            Writing(session=ABC, first=2, events=CLOSED, marks=(mark(1, 2, 1),), shredded=True),
        ]
    )
    assert (store.marks(ABC), store.marks(XYZ)) == ([], [mark(5, 0, 5)])


def test_two_sessions_may_close_in_one_commit(store: SealedStore) -> None:
    for session in (ABC, XYZ):
        keep(store, session, mark(1, 0, 1))
    store.write(
        [Writing(session=session, first=1, events=CLOSED, shredded=True) for session in (ABC, XYZ)]
    )
    assert (store.marks(ABC), store.marks(XYZ)) == ([], [])


def test_a_close_that_is_not_written_destroys_no_sheet(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1))
    with pytest.raises(Conflict):
        store.write([Writing(session=ABC, first=7, events=CLOSED, shredded=True)])
    assert store.marks(ABC) == [mark(1, 0, 1)]


def test_a_session_that_closes_without_sheets_is_no_mistake(store: SealedStore) -> None:
    shred(store, ABC)
    assert (store.marks(ABC), store.load(ABC)) == ([], list(CLOSED))


def test_papers_in_the_box_and_marks_on_sheets_do_not_touch_each_other(store: SealedStore) -> None:
    paper = Paper(step=PATH, option=2)
    first = Writing(session=ABC, first=0, events=pause(1), papers=(paper,), marks=(mark(1, 0, 1),))
    store.write([first])
    store.write([Writing(session=ABC, first=1, events=pause(2), emptied=(PATH,))])
    assert (store.papers(ABC, PATH), store.marks(ABC)) == ([], [mark(1, 0, 1)])
    store.write([Writing(session=ABC, first=2, events=pause(3), papers=(paper,))])
    shred(store, ABC)
    assert (store.papers(ABC, PATH), store.marks(ABC)) == ([2], [])


def test_a_calm_moment_leaves_open_sheets_alone(store: SealedStore) -> None:
    keep(store, ABC, mark(1, 0, 1))
    store.checkpoint()
    assert store.marks(ABC) == [mark(1, 0, 1)]
