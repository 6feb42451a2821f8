"""What a rule is asked: the parameters of a clause in force, and the edition whose text it must recognise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from serikat.engines.judgement.standard import Parameter, Standard


@dataclass(frozen=True, slots=True)
class Asked:
    """One clause as put to a rule, under one reading of its parameters.

    `editions` are the standards that a parameter may name. `used` gathers the names of the parameters that the rule
    looked at: clauses that agree on those get the same observation, whatever else they say.
    """

    parameters: Mapping[str, Parameter]
    editions: Mapping[str, Standard] = field(default_factory=dict)
    used: set[str] = field(default_factory=set, compare=False)

    def number(self, name: str, otherwise: float) -> float:
        """A numeric parameter, or what the rule takes where the edition gives none."""
        self.used.add(name)
        parameter = self.parameters.get(name)
        return float(parameter.value) if parameter and isinstance(parameter.value, int | float) else otherwise

    def texts(self, *names: str) -> tuple[str, ...]:
        """The texts of these parameters in order, each one alone or in a list; none where the edition gives none."""
        self.used.update(names)
        values = [self.parameters[name].value for name in names if name in self.parameters]
        listed = (value if isinstance(value, tuple) else (value,) for value in values)
        return tuple(str(each) for value in listed for each in value)

    @property
    def guideline(self) -> Standard | None:
        """The edition named by the parameter `guideline`, where there is one."""
        self.used.add("guideline")
        parameter = self.parameters.get("guideline")
        return self.editions.get(str(parameter.value)) if parameter else None
