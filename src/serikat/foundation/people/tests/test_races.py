"""Two at the same moment, on a database of files as on a laptop: one association, and a link that lets in once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# A process of its own: tests share one connection to a database in memory, where nothing happens at once.
_PROGRAM = """
import threading
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
from serikat.foundation.people.actions import make_link, set_up_association, use_link
from serikat.foundation.people.models import LinkPurpose, Person
from serikat.web.permission import RefusedError

def at_once(deed):
    gate, done = threading.Barrier(8), []
    def one(number):
        gate.wait()
        try:
            deed(number)
            done.append(number)
        except RefusedError:
            pass
        finally:
            connection.close()
    threads = [threading.Thread(target=one, args=(number,)) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return len(done)

print(at_once(lambda number: set_up_association(association=f"Serikat {number}", level="province", regions=(),
    name="Sekar Rekaan", username=f"sekar{number}", password="rahasia-contoh-123")))
person = Person.objects.get()
_, secret = make_link(person=person, purpose=LinkPurpose.SIGN_IN, by=person)
print(at_once(lambda number: use_link(secret=secret)))
"""


@pytest.mark.slow
def test_of_eight_first_visits_and_of_eight_who_press_a_link_one_succeeds(tmp_path: Path) -> None:
    settings = {"SERIKAT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "serikat.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False, env={**os.environ, **settings}
    )
    assert done.stdout.split() == ["1", "1"], done.stderr
