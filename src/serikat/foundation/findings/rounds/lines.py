"""Puts the shards' JSON lines together into one file, in the order of the roster."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit import shard_folder
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.foundation.findings.rounds.table import RoundTable

_CHANGED = Words(
    "{file}: baris {outlet} berubah setelah ditulis. Kembalikan berkas itu dari cadangan, atau mulai putaran baru.",
    "{file}: the line of {outlet} was changed after it was written. Restore the file from a backup, or begin a new "
    "round.",
)


class ChangedLineError(Exception):
    """A line is no longer what it was when its outlet was finished; the message names both and what to do."""


def write_lines(table: RoundTable, round_id: str, folder: Path, target: Path) -> int:
    """Write the line of every finished outlet to `target`, whole or not at all; returns how many there are.

    `folder` holds the shards' folders. Raises ChangedLineError where a line is not what it was, OSError where a file
    cannot be read or written.
    """
    draft = target.with_name(f".{target.name}.draft")
    count, opened, lines = 0, 0, None
    with draft.open("wb") as output:
        for shard, audited in table.finished(round_id):
            if lines is None or shard != opened:
                if lines is not None:
                    lines.close()
                lines, opened = (shard_path(folder, shard) / shard_folder.LINES).open("rb"), shard
            output.write(_line(lines, audited))
            count += 1
    if lines is not None:
        lines.close()
    draft.replace(target)
    return count


def shard_path(folder: Path, number: int) -> Path:
    """The folder of one shard."""
    return folder / f"{number:04}"


def _line(lines: BinaryIO, audited: AuditedOutlet) -> bytes:
    lines.seek(audited.offset)
    line = lines.read(audited.length)
    if hashlib.sha256(line).hexdigest() != audited.sha256:
        said = _CHANGED.filled(file=lines.name, outlet=audited.key)
        raise ChangedLineError(f"{said.id}\n{said.en}")
    return line
