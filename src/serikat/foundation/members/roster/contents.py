"""What the cells of a column look like, whatever its heading: the share of them that a field would hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from serikat.engines.site_audit.reading.regions import province_named, regencies_named
from serikat.foundation.members.roster.companies import company_name
from serikat.foundation.members.roster.contacts import read_emails, read_phones
from serikat.foundation.members.roster.dates import looks_like_a_date
from serikat.foundation.members.roster.fields import Field, field_of
from serikat.foundation.members.roster.listed_status import read_status

_PROVINCE_BEFORE = re.compile(r"^(?:prov(?:insi)?|propinsi)\b[\s.:]*", re.IGNORECASE)
_REGENCY = re.compile(r"(?:kab|kabupaten|kota|kotamadya|kodya)\b", re.IGNORECASE)
_ABOUT_VERIFICATION = re.compile(r"verif|faktual|administrasi|administratif", re.IGNORECASE)
_PHONE_LIKE = re.compile(r"[\d\s().+/,;'&\-–—eE]+|(?:wa|hp|telp?)[\s:.]*[\d\s().+/,;\-]+", re.IGNORECASE)

_LOOKS: Mapping[Field, Callable[[str], bool]] = {
    Field.EMAIL: lambda cell: "@" in cell and bool(read_emails(cell).found),
    Field.PHONE: lambda cell: bool(_PHONE_LIKE.fullmatch(cell)) and bool(read_phones(cell).found),
    Field.JOINED: looks_like_a_date,
    Field.STATUS: lambda cell: bool(_ABOUT_VERIFICATION.search(cell)) and read_status(cell) is not None,
    Field.COMPANY: lambda cell: bool(company_name(cell).form),
    Field.PROVINCE: lambda cell: province_named(_PROVINCE_BEFORE.sub("", cell)) is not None,
    Field.REGENCY: lambda cell: bool(_REGENCY.match(cell)) and bool(regencies_named(cell)),
}
KNOWN_BY_CONTENT = tuple(_LOOKS)


def shares(cells: Sequence[str]) -> dict[Field, float]:
    """By field, how many of the filled cells look like it, from 0 to 1; headings that are repeated do not count."""
    filled = [cell for cell in cells if cell.strip(" -–—.?") and field_of(cell) is None]
    if not filled:
        return {}
    return {field: sum(map(looks, filled)) / len(filled) for field, looks in _LOOKS.items()}
