"""A faulty standard is refused at load, at its exact line."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from serikat.engines.judgement.loading import StandardError, load_folder, load_standard
from serikat.engines.judgement.standard import Confidence, Level, Standard, WayKind
from serikat.engines.judgement.toml_tables import line_index
from serikat.engines.judgement.words import Words

RULES = frozenset({"masthead", "contact"})

SOUND = '''\
[standard]
id = "pedoman-contoh-2020"
title = { id = "Pedoman contoh", en = "Sample guideline" }
regulation = "Peraturan Contoh 1/2020"
issuer = "Dewan Contoh"
voluntary = false
text_url = ""
in_force_from = 2020-01-02

[[source]]
key = "ONE"
what = "naskah peraturan contoh"

[[clause]]
id = "first"
number = "1"
title = { id = "Pertama", en = "First" }
wording = { id = "Cantumkan redaksi.", en = "Publish the masthead." }
level = "mandatory"
confidence = "P"
sources = ["ONE"]
weight = 5
effort = 1
stage = "site"
applies_to = ["cyber"]
unlocks = ["second"]
remedy = { id = "Buat halaman.", en = "Make a page." }
example = { id = """
[[clause]]
id = "bukan klausul"
""", en = "An example" }
[[clause.way]]
kind = "rule"
rule = "masthead"
what = { id = "Halaman redaksi", en = "The masthead page" }
[[clause.way]]
kind = "person"
what = { id = "Redaksi ditanya", en = "The newsroom is asked" }
[[clause.parameter]]
name = "min_staff"
value = 10
unit = "persons"
since = 2020-01-02
until = 2021-01-01
source = "ONE"
confidence = "O"
disputed = true

[[clause]]
id = "second"
number = "2"
title = { id = "Kedua", en = "Second" }
wording = { id = "Cantumkan kontak.", en = "Publish a contact." }
level = "recommended"
confidence = "U"
sources = [
  "ONE",
]
weight = 1
effort = 5
stage = "site"
applies_to = ["cyber", "ugc"]
remedy = { id = "Tulis surel.", en = "Write an email address." }
[[clause.way]]
kind = "rule"
what = { id = "Kontak", en = "A contact" }
'''


def load(text: str) -> Standard:
    return load_standard(text, "contoh.toml", RULES)


def line_of(text: str, needle: str, nth: int = 1) -> int:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(needle)]
    return lines[nth - 1]


def refusal(old: str, new: str) -> StandardError:
    assert old in SOUND
    with pytest.raises(StandardError) as caught:
        load(SOUND.replace(old, new, 1))
    assert str(caught.value) == f"contoh.toml:{caught.value.line}: {caught.value.message}"
    return caught.value


def test_a_sound_standard_loads_whole() -> None:
    standard = load(SOUND)
    first, second = standard.clauses
    assert (standard.id, standard.in_force_from, standard.in_force_until) == (
        "pedoman-contoh-2020",
        date(2020, 1, 2),
        None,
    )
    assert first.level is Level.MANDATORY
    assert second.confidence is Confidence.UNCONFIRMED
    assert [way.kind for way in first.ways] == [WayKind.RULE, WayKind.PERSON]
    assert first.rule is not None
    assert first.rule.rule == "masthead"
    assert second.rule is None
    assert first.example is not None
    assert "bukan klausul" in first.example.id
    assert first.parameters[0].value == 10
    assert first.parameters[0].disputed
    assert second.title == Words("Kedua", "Second")
    assert second.applies_to == ("cyber", "ugc")


def test_lines_are_counted_past_strings_arrays_and_headers_inside_them() -> None:
    lines = line_index(SOUND)
    assert lines["clause", 0, "way", 1] == line_of(SOUND, "[[clause.way]]", 2)
    assert lines["clause", 1, "id"] == line_of(SOUND, 'id = "second"')
    assert lines["clause", 1, "weight"] == line_of(SOUND, "weight", 2)
    assert ("clause", 2) not in lines


def test_lines_of_quoted_and_dotted_keys_and_windows_line_ends_are_found() -> None:
    lines = line_index('# [not.a.header]\r\n["a b".c]\r\nd.e = "]"  # [[x]]\r\n\'f\' = [\r\n["g"],\r\n]\r\ng = 1')
    assert lines == {("a b", "c"): 2, ("a b", "c", "d"): 3, ("a b", "c", "d", "e"): 3, ("a b", "c", "f"): 4} | {
        ("a b", "c", "g"): 7
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('rule = "masthead"', 'rule = "masthed"', 'did you mean "masthead"'),
        ('rule = "masthead"', "rule = 7", "must be a text"),
        ("weight = 5", "weight = 6", "from 1 to 5"),
        ("weight = 5", "weight = true", "from 1 to 5"),
        ("effort = 5", "effort = 0", "from 1 to 5"),
        ("weight = 5", "wieght = 5", 'did you mean "weight"'),
        ('level = "mandatory"', 'level = "must"', "mandatory"),
        ('confidence = "U"', 'confidence = "X"', "choose from"),
        ('kind = "person"', 'kind = "phone"', "choose from"),
        ('kind = "person"', 'kind = "person"\nflag = true', "belongs to a way of kind"),
        ('stage = "site"', 'stage = "stie"', 'did you mean "site"'),
        ('applies_to = ["cyber"]', 'applies_to = ["radio"]', "radio"),
        ('applies_to = ["cyber"]', "applies_to = []", "applies to nothing"),
        ('sources = ["ONE"]', "sources = []", "has no source"),
        ('sources = ["ONE"]', 'sources = ["TWO"]', "TWO"),
        ('unlocks = ["second"]', 'unlocks = ["third"]', "third"),
        ('source = "ONE"', 'source = "TWO"', "TWO"),
        ("since = 2020-01-02", "since = 2022-01-02", "later"),
        ("since = 2020-01-02", 'since = "2020-01-02"', "must be a date"),
        ("since = 2020-01-02", "since = 2020-01-02T00:00:00", "must be a date"),
        ("value = 10", "value = []", "at least one"),
        ("value = 10", "value = [true]", "number, a text"),
        ("disputed = true", 'disputed = "yes"', "true or false"),
        ('id = "pedoman-contoh-2020"', 'id = "Pedoman Contoh"', "small letters"),
        ("voluntary = false", "voluntary = 0", "true or false"),
        ("in_force_from = 2020-01-02", "in_force_from = 2020-01-02\nin_force_until = 2019-01-01", "later"),
        ('title = { id = "Pertama", en = "First" }', 'title = { id = "Pertama" }', "both languages"),
        ('title = { id = "Pertama", en = "First" }', 'title = { id = "Pertama", en = " " }', "both languages"),
        ('number = "1"', "number = 1", "must be a text"),
        ('what = "naskah peraturan contoh"', 'what = ""', "not empty"),
    ],
)
def test_a_fault_is_refused_at_its_line(old: str, new: str, says: str) -> None:
    error = refusal(old, new)
    pairs = zip(SOUND.splitlines(), SOUND.replace(old, new, 1).splitlines(), strict=False)
    assert error.line == next(number for number, (before, after) in enumerate(pairs, 1) if before != after)
    assert says in error.message


def test_a_clause_without_sources_is_refused_at_its_header() -> None:
    error = refusal('sources = ["ONE"]\n', "")
    assert error.line == line_of(SOUND, "[[clause]]")
    assert "has no source" in error.message


def test_a_missing_key_is_refused_at_the_header_of_its_table() -> None:
    assert refusal('what = { id = "Redaksi ditanya", en = "The newsroom is asked" }\n', "").line == line_of(
        SOUND, "[[clause.way]]", 2
    )
    assert '"effort" is missing' in refusal("effort = 1\n", "").message


def test_a_repeated_clause_names_both_lines() -> None:
    error = refusal('id = "second"', 'id = "first"')
    assert error.line == line_of(SOUND, 'id = "second"')
    assert f"line {line_of(SOUND, 'id = ' + chr(34) + 'first')}" in error.message


def test_a_repeated_source_is_refused() -> None:
    error = refusal("[[clause]]", '[[source]]\nkey = "ONE"\nwhat = "lagi"\n\n[[clause]]')
    assert 'source "ONE" is already on line 11' in error.message


def test_a_clause_without_a_way_is_refused() -> None:
    error = refusal('[[clause.way]]\nkind = "rule"\nwhat = { id = "Kontak", en = "A contact" }\n', "")
    assert error.line == line_of(SOUND, "[[clause]]", 3)
    assert '"way" is missing' in error.message


def test_a_clause_with_an_empty_list_of_ways_is_refused() -> None:
    ways = SOUND[SOUND.rindex("[[clause.way]]") :]
    error = refusal(
        'remedy = { id = "Tulis surel.", en = "Write an email address." }\n' + ways,
        'remedy = { id = "a", en = "b" }\nway = []\n',
    )
    assert "has no way" in error.message


@pytest.mark.parametrize(("text", "line"), [("[standard]\nid = \n", 2), ("a = 1\na = 2\n", 2), ('a = 1\nb = """x', 2)])
def test_broken_toml_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(StandardError) as caught:
        load(text)
    assert caught.value.line == line
    assert "not valid TOML" in caught.value.message


