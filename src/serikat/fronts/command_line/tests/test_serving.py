"""The web as a program: it starts, it stops, and however it ends it leaves nothing running behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from serikat.fronts.command_line.house_lock import IN_USE, InUseError, alone, among_others
from serikat.fronts.command_line.leaving import tell
from tests.architecture.sources import ROOT
from tests.support.installations import (
    answers,
    command,
    free_port,
    is_listening,
    processes_with,
    serikat,
    settings_of,
    surroundings,
    until,
)

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """A running web, its port and its data folder."""
    port, data = free_port(), tmp_path / "data"
    program = subprocess.Popen(command("serve", "--processes", "1"), env=surroundings(data, SERIKAT_PORT=str(port)))
    try:
        assert until(lambda: answers(port))
        yield program, port, data
    finally:
        program.kill()
        program.wait()
        assert until(lambda: not processes_with(str(data)))


@only_linux
@pytest.mark.slow
def test_the_web_stops_when_asked_and_takes_its_worker_with_it(web: tuple[subprocess.Popen[bytes], int, Path]) -> None:
    program, _, data = web
    assert until(lambda: any("worker_beside" in line for line in processes_with(str(data)).values()))
    program.send_signal(signal.SIGTERM)
    assert program.wait(60) == 0
    assert until(lambda: not processes_with(str(data)))


@pytest.mark.slow
def test_the_web_starts_and_stops_five_times_without_a_word_of_trouble(tmp_path: Path) -> None:
    """As the interpreter ends, the server's own threads must not be there any more: they would panic."""
    log = tmp_path / "log"
    with log.open("wb") as said:
        for number in (signal.SIGTERM, signal.SIGINT) * 2 + (signal.SIGTERM,):
            port = free_port()
            settings = surroundings(tmp_path / "data", SERIKAT_PORT=str(port))
            program = subprocess.Popen(command("serve"), env=settings, stdout=said, stderr=said)
            assert until(lambda at=port: answers(at))  # type: ignore[misc]
            program.send_signal(number)
            assert program.wait(60) == 0
    lines = log.read_text(encoding="utf-8")
    assert lines.count("Serikat runs at") == 5
    assert [word for word in ("Traceback", "panic", "rror") if word in lines] == []


def test_a_signal_is_heard_while_the_one_who_waits_holds_the_lock() -> None:
    leaving = threading.Event()
    handler = threading.Thread(target=tell, args=(leaving,), daemon=True)
    with leaving._cond:  # type: ignore[attr-defined]  # as the main thread does whenever it begins or ends its wait
        handler.start()
        handler.join(20)
        assert not handler.is_alive()
    assert leaving.wait(20)


def test_a_word_to_leave_is_told_again_where_it_was_taken_back() -> None:
    leaving = threading.Event()
    tell(leaving)
    assert leaving.wait(20)
    leaving.clear()
    assert leaving.wait(20)


@only_linux
@pytest.mark.slow
def test_a_whole_group_told_to_leave_at_once_leaves(tmp_path: Path) -> None:
    """As systemd and a terminal tell it."""
    port, data = free_port(), tmp_path / "data"
    settings = surroundings(data, SERIKAT_PORT=str(port))
    program = subprocess.Popen(command("serve"), env=settings, start_new_session=True)
    assert until(lambda: answers(port))
    os.killpg(program.pid, signal.SIGTERM)
    program.wait(60)
    assert until(lambda: not processes_with(str(data)))


@pytest.mark.slow
def test_the_web_serves_behind_a_proxy_in_production_and_writes_json(tmp_path: Path) -> None:
    """With the settings of docs/service/settings.example: what the proxy says is believed, other names are not."""
    data, port, log = tmp_path / "data", free_port(), tmp_path / "log"
    data.mkdir()
    settings = settings_of(ROOT / "docs" / "service" / "settings.example") | {
        "SERIKAT_DATA": str(data), "SERIKAT_PORT": str(port),
        "SERIKAT_SECRET_KEY": "x7" * 30, "SERIKAT_LOG_LEVEL": "info",
        "SERIKAT_FIRST_VISIT_CODE": "kode-rahasia",
    }  # fmt: skip

    def status(path: str, host: str = "serikat.example", proto: str = "https") -> int:
        with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as asked:
            asked.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": proto})
            return asked.getresponse().status

    with log.open("wb") as said:
        program = subprocess.Popen(command("serve"), env=surroundings(data, **settings), stdout=said, stderr=said)
        try:
            assert until(lambda: is_listening(port))
            asked = [
                status("/healthz"),
                status("/mulai/"),
                status("/", proto="http"),
                status("/", host="jahat.example"),
            ]
            assert asked == [200, 200, 301, 400]
        finally:
            program.terminate()
            assert program.wait(60) == 0
    lines = log.read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if json.loads(line)["level"] not in ("info", "warning")] == []


@only_linux
@pytest.mark.slow
def test_a_web_that_was_killed_leaves_nothing_behind(web: tuple[subprocess.Popen[bytes], int, Path]) -> None:
    program, _, data = web
    assert until(lambda: any("worker_beside" in line for line in processes_with(str(data)).values()))
    program.kill()
    assert until(lambda: not processes_with(str(data)))


@only_linux
@pytest.mark.slow
def test_a_worker_that_dies_is_started_again(web: tuple[subprocess.Popen[bytes], int, Path]) -> None:
    _, port, data = web

    def workers() -> list[int]:
        return [number for number, line in processes_with(str(data)).items() if "worker_beside" in line]

    assert until(lambda: len(workers()) == 1)
    [first] = workers()
    os.kill(first, signal.SIGKILL)
    assert until(lambda: len(workers()) == 1 and workers() != [first])
    assert answers(port)


@pytest.mark.slow
def test_slow_visitors_do_not_keep_others_waiting(web: tuple[subprocess.Popen[bytes], int, Path]) -> None:
    _, port, _ = web
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(20)]
    for each in slow:
        each.sendall(b"POST /bahasa/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 11\r\n\r\nlang")
    assert answers(port)
    slow[0].sendall(b"uage=en")
    assert slow[0].recv(20).startswith(b"HTTP/1.1 302")
    for each in slow:
        each.close()


def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        done = serikat(tmp_path, "serve", SERIKAT_PORT=port)
    assert done.returncode == 2
    assert f"127.0.0.1:{port} is in use" in done.stderr
    assert "SERIKAT_PORT=8080" in done.stderr


def test_unsafe_settings_are_said_without_a_traceback(tmp_path: Path) -> None:
    done = serikat(tmp_path, "migrate", SERIKAT_ENV="production")
    assert done.returncode == 2
    assert "SERIKAT_SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


def test_many_may_work_at_a_time_but_one_alone_keeps_others_out(tmp_path: Path) -> None:
    lock = tmp_path / IN_USE
    with among_others(lock), among_others(lock), pytest.raises(InUseError), alone(lock, 0.1):
        pass
    with alone(tmp_path / IN_USE, 0.1):
        pass
