"""The server as a process: streams, going down and coming up again, and what is on the disk."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from tests.web.servers import (
    Process,
    free_port,
    log_lines,
    next_screen,
    open_stream,
    serving,
    step_on,
)

PICTURES = ("p-lotus", "p-fish", "p-palm", "p-drum")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def to_the_question(server: Process, session: str) -> None:
    for _ in range(3):
        server.go_on(session)


def test_a_stream_sends_whole_screens_packed_and_only_when_they_change(data_dir: Path) -> None:
    with serving(data_dir) as server:
        session = server.open()
        phones = [server.join(session, picture) for picture in PICTURES]
        with open_stream(phones[0], session) as lines:
            assert next(lines) == "retry: 1500"
            first, _, _ = next_screen(lines)
            to_the_question(server, session)
            version, now, html = next_screen(lines)
            while step_on(html) != "most":
                version, now, html = next_screen(lines)
            assert version > first
            assert now > 0
            assert server.answer(phones[0], session, "most").status_code == 200
            mine, _, html = next_screen(lines)
            assert (mine > version, step_on(html)) == (True, "most")


def test_a_phone_whose_seat_was_taken_over_loses_its_stream(data_dir: Path) -> None:
    with serving(data_dir) as server:
        session = server.open()
        old = server.join(session, "p-lotus")
        page = old.get(f"/s/{session}/").text
        code = page.split("Your number is ", 1)[1][:4]
        with open_stream(old, session) as lines:
            next_screen(lines)
            back = {"picture": "p-lotus", "code": code}
            assert server.browser().post(f"/s/{session}/back", data=back).status_code == 303
            assert set(lines) <= {""}  # nothing more comes: it ends
        again = old.get(f"/s/{session}/stream?view=phone")
        assert again.status_code == 403


CUT_OFF = "timeout graceful shutdown exceeded"
"""What the server says when it had to break off what did not end by itself."""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_open_streams_do_not_hold_up_the_end_of_the_server(
    data_dir: Path, how: signal.Signals
) -> None:
    with serving(data_dir) as server:
        session = server.open()
        phone = server.join(session, "p-lotus")
        with open_stream(phone, session) as lines, open_stream(phone, session, "wall") as wall:
            next_screen(lines)
            next_screen(wall)
            status, _, log = server.stop(how)
            assert list(lines)[-1:] in ([], [""])
        assert (status, CUT_OFF in log) == (0, False)
        assert "Traceback" not in log


def test_after_a_restart_the_room_goes_on_at_the_same_step(data_dir: Path) -> None:
    with serving(data_dir) as server:
        session = server.open()
        phones = [server.join(session, picture) for picture in PICTURES]
        to_the_question(server, session)
        assert server.answer(phones[0], session, "most").status_code == 200
        server.stop(signal.SIGKILL)
        server.start()
        with open_stream(phones[1], session) as lines:
            _, _, html = next_screen(lines)
            assert step_on(html) == "most"
        assert server.answer(phones[1], session, "most").status_code == 200
        assert 'class="phone"' in phones[0].get(f"/s/{session}/").text


def test_a_log_can_be_written_out_and_checked_while_the_server_runs(
    data_dir: Path, tmp_path: Path
) -> None:
    with serving(data_dir) as server:
        session = server.open()
        server.join(session, "p-lotus")
        out, trouble = server.command("log", session).communicate(timeout=30)
        assert trouble == ""
        file = tmp_path / "session.ndjson"
        file.write_text(out)
        verified, _ = Process(data_dir).command_on_file("verify", file)
        assert f"The log of session {session} is whole" in verified
        file.write_text(out.replace("p-lotus", "p-drum"))
        broken, status = Process(data_dir).command_on_file("verify", file)
        assert (status, "Line 3" in broken) == (1, True)
        _, trouble = server.command("log", "QQQQQ").communicate(timeout=30)
        assert trouble.strip() == "There is no session QQQQQ on this device."


def test_a_second_server_on_the_same_folder_is_refused_in_a_sentence(data_dir: Path) -> None:
    with serving(data_dir) as server:
        second = server.command("serve", "--port", str(free_port()))
        _, said = second.communicate(timeout=30)
        assert second.returncode == 1
        assert said.startswith("Think.Coop is already running with the folder")
        assert "Traceback" not in said


def test_a_port_that_is_taken_is_told_in_a_sentence(data_dir: Path, tmp_path: Path) -> None:
    with serving(data_dir) as server:
        other = Process(tmp_path / "other").command("serve", "--port", str(server.port))
        _, said = other.communicate(timeout=30)
        assert (other.returncode, said.startswith(f"Port {server.port} cannot be used")) == (
            1,
            True,
        )


def test_the_window_shows_the_way_in_and_the_log_tells_operators_what_happened(
    data_dir: Path,
) -> None:
    with serving(data_dir) as server:
        session = server.open()
        server.join(session, "p-lotus")
        server.browser().post(f"/s/{session}/do/answer", data={})
        _, out, log = server.stop()
    assert f"http://localhost:{server.port}/desk/" in out
    assert "PIN:" in out
    told = log_lines(log)
    assert [line["event"] for line in told if line.get("session") == session] == [
        "session gathering",
        "seat taken",
    ]
    assert {"event": "refusals", "seat_unknown": 1}.items() <= told[-1].items()


def test_the_key_of_the_cookies_is_for_nobody_elses_eyes_and_stays(data_dir: Path) -> None:
    with serving(data_dir) as server:
        key = data_dir / "cookie.key"
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        before = key.read_bytes()
        server.stop()
        server.start()
        assert (len(before), key.read_bytes()) == (32, before)
