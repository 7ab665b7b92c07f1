"""Spoken answers over the web: what counts, what is refused, and that a refusal stores nothing."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.houses import JSON, MODULES, House, Person, fresh_id, running_house
from tests.web.sounds import NO_SOUNDS, SOUNDS, wav
from thinkcoop.app.ports import LARGEST_RECORDING, recorded
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, SessionId, StepId, Why
from thinkcoop.web.assets import address
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.refusals import SENTENCES, No
from thinkcoop.web.sounds import sound_of

TELL = StepId("tell")
WORDS_STEP = """  - ask: What would you tell the others?
    id: tell
    again: Say it in your own words.
    picture: do-ask
    pick: words
  - show: most
"""
HALLO = wav()
DIGEST = sha256(HALLO).hexdigest()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A server whose tea module has a question for words."""
    async with running_house(with_words(shutil.copytree(MODULES, tmp_path / "modules"))) as made:
        yield made


def with_words(shelf: Path) -> Path:
    """That shelf, on which the tea module has a question for words now."""
    file = shelf / "tea" / "activities" / "t1-the-price-of-sugar.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - show: most\n", WORDS_STEP, 1), encoding="utf-8")
    return shelf


async def at_the_question(house: House) -> tuple[SessionId, list[Person]]:
    session = await house.open()
    people = await house.four(session)
    await house.go_to(session, "tell")
    return session, people


async def speak(
    person: Person, body: bytes = HALLO, *, headers: Mapping[str, str] = JSON, **fields: str
) -> httpx.Response:
    """Send a recording as the form does."""
    return await tell(person, body, fields, headers=headers)


async def tell(
    person: Person, body: bytes, fields: Mapping[str, str], *, headers: Mapping[str, str] = JSON
) -> httpx.Response:
    """As `speak`. The file's name and type are what a phone may say, and are not believed."""
    return await person.http.post(
        f"/s/{person.session}/voice",
        data={"step": "tell", "answer": fresh_id(), "text": "", **fields},
        files={"voice": ("my voice.wav", body, "image/png")},
        headers=headers,
    )


def stored(house: House, session: SessionId) -> dict[int, tuple[str, str]]:
    """Text and voice of every answer."""
    answers = house.state(session).answers.get(TELL, {})
    return {seat: (answer.text, answer.voice) for seat, answer in answers.items()}


def refused(answer: httpx.Response, why: Why | No, status: int) -> bool:
    sentence = SENTENCES[why] if isinstance(why, No) else REASONS[why]
    expected = {"ok": False, "why": str(why), "sentence": sentence}
    return (answer.status_code, answer.json()) == (status, expected)


async def test_a_spoken_answer_counts_and_its_recording_is_kept(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    answer = await speak(one)
    version = house.state(session).version
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "version": version})
    assert stored(house, session) == {one.seat: ("", DIGEST)}
    assert house.server.store.recording(session, DIGEST) == recorded("wav", HALLO)


