"""`serikat demo`: the invented federation in the web, its sites audited for real while one looks around."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from serikat.engines.judgement.words import Language, Words
from serikat.fronts.command_line.serving import is_free, say_taken, serve
from serikat.fronts.command_line.web import bring_up_to_date, prepared

DONE, REFUSED = 0, 2
_NOT_OURS = Words(
    "Folder {folder} bukan buatan peragaan, jadi tidak dikosongkan. Pilih folder lain: serikat demo --out FOLDER",
    "The folder {folder} was not made by the demo, so it is not emptied. Choose another: serikat demo --out FOLDER",
)
_SIGN_IN = Words(
    """
{federation}: {count} media rekaan, diperiksa sungguhan. Semua orang, media, dan perusahaan fiktif.

  Buka      {origin}/masuk/
  Pengurus  {officers}
  Sandi     {password}
  Kode      {code}  (berganti tiap 30 detik; kode berikutnya: serikat demo --code)
            atau masukkan rahasia ini ke aplikasi kode Anda: {secret}
  Anggota   {member}
            (tautan sekali pakai, seperti yang dikirim sekretariat lewat WhatsApp)
""",
    """
{federation}: {count} made-up outlets, audited for real. Every person, outlet and company is fictional.

  Open      {origin}/masuk/
  Officers  {officers}
  Password  {password}
  Code      {code}  (changes every 30 seconds; the next one: serikat demo --code)
            or give this secret to your authenticator: {secret}
  Member    {member}
            (a one-time link, as the secretariat sends it by WhatsApp)
""",
)


def show_demo(options: argparse.Namespace, host: str, port: int) -> int:
    """Set the demo up, print how to sign in, and serve it until Ctrl-C. Returns 0, or 2 where it cannot start."""
    from serikat.fronts.demo.beside import beside  # noqa: PLC0415 - the reports alone need none of this
    from serikat.fronts.demo.installation import NotOursError, lay_out  # noqa: PLC0415

    language: Language = options.lang
    if not is_free(host, port):
        say_taken(host, port, "demo")
        return REFUSED
    try:
        installation = lay_out(options.out, host, keep=options.keep)
    except NotOursError as error:
        print(_NOT_OURS.filled(folder=str(error)).in_language(language), file=sys.stderr)
        return REFUSED
    bring_up_to_date(prepared())
    from serikat.fronts.demo.membership import take_in  # noqa: PLC0415 - the rooms are there only now
    from serikat.fronts.demo.people import set_up  # noqa: PLC0415

    if not installation.is_kept:
        take_in(installation.folder, set_up())
    _print_sign_ins(language)
    show_assembly(options.out, language)
    with beside(installation, host, language):
        return serve(host, port)


def show_assembly(out: Path, language: Language) -> None:
    """Judge the federation's Musda, and print the verdict with the line that checks its certificate."""
    from serikat.fronts.command_line.assembly_pages.page import render_assembly  # noqa: PLC0415
    from serikat.fronts.command_line.verifier_archive import verifier_archive  # noqa: PLC0415
    from serikat.fronts.demo.assembly import certify_assembly  # noqa: PLC0415

    print(certify_assembly(out, language, render_assembly, verifier_archive()), flush=True)


def show_code() -> int:
    """Print the second factor's code of this half minute."""
    prepared()
    from serikat.fronts.demo.people import current_code  # noqa: PLC0415

    print(current_code())
    return DONE


def _print_sign_ins(language: Language) -> None:
    from django.conf import settings  # noqa: PLC0415

    from serikat.fronts.demo.outlets import FEDERATION, outlets  # noqa: PLC0415
    from serikat.fronts.demo.people import PASSWORD, SECRET, SIGN_INS, current_code, member_link  # noqa: PLC0415

    words = _SIGN_IN.filled(
        federation=FEDERATION.in_language(language),
        count=len(outlets()),
        origin=settings.ORIGIN,
        officers=", ".join(each.username for each in SIGN_INS),
        password=PASSWORD,
        code=current_code(),
        secret=SECRET,
        member=member_link(),
    )
    print(words.in_language(language), flush=True)
