"""No file carries the place where it was written: no machine's paths, no registry's address, no secrets."""

from __future__ import annotations

import re

import pytest

from tests.architecture.sources import ROOT, project_files

# Put together here so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~*)\]}-])/(?:" + "wo" + "rk|ro" + r"ot|home/\w+|Users/\w+)/")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}")


def texts() -> list[tuple[str, str]]:
    found = []
    for path in project_files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("trace", [MACHINE_PATH, SECRET], ids=["machine paths", "secrets"])
def test_no_file_carries(trace: re.Pattern[str]) -> None:
    assert [f"{name}: {found.group()}" for name, text in texts() if (found := trace.search(text))] == []


def test_a_machine_path_would_be_seen() -> None:
    assert MACHINE_PATH.search('open("/ro' + 'ot/x")')
    assert not MACHINE_PATH.search("https://kabar.example/wo" + "rk/x")


def test_locks_name_no_registry_and_pin_every_hash() -> None:
    for lock in ("run.txt", "dev.txt"):
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        pinned = re.findall(r"^[a-z0-9][\w.\[\]-]*==", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\S+.*\\\n    --hash=sha256:", text, re.MULTILINE)) > 0


def test_the_development_lock_holds_the_other_whole() -> None:
    def pins(lock: str) -> set[str]:
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9][\w.\[\]-]*==\S+)", text, re.MULTILINE))

    assert sorted(pins("run.txt") - pins("dev.txt")) == []