async def test_without_a_script_the_reply_leads_back_to_the_screen(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    page = await one.screen()
    assert '<noscript><meta http-equiv="refresh" content="90"></noscript>' in page
    assert 'action="voice" enctype="multipart/form-data"' in page
    assert '<input type="file" name="voice" accept="audio/*" capture required>' in page
    answer = await speak(one, headers={})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/s/{session}/?n=counted")
    after = (await one.http.get(answer.headers["location"])).text
    assert "<p>sent</p>" in after
    assert "We have your voice. A new answer takes its place." in after
    assert "The room does not hear it." in after


async def test_words_that_were_typed_travel_with_the_voice(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    assert (await speak(one, text="Buy together")).status_code == 200
    assert stored(house, session) == {one.seat: ("Buy together", DIGEST)}


async def test_the_same_spoken_answer_twice_is_once(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    name = fresh_id()
    await speak(one, answer=name)
    before = house.events(session)
    assert (await speak(one, answer=name)).status_code == 200
    assert (house.events(session), stored(house, session)) == (before, {one.seat: ("", DIGEST)})


async def test_a_later_answer_takes_the_recording_away_again(house: House) -> None:
    session, [one, two, *_] = await at_the_question(house)
    await speak(one)
    await speak(two, wav(400))
    await one.do("answer", step="tell", answer=fresh_id(), text="Never mind")
    await speak(two, wav(600))
    kept = house.server.store.recording
    gone = kept(session, DIGEST), kept(session, sha256(wav(400)).hexdigest())
    newest = sha256(wav(600)).hexdigest()
    assert gone == (None, None)
    assert kept(session, newest) == recorded("wav", wav(600))
    assert stored(house, session) == {one.seat: ("Never mind", ""), two.seat: ("", newest)}


async def test_two_who_send_the_same_recording_do_not_lose_it_to_each_other(house: House) -> None:
    session, [one, two, *_] = await at_the_question(house)
    await speak(one)
    await speak(two)
    await one.do("answer", step="tell", answer=fresh_id(), text="Never mind")
    assert house.server.store.recording(session, DIGEST) == recorded("wav", HALLO)


@pytest.mark.parametrize(("body", "kind"), SOUNDS.values(), ids=SOUNDS.keys())
def test_every_kind_that_phones_record_is_known_by_its_first_bytes(body: bytes, kind: str) -> None:
    assert sound_of(body) == kind


@pytest.mark.parametrize("body", NO_SOUNDS.values(), ids=NO_SOUNDS.keys())
def test_nothing_else_is_a_recording(body: bytes) -> None:
    assert sound_of(body) is None


@given(body=st.binary(max_size=80))
def test_any_bytes_are_a_recording_or_none(body: bytes) -> None:
    assert sound_of(body) in (None, "webm", "ogg", "m4a", "3gp", "mp3", "wav", "amr", "caf")


@pytest.mark.parametrize(
    ("body", "fields", "why", "status"),
    [
        (NO_SOUNDS["a picture"], {}, No.NOT_A_RECORDING, 415),
        (NO_SOUNDS["a film in mp4"], {}, No.NOT_A_RECORDING, 415),
        (b"", {}, Why.NOT_AN_ANSWER, 409),
        (HALLO, {"step": "most"}, Why.STEP_CLOSED, 409),
        (HALLO, {"step": "no-such-step"}, Why.OTHER_STEP, 409),
        (HALLO, {"v": "1"}, Why.NOT_AN_ANSWER, 409),
        (HALLO, {"seat": "2"}, No.NOT_YOUR_SEAT, 403),
        (HALLO, {"answer": "short"}, Why.UNREADABLE, 400),
        (HALLO, {"V": "1"}, Why.UNREADABLE, 400),
        (HALLO, {"text": "a\x00b"}, Why.TEXT_UNREADABLE, 400),
        (HALLO, {"text": "long " * 60}, Why.TEXT_TOO_LONG, 409),
        (HALLO + b"\x80" * LARGEST_RECORDING, {}, No.RECORDING_TOO_LARGE, 413),
        (HALLO + b"\x80" * 3_000_000, {}, No.RECORDING_TOO_LARGE, 413),
    ],
)
async def test_a_bad_recording_is_refused_with_a_sentence_and_stores_nothing(
    house: House, body: bytes, fields: dict[str, str], why: Why | No, status: int
) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session), house.state(session)
    answer = await tell(one, body, fields)
    assert refused(answer, why, status), (answer.status_code, answer.text)
    assert (house.events(session), house.state(session)) == before
    assert house.server.store.recording(session, sha256(body).hexdigest()) is None


async def test_without_a_script_a_refusal_is_a_page_or_a_notice_on_the_screen(
    house: House,
) -> None:
    session, [one, *_] = await at_the_question(house)
    wrong = await speak(one, NO_SOUNDS["a picture"], headers={})
    assert (wrong.status_code, SENTENCES[No.NOT_A_RECORDING] in wrong.text) == (415, True)
    large = await speak(one, HALLO * 4_000, headers={})
    assert (large.status_code, SENTENCES[No.RECORDING_TOO_LARGE] in large.text) == (413, True)
    assert f'href="/s/{session}/"' in large.text
    late = await speak(one, headers={}, step="most")
    assert (late.status_code, late.headers["location"]) == (303, f"/s/{session}/?n=step_closed")
    empty = await one.http.post(f"/s/{session}/voice", data={"step": "tell"}, files={"x": b""})
    assert empty.headers["location"] == f"/s/{session}/?n=not_an_answer"


async def test_after_the_step_is_closed_nothing_is_stored(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    house.clock.ahead_ms += 600_000
    answer = await speak(one)
    assert refused(answer, Why.STEP_CLOSED, 409)
    assert house.server.store.recording(session, DIGEST) is None


async def test_a_step_that_takes_no_words_takes_no_voice(house: House) -> None:
    session = await house.open()
    [one, *_] = await house.four(session)
    await house.go_to(session, "most")
    answer = await speak(one, step="most", v="1")
    assert refused(answer, Why.NOT_AN_ANSWER, 409)
    assert house.server.store.recording(session, DIGEST) is None


async def test_whoever_has_no_place_is_not_listened_to(house: House) -> None:
    session, _people = await at_the_question(house)
    stranger = Person(house.browser(), session)
    assert refused(await speak(stranger), Why.SEAT_UNKNOWN, 403)
    assert refused(await speak(stranger, HALLO * 400), Why.SEAT_UNKNOWN, 403)
    other = await house.join(await house.open(), "p-cat")
    value = other.http.cookies["place"]
    stranger.http.cookies.set("place", value, domain="room.test")
    assert refused(await speak(stranger), Why.SEAT_UNKNOWN, 403)
    assert house.server.store.recording(session, DIGEST) is None


async def test_a_recording_from_another_page_is_refused(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    for body in (HALLO, HALLO * 400):
        answer = await speak(one, body, headers=JSON | {"origin": "http://elsewhere.test"})
        assert refused(answer, No.CROSS_SITE, 403)
    assert stored(house, session) == {}


@pytest.mark.parametrize(
    "body", [b"", b"--x\r\n", b"step=tell", b"--x\r\nContent-Disposition: form-data\r\n\r\n"]
)
async def test_what_is_no_proper_form_is_not_read(house: House, body: bytes) -> None:
    session, [one, *_] = await at_the_question(house)
    kind = {"content-type": "multipart/form-data; boundary=x"}
    answer = await one.http.post(f"/s/{session}/voice", content=body, headers=JSON | kind)
    assert (answer.status_code, answer.json()["ok"]) == (answer.status_code, False)
    assert answer.status_code in (400, 409)
    assert stored(house, session) == {}


async def test_two_recordings_in_one_form_are_none(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    files = [("voice", ("a", HALLO, "audio/wav")), ("voice", ("b", wav(400), "audio/wav"))]
    answer = await one.http.post(
        f"/s/{session}/voice", data={"step": "tell"}, files=files, headers=JSON
    )
    assert refused(answer, Why.UNREADABLE, 400)
    assert stored(house, session) == {}


async def test_no_tap_can_name_a_recording(house: House) -> None:
    session, [one, two, *_] = await at_the_question(house)
    await speak(two)
    tapped = await one.do("answer", step="tell", answer=fresh_id(), text="mine", voice=DIGEST)
    assert tapped.status_code == 200
    assert stored(house, session)[one.seat] == ("mine", "")
    alone = await one.do("answer", step="tell", answer=fresh_id(), voice=DIGEST)
    assert refused(alone, Why.NOT_AN_ANSWER, 409)


async def test_a_voice_without_its_recording_counts_for_nothing(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    before = house.events(session)
    names = c.GiveAnswer(
        seat=one.seat, step=TELL, answer=AnswerId(fresh_id()), value=(), voice=DIGEST
    )
    await house.tell(session, names)
    assert (house.events(session), stored(house, session)) == (before, {})


async def test_the_table_device_speaks_for_the_one_who_holds_it(house: House) -> None:
    session = await house.open()
    device = Person(house.browser(), session)
    await device.http.post(f"/s/{session}/table", data={"table": "0"})
    for picture in ("p-cat", "p-dog", "p-bee", "p-hat"):
        fields = {"picture": picture, "trade": "seller", "reads": "1", "name": ""}
        await device.http.post(f"/s/{session}/person", data=fields | {"answer": fresh_id()})
    await house.go_to(session, "tell")
    await device.do("hand", seat="3")
    page = await device.screen()
    form = page.partition('action="voice"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="seat" value="3">' in form
    assert (await speak(device, seat="3")).status_code == 200
    assert stored(house, session) == {3: ("", DIGEST)}
    after = await device.screen()
    assert 'action="voice"' not in after


async def test_only_a_question_for_words_brings_the_script_that_records(house: House) -> None:
    session = await house.open()
    [one, *_] = await house.four(session)
    await house.go_to(session, "most")
    assert address("voice.js") not in await one.screen()
    await house.go_to(session, "tell")
    assert address("voice.js") in await one.screen()


async def test_the_page_is_for_posts_alone(house: House) -> None:
    session, [one, *_] = await at_the_question(house)
    answer = await one.http.get(f"/s/{session}/voice")
    assert (answer.status_code, SENTENCES[No.NOT_LIKE_THIS] in answer.text) == (405, True)
