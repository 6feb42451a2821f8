"""The settings of tests: those of a laptop, with a folder that goes away with the machine's temporary files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SERIKAT_DATA", str(Path(tempfile.gettempdir()) / "serikat-tests"))
os.environ.setdefault("SERIKAT_SECRET_KEY", "only-for-tests-only-for-tests-only-for-tests-only-for-tests")

from serikat.config.settings import *  # noqa: F403

# Argon2 is slow on purpose, and no test is about that.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Pages under test use the files as they lie in the rooms; nothing is collected first.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
WHITENOISE_USE_FINDERS = True
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # noqa: F405
