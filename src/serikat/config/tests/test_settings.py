"""Settings are safe on a laptop without a word, and refused in production where they are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from serikat.config.environment import Environment
from tests.support.installations import surroundings

SAFE = {
    "SERIKAT_ENV": "production",
    "SERIKAT_SECRET_KEY": "x7" * 30,
    "SERIKAT_ORIGIN": "https://serikat.example",
}
LOOK = """
import json
from serikat.config import settings
names = ("ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "DEBUG",
    "SECURE_SSL_REDIRECT", "ALLAUTH_TRUSTED_PROXY_COUNT", "ORIGIN")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def read(data: Path, code: str = LOOK, **settings: str) -> subprocess.CompletedProcess[str]:
    """The settings as a process of their own reads them."""
    environment = surroundings(data, **settings)
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_laptop_needs_no_settings_and_keeps_its_secret(tmp_path: Path) -> None:
    code = "from serikat.config import settings; print(settings.SECRET_KEY)"
    first, second = read(tmp_path, code), read(tmp_path, code)
    assert first.returncode == 0, first.stderr
    assert len(first.stdout.strip()) > 50
    assert first.stdout == second.stdout
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_production_starts_with_safe_settings(tmp_path: Path) -> None:
    done = read(tmp_path, **SAFE)
    assert done.returncode == 0, done.stderr
    assert '"SESSION_COOKIE_SECURE": true' in done.stdout
    assert '"ALLOWED_HOSTS": ["serikat.example"]' in done.stdout
    assert '"SECURE_SSL_REDIRECT": true' in done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SERIKAT_DEBUG", "yes"),
        ("SERIKAT_SECRET_KEY", "short"),
        ("SERIKAT_SECRET_KEY", ""),
        ("SERIKAT_ORIGIN", "http://serikat.example"),
        ("SERIKAT_OTHER_HOSTS", "*"),
        ("SERIKAT_ALLOW_PRIVATE", "yes"),
        ("SERIKAT_HOSTS_FILE", "/tmp/hosts"),
        ("SERIKAT_DATA", "/no/such/folder"),
        ("SERIKAT_TIME_ZONE", "Asia/Nowhere"),
        ("SERIKAT_WORKERS", "many"),
        ("SERIKAT_INTERVAL", "-1"),
        ("SERIKAT_HTTPS_REDIRECT", "perhaps"),
        ("SERIKAT_SECRET_KEY_FILE", "/no/such/file"),
    ],
)
def test_production_refuses_an_unsafe_or_unreadable_setting_by_name(tmp_path: Path, name: str, value: str) -> None:
    done = read(tmp_path, **{**SAFE, name: value})
    assert done.returncode == 1
    assert f"\n- {name}" in done.stderr


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    done = read(tmp_path, SERIKAT_ENV="production", SERIKAT_ALLOW_PRIVATE="yes", SERIKAT_WORKERS="0")
    assert done.stderr.count("\n- SERIKAT_") == 4


def test_a_secret_may_come_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(" from a file \n", encoding="utf-8")
    environment = Environment({"KEY_FILE": str(tmp_path / "secret"), "KEY": "from the variable"})
    assert environment.text("KEY") == "from a file"


@pytest.mark.parametrize(("said", "means"), [("ya", True), ("YES", True), ("0", False), ("tidak", False), ("", True)])
def test_yes_and_no_are_read_in_both_languages(said: str, means: bool) -> None:
    assert Environment({"A": said}).switch("A", default=True) is means
