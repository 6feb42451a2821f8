"""What a rule is asked: the clause with its parameters in force, and the edition whose text it must recognise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from serikat.engines.judgement.standard import Clause, Parameter, Standard


@dataclass(frozen=True, slots=True)
class Asked:
    """One clause as put to a rule.

    `parameters` holds the values in force at the time of gathering, several under a name where sources disagree.
    `guideline` is the edition named by the clause's parameter `guideline`, where it has one.
    """

    clause: Clause
    parameters: Mapping[str, list[Parameter]]
    guideline: Standard | None = None

    def number(self, name: str, otherwise: float) -> float:
        """The first value of a numeric parameter in force, or what the rule takes where the edition gives none."""
        values = self.parameters.get(name)
        return float(values[0].value) if values and isinstance(values[0].value, int | float) else otherwise
