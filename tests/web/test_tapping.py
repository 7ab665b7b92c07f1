"""Taps: what counts, what is refused with a sentence, and that a refusal stores nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.web.houses import HERE, JSON, House, Person, fresh_id
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import SessionId, StepId, Why
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.refusals import SENTENCES, No

MOST = StepId("most")


async def at_the_question(house: House) -> tuple[SessionId, list[Person]]:
    """Four people with phones, at the question what costs them most."""
    session = await house.open()
    people = await house.four(session)
    await house.go_to(session, "most")
    return session, people


def refused(answer: httpx.Response, why: Why | No, status: int) -> bool:
    """Whether it was refused for that reason, with a sentence that people can read."""
    told = answer.json()
    sentence = SENTENCES[why] if isinstance(why, No) else REASONS[why]
    expected = {"ok": False, "why": str(why), "sentence": sentence}
    return (answer.status_code, told) == (status, expected)


async def test_an_answer_counts_and_the_reply_names_the_version(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    answer = await one.do("answer", step="most", answer=fresh_id(), v="1")
    version = house.state(session).version
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "version": version})
    assert house.state(session).answers[MOST][one.seat].value == (1,)


async def test_the_same_answer_twice_is_once(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    name = fresh_id()
    await one.do("answer", step="most", answer=name, v="1")
    before = house.events(session)
    again = await one.do("answer", step="most", answer=name, v="1")
    assert (again.status_code, house.events(session)) == (200, before)


async def test_a_later_answer_replaces_an_earlier_one(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    await one.do("answer", step="most", answer=fresh_id(), v="1")
    await one.do("answer", step="most", answer=fresh_id(), v="2")
    assert house.state(session).answers[MOST][one.seat].value == (2,)


async def test_numbers_may_be_written_in_khmer_digits(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    answer = await one.do("answer", step="most", answer=fresh_id(), v="២")
    assert answer.status_code == 200
    assert house.state(session).answers[MOST][one.seat].value == (2,)


BAD: list[tuple[str, dict[str, str], Why | No, int]] = [
    ("answer", {"step": "most", "v": "7"}, Why.NO_SUCH_OPTION, 409),
    ("answer", {"step": "most", "v": "one"}, Why.NOT_AN_ANSWER, 409),
    ("answer", {"step": "most", "v": "99999999999999999999"}, Why.NOT_AN_ANSWER, 409),
    ("answer", {"step": "most"}, Why.NOT_AN_ANSWER, 409),
    ("answer", {"step": "most", "n": "1e9"}, Why.UNREADABLE, 400),
    ("answer", {"step": "matters", "v": "1"}, Why.STEP_CLOSED, 409),
    ("answer", {"step": "no-such-step", "v": "1"}, Why.OTHER_STEP, 409),
    ("answer", {"step": "most", "v": "1", "answer": "short"}, Why.UNREADABLE, 400),
    ("answer", {"step": "most", "v": "1", "answer": "a'; DROP TABLE"}, Why.UNREADABLE, 400),
    ("answer", {"step": "most", "v": "1", "seat": "2"}, No.NOT_YOUR_SEAT, 403),
    ("pass", {"step": "most", "seat": "2"}, No.NOT_YOUR_SEAT, 403),
    ("hand", {"seat": "2"}, No.NOT_YOUR_SEAT, 403),
    ("leave", {"seat": "2"}, No.NOT_YOUR_SEAT, 403),
    ("turn", {"step": "most", "speaker": "1"}, Why.NOT_NOW, 409),
    ("spoke", {"step": "most", "who": "2"}, Why.NOT_NOW, 409),
    ("question", {"about": "money", "text": "ring\x07ring"}, Why.TEXT_UNREADABLE, 400),
    ("question", {"about": "money", "text": "a\x00b"}, Why.TEXT_UNREADABLE, 400),
    ("question", {"about": "money", "text": "long " * 60}, Why.TEXT_TOO_LONG, 409),
    ("question", {"about": "money", "text": "long " * 600}, Why.TEXT_TOO_LONG, 409),
    ("question", {"about": "money", "text": "long " * 6000}, No.TOO_LARGE, 413),
    ("dance", {}, No.NO_SUCH_PAGE, 404),
]


@pytest.mark.parametrize(("act", "fields", "why", "status"), BAD)
async def test_a_bad_tap_is_refused_with_a_plain_sentence_and_stores_nothing(
    house: House, act: str, fields: dict[str, str], why: Why | No, status: int
) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session), house.state(session)
    answer = await one.do(act, **fields)
    assert refused(answer, why, status), (answer.status_code, answer.text)
    assert (house.events(session), house.state(session)) == before


@pytest.mark.parametrize(
    "body",
    [b"step=most&v=1&%zz", b"\xff\xfe=1", b"step=most&step=most&v=1", b"step", b"V=1", b"=1"],
)
async def test_what_is_no_proper_form_is_not_read(house: House, body: bytes) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session)
    answer = await one.http.post(f"/s/{session}/do/answer", content=body, headers=JSON)
    assert answer.status_code in (400, 409)
    assert answer.json()["ok"] is False
    assert house.events(session) == before


async def test_ten_megabytes_of_text_are_refused_and_not_kept(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session)

    async def flood() -> AsyncIterator[bytes]:
        for _ in range(160):
            yield b"a" * 65_536

    answer = await one.http.post(f"/s/{session}/do/question", content=flood(), headers=JSON)
    assert refused(answer, No.TOO_LARGE, 413)
    page = await one.http.post(f"/s/{session}/join", content=b"name=" + b"a" * 10_000_000)
    assert (page.status_code, SENTENCES[No.TOO_LARGE] in page.text) == (413, True)
    assert house.events(session) == before


async def test_an_answer_after_the_closing_time_is_late(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    house.clock.ahead_ms += 90_000
    answer = await one.do("answer", step="most", answer=fresh_id(), v="1")
    assert refused(answer, Why.STEP_CLOSED, 409)
    assert "most" not in house.state(session).answers


async def test_somebody_without_a_seat_is_asked_to_come_in(house: House) -> None:
    session, _people = await at_the_question(house)
    before = house.events(session)
    stranger = Person(house.browser(), session)
    answer = await stranger.do("answer", step="most", answer=fresh_id(), v="1")
    assert refused(answer, Why.SEAT_UNKNOWN, 403)
    assert house.events(session) == before


async def test_a_cookie_that_we_did_not_write_is_worth_nothing(house: House) -> None:
    session, [one, two, *_] = await at_the_question(house)
    [mine], [other] = one.http.cookies.jar, two.http.cookies.jar
    assert mine.value is not None
    assert other.value is not None
    before = house.events(session)
    stolen = ".".join([*other.value.split(".")[:-1], mine.value.split(".")[-1]])
    for forged in (stolen, mine.value[:-1] + "!", "", "a.b.c.d.e", f"{session}.1.0.0."):
        thief = house.browser()
        answer = await thief.post(
            f"/s/{session}/do/answer",
            data={"step": "most", "v": "1"},
            headers=JSON | {"cookie": f"place={forged}"},
        )
        assert refused(answer, Why.SEAT_UNKNOWN, 403)
    assert house.events(session) == before


async def test_a_cookie_of_another_session_does_not_count_here(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    other = await house.open()
    await house.four(other)
    [cookie] = one.http.cookies.jar
    before = house.events(session), house.events(other)
    answer = await house.browser().post(
        f"/s/{other}/do/question",
        data={"about": "money"},
        headers=JSON | {"cookie": f"place={cookie.value}"},
    )
    assert refused(answer, Why.SEAT_UNKNOWN, 403)
    assert (house.events(session), house.events(other)) == before


async def test_two_sessions_side_by_side_never_mix(house: House) -> None:
    first, [one, *_] = await at_the_question(house)
    second, [two, *_] = await at_the_question(house)
    before = house.state(second)
    await one.do("answer", step="most", answer=fresh_id(), v="0")
    assert house.state(second) is before
    await two.do("answer", step="most", answer=fresh_id(), v="2")
    assert house.state(first).answers[MOST][one.seat].value == (0,)
    assert house.state(second).answers[MOST][two.seat].value == (2,)
    assert len(house.state(first).answers[MOST]) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://room.test:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_a_post_from_another_page_is_refused(house: House, headers: dict[str, str]) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session)
    answer = await one.http.post(
        f"/s/{session}/do/answer", data={"step": "most", "v": "1"}, headers=JSON | headers
    )
    assert refused(answer, No.CROSS_SITE, 403)
    assert house.events(session) == before


async def test_after_the_end_nothing_counts_any_more(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    for _ in range(60):
        if house.state(session).phase == "over":
            break
        await house.tell(session, c.GoOn())
    assert house.state(session).phase == "over"
    before = house.events(session)
    answer = await one.do("answer", step="most", answer=fresh_id(), v="1")
    assert refused(answer, Why.SESSION_OVER, 409)
    assert house.events(session) == before


async def test_a_session_that_does_not_exist_is_not_found(house: House) -> None:
    phone = house.browser()
    answer = await phone.post("/s/QQQQQ/do/answer", data={"step": "most"}, headers=JSON)
    assert refused(answer, Why.SESSION_UNKNOWN, 404)
    page = await phone.get("/s/QQQQQ/")
    assert (page.status_code, REASONS[Why.SESSION_UNKNOWN] in page.text) == (404, True)


async def test_without_a_script_the_reply_is_the_screen_with_a_notice(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    path = f"/s/{session}/do/answer"
    good = await one.http.post(path, data={"step": "most", "v": "1", "answer": fresh_id()})
    assert (good.status_code, good.headers["location"]) == (303, f"/s/{session}/?n=counted")
    bad = await one.http.post(path, data={"step": "most", "v": "7"})
    assert (bad.status_code, bad.headers["location"]) == (303, f"/s/{session}/?n=no_such_option")
    page = await one.http.get(bad.headers["location"])
    assert REASONS[Why.NO_SUCH_OPTION] in page.text


async def test_a_page_loaded_whole_carries_an_answer_id_and_comes_again_by_itself(
    house: House,
) -> None:
    _session, [one, *_] = await at_the_question(house)
    page = await one.screen()
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert 'name="answer" value="' in page


async def test_when_the_disk_says_no_nothing_counts_and_the_phone_shall_try_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, [one, *_] = await at_the_question(house)

    def full(writings: object) -> None:
        raise StoreTrouble("The disk is full.")

    before = house.state(session)
    with monkeypatch.context() as broken:
        broken.setattr(house.server.store, "write", full)
        answer = await one.do("answer", step="most", answer=fresh_id(), v="1")
        health = await one.http.get("/health")
    assert refused(answer, Why.DISK_TROUBLE, 503)
    assert (health.status_code, health.json()["disk"]) == (503, "The disk is full.")
    assert house.state(session) is before
    assert (await one.do("answer", step="most", answer=fresh_id(), v="1")).status_code == 200


async def test_a_device_answers_for_those_without_a_phone_and_for_nobody_else(
    house: House,
) -> None:
    session = await house.open()
    device = Person(house.browser(), session)
    await device.http.post(f"/s/{session}/table", data={"table": "0"})
    for picture in ("p-cat", "p-dog", "p-bee", "p-hat"):
        fields = {"picture": picture, "trade": "seller", "reads": "1", "name": ""}
        added = await device.http.post(f"/s/{session}/person", data=fields | {"answer": fresh_id()})
        assert added.status_code == 303
    phone = await house.join(session, "p-sun")
    await house.go_to(session, "most")
    state = house.state(session)
    assert state.seats[phone.seat].table == 1
    mine = await device.do("answer", step="most", answer=fresh_id(), v="1", seat="2")
    assert mine.status_code == 200
    other = await device.do("answer", step="most", answer=fresh_id(), v="1", seat=phone.seat)
    assert refused(other, No.NOT_YOUR_SEAT, 403)
    assert (await device.do("hand", seat="3")).status_code == 200
    in_hand = await device.do("answer", step="most", answer=fresh_id(), v="0", seat="3")
    assert in_hand.status_code == 200
    assert set(house.state(session).answers[MOST]) == {2, 3}


async def test_what_a_device_sends_again_counts_also_when_nobody_holds_it_any_more(
    house: House,
) -> None:
    session = await house.open()
    device = Person(house.browser(), session)
    await device.http.post(f"/s/{session}/table", data={"table": "0"})
    people = await house.four(session)
    await house.go_to(session, "most")
    holds, own = people[0], {"step": "most", "answer": fresh_id(), "v": "1"}
    held = await device.do("hand", step="most", seat=holds.seat)
    first, again = [await device.do("answer", **own, seat=holds.seat) for _ in range(2)]
    assert [each.status_code for each in (held, first, again)] == [200, 200, 200]
    changed = await device.do("answer", **own | {"answer": fresh_id()}, seat=holds.seat)
    assert refused(changed, No.NOT_YOUR_SEAT, 403)
    await house.tell(session, c.GoOn())
    late = await device.do("answer", **own | {"answer": fresh_id()}, seat=holds.seat)
    assert refused(late, Why.STEP_CLOSED, 409)


async def test_saying_goodbye_and_coming_back(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    assert (await one.do("leave")).status_code == 200
    assert house.state(session).seats[one.seat].status == "left"
    late = await one.do("answer", step="most", answer=fresh_id(), v="1")
    assert refused(late, Why.SEAT_LEFT, 409)
    assert (await one.do("return")).status_code == 200
    assert house.state(session).seats[one.seat].status == "here"


async def test_a_question_may_be_put_without_saying_what_it_is_about(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    answer = await one.do("question", text="Who pays the rent?")
    assert answer.status_code == 200
    [question] = house.state(session).questions
    assert (question.about, question.text) == ("other", "Who pays the rent?")


def test_every_reason_has_a_sentence_of_its_own() -> None:
    assert set(REASONS) == set(Why)
    assert set(SENTENCES) == set(No)
    sentences = [*REASONS.values(), *SENTENCES.values()]
    assert len(set(sentences)) == len(sentences)
    assert not set(Why) & set(No)


async def test_other_methods_and_unknown_pages_get_a_sentence(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    wrong = await one.http.get(f"/s/{session}/do/answer", headers=JSON)
    assert refused(wrong, No.NOT_LIKE_THIS, 405)
    for path, status in ((f"/s/{session}/nowhere", 404), ("/static/none.css", 404)):
        page = await one.http.get(path)
        assert (page.status_code, SENTENCES[No.NO_SUCH_PAGE] in page.text) == (status, True)
    put = await one.http.put(f"/s/{session}/join", content=b"")
    assert (put.status_code, SENTENCES[No.NOT_LIKE_THIS] in put.text) == (405, True)


async def test_every_page_forbids_what_it_does_not_need(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    for path in ("/", f"/s/{session}/", f"/s/{session}/wall", "/static/none", f"/s/{session}/x"):
        headers = (await one.http.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"


async def test_static_files_come_from_memory_packed_and_for_ever(house: House) -> None:
    page = await house.browser(HERE, address="127.0.0.1").get("/")
    start = page.text.index("/static/")
    path = page.text[start : page.text.index('"', start)]
    answer = await house.browser().get(path, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