def test_a_folder_loads_standards_with_their_fingerprints(tmp_path: Path) -> None:
    (tmp_path / "pedoman-contoh-2020.toml").write_text(SOUND, encoding="utf-8-sig")
    (tmp_path / "pedoman-contoh-2020.fingerprints.json").write_text(json.dumps({"2a": ["00000000000000ff"]}))
    library = load_folder(tmp_path, RULES)
    assert library.ids() == ("pedoman-contoh-2020",)
    assert library.standard("pedoman-contoh-2020").fingerprints == {"2a": frozenset({255})}
    with pytest.raises(KeyError):
        library.standard("lain")


def test_a_standard_under_another_file_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lain.toml").write_text(SOUND, encoding="utf-8")
    with pytest.raises(StandardError, match=r"lain\.toml:2: .* must live in pedoman-contoh-2020\.toml"):
        load_folder(tmp_path, RULES)


def test_two_files_with_one_standard_are_refused(tmp_path: Path) -> None:
    for name in ("pedoman-contoh-2020.toml", "salinan.toml"):
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    with pytest.raises(StandardError, match=r"salinan\.toml:2: .* is already in .*pedoman-contoh-2020\.toml"):
        load_folder(tmp_path, RULES)


@pytest.mark.parametrize("content", ['{"1": ["xyz"]}', '{"1": "00000000000000ff"}', "[]", '{\n"1": ['])
def test_faulty_fingerprints_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "pedoman-contoh-2020.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "pedoman-contoh-2020.fingerprints.json").write_text(content)
    with pytest.raises(StandardError, match=r"fingerprints\.json:\d"):
        load_folder(tmp_path, RULES)


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "contoh.toml").write_bytes(b"# one\n# caf\xe9\n")
    with pytest.raises(StandardError, match=r"contoh\.toml:2: this is not UTF-8"):
        load_folder(tmp_path, RULES)


def test_the_sample_in_the_documentation_loads() -> None:
    page = Path(__file__).parents[5] / "docs" / "add-a-standard.md"
    [sample] = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert load(sample).clauses[0].parameters[0].disputed
