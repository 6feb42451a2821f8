"""What a column of a list may hold, and the many headings under which people write it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from serikat.engines.judgement.words import Words


class Field(StrEnum):
    """What a column may hold."""

    NUMBER = "number"
    MEMBER_NUMBER = "member_number"
    NAME = "name"
    ADDRESS = "address"
    FORMER_DOMAINS = "former_domains"
    COMPANY = "company"
    PROVINCE = "province"
    REGENCY = "regency"
    RESPONSIBLE_PERSON = "responsible_person"
    EDITOR_IN_CHIEF = "editor_in_chief"
    PHONE = "phone"
    EMAIL = "email"
    JOINED = "joined"
    STATUS = "status"
    CERTIFICATE = "certificate"
    NOTES = "notes"


# The Indonesian ones are the headings of the list that comes out.
TITLES = {
    Field.NUMBER: Words("No", "No."),
    Field.MEMBER_NUMBER: Words("Nomor Anggota", "Member number"),
    Field.NAME: Words("Nama Media", "Outlet"),
    Field.ADDRESS: Words("Alamat Situs", "Site address"),
    Field.FORMER_DOMAINS: Words("Domain Lama", "Former domains"),
    Field.COMPANY: Words("Nama Perusahaan", "Company"),
    Field.PROVINCE: Words("Provinsi", "Province"),
    Field.REGENCY: Words("Kabupaten/Kota", "Regency or city"),
    Field.RESPONSIBLE_PERSON: Words("Penanggung Jawab", "Responsible person"),
    Field.EDITOR_IN_CHIEF: Words("Pemimpin Redaksi", "Editor-in-chief"),
    Field.PHONE: Words("Telepon/WhatsApp", "Telephone or WhatsApp"),
    Field.EMAIL: Words("Surel", "E-mail"),
    Field.JOINED: Words("Tanggal Bergabung", "Joined"),
    Field.STATUS: Words("Status Dewan Pers (menurut daftar)", "Press Council status (as listed)"),
    Field.CERTIFICATE: Words("Nomor Sertifikat Dewan Pers", "Press Council certificate number"),
    Field.NOTES: Words("Catatan", "Notes"),
}

_HEADINGS = {
    Field.ADDRESS: (
        "website", "web site", "web", "situs", "situs web", "domain", "nama domain", "url", "alamat url", "laman",
        "alamat website", "alamat web", "alamat situs", "alamat situs web", "alamat laman", "alamat domain", "link",
        "link website", "link web", "link media", "link situs", "tautan", "homepage", "alamat media online",
        "website media", "nama website", "nama situs", "site", "web address", "address url", "site address",
    ),
    Field.FORMER_DOMAINS: (
        "domain lama", "link lama", "alamat media lama", "former domain", "former site", "former sites",
        "former address", "former addresses", "old site", "previous site",
    ),
    Field.NAME: (
        "nama media", "media", "portal", "nama portal", "portal berita", "nama portal berita", "media siber", "outlet",
        "nama media siber", "media online", "nama media online", "nama outlet", "nama anggota", "anggota", "nama",
        "media massa", "nama media massa", "name", "outlet name", "perusahaan media", "media anggota",
    ),
    Field.COMPANY: (
        "perusahaan", "nama perusahaan", "badan hukum", "nama badan hukum", "pt", "nama pt", "penerbit", "company",
        "perusahaan pers", "nama perusahaan pers", "badan usaha", "nama badan usaha", "legalitas", "pt cv",
        "pt yayasan", "badan hukum pt", "perseroan", "publisher", "legal entity", "company name",
    ),
    Field.PROVINCE: ("provinsi", "propinsi", "prov", "province", "asal provinsi", "nama provinsi", "daerah provinsi"),
    Field.REGENCY: (
        "kabupaten", "kota", "kab", "kabupaten kota", "kab kota", "kota kabupaten", "kota kab", "daerah", "wilayah",
        "domisili", "kedudukan", "city", "regency", "asal daerah", "kab dan kota", "kabupaten atau kota", "dpd",
        "nama kabupaten kota", "regency or city",
    ),
    Field.RESPONSIBLE_PERSON: (
        "penanggung jawab", "penanggungjawab", "pj", "nama penanggung jawab", "pimpinan", "direktur", "nama pimpinan",
        "direktur utama", "nama direktur", "pimpinan umum", "pemimpin umum", "responsible person",
    ),
    Field.EDITOR_IN_CHIEF: (
        "pemred", "pemimpin redaksi", "pimpinan redaksi", "pimred", "nama pemred", "editor in chief",
        "nama pemimpin redaksi", "pemimpin redaksi pemred",
    ),
    Field.PHONE: (
        "no hp", "hp", "nomor hp", "telepon", "telp", "tlp", "no telepon", "no telp", "nomor telepon", "whatsapp", "wa",
        "no wa", "nomor wa", "kontak", "hp wa", "no hp wa", "phone", "no kontak", "nomor kontak", "nomor whatsapp",
        "no whatsapp", "telepon whatsapp", "telepon wa", "handphone", "no handphone", "kontak person", "contact person",
        "no tlp", "nomor hp wa", "telp hp", "telepon hp", "cp", "telephone or whatsapp",
    ),
    Field.EMAIL: (
        "email", "e mail", "surel", "alamat email", "alamat surel", "alamat e mail", "email redaksi", "pos el",
    ),
    Field.MEMBER_NUMBER: (
        "nomor anggota", "no anggota", "nomor keanggotaan", "no keanggotaan", "kta", "no kta", "nomor kta", "nia",
        "id anggota", "nomor induk anggota", "no induk anggota", "member number", "member id",
        "kode anggota", "no reg anggota",
    ),
    Field.JOINED: (
        "tanggal bergabung", "tgl bergabung", "bergabung", "tanggal masuk", "tgl masuk", "tanggal daftar", "tgl daftar",
        "tanggal pendaftaran", "terdaftar sejak", "anggota sejak", "sejak", "bergabung sejak", "tgl gabung", "joined",
        "tanggal gabung", "tanggal menjadi anggota", "tgl jadi anggota", "mulai bergabung", "tanggal keanggotaan",
    ),
    Field.STATUS: (
        "status verifikasi", "verifikasi", "status dewan pers", "verifikasi dewan pers", "status verifikasi dewan pers",
        "status pendataan", "pendataan dewan pers", "status dp", "verifikasi dp", "jenis verifikasi",
        "tahap verifikasi", "press council status",
    ),
    Field.CERTIFICATE: (
        "nomor sertifikat", "no sertifikat", "sertifikat", "no sertifikat dewan pers", "nomor sertifikat dewan pers",
        "sertifikat dewan pers", "nomor sertifikat verifikasi", "no sertifikat verifikasi", "no sertifikat dp",
        "nomor verifikasi", "certificate number", "press council certificate number",
    ),
    Field.NOTES: ("catatan", "keterangan", "ket", "ktr", "notes", "note", "remarks", "komentar"),
    Field.NUMBER: ("no", "nomor", "no urut", "nomor urut", "num", "number", "urut", "nr"),
}  # fmt: skip
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_ABOUT_A_SITE = re.compile(r"\b(?:websites?|web|situs|domains?|urls?|laman)\b")
# `Domain lama` and `Bekas situs`; `lama domain` would be how long it has been there.
_FORMER = re.compile(
    r"\b(?:bekas|mantan|eks|ex|former|previous|old|past)\b|\s(?:lama|sebelumnya|dulu|dahulu|terdahulu)\b"
)
_NOT_THE_SITE = re.compile(
    r"\b(?:facebook|instagram|youtube|tiktok|twitter|medsos|sosial|status|tanggal|masa|jenis|admin|pengelola)\b"
)
_BEGINNINGS = (
    ("nama media", Field.NAME), ("nama perusahaan", Field.COMPANY), ("badan hukum", Field.COMPANY),
    ("provinsi", Field.PROVINCE), ("penanggung jawab", Field.RESPONSIBLE_PERSON),
    ("pemimpin redaksi", Field.EDITOR_IN_CHIEF), ("email", Field.EMAIL), ("no hp", Field.PHONE),
    ("nomor hp", Field.PHONE), ("telepon", Field.PHONE), ("whatsapp", Field.PHONE), ("no wa", Field.PHONE),
    ("nomor wa", Field.PHONE), ("nomor anggota", Field.MEMBER_NUMBER), ("no anggota", Field.MEMBER_NUMBER),
    ("tanggal bergabung", Field.JOINED), ("status verifikasi", Field.STATUS), ("status dewan pers", Field.STATUS),
    ("no sertifikat", Field.CERTIFICATE), ("nomor sertifikat", Field.CERTIFICATE),
)  # fmt: skip


@lru_cache(maxsize=8192)
def field_of(heading: str) -> Field | None:
    """What a column under this heading holds, as far as the heading says."""
    whole = re.sub(r"[^\w]|_", " ", heading.lower())
    if _FORMER.search(whole) and _ABOUT_A_SITE.search(whole) and not _NOT_THE_SITE.search(whole):
        return Field.FORMER_DOMAINS
    said = " ".join(re.sub(r"\([^)]*\)|[^\w]|_", " ", heading.lower()).split())
    if said in _FIELDS:
        return _FIELDS[said]
    if _ABOUT_A_SITE.search(said) and not _NOT_THE_SITE.search(said):
        return Field.ADDRESS
    return next((field for beginning, field in _BEGINNINGS if said.startswith(beginning)), None)
