"""`serikat assembly judge` from the outside: exit codes, JSON, the page to print, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.judging import AssemblyVerdict
from serikat.engines.legitimacy.tests.records import BYLAWS, RECORDS, judged
from serikat.fronts.command_line.assembly_pages.page import render_assembly
from serikat.fronts.command_line.entry import main


def run(name: str, *more: str) -> int:
    return main(["assembly", "judge", str(RECORDS / f"{name}.json"), *more])


@pytest.mark.parametrize(("name", "code"), [("sah-kongres-suara", 0), ("pwi-kbb-2023", 1), ("pwi-klb-2024", 4)])
def test_the_exit_code_is_the_verdict(name: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name) == code
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDS.glob("*.json")))
def test_every_record_is_judged_without_further_arguments(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {AssemblyVerdict.VALID: 0, AssemblyVerdict.INVALID: 1, AssemblyVerdict.UNDETERMINED: 4}
    assert run(name, "--json", "-") == codes[judged(name).verdict]
    assert capsys.readouterr().err == ""


def test_json_alone_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    run("pwi-kbb-2023", "--json", "-")
    said = json.loads(capsysbinary.readouterr().out)
    roots = [one["article"] for one in said["findings"] if one["outcome"] == "not_met" and one["because_of"] is None]
    assert (said["verdict"], roots) == ("invalid", ["tanpa nomor (kuorum kab/kota)"])
    assert {"article", "fact"} <= said["open_facts"][0].keys()


def test_the_same_record_gives_the_same_bytes() -> None:
    assert judgement_json(judged("sah-kongres-suara")) == judgement_json(judged("sah-kongres-suara"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_only_a_valid_assembly_has_the_stamp(language: str) -> None:
    assert 'class="stamp"' in render_assembly(judged("sah-kongres-suara"), language)  # type: ignore[arg-type]
    assert 'class="stamp"' not in render_assembly(judged("pwi-kbb-2023"), language)  # type: ignore[arg-type]
    assert 'class="stamp"' not in render_assembly(judged("pwi-klb-2024"), language)  # type: ignore[arg-type]


def test_the_page_shows_the_line_of_presence_with_its_decisions() -> None:
    page = render_assembly(judged("sah-kongres-suara"))
    assert page.count('class="dot"') == 9
    assert "Keputusan k1" in page
    assert "Decision k1" in render_assembly(judged("sah-kongres-suara"), "en")


def test_a_reader_is_told_what_was_not_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sah-kongres-suara", "--html", str(tmp_path / "r.html")) == 0
    assert "Contoh untuk dicoba dan disalin" in (tmp_path / "r.html").read_text(encoding="utf-8")
    for told in (capsys.readouterr().out, (tmp_path / "r.html").read_text(encoding="utf-8")):
        assert (
            "Tidak ada pasalnya dalam naskah yang dipakai, jadi tidak dinilai: Jabatan kosong antarwaktu"
            in " ".join(told.split())
        )


def test_people_read_names_and_machines_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = json.loads((RECORDS / "sah-konferensi-provinsi.json").read_text(encoding="utf-8"))
    held["notices"][3]["sent"], record = "2026-04-05", tmp_path / "r.json"
    record.write_text(json.dumps(held), encoding="utf-8")
    written = {"--json": tmp_path / "out.json", "--html": tmp_path / "out.html"}
    main(["assembly", "judge", str(record), *(str(each) for pair in written.items() for each in pair)])
    name = "Cabang Rekaan Empat (u04)"
    assert name in " ".join(capsys.readouterr().out.split())
    assert name in written["--html"].read_text(encoding="utf-8")
    assert "Rekaan" not in written["--json"].read_text(encoding="utf-8").replace("(rekaan)", "")


def test_what_a_record_says_is_escaped(tmp_path: Path) -> None:
    text = (RECORDS / "pwi-kbb-2023.json").read_text(encoding="utf-8").replace("Konferensi PWI", "<script>")
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    main(["assembly", "judge", str(tmp_path / "r.json"), "--html", str(tmp_path / "r.html")])
    assert "<script>" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_an_unknown_edition_is_told_with_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (RECORDS / "sah-kongres-suara.json").read_text(encoding="utf-8").replace('"contoh-smsi"', '"lain"')
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    assert main(["assembly", "judge", str(tmp_path / "r.json")]) == 2
    assert "--bylaws" in capsys.readouterr().err
    own = (BYLAWS / "contoh-smsi.toml").read_text(encoding="utf-8").replace('id = "contoh-smsi"', 'id = "lain"')
    (tmp_path / "lain.toml").write_text(own, encoding="utf-8")
    assert main(["assembly", "judge", str(tmp_path / "r.json"), "--bylaws", str(tmp_path / "lain.toml")]) == 0


def test_a_file_that_is_not_there_is_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assembly", "judge", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("tiada") == 2
    said = capsys.readouterr().err
    assert "tiada.json tidak dapat dibuka" in said
    assert "cannot be opened" in said
