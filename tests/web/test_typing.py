"""At the desk: forms from paper are typed in, and what was typed is never lost."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from tests.web.cards_room import hidden
from tests.web.houses import HERE, House, fresh_id
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.forms import numbers_of, second_due
from thinkcoop.core.session.state import TypedAnswer, TypedForm
from thinkcoop.core.words import AnswerId, SeatNo, SessionId, StepId, TableNo, Why
from thinkcoop.web.phrases import PAGE, REASONS
from thinkcoop.web.phrases_people import PEOPLE as CALLED

NOBODY = SeatNo(0)


class Desk:
    """A convener who types in forms of a session."""

    def __init__(self, house: House, session: SessionId) -> None:
        self.house, self.session = house, session
        self.http = house.browser(HERE, address="127.0.0.1")
        self.url = f"/desk/{session}/typing"
        self.numbers = numbers_of(house.state(session).program)
        self.keys = {number: key for key, number in self.numbers.items()}

    async def open(self, form: object, **more: str) -> httpx.Response:
        return await self.http.get(self.url, params={"form": str(form), **more})

    async def send(self, number: int, **fields: object) -> httpx.Response:
        sent = {"form": str(number), "seat": "0", "trade": "seller", "answer": fresh_id(), **fields}
        return await self.http.post(self.url, data=sent)

    def answers(self, form: int, seat: int = 0) -> dict[StepId, TypedAnswer]:
        return dict(self.house.state(self.session).typed[form, SeatNo(seat)].answers)


@pytest.fixture
async def desk(house: House) -> Desk:
    return Desk(house, await house.open("short", expected=25))


async def test_a_form_is_found_by_its_number_in_any_digits_and_by_its_picture(desk: Desk) -> None:
    for asked in ("12", "១២", "crab", "CRA"):
        page = await desk.open(asked)
        assert (page.status_code, hidden(page.text)["form"]) == (200, "12"), asked


NO_FORMS = ("0", "41", "999999999999999", "b", "unicorn", "²", "-3")


@pytest.mark.parametrize("asked", [*NO_FORMS, "00000199", "00001" + "0" * 5000])
async def test_a_number_that_no_form_has_gets_a_sentence(desk: Desk, asked: str) -> None:
    page = await desk.open(asked)
    assert (page.status_code, REASONS[Why.NO_SUCH_FORM] in page.text) == (409, True)


async def test_what_is_typed_is_kept_and_the_next_form_is_offered(desk: Desk) -> None:
    done = await desk.send(1, q1="b", q2="012")
    assert (done.status_code, done.headers["location"]) == (
        303,
        f"{desk.url}?saved=1&entry=first",
    )
    assert desk.answers(1) == {
        desk.keys[1]: TypedAnswer((1,)),
        desk.keys[2]: TypedAnswer((0, 1, 2)),
    }
    page = await desk.http.get(done.headers["location"])
    assert 'aria-describedby="form-how" value="2"' in page.text
    assert PAGE["typing_progress"] % {"typed": 1, "expected": 25} in page.text


async def test_the_same_form_sent_again_by_a_bad_network_is_one(desk: Desk) -> None:
    name = fresh_id()
    await desk.send(1, q1="b", answer=name)
    before = desk.house.events(desk.session)
    again = await desk.send(1, q1="b", answer=name)
    assert (again.status_code, desk.house.events(desk.session)) == (303, before)


async def test_an_answer_that_a_question_does_not_have_is_told_there_and_nothing_is_lost(
    desk: Desk,
) -> None:
    page = await desk.send(1, q1="b", q2="019")
    assert page.status_code == 409
    assert re.findall(r'<p class="wrong"[^>]*>([^<]+)</p>', page.text) == [
        REASONS[Why.NO_SUCH_OPTION]
    ]
    assert re.search(r'name="q2" value="019"', page.text) is not None
    assert re.search(r'name="q1" value="b"[^>]* checked', page.text) is not None
    assert desk.house.state(desk.session).typed == {}


async def test_a_form_of_somebody_with_a_seat_is_bound_to_it(desk: Desk) -> None:
    [one, *_] = await desk.house.four(desk.session)
    number = PEOPLE.index("p-lotus") + 1
    page = await desk.open(number)
    assert hidden(page.text)["seat"] == str(one.seat)
    await desk.send(number, seat=one.seat, trade="", q1="a")
    assert desk.answers(number, one.seat) == {desk.keys[1]: TypedAnswer((0,))}


async def test_without_a_seat_the_work_is_asked_on_the_same_page(desk: Desk) -> None:
    page = await desk.open(7)
    trades = [trade.id for trade in desk.house.state(desk.session).program.module.trades]
    assert re.findall(r'name="trade" value="([^"]+)"', page.text) == trades
    page = await desk.send(7, trade="", q1="c")
    assert (page.status_code, REASONS[Why.NO_SUCH_TRADE] in page.text) == (409, True)
    assert re.search(r'name="q1" value="c"[^>]* checked', page.text) is not None


async def test_who_types_a_form_that_is_there_is_told_and_may_change_it(desk: Desk) -> None:
    await desk.send(1, q1="b")
    await desk.send(2, q1="b")
    number = next(n for n in (1, 2) if n not in {f.number for f in waiting(desk)})
    page = await desk.open(number)
    assert f'href="typing?form={number}&amp;again=1"' in page.text
    page = await desk.open(number, again="1")
    assert re.search(r'name="q1" value="b"[^>]* checked', page.text) is not None
    assert (await desk.send(number, q1="c")).status_code == 409
    done = await desk.send(number, q1="c", replaces="1")
    assert (done.status_code, desk.answers(number)) == (303, {desk.keys[1]: TypedAnswer((2,))})


def waiting(desk: Desk) -> list[TypedForm]:
    return list(second_due(desk.house.state(desk.session)))


async def test_the_second_entry_shows_nothing_of_the_first_and_asks_what_the_paper_says(
    desk: Desk,
) -> None:
    for number in range(1, 6):
        await desk.send(number, q1="b", q2="012")
    [due] = second_due(desk.house.state(desk.session))
    told = await desk.http.get(f"{desk.url}?saved={due.number}&entry=first")
    aside = PAGE["typing_aside"] % {"number": due.number, "who": called(due.number)}
    assert aside in told.text
    page = await desk.open(due.number)
    assert (hidden(page.text)["entry"], " checked" in page.text) == ("second", False)
    name = fresh_id()
    asked = await desk.send(due.number, entry="second", q1="a", q2="012", answer=name)
    assert asked.status_code == 409
    choices = re.findall(r'type="radio" name="(s\d+)" value="([^"]*)"', unescape(asked.text))
    assert choices == [("s1", "a"), ("s1", "b")]
    sent = hidden_of(asked.text) | {"s1": "b"}
    assert (sent["answer"], sent["q1"], sent["q2"]) == (name, "a", "012")
    done = await desk.http.post(desk.url, data=sent)
    assert done.status_code == 303
    form = desk.house.state(desk.session).typed[due.number, NOBODY]
    assert (form.twice, form.differed, form.answers[desk.keys[1]]) == (True, 1, TypedAnswer((1,)))
    results = await desk.http.get(desk.url)
    figures = re.findall(r"<dd>([^<]+)</dd>", results.text)
    assert figures == ["5", "1 / 1", str(len(desk.numbers)), "1"]


def called(number: int) -> str:
    """What the picture of a form is called."""
    return CALLED[PEOPLE[number - 1].removeprefix("p-")]


def hidden_of(page: str) -> dict[str, str]:
    """The hidden fields, those of questions too."""
    return dict(re.findall(r'<input type="hidden" name="([a-z0-9]+)" value="([^"]*)">', page))


async def test_forms_are_taken_when_the_session_is_over_and_are_there_after_a_restart(
    desk: Desk,
) -> None:
    await desk.house.four(desk.session)
    for _ in range(60):
        await desk.house.tell(desk.session, c.GoOn())
    assert desk.house.state(desk.session).phase == "over"
    done = await desk.send(20, q1="b")
    assert (done.status_code, desk.answers(20)) == (303, {desk.keys[1]: TypedAnswer((1,))})
    state = desk.house.state(desk.session)
    log = desk.house.server.store.load(desk.session)
    assert fold(start(state.program), log).typed == state.typed


async def test_where_two_have_the_picture_the_page_asks_whose_form_it_is(desk: Desk) -> None:
    for table in (TableNo(1), TableNo(2)):
        await desk.house.tell(desk.session, c.JoinDevice(table=table))
        taken = c.TakeSeat(
            answer=AnswerId(fresh_id()),
            picture="p-fish",
            trade="seller",
            reads=True,
            channel="table",
            table=table,
        )
        await desk.house.tell(desk.session, taken)
    page = await desk.open("fish")
    seats = sorted(desk.house.state(desk.session).seats)
    assert re.findall(r'name="seat" value="(\d+)"', page.text) == [str(seat) for seat in seats]
    await desk.send(3, seat=seats[-1], q1="a")
    assert desk.answers(3, seats[-1]) == {desk.keys[1]: TypedAnswer((0,))}


async def test_a_vote_on_slips_is_typed_as_sums(desk: Desk) -> None:
    page = await desk.http.get(desk.url)
    [step] = re.findall(r'name="step" value="([^"]+)"', page.text)
    done = await desk.http.post(
        f"{desk.url}/ballot", data={"step": step, "answer": fresh_id(), "n0": "៦", "n1": "3"}
    )
    assert done.headers["location"] == f"{desk.url}?n=counted"
    count = desk.house.state(desk.session).counts[StepId(step)]
    assert (count.total, count.counts[:2]) == (9, (6, 3))


BAD: list[tuple[dict[str, str], int]] = [
    ({"form": "0"}, 409),
    ({"form": "x"}, 400),
    ({"form": "1" * 200}, 400),
    ({"seat": "-1"}, 403),
    ({"seat": "77"}, 403),
    ({"trade": "../../x"}, 400),
    ({"answer": "short"}, 400),
    ({"q2": "\x00"}, 400),
    ({"entry": "second"}, 409),
]


@pytest.mark.parametrize(("fields", "status"), BAD)
async def test_what_no_page_sends_is_refused_and_changes_nothing(
    desk: Desk, fields: dict[str, str], status: int
) -> None:
    answer = await desk.send(3, **{"q1": "a", **fields})
    assert (answer.status_code, desk.house.state(desk.session).typed) == (status, {})


async def test_nobody_but_the_convener_types(desk: Desk) -> None:
    phone = desk.house.browser()
    asked = await phone.get(desk.url)
    sent = await phone.post(desk.url, data={"form": "1", "q1": "a"})
    assert (PAGE["pin_ask"] in asked.text, sent.status_code) == (True, 403)
