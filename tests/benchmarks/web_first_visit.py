"""How many bytes a first visit takes over the network, in a browser that has seen nothing yet: all requests counted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serikat.web.tests.browser import CHROMIUM, chromium
from tests.support.installations import answers, command, free_port, surroundings, until

MOST_BYTES = 150_000
_PAGES = ("/masuk/", "/", "/media/", "/anggota/", "/pengurus/")
# An association with 200 outlets, and a session of its first officer, whose key is printed.
_SET_UP = """
import django
django.setup()
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from tests.support.builders import an_association, an_outlet
root, person = an_association()
for _ in range(200):
    an_outlet(root)
TOTP.activate(person.account, generate_totp_secret())
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.account.pk), settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = person.account.get_session_auth_hash()
session.create()
print(session.session_key)
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as a first visit to the site: its status, how many requests, how many bytes of answers."""

    path: str
    status: int
    requests: int
    size: int


def visits(paths: tuple[str, ...] = _PAGES) -> list[Visit]:
    """The first visit to each page, of an officer whose browser holds nothing but the session."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = surroundings(Path(folder, "data"), SERIKAT_PORT=str(port))
        subprocess.run(command("migrate"), env=environment, check=True)
        made = subprocess.run(
            [sys.executable, "-c", _SET_UP], env=environment, check=True, capture_output=True, text=True
        )
        web = subprocess.Popen(command("serve", "--no-worker", "--processes", "1"), env=environment)
        try:
            if not until(lambda: answers(port)):
                raise TimeoutError("the web did not start")
            with chromium() as browser:
                return [_visited(browser, f"http://127.0.0.1:{port}", path, made.stdout.strip()) for path in paths]
        finally:
            web.terminate()
            web.wait(60)


def _visited(browser: Any, origin: str, path: str, session: str) -> Visit:
    context = browser.new_context()
    if path != "/masuk/":
        context.add_cookies([{"name": "sessionid", "value": session, "url": origin}])
    page = context.new_page()
    sizes: list[int] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    response = page.goto(origin + path)
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(path, response.status, len(sizes), sum(sizes))


def report() -> None:
    """Prints the bytes of each page's first visit."""
    print("\nFirst visit in a browser that holds nothing yet (headers, fonts, style, scripts and page, compressed)")
    if not CHROMIUM.exists():
        print("Left out: Chromium is not installed.")
        return
    for visit in visits():
        if visit.status == 200:
            print(f"  {visit.path:12} {visit.requests:3} requests  {visit.size / 1000:6.1f} kB  (at most 150)")


if __name__ == "__main__":
    report()
