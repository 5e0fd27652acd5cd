"""Only one process at a time where the locks of the file system cannot be trusted."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ajs_trainer.record.faults import InUse
from ajs_trainer.record.lock import HostLock, is_alive


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_the_lock_tells_computer_and_process(path: Path) -> None:
    lock = HostLock(path)

    lock.take()

    file = path.with_name("ajs.db.lock")
    assert file.read_text() == f"{socket.gethostname()}\n{os.getpid()}\n"
    with pytest.raises(InUse, match=socket.gethostname()) as caught:
        HostLock(path).take()
    assert str(file) in caught.value.hint

    lock.release()
    lock.release()
    HostLock(path).take()


def test_a_lock_that_a_dead_process_left_is_taken_over(path: Path) -> None:
    path.parent.mkdir()
    file = path.with_name("ajs.db.lock")
    file.write_text(f"{socket.gethostname()}\n{dead_process()}\n")

    HostLock(path).take()

    assert str(os.getpid()) in file.read_text()


@pytest.mark.parametrize("text", ["another-computer\n1\n", "", "\x1b[2J\nx\n", "host\n"])
def test_a_lock_of_another_computer_is_never_taken_over(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.with_name("ajs.db.lock").write_text(text)

    with pytest.raises(InUse) as caught:
        HostLock(path).take()

    assert caught.value.message.isprintable()
    assert path.with_name("ajs.db.lock").read_text() == text


def test_processes_that_live_and_do_not() -> None:
    assert is_alive(os.getpid())
    assert is_alive(os.getppid())
    assert not is_alive(dead_process())
