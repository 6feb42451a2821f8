"""The options of `serikat verify`, shared with the verifier that stands alone."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_verify_options(command: argparse.ArgumentParser) -> None:
    """Adds what `serikat verify` takes; docs/command-line.md describes it."""
    command.add_argument("file", type=Path, metavar="FILE", help="a certificate, a public key or a head")
    command.add_argument("--key", action="append", default=[], type=Path, metavar="FILE", help="a public key you trust")
    command.add_argument("--head", type=Path, metavar="FILE", help="a head of the journal that you kept")
    command.add_argument("--annex", type=Path, metavar="FILE", help="the private annex, to compare names")
    command.add_argument("--json", metavar="FILE", help="the result as JSON; - for standard output")
    command.add_argument("--lang", choices=("id", "en"), default="id", help="language of the result")
