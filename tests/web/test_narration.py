"""Recording at the desk, hearing in the room, and the clock that waits: over HTTP."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.web.houses import HERE, JSON, MODULES, House, fresh_id, running_house
from thinkcoop.app.narration import Line, Made, Unfit, said_digest, take_of
from thinkcoop.core.words import SessionId, TableNo
from thinkcoop.store.voices import VoiceFolder
from thinkcoop.web.narrated import lines_for
from thinkcoop.web.phrases_voice import UNFIT, VOICE_PAGE
from thinkcoop.web.refusals import SENTENCES, No
from thinkcoop.web.translator import translator
from thinkcoop.web.voices import HASH_LETTERS, OF_PRODUCT, PRODUCT, Voices, sound_name

SOUND = Made(b"0123456789", b"aac", 4_000)
PAGE = "/desk/voice/tea/en"


@dataclass
class FakeStudio:
    """Makes the same of everything that has a voice."""

    made: list[bytes] = field(default_factory=list)

    def make(self, body: bytes) -> Made | Unfit:
        self.made.append(body)
        return SOUND if body.startswith(b"voice") else Unfit.SILENT


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A server that records into a folder of its own."""
    async with running_house() as made:
        made.server.house.voices = Voices(
            open=VoiceFolder,
            kept=tmp_path / "voice",
            folder_of=(tmp_path / "modules").joinpath,
            studio=FakeStudio,
        )
        yield made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "voice"


def lines(house: House) -> tuple[Line, ...]:
    module = house.server.house.library.module("tea")
    assert module is not None
    return lines_for(module, translator("en", MODULES / "tea"))


def convener(house: House) -> httpx.AsyncClient:
    return house.browser(HERE, address="127.0.0.1")


async def send(house: House, line: Line, body: bytes = b"voice", **changes: str) -> httpx.Response:
    fields = {"key": line.key, "said": said_digest(line.said), "by": "Dara", **changes}
    files = {"voice": ("voice", body, "audio/webm")}
    return await convener(house).post(f"{PAGE}/take", data=fields, files=files, headers=JSON)


def record(kept: Path, *some: Line, synthetic: bool = False, language: str = "en") -> None:
    for line in some:
        owner = "tea" if line.owner == "module" else PRODUCT
        take = take_of(line, SOUND, synthetic=synthetic)
        VoiceFolder(kept / owner / language).keep(line.key, take, SOUND)


def recorded(kept: Path) -> list[str]:
    """The names of all sounds that are kept."""
    return sorted(path.name for path in kept.rglob("*.opus"))


async def test_only_the_convener_comes_in(house: House) -> None:
    stranger = house.browser()
    for address in ("/desk/voice/", PAGE, f"{PAGE}/list", f"{PAGE}/zip"):
        assert "Type the PIN." in (await stranger.get(address)).text
    files = {"voice": ("1.wav", b"voice", "audio/wav")}
    answer = await stranger.post(f"{PAGE}/take", files=files, headers=JSON)
    assert (answer.status_code, lines(house) != ()) == (403, True)


async def test_a_page_from_elsewhere_records_nothing(house: House, kept: Path) -> None:
    desk = convener(house)
    files = {"voice": ("1.wav", b"voice", "audio/wav")}
    headers = {"origin": "http://elsewhere.test", **JSON}
    answer = await desk.post(f"{PAGE}/take", files=files, headers=headers)
    assert (answer.status_code, recorded(kept)) == (403, [])


async def test_the_first_sentence_that_is_missing_is_shown(house: House, kept: Path) -> None:
    first, second, *_ = lines(house)
    assert first.said in (await convener(house).get(PAGE)).text
    record(kept, first)
    house.server.house.voices.forget()
    page = (await convener(house).get(PAGE)).text
    assert f'<h1 tabindex="-1" lang="en">{second.said}</h1>' in page
    assert f"1 of {len(lines(house))} recorded" in page


async def test_what_a_machine_read_still_waits_for_a_person(house: House, kept: Path) -> None:
    first = lines(house)[0]
    record(kept, first, synthetic=True)
    page = (await convener(house).get(PAGE)).text
    assert f">{first.said}</h1>" in page
    assert VOICE_PAGE["voice_state_synthetic"] in page


async def test_a_recording_is_kept_with_who_spoke_and_when(house: House, kept: Path) -> None:
    line = next(each for each in lines(house) if each.owner == "module")
    answer = await send(house, line)
    assert (answer.status_code, answer.json()["ok"], answer.json()["kept"]) == (200, True, 1)
    take = VoiceFolder(kept / "tea" / "en").takes()[line.key]
    on = house.server.house.today().isoformat()
    assert take == take_of(line, SOUND, by="Dara", on=on)


