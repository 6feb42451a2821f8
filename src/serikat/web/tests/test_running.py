"""A request that hangs is seen, and the log keeps what one-time addresses carry to itself."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Iterable
from typing import Any

from serikat.web.log_lines import JsonLines
from serikat.web.watchdog import Deadline


def test_a_request_is_overdue_only_while_it_takes_too_long() -> None:
    seen: list[str] = []

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        seen.extend((patient.overdue(time.monotonic()), patient.overdue(time.monotonic() + 61)))
        return []

    patient = Deadline(application, 60)
    patient({"REQUEST_METHOD": "GET", "PATH_INFO": "/media/"}, print)
    assert [*seen, patient.overdue(time.monotonic() + 61)] == ["", "GET /media/", ""]


def test_a_log_line_is_json_and_holds_no_secret_of_an_address() -> None:
    try:
        raise ValueError("/t/another-secret/")
    except ValueError:
        fault = sys.exc_info()
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "Gone: %s", ("/t/abc-Secret_1/",), fault)
    record.status_code = 404
    line = JsonLines().format(record)
    said = json.loads(line)
    assert (said["message"], said["status"], said["level"]) == ("Gone: /t/…/", 404, "warning")
    assert "another-secret" not in line
