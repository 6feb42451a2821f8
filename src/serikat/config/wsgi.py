"""What a web server calls: `application` is WSGI for any of them, `front` what `serikat serve` runs."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from serikat.web.rsgi import Front
from serikat.web.watchdog import Deadline, leave_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "serikat.config.settings")
application = get_wsgi_application()
leave_with_parent()
front = Front(
    Deadline(application, seconds=settings.ANSWER_SECONDS),
    most_bytes=settings.LARGEST_REQUEST,
    seconds=settings.ARRIVAL_SECONDS,
)
