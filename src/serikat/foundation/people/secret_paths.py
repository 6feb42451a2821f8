"""Keeps the secrets of one-time links out of the log, where refused requests stand with their paths."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"(/t/)[\w-]{8,}")


class WithoutSecrets(logging.Filter):
    """Writes `/t/…` for `/t/SECRET/` in a line and in what fills its gaps."""

    def filter(self, record: logging.LogRecord) -> bool:
        """The line stays, its secrets go."""
        line = record.getMessage()
        if _SECRET.search(line):
            record.msg, record.args = _SECRET.sub(r"\1…", line), None
        return True
