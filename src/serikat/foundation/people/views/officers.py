"""Officers and verifiers: who serves where, invitations, roles given and ended, accounts given back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import subtree, within
from serikat.foundation.people import actions
from serikat.foundation.people.access import can_act_as_officer, can_restore_account
from serikat.foundation.people.actions import end_role, give_role, invite_officer, restore_account
from serikat.foundation.people.forms import InvitationForm, ReasonForm, RoleForm
from serikat.foundation.people.models import Account, Person, Role, RoleKind
from serikat.foundation.people.queries import chapters_of, officers_within, persons_seen_by
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import said_later
from serikat.web.permission import require

_A_PAGE = 50


@require_safe
@signed_in
def officers(request: HttpRequest) -> HttpResponse:
    """Who serves in my chapters and below, by chapter."""
    held = held_chapters(request)
    roles = officers_within(held)
    chosen = request.GET.get("cabang", "")
    chapters = list(subtree(held))
    chapter = next((each for each in chapters if str(each.public_id) == chosen), None)
    if chapter:
        roles = roles.filter(chapter__path__startswith=chapter.path)
    page = Paginator(roles, _A_PAGE).get_page(request.GET.get("halaman"))
    ready = set(
        Account.objects
        .with_password()
        .filter(person__in=[role.person_id for role in page])
        .values_list("person_id", flat=True)
    )
    facts = {
        "roles": page,
        "ready": ready,
        "chapters": chapters,
        "chosen": chapter,
        "may_invite": _officer_in(request),
    }
    return render(request, "people/officers.html", facts)


@require_http_methods(["GET", "POST"])
@signed_in
def invite(request: HttpRequest) -> HttpResponse:
    """Give a new person a role; their link goes out with the message that follows."""
    held_chapters(request)
    mine = _officer_in(request)
    require(can_act_as_officer(person_of(request), mine[0] if mine else None))
    form = InvitationForm(request.POST or None, chapters=subtree(mine), initial={"chapter": request.GET.get("cabang")})
    if not form.is_valid():
        return render(request, "people/invite.html", {"form": form})
    chosen = form.cleaned_data
    message = invite_officer(
        name=chosen["name"],
        phone=chosen["phone"],
        email=chosen["email"],
        chapter=chosen["chapter"],
        kind=RoleKind(chosen["kind"]),
        by=person_of(request),
    )
    return redirect("people:message", public_id=message.public_id)


@require_http_methods(["GET", "POST"])
@signed_in
def officer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One person: roles held and ended; another role can be given."""
    person, by = _seen(request, public_id), person_of(request)
    mine = _officer_in(request)
    form = RoleForm(request.POST or None, chapters=subtree(mine))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        give_role(person=person, chapter=chosen["chapter"], kind=RoleKind(chosen["kind"]), by=by)
        messages.success(request, said_later("Peran diberikan.", "The role is given."))
        return redirect("people:officer", public_id=public_id)
    roles = Role.objects.filter(within(held_chapters(request), "chapter__path"), person=person)
    facts = {
        "person": person,
        "roles": [
            (role, bool(can_act_as_officer(by, role.chapter)))
            for role in roles.select_related("chapter").order_by("-since", "-pk")
        ],
        "today": timezone.localdate(),
        "form": form if mine else None,
        "account": Account.objects.with_password().filter(person=person).first(),
        "may_restore": bool(can_restore_account(by, person)),
    }
    return render(request, "people/officer.html", facts)


@require_http_methods(["GET", "POST"])
@signed_in
def end(request: HttpRequest, public_id: UUID, chapter_id: UUID, kind: str) -> HttpResponse:
    """End a person's role in a chapter, with a reason."""
    mine = Role.objects.filter(within(held_chapters(request), "chapter__path"), until=None, kind=kind)
    role = get_object_or_404(
        mine.select_related("person", "chapter"), person__public_id=public_id, chapter__public_id=chapter_id
    )
    require(can_act_as_officer(person_of(request), role.chapter))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/end_role.html", {"form": form, "role": role})
    end_role(role=role, by=person_of(request), reason=form.cleaned_data["reason"])
    messages.success(request, said_later("Peran diakhiri.", "The role is ended."))
    return redirect("people:officers")


@require_http_methods(["GET", "POST"])
@signed_in
def restore(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give a lost way in back: the old password and second factor go, a link opens the account anew."""
    person, by = _seen(request, public_id), person_of(request)
    require(can_restore_account(by, person))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/restore.html", {"form": form, "person": person})
    message = restore_account(person=person, by=by, reason=form.cleaned_data["reason"])
    return redirect("people:message", public_id=message.public_id)


@require_http_methods(["POST"])
@signed_in
def invite_again(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A new message for somebody whose link grew old before they used it."""
    message = actions.invite_again(person=_seen(request, public_id), by=person_of(request))
    return redirect("people:message", public_id=message.public_id)


def _officer_in(request: HttpRequest) -> list[Chapter]:
    return chapters_of(person_of(request), RoleKind.OFFICER)


def _seen(request: HttpRequest, public_id: UUID) -> Person:
    return get_object_or_404(persons_seen_by(person_of(request)), public_id=public_id)
