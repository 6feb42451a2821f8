"""A field to choose one region in: regencies and cities stand under their province."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator

from serikat.foundation.chapters.models import Region


class _ByProvince(ModelChoiceIterator):  # type: ignore[type-arg]
    """The choices, a group for each province."""

    def __iter__(self) -> Iterator[Any]:
        """An empty choice, then each province with its own, in one query."""
        yield ("", self.field.empty_label)
        for _, group in groupby(self.queryset, key=lambda region: region.code[:2]):
            regions = list(group)
            yield (regions[0].name, [self.choice(region) for region in regions])


class RegionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One region of today's table."""

    iterator = _ByProvince

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Region.objects.filter(until=None).order_by("code"), empty_label="–", **kwargs)
