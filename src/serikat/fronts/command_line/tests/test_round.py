"""`serikat audit --roster` on sites of this machine: from list to summary, stopped, killed, resumed, refused."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.store import read_evidence
from serikat.engines.site_audit.file_locks import locked
from serikat.engines.site_audit.tests.loopback_sites import Sites, serving_sites
from serikat.foundation.findings.rounds.tests.rounds import until
from serikat.foundation.members.roster.reading import read_roster
from serikat.fronts.command_line import entry
from serikat.fronts.command_line.entry import main
from serikat.fronts.command_line.round import ends_within
from serikat.fronts.command_line.sheet_problems import tell_problems

OPTIONS = ["--allow-private", "--interval", "0", "--pages", "3", "--standard", "trust-signals"]
Command = Callable[..., list[str]]


@pytest.fixture
def sites() -> Iterator[Sites]:
    with serving_sites(16, pause=0.03) as serving:
        yield serving


@pytest.fixture
def command(sites: Sites, tmp_path: Path) -> Command:
    """The arguments for a round over the sites, into the folder `hasil`."""
    rows = [f"{listed.outlet.name},{listed.outlet.address}" for listed in sites.outlets]
    (tmp_path / "daftar.csv").write_text("\n".join(["Nama Media,Website", *rows, "Tanpa Alamat,"]), encoding="utf-8")

    def arguments(*more: str) -> list[str]:
        roster = ["--roster", str(tmp_path / "daftar.csv"), "--out", str(tmp_path / "hasil")]
        return ["audit", *roster, *OPTIONS, "--workers", "2", *more]

    return arguments


# With all the time that a busy machine may take for the summary of a stopped round.
PATIENT = "import sys; from serikat.fronts.command_line import entry, round; round._PATIENCE_AFTER_STOP = 300; "


def started(arguments: Sequence[str], *, patiently: bool = False) -> subprocess.Popen[bytes]:
    # A shell starts what runs in its background deaf to Ctrl-C, and so would be what we start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    program = ["-c", PATIENT + "sys.exit(entry.main(sys.argv[1:]))"] if patiently else ["-m", entry.__name__]
    return subprocess.Popen([sys.executable, *program, *arguments], stderr=subprocess.PIPE)


def rows_of(out: Path) -> list[int]:
    return [json.loads(line)["roster_row"] for line in (out / "audits.jsonl").read_bytes().splitlines()]


def finished(out: Path) -> list[str]:
    """The outlets whose lines are whole on the disk."""
    lines = [
        line for file in out.glob("evidence/*/audits.jsonl") for line in file.read_bytes().splitlines(keepends=True)
    ]
    return [json.loads(line)["outlet"] for line in lines if line.endswith(b"\n")]


@pytest.mark.slow
def test_a_killed_round_is_resumed_without_loss_or_repetition(sites: Sites, command: Command, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    running = started(command())
    until(lambda: len(finished(out)) >= 3, "the round has a middle")
    running.kill()
    running.communicate()
    done = finished(out)
    assert len(done) < len(sites.outlets)
    assert main(command("--resume")) == 0
    assert rows_of(out) == list(range(2, 18))
    assert {sites.visits()[key] for key in done} == {1}
    assert set(sites.visits()) == {listed.outlet.key for listed in sites.outlets}
    asked = len(sites.asked)
    assert main(command("--resume")) == 0
    assert len(sites.asked) == asked


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(sites: Sites, command: Command, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    running = started(command(), patiently=True)
    until(lambda: len(finished(out)) >= 3, "the round has a middle")
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert running.returncode == 130
    assert b"--resume" in said
    assert b"Traceback" not in said
    assert sorted(rows_of(out)) == rows_of(out)
    assert 3 <= len(rows_of(out)) == len(finished(out)) < len(sites.outlets)
    assert (out / "index.html").exists()


@pytest.mark.slow
def test_ctrl_c_passes_over_a_summary_that_is_written_on_resuming(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    running = started(command())
    until(lambda: finished(out), "the round has begun")
    # Writing waits for whoever writes already.
    with locked(out / "lock"):
        told = iter(running.stderr or ())
        until(lambda: b"audited" in next(told), "all sites are audited")
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 130
    assert b"--resume" in said
    assert b"Traceback" not in said
    assert not (out / "summary.xlsx").exists()
    assert main(command("--resume")) == 0
    assert (out / "summary.xlsx").exists()


@pytest.mark.slow
def test_one_ctrl_c_ends_a_round_whose_summary_takes_long_and_the_summary_is_written_first_on_resuming(
    command: Command, tmp_path: Path
) -> None:
    out = tmp_path / "hasil"
    running = started(command())
    until(lambda: finished(out), "the round has begun")
    # Whoever has the lock keeps the summary from being written.
    with locked(out / "lock"):
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 130
    assert b"With --resume it is written first" in said
    assert b"Traceback" not in said
    assert not (out / "summary.xlsx").exists()
    resumed = started(command("--resume"))
    until((out / "summary.xlsx").exists, "the summary is there")
    resumed.send_signal(signal.SIGINT)
    _, said = resumed.communicate()
    assert b"First writing the summary that is overdue" in said
    assert main(command("--resume")) == 0
    assert not (out / "summary.overdue").exists()


@pytest.mark.slow
def test_a_former_domain_in_the_list_is_visited_and_kept_as_the_outlets_own(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    present, former = (listed.outlet.address for listed in sites.outlets[:2])
    roster, out = tmp_path / "daftar.csv", tmp_path / "hasil"
    roster.write_text(f"Website,Domain Lama\n{present},{former} bukan-alamat\n", encoding="utf-8")
    arguments = ["audit", "--roster", str(roster), "--out", str(out), *OPTIONS]
    assert main(arguments) == 0
    assert "B2: Bukan alamat situs: bukan-alamat" in capsys.readouterr().err
    [gathering] = map(read_evidence, out.glob("evidence/*/*/"))
    assert former in [fetch.url for fetch in gathering.fetches if fetch.purpose == "former"]
    roster.write_text(f"Website,Domain Lama\n{present},lain.example\n", encoding="utf-8")
    assert main([*arguments, "--resume"]) == 2


def test_what_takes_longer_than_whoever_stops_wants_to_wait_is_broken_off() -> None:
    def endless() -> None:
        with ends_within(0):
            while True:
                time.sleep(0.01)

    with pytest.raises(KeyboardInterrupt):
        endless()


@pytest.mark.slow
def test_a_whole_round_leaves_lines_evidence_pages_and_a_summary(
    sites: Sites, command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "hasil"
    assert main(command()) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "B18" in printed.err
    assert "16 dari 16 situs diperiksa" in printed.err
    assert len(list(out.glob("evidence/*/*/pages.warc.gz"))) == 16
    assert len(list(out.glob("reports/*.html"))) == 16
    assert (out / "summary.xlsx").exists()
    assert main(command()) == 2
    assert "--resume" in capsys.readouterr().err
    assert main([*command("--resume"), "--standard", "uu-pers-1999"]) == 2
    assert "trust-signals" in capsys.readouterr().err
    with (tmp_path / "daftar.csv").open("a", encoding="utf-8") as roster:
        roster.write("\n,\n")
    assert main(command("--resume")) == 0
    with (tmp_path / "daftar.csv").open("a", encoding="utf-8") as roster:
        roster.write("Satu Lagi,https://lagi.example\n")
    assert main(command("--resume")) == 2
    assert "daftar.csv" in capsys.readouterr().err


@pytest.mark.slow
def test_a_round_that_reads_no_site_ends_with_three(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text("Nama,Website\nKabar Sunyi,http://127.0.0.1:9/\n", encoding="utf-8")
    assert main(["audit", "--roster", str(roster), "--out", str(tmp_path / "hasil"), *OPTIONS]) == 3


@pytest.mark.slow
def test_what_was_seen_in_the_register_goes_with_the_round(
    sites: Sites, command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = tmp_path / "pengamatan.csv"
    rows = [f"{listed.outlet.address};Terverifikasi Faktual;2026-11-20" for listed in sites.outlets[:2]]
    seen.write_text("\n".join(["Website;Status;Tanggal dilihat", *rows, "kabar.example;;"]), encoding="utf-8")
    assert main(command("--register", str(seen))) == 0
    assert "B4: Statusnya kosong" in capsys.readouterr().err
    gatherings = [json.loads(file.read_bytes()) for file in tmp_path.glob("hasil/evidence/*/*/gathering.json")]
    handed_in = [[fetch for fetch in each["fetches"] if fetch["purpose"] == "register"] for each in gatherings]
    assert [[fetch["handed_in"] for fetch in fetches] for fetches in handed_in if fetches] == [[True], [True]]
    assert main(command("--resume")) == 0
    seen.write_text(seen.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert main(command("--resume", "--register", str(seen))) == 2
    assert "pengamatan.csv" in capsys.readouterr().err


def test_rows_that_are_left_out_are_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mended = [f"Kabar {number},htpp://kabar-{number}.example,PT" for number in range(6)]
    without = [f"Tanpa {number},tidak ada," for number in range(7)]
    sheet = tmp_path / "daftar.csv"
    sheet.write_text("\n".join(["Nama Media,Website,Perusahaan", *mended, *without]), encoding="utf-8")
    tell_problems(sheet, read_roster(sheet).problems)
    said = capsys.readouterr().err
    assert [line.split(":")[0].strip() for line in said.splitlines() if line.startswith("  B")] == [
        f"B{row}" for row in range(8, 13)
    ]
    assert "7 rows cannot be used" in said
    assert "14 more cells, because of 2 of which" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--roster DAFTAR.xlsx"),
        (["https://kabar.example", "--out", "x"], "--evidence"),
        (["--roster", "x.csv"], "--out"),
        (["--roster", "x.csv", "--out", "x", "https://kabar.example"], "tanpa URL"),
        (["--roster", "x.csv", "--out", "x", "--interval", "nan"], "--interval"),
        (["--roster", "tidak-ada.csv", "--out", "x"], "tidak-ada.csv"),
        (["--roster", "{tmp}/daftar.csv", "--out", "x", "--standard", "tidak-ada"], "tidak-ada"),
        (["--roster", "{tmp}/daftar.csv", "--out", "x", "--register", "hilang.csv"], "hilang.csv"),
        (["--roster", "{tmp}/daftar.csv", "--out", "x", "--register", "{tmp}/daftar.csv"], "Tanggal dilihat"),
        (["https://kabar.example", "--register", "{tmp}/daftar.csv"], "Tanggal dilihat"),
        (["--roster", "{tmp}/daftar.csv", "--out", "{tmp}"], "berisi berkas lain"),
    ],
)
def test_arguments_that_make_no_round_say_what_to_do(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "daftar.csv").write_text("Nama,Website\nKabar,https://kabar.example\n", encoding="utf-8")
    assert main(["audit", *(word.format(tmp=tmp_path) for word in arguments)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("setting", ["ray://host", "dusk"])
def test_an_unknown_executor_says_what_to_write(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERIKAT_EXECUTOR", setting)
    roster = tmp_path / "daftar.csv"
    roster.write_text("Nama,Website\nKabar Sunyi,http://127.0.0.1:9/\n", encoding="utf-8")
    assert main(["audit", "--roster", str(roster), "--out", str(tmp_path / "hasil"), *OPTIONS]) == 2
    assert "dask://host:8786" in capsys.readouterr().err
