"""The judges of certificates: how the judgement that a certificate states is derived again from what it carries."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from serikat.engines.proof.certificate import Judge

# By the format of the record. A format that is not here can be checked for integrity alone.
JUDGES: Mapping[str, Judge] = MappingProxyType({})
