"""The web floor by itself: none of the rooms above it has a say in its tests, and no database is asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application

from serikat.web import navigation, page_context
from serikat.web.tests.site import MENU


@pytest.fixture(autouse=True)
def _alone(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith(("serikat.foundation", "allauth"))]
    monkeypatch.setattr(navigation, "_entries", list(MENU))
    monkeypatch.setattr(page_context, "_named_by", [lambda _request: "Serikat Media Rekaan"])


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture
def site(_alone: None) -> Iterator[str]:
    """The address at which the site of the tests is served."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=_Server, handler_class=_Quiet)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()
