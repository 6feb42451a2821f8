"""What the log looks like: JSON in production, plain lines elsewhere, both without the secrets that addresses carry."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

_ONE_TIME = re.compile(r"(/t/)[^/\s\"'?]+")


class PlainLines(logging.Formatter):
    """Formats records as the message alone, and a traceback where there is one: for the terminal of a laptop."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines."""
        return _ONE_TIME.sub(r"\1…", super().format(record))


class JsonLines(logging.Formatter):
    """Formats records as JSON lines: time, level, logger, message, and status or traceback where there are."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        status = getattr(record, "status_code", None)
        if status is not None:
            said["status"] = status
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return _ONE_TIME.sub(r"\1…", json.dumps(said, ensure_ascii=False, default=str))