async def test_a_recording_of_words_that_were_changed_meanwhile_is_not_kept(
    house: House, kept: Path
) -> None:
    line = lines(house)[3]
    changed = await send(house, line, said="0" * 16)
    gone = await send(house, line, key="0" * 16)
    assert [answer.status_code for answer in (changed, gone)] == [409, 409]
    assert changed.json()["sentences"] == [VOICE_PAGE["voice_changed"]]
    assert gone.json()["sentences"] == [VOICE_PAGE["voice_no_line"]]
    assert recorded(kept) == []


async def test_a_silent_recording_is_told_and_the_one_before_stays(
    house: House, kept: Path
) -> None:
    line = lines(house)[0]
    record(kept, line)
    before = VoiceFolder(kept / PRODUCT / "en").takes()
    answer = await send(house, line, b"nothing")
    assert (answer.status_code, answer.json()["ok"]) == (415, False)
    assert UNFIT[Unfit.SILENT] in answer.json()["sentences"][0]
    assert VoiceFolder(kept / PRODUCT / "en").takes() == before


async def test_without_a_script_the_next_sentence_follows(house: House) -> None:
    line = lines(house)[0]
    fields = {"key": line.key, "said": said_digest(line.said)}
    files = {"voice": ("note.m4a", b"voice", "audio/mp4")}
    answer = await convener(house).post(f"{PAGE}/take", data=fields, files=files)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?at=2")


async def test_many_files_are_told_apart_by_their_names(house: House, kept: Path) -> None:
    listed = lines(house)
    files = [
        ("voice", ("1.wav", b"voice", "audio/wav")),
        ("voice", (f"{listed[1].key}.m4a", b"voice", "audio/mp4")),
        ("voice", ("2.wav", b"silence", "audio/wav")),
        ("voice", ("holiday.wav", b"voice", "audio/wav")),
    ]
    answer = await convener(house).post(f"{PAGE}/take", files=files)
    assert answer.status_code == 415
    for told in (
        "1.wav is now sentence 1.",
        f"{listed[1].key}.m4a is now sentence 2.",
        "2.wav: There is no voice in this recording.",
        "holiday.wav does not begin with a number or a name of the list.",
    ):
        assert told in answer.text
    assert set(VoiceFolder(kept / PRODUCT / "en").takes()) == {listed[0].key, listed[1].key}


async def test_files_that_are_too_large_are_refused_in_a_sentence(house: House) -> None:
    files = {"voice": ("1.wav", b"voice" * 6_100_000, "audio/wav")}
    answer = await convener(house).post(f"{PAGE}/take", files=files, headers=JSON)
    assert answer.status_code == 413
    assert answer.json()["sentence"] == SENTENCES[No.NARRATION_TOO_LARGE]


async def test_without_the_extra_the_page_says_how_to_add_it(house: House) -> None:
    house.server.house.voices.studio = None
    page = (await convener(house).get(PAGE)).text
    assert "pip install &#34;thinkcoop[voice]&#34;" in page
    answer = await send(house, lines(house)[0])
    assert (answer.status_code, answer.json()["sentences"]) == (
        409,
        [VOICE_PAGE["voice_no_studio"]],
    )


async def test_the_list_has_every_sentence_with_a_name_for_its_file(house: House) -> None:
    page = (await convener(house).get(f"{PAGE}/list")).text
    for number, line in enumerate(lines(house), 1):
        assert f"<code>{number:03}-{line.key[:4]}</code>" in page


async def test_recordings_leave_in_one_file_as_a_module_holds_them(
    house: House, kept: Path
) -> None:
    line = next(each for each in lines(house) if each.owner == "module")
    record(kept, line)
    answer = await convener(house).get(f"{PAGE}/zip")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    folder = "tea/voice/en"
    assert names == [
        f"{folder}/{line.key}.m4a",
        f"{folder}/{line.key}.opus",
        f"{folder}/voice.json",
    ]


@pytest.mark.parametrize(
    "address", ["/desk/voice/none/en", "/desk/voice/tea/xx", f"{PAGE}?at=9999"]
)
async def test_what_is_not_there_is_told(house: House, address: str) -> None:
    assert (await convener(house).get(address)).status_code == 404


