"""The same two pages on assemblies in Indonesian, for secretaries and lawyers."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.fact_names import fact_name, place_words
from serikat.engines.legitimacy.judging import known_rules
from serikat.engines.legitimacy.parameters import parameter_words
from serikat.engines.legitimacy.questionnaire import questions
from serikat.engines.legitimacy.record import FORMAT, Record
from serikat.engines.legitimacy.schema import group_fields, innermost, is_required, plain_name
from serikat.engines.legitimacy.terms import TERMS
from tests.documentation.assembly_pages import SCHEMA

_RECORD_HEAD = f"""\
# Catatan musyawarah

Catatan musyawarah adalah JSON: hanya fakta, dalam kelompok, tiap kelompok dengan siapa yang menyatakannya dan sidik
(SHA-256) dokumennya. Bentuknya `{FORMAT}`; [JSON Schema](../{SCHEMA}) menyatakan yang sama untuk mesin. Cara
membuatnya: [nilai musyawarah](nilai-musyawarah.md). `serikat assembly new` menanyakan semuanya, jadi jarang perlu
menulisnya dengan tangan.

- Yang tidak ditulis berarti **tidak diketahui**, dan menjadi fakta terbuka bila sebuah pasal memerlukannya. Jangan
  menebak.
- Daftar yang diberikan dianggap **lengkap**: unit yang tidak ada di `notices` tidak diundang.
- Orang dan unit ditulis dengan kode; `names` menyebut siapa mereka, dan sertifikat tidak memuatnya.
- Surat suara hanya jumlahnya. Jangan pernah menulis siapa memilih siapa.
- Hari ditulis `2026-04-18`, saat `2026-04-18T09:25` atau dengan zona, `2026-04-18T09:25+08:00`, semuanya sama
  caranya.
- Dari hal-hal pada saat yang sama, `order` menyebut mana yang lebih dulu.
- Kunci yang tidak ada di sini, jenis yang salah, atau hari yang tidak ada ditolak dengan menyebut letaknya.

Setiap kelompok dapat memuat `attested`, daftar pernyataan: `by` (siapa), `document` (sidik), `on` (hari), `title`
(dokumen apa). Tanda `*` berarti setiap isi sebuah daftar. Penjelasan tiap kunci dalam bahasa Inggris ada di [the
record of an assembly](assembly-record.md).
"""
_WORDS_HEAD = """
## Kata untuk kode

Di mana sebuah kode diharapkan (jabatan, organ, jenis acara, cara), kata-kata ini dikenal. `serikat assembly new`
menerima kata Indonesianya juga; kode lain ditampilkan seperti tertulis.

| kode | kata |
| --- | --- |
"""
_RULES_HEAD = """\
# Aturan yang menilai musyawarah

Tiap aturan melihat satu macam pasal dan mengutip fakta yang menjadi dasarnya. Mana yang dipakai, dan dengan angka
berapa, ditentukan edisi naskahnya: [tulis naskah](tulis-naskah.md). Bila sebuah pasal tidak terpenuhi, yang
bertumpu padanya ikut gugur dan menyebutnya; [nilai musyawarah](nilai-musyawarah.md) menjelaskan putusannya. Nama
dalam huruf kode dipakai dalam berkas naskah.
"""
_TYPES = {"text": "teks", "number": "bilangan", "true or false": "ya atau tidak", "day": "hari",
          "day and time": "hari dan jam", "any": "apa saja"}  # fmt: skip


def pages() -> dict[str, str]:
    """Path from the root and text of each page."""
    return {"docs/catatan-musyawarah.md": record_page(), "docs/aturan-musyawarah.md": rules_page()}


def record_page() -> str:
    """A table for each part of the record, its facts by their places."""
    parts = []
    for name, hint, each in group_fields(Record):
        about = fact_name(name).id
        rows = list(_rows(f"/{name}", hint)) or [_row(f"/{name}", about, hint, each)]
        parts.append(f"\n## {about[:1].upper()}{about[1:]}: `{name}`\n\n| letak | apa | isi |\n| --- | --- | --- |\n"
                     + "\n".join(rows) + "\n")  # fmt: skip
    words = "\n".join(f"| `{code}` | {said.id} |" for code, said in sorted(TERMS.items()) if " " not in code)
    return _RECORD_HEAD + "".join(parts) + _WORDS_HEAD + words + "\n"


def _rows(place: str, hint: Any) -> Iterator[str]:
    """The facts below a place; none where it is a fact itself."""
    inner = innermost(hint)
    if not dataclasses.is_dataclass(inner) or not isinstance(inner, type):
        return
    at = f"{place}/*" if plain_name(hint).startswith(("list", "object")) else place
    for name, inside, each in group_fields(inner):
        if name == "attested":
            continue
        if dataclasses.is_dataclass(innermost(inside)):
            yield from _rows(f"{at}/{name}", inside)
        else:
            yield _row(f"{at}/{name}", place_words(f"{at.partition('/')[2].partition('/')[2]}/{name}").id, inside, each)


def _row(place: str, said: str, hint: Any, each: dataclasses.Field[Any]) -> str:
    return f"| `{place}` | {said} | {_kind(hint)}{', wajib' if is_required(each) else ''} |"


def _kind(hint: Any) -> str:
    kind, said = plain_name(hint), ""
    for beginning, words in (("list of ", "daftar "), ("object of ", "pasangan kode dan ")):
        while kind.startswith(beginning):
            kind, said = kind.removeprefix(beginning), said + words
    return said + _TYPES.get(kind, kind).replace("` or `", "` atau `")


def prose() -> dict[str, str]:
    """What each rule looks at, by its slug."""
    return tomllib.loads((Path(__file__).parent / "assembly_rules_id.toml").read_text(encoding="utf-8"))


def rules_page() -> str:
    """Every rule with what it looks at, a sample of its article, and the values that an article may hold."""
    said = prose()
    asked = {question.rule: question.clause for question in questions()}
    parts = []
    for rule in known_rules():
        clause = asked[rule]
        values = [f"- `{each.name}`: {_lower(parameter_words(rule, each.name))}" for each in clause.parameters]
        parts.append(f"\n## {clause.title.id}: `{rule}`\n\n{said[rule]}\n\nContoh bunyinya: {clause.wording.id}\n"
                     + ("\n" + "\n".join(values) + "\n" if values else ""))  # fmt: skip
    return _RULES_HEAD + "".join(parts)


def _lower(words: Words) -> str:
    return words.id[:1].lower() + words.id[1:]
