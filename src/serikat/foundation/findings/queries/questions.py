"""Questions that wait for a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.queries import within
from serikat.foundation.findings.models import Question, QuestionCause
from serikat.foundation.findings.models.answers import CAUSE_WORDS
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.people.models import Person
from serikat.foundation.people.queries import chapters_of


def questions_for(person: Person) -> QuerySet[Question]:
    """The open questions about outlets that the person looks after, the first due first."""
    mine = within(chapters_of(person), "outlet__chapter__path")
    return (
        Question.objects
        .filter(mine, closed_at=None, outlet__removed_at=None)
        .select_related("outlet", "outlet__chapter", "taken_by")
        .order_by("due", "pk")
    )


@dataclass(frozen=True)
class Asked:
    """A question as people read it."""

    question: Question

    @cached_property
    def title(self) -> Words:
        """The clause, or what else it is about."""
        found = clause_of(self.question.standard, self.question.clause)
        if found:
            return found[1].title
        is_page = self.question.cause == QuestionCause.HANDED_IN
        return Words("Halaman kiriman", "Handed-in page") if is_page else Words("Situs tidak terbaca", "Site not read")

    @property
    def is_about_pages(self) -> bool:
        """Whether it asks to see handed-in pages."""
        return self.question.cause == QuestionCause.HANDED_IN

    @property
    def cause(self) -> Words:
        """Why it goes to a person."""
        return CAUSE_WORDS[self.question.cause]
