"""What a recheck may spend: a member waits for it in front of a telephone, so it reads what its clauses need first."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from serikat.engines.site_audit.gather.limits import Budget
from serikat.foundation.findings.standards import library

# With the start of a worker and the judging, the answer is there within a minute.
_SECONDS = 48.0
_PAGES = 24
# Policy pages are read before articles: few articles leave room for them, many articles leave them little.
_FEW_ARTICLES, _MANY_ARTICLES = 2, 14
ARTICLE_RULES = frozenset({
    "advertorial_label", "ai_edit_notes", "ai_labels", "article_dates", "author_pages", "both_sides", "bylines",
    "child_identity", "comment_moderation", "comment_reporting", "comment_sign_in", "content_labels", "continuity",
    "correction_link", "correction_time", "daily_output", "forbidden_advertising", "own_reporting",
    "paid_content_apart", "removal_notice", "removed_items", "requoted_items", "unverified_note", "update_link",
    "works_of_others",
})  # fmt: skip


def recheck_budget(clauses: Iterable[str]) -> Budget:
    """The budget for looking at these clauses again."""
    articles = _MANY_ARTICLES if concerns_articles(clauses) else _FEW_ARTICLES
    return Budget(
        pages=_PAGES,
        articles=articles,
        seconds=_SECONDS,
        interval=settings.AUDIT_INTERVAL,
        request_seconds=12.0,
        retries=1,
    )


def concerns_articles(clauses: Iterable[str]) -> bool:
    """Whether any of the clauses is answered by articles."""
    asked = set(clauses)
    rules = {
        clause.rule.rule
        for standard in library().standards
        for clause in standard.clauses
        if clause.rule is not None and clause.id in asked
    }
    return bool(rules & ARTICLE_RULES)
