"""What the tests of members begin with: an association with an officer, and a folder of their own for files."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.people.models import Person
from tests.support.builders import an_association


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: LazySettings) -> None:
    """Uploads of a test lie in its own folder."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}


@pytest.fixture
def place() -> tuple[Chapter, Person]:
    """The association and its first officer."""
    return an_association()
