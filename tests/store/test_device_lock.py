from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.store.device_lock import NAME, DeviceLock

HOLDER = """
import sys, time
from pathlib import Path
from thinkcoop.store.device_lock import DeviceLock
lock = DeviceLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def refusal(folder: Path) -> str:
    with pytest.raises(StoreTrouble) as caught:
        DeviceLock(folder)
    return caught.value.plain


def test_a_second_server_on_the_same_folder_is_told_which_one_runs(tmp_path: Path) -> None:
    with DeviceLock(tmp_path):
        assert refusal(tmp_path) == (
            f"Think.Coop is already running with the folder {tmp_path} (process {os.getpid()}). "
            "Stop it first, or choose another folder."
        )


def test_two_servers_with_folders_of_their_own_do_not_meet(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with DeviceLock(tmp_path), DeviceLock(other):
        assert (other / NAME).read_text() == f"{os.getpid()}\n"


def test_the_folder_is_free_after_the_release(tmp_path: Path) -> None:
    DeviceLock(tmp_path).release()
    DeviceLock(tmp_path).release()
    assert (tmp_path / NAME).read_text() == f"{os.getpid()}\n"


def test_a_killed_server_leaves_no_lock_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert f"(process {holder.pid})" in refusal(tmp_path)
        holder.send_signal(signal.SIGKILL)
    with DeviceLock(tmp_path):
        assert (tmp_path / NAME).read_text() == f"{os.getpid()}\n"


def test_a_folder_that_is_not_there_is_refused_in_a_plain_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    assert refusal(folder) == (
        f"The folder {folder} cannot be written to: No such file or directory."
    )