async def test_a_phone_is_given_the_addresses_of_what_it_reads(house: House, kept: Path) -> None:
    record(kept, *lines(house)[:4])
    session = await house.open()
    one, *_ = await house.four(session)
    html = await one.screen()
    told = html.split('data-voice="')[1].split('"')[0]
    assert told.startswith("tea/en ")
    name = told.split()[1][HASH_LETTERS:]
    owner = PRODUCT if name.startswith(OF_PRODUCT) else "tea"
    answer = await one.http.get(f"/voice/{owner}/en/{name.removeprefix(OF_PRODUCT)}.opus")
    assert (answer.status_code, answer.content) == (200, SOUND.opus)
    assert answer.headers["content-type"] == "audio/ogg; codecs=opus"
    assert "immutable" in answer.headers["cache-control"]


async def test_where_nothing_is_recorded_nothing_is_said_of_it(house: House) -> None:
    session = await house.open()
    one, *_ = await house.four(session)
    html = await one.screen()
    assert "data-voice" not in html
    assert "machine" not in html


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ("bytes=0-1", 206, b"01", "bytes 0-1/10"),
        ("bytes=4-", 206, b"456789", "bytes 4-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, SOUND.opus, None),
        ("lines=1-2", 200, SOUND.opus, None),
    ],
)
async def test_a_part_of_a_sound_can_be_asked_for(
    house: House, kept: Path, asked: str, status: int, body: bytes, told: str | None
) -> None:
    line = lines(house)[0]
    record(kept, line)
    address = f"/voice/{PRODUCT}/en/{sound_name(take_of(line, SOUND))}.opus"
    answer = await house.browser().get(address, headers={"range": asked})
    found = (answer.status_code, answer.content, answer.headers.get("content-range"))
    assert found == (status, body, told)


@pytest.mark.parametrize(
    "address",
    [
        "/voice/tea/en/0123456789.opus",
        "/voice/../en/x.opus",
        "/voice/tea/en/voice.json",
        "/voice/",
    ],
)
async def test_no_other_file_is_given_away(house: House, address: str) -> None:
    assert (await house.browser().get(address)).status_code == 404


async def at_the_table(house: House) -> tuple[SessionId, httpx.AsyncClient]:
    """A table whose device leads, in its first step."""
    session = await house.open()
    device = house.browser()
    await device.post(f"/s/{session}/table", data={"answer": fresh_id(), "table": "1"})
    for picture in ("p-lotus", "p-fish", "p-palm", "p-drum"):
        await house.join(session, picture)
    return session, device


@pytest.mark.parametrize("language", ["en", "km"])
async def test_while_a_tables_device_reads_the_clock_waits(
    house: House, kept: Path, language: str
) -> None:
    wanted = (line for line in lines(house) if "/t1-1/" in line.place)
    record(kept, *wanted, language=language)
    session, device = await at_the_table(house)
    await device.get(f"/s/{session}/language", params={"code": language})
    await house.go_to(session, "t1-1")
    html = (await device.get(f"/s/{session}/")).text
    step = html.split('data-hold="')[1].split('"')[0]
    before = closing(house, session)
    fields = {"step": step, "answer": fresh_id(), "slow": "0"}
    answer = await device.post(f"/s/{session}/do/narrate", data=fields, headers=JSON)
    assert answer.json()["ok"] is True
    waited = closing(house, session) - before
    assert (waited > 0, waited % SOUND.milliseconds) == (True, 0)


@pytest.mark.parametrize(("own", "waits"), [("1", True), ("0", False)])
async def test_the_clock_waits_also_for_a_voice_of_the_devices_own(
    house: House, own: str, *, waits: bool
) -> None:
    session, device = await at_the_table(house)
    await house.go_to(session, "t1-1")
    step = (await device.get(f"/s/{session}/")).text.split('data-hold="')[1].split('"')[0]
    before = closing(house, session)
    fields = {"step": step, "answer": fresh_id(), "own": own}
    answer = await device.post(f"/s/{session}/do/narrate", data=fields, headers=JSON)
    assert (answer.json()["ok"], closing(house, session) > before) == (waits, waits)


def closing(house: House, session: SessionId) -> int:
    """When the step closes that is open at table 1 or in the room."""
    state = house.state(session)
    return max(state.tables[TableNo(1)].floor.closes_at, state.room.closes_at)


async def test_a_phone_holds_no_clock(house: House) -> None:
    session = await house.open()
    one, *_ = await house.four(session)
    answer = await one.do("narrate", step="any", answer=fresh_id())
    assert (answer.status_code, answer.json()["why"]) == (405, str(No.NOT_LIKE_THIS))


async def test_the_wall_holds_the_clock_only_for_the_convener(house: House) -> None:
    session = await house.open()
    await house.four(session)
    stranger = await house.browser().post(f"/s/{session}/narrate", data={"step": "any"})
    assert stranger.status_code == 403
    known = await convener(house).post(f"/s/{session}/narrate", data={"step": "any"}, headers=JSON)
    assert known.status_code == 409
